import puppeteer, { type KeyInput, type Page } from 'puppeteer-core';
import { type Engine, until } from './engine.ts';

/** A Firefox that is installed, driven by WebDriver BiDi. */
export async function firefoxEngine(executablePath: string): Promise<Engine> {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    protocolTimeout: 60_000,
  });
  const page = await browser.newPage();
  await page.setViewport({ width: 1440, height: 900, hasTouch: false });
  let problems: string[] = [];
  const watch = (one: Page) => {
    one.on('pageerror', (error) => problems.push(String(error instanceof Error ? error.message : error)));
    one.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
  };
  watch(page);
  // The browser begins with a window of its own, without which it would end.
  const own = new Set(await browser.pages());
  const others = async () => (await browser.pages()).filter((one) => !own.has(one));
  const evaluateIn =
    (one: Page): Engine['evaluate'] =>
    (ask, ...given) =>
      one.evaluate(`(${ask})(...${JSON.stringify(given)})`) as never;
  return {
    name: 'Firefox',
    version: (await browser.version()).replace(/^firefox\//i, ''),
    resize: (width, height) => page.setViewport({ width, height }),
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
      await page.mouse.wheel({ deltaY: down });
    },
    press: async (...keys) => {
      const held = keys.slice(0, -1) as KeyInput[];
      for (const key of held) await page.keyboard.down(key);
      await page.keyboard.press(keys.at(-1) as KeyInput);
      for (const key of held.reverse()) await page.keyboard.up(key);
    },
    type: (text) => page.keyboard.type(text),
    choose: async (selector, files) => {
      const field = (await page.$(selector)) as { uploadFile(...paths: string[]): Promise<void> } | null;
      if (!field) throw new Error(`no ${selector}`);
      await field.uploadFile(...files);
    },
    screenshot: async (path) => void (await page.screenshot({ path: path as `${string}.png` })),
    inOtherWindow: async (ask, ...given) => {
      const other = await until('a second window', async () =>
        (await others()).find((one) => one.url().includes('#notes')),
      );
      return await evaluateIn(other)(ask, ...given);
    },
    closeOtherWindows: async () => {
      for (const one of await others()) await one.close();
    },
    print: async () => new TextDecoder().decode((await page.pdf()).subarray(0, 5)),
    problems: async () => {
      const said = problems;
      problems = [];
      return said;
    },
    close: () => browser.close(),
  };
}
