// Measures the built app.
import { statSync } from 'node:fs';
import { changes, frames, heap, median, memoryWatch, timed, watch } from './page.mjs';

const picture = '[data-testid=diagram]';
const cells = '.population-canvas';

async function openPage(browser, address) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await watch(page);
  await page.addInitScript(() => localStorage.setItem('mitmap.tour', 'seen'));
  await page.goto(address);
  await page.waitForSelector(picture);
  // What is loaded when the page has nothing else to do is there before anybody drops a file.
  await page.waitForTimeout(1500);
  await page.evaluate(() => (window.longest = 0));
  return page;
}

async function importFile(page, path) {
  // Nobody chooses a file without going for it: from then on the page has what reads it.
  await page.locator('button:has(+ input[type=file])').hover();
  await page.waitForTimeout(500);
  await page.evaluate(() => (window.longest = 0));
  const preview = await timed(
    page,
    'change',
    () => page.locator('input[type=file]').first().setInputFiles(path),
    () => document.querySelector('dialog.preview .primary') !== null,
  );
  const shown = await timed(
    page,
    'click',
    () => page.locator('dialog.preview .primary').click(),
    () => document.querySelector('dialog') === null && document.querySelector('.report button') !== null,
  );
  return { preview, shown, picture: preview + shown };
}

/** Shows one path alone and the settings of the kube-apiserver, where everybody sets this flag first. */
async function openFlag(page) {
  await page.evaluate(() => location.assign('#element=kube-apiserver~&q=path%3AP08'));
  await page.locator('[data-list-path]').first().waitFor();
  await page.evaluate(() =>
    document
      .querySelector('[data-element="kube-apiserver"]')
      ?.dispatchEvent(new MouseEvent('click', { bubbles: true })),
  );
}

/** Sets and unsets the flag in turns; milliseconds until the page shows it each time. */
async function changeFlag(page, isShown) {
  const field = page.getByRole('textbox', { name: '--kubelet-certificate-authority' });
  const times = [];
  for (let turn = 0; turn < changes; turn += 1) {
    await field.fill(turn % 2 === 0 ? '/etc/kubernetes/pki/ca.crt' : '');
    times.push(await timed(page, 'keydown', () => field.press('Enter'), isShown[turn % 2], 20_000));
    await page.waitForTimeout(300);
  }
  return { median: median(times), first: times[0] };
}

/** A point of the canvas that is on a cell: where a tip appears. */
async function placeOfCell(page, box) {
  for (let step = 1; step < 60; step += 1) {
    const point = {
      x: box.x + (box.width * ((step * 7) % 20)) / 20,
      y: box.y + (box.height * (30 + (step % 40))) / 100,
    };
    await page.mouse.move(point.x, point.y);
    await page.waitForTimeout(60);
    if (await page.locator('.population-tip').isVisible()) return point;
  }
  throw new Error('no cell was found');
}

/** One run with one file. */
export async function measureApp(browser, address, { path }) {
  const page = await openPage(browser, address);
  const read = await importFile(page, path);
  await page.waitForTimeout(600);
  const longest = await page.evaluate(() => window.longest);
  const panPaths = await frames(page, picture, 'pan');
  const zoomPaths = await frames(page, picture, 'zoom');
  await openFlag(page);
  const flag = await changeFlag(page, [
    () => document.querySelector('[data-path="P08"]')?.getAttribute('data-server-authentication') === 'name',
    () => document.querySelector('[data-path="P08"]')?.getAttribute('data-server-authentication') !== 'name',
  ]);
  const population = await timed(
    page,
    'keydown',
    async () => {
      await page.evaluate(() => document.activeElement?.blur());
      await page.keyboard.press('v');
    },
    () => document.querySelector('.population-canvas[data-ready=true]') !== null,
  );
  await page.waitForTimeout(400);
  await page.evaluate(() => {
    const canvas = document.querySelector('.population-canvas');
    const context = canvas.getContext('2d');
    const { width, height } = canvas;
    const sum = () => {
      const { data } = context.getImageData(0, 0, width, height);
      let found = 0;
      for (let at = 0; at < data.length; at += 4 * 97) found = (found * 31 + data[at] + data[at + 1] * 3) % 1_000_003;
      return found;
    };
    window.first = sum();
    window.isAsFirst = () => sum() === window.first;
  });
  // A page that only claims to have repainted is caught: the pixels themselves are asked.
  const flagCells = await changeFlag(page, [() => !window.isAsFirst(), () => window.isAsFirst()]);
  const pan = await frames(page, cells, 'pan');
  const zoom = await frames(page, cells, 'zoom');
  const box = await page.locator(cells).boundingBox();
  await page.getByRole('button', { name: 'Fit', exact: true }).click();
  await page.waitForTimeout(200);
  const cell = await placeOfCell(page, box);
  await page.mouse.move(1, 1);
  await page.locator('.population-tip').waitFor({ state: 'detached' });
  const hover = await timed(
    page,
    'mousemove',
    () => page.mouse.move(cell.x, cell.y),
    () => document.querySelector('.population-tip') !== null,
  );
  const dom = await page.evaluate(() => document.querySelectorAll('*').length);
  const megabytes = await heap(page);
  const begun = performance.now();
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save SVG' }).click();
  const download = await saved;
  const svg = performance.now() - begun;
  const svgBytes = statSync(await download.path()).size;
  await page.close();
  return {
    ...read,
    longest,
    flag,
    flagCells,
    population,
    panPaths,
    zoomPaths,
    pan,
    zoom,
    hover,
    dom,
    heap: megabytes,
    svg,
    svgBytes,
  };
}

/** The largest file as a stream: how fast, with how much memory, and how soon canceling answers. */
export async function measureStream(browser, address, { path, bytes }) {
  const page = await openPage(browser, address);
  const stop = memoryWatch();
  const { preview } = await importFile(page, path);
  const memory = stop();
  await page.close();
  const other = await openPage(browser, address);
  await other.locator('input[type=file]').first().setInputFiles(path);
  await other.locator('.report progress').waitFor();
  await other.waitForTimeout(1500);
  const cancel = await timed(
    other,
    'click',
    () => other.locator('.report button').click(),
    () => document.querySelector('.report progress') === null,
  );
  await other.close();
  return { seconds: preview / 1000, rate: bytes / 1000 / preview, memory, cancel };
}
