import { expect, type Page, type Route } from '@playwright/test';
import { drawn } from './page.ts';

/*
 * Every way to a part of the page that is loaded on demand, and what a server can answer instead of it.
 */

/** A way to a part: what has to be there before, and what asks for it. */
export type Way = {
  readonly name: string;
  readonly before?: (page: Page) => Promise<void>;
  readonly ask: (page: Page) => Promise<unknown>;
};

const press = (key: string) => (page: Page) => page.keyboard.press(key);
const hash = (address: string) => (page: Page) =>
  page.evaluate((to) => {
    location.hash = to;
  }, address);
const top = (page: Page) => page.getByRole('dialog').last();
const inTop = (name: string | RegExp) => (page: Page) => top(page).getByRole('button', { name }).first().click();
const tab = (name: string) => (page: Page) => top(page).getByRole('tab', { name }).click();
const give = (name: string, text: string) => (page: Page) =>
  page.locator('input[type=file]').setInputFiles([{ name, mimeType: 'text/plain', buffer: Buffer.from(text) }]);
const node = 'apiVersion: v1\nkind: Node\nmetadata: {name: edge-7}\n';
const broken = 'apiVersion: v1\nkind: Pod\nmetadata: {name: [}\n';
const choosePath = async (page: Page) => {
  await page.locator('[data-list-path="P09"]').first().click();
  await expect(page.getByRole('complementary', { name: 'Details' }).getByRole('heading').first()).toBeVisible();
};
const chosen = async (page: Page, key: string) => {
  await choosePath(page);
  await page.keyboard.press(key);
};
const opened = (key: string) => async (page: Page) => {
  await page.keyboard.press(key);
  await expect(top(page).getByRole('heading').first()).toBeVisible();
};

/** Every way to a part, by the name of what is asked for. */
export const ways: readonly Way[] = [
  { name: 'palette', ask: press('Control+k') },
  { name: 'keys', ask: press('?') },
  { name: 'reference', ask: press('r') },
  { name: 'glossary', ask: press('g') },
  { name: 'fixes', ask: press('x') },
  { name: 'trial', ask: press('w') },
  { name: 'table', ask: press('t') },
  { name: 'cells', ask: press('v') },
  { name: 'start screen', ask: (page) => page.getByRole('button', { name: 'mitmap' }).click() },
  { name: 'import guide', ask: (page) => page.getByRole('button', { name: 'Import', exact: true }).click() },
  { name: 'import preview', ask: give('node.yaml', node) },
  { name: 'import that fails', ask: give('pod.yaml', broken) },
  { name: 'own file', ask: give('mine.mitmap.json', '{"mitmap":2}') },
  { name: 'lesson file', ask: give('mine.lesson.json', '{"mitmap":"lesson"}') },
  { name: 'details', ask: (page) => page.locator('[data-list-path="P09"]').first().click() },
  { name: 'playback', ask: hash('path=P09&playback=active&step=1') },
  { name: 'attacker', ask: hash('attacker=node-network') },
  { name: 'lesson', ask: hash('lesson=encrypted-is-not-verified&step=1') },
  { name: 'quiz', ask: hash('quiz=42&level=2') },
  { name: 'link', ask: hash('model=2.abc') },
  { name: 'context menu', ask: (page) => drawn(page, 'P09').first().click({ button: 'right' }) },
  { name: 'German', ask: (page) => page.getByRole('button', { name: 'Deutsch' }).click() },
  { name: 'export', ask: press('Control+Shift+e') },
  { name: 'export: report', before: opened('Control+Shift+e'), ask: tab('Report') },
  { name: 'export: data', before: opened('Control+Shift+e'), ask: tab('Data') },
  { name: 'export: link', before: opened('Control+Shift+e'), ask: tab('Link and project') },
  { name: 'about', before: opened('?'), ask: inTop('About mitmap') },
  { name: 'lessons', ask: (page) => page.getByRole('button', { name: 'Lessons and progress' }).click() },
  {
    name: 'comparison',
    before: (page) => chosen(page, 'k'),
    ask: (page) => press('n')(page).then(() => press('c')(page)),
  },
  { name: 'version', ask: (page) => page.getByLabel('Kubernetes version').selectOption('1.20') },
  { name: 'distribution', ask: (page) => page.getByLabel('Start from').selectOption({ label: 'K3s' }) },
];

/** What a server can answer in place of a part. */
export const answers = {
  'not found': (route: Route) => route.fulfill({ status: 404, contentType: 'text/plain', body: 'not found' }),
  'a page': (route: Route) => route.fulfill({ contentType: 'text/html', body: '<!doctype html><p>Sign in first</p>' }),
  half: async (route: Route) => {
    const answer = await route.fetch();
    const text = await answer.text();
    await route.fulfill({ response: answer, body: text.slice(0, text.length / 2) });
  },
  nothing: (route: Route) => route.fulfill({ contentType: typeOf(route), body: '' }),
  'no server': (route: Route) => route.abort('connectionrefused'),
} as const;

function typeOf(route: Route): string {
  return new URL(route.request().url()).pathname.endsWith('.css') ? 'text/css' : 'text/javascript';
}
