import { expect, type Page, test } from '@playwright/test';
import { open } from './page.ts';

const classes = ['protected', 'open', 'unverified', 'plaintext', 'unknown', 'local'] as const;

/** Pictures of the legend's marks, each as pixels of one size. */
async function marks(page: Page): Promise<readonly (readonly number[])[]> {
  const found: (readonly number[])[] = [];
  for (const status of classes) {
    const png = await page.locator(`[data-legend="${status}"] svg`).screenshot();
    found.push(
      await page.evaluate(
        async (source) => {
          const image = new Image();
          image.src = source;
          await image.decode();
          const canvas = Object.assign(document.createElement('canvas'), { width: 46, height: 26 });
          const context = canvas.getContext('2d');
          context?.drawImage(image, 0, 0, 46, 26);
          return [...(context?.getImageData(0, 0, 46, 26).data ?? [])];
        },
        `data:image/png;base64,${png.toString('base64')}`,
      ),
    );
  }
  return found;
}

/** Share of pixels that differ by more than a tenth of the full range. */
function distance(a: readonly number[], b: readonly number[]): number {
  let different = 0;
  for (let index = 0; index < a.length; index += 4) {
    const sum = [0, 1, 2].reduce((all, part) => all + Math.abs((a[index + part] ?? 0) - (b[index + part] ?? 0)), 0);
    if (sum > 77) different += 1;
  }
  return different / (a.length / 4);
}

for (const colorScheme of ['light', 'dark'] as const) {
  for (const type of ['none', 'achromatopsia', 'protanopia', 'deuteranopia', 'tritanopia'] as const) {
    test(`the classes can be told apart: ${colorScheme}, ${type}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await open(page);
      const client = await page.context().newCDPSession(page);
      await client.send('Emulation.setEmulatedVisionDeficiency', { type });
      const found = await marks(page);
      const pairs = found.flatMap((a, index) =>
        found
          .slice(index + 1)
          .map((b, next) => ({ pair: `${classes[index]} - ${classes[index + 1 + next]}`, distance: distance(a, b) })),
      );
      const [nearest] = pairs.toSorted((a, b) => a.distance - b.distance);
      test.info().annotations.push({ type: 'nearest pair', description: JSON.stringify(nearest) });
      expect(pairs.filter((one) => one.distance < 0.05)).toEqual([]);
      await page.screenshot({ path: `test-results/vision-${colorScheme}-${type}.png` });
    });
  }
}
