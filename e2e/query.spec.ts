import { expect, type Page } from '@playwright/test';
import { diagram, expectAccessible, open, test } from './page.ts';

const field = (page: Page) => page.getByRole('combobox', { name: 'Search paths' });
const options = (page: Page) => page.getByRole('listbox').getByRole('option');
const active = (page: Page) => options(page).and(page.locator('[aria-selected="true"]'));
const line = (page: Page, path: string) =>
  diagram(page)
    .locator('.subject', { has: page.locator(`[data-path="${path}"]`) })
    .first();
const listed = (page: Page) =>
  page.locator('[data-list-path]').evaluateAll((all) => all.map((one) => one.getAttribute('data-list-path')));

test('by keys alone: a field, a value, a second term, and the way back', async ({ page }) => {
  await open(page);
  await page.keyboard.press('/');
  await expect(field(page)).toBeFocused();
  await page.keyboard.type('statu');
  await expect(options(page)).toHaveText([/^status:/]);
  await expect(field(page)).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('ArrowDown');
  await expect(active(page)).toContainText('status:');
  await expect(field(page)).toHaveAttribute('aria-activedescendant', (await active(page).getAttribute('id')) ?? '-');
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await expect(field(page)).toHaveValue('status:');
  await page.keyboard.type('pl');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Tab');
  await expect(field(page)).toHaveValue('status:plaintext ');
  await expect(field(page)).toBeFocused();
  expect(await listed(page)).toEqual(['P12', 'P14', 'P16']);
  await expect(page.getByRole('navigation').getByText('3 of 21 paths')).toBeVisible();
  await page.keyboard.type('-node:');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await expect(field(page)).toHaveValue(/^status:plaintext -node:worker-1 ?$/);
  expect(await listed(page)).toEqual(['P14', 'P16']);
  await page.keyboard.type('kub');
  await expect(options(page).first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('listbox')).toBeHidden();
  await page.keyboard.press('Escape');
  await expect(field(page)).toHaveValue('');
  await expect(page.locator('[data-list-path]')).toHaveCount(21);
});

test('buttons write terms, and are lit by terms that somebody types', async ({ page }) => {
  await open(page);
  const legend = (name: RegExp) => page.locator('#legend').getByRole('button', { name });
  await legend(/^readable and changeable/).click();
  await legend(/^encrypted, identity not checked/).click();
  await page.getByRole('button', { name: 'untrusted network' }).click();
  await expect(field(page)).toHaveValue('status:plaintext,unverified crosses');
  await legend(/^readable and changeable/).click();
  await expect(field(page)).toHaveValue('status:unverified crosses');
  await field(page).fill('status:unknown exposed');
  await expect(page.getByRole('button', { name: 'exposed', exact: true })).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByRole('button', { name: 'untrusted network' })).toHaveAttribute('aria-pressed', 'false');
  await expect(legend(/^not determined/)).toHaveAttribute('aria-pressed', 'true');
  await page.getByRole('button', { name: 'Clear the search' }).click();
  await expect(field(page)).toBeFocused();
  await expect(legend(/^not determined/)).toHaveAttribute('aria-pressed', 'false');
});

test('a query is in the address: a reload and a link keep it, and the picture follows', async ({ page }) => {
  await open(page, '/#q=path%3AP08,P12');
  await expect(field(page)).toHaveValue('path:P08,P12');
  expect(await listed(page)).toEqual(['P08', 'P12']);
  await expect(line(page, 'P01')).toHaveClass(/dimmed/);
  await expect(line(page, 'P08')).not.toHaveClass(/dimmed/);
  await field(page).fill('exposed to:service-account-token');
  await expect(page).toHaveURL(/#q=exposed\+to%3Aservice-account-token$/);
  await page.reload();
  await expect(field(page)).toHaveValue('exposed to:service-account-token');
  await expect.poll(() => listed(page)).toContain('P04');
  expect(await listed(page)).not.toContain('P05');
  await field(page).fill('');
  await expect(page).not.toHaveURL(/#/);
});

test('what cannot be understood is said, and the rest holds', async ({ page }) => {
  await open(page);
  await field(page).fill('path:P08 foo:bar status:good ');
  const said = page.locator('.query-help [role="status"]');
  await expect(said).toContainText('There is no field “foo:”.');
  await expect(said).toContainText('“status:” has no value “good”. Possible: protected,');
  expect(await listed(page)).toEqual(['P08']);
  await page.getByRole('button', { name: 'Deutsch' }).click();
  await expect(said).toContainText('Es gibt kein Feld „foo:“.');
  await expectAccessible(page);
});

test('on a phone the list fits, and a finger finds every line of it', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page);
  await field(page).scrollIntoViewIfNeeded();
  await field(page).click();
  await expect(options(page).first()).toBeVisible();
  const box = await page.getByRole('listbox').boundingBox();
  expect((box?.x ?? -1) >= 0 && (box?.x ?? 0) + (box?.width ?? 999) <= 390).toBe(true);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await options(page).filter({ hasText: 'crosses' }).click();
  await expect(field(page)).toHaveValue('crosses ');
  await expectAccessible(page);
});
