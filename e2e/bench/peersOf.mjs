// Measures graph libraries that draw the same cluster, each with positions given.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build, preview } from 'vite';
import { changes, frames, heap, median, timed, watch } from './page.mjs';

const folder = resolve('e2e/bench/peers');
export const peerIds = ['cytoscape', 'sigma', 'reactflow'];

/** Builds the page of the peers, whose packages are of the benchmark alone, and serves it. */
export async function servePeers(port) {
  if (!existsSync(join(folder, 'node_modules')))
    execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: folder });
  const outDir = resolve('.cache/bench/peers');
  await build({ root: folder, configFile: false, logLevel: 'error', build: { outDir, emptyOutDir: true } });
  const server = await preview({
    root: folder,
    configFile: false,
    build: { outDir },
    preview: { port, strictPort: true },
  });
  return { address: `http://localhost:${port}/`, close: () => server.close() };
}

/** One run of one library; what it does not finish in the time given is null. */
export async function measurePeer(browser, address, id, { path }, timeout = 120_000) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await watch(page);
  try {
    await page.goto(`${address}?peer=${id}`);
    await page.waitForFunction(() => window.peer?.isReady);
    const picture = await timed(
      page,
      'change',
      () => page.locator('input').setInputFiles(path),
      () => window.peer.isDrawn,
      timeout,
    );
    const { nodes, edges } = await page.evaluate(() => window.peer);
    const pan = await withIn(timeout, frames(page, '#picture', 'pan'));
    const zoom = await withIn(timeout, frames(page, '#picture', 'zoom'));
    const times = [];
    for (let turn = 0; turn < changes; turn += 1) {
      times.push(await recolor(page, timeout));
      // Whoever needs seconds is not asked six times.
      if (times[0] > 2000) break;
    }
    const flag = { median: median(times), first: times[0] };
    const dom = await page.evaluate(() => document.querySelectorAll('*').length);
    return { picture, pan, zoom, flag, dom, heap: await heap(page), nodes, edges };
  } catch {
    return null;
  } finally {
    await withIn(10_000, page.close()).catch(() => {});
  }
}

function withIn(timeout, promise) {
  return Promise.race([
    promise,
    new Promise((_resolve, reject) => setTimeout(() => reject(new Error('not finished')), timeout).unref()),
  ]);
}

/** The library is asked from within an event, as a user's change would; painted as with the app. */
function recolor(page, timeout) {
  return timed(
    page,
    'recolor',
    () =>
      page.evaluate(() => {
        dispatchEvent(new Event('recolor'));
        window.isRecolored = false;
        Promise.resolve(window.peer.recolor()).then(() => (window.isRecolored = true));
      }),
    () => window.isRecolored,
    timeout,
  );
}

/** What a worker does to read a file and nothing else: part after part, or as it comes into memory that is given. */
const readings = {
  parts: `
    const reader = new FileReaderSync();
    for (let at = 0; at < file.size; at += 8e6) sum += new Uint8Array(reader.readAsArrayBuffer(file.slice(at, at + 8e6)))[0];`,
  stream: `
    const reader = file.stream().getReader({ mode: 'byob' });
    let memory = new ArrayBuffer(1e6);
    for (;;) {
      const { done, value } = await reader.read(new Uint8Array(memory));
      if (done) break;
      sum += value[0];
      memory = value.buffer;
    }`,
};

/** Megabytes a second of reading a file in a worker and doing nothing with it, in both ways. */
export async function readingAlone(browser, address, file) {
  const parts = await readingBy(readings.parts, browser, address, file);
  return { parts, stream: await readingBy(readings.stream, browser, address, file) };
}

async function readingBy(reading, browser, address, { path, bytes }) {
  const page = await browser.newPage();
  await page.goto(address);
  await page.evaluate((reading) => {
    document.querySelector('input').addEventListener(
      'change',
      (event) => {
        event.stopImmediatePropagation();
        const code = `onmessage = async ({ data: file }) => {
          const begun = performance.now();
          let sum = 0;
          ${reading}
          postMessage(performance.now() - begun + (sum < 0 ? 1 : 0));
        }`;
        const worker = new Worker(URL.createObjectURL(new Blob([code])));
        worker.onmessage = ({ data }) => (window.alone = data);
        worker.postMessage(event.target.files[0]);
      },
      { capture: true },
    );
  }, reading);
  await page.locator('input').setInputFiles(path);
  const milliseconds = await page
    .waitForFunction(() => window.alone, null, { timeout: 120_000 })
    .then((one) => one.jsonValue());
  await page.close();
  return bytes / 1000 / milliseconds;
}
