import { expect, type Page } from '@playwright/test';
import { diagram, expectAccessible, open, test } from './page.ts';

const caption = (page: Page) => page.locator('.presentation-words h2');
const number = (page: Page) => page.locator('.presentation-number');
const black = (page: Page) => page.getByTestId('black');

async function openPresenter(page: Page): Promise<void> {
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused();
  await page.keyboard.type('present this page');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog').getByRole('button', { name: 'Start' })).toBeEnabled();
}

async function start(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Start' }).click();
  await expect(number(page)).toContainText('1 of');
}

test('a clicker turns the slides, blackens the screen and ends nothing; the interface comes and goes', async ({
  page,
}) => {
  await open(page, '/#lang=en');
  await openPresenter(page);
  await expectAccessible(page);
  await start(page);
  await expect(page.locator('.toolbar')).toBeHidden();
  await expect(caption(page)).not.toBeEmpty();
  const first = await caption(page).textContent();
  await page.keyboard.press('PageDown');
  await expect(number(page)).toContainText('2 of');
  await page.keyboard.press('ArrowRight');
  await expect(number(page)).toContainText('3 of');
  await page.keyboard.press('PageUp');
  await page.keyboard.press('ArrowLeft');
  await expect(caption(page)).toHaveText(first ?? '');
  await page.keyboard.press('b');
  await expect(black(page)).toBeVisible();
  await page.keyboard.press('.');
  await expect(black(page)).toBeHidden();
  await page.keyboard.press('s');
  await expect(page.getByTestId('spotlight')).toBeVisible();
  await page.keyboard.press('p');
  await expect(page.getByTestId('pointer')).toBeVisible();
  await page.keyboard.press('p');
  await expectAccessible(page);
  await page.keyboard.press('h');
  await expect(page.locator('.toolbar')).toBeVisible();
  await page.keyboard.press('Escape');
  if (await page.locator('.presentation').isVisible()) await page.keyboard.press('Escape');
  await expect(page.locator('.presentation')).toBeHidden();
  await expect(diagram(page)).toBeVisible();
});

test('a second window has the notes, what comes next and the time, and turns the slides as well', async ({ page }) => {
  await open(page, '/#lang=en');
  await openPresenter(page);
  const [notes] = await Promise.all([
    page.waitForEvent('popup'),
    page.getByRole('button', { name: 'Open the window for notes' }).click(),
  ]);
  await expect(notes.getByText('Nothing is presented yet')).toBeVisible();
  await start(page);
  await expect(notes.locator('.notes-next')).toContainText('Next:');
  const next = await notes.locator('.notes-next').textContent();
  await notes.getByRole('button', { name: 'Next' }).click();
  await expect(number(page)).toContainText('2 of');
  await expect(caption(page)).toHaveText(next?.replace('Next:', '').trim() ?? '');
  await expect(notes.locator('h2')).toHaveText((await caption(page).textContent()) ?? '');
  await notes.keyboard.press('PageUp');
  await expect(number(page)).toContainText('1 of');
  await page.bringToFront();
  await page.keyboard.press('PageDown');
  await expect(notes.getByText(/2 of/)).toBeVisible();
  await notes.getByRole('button', { name: 'Black' }).click();
  await expect(black(page)).toBeVisible();
  await expect(notes.getByText('the screen is black')).toBeVisible();
  await expectAccessible(notes);
  expect(await notes.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
});

test('saved views are kept, put in order and shown; afterwards all is as before', async ({ page }) => {
  await open(page, '/#lang=en');
  await page.locator('[data-list-path="P09"]').first().click();
  await openPresenter(page);
  await page.getByRole('radio', { name: 'My saved views' }).check();
  await page.getByRole('textbox', { name: 'Name of the present view' }).fill('Exec');
  await page.getByRole('button', { name: 'Add this view' }).click();
  await page.getByRole('button', { name: 'Close' }).last().click();
  await page.locator('[data-list-path="P01"]').first().click();
  await openPresenter(page);
  await page.getByRole('radio', { name: 'My saved views' }).check();
  await page.getByRole('button', { name: 'Add this view' }).click();
  await page.getByRole('button', { name: 'Move “View 2” up' }).click();
  await start(page);
  await expect(caption(page)).toHaveText('View 2');
  await expect(page).toHaveURL(/path=P01/);
  await page.keyboard.press(' ');
  await expect(caption(page)).toHaveText('Exec');
  await expect(page).toHaveURL(/path=P09/);
  await page.getByRole('button', { name: 'End' }).click();
  await expect(page).toHaveURL(/path=P01/);
});

test('the tour is there once, lets clicks through, and never comes with a link', async ({ page, context }) => {
  await open(page);
  const tour = page.getByRole('region', { name: 'A look around' });
  await expect(tour).toContainText('1 of 5');
  await expectAccessible(page);
  await tour.getByRole('button', { name: 'Next' }).click();
  await expect(tour).toContainText('2 of 5');
  await page.getByRole('button', { name: 'Fit' }).click();
  await page.keyboard.press('Escape');
  await expect(tour).toBeHidden();
  await page.reload();
  await expect(diagram(page)).toHaveAttribute('data-ready', 'true');
  await expect(tour).toBeHidden();
  await page.keyboard.press('?');
  await page.getByRole('button', { name: 'Show the tour again' }).click();
  await expect(tour).toContainText('1 of 5');
  const other = await (await context.browser()?.newContext())?.newPage();
  if (!other) throw new Error('no second page');
  await open(other, `${page.url()}#theme=dark`);
  await expect(other.getByRole('region', { name: 'A look around' })).toBeHidden();
});

test('a term says what it means on hover, focus and click, and Esc takes only that away', async ({ page }) => {
  await open(page, '/#lang=en');
  await page.locator('[data-list-path="P09"]').first().click();
  const term = page.locator('.inspector .term').first();
  const meaning = page.getByRole('tooltip');
  await term.hover();
  await expect(meaning).toBeVisible();
  await meaning.hover();
  await expect(meaning).toBeVisible();
  await expectAccessible(page);
  await page.mouse.move(5, 5);
  await expect(meaning).toBeHidden();
  await term.focus();
  await expect(meaning).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(meaning).toBeHidden();
  await expect(page.locator('.inspector h2')).toBeVisible();
  await page.keyboard.press('g');
  await page.getByRole('searchbox').fill('zertifikat');
  await expect(page.getByRole('dialog')).toContainText('serving certificate');
  await expectAccessible(page);
  await page.evaluate(() => location.assign('#glossary=relay'));
  await expect(page.locator('#term-relay')).toBeFocused();
  await page.reload();
  await expect(page.locator('#term-relay')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page).not.toHaveURL(/glossary/);
});
