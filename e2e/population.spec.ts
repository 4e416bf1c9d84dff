import { readFile } from 'node:fs/promises';
import { expect } from '@playwright/test';
import { expectAccessible, open, test } from './page.ts';

/** Forty nodes with three pods each; one kubelet lets anybody in. */
function cluster(): Buffer {
  const names = Array.from({ length: 40 }, (_unused, index) => `node-${index}`);
  const nodes = names.map((name) => ({ apiVersion: 'v1', kind: 'Node', metadata: { name } }));
  const pods = names.flatMap((nodeName) =>
    ['a', 'b', 'c'].map((letter) => ({
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: `${nodeName}-${letter}`, namespace: 'shop' },
      spec: { nodeName, containers: [] },
      status: { phase: 'Running' },
    })),
  );
  const manifest = {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'kube-apiserver-master', namespace: 'kube-system' },
    spec: { nodeName: 'master', containers: [{ name: 'x', command: ['kube-apiserver', '--client-ca-file=/ca.crt'] }] },
  };
  return Buffer.from(JSON.stringify({ apiVersion: 'v1', kind: 'List', items: [...nodes, ...pods, manifest] }));
}

const kubelet = (anonymous: boolean) => ({
  kubeletconfig: {
    authentication: { anonymous: { enabled: anonymous }, webhook: { enabled: true } },
    authorization: { mode: anonymous ? 'AlwaysAllow' : 'Webhook' },
  },
});

const file = (name: string, value: unknown) => ({
  name,
  mimeType: 'application/json',
  buffer: Buffer.isBuffer(value) ? value : Buffer.from(JSON.stringify(value)),
});

test('a large cluster: what differs is said first, and every cell leads to its paths and back', async ({ page }) => {
  await open(page);
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles([
      file('cluster.json', cluster()),
      ...Array.from({ length: 40 }, (_unused, index) => file(`node-${index}.configz.json`, kubelet(index === 7))),
    ]);
  await page.locator('dialog .primary').click();
  const band = page.locator('.identical-band');
  await expect(band).toContainText(/of 41 nodes are alike/);
  await expect(band.getByRole('button', { name: /node-7/ })).toContainText('lets anybody in');
  await expectAccessible(page);

  await band.getByRole('button', { name: 'Every node and pod' }).click();
  const canvas = page.getByTestId('population');
  await expect(canvas).toHaveAttribute('data-ready', 'true');
  await expectAccessible(page);

  await page.getByLabel('Cells show').selectOption({ label: '8 kube-apiserver → kubelet: logs' });
  await expect(page.locator('.query input')).toHaveValue('path:P08');
  await expect(page.locator('.population-says')).toContainText(/of [1-9] of \d\d/);
  await page.getByLabel('Cells show').selectOption({ index: 0 });
  await expect(page.locator('.query input')).toHaveValue('');

  await canvas.focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  const inspector = page.locator('.inspector');
  await expect(inspector.locator('.element-paths li').first()).toBeVisible();
  await inspector.locator('.element-paths button').first().click();
  await expect(page.locator('.population-says')).toContainText('are what you look for');
  await page.getByRole('navigation', { name: 'Where you are' }).getByRole('button').last().click();
  await expect(inspector.locator('.element-paths')).toBeVisible();

  await page.getByText('The same as a table').click();
  await expect(page.locator('.population-table tbody tr').first()).toBeVisible();
  await expectAccessible(page);

  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save SVG' }).click(),
  ]);
  const svg = await readFile(await saved.path(), 'utf8');
  expect(svg.match(/<path d="[^"]*" fill="[^"]*"><title>/g)?.length).toBeLessThan(8);
});

test('the table of single connections: sorted, asked by name, walked through by keys, saved whole', async ({
  page,
}) => {
  await open(page);
  await page
    .locator('input[type=file]')
    .first()
    .setInputFiles([file('cluster.json', cluster())]);
  await page.locator('dialog .primary').click();
  await page.getByRole('button', { name: 'Path table' }).click();
  const table = page.locator('.path-table');
  await table.getByRole('button', { name: 'Single connections' }).click();
  const rows = table.locator('[data-pair]');
  await expect(rows.first()).toBeVisible();
  // Only what is in sight is on the page.
  const all = Number(await table.locator('table').getAttribute('aria-rowcount')) - 1;
  expect(all).toBeGreaterThan(400);
  expect(await rows.count()).toBeLessThan(60);
  await expectAccessible(page);

  await table.getByRole('button', { name: 'Serves' }).click();
  await rows.first().locator('button').focus();
  await page.keyboard.press('End');
  await expect(table.locator(`[data-row="${all - 1}"] button`)).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await expect(table.locator(`[data-row="${all - 2}"] button`)).toBeFocused();

  await page.locator('.query input').fill('path:P14 pod:node-7-*');
  await expect(rows).toHaveCount(3);
  await expect(table.getByRole('status')).toHaveText(new RegExp(`^3 of ${new Intl.NumberFormat('en').format(all)} `));
  await expect(rows.first()).toContainText('shop/node-7-a');
  await rows.first().locator('button').press('Enter');
  await expect(page).toHaveURL(/path=P14/);

  const [saved] = await Promise.all([
    page.waitForEvent('download'),
    table.getByRole('button', { name: 'CSV', exact: true }).click(),
  ]);
  const lines = (await readFile(await saved.path(), 'utf8')).trimEnd().split('\r\n');
  expect(lines).toHaveLength(4);
  expect(lines[1]).toContain('shop/node-7-a');
});

test.describe('narrow and German', () => {
  test.use({ locale: 'de', colorScheme: 'dark', viewport: { width: 390, height: 844 } });
  test('the cells of a small cluster', async ({ page }) => {
    await open(page);
    await page.getByRole('button', { name: 'Bild', exact: true }).click();
    await page.getByRole('button', { name: /Jeden Node und Pod als Zelle/ }).click();
    await expect(page.getByTestId('population')).toHaveAttribute('data-ready', 'true');
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    await expectAccessible(page);
  });
});
