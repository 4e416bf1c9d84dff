// The build writes these in; where no build ran, as in plain Node, they are absent.
declare const __APP_VERSION__: string | undefined;
declare const __ONE_FILE__: boolean | undefined;

/** The version of the app, as in package.json. */
export const appVersion = typeof __APP_VERSION__ === 'string' ? __APP_VERSION__ : '0.0.0';

/** The day of the build, as in 2026-01-31; null where no build ran. It stands in the page alone, so that the names of its parts depend on their content alone. */
export function buildDate(): string | null {
  return document.querySelector<HTMLMetaElement>('meta[name="build-date"]')?.content ?? null;
}

/** Whether this page is the one file that opens from disk. */
export const isOneFile = typeof __ONE_FILE__ === 'boolean' && __ONE_FILE__;
