import { expect } from '@playwright/test';
import { pathIds } from '../src/catalog/communicationPath.ts';
import { diagram, drawn, expectAccessible, open, test } from './page.ts';

test('the documentation’s cluster is there at once, each documented path in its class', async ({ page }) => {
  const { requests } = await open(page);
  const verdicts = {
    P01: 'protected',
    P07: 'protected',
    P08: 'unverified',
    P11: 'unverified',
    P12: 'plaintext',
    P13: 'unverified',
    P16: 'plaintext',
    P17: 'unverified',
  };
  for (const [path, status] of Object.entries(verdicts))
    await expect(drawn(page, path).first()).toHaveAttribute('data-status', status);
  await expectAccessible(page);
  expect(requests).toEqual([]);
});

test('a click on a thin line selects the path and explains it', async ({ page }) => {
  await open(page);
  const line = await drawn(page, 'P09').locator('path').first().boundingBox();
  if (!line) throw new Error('P09 is not drawn');
  await page.mouse.click(line.x + line.width / 2 + 6, line.y + line.height - 40);
  const details = page.getByRole('complementary', { name: 'Details' });
  await expect(details.getByRole('heading', { level: 2 })).toHaveText('kube-apiserver → kubelet: exec, attach');
  await expect(details).toContainText('--kubelet-certificate-authority');
  await expect(details).toContainText('Pose as the server: yes');
  await expect(details).toContainText('Steal a credential: no');
  await expect(page).toHaveURL(/#path=P09/);
  await expectAccessible(page);
  await page.reload();
  await expect(details).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(details).toBeHidden();
});

test('zoomed in, the overview map leads elsewhere, and the way to what is selected leads back', async ({ page }) => {
  await open(page);
  const map = page.locator('.overview-map');
  await expect(map).toBeHidden();
  await page.getByRole('button', { name: 'No thanks' }).click();
  await diagram(page).getByRole('button', { name: 'web-1', exact: true }).press('Enter');
  const position = page.getByRole('navigation', { name: 'Where you are' });
  await expect(position.getByRole('button')).toHaveText(['documentation', 'worker-1', '2 pods', 'web-1']);
  await position.getByRole('button', { name: 'web-1' }).click();
  await expect(map).toBeVisible();
  await expect(diagram(page).getByRole('button', { name: 'web-1', exact: true })).toBeInViewport();
  await map.click({ position: { x: 8, y: 8 } });
  await expect(diagram(page).getByRole('button', { name: 'web-1', exact: true })).not.toBeInViewport();
  await position.getByRole('button', { name: 'worker-1' }).click();
  await expect(diagram(page).getByRole('button', { name: 'worker: worker-1' })).toBeInViewport();
  await expect(page.getByRole('complementary').getByRole('heading', { level: 2 })).toHaveText('worker-1');
  await expectAccessible(page);
});

test('with the keyboard alone: choose a path, set the CA, see it protected, undo and redo', async ({ page }) => {
  await open(page);
  const apiServer = diagram(page).getByRole('button', { name: /^kube-apiserver:/ });
  await apiServer.focus();
  await page.keyboard.press('Enter');
  const ca = page.getByRole('textbox', { name: '--kubelet-certificate-authority' });
  await ca.focus();
  await page.keyboard.type('/etc/kubernetes/pki/ca.crt');
  await page.keyboard.press('Enter');
  for (const path of ['P08', 'P09', 'P10', 'P11'])
    await expect(drawn(page, path)).toHaveAttribute('data-status', 'protected');
  for (const path of ['P13', 'P15', 'P17'])
    await expect(drawn(page, path)).toHaveAttribute('data-status', 'unverified');
  await page.getByRole('button', { name: 'Undo' }).focus();
  await page.keyboard.press('Enter');
  await expect(drawn(page, 'P08')).toHaveAttribute('data-status', 'unverified');
  await page.keyboard.press('Control+Shift+Z');
  await expect(drawn(page, 'P08')).toHaveAttribute('data-status', 'protected');
});

test('a model can be built, renamed, emptied, and is there again after a reload', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: 'Add node' }).click();
  await page.getByRole('button', { name: 'Add service' }).click();
  await expect(drawn(page, 'P01')).toHaveCount(2);
  await diagram(page).getByRole('button', { name: 'worker: worker-2' }).press('Enter');
  const name = page.getByRole('textbox', { name: 'Name' });
  await name.fill('edge-1');
  await name.press('Enter');
  await expect(diagram(page).getByRole('button', { name: 'worker: edge-1' })).toBeVisible();
  await page.reload();
  await expect(diagram(page).getByRole('button', { name: 'worker: edge-1' })).toBeVisible();
  await diagram(page).getByRole('button', { name: 'worker: edge-1' }).press('Enter');
  await page.getByRole('button', { name: 'Remove' }).click();
  await expect(drawn(page, 'P01')).toHaveCount(1);
});

test('the network’s trust is switched in the picture, and the other facets recolor it', async ({ page }) => {
  await open(page);
  await diagram(page)
    .getByRole('button', { name: /Switch between trusted/ })
    .click();
  await expect(diagram(page).locator('[data-network="cluster-network"]')).toHaveAttribute('data-trust', 'trusted');
  await page.getByLabel('Color by').selectOption('client');
  await expect(page.locator('[data-legend="unverified"] b')).toHaveText('0');
});

for (const [width, height] of [
  [1440, 900],
  [390, 844],
] as const) {
  test(`German and dark, at ${width} x ${height}: nothing is left in English, nothing inaccessible`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height });
    await open(page);
    await page.getByRole('button', { name: 'Deutsch' }).click();
    await page.getByRole('button', { name: 'Dunkel' }).click();
    await expect(page.locator('html')).toHaveAttribute('lang', 'de');
    await page.locator('[data-list-path="P12"]').click();
    await expect(page.getByRole('complementary')).toContainText('Sich als Server ausgeben: ja');
    await expect(page.locator('body')).not.toContainText(/\b(because|untrusted|protected|Undo|Settings)\b/);
    await expectAccessible(page);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);
  });
}

test('the second layer shows the adjacent paths, and a link to one opens it', async ({ page }) => {
  await open(page);
  await expect(drawn(page, 'A18')).toHaveCount(0);
  await page.getByRole('button', { name: 'all paths' }).click();
  await expect(drawn(page, 'A18').first()).toHaveAttribute('data-status', 'unverified');
  await expect(drawn(page, 'A01').first()).toHaveAttribute('data-status', 'local');
  await expect(drawn(page, 'A22').first()).toHaveAttribute('data-status', 'protected');
  await expectAccessible(page);
  await page.locator('[data-list-path="A18"]').first().click();
  await expect(page).toHaveURL(/#path=A18/);
  await page.reload();
  await expect(page.getByRole('button', { name: 'all paths' })).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByRole('complementary', { name: 'Details' })).toContainText('anyone → kubelet, directly');
});

test('each verdict shows its rules and the experiment that proves it', async ({ page }) => {
  await open(page);
  await page.locator('[data-list-path="P08"]').first().click();
  const details = page.getByRole('complementary', { name: 'Details' });
  await details.getByText('Rule by rule').click();
  await expect(details.getByText('medium=network proto=tls verify=none → opportunistic').first()).toBeVisible();
  await details.getByText('Prove it').click();
  await expect(details.getByText('The client took the forged answer.')).toBeVisible();
  await expect(details.locator('.prove pre')).toContainText('GET /private HTTP/1.1');
  await expectAccessible(page);
});

test('another version says what it changes, in Kubernetes and in this cluster', async ({ page }) => {
  await open(page);
  await page.getByLabel('Start from').selectOption('everything-wrong');
  await page.getByRole('button', { name: 'all paths' }).click();
  await expect(drawn(page, 'A20').first()).toHaveAttribute('data-status', 'plaintext');
  await page.getByLabel('Kubernetes version').selectOption('1.20');
  const note = page.locator('.version-note');
  await expect(note).toContainText('What 1.19 → 1.20 changes');
  await expect(note).toContainText('The insecure port stops serving.');
  await expect(note).toContainText('anyone → insecure port of the kube-apiserver: disappears');
  await expect(drawn(page, 'A20')).toHaveCount(0);
  await page.locator('[data-subject^="kube-apiserver~"]').first().focus();
  await page.keyboard.press('Enter');
  const details = page.getByRole('complementary', { name: 'Details' });
  await details.getByLabel('--insecure-port').fill('8080');
  await page.keyboard.press('Enter');
  await expect(details.getByText('This flag has done nothing since 1.20.').first()).toBeVisible();
  await expect(details.getByLabel('--insecure-port')).toHaveValue('8080');
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(note).toBeHidden();
});

test('the reference has every path with its sources, and a distribution starts with what is not known', async ({
  page,
}) => {
  await open(page);
  await page.keyboard.press('r');
  const dialog = page.getByRole('dialog');
  await expect(dialog.locator('tbody tr')).toHaveCount(pathIds.length);
  await dialog.getByRole('button', { name: '8', exact: true }).click();
  await expect(dialog.locator('#reference-paths-P08')).toBeFocused();
  await expect(dialog.locator('#reference-paths-P08 li a').first()).toHaveAttribute('href', /^https:/);
  await page.keyboard.press('Escape');
  await page.getByLabel('Start from').selectOption('distribution eks');
  await expect(drawn(page, 'P08').first()).toHaveAttribute('data-status', 'unknown');
  await expect(drawn(page, 'P14').first()).toHaveAttribute('data-status', 'plaintext');
});

test('the plate in each strip switches its own network', async ({ page }) => {
  await open(page, '/#paths=all');
  const strip = (id: string) => diagram(page).locator(`[data-network="${id}"]`).first();
  await expect(strip('node-network')).toHaveAttribute('data-trust', 'untrusted');
  await diagram(page).locator('[data-subject="trust~node-network"]').click();
  await expect(strip('node-network')).toHaveAttribute('data-trust', 'trusted');
  await expect(strip('cluster-network')).toHaveAttribute('data-trust', 'untrusted');
});
