import { expect, test } from 'vitest';
import { importOne } from '../../testing/importOne.ts';

const read = (name: string, text: string) => importOne([[name, text]]).topology;
const explicitSettings = (name: string, text: string) =>
  read(name, text)?.controlPlanes[0]?.components['kube-apiserver']?.explicitSettings ?? {};

test('a systemd unit: continued lines, underscores, the last ExecStart, and the line of each flag', () => {
  const unit = `[Unit]
Description=kube-apiserver

[Service]
Environment="CA=/etc/kubernetes/ca.crt" EXTRA=--anonymous-auth=false
ExecStartPre=/usr/bin/curl -o /opt/bin/kube-apiserver https://example.test/kube-apiserver
ExecStart=/opt/bin/kube-apiserver --secure-port=1
ExecStart=
ExecStart=-/opt/bin/kube-apiserver \\
  --kubelet_certificate_authority=\${CA} \\
  --etcd-servers 'http://127.0.0.1:2379' \\
  $EXTRA $NOT_SHOWN
`;
  expect(explicitSettings('kube-apiserver.service', unit)).toEqual({
    'kubelet-certificate-authority': {
      value: '/etc/kubernetes/ca.crt',
      origin: 'flag',
      source: { file: 'kube-apiserver.service', line: 10 },
    },
    'etcd-servers': {
      value: 'http://127.0.0.1:2379',
      origin: 'flag',
      source: { file: 'kube-apiserver.service', line: 11 },
    },
    'anonymous-auth': { value: 'false', origin: 'flag', source: { file: 'kube-apiserver.service', line: 5 } },
  });
});

test('an environment file of a package, with what is commented out left out', () => {
  const kubelet = read(
    'kubelet',
    '# KUBELET_PORT="--port=1"\nKUBELET_ADDRESS="--address=127.0.0.1"\nKUBELET_ARGS="--read-only-port=0 --v=2"\n',
  )?.nodes[0]?.kubelet;
  expect(kubelet?.form).toBe('flags');
  expect(kubelet?.explicitSettings['readOnlyPort']?.value).toBe('0');
});

test('kubeadm’s flags are not the whole command line: all else stays unknown', () => {
  const flags = 'KUBELET_KUBEADM_ARGS="--container-runtime-endpoint=unix:///run/x.sock"\n';
  expect(read('kubeadm-flags.env', flags)?.nodes[0]?.kubelet.form).toBe('unknown');
});

test('what ps prints, and a script; a mention among other programs’ arguments is none', () => {
  const ps = 'root  812  1.2 ssl 10:00 0:01 /usr/local/bin/kube-apiserver --secure-port=6443 --anonymous-auth=false\n';
  expect(explicitSettings('ps.txt', ps)['anonymous-auth']?.value).toBe('false');
  const script = '#!/bin/sh\ncd /srv && exec kube-apiserver --secure-port=443 >/var/log/a.log 2>&1 # --secure-port=1\n';
  expect(explicitSettings('start.sh', script)['secure-port']?.value).toBe('443');
  expect(
    read('notes.txt', 'grep kube-apiserver --color /etc/hosts\nls kubelet -l\n')?.controlPlanes[0],
  ).toBeUndefined();
});

test('a command in a shell inside of a pod', () => {
  const pod = `apiVersion: v1
kind: Pod
metadata: {name: kube-apiserver}
spec:
  containers:
  - name: a
    command:
    - /bin/sh
    - -c
    - exec kube-apiserver --etcd-servers-overrides=/events#http://127.0.0.1:4002 --secure-port=443 1>>/var/log/a 2>&1
`;
  expect(explicitSettings('pod.yaml', pod)['secure-port']).toEqual({
    value: '443',
    origin: 'flag',
    source: { file: 'pod.yaml', line: 10 },
  });
});
