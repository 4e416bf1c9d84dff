// Measures the built app on generated clusters, beside graph libraries that draw the same ones.
// npm run bench -- [--sizes s,m,l,xl] [--turns 3] [--no-peers] [--no-stream] [--dist DIST] [--against DIST]
// DIST is the dist folder of another version, whose first load is measured in turns with this one.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { preview } from 'vite';
import { findBrowser } from '../findBrowser.mjs';
import { measureApp, measureStream } from './app.mjs';
import { clusterFile, folder, sizeIds } from './clusters.mjs';
import { firstLoad } from './firstLoad.mjs';
import { median } from './page.mjs';
import { measurePeer, peerIds, readingAlone, servePeers } from './peersOf.mjs';
import { reachLines } from './reach.mjs';
import { tables } from './tables.mjs';

const { values: options } = parseArgs({
  options: {
    sizes: { type: 'string', default: sizeIds.join() },
    turns: { type: 'string', default: '3' },
    'no-peers': { type: 'boolean', default: false },
    'no-stream': { type: 'boolean', default: false },
    dist: { type: 'string', default: 'dist' },
    against: { type: 'string' },
  },
});

async function serve(dist, port) {
  const server = await preview({ build: { outDir: dist }, preview: { port, strictPort: true } });
  return { dist, address: `http://localhost:${port}/`, close: () => server.close() };
}

const executablePath = (await findBrowser()) ?? undefined;
const launch = (...args) =>
  chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-background-networking', ...args] });

const here = await serve(resolve(options.dist), 4175);
const there = options.against ? await serve(resolve(options.against), 4176) : null;
const browser = await launch();
const results = {
  date: new Date().toISOString(),
  firstLoad: await firstLoad(browser, here, there),
  sizes: {},
  stream: null,
};
for (const line of results.firstLoad.lines) console.log(line);

/** The median of each number of several runs; runs that did not finish count for nothing. */
function medianOf(runs) {
  const finished = runs.filter((run) => run !== null);
  const [first] = finished;
  if (first === undefined) return null;
  const merged = Object.keys(first).map((key) => {
    const values = finished.map((run) => run[key]);
    if (typeof values[0] === 'number') return [key, median(values)];
    if (typeof values[0] === 'object') return [key, medianOf(values)];
    return [key, values.every(Boolean)];
  });
  return Object.fromEntries(merged);
}

const peers = options['no-peers'] ? null : await servePeers(4177);
// A page without a graphics card draws WebGL in software, and only when it is told to; nothing else is run with this.
const webgl = peers && (await launch('--enable-unsafe-swiftshader'));
const gaveUp = new Set();
for (const id of options.sizes.split(',')) {
  const file = clusterFile(id);
  if (file === null) {
    console.log(`${id}: no generator of clusters, so nothing of this size is measured`);
    continue;
  }
  // Single runs of what takes minutes; what has not finished a smaller cluster is not asked again.
  const turns = id === 'xl' ? 1 : Number(options.turns);
  const runs = { app: [], ...Object.fromEntries(peerIds.map((peer) => [peer, []])) };
  for (let turn = 0; turn < (id === 'xl' ? Number(options.turns) : turns); turn += 1) {
    runs.app.push(await measureApp(browser, here.address, file));
    if (!peers || turn >= turns) continue;
    for (const peer of peerIds) {
      if (gaveUp.has(peer)) continue;
      const run = await measurePeer(peer === 'sigma' ? webgl : browser, peers.address, peer, file);
      runs[peer].push(run);
      if (run === null) gaveUp.add(peer);
    }
  }
  results.sizes[id] = {
    ...file,
    app: medianOf(runs.app),
    peers: Object.fromEntries(peerIds.map((peer) => [peer, medianOf(runs[peer])])),
  };
  console.log(`${id} measured`);
}
if (!options['no-stream'] && peers) {
  const file = clusterFile('xl', 'kubectl');
  if (file) {
    const alone = await readingAlone(browser, peers.address, file);
    results.stream = { ...(await measureStream(browser, here.address, file)), alone, bytes: file.bytes };
  }
}

mkdirSync(folder, { recursive: true });
const lines = reachLines(results);
const written = [...tables(results), '', ...lines].join('\n');
writeFileSync(join(folder, 'results.json'), `${JSON.stringify({ ...results, reach: lines }, null, 2)}\n`);
writeFileSync(join(folder, 'results.md'), `${written}\n`);
console.log(written);
await browser.close();
await webgl?.close();
await here.close();
await there?.close();
await peers?.close();
