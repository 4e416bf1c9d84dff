/**
 * Whether this browser keeps a copy of the page: `none` where that is not known yet. It cannot where the page comes over plain
 * http (`insecure`), where the browser has no service workers or forbids them (`forbidden`), or where not all parts arrived
 * whole (`incomplete`).
 */
export type OfflineCopy = 'none' | 'kept' | 'insecure' | 'forbidden' | 'incomplete';

type Listener = {
  readonly onCopy: (copy: OfflineCopy) => void;
  /** Another version is there and waits; `apply` loads the page anew with it. */
  readonly onNewVersion: (apply: () => void) => void;
};

const script = 'sw.js';

/** Keeps a copy of the page in this browser, and tells of newer versions; never throws. */
export async function keepOfflineCopy({ onCopy, onNewVersion }: Listener): Promise<void> {
  if (!isSecureContext) return onCopy('insecure');
  if (!('serviceWorker' in navigator)) return onCopy('forbidden');
  const { serviceWorker } = navigator;
  try {
    const registration = await serviceWorker.register(script, { updateViaCache: 'none' });
    const offer = (waiting: ServiceWorker) =>
      onNewVersion(() => {
        serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
        waiting.postMessage('activate');
      });
    const follow = (installing: ServiceWorker) =>
      installing.addEventListener('statechange', () => {
        if (installing.state === 'activated') onCopy('kept');
        // The first version takes over at once; a later one waits until somebody wants it.
        if (installing.state === 'installed' && registration.active) offer(installing);
        if (installing.state === 'redundant' && !registration.active) onCopy('incomplete');
      });
    if (registration.active) onCopy('kept');
    if (registration.waiting) offer(registration.waiting);
    if (registration.installing) follow(registration.installing);
    registration.addEventListener('updatefound', () => registration.installing && follow(registration.installing));
  } catch {
    onCopy('forbidden');
  }
}

/** Asks the server once whether it has another version; false where it does not answer. */
export async function lookForNewVersion(): Promise<boolean> {
  try {
    const registration = await navigator.serviceWorker.getRegistration();
    await registration?.update();
    return registration !== undefined;
  } catch {
    return false;
  }
}
