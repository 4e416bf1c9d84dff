import { readFile } from 'node:fs/promises';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { diagram, pageFile } from './page.ts';
import { answers, ways } from './parts.ts';

test.skip(pageFile !== undefined, 'the one file has all of its parts inside');

type Answer = keyof typeof answers;
const kinds = Object.keys(answers) as Answer[];

/** The page with one edit made and saved, before any part is missing. */
async function edited(page: Page): Promise<void> {
  await page.goto('/');
  await expect(diagram(page)).toHaveAttribute('data-ready', 'true');
  await page.getByRole('button', { name: 'Add node', exact: true }).click();
  await expect.poll(() => page.evaluate(() => localStorage.getItem('mitmap.project'))).toContain('worker-2');
}

/** Answers parts so, all or one of them; returns which were asked for, and a way to answer as one should again. */
async function missing(page: Page, answer: Answer, only: string | null) {
  const asked = new Set<string>();
  let isMissing = true;
  await page.route('**/assets/**', async (route) => {
    const file = new URL(route.request().url()).pathname;
    asked.add(file);
    await (isMissing && (only === null || only === file) ? answers[answer](route) : route.continue());
  });
  return {
    asked,
    mend: () => {
      isMissing = false;
    },
  };
}

/** Where the message stands: in the dialog where one covers the page. */
async function inFront(page: Page): Promise<Locator> {
  const dialog = page.locator('dialog:modal');
  return (await dialog.count()) > 0 ? dialog.last() : page.locator('body');
}

/** The page is there, says what failed, and has the edit. */
async function expectUnharmed(page: Page): Promise<void> {
  await expect(page.getByRole('alert').filter({ visible: true }).first()).toContainText('could not be loaded');
  await expect(page.getByRole('button', { name: 'Deutsch' })).toBeAttached();
  expect(await page.evaluate(() => localStorage.getItem('mitmap.project'))).toContain('worker-2');
}

for (const [index, way] of ways.entries()) {
  // Each way meets one answer here, and all of them in `npm run deep`.
  const some = process.env['MITMAP_DEEP'] ? kinds : [kinds[index % kinds.length] as Answer];
  for (const answer of some)
    test(`${way.name}, answered by ${answer}: the page stays, and so does the work`, async ({ page }) => {
      await edited(page);
      await way.before?.(page);
      const { mend } = await missing(page, answer, null);
      await way.ask(page);
      await expectUnharmed(page);
      const saving = page.waitForEvent('download');
      const front = await inFront(page);
      await front.getByRole('button', { name: 'Save my work as a file' }).first().click();
      expect(await readFile(await (await saving).path(), 'utf8')).toContain('worker-2');
      mend();
      // What did not come may come; what came damaged stays with the page, as browsers have it.
      if (!['not found', 'a page', 'no server'].includes(answer)) return;
      const again = front.getByRole('button', { name: 'Try again' });
      while ((await again.count()) > 0) await again.first().click();
      await expect(front.getByRole('button', { name: 'Try again' })).toHaveCount(0);
    });
}
