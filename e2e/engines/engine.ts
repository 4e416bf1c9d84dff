/*
 * One small driver for three engines: what a journey needs of a browser, said once. Playwright drives Chromium, and its own
 * Firefox and WebKit where it has them; else Debian's Firefox is driven by WebDriver BiDi, and WebKitGTK by WebDriver.
 */

export const engineNames = ['Chromium', 'Firefox', 'WebKit'] as const;
export type EngineName = (typeof engineNames)[number];

/** A plain value, as it goes between a test and a page. */
export type Plain = string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain };

/** A point in pixels of the window. */
export type At = { readonly x: number; readonly y: number };

/** What can be asked of any window. */
// biome-ignore lint/suspicious/noConfusingVoidType: what is asked may give nothing back
export type Evaluate = <A extends readonly Plain[], R extends Plain | undefined | void>(
  ask: (...given: A) => R | Promise<R>,
  ...given: A
) => Promise<R>;

/** Keys by their names in the standard, held together: `['Control', 'k']`. */
export type Keys = readonly string[];

/** A browser with one page; every method waits until the browser has done it. */
export type Engine = {
  readonly name: EngineName;
  readonly version: string;
  /** The size of the page in the window. */
  readonly resize: (width: number, height: number) => Promise<void>;
  readonly goto: (address: string) => Promise<void>;
  readonly evaluate: Evaluate;
  readonly click: (at: At) => Promise<void>;
  /** Touches with a finger. */
  readonly tap: (at: At) => Promise<void>;
  readonly drag: (from: At, to: At) => Promise<void>;
  readonly wheel: (at: At, down: number) => Promise<void>;
  readonly press: (...keys: Keys) => Promise<void>;
  readonly type: (text: string) => Promise<void>;
  /** Chooses files in the only field for them that matches. */
  readonly choose: (selector: string, files: readonly string[]) => Promise<void>;
  readonly screenshot: (file: string) => Promise<void>;
  /** Asks the window that the page has opened. */
  readonly inOtherWindow: Evaluate;
  readonly closeOtherWindows: () => Promise<void>;
  /** The page as it is printed, as the first bytes of a PDF; null where the driver cannot. */
  readonly print: (() => Promise<string>) | null;
  /** What the browser's console has said of errors since the last call. */
  readonly problems: () => Promise<readonly string[]>;
  readonly close: () => Promise<void>;
};

/** Polls until something is there. @throws what it waited for, after a minute */
export async function until<T>(what: string, look: () => Promise<T | null | undefined | false>): Promise<T> {
  const end = Date.now() + 60_000;
  let last: unknown = null;
  while (Date.now() < end) {
    try {
      const found = await look();
      if (found !== null && found !== undefined && found !== false) return found;
    } catch (error) {
      // A page that is being left answers nothing.
      last = error;
    }
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error(`never: ${what}${last ? ` (${String(last)})` : ''}`);
}
