import { expect } from '@playwright/test';
import { diagram, drawn, expectAccessible, open, test } from './page.ts';

test('the smallest set in its order, with patches to take, and what no setting closes', async ({ page }) => {
  await open(page);
  await page.keyboard.press('x');
  const fixes = page.getByRole('dialog', { name: 'Close what is open' });
  const steps = fixes.locator('.plan > li');
  await expect(steps.nth(0)).toContainText('serverTLSBootstrap=true');
  await expect(steps.nth(1)).toContainText('kubelet-certificate-authority=/etc/kubernetes/pki/ca.crt');
  await expect(steps.nth(1)).toContainText('P08 P09 P10 P11');
  await expect(steps.nth(1)).toContainText('kubectl logs, exec and port-forward, until every kubelet has a signed');
  await expect(fixes).toContainText('P12 P13 P14 P15 P16 P17: hard coded');
  await steps.nth(1).getByText('How, side effects, patches').click();
  await expect(steps.nth(1).locator('.patch')).toContainText('kubeadm.k8s.io/v1beta4');
  await steps.nth(1).getByRole('button', { name: 'kubeadm v1beta3' }).click();
  await expect(steps.nth(1).locator('.patch')).toContainText(
    'kubelet-certificate-authority: /etc/kubernetes/pki/ca.crt',
  );
  await expectAccessible(page);
});

test('a remedy is tried, seen as old and new, compared, discarded, and kept', async ({ page }) => {
  await open(page);
  await page.locator('[data-list-path="P09"]').first().click();
  const details = page.getByRole('complementary');
  await details.getByRole('button', { name: 'Try it' }).first().click();
  const trial = page.getByRole('region', { name: 'Trying out' });
  await expect(trial).toContainText('+4 more protected');
  await expect(trial).toContainText('kubectl logs');
  await expect(drawn(page, 'P09')).toHaveAttribute('data-status', 'protected');
  await expect(drawn(page, 'P09')).toHaveAttribute('data-was', 'unverified');
  await expectAccessible(page);
  await trial.getByRole('button', { name: 'Before and after' }).click();
  const compared = page.getByRole('dialog', { name: 'Before and after' });
  await expect(compared.getByRole('img')).toHaveCount(2);
  await compared.getByRole('button', { name: 'Slider' }).click();
  await compared.getByRole('slider').press('ArrowLeft');
  await expect(compared.getByRole('slider')).toHaveValue('49');
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await trial.getByRole('button', { name: 'Discard' }).click();
  await expect(drawn(page, 'P09')).toHaveAttribute('data-status', 'unverified');
  await page.getByRole('button', { name: 'Undo' }).click();
  await trial.getByRole('button', { name: 'Keep' }).click();
  await expect(trial).toBeHidden();
  await expect(drawn(page, 'P09')).toHaveAttribute('data-status', 'protected');
});

test('what if: changes by hand are part of a trial, and the saved model is untouched until they are kept', async ({
  page,
}) => {
  await open(page);
  await page.keyboard.press('w');
  const trial = page.getByRole('region', { name: 'Trying out' });
  await expect(trial).toContainText('no verdict changes');
  await diagram(page).getByRole('button', { name: 'kubelet' }).first().press('Enter');
  await page.getByRole('complementary').getByRole('textbox', { name: 'authentication.x509.clientCAFile' }).fill('');
  await page.keyboard.press('Enter');
  await page.reload();
  await expect(diagram(page)).toHaveAttribute('data-ready', 'true');
  await expect(trial).toBeHidden();
  await expect(drawn(page, 'P09')).toHaveAttribute('data-client-authentication', 'x509');
});
