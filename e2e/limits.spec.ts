import { readFile } from 'node:fs/promises';
import { chromium, expect, type Page } from '@playwright/test';
import { findBrowser } from './findBrowser.mjs';
import { diagram, drawn, onDisk, open, pageFile, test } from './page.ts';
import { startServer } from './server.ts';

/*
 * What the page does where a browser lacks or forbids something: what can work works, the rest says why.
 */

const addNode = (page: Page) => page.getByRole('button', { name: 'Add node', exact: true }).click();

async function importNode(page: Page): Promise<void> {
  const node = {
    name: 'node.yaml',
    mimeType: 'text/plain',
    buffer: Buffer.from('apiVersion: v1\nkind: Node\nmetadata: {name: edge-7}\n'),
  };
  await page.locator('input[type=file]').setInputFiles([node]);
  await page.getByRole('dialog').getByRole('button', { name: 'Import', exact: true }).click();
  await expect(diagram(page).getByRole('button', { name: 'worker: edge-7' })).toBeVisible();
}

test('inside of another page it does not start, and leads out of it', async ({ page }) => {
  test.skip(Boolean(pageFile), 'a page from disk may not be put into another one');
  await page.goto('/robots.txt');
  await page.evaluate(() => {
    const frame = document.createElement('iframe');
    frame.src = '/';
    document.body.append(frame);
  });
  const framed = page.frameLocator('iframe');
  await expect(framed.getByText('It does not run inside of another page')).toBeVisible();
  await expect(framed.locator('svg[role="application"], [data-testid=diagram]')).toHaveCount(0);
  await expect(framed.getByRole('link', { name: 'mitmap' }).first()).toHaveAttribute('target', '_top');
});

test('without storage everything works, and it is said once that nothing is kept', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('The operation is insecure.', 'SecurityError');
      },
    });
  });
  await open(page);
  await page.getByRole('button', { name: 'No thanks' }).click();
  await addNode(page);
  const problem = page.getByRole('region', { name: 'Something failed' });
  await expect(problem).toContainText('does not keep your work');
  const saving = page.waitForEvent('download');
  await problem.getByRole('button', { name: 'Save my work as a file' }).click();
  expect(await readFile(await (await saving).path(), 'utf8')).toContain('worker-2');
  await problem.getByRole('button', { name: 'Close' }).click();
  await addNode(page);
  await importNode(page);
  await expect(problem).toBeHidden();
});

for (const [what, take] of [
  ['has none', () => Reflect.deleteProperty(window, 'Worker')],
  [
    'refuses them',
    () => {
      window.Worker = class {
        constructor() {
          throw new DOMException('The operation is insecure.', 'SecurityError');
        }
      } as unknown as typeof Worker;
    },
  ],
  [
    'lets none start',
    () => {
      const Own = Worker;
      window.Worker = class extends Own {
        constructor() {
          super('data:text/javascript,throw new Error("refused")');
        }
      };
    },
  ],
] as const)
  test(`files are read on the page itself where the browser ${what}: workers`, async ({ page }) => {
    await page.addInitScript(take);
    await page.goto(pageFile ? onDisk(pageFile, '/') : '/');
    await expect(diagram(page)).toHaveAttribute('data-ready', 'true');
    await importNode(page);
  });

test('over plain http from another host the page works, and says what the browser does not give it', async () => {
  test.skip(pageFile !== undefined, 'a page from disk has no host');
  const server = await startServer('dist');
  const executablePath = await findBrowser();
  const browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: ['--no-sandbox', '--host-resolver-rules=MAP mitmap.test 127.0.0.1'],
  });
  try {
    const page = await browser.newPage({ locale: 'en' });
    const thrown: string[] = [];
    page.on('pageerror', ({ message }) => thrown.push(message));
    await page.goto(`http://mitmap.test:${server.port}/`);
    await expect(drawn(page, 'P09').first()).toBeVisible();
    expect(
      await page.evaluate(() => [isSecureContext, 'clipboard' in navigator, 'serviceWorker' in navigator]),
    ).toEqual([false, false, false]);
    await page.getByRole('button', { name: 'No thanks' }).click();
    await addNode(page);
    await importNode(page);
    await page.keyboard.press('Control+Shift+e');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Copy PNG' }).click();
    await expect(dialog.getByRole('alert')).toContainText('does not let the page use the clipboard');
    await dialog.getByRole('region', { name: 'Something failed' }).getByRole('button', { name: 'Close' }).click();
    // A text can be copied the old way, also from within a dialog.
    await dialog.getByRole('tab', { name: 'Link and project' }).click();
    await dialog.getByRole('button', { name: 'Copy link' }).click();
    await expect(dialog.getByText('Copied.')).toBeVisible();
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    await page.getByRole('dialog').getByRole('button', { name: 'About mitmap' }).click();
    await expect(page.getByTestId('copy')).toContainText('came over plain HTTP');
    expect(thrown).toEqual([]);
  } finally {
    await browser.close();
    await server.close();
  }
});
