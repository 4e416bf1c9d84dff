import { type Browser, type BrowserType, chromium, type Page } from '@playwright/test';
import { type Engine, type EngineName, until } from './engine.ts';

/** A browser that Playwright drives. */
export async function playwrightEngine(
  name: EngineName,
  type: BrowserType,
  executablePath: string | undefined,
): Promise<Engine> {
  const args =
    type === chromium ? ['--no-sandbox', '--disable-background-networking', '--disable-component-update'] : [];
  const browser: Browser = await type.launch({ ...(executablePath ? { executablePath } : {}), args });
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    locale: 'en',
    hasTouch: true,
    ...(type === chromium ? { permissions: ['clipboard-read', 'clipboard-write'] } : {}),
  });
  const page = await context.newPage();
  let problems: string[] = [];
  const watch = (one: Page) => {
    one.on('pageerror', (error) => problems.push(error.message));
    one.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
  };
  context.on('page', watch);
  watch(page);
  const evaluateIn =
    (one: Page): Engine['evaluate'] =>
    (ask, ...given) =>
      one.evaluate(`(${ask})(...${JSON.stringify(given)})`);
  return {
    name,
    version: browser.version(),
    resize: (width, height) => page.setViewportSize({ width, height }),
    goto: async (address) => void (await page.goto(address)),
    evaluate: evaluateIn(page),
    click: ({ x, y }) => page.mouse.click(x, y),
    tap: ({ x, y }) => page.touchscreen.tap(x, y),
    drag: async (from, to) => {
      await page.mouse.move(from.x, from.y);
      await page.mouse.down();
      await page.mouse.move(to.x, to.y, { steps: 6 });
      await page.mouse.up();
    },
    wheel: async ({ x, y }, down) => {
      await page.mouse.move(x, y);
      await page.mouse.wheel(0, down);
    },
    press: (...keys) => page.keyboard.press(keys.join('+')),
    type: (text) => page.keyboard.type(text),
    choose: (selector, files) => page.locator(selector).setInputFiles([...files]),
    screenshot: async (path) => void (await page.screenshot({ path })),
    inOtherWindow: async (ask, ...given) => {
      const other = await until('a second window', async () => context.pages().find((one) => one !== page));
      return await evaluateIn(other)(ask, ...given);
    },
    closeOtherWindows: async () => {
      for (const one of context.pages()) if (one !== page) await one.close();
    },
    print: type === chromium ? async () => (await page.pdf()).subarray(0, 5).toString() : null,
    problems: async () => {
      const said = problems;
      problems = [];
      return said;
    },
    close: () => browser.close(),
  };
}
