import { expect } from '@playwright/test';
import { drawn, expectAccessible, open, test } from './page.ts';

test('a Service that holds an address of the cluster is told first, with its paths and what closes it', async ({
  page,
}) => {
  await open(page);
  await page.getByLabel('Start from').selectOption({ label: 'A tenant’s Service' });
  const list = page.getByRole('region', { name: 'Weaknesses beside the settings of the paths' });
  const first = list.locator('[data-weakness]').first();
  await expect(first).toContainText('critical');
  await first.locator('summary').click();
  await expect(first).toContainText('Service tenant/trap has 10.0.0.12 among its external IPs');
  await expect(first).toContainText('Node worker-2');
  await expect(first).toContainText('DenyServiceExternalIPs');
  await expectAccessible(page);
  await first.getByRole('button', { name: 'Show them alone' }).click();
  await expect(page).toHaveURL(/P08/);
  await page.locator('[data-list-path="P08"]').last().click();
  const details = page.getByRole('complementary', { name: 'Details' });
  await expect(details.getByRole('heading', { name: 'Also decides here' })).toBeVisible();
  await expect(details).toContainText('CVE-2020-8554');
});

test('what goes through a proxy says so on its line, and an attacker can be there', async ({ page }) => {
  await open(page);
  await page.getByLabel('Start from').selectOption({ label: 'A company’s proxy' });
  await expect(drawn(page, 'P08').first()).toHaveAttribute('data-proxy', 'http://proxy.example.org:3128');
  await expect(drawn(page, 'P09').first()).not.toHaveAttribute('data-proxy');
  const list = page.getByRole('region', { name: 'Weaknesses beside the settings of the paths' });
  await list.locator('summary').first().click();
  await expect(list).toContainText('10.96.0.0/12,POD-RANGE');
  await page.getByLabel('Attacker stands').selectOption({ label: 'at the proxy' });
  const details = page.getByRole('complementary', { name: 'Details' });
  await expect(details).toContainText('They control the proxy that components are told to use.');
  await expect(details).toContainText('It goes through the proxy, and the client does not check the server.');
});

test('a cluster of one host says that it is one, and what a second node changes can be tried', async ({ page }) => {
  await open(page);
  await page.getByLabel('Start from').selectOption({ label: 'One host' });
  await expect(page.getByTestId('one-host')).toContainText('This cluster is one host');
  await page.getByRole('button', { name: 'Try a second node' }).click();
  const trial = page.getByRole('region', { name: 'Trying out' });
  await expect(trial).toBeVisible();
  await expect(page.getByTestId('one-host')).toBeHidden();
  await trial.getByRole('button', { name: 'Discard' }).click();
  await expect(page.getByTestId('one-host')).toBeVisible();
});
