import { expect, test } from '@playwright/test';
import { diagram, drawn, expectAccessible, open } from './page.ts';

const node = (name: string, labels = {}) => ({ kind: 'Node', metadata: { name, labels } });
const objects = JSON.stringify({
  kind: 'List',
  items: [
    node('cp-1', { 'node-role.kubernetes.io/control-plane': '' }),
    node('edge-7'),
    {
      kind: 'Pod',
      metadata: { name: '<img src=x onerror=alert(1)>', namespace: 'shop', labels: { app: 'shop' } },
      spec: { nodeName: 'edge-7', containers: [{ ports: [{ containerPort: 80 }] }] },
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
`;
const file = (name: string, content: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(content) });

test('files of a real cluster become the picture, with file and line of each value', async ({ page }) => {
  const { requests } = await open(page);
  await page
    .locator('input[type=file]')
    .setInputFiles([
      file('objects.json', objects),
      file('kube-apiserver.yaml', manifest),
      file('broken.yaml', 'kind: Pod\nmetadata: {name: "x'),
    ]);
  await expect(page.getByText('Imported: 2 nodes, 2 pods, 1 services')).toBeVisible();
  await expect(page.getByLabel('Messages of the import')).toContainText('broken.yaml:');
  await expect(diagram(page).getByRole('button', { name: 'worker: edge-7' })).toBeVisible();
  await expect(drawn(page, 'P09').first()).toHaveAttribute('data-status', 'unverified');
  await page.locator('[data-list-path="P09"]').first().click();
  await expect(page.getByRole('complementary')).toContainText('kube-apiserver.yaml:10');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(diagram(page).getByRole('button', { name: 'worker: worker-1' })).toBeVisible();
  expect(requests).toEqual([]);
});

test('a file that cannot be read leaves the model as it was and says why', async ({ page }) => {
  await open(page);
  await page.locator('input[type=file]').setInputFiles([file('nonsense.yaml', 'a: [')]);
  await expect(page.getByText('Nothing was imported; your model is unchanged.')).toBeVisible();
  await expect(diagram(page).getByRole('button', { name: 'worker: worker-1' })).toBeVisible();
});
