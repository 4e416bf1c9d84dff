// The build writes these in; where no build ran, as in plain Node, they are absent.
declare const __APP_VERSION__: string | undefined;
declare const __BUILD_DATE__: string | undefined;
declare const __ONE_FILE__: boolean | undefined;

/** The version of the app, as in package.json. */
export const appVersion = typeof __APP_VERSION__ === 'string' ? __APP_VERSION__ : '0.0.0';

/** The day of the build, as in 2026-01-31. */
export const buildDate = typeof __BUILD_DATE__ === 'string' ? __BUILD_DATE__ : '1970-01-01';

/** Whether this page is the one file that opens from disk. */
export const isOneFile = typeof __ONE_FILE__ === 'boolean' && __ONE_FILE__;
