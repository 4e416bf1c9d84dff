import { dirname } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { diagram, drawn, expectAccessible, onDisk, open, pageFile, test } from './page.ts';
import { startServer } from './server.ts';

const file = pageFile ?? 'dist/mitmap.html';
const node = 'apiVersion: v1\nkind: Node\nmetadata: {name: edge-7}\n';

/** Imports a file, which is read by the worker. */
async function importNode(page: Page): Promise<void> {
  await page
    .locator('input[type=file]')
    .setInputFiles([{ name: 'node.yaml', mimeType: 'text/plain', buffer: Buffer.from(node) }]);
  await page.getByRole('dialog').getByRole('button', { name: 'Import', exact: true }).click();
  await expect(diagram(page).getByRole('button', { name: 'worker: edge-7' })).toBeVisible();
}

const aboutDialog = async (page: Page) => {
  await page.keyboard.press('?');
  await page.getByRole('dialog').getByRole('button', { name: 'About mitmap' }).click();
  return page.getByRole('dialog', { name: 'About mitmap' });
};

test.describe('the one file, from disk and without a network', () => {
  test.use({ offline: true });

  test('does everything, and requests nothing', async ({ page }) => {
    const requested: string[] = [];
    page.on('request', (request) => requested.push(request.url()));
    await open(page, onDisk(file, '/'));
    await importNode(page);
    await page.getByRole('button', { name: 'Deutsch' }).click();
    await expect(page.locator('html')).toHaveAttribute('lang', 'de');
    await page.getByRole('button', { name: 'English' }).click();
    await page.keyboard.press('r');
    await page.getByRole('dialog').getByRole('tab', { name: 'Rules' }).click();
    await expect(page.getByRole('tabpanel').getByRole('heading', { name: 'R14' })).toBeVisible();
    await page.keyboard.press('Escape');
    await page.locator('[data-list-path="P09"]').first().click();
    await page.getByRole('complementary').getByRole('button', { name: 'Play the attack' }).click();
    const step = page.getByRole('dialog').locator('[aria-current="step"]');
    await expect(step).toContainText('The attacker is on the network');
    await page.keyboard.press('End');
    await expect(step).toContainText('Outcome');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Control+Shift+e');
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.press('Escape');
    expect(requested.filter((url) => !/^(blob|data):/.test(url))).toEqual([onDisk(file, '/')]);
  });

  test('keeps the work and the place in the address', async ({ page }) => {
    await open(page, onDisk(file, '/'));
    await importNode(page);
    await expect.poll(() => page.evaluate(() => localStorage.getItem('mitmap.project'))).toContain('edge-7');
    await page.locator('[data-list-path="P09"]').first().click();
    await expect(page).toHaveURL(/mitmap\.html#path=P09/);
    await page.reload();
    await expect(diagram(page).getByRole('button', { name: 'worker: edge-7' })).toBeVisible();
    await expect(page.getByRole('complementary')).toContainText('P09');
    await page.keyboard.press('Escape');
    await expect(page).toHaveURL(onDisk(file, '/'));
  });

  test('its worker keeps to the policy of the page', async ({ page }) => {
    await page.goto(onDisk(file, '/'));
    const refused = await page.evaluate(
      () =>
        new Promise((done) => {
          const code = `addEventListener('securitypolicyviolation', (event) => postMessage(event.effectiveDirective));
            void fetch('https://example.org/').catch(() => {});`;
          const worker = new Worker(URL.createObjectURL(new Blob([code])));
          worker.onmessage = ({ data }) => done(data);
        }),
    );
    expect(refused).toBe('connect-src');
  });

  test('says what it is and what is kept, and deletes it', async ({ page }) => {
    await open(page, onDisk(file, '/'));
    await importNode(page);
    const about = await aboutDialog(page);
    await expect(about).toContainText(/Version\d+\.\d+\.\d+/);
    await expect(about.getByTestId('policy')).toContainText(/script-src 'sha256-[^']+';\n/);
    await expect(about.getByRole('row', { name: /mitmap\.project/ })).toContainText('kB');
    await about.getByText('Licenses of the packages').click();
    await expect(about.locator('.licenses')).toContainText('react-dom');
    await expectAccessible(page);
    await about.getByRole('button', { name: 'Delete all of it' }).click();
    await about.getByRole('button', { name: 'Delete', exact: true }).click();
    expect(await page.evaluate(() => localStorage.length)).toBe(0);
    await about.getByRole('button', { name: 'Put back' }).click();
    expect(await page.evaluate(() => localStorage.getItem('mitmap.project'))).toContain('edge-7');
  });
});

test.describe('the served page', () => {
  test.use({ offline: false });

  test('works from any folder of any static server', async ({ page }) => {
    const folder = '/some/deep/folder/';
    const server = await startServer(dirname(file), folder);
    try {
      await page.goto(`http://localhost:${server.port}${folder}`);
      await expect(drawn(page, 'P09').first()).toBeVisible();
      await importNode(page);
      const about = await aboutDialog(page);
      await expect(about.getByRole('link', { name: 'Licenses of the packages' })).toBeVisible();
      const waiting = page.waitForEvent('download');
      await about.getByRole('link', { name: 'Save mitmap.html' }).click();
      expect((await waiting).suggestedFilename()).toBe('mitmap.html');
    } finally {
      await server.close();
    }
  });
});
