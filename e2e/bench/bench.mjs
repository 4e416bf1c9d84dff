// Measures the built app on generated clusters: first load, file to picture, one flag to repaint, pan and zoom.
// npm run bench -- [--against DIST] FILE...
// Each FILE is as `kubectl get nodes,pods,services -A -o json` prints it; DIST is the dist folder of another version,
// opened in turns with this one, for the ratio.
import { readFileSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import { preview } from 'vite';
import { findBrowser } from '../findBrowser.mjs';

const rounds = 3;
const openings = 9;
const { values: options, positionals: files } = parseArgs({
  allowPositionals: true,
  options: { against: { type: 'string' } },
});

const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const round = (value) => Math.round(value * 10) / 10;

/** Milliseconds from an action until two frames after the picture says that it is complete. */
async function timed(page, action, isDone) {
  await page.evaluate(() => {
    window.started = 0;
    addEventListener('change', () => (window.started ||= performance.now()), { capture: true, once: true });
  });
  await action();
  await page.waitForFunction(isDone);
  return page.evaluate(
    () =>
      new Promise((resolve) =>
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - window.started))),
      ),
  );
}

/** Frame times while the picture is dragged, or zoomed, for a second and a half. */
async function frames(page, gesture) {
  await page.evaluate(() => {
    window.frames = [];
    let last = performance.now();
    const tick = (now) => {
      window.frames.push(now - last);
      last = now;
      window.ticking = requestAnimationFrame(tick);
    };
    window.ticking = requestAnimationFrame(tick);
  });
  const box = await page.getByTestId('diagram').boundingBox();
  await page.mouse.move(box.x + box.width / 2, box.y + 20);
  for (let step = 0; step < 60; step += 1) await gesture(page, box, step);
  return page.evaluate(() => {
    cancelAnimationFrame(window.ticking);
    const sorted = window.frames.slice(2).sort((a, b) => a - b);
    return { p95: sorted[Math.floor(sorted.length * 0.95)], worst: sorted.at(-1) };
  });
}

async function pan(page, box, step) {
  if (step === 0) await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2 + Math.sin(step / 8) * 200, box.y + 20 + step);
  if (step === 59) await page.mouse.up();
}

async function zoom(page, _box, step) {
  await page.mouse.wheel(0, step % 20 < 10 ? -60 : 60);
}

async function measure(browser, address, file) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.addInitScript(() => {
    window.longest = 0;
    const note = (list) => {
      for (const { duration } of list.getEntries()) window.longest = Math.max(window.longest, duration);
    };
    new PerformanceObserver(note).observe({ entryTypes: ['longtask'] });
    const look = () => {
      window.progressSeen ||= document.querySelector('.report progress') !== null;
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await page.goto(address);
  await page.waitForSelector('[data-testid=diagram]');
  await page.waitForTimeout(500);
  await page.evaluate(() => (window.longest = 0));
  const read = await timed(
    page,
    () => page.locator('input[type=file]').setInputFiles(file),
    () => document.querySelector('dialog.preview .primary') !== null,
  );
  const kept = await timed(
    page,
    async () => {
      await page.evaluate(() =>
        addEventListener('click', () => (window.started = performance.now()), { capture: true, once: true }),
      );
      await page.locator('dialog.preview .primary').click();
    },
    () => document.querySelector('dialog') === null && document.querySelector('.report button') !== null,
  );
  await page.waitForTimeout(500);
  const { longest, progressSeen } = await page.evaluate(() => ({
    longest: window.longest,
    progressSeen: window.progressSeen,
  }));
  if (!progressSeen) throw new Error(`${file} was read without a progress bar`);
  await page
    .locator('[data-element="kube-apiserver"]')
    .first()
    .click({ position: { x: 30, y: 10 } });
  const field = page.getByRole('textbox', { name: '--kubelet-certificate-authority' });
  await field.fill('/etc/kubernetes/pki/ca.crt');
  const flag = await timed(
    page,
    async () => {
      await page.evaluate(() =>
        addEventListener('keydown', () => (window.started = performance.now()), { capture: true, once: true }),
      );
      await field.press('Enter');
    },
    () => document.querySelector('[data-path="P08"]')?.getAttribute('data-server-authentication') === 'name',
  );
  const panned = await frames(page, pan);
  const zoomed = await frames(page, zoom);
  const elements = await page.evaluate(() => document.querySelectorAll('*').length);
  await page.close();
  return { read, kept, longest, flag, panned, zoomed, elements };
}

/** One opening of the page: its parts in gzip bytes until the first complete picture, and the milliseconds until then. */
async function open(browser, address, dist) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const parts = [];
  page.on('response', (response) => parts.push(new URL(response.url()).pathname));
  await page.addInitScript(() => {
    const look = () => {
      if (document.querySelector('[data-testid=diagram][data-ready=true]')) window.complete = performance.now();
      else requestAnimationFrame(look);
    };
    look();
  });
  await page.goto(address);
  const milliseconds = await page.waitForFunction(() => window.complete).then((handle) => handle.jsonValue());
  const files = [...new Set(parts)].map((path) => join(dist, path === '/' ? 'index.html' : path));
  await page.close();
  return {
    milliseconds,
    files: files.length,
    bytes: files.reduce((sum, file) => sum + gzipSync(readFileSync(file)).length, 0),
  };
}

async function serve(dist, port) {
  const server = await preview({ build: { outDir: dist }, preview: { port, strictPort: true } });
  return { dist, address: `http://localhost:${port}/`, close: () => server.close() };
}

const here = await serve(resolve('dist'), 4175);
const there = options.against ? await serve(resolve(options.against), 4176) : null;
const browser = await chromium.launch({
  executablePath: (await findBrowser()) ?? undefined,
  args: ['--no-sandbox', '--disable-background-networking'],
});

const opened = { here: [], there: [] };
for (let turn = 0; turn < openings; turn += 1) {
  if (there) opened.there.push(await open(browser, there.address, there.dist));
  opened.here.push(await open(browser, here.address, here.dist));
}
for (const [name, turns] of Object.entries(opened).filter(([, turns]) => turns.length > 0)) {
  const first = Math.min(...turns.map(({ bytes }) => bytes));
  const time = median(turns.map(({ milliseconds }) => milliseconds));
  console.log(`${name}: first load ${round(first / 1000)} kB gzip, first picture after ${round(time)} ms`);
}
if (there) {
  const of = (pick) => median(opened.here.map(pick)) / median(opened.there.map(pick));
  console.log(`first picture, here / there: ${round(of(({ milliseconds }) => milliseconds) * 100) / 100}`);
}

if (files.length > 0) {
  const results = new Map(files.map((file) => [file, []]));
  for (let turn = 0; turn < rounds; turn += 1) {
    for (const file of files) results.get(file).push(await measure(browser, here.address, file));
  }
  console.log(
    '| file | MB | file to preview ms | preview to picture ms | longest task ms | flag to repaint ms | pan p95 / worst ms | zoom p95 / worst ms | DOM elements |',
  );
  console.log('|---|---|---|---|---|---|---|---|---|');
  for (const [file, turns] of results) {
    const of = (pick) => round(median(turns.map(pick)));
    console.log(
      `| ${basename(file)} | ${round(statSync(file).size / 1e6)} | ${of((r) => r.read)} | ${of((r) => r.kept)} | ${of((r) => r.longest)} | ${of((r) => r.flag)} | ${of((r) => r.panned.p95)} / ${of((r) => r.panned.worst)} | ${of((r) => r.zoomed.p95)} / ${of((r) => r.zoomed.worst)} | ${of((r) => r.elements)} |`,
    );
  }
}
await browser.close();
await here.close();
await there?.close();
