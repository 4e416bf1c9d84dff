import { execFileSync } from 'node:child_process';
import { appendFileSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { diagram, drawn, expectAccessible, open, test } from './page.ts';

const node = (name: string, labels = {}) => ({ kind: 'Node', metadata: { name, labels } });
const kubelet = `apiVersion: kubelet.config.k8s.io/v1beta1
kind: KubeletConfiguration
authentication: {anonymous: {enabled: false}, x509: {clientCAFile: /etc/kubernetes/pki/ca.crt}}
`;
const kubeadm = `apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
kubernetesVersion: v1.34.0
controlPlaneEndpoint: cluster.example:6443
`;
const objects = JSON.stringify({
  kind: 'List',
  items: [
    node('cp-1', { 'node-role.kubernetes.io/control-plane': '' }),
    node('edge-7'),
    {
      kind: 'Pod',
      metadata: {
        name: '<img src=x onerror=alert(1)>',
        namespace: 'shop',
        labels: { app: 'shop' },
        annotations: { owner: 'somebody' },
      },
      spec: {
        nodeName: 'edge-7',
        containers: [{ ports: [{ containerPort: 80 }], env: [{ name: 'PASSWORD', value: 'hunter2' }] }],
      },
    },
    {
      kind: 'Service',
      metadata: { name: 'shop', namespace: 'shop' },
      spec: { selector: { app: 'shop' }, ports: [{ port: 80 }] },
    },
  ],
});
const manifest = `kind: Pod
metadata: {name: kube-apiserver-cp-1, namespace: kube-system}
spec:
  nodeName: cp-1
  containers:
  - command:
    - kube-apiserver
    - --authorization-mode=Node,RBAC
    - --client-ca-file=/etc/kubernetes/pki/ca.crt
    - --kubelet-client-certificate=/etc/kubernetes/pki/apiserver-kubelet-client.crt
    - --kubelet-client-key=/etc/kubernetes/pki/apiserver-kubelet-client.key
`;
const file = (name: string, content: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(content) });

const choose = (page: Page, files: readonly ReturnType<typeof file>[]) =>
  page.locator('input[type=file]').setInputFiles([...files]);
const keep = (page: Page) => page.getByRole('dialog').getByRole('button', { name: 'Import', exact: true }).click();

test('the guide says what to collect, and its commands can be copied', async ({ page }) => {
  await open(page);
  await page.getByRole('button', { name: 'Import', exact: true }).click();
  const guide = page.getByRole('dialog', { name: 'Import a cluster' });
  await guide.getByRole('button', { name: 'Copy' }).first().click();
  const command = await page.evaluate(() => navigator.clipboard.readText());
  expect(command).toContain('kubectl get nodes,pods,services,endpointslices -A -o json');
  await expect(guide).toContainText('Without it not determined: P01');
  await guide.getByRole('tab', { name: 'Talos' }).click();
  await expect(guide).toContainText('talosctl');
  await expectAccessible(page);
});

test('a window without workers reads by itself, and refuses what it could not hold', async ({ page }) => {
  await page.addInitScript(() => {
    Reflect.deleteProperty(window, 'Worker');
    // Nobody has half a gigabyte at hand in a test.
    const { get } = Object.getOwnPropertyDescriptor(Blob.prototype, 'size') ?? {};
    Object.defineProperty(Blob.prototype, 'size', {
      get() {
        return this instanceof File && this.name === 'huge.json' ? 500_000_000 : get?.call(this);
      },
    });
  });
  await open(page);
  await choose(page, [file('objects.json', objects), file('huge.json', '{}')]);
  const preview = page.getByRole('dialog', { name: 'Check before it is kept' });
  await expect(preview).toContainText('2 nodes, 1 pods, 1 services');
  await keep(page);
  await page.getByRole('button', { name: 'Messages and changes' }).click();
  await expect(page.getByRole('dialog')).toContainText('More than 400 MB');
});

test('files of a real cluster become the picture, with file and line of each value', async ({ page }) => {
  const { requests } = await open(page);
  await choose(page, [
    file('objects.json', objects),
    file('kube-apiserver.yaml', manifest),
    file('broken.yaml', 'kind: Pod\nmetadata: {name: "x'),
  ]);
  const preview = page.getByRole('dialog', { name: 'Check before it is kept' });
  await expect(preview).toContainText('2 nodes, 2 pods, 1 services');
  await expect(preview).toContainText('Annotations: 1');
  await expect(preview).toContainText('Environment variables: 1');
  // Nothing is kept before somebody has agreed.
  await expect(drawn(page, 'P09').first()).toHaveAttribute('data-server', /worker-1|kubelet/);
  await expectAccessible(page);
  await keep(page);
  await expect(page.getByText('Imported: 2 nodes, 2 pods, 1 services')).toBeVisible();
  await expect(diagram(page).getByRole('button', { name: 'worker: edge-7' })).toBeVisible();
  await expect(drawn(page, 'P09').first()).toHaveAttribute('data-status', 'unverified');
  await page.locator('[data-list-path="P09"]').first().click();
  await expect(page.getByRole('complementary')).toContainText('kube-apiserver.yaml:10');
  await page.getByRole('button', { name: 'Messages and changes' }).click();
  const messages = page.getByRole('dialog', { name: 'Messages of the import' });
  await messages.getByRole('button', { name: /^broken\.yaml:/ }).click();
  await expect(messages.locator('mark')).toContainText('metadata: {name: "x');
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(diagram(page).getByRole('button', { name: 'worker: worker-1' })).toBeVisible();
  expect(requests).toEqual([]);
});

test('a second import of the same cluster is an update that tells what changes', async ({ page }) => {
  await open(page);
  await choose(page, [
    file('objects.json', objects),
    file('kube-apiserver.yaml', manifest),
    file('config.yaml', kubelet),
  ]);
  await keep(page);
  const verified = `${manifest}    - --kubelet-certificate-authority=/etc/kubernetes/pki/ca.crt\n`;
  await choose(page, [file('kube-apiserver.yaml', verified)]);
  const preview = page.getByRole('dialog');
  await expect(preview.getByRole('radio', { name: /Update the present cluster/ })).toBeChecked();
  const changed = preview.getByRole('row', { name: /P09.*identity not checked.*protected/ });
  await expect(changed).toBeVisible();
  await expectAccessible(page);
  await keep(page);
  await expect(drawn(page, 'P09').first()).toHaveAttribute('data-server-authentication', 'name');
  await expect(diagram(page).getByRole('button', { name: 'worker: edge-7' })).toBeVisible();
});

test('pseudonyms leave no name in the page, and the key brings them back', async ({ page }) => {
  await open(page);
  await choose(page, [file('objects.json', objects), file('kube-apiserver.yaml', manifest)]);
  await page
    .getByRole('dialog')
    .getByRole('checkbox', { name: /pseudonyms/ })
    .check();
  const [key] = await Promise.all([page.waitForEvent('download'), keep(page)]);
  await expect(page.getByText('Imported: 2 nodes')).toBeVisible();
  expect(await page.locator('body').innerHTML()).not.toMatch(/edge-7|cp-1|shop/);
  await page.locator('input[type=file]').setInputFiles(await key.path());
  await expect(diagram(page).getByRole('button', { name: 'worker: edge-7' })).toBeVisible();
});

test('a long reading shows its progress and can be canceled, and the model stays as it was', async ({
  page,
}, testInfo) => {
  await open(page);
  const pod = JSON.stringify({
    kind: 'Pod',
    metadata: { name: 'p' },
    spec: { nodeName: 'n' },
    status: 'x'.repeat(900),
  });
  const path = testInfo.outputPath('large.json');
  writeFileSync(path, '{"kind":"List","items":[');
  const many = `${pod},`.repeat(50_000);
  for (let turn = 0; turn < 6; turn += 1) appendFileSync(path, many);
  appendFileSync(path, `${pod}]}`);
  await page.locator('input[type=file]').setInputFiles(path);
  await expect(page.getByRole('progressbar')).toBeVisible();
  await page.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByText('Canceled')).toBeVisible();
  await expect(diagram(page).getByRole('button', { name: 'worker: worker-1' })).toBeVisible();
  // The next reading begins anew.
  await choose(page, [file('objects.json', objects)]);
  await expect(page.getByRole('dialog')).toContainText('2 nodes');
});

test('a large file is read while it comes, whole and with its lines', async ({ page }, testInfo) => {
  await open(page);
  const pod = (index: number) => ({
    kind: 'Pod',
    metadata: { name: `p-${index}`, namespace: 'shop' },
    spec: { nodeName: 'n', containers: [{ name: 'c' }] },
    status: { phase: 'x'.repeat(900) },
  });
  const apiServer = {
    kind: 'Pod',
    metadata: { name: 'kube-apiserver-cp-1', namespace: 'kube-system' },
    spec: {
      nodeName: 'cp-1',
      containers: [{ name: 'kube-apiserver', command: ['kube-apiserver', '--secure-port=7443'] }],
    },
  };
  const items = [...Array.from({ length: 20_000 }, (_unused, index) => pod(index)), apiServer];
  const text = `{"kind":"List","items":[\n${items.map((item) => JSON.stringify(item)).join(',\n')}\n]}`;
  const path = testInfo.outputPath('large.json');
  writeFileSync(path, text);
  await page.locator('input[type=file]').setInputFiles(path);
  const preview = page.getByRole('dialog');
  await expect(preview).toContainText('20,001 pods', { timeout: 30_000 });
  await preview.getByRole('button', { name: 'Import', exact: true }).click();
  // The picture before has a kube-apiserver too, on another host.
  await diagram(page).getByRole('button', { name: 'kube-apiserver: cp-1' }).press('Enter');
  await expect(page.getByRole('complementary')).toContainText('large.json:20002');
});

test('the command line says of a folder what the page says of its files', async ({ page }) => {
  const folder = mkdtempSync(join(tmpdir(), 'mitmap-'));
  const files = {
    'objects.json': objects,
    'kube-apiserver.yaml': manifest,
    'config.yaml': kubelet,
    'kubeadm.yaml': kubeadm,
  };
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
  const printed = execFileSync('npm', ['run', '--silent', 'analyze', '--', '--format', 'json', folder], {
    encoding: 'utf8',
  });
  const verdicts = (all: readonly (readonly [string | null, string | null])[]) =>
    [...new Set(all.map((one) => one.join(' ')))].sort();
  const ofCommand = verdicts(
    JSON.parse(printed)
      .connections.filter(({ count }: { count: number }) => count > 0)
      .map(({ path, status }: { path: string; status: string }) => [path, status]),
  );
  await open(page);
  await choose(
    page,
    Object.entries(files).map(([name, content]) => file(name, content)),
  );
  await keep(page);
  await page.getByRole('button', { name: 'all paths' }).click();
  await expect(diagram(page).locator('[data-path^="A"]').first()).toBeAttached();
  const ofPage = await diagram(page)
    .locator('[data-path]')
    .evaluateAll((all) => all.map((one) => [one.getAttribute('data-path'), one.getAttribute('data-status')] as const));
  expect(ofCommand.length).toBeGreaterThan(20);
  expect(verdicts(ofPage)).toEqual(ofCommand);
});

test('a file that cannot be read leaves the model as it was and says why', async ({ page }) => {
  await open(page);
  await page.locator('input[type=file]').setInputFiles([file('nonsense.yaml', 'a: [')]);
  await expect(page.getByText('Nothing was imported; your model is unchanged.')).toBeVisible();
  await expect(diagram(page).getByRole('button', { name: 'worker: worker-1' })).toBeVisible();
});
