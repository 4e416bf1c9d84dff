import { describe, expect, test } from 'vitest';
import { effectiveSetting, type SettingComponent } from '../../catalog/settings.ts';
import type { ComponentConfig } from '../../domain/settings.ts';
import { importOne } from '../../testing/importOne.ts';

type Files = Readonly<Record<string, string>>;

/** What the files say in the order in which they are given; in the opposite one it must be the same. */
function read(files: Files) {
  const results = [Object.entries(files), Object.entries(files).reverse()].map((all) => importOne(all));
  const [first, other] = results.map(({ topology }) => ({
    kubelet: topology?.nodes[0]?.kubelet,
    apiServer: topology?.controlPlanes[0]?.components['kube-apiserver'],
    hosts: topology?.controlPlanes.map(({ name }) => name),
  }));
  expect([valuesOf(other?.kubelet), valuesOf(other?.apiServer), other?.hosts]).toEqual([
    valuesOf(first?.kubelet),
    valuesOf(first?.apiServer),
    first?.hosts,
  ]);
  return { ...first, codes: results[0]?.issues.map(({ code }) => code) ?? [] };
}

function valuesOf(config: ComponentConfig | undefined) {
  const values = Object.entries(config?.explicitSettings ?? {}).map(([key, { value, origin }]) => [key, value, origin]);
  return { form: config?.form, values: Object.fromEntries(values.map(([key, ...rest]) => [key, rest])) };
}

const valueIn = (component: SettingComponent, config: ComponentConfig | undefined, key: string) => {
  const { value, origin } = effectiveSetting(
    component,
    config ?? { form: 'unknown', explicitSettings: {} },
    key,
    '1.34',
  );
  return origin === 'unknown' ? 'unknown' : value;
};
const kubelet = (files: Files, key: string) => valueIn('kubelet', read(files).kubelet, key);
const anonymous = 'authentication.anonymous.enabled';

const packageUnit = '[Unit]\nDescription=kubelet\n[Service]\nExecStart=/usr/bin/kubelet --read-only-port=10255\n';
const dropIn = (...flags: readonly string[]) =>
  `[Service]\nExecStart=\nExecStart=/usr/bin/kubelet ${flags.join(' ')}\n`;
const folder = 'etc/systemd/system/kubelet.service.d';

describe('a unit and its drop-ins are one command line', () => {
  test('a drop-in takes back what the unit starts, though it lies in another file', () => {
    const files = {
      'n/usr/lib/systemd/system/kubelet.service': packageUnit,
      [`n/${folder}/20-hard.conf`]: dropIn('--anonymous-auth=false'),
    };
    expect(read(files).kubelet?.explicitSettings).toEqual({
      [anonymous]: {
        value: 'false',
        origin: 'flag',
        source: { file: `n/${folder}/20-hard.conf`, line: 3 },
      },
    });
    expect(kubelet(files, 'readOnlyPort')).toBe('10255');
  });

  test('drop-ins are read in the order of their names, and /etc wins over /usr/lib for the same name', () => {
    const files = {
      'usr/lib/systemd/system/kubelet.service': packageUnit,
      'usr/lib/systemd/system/kubelet.service.d/10-a.conf': dropIn('--read-only-port=1'),
      [`${folder}/10-a.conf`]: dropIn('--read-only-port=2', '$LATE'),
      [`${folder}/20-b.conf`]: '[Service]\nEnvironment="LATE=--anonymous-auth=false"\n',
    };
    expect([kubelet(files, 'readOnlyPort'), kubelet(files, anonymous)]).toEqual(['2', 'false']);
  });

  test('a drop-in whose path does not tell belongs to the unit that starts the same program', () => {
    const files = { 'kubelet.service': packageUnit, '10-hard.conf': dropIn('--read-only-port=0') };
    expect(kubelet(files, 'readOnlyPort')).toBe('0');
  });

  test('what systemctl cat prints', () => {
    const text = `# /usr/lib/systemd/system/kubelet.service\n${packageUnit}\n# /${folder}/10-x.conf\n${dropIn('--read-only-port=0')}`;
    expect(kubelet({ 'cat.txt': text }, 'readOnlyPort')).toBe('0');
  });

  test('units of two machines stay apart, and what differs is not determined where nothing tells whose they are', () => {
    const files = {
      'a/etc/systemd/system/kubelet.service': dropIn('--anonymous-auth=false', '--read-only-port=0'),
      'b/etc/systemd/system/kubelet.service': dropIn('--anonymous-auth=false', '--read-only-port=10255'),
    };
    expect([kubelet(files, anonymous), kubelet(files, 'readOnlyPort')]).toEqual(['false', 'unknown']);
    const printed = Object.values(files).map((text) => `# /etc/systemd/system/kubelet.service\n${text}`);
    expect(kubelet({ 'a.txt': printed[0] ?? '', 'b.txt': printed[1] ?? '' }, 'readOnlyPort')).toBe('unknown');
  });

  test('a process that runs counts for more than a unit', () => {
    const files = {
      'kubelet.service': '[Service]\nEnvironmentFile=/etc/x\nExecStart=/usr/bin/kubelet $KUBELET_OPTS\n',
      'ps.txt': 'COMMAND\n/usr/bin/kubelet --anonymous-auth=false\n',
    };
    expect([kubelet(files, anonymous), kubelet(files, 'readOnlyPort')]).toEqual(['false', '10255']);
  });
});

describe('variables', () => {
  const kubeadm = `[Service]
Environment="KUBELET_CONFIG_ARGS=--config=/var/lib/kubelet/config.yaml"
EnvironmentFile=-/var/lib/kubelet/kubeadm-flags.env
EnvironmentFile=-/etc/default/kubelet
ExecStart=
ExecStart=/usr/bin/kubelet $KUBELET_CONFIG_ARGS $KUBELET_KUBEADM_ARGS $KUBELET_EXTRA_ARGS
`;
  const flags = {
    'etc/default/kubelet': 'KUBELET_EXTRA_ARGS="--read-only-port=10255 --anonymous-auth=true"\n',
    'var/lib/kubelet/kubeadm-flags.env': 'KUBELET_KUBEADM_ARGS="--v=2 --read-only-port=0 --anonymous-auth=false"\n',
  };

  test('stand where the unit names them, so that the order on the command line decides', () => {
    const files = { [`${folder}/10-kubeadm.conf`]: kubeadm, ...flags };
    const { kubelet: config } = read(files);
    expect(config?.explicitSettings['readOnlyPort']).toMatchObject({
      value: '10255',
      source: { file: 'etc/default/kubelet', line: 1 },
    });
    expect(kubelet(files, anonymous)).toBe('true');
  });

  test('have kubeadm’s order where its drop-in is not there, and are not the whole command line', () => {
    expect(kubelet(flags, 'readOnlyPort')).toBe('10255');
    expect(kubelet(flags, 'authorization.mode')).toBe('unknown');
  });

  test('of a file that was renamed are found by their names', () => {
    const files = { [`${folder}/10-kubeadm.conf`]: kubeadm, 'extra.env': 'KUBELET_EXTRA_ARGS=--read-only-port=1\n' };
    expect(kubelet(files, 'readOnlyPort')).toBe('1');
  });

  test('that no file shows leave all that is not stated unknown, whatever other lines say', () => {
    const files = {
      'kubelet.service': '[Unit]\n[Service]\nExecStart=/usr/bin/kubelet\n',
      '10-dropin.conf': `[Service]\nEnvironmentFile=/etc/kubelet.env\n${dropIn('$KUBELET_OPTS')}`,
    };
    expect([kubelet(files, 'readOnlyPort'), kubelet(files, anonymous)]).toEqual(['unknown', 'unknown']);
    expect(read(files).codes).toContain('unresolved-variable');
  });

  test('that a unit’s files do not have are empty, where all of its files are there', () => {
    const unit = '[Service]\nEnvironmentFile=/etc/default/kubelet\nExecStart=/usr/bin/kubelet $KUBELET_A $KUBELET_B\n';
    const files = {
      'etc/systemd/system/kubelet.service': unit,
      'etc/default/kubelet': 'KUBELET_A=--read-only-port=0\n',
    };
    expect([kubelet(files, 'readOnlyPort'), kubelet(files, anonymous)]).toEqual(['0', 'true']);
  });

  test('one of two is not enough for the kube-apiserver either', () => {
    const unit =
      '[Service]\nEnvironmentFile=-/etc/kubernetes/config\nEnvironmentFile=-/etc/kubernetes/apiserver\nExecStart=/usr/bin/kube-apiserver $KUBE_LOGTOSTDERR $KUBE_API_ARGS\n';
    const files = {
      'kube-apiserver.service': unit,
      apiserver: 'KUBE_API_ARGS="--anonymous-auth=false"\n',
    };
    const partly = read(files);
    expect(valueIn('kube-apiserver', partly.apiServer, 'anonymous-auth')).toBe('false');
    expect(valueIn('kube-apiserver', partly.apiServer, 'kubelet-certificate-authority')).toBe('unknown');
    const { apiServer } = read({ ...files, config: 'KUBE_LOGTOSTDERR="--logtostderr=true"\n' });
    expect(valueIn('kube-apiserver', apiServer, 'kubelet-certificate-authority')).toBeNull();
  });

  test('for which no shown line has a place say that a drop-in is missing', () => {
    const files = { 'kubelet.service': packageUnit, 'kubeadm-flags.env': flags['var/lib/kubelet/kubeadm-flags.env'] };
    expect(kubelet(files, 'authorization.mode')).toBe('unknown');
  });

  test('of a file with the line ends of Windows', () => {
    expect(kubelet({ 'kubelet.env': 'KUBELET_EXTRA_ARGS=--read-only-port=10255\r\n' }, 'readOnlyPort')).toBe('10255');
  });

  test('that are secrets are not kept', () => {
    const { topology } = importOne([
      ['kubelet.env', 'KUBELET_ARGS="--read-only-port=0 --x-token=hunter2 --y-secret hunter2"\nKUBE_TOKEN=hunter2\n'],
    ]);
    expect(topology?.nodes[0]?.kubelet.explicitSettings['readOnlyPort']?.value).toBe('0');
    expect(JSON.stringify(topology)).not.toContain('hunter2');
  });
});

describe('lists of processes', () => {
  const head = 'USER PID %CPU %MEM VSZ RSS TTY STAT START TIME COMMAND\n';
  const columns = (user: string) => `${user} 2100 6.1 4.2 110 40 ? Ssl Jan01 400:00`;

  test('who looks for a component starts none', () => {
    const text = `${columns('root')} kube-apiserver --authorization-mode=Node,RBAC
${columns('root')} grep --color=auto kube-apiserver
${columns('root')} vim kube-apiserver
${columns('root')} /bin/sh -c exec kube-apiserver --secure-port=1
`;
    const { hosts, apiServer } = read({ 'ps.txt': text });
    expect(hosts).toEqual(['control-plane']);
    expect(Object.keys(apiServer?.explicitSettings ?? {})).toEqual(['authorization-mode']);
  });

  test('a shell’s history, and what only prints a version, start none', () => {
    const history = '  501  systemctl status kubelet\n  503  ps -ef | grep kube-apiserver\n  504  kubelet --version\n';
    expect(importOne([['history.txt', history]]).topology).toBeNull();
    expect(importOne([['x.sh', 'kube-apiserver --help\nkubelet --v=2 -h\n']]).topology).toBeNull();
  });

  test.each([
    ['by its time', `${columns('etcd')} /usr/bin/etcd --cert-file=/e.crt\n`],
    ['under a head', `${head}${columns('etcd')} /usr/bin/etcd --cert-file=/e.crt\n`],
    ['after its number', '2100 /usr/bin/etcd --cert-file=/e.crt\n'],
    ['in the column of a head', 'PID USER COMMAND\n2100 etcd /usr/bin/etcd --cert-file=/e.crt\n'],
  ])('a user who is called like the program is not taken for it: %s', (_name, text) => {
    const { topology } = importOne([['ps.txt', text]]);
    expect(topology?.controlPlanes[0]?.components.etcd?.explicitSettings['cert-file']?.value).toBe('/e.crt');
  });

  test('a sentence with flags is no command', () => {
    expect(importOne([['notes.txt', 'kube-apiserver --foo is deprecated, use --bar\n']]).topology).toBeNull();
  });
});

describe('the log of K3s and RKE2', () => {
  const journal = 'May 09 10:00:00 node1 k3s[1023]: ';
  const line = (message: string) => `time="2024-05-09T10:00:00Z" level=info msg="${message}"`;
  const log = (before: string) =>
    [
      line('Starting k3s v1.29.4+k3s1 (94e29e2e)'),
      line('Running kube-apiserver --advertise-address=10.0.0.1 --anonymous-auth=true'),
      line('Running kube-apiserver --advertise-address=10.0.0.1 --anonymous-auth=false'),
      line('Running kube-scheduler --bind-address=127.0.0.1'),
      line('Running kubelet --anonymous-auth=false --read-only-port=0'),
      'W0509 kubelet --foo deprecated something',
    ]
      .map((one) => `${before}${one}\n`)
      .join('');

  test.each([
    ['with the journal’s part', journal],
    ['without it', ''],
  ])('is the whole command line of each component: %s', (_name, before) => {
    const { topology } = importOne([['components.log', log(before)]]);
    expect(topology).toMatchObject({ distribution: 'k3s', kubernetesVersion: '1.29' });
    expect(topology?.controlPlanes).toHaveLength(1);
    const config = topology?.controlPlanes[0]?.components['kube-apiserver'];
    expect(config).toMatchObject({
      form: 'flags',
      explicitSettings: { 'anonymous-auth': { value: 'false', source: { line: 3 } } },
    });
    expect(topology?.controlPlanes[0]?.components['kube-scheduler']?.form).toBe('flags');
    expect(topology?.nodes[0]?.kubelet).toMatchObject({
      form: 'flags',
      explicitSettings: { readOnlyPort: { value: '0' } },
    });
  });

  test('a sentence in it that names a component is none', () => {
    const text = `${journal}W0509 kube-apiserver --foo deprecated something\nkubelet[1]: --bar\n`;
    expect(importOne([['x.log', text]]).topology).toBeNull();
  });
});
