import { readFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { diagram, drawn, open, test } from './page.ts';

test('arrow keys walk the picture, Enter selects, N and P step, Esc goes back', async ({ page }) => {
  await open(page);
  await diagram(page).getByRole('button', { name: 'kubelet: worker-1' }).focus();
  await page.keyboard.press('ArrowDown');
  await expect(diagram(page).getByRole('button', { name: 'kube-proxy: worker-1' })).toBeFocused();
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect(page.locator(':focus')).toHaveAttribute('aria-label', /^P\d\d /);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#path=P/);
  const before = page.url();
  await page.keyboard.press('n');
  expect(page.url()).not.toBe(before);
  await page.keyboard.press('p');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('complementary')).toBeHidden();
});

test('one Tab reaches the picture and the next leaves it', async ({ page }) => {
  await open(page);
  await diagram(page).getByRole('button', { name: 'etcd: control-plane-1' }).focus();
  await page.keyboard.press('Tab');
  expect(await page.evaluate(() => document.activeElement?.closest('svg') === null)).toBe(true);
});

test('edit, undo and announce: the CA is found by name, set, and what changed is said', async ({ page }) => {
  await open(page);
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused();
  await page.keyboard.type('kubelet-certificate');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: '--kubelet-certificate-authority' })).toBeFocused();
  await page.keyboard.type('/etc/kubernetes/pki/ca.crt');
  await page.keyboard.press('Enter');
  await expect(drawn(page, 'P09')).toHaveAttribute('data-status', 'protected');
  await expect(page.getByTestId('announcer')).toContainText(
    'paths changed. kube-apiserver → kubelet: logs is now: protected.',
  );
  await page.keyboard.press('Escape');
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.keyboard.press('Control+z');
  await expect(drawn(page, 'P09')).toHaveAttribute('data-status', 'unverified');
});

test('import and export by keys', async ({ page }) => {
  // Listening takes the browser a moment, so it begins before the page is there.
  const chooser = page.waitForEvent('filechooser');
  await open(page);
  await page.keyboard.press('Control+o');
  const node = { kind: 'Node', metadata: { name: 'edge-7' } };
  await (await chooser).setFiles([
    { name: 'n.json', mimeType: 'text/plain', buffer: Buffer.from(JSON.stringify(node)) },
  ]);
  await page.getByRole('dialog').getByRole('button', { name: 'Import', exact: true }).press('Enter');
  await expect(diagram(page).getByRole('button', { name: 'worker: edge-7' })).toBeVisible();
  const waiting = page.waitForEvent('download');
  await page.keyboard.press('Control+Shift+E');
  await page.getByRole('button', { name: 'Save SVG' }).press('Enter');
  expect(readFileSync(await (await waiting).path(), 'utf8')).toContain('edge-7');
  // As fast as keys can come: the dialog must be gone with its key, not some time later.
  await Promise.all([page.keyboard.press('Escape'), page.keyboard.press('Control+z')]);
  await expect(diagram(page).getByRole('button', { name: 'worker: worker-1' })).toBeVisible();
});

test('the menu opens with Shift+F10, moves a pod, and gives the focus back', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: 'Add node' }).click();
  await diagram(page).getByRole('button', { name: 'web-2', exact: true }).press('Enter');
  await page.keyboard.press('Shift+F10');
  const menu = page.getByRole('menu').first();
  await expect(menu).toBeVisible();
  await page.getByRole('menuitem', { name: 'Move pods to node' }).focus();
  await page.keyboard.press('ArrowRight');
  await page.getByRole('menuitem', { name: 'worker-2' }).press('Enter');
  await expect(drawn(page, 'P14')).toHaveCount(2);
});

test('several nodes take one setting at once, and are copied as a whole', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: 'Add node' }).click();
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused();
  await page.keyboard.type('select all nodes');
  await page.keyboard.press('Enter');
  const details = page.getByRole('complementary');
  await expect(details).toContainText('2 selected');
  await details.getByRole('combobox', { name: 'authentication.anonymous.enabled' }).selectOption('true');
  await details.getByRole('combobox', { name: 'authorization.mode' }).selectOption('AlwaysAllow');
  for (const path of ['P08', 'P09']) await expect(drawn(page, path)).toHaveCount(2);
  await details.getByRole('button', { name: 'Duplicate' }).click();
  await expect(drawn(page, 'P01')).toHaveCount(4);
});

test('copy in one tab, paste in another', async ({ page, context }) => {
  await open(page);
  await diagram(page).getByRole('button', { name: 'service: web' }).press('Enter');
  await page.keyboard.press('Control+c');
  const other = await context.newPage();
  await open(other);
  await other.bringToFront();
  await other.keyboard.press('Control+v');
  await expect(diagram(other).getByRole('button', { name: 'service: web-1' })).toBeVisible();
});

test('search, legend and table show the same paths', async ({ page }) => {
  await open(page);
  await page.keyboard.press('/');
  await page.keyboard.type('proxy');
  await expect(page.locator('[data-list-path="P01"]')).toBeHidden();
  await page.keyboard.press('Tab');
  await page.getByRole('button', { name: /^readable and changeable/ }).click();
  await page.getByRole('button', { name: 'Path table' }).click();
  await expect(page.locator('[data-table-path]')).toHaveCount(3);
  await page.locator('[data-table-path="P14"] button').press('Enter');
  await expect(page).toHaveURL(/P14/);
  await page.getByRole('button', { name: 'No.' }).click();
  await page.getByRole('button', { name: 'No.' }).click();
  await expect(page.locator('[data-table-path]').first()).toHaveAttribute('data-table-path', 'P16');
  const waiting = page.waitForEvent('download');
  await page.getByRole('button', { name: 'CSV' }).click();
  const csv = readFileSync(await (await waiting).path(), 'utf8');
  expect(csv.trim().split('\r\n')).toHaveLength(4);
});

test('a remark stands in the picture and in the file, and leaves the color', async ({ page }) => {
  await open(page);
  await page.locator('[data-list-path="P12"]').click();
  await page.getByLabel('Kind of remark').selectOption('accepted');
  await page.getByRole('textbox', { name: 'Remark' }).fill('RBAC forbids nodes/proxy');
  await page.getByRole('textbox', { name: 'Remark' }).blur();
  await expect(drawn(page, 'P12')).toHaveAttribute('data-status', 'plaintext');
  await expect(page.locator('[data-list-path="P12"]')).toContainText('Accepted');
  const waiting = page.waitForEvent('download');
  await page.keyboard.press('Control+Shift+E');
  await page.getByRole('button', { name: 'Save SVG' }).click();
  expect(readFileSync(await (await waiting).path(), 'utf8')).toContain('Accepted. RBAC forbids nodes/proxy');
});

test('two paths side by side', async ({ page }) => {
  await open(page);
  await page.locator('[data-list-path="P08"]').click();
  await page.getByRole('button', { name: 'Keep lit' }).click();
  await page.locator('[data-list-path="P12"]').click();
  await page.keyboard.press('c');
  await expect(page.getByRole('complementary').getByRole('row', { name: /Encryption/ })).toHaveClass(/differs/);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('heading', { level: 2, name: /node proxy, http/ })).toBeVisible();
});
