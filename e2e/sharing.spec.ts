import { readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { embeddedModel } from '../src/project/embeddedModel.ts';
import { writeShareLink } from '../src/project/shareLink.ts';
import { writeProjectFile } from '../src/project/writeProject.ts';
import { scenario } from '../src/scenarios/scenarios.ts';
import { drawn, expectAccessible, open, test } from './page.ts';

const file = (name: string, content: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(content) });
const choose = (page: Page, name: string, content: string) =>
  page.locator('input[type=file]').setInputFiles([file(name, content)]);
const addNode = (page: Page) => page.getByRole('button', { name: 'Add node', exact: true }).click();
const saved = (page: Page) => page.evaluate(() => localStorage.getItem('mitmap.project'));
const linkTo = (params: readonly (readonly [string, string])[] = []) =>
  `/#${writeShareLink(scenario('ha'), params).fragment}`;

async function save(page: Page): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Control+s')]);
  expect(download.suggestedFilename()).toMatch(/\.mitmap\.json$/);
  return readFileSync(await download.path(), 'utf8');
}

test('a project is saved, changed, and opened again as it was; what would be lost is asked for', async ({ page }) => {
  const { requests } = await open(page);
  await addNode(page);
  const first = await save(page);
  await addNode(page);
  await choose(page, 'mine.mitmap.json', first);
  const question = page.getByRole('region', { name: 'Replace your model?' });
  await question.getByRole('button', { name: 'Keep mine' }).click();
  await expect(question).toBeHidden();
  await choose(page, 'mine.mitmap.json', first);
  await expectAccessible(page);
  await question.getByRole('button', { name: 'Open and replace' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Opened mine.mitmap.json' })).toBeVisible();
  expect(await save(page)).toBe(first);
  expect(requests).toEqual([]);
});

test('the dialog gives a link that shows the same to somebody else', async ({ page, context }) => {
  await open(page);
  await addNode(page);
  const mine = await save(page);
  await page.keyboard.press('Control+Shift+e');
  await page.getByRole('tab', { name: 'Link and project' }).click();
  await page.getByLabel('For viewing only').check();
  await page.getByRole('combobox', { name: 'Language' }).selectOption('de');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Copy link' }).click();
  await expect(page.getByText('Copied.')).toBeVisible();
  const address = await page.evaluate(() => navigator.clipboard.readText());
  const other = await context.newPage();
  await open(other, `/${address.slice(address.indexOf('#'))}`);
  await expect(other.locator('html')).toHaveAttribute('lang', 'de');
  await expect(other.getByRole('region', { name: 'Ein Modell aus einem Link' })).toBeVisible();
  await expect(other.getByRole('button', { name: 'Node hinzufügen', exact: true })).toBeDisabled();
  expect(await save(other)).toBe(mine);
});

test('a link for viewing only is not changed until a copy is made, and leaves own work alone', async ({ page }) => {
  await open(page);
  await addNode(page);
  await expect.poll(() => saved(page)).not.toBeNull();
  const own = await saved(page);
  await page.goto('about:blank');
  await open(
    page,
    linkTo([
      ['view', 'only'],
      ['later', '3'],
    ]),
  );
  const bar = page.getByRole('region', { name: 'A model from a link' });
  await expect(bar).toContainText('for viewing only');
  // A plate in the picture is no field that could be off.
  await page
    .getByRole('button', { name: /press to change/i })
    .or(page.locator('.trust'))
    .first()
    .click();
  await expect(bar).toContainText('Make a copy to change it');
  await expectAccessible(page);
  expect(await saved(page)).toBe(own);
  await bar.getByRole('button', { name: 'Make a copy to edit' }).click();
  await expect(bar).toBeHidden();
  await addNode(page);
  await expect.poll(() => saved(page)).not.toBe(own);
  expect(page.url()).toMatch(/#later=3$/);
  await page.getByRole('button', { name: 'mitmap' }).click();
  await expect(page.getByRole('dialog').getByText('Recent work')).toBeVisible();
});

test('the way back from a link leads to the own model', async ({ page }) => {
  await open(
    page,
    linkTo([
      ['theme', 'dark'],
      ['paths', 'all'],
    ]),
  );
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await page.getByRole('button', { name: 'Back to my own model' }).click();
  await expect(page.getByRole('region', { name: 'A model from a link' })).toBeHidden();
  expect(page.url()).toMatch(/#theme=dark&paths=all$/);
});

for (const [name, address, words] of [
  ['cut', linkTo().slice(0, -100), 'Its end is missing'],
  ['newer', '/#model=7.abc', 'it needs form 7'],
  ['foreign', '/#model=anything', 'It is damaged at model'],
] as const)
  test(`a ${name} link says so and loses nothing`, async ({ page }) => {
    await open(page, address);
    const report = page.getByRole('status').filter({ hasText: 'The model in this link was not opened.' });
    await expect(report).toContainText(words);
    await expect(report).toContainText('Your own model is unchanged.');
    await expect(drawn(page, 'P01').first()).toBeVisible();
  });

test('a picture with a model opens, one without is refused, and nothing in it runs', async ({ page }) => {
  await open(page);
  const evil = '<svg xmlns="http://www.w3.org/2000/svg" onload="window.ran=1"><script>window.ran=1</script>';
  await choose(page, 'logo.svg', `${evil}</svg>`);
  await expect(page.getByRole('status').filter({ hasText: 'There is no model in it.' })).toBeVisible();
  await choose(page, 'cluster.svg', `${evil}<metadata>${embeddedModel(scenario('ha'))}</metadata></svg>`);
  await expect(page.getByRole('status').filter({ hasText: 'Opened cluster.svg' })).toBeVisible();
  expect(await save(page)).toBe(writeProjectFile(scenario('ha')));
  expect(await page.evaluate(() => 'ran' in window)).toBe(false);
});
