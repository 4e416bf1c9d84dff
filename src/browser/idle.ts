/** Milliseconds after which a browser that cannot tell is taken to be idle: the first picture has been painted by then. */
const soon = 50;

/** Milliseconds after which a page that is never idle, or not in sight, is not waited for any more. */
const latest = 2000;

/** Calls back when the page has nothing else to do. Safari does not say when that is, and gets a short delay instead. */
export const whenIdle: (callback: () => void) => void =
  typeof requestIdleCallback === 'function'
    ? (callback) => void requestIdleCallback(callback, { timeout: latest })
    : (callback) => void setTimeout(callback, soon);
