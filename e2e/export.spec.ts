import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { Resvg } from '@resvg/resvg-js';
import { open } from './page.ts';

/** Share of pixels of two pictures of one size that differ by more than antialiasing does. */
async function difference(page: Page, one: string, other: string): Promise<number> {
  return page.evaluate(
    async ([first, second]) => {
      const pixels = async (source: string) => {
        const image = new Image();
        image.src = source;
        await image.decode();
        const canvas = Object.assign(document.createElement('canvas'), { width: image.width, height: image.height });
        const context = canvas.getContext('2d');
        if (!context) throw new Error('no canvas');
        context.fillStyle = '#fff';
        context.fillRect(0, 0, canvas.width, canvas.height);
        context.drawImage(image, 0, 0);
        return context.getImageData(0, 0, canvas.width, canvas.height);
      };
      const [a, b] = [await pixels(first ?? ''), await pixels(second ?? '')];
      if (a.width !== b.width || a.height !== b.height) return 1;
      let different = 0;
      for (let index = 0; index < a.data.length; index += 4) {
        const distance = [0, 1, 2].reduce(
          (sum, part) => sum + Math.abs((a.data[index + part] ?? 0) - (b.data[index + part] ?? 0)),
          0,
        );
        if (distance > 192) different += 1;
      }
      return different / (a.data.length / 4);
    },
    [one, other],
  );
}

const asData = (type: string, content: Buffer) => `data:${type};base64,${content.toString('base64')}`;

for (const theme of ['light', 'dark', 'print'] as const) {
  test(`the exported file looks the same in other renderers (${theme})`, async ({ page }) => {
    await open(page);
    await page.getByLabel('Export theme').selectOption(theme);
    const waiting = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export SVG' }).click();
    const path = await (await waiting).path();
    const svg = readFileSync(path, 'utf8');
    expect(svg).toContain('<title id="mitmap-title">mitmap: who can sit in the middle');
    const inBrowser = asData('image/svg+xml', Buffer.from(svg));
    const resvg = new Resvg(svg, { font: { loadSystemFonts: true } }).render().asPng();
    // The page may load no data into fetch, but images from data addresses are allowed by its policy.
    expect(await difference(page, inBrowser, asData('image/png', resvg))).toBeLessThan(0.02);
    const rsvg = withRsvg(path);
    test.info().annotations.push({
      type: 'second renderer',
      description: rsvg ? 'rsvg-convert' : 'rsvg-convert is not installed: skipped',
    });
    if (rsvg) expect(await difference(page, inBrowser, asData('image/png', rsvg))).toBeLessThan(0.02);
  });
}

function withRsvg(svg: string): Buffer | null {
  const png = join(mkdtempSync(join(tmpdir(), 'mitmap-')), 'out.png');
  try {
    execFileSync('rsvg-convert', [svg, '-o', png], { stdio: 'ignore' });
  } catch {
    return null;
  }
  return readFileSync(png);
}

test('the file draws the same shapes as the page', async ({ page }) => {
  await open(page);
  const onPage = await page
    .locator('[data-testid=diagram] [data-path] > path[stroke]')
    .evaluateAll((paths) => paths.map((path) => path.getAttribute('stroke')));
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export SVG' }).click();
  const svg = readFileSync(await (await waiting).path(), 'utf8');
  const inFile = await page.evaluate((text) => {
    const parsed = new DOMParser().parseFromString(text, 'image/svg+xml');
    return [...parsed.querySelectorAll('[data-path] > path[stroke]')].map((path) => path.getAttribute('stroke'));
  }, svg);
  expect(inFile).toEqual(onPage);
});
