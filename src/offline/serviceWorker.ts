/*
 * Keeps one version of the page whole, so that it opens without a network, and a page that is open goes on with its own parts
 * when its server has another version or is gone. It fetches the files of its version and nothing else, when it is installed.
 * What is not among them passes through to the server.
 */

/** The files of this version, by their address beside the page, with what they contain; the build writes them in. */
declare const __FILES__: readonly (readonly [address: string, integrity: string])[];

/** Tells this version from others; the build writes it in. */
declare const __VERSION__: string;

// The compiler knows the page's names, not those of a service worker.
type Waiting = { readonly waitUntil: (work: Promise<unknown>) => void };
type Fetching = { readonly request: Request; readonly respondWith: (answer: Promise<Response>) => void };
type Scope = {
  readonly registration: { readonly scope: string };
  readonly clients: { readonly claim: () => Promise<void> };
  readonly skipWaiting: () => Promise<void>;
  addEventListener(type: 'install' | 'activate', listener: (event: Waiting) => void): void;
  addEventListener(type: 'fetch', listener: (event: Fetching) => void): void;
  addEventListener(type: 'message', listener: (event: MessageEvent) => void): void;
};
const scope = self as unknown as Scope;

/** Other copies of mitmap may lie on the same server. */
const family = `mitmap ${scope.registration.scope} `;
const cacheName = `${family}${__VERSION__}`;

const files = __FILES__;
const addressOf = (file: string) => new URL(file, scope.registration.scope).href;
const page = addressOf('./');
const own = new Set(files.map(([file]) => addressOf(file)));

scope.addEventListener('install', (event) => event.waitUntil(keepAll()));
scope.addEventListener('activate', (event) => event.waitUntil(takeOver()));
scope.addEventListener('message', ({ data }) => {
  // The page says so once somebody has accepted the new version.
  if (data === 'activate') void scope.skipWaiting();
});
scope.addEventListener('fetch', (event) => {
  const { method, mode, url } = event.request;
  const [address] = url.split(/[?#]/, 1);
  if (method !== 'GET' || address === undefined) return;
  if (mode === 'navigate') {
    if (address === page || address === addressOf('index.html')) event.respondWith(kept(page, event.request));
  } else if (own.has(address) || address.startsWith(addressOf('assets/')))
    event.respondWith(kept(address, event.request));
});

/** All or nothing; what is no file of this version, such as a sign-in page in its place, is refused by its content. */
async function keepAll(): Promise<void> {
  const cache = await caches.open(cacheName);
  try {
    await cache.addAll(
      files.map(([file, integrity]) => new Request(addressOf(file), { integrity, cache: 'no-cache' })),
    );
  } catch (failure) {
    await caches.delete(cacheName);
    throw failure;
  }
}

async function takeOver(): Promise<void> {
  const others = (await caches.keys()).filter((name) => name.startsWith(family) && name !== cacheName);
  // Pages of the version before may still be open.
  await Promise.all(others.slice(0, -1).map((name) => caches.delete(name)));
  await scope.clients.claim();
}

async function kept(address: string, request: Request): Promise<Response> {
  const present = await (await caches.open(cacheName)).match(address, { ignoreVary: true });
  return present ?? (await caches.match(address, { ignoreVary: true })) ?? (await fetch(request));
}
