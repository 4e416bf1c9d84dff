import { type ChildProcess, spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { Builder, By, Capabilities, Key, Origin, type WebDriver } from 'selenium-webdriver';
import { type Engine, until } from './engine.ts';

/** Where Debian's packages put what is needed. */
export type WebkitPaths = { readonly driver: string; readonly miniBrowser: string; readonly display: string | null };

type Wheel = {
  scroll(x: number, y: number, right: number, down: number, origin: Origin): { perform(): Promise<void> };
};

const named: Readonly<Record<string, string>> = {
  Escape: Key.ESCAPE,
  Enter: Key.ENTER,
  Tab: Key.TAB,
  ArrowLeft: Key.ARROW_LEFT,
  ArrowRight: Key.ARROW_RIGHT,
  ArrowUp: Key.ARROW_UP,
  ArrowDown: Key.ARROW_DOWN,
  PageUp: Key.PAGE_UP,
  PageDown: Key.PAGE_DOWN,
  End: Key.END,
  Control: Key.CONTROL,
  Shift: Key.SHIFT,
  Alt: Key.ALT,
};
const keyOf = (key: string) => named[key] ?? key;

/** A port that nobody listens on. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const address = server.address();
  await new Promise((done) => server.close(done));
  return typeof address === 'object' && address ? address.port : 0;
}

/** A display of its own where there is none. */
async function startDisplay(): Promise<{ readonly display: string; readonly process: ChildProcess }> {
  // Xvfb chooses a number that is free, and says which.
  const args = ['-displayfd', '3', '-screen', '0', '1600x1100x24', '-nolisten', 'tcp'];
  const process = spawn('Xvfb', args, { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] });
  const display = await new Promise<string>((done, fail) => {
    process.once('error', fail);
    process.once('exit', () => fail(new Error('Xvfb has ended')));
    process.stdio[3]?.once('data', (said) => done(`:${String(said).trim()}`));
  });
  return { display, process };
}

/** WebKitGTK, which has Safari's engine, driven by WebDriver. */
export async function webkitEngine({ driver, miniBrowser, display }: WebkitPaths): Promise<Engine> {
  const started = display === null ? await startDisplay() : null;
  const port = await freePort();
  let problems: string[] = [];
  const service = spawn(driver, [`--port=${port}`], {
    env: {
      ...process.env,
      DISPLAY: started?.display ?? display ?? '',
      // As root, as in a container, its own sandbox cannot be set up.
      ...(process.getuid?.() === 0 ? { WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' } : {}),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  for (const stream of [service.stdout, service.stderr])
    stream.on('data', (text) => {
      // What the page's console says, and nothing of the desktop that is not there.
      const said = String(text).split('\n');
      problems.push(...said.filter((line) => /^CONSOLE .*\b(ERROR|EXCEPTION)\b|Refused to/.test(line)));
    });
  const address = `http://127.0.0.1:${port}`;
  await until('WebKitWebDriver', async () => (await fetch(`${address}/status`)).ok);
  const capabilities = new Capabilities({
    browserName: 'MiniBrowser',
    'webkitgtk:browserOptions': {
      binary: miniBrowser,
      args: ['--automation', '--enable-write-console-messages-to-stdout=true'],
    },
  });
  const browser: WebDriver = await new Builder().usingServer(address).withCapabilities(capabilities).build();
  await browser.manage().setTimeouts({ script: 60_000 });
  const main = await browser.getWindowHandle();
  const evaluate: Engine['evaluate'] = async (ask, ...given) => {
    const answer = await browser.executeAsyncScript<{ readonly value?: never; readonly thrown?: string }>(
      `const done = arguments[arguments.length - 1];
       (async () => (${ask})(...[].slice.call(arguments, 0, -1)))().then(
         (value) => done({ value }),
         (thrown) => done({ thrown: String(thrown) }),
       );`,
      ...given,
    );
    if (answer.thrown !== undefined) throw new Error(answer.thrown);
    return answer.value as never;
  };
  /** Frames of the window are not part of the page. */
  const resize = async (width: number, height: number) => {
    const window = browser.manage().window();
    await window.setRect({ x: 0, y: 0, width, height });
    const inner = await evaluate(() => ({ width: innerWidth, height: innerHeight }));
    await window.setRect({ x: 0, y: 0, width: 2 * width - inner.width, height: 2 * height - inner.height });
  };
  const round = ({ x, y }: { readonly x: number; readonly y: number }) => ({
    x: Math.round(x),
    y: Math.round(y),
    origin: Origin.VIEWPORT,
  });
  await resize(1440, 900);
  const capabilitiesThere = await browser.getCapabilities();
  return {
    name: 'WebKit',
    version: String(capabilitiesThere.get('browserVersion') ?? ''),
    resize,
    goto: (to) => browser.get(to),
    evaluate,
    click: (at) => browser.actions().move(round(at)).click().perform(),
    // The driver has no finger, so that the page gets the events of one.
    tap: ({ x, y }) =>
      evaluate(
        (clientX, clientY) => {
          const target = document.elementFromPoint(clientX, clientY);
          const finger = { bubbles: true, cancelable: true, composed: true, clientX, clientY, pointerType: 'touch' };
          for (const type of ['pointerdown', 'pointerup', 'click'])
            target?.dispatchEvent(new PointerEvent(type, finger));
        },
        x,
        y,
      ),
    drag: (from, to) =>
      browser
        .actions()
        .move(round(from))
        .press()
        .move({ ...round(to), duration: 200 })
        .release()
        .perform(),
    wheel: async (at, down) => {
      const { x, y } = round(at);
      // Its types do not know of the wheel yet.
      const actions = browser.actions() as unknown as Wheel;
      await actions.scroll(x, y, 0, down, Origin.VIEWPORT).perform();
      // It turns the wheel once, unless it is told to let go of it.
      await browser.actions().clear();
    },
    press: async (...keys) => {
      const actions = browser.actions();
      const held = keys.slice(0, -1).map(keyOf);
      const last = keyOf(keys.at(-1) ?? '');
      for (const key of held) actions.keyDown(key);
      actions.keyDown(last).keyUp(last);
      for (const key of held) actions.keyUp(key);
      await actions.perform();
    },
    type: async (text) => await browser.switchTo().activeElement().sendKeys(text),
    choose: async (selector, files) => await browser.findElement(By.css(selector)).sendKeys(files.join('\n')),
    screenshot: async (file) => writeFileSync(file, Buffer.from(await browser.takeScreenshot(), 'base64')),
    inOtherWindow: async (ask, ...given) => {
      const other = await until('a second window', async () =>
        (await browser.getAllWindowHandles()).find((handle) => handle !== main),
      );
      await browser.switchTo().window(other);
      try {
        return await evaluate(ask, ...given);
      } finally {
        await browser.switchTo().window(main);
      }
    },
    closeOtherWindows: async () => {
      for (const handle of await browser.getAllWindowHandles()) {
        if (handle === main) continue;
        await browser.switchTo().window(handle);
        await browser.close();
      }
      await browser.switchTo().window(main);
    },
    print: null,
    problems: async () => {
      const said = problems;
      problems = [];
      return said;
    },
    close: async () => {
      await browser.quit().catch(() => {});
      service.kill();
      started?.process.kill();
    },
  };
}
