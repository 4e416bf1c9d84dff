import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { diagram, drawn, expectAccessible, open, test } from './page.ts';

const dock = (page: Page) => page.getByRole('complementary', { name: 'Quiz' });
const ticks = (page: Page) => dock(page).getByRole('checkbox');

/** Everything is done with the keyboard. */
async function press(page: Page, name: string | RegExp): Promise<void> {
  await dock(page).getByRole('button', { name }).focus();
  await page.keyboard.press('Enter');
}

async function tick(page: Page, names: readonly string[]): Promise<void> {
  for (const name of names) {
    await ticks(page)
      .and(page.getByLabel(name, { exact: true }))
      .focus();
    await page.keyboard.press('Space');
  }
}

/** The paths that belong to the answer, as the feedback tells them. */
const rightOnes = (page: Page) => dock(page).locator('.quiz-items > :is(.right, .missed) .path-name').allTextContents();

test('by keyboard alone: wrong, then repeated and right; the own model waits and comes back', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: 'Add node', exact: true }).click();
  const ownPaths = await diagram(page).locator('[data-path]').count();
  await page.evaluate(() => {
    location.hash = '#quiz=7&level=1&kinds=paths&count=2';
  });
  await expect(dock(page).getByLabel('Number of the series')).toHaveValue('7');
  await expectAccessible(page);
  await press(page, 'Start');
  await expect(dock(page)).toContainText('Question 1 of 2');
  await expect(dock(page).getByRole('heading', { level: 2 })).toBeFocused();
  await expectAccessible(page);

  // Nothing tells a class while it is asked for, and nothing opens that would.
  await expect(diagram(page).locator('[data-status]')).toHaveCount(0);
  const titles = await diagram(page).locator('[data-path]').allTextContents();
  expect(titles.join(' ')).not.toMatch(/protected|readable|not checked/);
  await expect(page.locator('#legend')).toHaveCount(0);
  await expect(page.getByRole('button', { name: 'Export', exact: true })).toBeDisabled();
  await page.keyboard.press('x');
  await page.keyboard.press('n');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.locator('.inspector')).toHaveCount(0);
  await page.keyboard.press('Control+z');

  // A mark in the picture and a tick in the list are the same.
  await ticks(page).first().focus();
  await page.keyboard.press('Space');
  await expect(diagram(page).locator('.answer-mark.marked').first()).toBeAttached();
  const marked = diagram(page).locator('.connection.marked').first();
  await marked.focus();
  await page.keyboard.press('Enter');
  await expect(ticks(page).first()).not.toBeChecked();
  for (const box of await ticks(page).all()) {
    await box.focus();
    await page.keyboard.press('Space');
  }
  await press(page, 'Check');
  await expect(dock(page)).toContainText(/\d+ right, [1-9]\d* wrong, 0 missed: \d of 10 points/);
  await expect(diagram(page).locator('.answer-mark.right').first()).toBeAttached();
  await expect(diagram(page).locator('.answer-mark.wrong').first()).toBeAttached();
  await expect(diagram(page).locator('[data-status]').first()).toBeAttached();
  await expectAccessible(page);
  // What is judged can be looked at.
  await dock(page).locator('.path-name').first().focus();
  await page.keyboard.press('Enter');
  await expect(page.locator('.inspector')).toContainText('Protection');
  const first = await rightOnes(page);
  await press(page, 'Next question');
  await expect(page.locator('.inspector')).toHaveCount(0);
  await press(page, 'Check');
  await expect(dock(page)).toContainText(/0 right, 0 wrong, [1-9]\d* missed: 0 of 10 points/);
  const second = await rightOnes(page);
  await press(page, 'To the result');
  await expect(dock(page).getByRole('row')).toHaveCount(4);
  await expectAccessible(page);

  await press(page, 'Repeat what was wrong (2)');
  await tick(page, first);
  await press(page, 'Check');
  await expect(dock(page)).toContainText('Exactly right.');
  await expect(dock(page)).toContainText('10 of 10 points');
  await press(page, 'Next question');
  await tick(page, second);
  await press(page, 'Check');
  await expect(dock(page)).toContainText('Exactly right.');
  await press(page, 'To the result');
  await expect(dock(page)).toContainText('Every answer was exactly right.');

  await press(page, 'Leave the quiz');
  await expect(dock(page)).toBeHidden();
  expect(new URL(page.url()).hash).not.toContain('quiz');
  await expect(diagram(page).locator('[data-path]')).toHaveCount(ownPaths);
  await expect(drawn(page, 'P08').first()).toHaveAttribute('data-status', 'unverified');
  await page.keyboard.press('Control+z');
  await expect(diagram(page).locator('[data-path]')).not.toHaveCount(ownPaths);
  await page.keyboard.press('Control+Shift+z');

  // Only the scored series is kept, and only on this device; a reload has the own model.
  await page.reload();
  await expect(diagram(page).locator('[data-path]')).toHaveCount(ownPaths);
  const kept = await page.evaluate(() => JSON.parse(localStorage.getItem('mitmap.quiz') ?? '[]'));
  expect(kept).toHaveLength(1);
  expect(kept[0]).toMatchObject({ seed: 7, level: 1, count: 2, of: 20 });
});

test('every kind is answered; a change is seen as it would be; results are taken as a file', async ({ page }) => {
  await open(page, '/#quiz=3&level=2&count=6');
  await press(page, 'Start');
  for (let number = 1; number <= 6; number++) {
    await expect(dock(page)).toContainText(`Question ${number} of 6`);
    const down = dock(page).getByRole('button', { name: /^Move down/ });
    if ((await down.count()) > 0) {
      const name = (await down.first().getAttribute('aria-label')) ?? '';
      await down.first().focus();
      await page.keyboard.press('Enter');
      // The step goes down, and the focus with it.
      await expect(dock(page).getByRole('button', { name, exact: true })).toBeFocused();
    } else {
      await ticks(page).first().focus();
      await page.keyboard.press('Space');
    }
    await expectAccessible(page);
    const isPrediction = (await dock(page).getByLabel('None of these paths changes its class').count()) > 0;
    await press(page, 'Check');
    if (isPrediction) await expect(dock(page)).toContainText('shows the cluster after the change');
    await expectAccessible(page);
    await press(page, number < 6 ? 'Next question' : 'To the result');
  }
  const [file] = await Promise.all([page.waitForEvent('download'), press(page, 'Save results as a file')]);
  const saved = JSON.parse(await readFile(await file.path(), 'utf8'));
  expect(saved).toMatchObject({ mitmap: 'quiz', version: 1, results: [{ seed: 3, level: 2, of: 60 }] });
  expect(new Set(saved.results[0].questions.map(({ kind }: { kind: string }) => kind)).size).toBe(6);
});

test('the same number asks a whole class the same, in any language', async ({ page }) => {
  const first = async (address: string, start: string) => {
    await page.goto('about:blank');
    await open(page, address);
    await page.getByRole('complementary', { name: 'Quiz' }).getByRole('button', { name: start }).click();
    await expect(dock(page).getByRole('heading', { level: 2 })).toBeVisible();
    return diagram(page)
      .locator('[data-path]')
      .evaluateAll((paths) => paths.map((path) => path.getAttribute('data-subject')));
  };
  const english = await first('/#quiz=42&level=2&kinds=paths&lang=en', 'Start');
  expect(await first('/#quiz=42&level=2&kinds=paths&lang=de', 'Beginnen')).toEqual(english);
  await expect(dock(page)).toContainText('Serie 42, Stufe 2');
  // Whoever opens another model is done with the quiz.
  await page.locator('.toolbar .begin select').selectOption('ha');
  await expect(dock(page)).toBeHidden();
  await expect(diagram(page).locator('[data-status]').first()).toBeAttached();
});

test('on a narrow window the question is above the picture, and nothing overflows', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page, '/#quiz=8&level=1&kinds=paths&theme=dark&lang=de');
  await dock(page).getByRole('button', { name: 'Beginnen' }).click();
  await expect(diagram(page)).toBeVisible();
  const [question, picture] = [await dock(page).boundingBox(), await diagram(page).boundingBox()];
  expect((question?.y ?? 0) + (question?.height ?? 0)).toBeLessThanOrEqual((picture?.y ?? 0) + 1);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await expectAccessible(page);
});
