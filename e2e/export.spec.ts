import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import type { Topology } from '../src/domain/topology.ts';
import { writeProjectFile } from '../src/project/writeProject.ts';
import { scenario } from '../src/scenarios/scenarios.ts';
import { diagram, drawn, expectAccessible, open, test } from './page.ts';
import { drawings, skipped, texts } from './renderers.mjs';

/** A hundred nodes, of which a few differ, with three pods each. */
function hundredNodes(): Topology {
  const base = scenario('kubeadm');
  const [node] = base.nodes;
  const [pod] = base.pods;
  if (!node || !pod) throw new Error('the scenario has neither node nor pod');
  const open = { value: 'true', origin: 'user', source: null } as const;
  const nodes = Array.from({ length: 100 }, (_, index) => ({
    ...node,
    id: `node:worker-${index}`,
    name: `worker-${index}`,
    kubelet:
      index % 33 === 7
        ? {
            ...node.kubelet,
            explicitSettings: { ...node.kubelet.explicitSettings, 'authentication.anonymous.enabled': open },
          }
        : node.kubelet,
  }));
  const pods = nodes.flatMap(({ id, name }) =>
    [0, 1, 2].map((index) => ({ ...pod, id: `pod:${name}-${index}`, name: `${name}-${index}`, nodeId: id })),
  );
  return { ...base, name: 'hundred', nodes, pods };
}

const clusters: Readonly<Record<string, () => Topology>> = {
  documentation: () => scenario('documentation'),
  ha: () => scenario('ha'),
  'everything-wrong': () => scenario('everything-wrong'),
  'hundred nodes': hundredNodes,
};

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Export' });

async function openModel(page: Page, topology: Topology): Promise<void> {
  await page
    .locator('input[type=file]')
    .setInputFiles([
      { name: 'x.mitmap.json', mimeType: 'application/json', buffer: Buffer.from(writeProjectFile(topology)) },
    ]);
  await expect(page.getByRole('status').filter({ hasText: 'Opened x.mitmap.json' })).toBeVisible();
}

async function openExport(page: Page): Promise<void> {
  await page.keyboard.press('Control+Shift+E');
  await expect(dialog(page).getByRole('img')).toBeVisible();
}

/** Waits for the preview that a choice has brought. */
async function choose(page: Page, field: string, option: string): Promise<void> {
  const before = await dialog(page).getByRole('img').getAttribute('src');
  await dialog(page).getByRole('combobox', { name: field, exact: true }).selectOption(option);
  await expect(dialog(page).getByRole('img')).not.toHaveAttribute('src', before ?? '');
}

async function uncheck(page: Page, label: string): Promise<void> {
  const before = await dialog(page).getByRole('img').getAttribute('src');
  await dialog(page).getByRole('checkbox', { name: label }).uncheck();
  await expect(dialog(page).getByRole('img')).not.toHaveAttribute('src', before ?? '');
}

async function save(page: Page, button = 'Save SVG'): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    dialog(page).getByRole('button', { name: button, exact: true }).click(),
  ]);
  return download.path();
}

const viewBox = (svg: string) => /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg)?.slice(1).map(Number) ?? [];
const asData = (type: string, content: Buffer) => `data:${type};base64,${content.toString('base64')}`;

/** Share of pixels of two pictures that differ by more than the edges of letters do; the second may be a pixel larger. */
async function difference(page: Page, one: string, other: string): Promise<number> {
  return page.evaluate(
    async ([first, second]) => {
      const load = async (source: string) => {
        const image = new Image();
        image.src = source;
        await image.decode();
        return image;
      };
      const [a, b] = [await load(first ?? ''), await load(second ?? '')];
      if (Math.abs(a.width - b.width) > 2 || Math.abs(a.height - b.height) > 2) return 1;
      const pixels = (image: HTMLImageElement) => {
        const canvas = Object.assign(document.createElement('canvas'), { width: a.width, height: a.height });
        const context = canvas.getContext('2d');
        if (!context) throw new Error('no canvas');
        context.fillStyle = '#fff';
        context.fillRect(0, 0, canvas.width, canvas.height);
        context.drawImage(image, 0, 0);
        return context.getImageData(0, 0, canvas.width, canvas.height).data;
      };
      const [left, right] = [pixels(a), pixels(b)];
      let different = 0;
      for (let index = 0; index < left.length; index += 4) {
        const distance = [0, 1, 2].reduce(
          (sum, part) => sum + Math.abs((left[index + part] ?? 0) - (right[index + part] ?? 0)),
          0,
        );
        if (distance > 192) different += 1;
      }
      return different / (left.length / 4);
    },
    [one, other],
  );
}

/** What may differ: the edges of letters and lines, which every program draws in its own way. */
const largestShare = 0.03;

for (const [name, make] of Object.entries(clusters)) {
  test(`the file looks like the page, and its text is text, in every reader (${name})`, async ({ page }) => {
    await open(page);
    await openModel(page, make());
    await openExport(page);
    await choose(page, 'Table of paths', 'none');
    await uncheck(page, 'Legend');
    await uncheck(page, 'Title, date, files and version');
    const path = await save(page);
    const svg = readFileSync(path, 'utf8');
    const [width = 0, height = 0] = viewBox(svg);

    await page.keyboard.press('Escape');
    await page.setViewportSize({ width: width + 720, height: height + 320 });
    await page.keyboard.press('0');
    await expect(page.getByText('100 %', { exact: true }).first()).toBeVisible();
    await page.mouse.move(2, 2);
    const area = await diagram(page).boundingBox();
    if (!area) throw new Error('no picture on the page');
    const onPage = asData('image/png', await page.screenshot({ clip: { ...area, width, height } }));

    const shares: (readonly [string, number])[] = [
      ['chromium', await difference(page, onPage, asData('image/svg+xml', Buffer.from(svg)))],
    ];
    for (const [reader, png] of drawings(path))
      shares.push([reader, await difference(page, onPage, asData('image/png', png))]);
    const report = shares.map(([reader, share]) => `${reader} ${(share * 100).toFixed(2)} %`).join(', ');
    // The note of a run tells which readers it had.
    process.stdout.write(`${name}: ${report}; not installed, skipped: ${skipped.join(', ') || 'none'}\n`);
    for (const [reader, share] of shares) expect([reader, share < largestShare]).toEqual([reader, true]);

    const wanted = [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text]) => (text ?? '').replaceAll('&amp;', '&'));
    for (const [reader, text] of texts(path)) {
      // Readers put letters where they draw them, so that a line may be broken anywhere.
      const found = text.replace(/\s+/g, '');
      expect([reader, wanted.filter((one) => !found.includes(one.replace(/\s+/g, '')))]).toEqual([reader, []]);
    }
  });
}

test('every kind of picture is previewed and saved as it was chosen', async ({ page }) => {
  await open(page);
  await drawn(page, 'P08').first().click();
  await openExport(page);
  await expectAccessible(page);
  await choose(page, 'Colors', 'dark');
  await choose(page, 'Language', 'de');
  await choose(page, 'Size', 'a4-landscape');
  await choose(page, 'What is drawn', 'selection');
  const selection = readFileSync(await save(page), 'utf8');
  expect(selection).toContain('xml:lang="de"');
  expect(selection).toContain('width="297mm"');
  expect(selection).toContain('fill="#0F1720"');
  expect(new Set([...selection.matchAll(/data-path="(\w+)"/g)].map(([, path]) => path))).toEqual(new Set(['P08']));
  await choose(page, 'What is drawn', 'visible');
  expect(readFileSync(await save(page), 'utf8')).toContain('<clipPath');
  await choose(page, 'Text', 'embedded');
  expect(readFileSync(await save(page), 'utf8')).toContain('@font-face{font-family:"mitmap Sans"');
  await choose(page, 'Text', 'outlines');
  expect(readFileSync(await save(page), 'utf8')).not.toContain('<text');
});

test('export, change, drop, export again: identical bytes', async ({ page }) => {
  const { requests } = await open(page);
  await openModel(page, scenario('konnectivity'));
  await openExport(page);
  const path = await save(page);
  const svg = readFileSync(path, 'utf8');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Add node', exact: true }).click();
  await page.locator('input[type=file]').setInputFiles(path);
  await page.getByRole('button', { name: 'Open and replace' }).click();
  await openExport(page);
  expect(readFileSync(await save(page), 'utf8')).toBe(svg);
  expect(requests).toEqual([]);
});

test('a PNG has the chosen size, and picture and text go to the clipboard', async ({ page }) => {
  await open(page);
  await openExport(page);
  const [width = 0, height = 0] = viewBox(readFileSync(await save(page), 'utf8'));
  await dialog(page).getByRole('combobox', { name: 'Enlarged' }).selectOption('3');
  const png = readFileSync(await save(page, 'Save PNG'));
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([width * 3, height * 3]);
  await dialog(page).getByRole('button', { name: 'Copy PNG' }).click();
  await expect(dialog(page).getByText('The PNG is on the clipboard.')).toBeVisible();
  await dialog(page).getByRole('button', { name: 'Copy SVG' }).click();
  await expect(dialog(page).getByText('The SVG is on the clipboard.')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('<svg');
});

test('printing takes a page of the picture’s own size', async ({ page }) => {
  await open(page);
  await openExport(page);
  await choose(page, 'Size', 'a3-landscape');
  await page.evaluate(() => {
    // Nothing of a print can be seen from here but what was to be printed.
    const original = HTMLBodyElement.prototype.append;
    HTMLBodyElement.prototype.append = function (...nodes) {
      original.apply(this, nodes);
      for (const node of nodes)
        if (node instanceof HTMLIFrameElement && node.contentWindow) node.contentWindow.print = () => undefined;
    };
  });
  await dialog(page).getByRole('button', { name: 'Print, or save as PDF' }).click();
  const printed = await page.locator('iframe').evaluate((frame: HTMLIFrameElement) => {
    const inside = frame.contentDocument;
    return {
      paths: inside?.querySelectorAll('[data-path]').length ?? 0,
      style: [...(inside?.adoptedStyleSheets[0]?.cssRules ?? [])].map((rule) => rule.cssText).join(' '),
    };
  });
  expect(printed.paths).toBeGreaterThan(10);
  expect(printed.style).toContain('size: 420mm 297mm');
});

test('the file draws the same shapes as the page', async ({ page }) => {
  await open(page);
  const strokes = (paths: Element[]) => paths.map((path) => path.getAttribute('stroke'));
  const onPage = await page.locator('[data-testid=diagram] [data-path] > path[stroke]').evaluateAll(strokes);
  await openExport(page);
  const svg = readFileSync(await save(page), 'utf8');
  const inFile = await page.evaluate((text) => {
    const parsed = new DOMParser().parseFromString(text, 'image/svg+xml');
    return [...parsed.querySelectorAll('[data-path] > path[stroke]')].map((path) => path.getAttribute('stroke'));
  }, svg);
  expect(inFile).toEqual(onPage);
});
