// What the browser fetches until the first complete picture, and how long that takes.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { median } from './page.mjs';

const openings = 9;

/** One opening of the page: its parts in gzip bytes until the first complete picture, and the milliseconds until then. */
async function open(browser, { address, dist }) {
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
  return { milliseconds, bytes: files.reduce((sum, file) => sum + gzipSync(readFileSync(file)).length, 0) };
}

/** The first load of a version, and of another one in turns with it. */
export async function firstLoad(browser, here, there) {
  const opened = { here: [], there: [] };
  for (let turn = 0; turn < openings; turn += 1) {
    if (there) opened.there.push(await open(browser, there));
    opened.here.push(await open(browser, here));
  }
  const of = (turns) => ({
    kilobytes: Math.min(...turns.map(({ bytes }) => bytes)) / 1000,
    milliseconds: median(turns.map(({ milliseconds }) => milliseconds)),
  });
  const named = Object.entries(opened).filter(([, turns]) => turns.length > 0);
  const lines = named.map(([name, turns]) => {
    const { kilobytes, milliseconds } = of(turns);
    return `${name}: first load ${kilobytes.toFixed(1)} kB gzip, first picture after ${milliseconds.toFixed(0)} ms`;
  });
  if (there) {
    const ratio = of(opened.here).milliseconds / of(opened.there).milliseconds;
    lines.push(`first picture, here / there: ${ratio.toFixed(2)}`);
  }
  return { ...of(opened.here), lines };
}
