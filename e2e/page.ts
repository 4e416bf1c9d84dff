import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import AxeBuilder from '@axe-core/playwright';
import { test as base, expect, type Page } from '@playwright/test';

/** The one file with everything in it, when the journeys are to run on it, from disk, instead of on the served page. */
export const pageFile = process.env['MITMAP_PAGE'];

/** Where the built page is served while the journeys run; another port lets two runs go on beside each other. */
export const port = Number(process.env['MITMAP_PORT'] ?? 4174);
export const servedAt = `http://localhost:${port}`;

/** The address of a page on disk; `/#path=P09` leads to a place in it. */
export const onDisk = (file: string, address: string) =>
  address.startsWith('/') ? pathToFileURL(resolve(file)).href + address.slice(1) : address;

/** What pages that were opened in this test have said of errors; a worker runs one test at a time. */
let problems: string[] = [];

/** A journey, which fails where a page that it opened had an error or refused content. */
export const test = base.extend<{ readonly noProblems: undefined }>({
  noProblems: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern what a fixture needs
    async ({}, use) => {
      problems = [];
      await use(undefined);
      expect(problems).toEqual([]);
    },
    { auto: true },
  ],
});

/** Opens the app and watches it: errors, refused content, and requests after the page has loaded. */
export async function open(page: Page, address = '/'): Promise<{ readonly requests: string[] }> {
  const requests: string[] = [];
  page.on('pageerror', (error) => problems.push(error.message));
  page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
  await page.goto(pageFile ? onDisk(pageFile, address) : address);
  await expect(diagram(page)).toHaveAttribute('data-ready', 'true');
  // Nobody types within a few milliseconds of the first picture.
  await page.evaluate(() => new Promise((done) => requestIdleCallback(done)));
  page.on('request', (request) => {
    const url = new URL(request.url());
    const ownPart = url.origin === new URL(page.url()).origin && url.pathname.startsWith('/assets/');
    if (!ownPart && url.protocol !== 'blob:' && url.protocol !== 'data:') requests.push(request.url());
  });
  return { requests };
}

export const diagram = (page: Page) => page.getByTestId('diagram');

/** The drawn connections of one path. */
export const drawn = (page: Page, path: string) => diagram(page).locator(`[data-path="${path}"]`);

export async function expectAccessible(page: Page): Promise<void> {
  // Half-faded words have no contrast yet.
  await page.evaluate(() =>
    Promise.all(
      document
        .getAnimations()
        .filter(
          ({ effect, playState }) =>
            playState === 'running' && effect?.getComputedTiming().endTime !== Number.POSITIVE_INFINITY,
        )
        .map(({ finished }) => finished.catch(() => null)),
    ),
  );
  const runOnly = { type: 'tag' as const, values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] };
  const axe = new AxeBuilder({ page })
    // The page has no frames to visit, and nobody reads what passed: a quarter of the time.
    .setLegacyMode(true)
    .options({ runOnly, resultTypes: ['violations'] });
  // What a modal dialog covers cannot be reached, and is looked at where nothing covers it.
  const dialog = 'dialog:modal';
  if ((await page.locator(dialog).count()) > 0) axe.include(dialog);
  const { violations } = await axe.analyze();
  expect(violations.map(({ id, nodes }) => [id, nodes.slice(0, 3).map((node) => node.html)])).toEqual([]);
}
