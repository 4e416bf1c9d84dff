import { devices, expect, type Page } from '@playwright/test';
import { diagram, drawn, open, test } from './page.ts';

const middle = async (page: Page, name: string | RegExp) => {
  const box = await diagram(page).getByRole('button', { name, exact: true }).boundingBox();
  if (!box) throw new Error(`${String(name)} is not drawn`);
  return { x: box.x + box.width / 2, y: box.y + Math.min(box.height / 2, 12), box };
};

test('a pod is dragged to another node, and back with undo', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: 'Add node' }).click();
  await page.getByRole('button', { name: 'Fit' }).click();
  const pod = await middle(page, 'web-2');
  const target = await middle(page, 'worker: worker-2');
  await page.mouse.move(pod.x, pod.y);
  await page.mouse.down();
  await page.mouse.move(target.x, target.box.y + target.box.height / 2, { steps: 6 });
  await page.mouse.up();
  await expect(drawn(page, 'P14')).toHaveCount(2);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(drawn(page, 'P14')).toHaveCount(1);
});

test('a chosen node is dragged to another place and stays there', async ({ page }) => {
  await open(page);
  await diagram(page).getByRole('button', { name: 'worker: worker-1' }).press('Enter');
  const { box } = await middle(page, 'worker: worker-1');
  const grip = { x: box.x + 40, y: box.y + box.height - 12 };
  await page.mouse.move(grip.x, grip.y);
  await page.mouse.down();
  await page.mouse.move(grip.x + 30, grip.y + 60, { steps: 5 });
  await page.mouse.up();
  await expect(page.getByRole('button', { name: 'Release', exact: true })).toBeVisible();
  const after = await middle(page, 'worker: worker-1');
  expect(after.box.y - box.y).toBeGreaterThan(30);
  await page.getByRole('button', { name: 'Release', exact: true }).click();
  expect((await middle(page, 'worker: worker-1')).box.y).toBeCloseTo(box.y, 0);
});

test('Shift and drag selects what lies in the band; Shift and click adds and takes out', async ({ page }) => {
  await open(page);
  const web = await middle(page, 'service: web');
  const kubernetes = await middle(page, 'service: kubernetes');
  await page.keyboard.down('Shift');
  await page.mouse.move(kubernetes.box.x - 30, kubernetes.box.y + kubernetes.box.height + 90);
  await page.mouse.down();
  await page.mouse.move(web.box.x + web.box.width + 6, web.box.y - 6, { steps: 6 });
  await page.mouse.up();
  await expect(page.getByRole('complementary')).toContainText('2 selected');
  await page.keyboard.up('Shift');
  await diagram(page).getByRole('button', { name: 'service: web' }).press('Shift+Enter');
  await expect(page.getByRole('complementary').getByRole('heading', { level: 2 })).toHaveText('kubernetes');
});

test('a right click opens the menu of what is under it', async ({ page }) => {
  await open(page);
  await diagram(page).getByRole('button', { name: 'kubelet: worker-1' }).click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Show only its paths' }).click();
  await expect(page.locator('[data-list-path]')).toHaveCount(6);
});

test('zooming out leaves boundaries with their worst class, in text that can be read', async ({ page }) => {
  await open(page);
  for (let step = 0; step < 6; step += 1) await page.getByRole('button', { name: 'Zoom out' }).click();
  const sizes = await diagram(page)
    .locator('text')
    .evaluateAll((all) => all.map((one) => one.getBoundingClientRect().height));
  expect(sizes.length).toBeGreaterThan(3);
  expect(Math.min(...sizes)).toBeGreaterThan(10);
  await expect(drawn(page, 'P09')).toHaveCount(1);
  await expect(diagram(page).locator('text', { hasText: 'kube-scheduler' })).toHaveCount(0);
});

test('the edge of a panel is moved by pointer and by keys, and closes it', async ({ page }) => {
  await open(page);
  const edge = page.getByRole('separator', { name: 'Width of the list' });
  await edge.focus();
  await page.keyboard.press('ArrowRight');
  await expect(edge).toHaveAttribute('aria-valuenow', '296');
  await page.keyboard.press('Enter');
  await expect(page.locator('.sidebar')).toBeHidden();
  await page.keyboard.press('Enter');
  await expect(page.locator('.sidebar')).toBeVisible();
});

test('what another cluster replaced can be opened again', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: 'Add node' }).click();
  await page.getByLabel('Start from').selectOption('ha');
  await page.reload();
  await page.locator('.logo').click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /2 nodes, 2 pods, 2 services/ })
    .click();
  await expect(drawn(page, 'P01')).toHaveCount(2);
});

test.describe('on a phone', () => {
  const { defaultBrowserType: _browser, ...phone } = devices['Pixel 7'];
  test.use(phone);

  test('tap a row, read it, see the picture, pinch it', async ({ page }) => {
    await open(page);
    await page.locator('[data-table-path="P12"] button').tap();
    await expect(page.getByRole('complementary').getByRole('heading', { level: 2 })).toContainText('node proxy, http');
    await page.getByRole('button', { name: 'Picture', exact: true }).tap();
    const small = await page
      .locator('button:visible, select:visible')
      .evaluateAll((all) =>
        all.filter((one) => one.getBoundingClientRect().height < 43.5).map((one) => one.outerHTML.slice(0, 90)),
      );
    // A word in a sentence is as high as its line (WCAG 2.5.8, inline).
    expect(small.filter((one) => !/link|data-term/.test(one))).toEqual([]);
    const zoom = page.locator('.zoom-value');
    const before = Number.parseInt((await zoom.textContent()) ?? '', 10);
    await diagram(page).scrollIntoViewIfNeeded();
    const area = await diagram(page).boundingBox();
    if (!area) throw new Error('no picture');
    const client = await page.context().newCDPSession(page);
    const at = (spread: number) =>
      [-spread, spread].map((dx, id) => ({ x: area.x + area.width / 2 + dx, y: area.y + 60, id }));
    await client.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(30) });
    for (const spread of [50, 70, 90])
      await client.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(spread) });
    await client.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    await expect(async () =>
      expect(Number.parseInt((await zoom.textContent()) ?? '', 10)).toBeGreaterThan(before),
    ).toPass();
  });
});
