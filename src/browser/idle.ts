/** Milliseconds after which a browser that cannot tell is taken to be idle: the first picture has been painted by then. */
const soon = 50;

/** Calls back when the page has nothing else to do. Safari does not say when that is, and gets a short delay instead. */
export const whenIdle: (callback: () => void) => void =
  typeof requestIdleCallback === 'function'
    ? (callback) => void requestIdleCallback(callback)
    : (callback) => void setTimeout(callback, soon);
