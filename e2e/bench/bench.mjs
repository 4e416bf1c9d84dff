// Measures the built app on generated clusters: first load, file to picture, one flag to repaint, pan and zoom.
// npm run bench -- FILE...   each FILE as `kubectl get nodes,pods,services -A -o json` prints it
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import { preview } from 'vite';
import { findBrowser } from '../findBrowser.mjs';

const rounds = 3;
const files = process.argv.slice(2);

function firstLoad() {
  const html = readFileSync('dist/index.html', 'utf8');
  const linked = [...html.matchAll(/(?:src|href)="\.\/(assets\/[^"]+)"/g)].map((found) => found[1]);
  const seen = new Set(linked);
  for (const name of seen) {
    const text = readFileSync(`dist/${name}`, 'utf8');
    for (const found of text.matchAll(/from\s*"\.\/([^"]+\.js)"/g)) seen.add(`assets/${found[1]}`);
  }
  const bytes = [...seen].map((name) => gzipSync(readFileSync(`dist/${name}`)).length);
  return { files: seen.size, gzipBytes: bytes.reduce((sum, one) => sum + one, 0) };
}

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
  await page.goto(address);
  await page.waitForSelector('[data-testid=diagram]');
  const picture = await timed(
    page,
    () => page.locator('input[type=file]').setInputFiles(file),
    () => document.querySelector('.report button') !== null,
  );
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
  return { picture, flag, panned, zoomed, elements };
}

const load = firstLoad();
console.log(
  `first load: ${load.files} files, ${round(load.gzipBytes / 1000)} kB gzip (of ${readdirSync('dist/assets').length} built)`,
);
if (files.length > 0) {
  const server = await preview({ preview: { port: 4175 } });
  const browser = await chromium.launch({
    executablePath: (await findBrowser()) ?? undefined,
    args: ['--no-sandbox', '--disable-background-networking'],
  });
  const results = new Map(files.map((file) => [file, []]));
  for (let turn = 0; turn < rounds; turn += 1) {
    for (const file of files) results.get(file).push(await measure(browser, 'http://localhost:4175/', file));
  }
  console.log(
    '| file | MB | file to picture ms | flag to repaint ms | pan p95 / worst ms | zoom p95 / worst ms | DOM elements |',
  );
  console.log('|---|---|---|---|---|---|---|');
  for (const [file, turns] of results) {
    const of = (pick) => round(median(turns.map(pick)));
    console.log(
      `| ${basename(file)} | ${round(statSync(file).size / 1e6)} | ${of((r) => r.picture)} | ${of((r) => r.flag)} | ${of((r) => r.panned.p95)} / ${of((r) => r.panned.worst)} | ${of((r) => r.zoomed.p95)} / ${of((r) => r.zoomed.worst)} | ${of((r) => r.elements)} |`,
    );
  }
  await browser.close();
  await server.close();
}
