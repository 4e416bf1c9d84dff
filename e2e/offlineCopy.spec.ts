import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { diagram, pageFile } from './page.ts';
import { type StaticServer, startServer } from './server.ts';

test.skip(pageFile !== undefined, 'the one file needs no copy');
test.use({ serviceWorkers: 'allow', baseURL: undefined });

/** Another version of the page, as a server may have it tomorrow. */
const next = 'test-results/next-version';

test.beforeAll(() => {
  rmSync(next, { recursive: true, force: true });
  const build = ['vite', 'build', '--logLevel', 'error', '--outDir', next];
  execFileSync('npx', build, {
    env: { ...process.env, MITMAP_VERSION: '99.0.0' },
    shell: process.platform === 'win32',
  });
});

let server: StaticServer;
test.beforeEach(async () => {
  server = await startServer('dist');
});
test.afterEach(async () => await server.close());

async function openPage(page: Page): Promise<void> {
  await page.goto(`http://localhost:${server.port}/`);
  await expect(diagram(page)).toHaveAttribute('data-ready', 'true');
}

/** The sentence about the copy in this browser. */
async function copyOf(page: Page) {
  await expect(diagram(page)).toHaveAttribute('data-ready', 'true');
  await page.keyboard.press('?');
  await page.getByRole('dialog').getByRole('button', { name: 'About mitmap' }).click();
  return page.getByRole('dialog', { name: 'About mitmap' }).getByTestId('copy');
}

async function withCopy(page: Page): Promise<void> {
  await openPage(page);
  await expect(await copyOf(page)).toContainText('This browser keeps a copy');
  await page.keyboard.press('Escape');
}

const addNode = (page: Page) => page.getByRole('button', { name: 'Add node', exact: true }).click();

/** Parts that nobody has asked for before. */
async function useParts(page: Page): Promise<void> {
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog').getByRole('combobox')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('r');
  await expect(page.getByRole('dialog').getByRole('tab', { name: 'Rules' })).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+Shift+e');
  await page.getByRole('dialog').getByRole('tab', { name: 'Report' }).click();
  await expect(page.getByRole('dialog').getByRole('tabpanel')).toContainText('HTML');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Deutsch' }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await page.getByRole('button', { name: 'English' }).click();
}

test('once the copy is kept, nothing is requested; and the page opens without its server', async ({ page }) => {
  await withCopy(page);
  const before = server.requested.length;
  await useParts(page);
  expect(server.requested.slice(before)).toEqual([]);
  await addNode(page);
  await server.close();
  await page.reload();
  await expect(diagram(page)).toContainText('worker-2');
  await useParts(page);
  await page.locator('[data-list-path="P09"]').first().click();
  await expect(page.getByRole('complementary', { name: 'Details' })).toContainText('P09');
});

test('an open page goes on with its own parts when its server has another version, and offers that', async ({
  page,
}) => {
  await withCopy(page);
  await addNode(page);
  server.serve(next);
  await useParts(page);
  await page.reload();
  const offer = page.getByRole('region', { name: 'A new version of mitmap' });
  await expect(offer).toBeVisible();
  // Nobody is made to take it.
  await offer.getByRole('button', { name: 'Later' }).click();
  await expect(offer).toBeHidden();
  await useParts(page);
  await page.reload();
  await Promise.all([page.waitForEvent('load'), offer.getByRole('button', { name: 'Load the new version' }).click()]);
  await expect(diagram(page)).toContainText('worker-2');
  const about = page.getByRole('dialog', { name: 'About mitmap' });
  await copyOf(page);
  await expect(about).toContainText('99.0.0');
});

test('a second window keeps the version that it was opened with', async ({ page, context }) => {
  await withCopy(page);
  const other = await context.newPage();
  await openPage(other);
  server.serve(next);
  await page.reload();
  await Promise.all([page.waitForEvent('load'), page.getByRole('button', { name: 'Load the new version' }).click()]);
  await useParts(other);
  await copyOf(other);
  await expect(other.getByRole('dialog', { name: 'About mitmap' })).not.toContainText('99.0.0');
});

test('the server is asked for another version when somebody wants it', async ({ page }) => {
  await withCopy(page);
  server.serve(next);
  await copyOf(page);
  await page.getByRole('button', { name: 'Look for a new version' }).click();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('region', { name: 'A new version of mitmap' })).toBeVisible();
});

test('what is no part of the page is never kept as one', async ({ page }) => {
  // Whoever asks for the copy is told to sign in first, as in a hotel.
  server.answerFirst(({ headers }, response) => {
    if (!headers.referer?.endsWith('sw.js')) return false;
    response.setHeader('content-type', 'text/html').end('<!doctype html><p>Sign in</p>');
    return true;
  });
  await openPage(page);
  await expect(await copyOf(page)).toContainText('some of its parts did not arrive');
  expect(await page.evaluate(() => caches.keys())).toEqual([]);
  server.answerFirst(null);
  await page.reload();
  await expect(await copyOf(page)).toContainText('This browser keeps a copy');
});
