import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { expect, type Page } from '@playwright/test';
import { expectAccessible, open, test } from './page.ts';

/** Opens the report page of the export dialog, and waits until the report is made. */
async function openReport(page: Page): Promise<void> {
  await open(page);
  await page.getByRole('button', { name: 'Export', exact: true }).click();
  await page.getByRole('tab', { name: 'Report' }).click();
  await expect(page.getByText(/^Size: /)).toBeVisible({ timeout: 30_000 });
}

async function saved(page: Page): Promise<string> {
  const waiting = page.waitForEvent('download');
  await page.getByRole('tabpanel').getByRole('button', { name: 'Save' }).click();
  const path = test.info().outputPath((await waiting).suggestedFilename());
  await (await waiting).saveAs(path);
  return path;
}

test('the saved report is read offline and without scripts, by everybody, and fills pages', async ({
  page,
  browser,
}) => {
  // The check for accessibility reads every element of a long page, twice.
  await openReport(page);
  const path = await saved(page);
  const context = await browser.newContext({ javaScriptEnabled: false, offline: true });
  const report = await context.newPage();
  const complaints: string[] = [];
  report.on('console', (message) => complaints.push(message.text()));
  await report.goto(pathToFileURL(path).href);
  await expect(report.getByRole('heading', { level: 1 })).toContainText('Who can sit in the middle');
  const titles = await report.getByRole('heading', { level: 2 }).allTextContents();
  expect(titles.map((title) => title.replace(/^\d+ /, ''))).toEqual([
    'Summary',
    'Picture',
    'Path table',
    'Exposed paths',
    'Weaknesses beside the settings of the paths',
    'Close what is open',
    'Assumptions',
    'What was not determined',
    'Messages of the import',
    'Method and sources',
  ]);
  await expect(report.getByRole('heading', { name: /^8 \(P08\) / })).toBeVisible();
  const pdf = await report.pdf({ preferCSSPageSize: true });
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length).toBeGreaterThan(3);
  expect(complaints).toEqual([]);
  await context.close();
  // The check for accessibility is a script itself.
  for (const colorScheme of ['light', 'dark'] as const) {
    const checked = await (await browser.newContext({ colorScheme, bypassCSP: true })).newPage();
    await checked.goto(pathToFileURL(path).href);
    await expectAccessible(checked);
    await checked.context().close();
  }
});

test('language, format and parts are chosen', async ({ page }) => {
  await openReport(page);
  await page.getByLabel('Language of the report').selectOption('de');
  await page.getByLabel('Format').selectOption('markdown');
  await page.getByLabel('Table of all paths').uncheck();
  await expect(page.getByRole('listitem').filter({ hasText: 'Exponierte Pfade' })).toBeVisible();
  const text = readFileSync(await saved(page), 'utf8');
  expect(text).toContain('# mitmap: Wer in der Mitte sitzen kann');
  expect(text).toContain('Exponierte Pfade');
  expect(text).not.toContain('Pfadtabelle');
  expect(text).toContain('](<mitmap-report.svg>)');
  await expectAccessible(page);
});

test('it is printed with its own style, under the policy of the page', async ({ page }) => {
  await page.addInitScript(() => {
    // A frame has no dialog to answer here: what would be printed is kept.
    Object.assign(window, {
      print() {
        const { document: own } = window;
        const style = (selector: string) => {
          const element = own.querySelector(selector);
          return element ? getComputedStyle(element) : null;
        };
        const rules = [...(own.adoptedStyleSheets[0]?.cssRules ?? [])].map(({ cssText }) => cssText);
        const printed = {
          title: own.querySelector('h1')?.textContent,
          cards: style('.cards')?.display,
          badge: style('.badge-plaintext')?.getPropertyValue('--badge'),
          pages: rules.filter((rule) => rule.startsWith('@page')).length,
          picture: own.querySelectorAll('.picture svg').length,
        };
        Object.assign(window.parent, { printed });
      },
    });
  });
  await openReport(page);
  await page.getByRole('tabpanel').getByRole('button', { name: 'Print' }).click();
  const printed = await page.waitForFunction(() => ('printed' in window ? window.printed : undefined));
  expect(await printed.jsonValue()).toEqual({
    title: expect.stringContaining('Who can sit in the middle'),
    cards: 'grid',
    badge: '#7F1230',
    pages: 3,
    picture: 1,
  });
});
