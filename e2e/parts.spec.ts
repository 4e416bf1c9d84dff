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
  // What is loaded when nothing else is to be done.
  await expect(page.locator('.attacker-choice select')).toBeAttached();
  await page.getByRole('button', { name: /^(Add node|Node hinzufügen)$/ }).click();
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

const told = new WeakMap<Page, string>();

/** Whether a part is still being loaded, or another one has failed since the last look. */
async function unsettled(page: Page): Promise<boolean> {
  const now = (await page.getByRole('alert').allTextContents()).join();
  const isNew = told.get(page) !== now;
  told.set(page, now);
  return isNew || (await page.getByText('Loading …').count()) > 0;
}

/** The page is there, says what failed, and has the edit. */
async function expectUnharmed(page: Page): Promise<void> {
  await expect(page.getByRole('alert').filter({ visible: true }).first()).toContainText('could not be loaded');
  // What was asked for together fails together: nothing waits for what never comes.
  await expect.poll(() => unsettled(page), { intervals: [600] }).toBe(false);
  await expect(page.getByRole('button', { name: 'Deutsch' })).toBeAttached();
  expect(await page.evaluate(() => localStorage.getItem('mitmap.project'))).toContain('worker-2');
}

for (const [index, way] of ways.entries()) {
  // Each way meets one answer for all of its parts here.
  const answer = kinds[index % kinds.length] as Answer;
  test(`${way.name}, answered by ${answer}: the page stays, and so does the work`, async ({ page }) => {
    await edited(page);
    await way.before?.(page);
    const { asked, mend } = await missing(page, answer, null);
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
    // An action that failed is done again by whoever asked for it.
    if ((await again.count()) === 0) return;
    while ((await again.count()) > 0) await again.first().click();
    await expect(front.getByRole('button', { name: 'Try again' })).toHaveCount(0);
    // What comes in the end has its styles.
    await expect
      .poll(() => page.evaluate(() => [...document.styleSheets].map(({ href }) => new URL(href ?? '').pathname)))
      .toEqual(expect.arrayContaining([...asked].filter((file) => file.endsWith('.css'))));
  });
}

test.describe('in depth', () => {
  test.describe.configure({ mode: 'parallel' });
  test.skip(!process.env['MITMAP_DEEP'], 'each part by itself with each answer takes minutes: npm run deep');
  for (const way of ways)
    test(`${way.name}: each of its parts missing by itself, in each way`, async ({ page, context }) => {
      test.setTimeout(600_000);
      await edited(page);
      await way.before?.(page);
      const { asked } = await missing(page, 'not found', '');
      await way.ask(page);
      let known = -1;
      await expect
        .poll(
          () => {
            const isWhole = asked.size === known;
            known = asked.size;
            return isWhole && known > 0;
          },
          { intervals: [700] },
        )
        .toBe(true);
      let tried = 0;
      for (const file of [...asked].sort())
        for (const answer of kinds) {
          // One way is to change the language, which the next page would keep.
          await page.evaluate(() => localStorage.removeItem('mitmap.locale'));
          const other = await context.newPage();
          await edited(other);
          await way.before?.(other);
          const { asked: here } = await missing(other, answer, file);
          await way.ask(other);
          await other.waitForLoadState('networkidle');
          // A part that the page fetches when it is idle may have come before.
          if (!here.has(file)) {
            await other.close();
            continue;
          }
          await expect(other.getByRole('button', { name: /^(Deutsch|English)$/ })).toBeAttached();
          await expect(other.getByRole('main')).not.toBeEmpty();
          expect(await other.evaluate(() => localStorage.getItem('mitmap.project'))).toContain('worker-2');
          // Half a style sheet is one, and a part that nobody misses says nothing; all others say what failed.
          tried += 1;
          await other.close();
        }
      test.info().annotations.push({ type: 'combinations', description: String(tried) });
    });
});

test('a part that takes a minute says so, can be left, and is shown when it comes', async ({ page }) => {
  await page.clock.install();
  await edited(page);
  const dialog = page.getByRole('dialog');
  const held: (() => Promise<void>)[] = [];
  await page.route('**/assets/**', (route) => void held.push(() => route.continue()));
  await page.getByRole('button', { name: 'Reference: paths, rules, claims, versions' }).click();
  await expect(dialog).toBeVisible();
  await page.clock.runFor(1_000);
  await expect(dialog).toContainText('Loading …');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await page.getByRole('button', { name: /^(Add node|Node hinzufügen)$/ }).click();
  await expect(diagram(page)).toContainText('worker-3');
  await page.getByRole('button', { name: 'Reference: paths, rules, claims, versions' }).click();
  await expect(dialog).toBeVisible();
  await page.clock.runFor(60_000);
  await expect(dialog).toContainText('the server takes long to answer');
  for (const release of held) await release();
  await page.unroute('**/assets/**');
  await expect(dialog.getByRole('heading', { name: 'Reference', exact: true })).toBeVisible();
});

test('a view that throws leaves the others, and comes back with an undo', async ({ page }) => {
  await page.addInitScript(() => {
    const Own = ResizeObserver;
    window.ResizeObserver = class extends Own {
      constructor(callback: ResizeObserverCallback) {
        if (document.documentElement.dataset['fault'] !== 'over') throw new Error('made to fail');
        super(callback);
      }
    };
  });
  await page.goto('/');
  const message = page.getByRole('main').getByRole('alert');
  await expect(message).toContainText('“The map” failed because of a fault in mitmap');
  await expect(page.getByRole('navigation')).toContainText('Paths by status');
  await page.evaluate(() => {
    document.documentElement.dataset['fault'] = 'over';
  });
  // A click that meets the page while it puts itself together again is lost.
  await expect(async () => {
    await page.getByRole('button', { name: /^(Add node|Node hinzufügen)$/ }).click();
    await expect(diagram(page)).toContainText('worker-2', { timeout: 3000 });
  }).toPass();
  await expect(message).toHaveCount(0);
});

test('what a handler throws is told, and takes nothing with it', async ({ page }) => {
  await edited(page);
  await page.evaluate(() => {
    URL.createObjectURL = () => {
      throw new Error('made to fail');
    };
  });
  await page.keyboard.press('Control+s');
  const problem = page.getByRole('region', { name: 'Something failed' });
  await expect(problem).toContainText('The last action failed because of a fault in mitmap');
  await problem.getByText('What the browser says').click();
  await expect(problem).toContainText('made to fail');
  await problem.getByRole('button', { name: 'Close' }).click();
  await expect(problem).toBeHidden();
  await expect(diagram(page)).toContainText('worker-2');
});

for (const file of ['first', 'index', 'interface'])
  test(`a page whose ${file} part is missing says what to do`, async ({ page }) => {
    await page.route(`**/assets/${file}-*.js`, (route) => route.fulfill({ status: 404, body: '' }));
    await page.goto('/');
    await expect(page.getByText('This page has not started.')).toBeVisible({ timeout: 10_000 });
  });

test('a page whose scripts are off says what they are for', async ({ browser }) => {
  const page = await browser.newPage({ javaScriptEnabled: false });
  await page.goto('/');
  await expect(page.locator('noscript p[lang=en]')).toBeVisible({ timeout: 10_000 });
  await page.close();
});

test('kept work is not touched when the part that reads it is missing', async ({ page }) => {
  await edited(page);
  const kept = () => page.evaluate(() => localStorage.getItem('mitmap.project'));
  const before = await kept();
  await page.route('**/assets/projectFile-*.js', (route) => route.fulfill({ status: 404, body: '' }));
  await page.reload();
  await expect(page.getByText('What you saved here is still kept')).toBeVisible();
  expect(await kept()).toBe(before);
  await page.unroute('**/assets/projectFile-*.js');
  await page.reload();
  await expect(diagram(page)).toContainText('worker-2');
});
