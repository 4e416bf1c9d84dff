import { expect, type Page } from '@playwright/test';
import { expectAccessible, open, test } from './page.ts';

const dialog = (page: Page) => page.getByRole('dialog');
const current = (page: Page) => dialog(page).locator('[aria-current="step"]');

async function playP09(page: Page): Promise<void> {
  await page.locator('[data-list-path="P09"]').click();
  await page.getByRole('complementary').getByRole('button', { name: 'Play the attack' }).click();
  await expect(current(page)).toContainText('The attacker is on the network');
}

test('an attack is played to its end by keys: he poses as the kubelet and cannot reach the true one', async ({
  page,
}) => {
  await open(page);
  await playP09(page);
  for (let step = 1; step < 6; step++) await page.keyboard.press('ArrowRight');
  await expect(current(page)).toContainText('The check does not happen');
  await expect(dialog(page)).toContainText('--kubelet-certificate-authority not set');
  await expect(dialog(page)).toContainText('Pose as worker-1');
  await page.keyboard.press('End');
  await expect(current(page)).toContainText('he poses as the server, and cannot reach the true one');
  await expect(dialog(page).locator('.obtained li')).toHaveText([/pose as the server/, /read/, /change/]);
  await page.keyboard.press('Home');
  await expect(dialog(page).locator('.obtained li')).toHaveText(['nothing']);
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toBeHidden();
  await expect(page).toHaveURL(/#path=P09[^&]*$/);
});

test('it plays by itself only when asked, and stops when asked', async ({ page }) => {
  await page.clock.install();
  await open(page);
  await playP09(page);
  await page.clock.runFor(20_000);
  await expect(current(page)).toContainText('The attacker is on the network');
  await dialog(page).getByRole('button', { name: 'Play', exact: true }).click();
  await page.clock.runFor(5_500);
  await expect(current(page)).toContainText('The attacker diverts the call for the node to himself');
  await dialog(page).getByRole('button', { name: 'Pause' }).click();
  await page.clock.runFor(20_000);
  await expect(current(page)).toContainText('The attacker diverts the call for the node to himself');
});

test('a link leads back to the same step', async ({ page, context }) => {
  await open(page);
  await playP09(page);
  await dialog(page).getByRole('button', { name: 'The request goes to the attacker' }).click();
  await dialog(page).getByRole('button', { name: 'Copy a link to this step' }).click();
  await expect(dialog(page).getByRole('button', { name: 'Link copied' })).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toMatch(/playback=active&step=8$/);
  const other = await context.newPage();
  await open(other, link);
  await expect(current(other)).toContainText('The request goes to the attacker');
  await expect(dialog(other)).toContainText('POST /exec/');
});

test('with the CA the forged certificate ends in the x509 error that kubectl prints', async ({ page }) => {
  await open(page);
  await page.keyboard.press('Control+k');
  await expect(dialog(page).getByRole('combobox')).toBeFocused();
  await page.keyboard.type('kubelet-certificate');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('textbox', { name: '--kubelet-certificate-authority' })).toBeFocused();
  await page.keyboard.type('/etc/kubernetes/pki/ca.crt');
  await page.keyboard.press('Enter');
  await page.locator('[data-list-path="P09"]').click();
  await page.getByRole('complementary').getByRole('button', { name: 'Play the attack' }).click();
  await dialog(page).getByRole('button', { name: 'signed by an unknown CA, refused' }).click();
  await expect(dialog(page).locator('pre')).toContainText('x509: certificate signed by unknown authority');
  await page.keyboard.press('End');
  await expect(current(page)).toContainText('nothing gained');
});

test('who wishes little motion reads all steps as a list', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await open(page);
  await playP09(page);
  await expect(dialog(page).getByRole('button', { name: 'Play', exact: true })).toBeHidden();
  await expect(dialog(page).getByRole('listitem').filter({ hasText: 'The operator sees' })).toHaveCount(13);
  await page.keyboard.press('End');
  await expect(current(page)).toBeInViewport();
  await page.evaluate(() => location.assign(location.hash.replace(/step=\d+/, 'step=6')));
  await page.reload();
  await expect(current(page)).toContainText('The check does not happen');
  await expect(current(page)).toBeInViewport();
});

for (const [theme, locale] of [
  ['light', 'en'],
  ['dark', 'de'],
] as const)
  test(`a playback can be read and used by everybody: ${theme}, ${locale}`, async ({ browser }) => {
    const context = await browser.newContext({ colorScheme: theme, locale });
    const page = await context.newPage();
    await open(page);
    await page.locator('[data-list-path="P09"]').click();
    await page.locator('.inspector .primary').click();
    await expect(current(page)).toBeVisible();
    await page.keyboard.press('End');
    await expect(current(page)).toContainText(locale === 'de' ? 'Ergebnis' : 'Outcome');
    await expectAccessible(page);
    await context.close();
  });

test('a narrow window shows it without sideways scrolling', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open(page);
  await page.locator('[data-table-path="P09"] button').first().click();
  await page.evaluate(() => location.assign(`${location.hash}&playback=active&step=5`));
  await expect(dialog(page).locator('.stage')).toBeVisible();
  expect(await dialog(page).evaluate((element) => element.scrollWidth <= element.clientWidth)).toBe(true);
  await expectAccessible(page);
});
