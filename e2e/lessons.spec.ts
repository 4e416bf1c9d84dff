import { readFileSync } from 'node:fs';
import { expect, type Locator, type Page } from '@playwright/test';
import { diagram, drawn, expectAccessible, open, test } from './page.ts';

const dock = (page: Page) => page.getByRole('complementary', { name: 'Lesson' });
const step = (page: Page, title: string) => dock(page).getByRole('heading', { name: title, level: 3 });
const state = (page: Page) => page.getByTestId('task-state');
const saved = (page: Page) => page.evaluate(() => localStorage.getItem('mitmap.project'));
const frames = (page: Page) => diagram(page).locator('[data-subject^="worker~"]');
const mapLesson = 'how-to-read-the-map';

/** Goes to something as somebody without a mouse does. */
async function reach(page: Page, wanted: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  for (let presses = 0; presses < 150; presses += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press(key);
  }
  throw new Error('not reached by keyboard');
}

async function press(page: Page, wanted: Locator, key?: 'Tab' | 'Shift+Tab'): Promise<void> {
  await reach(page, wanted, key);
  await page.keyboard.press('Enter');
}

/** Ticks the paths with these numbers, each wherever it runs. */
async function tick(page: Page, question: Locator, numbers: readonly string[]): Promise<void> {
  const boxes = question.getByRole('checkbox');
  // Reading a list does not wait for it, and an empty one would tick nothing.
  await expect(question.locator('.ticks label').first()).toBeVisible();
  const names = await question.locator('.ticks label').allInnerTexts();
  for (const [index, name] of names.entries()) {
    if (!numbers.includes(name.trim().split(/\s/)[0] ?? '')) continue;
    await reach(page, boxes.nth(index));
    await page.keyboard.press('Space');
  }
}

async function choose(page: Page, question: Locator, answer: string): Promise<void> {
  const radio = question.getByRole('radio', { name: answer });
  await reach(page, question.getByRole('radio').first());
  await page.keyboard.press('Space');
  for (let presses = 0; presses < 8 && !(await radio.isChecked()); presses += 1) await page.keyboard.press('ArrowDown');
  await press(page, question.getByRole('button', { name: 'Check' }));
}

test('a lesson is done by keyboard alone, and a wrong answer is not accepted', async ({ page }) => {
  await open(page);
  const next = dock(page).getByRole('button', { name: /^(Next|To the end)/ });
  await press(page, page.getByRole('banner').getByRole('button', { name: /^Learn/ }));
  await press(page, page.getByRole('button', { name: 'Start: How to read the map' }));
  await expect(step(page, 'Boxes and lines')).toBeFocused();
  await press(page, next);
  await expect(step(page, 'The badge: the verdict')).toBeFocused();
  await press(page, next);

  const listened = dock(page).getByRole('region', { name: 'Question' });
  await tick(page, listened, ['12', '14']);
  await press(page, listened.getByRole('button', { name: 'Check' }));
  await expect(listened.getByText('Not right yet.')).toBeVisible();
  await expect(diagram(page).locator('.answer-mark.right').first()).toBeVisible();
  await expect(diagram(page).locator('.answer-mark.missed')).toHaveCount(0);
  await press(page, listened.getByRole('button', { name: 'Show the answer' }));
  await expect(diagram(page).locator('.answer-mark.missed').first()).toBeVisible();
  await expect(dock(page).getByRole('button', { name: /^Skip/ })).toBeVisible();
  await press(page, listened.getByRole('button', { name: 'Try again' }), 'Shift+Tab');
  await reach(page, listened.getByRole('checkbox').first(), 'Shift+Tab');
  await tick(page, listened, ['16']);
  await press(page, listened.getByRole('button', { name: 'Check' }));
  await expect(listened.getByText('Right.')).toBeVisible();
  await press(page, next);

  await press(page, dock(page).getByRole('button', { name: 'Start the demonstration' }));
  await expect(dock(page).getByText('Picture 1 of 3')).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(drawn(page, 'P01').first()).toHaveAttribute('data-status', 'unverified');
  await press(page, dock(page).getByRole('button', { name: 'End the demonstration' }));
  await expect(drawn(page, 'P01').first()).toHaveAttribute('data-status', 'protected');
  await press(page, next);
  await press(page, next);

  await expect(state(page)).toHaveText(/Not done yet/);
  await press(page, dock(page).getByText('Change the model', { exact: true }));
  await press(page, dock(page).getByRole('button', { name: 'Add node', exact: true }));
  await expect(state(page)).toHaveText(/Done/);
  await press(page, next, 'Shift+Tab');

  await press(page, dock(page).getByRole('button', { name: 'Hint', exact: true }));
  await press(page, dock(page).getByRole('button', { name: 'Second hint' }));
  await press(page, dock(page).getByRole('button', { name: 'Solution' }));
  await expect(state(page)).toHaveText(/Not done yet/);
  await press(page, dock(page).getByRole('button', { name: 'Make the changes for me' }), 'Shift+Tab');
  await expect(state(page)).toHaveText(/Done/);
  await page.keyboard.press('Control+z');
  await expect(state(page)).toHaveText(/Not done yet/);
  await page.keyboard.press('Control+Shift+z');
  await expect(state(page)).toHaveText(/Done/);
  await press(page, next);

  const [first, second, third] = [1, 2, 3].map((number) =>
    dock(page).getByRole('region', { name: `Question ${number} of 3` }),
  ) as [Locator, Locator, Locator];
  await choose(page, first, 'Anybody on the wire');
  await expect(first.getByText('Not right yet.')).toBeVisible();
  await reach(page, first.getByRole('radio', { name: 'Anybody on the wire' }), 'Shift+Tab');
  await choose(page, first, 'It is encrypted to whoever answers.');
  await expect(first.getByText('Right.')).toBeVisible();
  await choose(page, second, 'Nothing; you state');
  await press(page, third.getByRole('button', { name: 'Mark paths' }));
  await tick(page, third, ['8', '9', '10', '11', '13', '15', '17']);
  await press(page, third.getByRole('button', { name: 'Check' }));
  await expect(third.getByText('Right.')).toBeVisible();
  await expect(dock(page).getByText('Lesson done')).toBeVisible();
  await press(page, dock(page).getByRole('button', { name: 'All lessons' }).first(), 'Shift+Tab');
  await expect(page.locator(`[data-lesson="${mapLesson}"]`).getByText('✓ done')).toBeVisible();
  await expect(page.getByText('1 of 12 lessons done')).toBeVisible();
});

test('the user’s own model and its history wait while a lesson is done', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: 'Add node', exact: true }).click();
  await expect(frames(page)).toHaveCount(2);
  await expect.poll(() => saved(page)).toContain('worker-2');
  const own = await saved(page);
  await page
    .getByRole('banner')
    .getByRole('button', { name: /^Learn/ })
    .click();
  await page.getByRole('button', { name: 'Start: How to read the map' }).click();
  await expect(step(page, 'Boxes and lines')).toBeVisible();
  await expect(page.getByRole('banner').getByRole('button', { name: 'Undo' })).toBeDisabled();
  await dock(page).getByText('Change the model', { exact: true }).click();
  await dock(page).getByRole('button', { name: 'Add node', exact: true }).click();
  await dock(page).getByRole('button', { name: 'Add pod' }).click();
  await expect(frames(page)).toHaveCount(3);

  await dock(page).getByRole('button', { name: 'To my own model' }).click();
  await expect(frames(page)).toHaveCount(2);
  await page.keyboard.press('Control+z');
  await expect(frames(page)).toHaveCount(1);
  await page.keyboard.press('Control+Shift+z');
  await dock(page).getByRole('button', { name: 'Back to the lesson' }).click();
  await expect(frames(page)).toHaveCount(3);

  // A page that is left writes what it has not yet written.
  await page.reload();
  expect(await saved(page)).toBe(own);
  await expect(step(page, 'Boxes and lines')).toBeVisible();
  await dock(page).getByRole('button', { name: 'Leave' }).click();
  await expect(frames(page)).toHaveCount(2);
  expect(await saved(page)).toBe(own);
  expect(page.url()).not.toContain('lesson');
});

test('another cluster in the middle of a lesson becomes the user’s own, and undo gives his former one back', async ({
  page,
}) => {
  await open(page, `/#lesson=${mapLesson}&step=1`);
  await expect(step(page, 'Boxes and lines')).toBeVisible();
  await page.getByRole('banner').getByRole('combobox').first().selectOption('ssh');
  await expect(dock(page).getByText('You see your own model.')).toBeVisible();
  await expect(drawn(page, 'P18').first()).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(drawn(page, 'P18')).toHaveCount(0);
  await dock(page).getByRole('button', { name: 'Back to the lesson' }).click();
  await expect(frames(page)).toHaveCount(2);
});

test('a link leads to a step, in a language, as exercises, without answers', async ({ page }) => {
  await open(page, `/#lesson=${mapLesson}&step=6&mode=exercise&answers=hidden&lang=de`);
  const german = page.getByRole('complementary', { name: 'Lektion' });
  await expect(german.getByText('Übung 2 von 3')).toBeVisible();
  await expectAccessible(page);
  await german.getByRole('button', { name: 'Hinweis', exact: true }).click();
  await german.getByRole('button', { name: 'Zweiter Hinweis' }).click();
  await expect(german.getByRole('button', { name: 'Lösung' })).toHaveCount(0);
  await german.getByRole('button', { name: /Überspringen/ }).click();
  await expect(german.getByText('Sie haben eine Aufgabe übersprungen.', { exact: false })).toBeVisible();
  await expect(frames(page)).toHaveCount(3);
  expect(page.url()).toContain('step=7');
  await page.evaluate(() => {
    location.hash = '#lesson=no-such-lesson';
  });
  await expect(german.getByText('Es gibt keine Lektion „no-such-lesson“.')).toBeVisible();
});

test('steps in the wrong order are not accepted, and a wrong change does not solve a task', async ({ page }) => {
  await open(page, '/#lesson=fixing-in-the-right-order&step=99');
  const order = dock(page).getByRole('region', { name: 'Question 1 of 3' });
  await order.getByRole('button', { name: 'Check' }).click();
  await expect(order.getByText('Not right yet.')).toBeVisible();
  const up = order.getByRole('button', { name: /^Move up/ }).nth(1);
  const name = await up.getAttribute('aria-label');
  await up.click();
  await expect(order.getByRole('button', { name: /^Move down/ }).first()).toBeFocused();
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toContain(
    name?.replace('Move up: ', '').slice(0, 20),
  );
  await page.evaluate(() => {
    location.hash = '#lesson=the-proxy-paths&step=5';
  });
  await expect(state(page)).toHaveText(/1 of 3 conditions hold/);
  await diagram(page)
    .locator('[data-subject="network~cluster-network"], [data-subject^="trust~"]')
    .last()
    .press('Enter');
  await expect(state(page)).toHaveText(/1 of 3 conditions hold/);
});

test('progress is taken along as a file, reset, put back and read again', async ({ page }) => {
  await open(page, `/#lesson=${mapLesson}&step=1`);
  await dock(page).getByRole('button', { name: /^Next/ }).click();
  await dock(page).getByRole('button', { name: 'All lessons' }).click();
  const row = page.locator(`[data-lesson="${mapLesson}"]`);
  await expect(row.getByText('1 of 10 done')).toBeVisible();
  await expectAccessible(page);
  const save = page.getByRole('button', { name: 'Save progress as a file' });
  const [download] = await Promise.all([page.waitForEvent('download'), save.click()]);
  const content = readFileSync(await download.path(), 'utf8');
  const reset = async () => {
    await page.getByRole('button', { name: 'Reset progress' }).click();
    await page.getByRole('button', { name: 'Reset', exact: true }).click();
    await expect(row.getByText('not started')).toBeVisible();
  };
  await reset();
  await page.getByRole('button', { name: 'Put it back' }).click();
  await expect(row.getByText('1 of 10 done')).toBeVisible();
  await reset();
  const input = page.getByLabel('Read progress from a file', { exact: true }).and(page.locator('input'));
  await input.setInputFiles([{ name: 'other.json', mimeType: 'text/plain', buffer: Buffer.from('{}') }]);
  await expect(page.getByText('other.json is not a file of progress.', { exact: false })).toBeVisible();
  await input.setInputFiles([{ name: 'mine.json', mimeType: 'text/plain', buffer: Buffer.from(content) }]);
  await expect(row.getByText('1 of 10 done')).toBeVisible();
});

test('a lesson is made in the app, checked, saved as a file, and opened by somebody else', async ({
  page,
  context,
}) => {
  await open(page);
  const course = () =>
    page
      .getByRole('banner')
      .getByRole('button', { name: /^Learn/ })
      .click();
  const editor = page.getByRole('dialog', { name: 'New lesson' });
  const openEditor = async () => {
    await course();
    await page.getByRole('button', { name: 'New lesson' }).click();
  };
  await openEditor();
  await editor.getByRole('textbox', { name: 'Title' }).fill('Trust');
  await editor.getByRole('textbox', { name: 'What somebody can do afterwards' }).fill('You can trust a network.');
  await editor.getByRole('button', { name: 'Take the present model' }).click();
  await editor.getByRole('button', { name: 'Add a step' }).click();
  await editor.getByRole('textbox', { name: 'Title' }).last().fill('Do it');
  await editor.getByRole('button', { name: 'Add a task' }).click();
  await expect(editor.getByText('No goal is chosen.')).toBeVisible();
  await editor.getByRole('button', { name: 'Record the changes made since' }).click();
  await expect(editor.getByText('Change it first.', { exact: false })).toBeVisible();
  await expectAccessible(page);
  await editor.getByRole('button', { name: 'Close' }).click();
  await page.getByRole('combobox', { name: 'Network between control plane and nodes' }).selectOption('trusted');
  await openEditor();
  await editor.getByRole('button', { name: 'Record the changes made since' }).click();
  await editor.getByRole('checkbox', { name: /trusted/ }).check();
  await expect(editor.getByText('No goal is chosen.')).toBeHidden();
  await expect(editor.locator('.lesson-problems').getByText('steps[0].task.solution')).toHaveCount(0);
  const save = editor.getByRole('button', { name: 'Save as a file' });
  const [download] = await Promise.all([page.waitForEvent('download'), save.click()]);
  expect(download.suggestedFilename()).toBe('my-lesson.lesson.json');
  const content = readFileSync(await download.path());

  const other = await context.newPage();
  await open(other);
  const file = (buffer: Buffer) => ({ name: 'my-lesson.lesson.json', mimeType: 'application/json', buffer });
  const chooser = other.locator('.toolbar input[type=file]');
  await chooser.setInputFiles([file(Buffer.from(content.toString().replace('"minutes": 10', '"minutes": "x"')))]);
  await expect(other.getByText('It is damaged at lesson.minutes', { exact: false })).toBeVisible();
  await chooser.setInputFiles([file(content)]);
  await expect(step(other, 'Do it')).toBeVisible();
  await expect(state(other)).toHaveText(/Not done yet/);
  await dock(other).getByText('Change the model', { exact: true }).click();
  await dock(other).getByRole('combobox', { name: 'Network between control plane and nodes' }).selectOption('trusted');
  await expect(state(other)).toHaveText(/Done/);
});

const zoom = async (page: Page) => Number.parseInt((await page.locator('.zoom-value').textContent()) ?? '', 10);
const badge = (page: Page, path: string) => drawn(page, path).first();

test('what a step points at is near enough to be read, with an attacker and with details beside it', async ({
  page,
}) => {
  await open(page, '/#lang=en&lesson=encrypted-is-not-verified&step=1');
  await expect.poll(() => zoom(page)).toBeGreaterThanOrEqual(90);
  await dock(page).getByRole('button', { name: /^Next/ }).click();
  await expect(page.getByText('Remove the attacker').first()).toBeVisible();
  await expect.poll(() => zoom(page)).toBeGreaterThanOrEqual(90);
  await expect(badge(page, 'P09')).toBeInViewport();
  await page.getByRole('button', { name: 'Remove the attacker' }).first().click();
  await expect(page.locator('.inspector')).toBeHidden();
  await expect.poll(() => zoom(page)).toBeGreaterThanOrEqual(90);
  await expect(badge(page, 'P09')).toBeInViewport();
});

test('no line stays lit because the pointer rested where a dialog was', async ({ page }) => {
  await open(page, '/#lang=en');
  await page
    .getByRole('banner')
    .getByRole('button', { name: /^Learn/ })
    .click();
  await page.getByRole('button', { name: 'Start: How to read the map' }).click();
  await expect(step(page, 'Boxes and lines')).toBeVisible();
  await expect(diagram(page).locator('.connection:not(.dimmed)[data-subject^="P08"]').first()).toBeAttached();
  await expect(diagram(page).locator('.connection:not(.dimmed)[data-subject^="P04"]')).toHaveCount(0);
});

test('a task lists its conditions, and names no setting before a hint does', async ({ page }) => {
  await open(page, '/#lang=en&lesson=encrypted-is-not-verified&step=5');
  const conditions = dock(page).getByRole('list', { name: 'Conditions' });
  await expect(conditions.getByRole('listitem')).toHaveCount(3);
  await expect(conditions).toContainText('Not yet:');
  await expect(conditions).not.toContainText('authorization.mode');
  await expect(dock(page).getByRole('button', { name: 'Play the attack on path 8', exact: false })).toHaveCount(1);
});

test('a handout is printed from the course page, with words and one picture where nothing changes', async ({
  page,
}) => {
  await page.addInitScript(() => {
    window.print = () => undefined;
  });
  await open(page, '/#lang=en');
  await page
    .getByRole('banner')
    .getByRole('button', { name: /^Learn/ })
    .click();
  await page.getByRole('button', { name: 'Handout: Apiserver to kubelet', exact: false }).click();
  const paper = page.frameLocator('.print-frame');
  await expect(paper.getByText('For the trainer: answers to', { exact: false })).toBeAttached();
  await expect(paper.locator('figure')).toHaveCount(1);
  await expect(paper.getByText('presenter.', { exact: false })).toHaveCount(0);
});
