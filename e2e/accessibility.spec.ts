import { expect, type Page } from '@playwright/test';
import { diagram, expectAccessible, open, test } from './page.ts';

/** Every state of the page that a user can bring about with one step. */
const states = {
  'at first': async () => {},
  'a path selected': (page) => page.locator('[data-list-path="P09"]').first().click(),
  'an element selected': (page) => page.evaluate(() => location.assign('#element=worker%7Eworker-1')),
  'several selected': (page) => page.keyboard.press('Control+a'),
  'the table': async (page) => {
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await page.keyboard.press('t');
    await expect(page.locator('.path-table')).toBeVisible();
  },
  'the palette': async (page) => {
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('dialog')).toBeVisible();
  },
  'the keys': async (page) => {
    await page.keyboard.press('?');
    await expect(page.getByRole('dialog')).toBeVisible();
  },
  'the start screen': async (page) => {
    await page.locator('.logo').click();
    await expect(page.getByRole('dialog')).toBeVisible();
  },
  'the menu': async (page) => {
    await page.evaluate(() => location.assign('#element=worker%7Eworker-1'));
    await page.locator('[aria-haspopup="menu"]').click();
    await expect(page.getByRole('menu')).toBeVisible();
  },
  'all paths': (page) => page.keyboard.press('a'),
  'the reference': async (page) => {
    await page.keyboard.press('r');
    await expect(page.locator('.reference-table').first()).toBeVisible();
  },
  'a proof': async (page) => {
    await page.locator('[data-list-path="P08"]').first().click();
    for (const name of ['rules', 'prove', 'claims']) await page.locator(`details.${name} > summary`).click();
    await expect(page.locator('.prove dl')).toBeVisible();
  },
  'another version': async (page) => {
    await page.locator('.sidebar select').filter({ hasText: '1.27' }).selectOption('1.19');
    await expect(page.locator('.version-note')).toBeVisible();
  },
  'nothing found': (page) => page.locator('.query input').fill('no such path'),
  'a failed import': async (page) => {
    const file = { name: 'x.yaml', mimeType: 'text/plain', buffer: Buffer.from('a: [') };
    await page.locator('input[type=file]').setInputFiles([file]);
    await expect(page.locator('.report li').first()).toBeVisible();
  },
  'an import that is previewed': async (page) => {
    const file = { name: 'x.yaml', mimeType: 'text/plain', buffer: Buffer.from('kind: Node\nmetadata: {name: n}\n') };
    await page.locator('input[type=file]').setInputFiles([file]);
    await expect(page.locator('dialog .primary')).toBeVisible();
  },
} satisfies Readonly<Record<string, (page: Page) => Promise<unknown>>>;

const inEach = ['a path selected', 'the table', 'an import that is previewed'] as const;

for (const [name, reach] of Object.entries(states))
  test(`accessible: ${name}`, async ({ page }) => {
    await open(page);
    await reach(page);
    await expectAccessible(page);
    if (!inEach.some((one) => one === name)) return;
    await page.setViewportSize({ width: 390, height: 844 });
    await expectAccessible(page);
  });

// What depends on theme and language alone, contrast and texts, is held without a browser; three states see how they meet.
for (const [locale, colorScheme] of [
  ['en', 'dark'],
  ['de', 'light'],
  ['de', 'dark'],
] as const)
  test.describe(`${locale}, ${colorScheme}`, () => {
    test.use({ locale, colorScheme });
    for (const name of inEach)
      test(`accessible: ${name}`, async ({ page }) => {
        await open(page);
        await states[name](page);
        await expectAccessible(page);
      });
  });

test('at 200 % text nothing is cut, and everything is accessible', async ({ page }) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await open(page);
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '200%';
  });
  await page.locator('[data-list-path="P09"]').first().click();
  await expectAccessible(page);
  const wider = await page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('.sidebar button, .inspector button, .toolbar button')]
      .filter((one) => one.scrollWidth > one.clientWidth + 2)
      .map((one) => one.textContent),
  );
  expect(wider).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
});

test('at 400 % zoom the table stands where the picture was, without scrolling to the side', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 225 });
  await open(page);
  await expect(page.locator('.path-table')).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
  await page.getByRole('button', { name: 'Picture', exact: true }).click();
  await expect(page.locator('.path-table')).toBeHidden();
  await expect(diagram(page)).toBeVisible();
});

test('forced colors: lines keep their dashes and everything stays readable', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await open(page);
  await expectAccessible(page);
  const line = diagram(page).locator('[data-path="P12"] path[stroke-dasharray]').first();
  expect(await line.evaluate((one) => getComputedStyle(one).strokeDasharray)).toMatch(/^3px, 5px|^3, 5/);
  expect(await line.evaluate((one) => getComputedStyle(one).stroke)).not.toBe('none');
});

test('reduced motion: nothing moves by itself', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await open(page);
  const moving = await page.evaluate(
    () => [...document.querySelectorAll('*')].filter((one) => getComputedStyle(one).transitionDuration !== '0s').length,
  );
  expect(moving).toBe(0);
});

test('what a screen reader meets in the default cluster, in order', async ({ page }) => {
  await open(page);
  const names = await diagram(page)
    .getByRole('button')
    .evaluateAll((all) => all.map((one) => one.getAttribute('aria-label')));
  expect(names).toEqual([
    'Network between control plane and nodes: not trusted',
    'Network between control plane and nodes: not trusted. Switch between trusted and not trusted',
    'host: control-plane-1',
    'worker: worker-1',
    'kube-apiserver: control-plane-1',
    'outside: kubectl',
    'kube-scheduler: control-plane-1',
    'kube-controller-manager: control-plane-1',
    'cloud-controller-manager: control-plane-1',
    'etcd: control-plane-1',
    'kubelet: worker-1',
    'kube-proxy: worker-1',
    'node: worker-1',
    'pod: web-1, web-2',
    'web-1',
    'web-2',
    'service: kubernetes',
    'service: web',
    'P05 kube-scheduler → kube-apiserver (control-plane-1 → control-plane-1): protected',
    'P06 kube-controller-manager → kube-apiserver (control-plane-1 → control-plane-1): protected',
    'P07 cloud-controller-manager → kube-apiserver (control-plane-1 → control-plane-1): protected',
    'P01 kubelet → kube-apiserver (worker-1 → control-plane-1): protected',
    'P02 kubelet TLS bootstrap → kube-apiserver (worker-1 → control-plane-1): protected',
    'P08 kube-apiserver → kubelet: logs (control-plane-1 → worker-1): encrypted, identity not checked',
    'P09 kube-apiserver → kubelet: exec, attach (control-plane-1 → worker-1): encrypted, identity not checked',
    'P10 kube-apiserver → kubelet: port-forward (control-plane-1 → worker-1): encrypted, identity not checked',
    'P11 kube-apiserver → node proxy, kubelet port (control-plane-1 → worker-1): encrypted, identity not checked',
    'P03 kube-proxy → kube-apiserver (worker-1 → control-plane-1): protected',
    'P12 kube-apiserver → node proxy, http (control-plane-1 → worker-1): readable and changeable',
    'P13 kube-apiserver → node proxy, https (control-plane-1 → worker-1): encrypted, identity not checked',
    'P04 pod → kube-apiserver (kubernetes Service) (web-1 → control-plane-1 ×2): protected',
    'P14 kube-apiserver → pod proxy, http (control-plane-1 → web-1 ×2): readable and changeable',
    'P15 kube-apiserver → pod proxy, https (control-plane-1 → web-1 ×2): encrypted, identity not checked',
    'P16 kube-apiserver → service proxy, http (control-plane-1 → web): readable and changeable',
    'P17 kube-apiserver → service proxy, https (control-plane-1 → web): encrypted, identity not checked',
  ]);
});
