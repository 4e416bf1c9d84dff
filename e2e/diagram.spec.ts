import { expect, test } from '@playwright/test';
import { diagram, drawn, expectAccessible, open } from './page.ts';

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
  await page.waitForTimeout(600);
  await page.reload();
  await expect(diagram(page).getByRole('button', { name: 'worker: edge-1' })).toBeVisible();
  await diagram(page).getByRole('button', { name: 'worker: edge-1' }).press('Enter');
  await page.getByRole('button', { name: 'Remove' }).click();
  await expect(drawn(page, 'P01')).toHaveCount(1);
});

test('the network’s trust is switched in the picture, and the other facets recolour it', async ({ page }) => {
  await open(page);
  await diagram(page)
    .getByRole('button', { name: /Switch between trusted/ })
    .click();
  await expect(diagram(page).locator('[data-network="cluster-network"]')).toHaveAttribute('data-trust', 'trusted');
  await page.getByLabel('Colour by').selectOption('client');
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
