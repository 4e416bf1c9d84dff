import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { diagram, expectAccessible, open, test } from './page.ts';

/** Whether a path is bright is a class of the group around it. */
const line = (page: Page, path: string) =>
  diagram(page)
    .locator('.subject', { has: page.locator(`[data-path="${path}"]`) })
    .first();

test('an attacker on the node network: what he reaches is listed and bright, and the address keeps him', async ({
  page,
}) => {
  const { requests } = await open(page);
  await page.getByLabel('Attacker stands').selectOption('on the node network');
  const details = page.getByRole('complementary', { name: 'Details' });
  await expect(details.getByRole('heading', { name: 'Attacker on the node network' })).toBeVisible();
  await expect(details.getByText(/reaches \d+ of \d+ paths/)).toBeVisible();
  await expect(
    details.getByRole('button', { name: /^9 kube-apiserver → kubelet: exec.* in the middle/ }),
  ).toBeVisible();
  await expect(line(page, 'P09')).not.toHaveClass(/dimmed/);
  await expect(line(page, 'P01')).toHaveClass(/dimmed/);
  await expect(page).toHaveURL(/#attacker=node-network$/);
  await details.getByText(/^Assumptions/).click();
  await expect(details.getByText('Firewalls and NetworkPolicies are not modeled.')).toBeVisible();
  await details.getByText(/^Not in reach/).click();
  await expect(details.getByText('the client checks the server, so nobody in the middle')).toBeVisible();
  await expectAccessible(page);
  expect(requests).toEqual([]);
  await page.reload();
  await expect(details.getByRole('heading', { name: 'Attacker on the node network' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(details).toBeHidden();
  await expect(line(page, 'P01')).not.toHaveClass(/dimmed/);
});

test('from a pod to a command in another pod: the way as text, on the diagram, and step by step', async ({ page }) => {
  await open(page);
  await page.getByLabel('Attacker stands').selectOption('in a pod');
  const details = page.getByRole('complementary', { name: 'Details' });
  await details.getByLabel('What he wants').selectOption('run commands in somebody else’s pod (exec)');
  const way = details.locator('.way').first();
  await expect(way.getByRole('listitem')).toHaveCount(2);
  await expect(way.getByText('Only if that account may.')).toBeVisible();
  await way.getByRole('button', { name: 'Shortest way: Show on the diagram' }).click();
  await expect(line(page, 'P04')).not.toHaveClass(/dimmed/);
  await expect(line(page, 'P14')).toHaveClass(/dimmed/);
  await way.getByRole('button', { name: /^9 kube-apiserver → kubelet: exec/ }).click();
  await expect(details.getByRole('heading', { name: 'kube-apiserver → kubelet: exec, attach' })).toBeVisible();
  await expect(details.getByText('that depends on what the account of his token may do.')).toBeVisible();
  await details.getByText('STRIDE and ATT&CK').click();
  await expect(details.getByRole('link', { name: 'T1557 Adversary-in-the-Middle' }).first()).toBeVisible();
  await details.getByRole('button', { name: 'Back to the attacker' }).press('Enter');
  await expect(details.getByRole('heading', { name: 'Attacker in a pod' })).toBeFocused();
  await expect(diagram(page)).toBeVisible();
});

test.describe('in German and dark', () => {
  test.use({ colorScheme: 'dark', locale: 'de' });

  test('the attacker is accessible', async ({ page }) => {
    await open(page, '/#attacker=pod');
    const details = page.getByRole('complementary', { name: 'Details' });
    await expect(details.getByRole('heading', { name: 'Angreifer in einem Pod' })).toBeVisible();
    await details.getByText(/^Alle Wege/).click();
    await details.getByText(/^Nicht in Reichweite/).click();
    await expectAccessible(page);
    await details.getByRole('button', { name: 'Angreifer entfernen' }).click();
    await expect(details).toBeHidden();
  });
});

test('what the cluster does not have cannot be chosen, and says why', async ({ page }) => {
  await open(page);
  const choice = page.getByLabel('Attacker stands');
  await expect(choice.locator('option', { hasText: 'at the load balancer (no load balancer)' })).toBeDisabled();
  await expect(choice.locator('option', { hasText: 'at a tunnel’s end (no tunnel)' })).toBeDisabled();
});
