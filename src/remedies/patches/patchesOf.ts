import { stringify } from 'yaml';
import { repeatedFlags, type SettingComponent, settingFact } from '../../catalog/settings.ts';
import type { ControlPlaneComponent, Topology } from '../../domain/topology.ts';
import { type Change, type Group, groupsOf } from '../change.ts';
import type { Patch } from './patch.ts';

/** The changes in every form that fits how this cluster is configured; each holds all of them that its kind of file can. */
export function patchesOf(topology: Topology, changes: readonly Change[]): readonly Patch[] {
  const of = (component: Change['component']) => changes.filter((change) => change.component === component);
  const kubelet = of('kubelet');
  const isCredential = ({ key }: Change) => key.includes('kubeconfig.');
  const isDiscovery = ({ key }: Change) => key.startsWith('discovery.');
  const kubeletOwn = kubelet.filter((change) => !isCredential(change) && !isDiscovery(change));
  const isRancher = topology.distribution === 'k3s' || topology.distribution === 'rke2';
  const ownParts = controlPlaneParts.filter((component) => !isRancher || component === 'konnectivity-server');
  return [
    ...(isRancher ? rancher(topology, changes) : kubeadm(changes.filter(isKubeadmFlag))),
    ...ownParts.flatMap((component) => jsonPatch(topology, component, of(component).filter(isFlag))),
    ...kubeletPatches(topology, kubeletOwn),
    ...join(kubelet.filter(isDiscovery)),
    ...kubeProxy(of('kube-proxy').filter((change) => !isCredential(change))),
    ...objects(topology, changes),
    ...kubeconfigs(topology, changes.filter(isCredential)),
    ...byHand(changes),
  ];
}

const kubeadmParts = ['kube-apiserver', 'kube-scheduler', 'kube-controller-manager', 'etcd'] as const;
const controlPlaneParts: readonly ControlPlaneComponent[] = [...kubeadmParts, 'konnectivity-server'];

/** A key with a dot is a field of some file, and not on the command line. */
function isFlag({ key }: Change): boolean {
  return !key.includes('.');
}

function isKubeadmFlag(change: Change): boolean {
  return kubeadmParts.some((component) => component === change.component) && isFlag(change);
}

/** ClusterConfiguration with `extraArgs` as a list of names and values (v1beta4), and as a map (v1beta3). */
function kubeadm(changes: readonly Change[]): readonly Patch[] {
  if (changes.length === 0) return [];
  const argsOf = (component: string) => changes.filter((change) => change.component === component);
  const configuration = (write: (changes: readonly Change[]) => unknown) => {
    const part = (component: string) => {
      const args = argsOf(component);
      return args.length === 0 ? undefined : { extraArgs: write(args) };
    };
    const etcd = part('etcd');
    return {
      kind: 'ClusterConfiguration',
      apiServer: part('kube-apiserver'),
      controllerManager: part('kube-controller-manager'),
      scheduler: part('kube-scheduler'),
      etcd: etcd && { local: etcd },
    };
  };
  const asList = (args: readonly Change[]) => args.map(({ key, value }) => ({ name: key, value }));
  const asMap = (args: readonly Change[]) => Object.fromEntries(args.map(({ key, value }) => [key, value]));
  return [
    {
      kind: 'kubeadm-v1beta4',
      file: 'kubeadm-config+merge.yaml',
      // A list is replaced as a whole by tools that merge.
      text: `# Add these to the extraArgs that are there: a merge of lists would drop the others.\n${yaml({ apiVersion: 'kubeadm.k8s.io/v1beta4', ...configuration(asList) })}`,
    },
    {
      kind: 'kubeadm-v1beta3',
      file: 'kubeadm-config+merge.yaml',
      text: yaml({ apiVersion: 'kubeadm.k8s.io/v1beta3', ...configuration(asMap) }),
    },
  ];
}

/**
 * A patch of the static pod as `kubeadm --patches` takes it: what is added at the end of a command line wins. Where every
 * mention of a flag counts there is none, and the line has to be changed in its place.
 */
function jsonPatch(topology: Topology, component: ControlPlaneComponent, changes: readonly Change[]): readonly Patch[] {
  return groupsOf(topology, component, changes).flatMap((group) => {
    const isExplicit = (key: string) => group.instances.some(({ config }) => config.explicitSettings[key]);
    const added = group.changes.filter(({ key }) => !(repeatedFlags.includes(key) && isExplicit(key)));
    if (added.length === 0) return [];
    const operations = added.map(({ key, value }) => ({
      op: 'add',
      path: '/spec/containers/0/command/-',
      value: `--${key}=${value}`,
    }));
    return [{ kind: 'kubeadm-patch', file: `${component}0+json.yaml`, text: yaml(operations), ...hostsOf(group) }];
  });
}

/** For whom a patch is: nothing is said where it is for all. */
function hostsOf({ instances, isWhole }: Group): Pick<Patch, 'hosts'> {
  return isWhole ? {} : { hosts: instances.map(({ name }) => name) };
}

function kubeletPatches(topology: Topology, changes: readonly Change[]): readonly Patch[] {
  return groupsOf(topology, 'kubelet', changes).flatMap((group) => {
    // A file would give a kubelet that has none the defaults of files for everything else, and a flag wins over it.
    const isByFlag = ({ key }: Change) =>
      group.instances.some(
        ({ config }) => config.form === 'flags' || config.explicitSettings[key]?.origin === 'flag',
      ) && settingFact('kubelet', key)?.flag !== undefined;
    const isFlags = group.instances[0]?.config.form === 'flags';
    const byFlag = group.changes.filter(isByFlag);
    const byFile = isFlags ? [] : group.changes.filter((change) => !isByFlag(change));
    const flags = byFlag.map(({ key, value }) => `--${settingFact('kubelet', key)?.flag}=${value}`);
    const file = {
      apiVersion: 'kubelet.config.k8s.io/v1beta1',
      kind: 'KubeletConfiguration',
      ...nested(byFile, 'kubelet'),
    };
    return [
      ...(byFile.length > 0
        ? [{ kind: 'kubelet-configuration' as const, file: 'kubeletconfiguration0+merge.yaml', text: yaml(file) }]
        : []),
      ...(flags.length > 0
        ? [{ kind: 'kubelet-flags' as const, file: 'kubelet.env', text: `KUBELET_EXTRA_ARGS="${flags.join(' ')}"\n` }]
        : []),
    ].map((patch): Patch => ({ ...patch, ...hostsOf(group) }));
  });
}

/** Values by the path of their field, typed as the configuration has them. */
function nested(changes: readonly Change[], component: SettingComponent): Record<string, unknown> {
  const root: Record<string, unknown> = {};
  for (const { key, value } of changes) {
    const path = key.split('.');
    const last = path.pop() ?? key;
    let at: Record<string, unknown> = root;
    for (const name of path) {
      const next = at[name];
      const inner: Record<string, unknown> = isRecord(next) ? next : {};
      at[name] = inner;
      at = inner;
    }
    at[last] = typed(component, key, value);
  }
  return root;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function typed(component: SettingComponent, key: string, value: string): unknown {
  const type = settingFact(component, key)?.type;
  if (type === 'boolean') return value === 'true';
  return type === 'number' ? Number(value) : value;
}

/** How a node that joins knows the cluster's CA. */
function join(changes: readonly Change[]): readonly Patch[] {
  if (changes.length === 0) return [];
  const value = (key: string) => changes.find((change) => change.key.endsWith(key))?.value;
  const hash = value('caCertHashes');
  return [
    {
      kind: 'kubeadm-join',
      file: 'kubeadm-join+merge.yaml',
      text: yaml({
        apiVersion: 'kubeadm.k8s.io/v1beta4',
        kind: 'JoinConfiguration',
        discovery: {
          bootstrapToken: {
            ...(hash ? { caCertHashes: [hash] } : {}),
            ...(value('unsafeSkipCAVerification') ? { unsafeSkipCAVerification: false } : {}),
          },
        },
      }),
    },
  ];
}

function kubeProxy(changes: readonly Change[]): readonly Patch[] {
  if (changes.length === 0) return [];
  const fields = nested(changes, 'kube-proxy');
  const text = yaml({ apiVersion: 'kubeproxy.config.k8s.io/v1alpha1', kind: 'KubeProxyConfiguration', ...fields });
  // kubeadm has no patches for it: its configuration is a ConfigMap, which its pods read when they start.
  const how = [
    'kubectl -n kube-system edit configmap kube-proxy',
    'kubectl -n kube-system rollout restart daemonset kube-proxy',
  ];
  return [
    {
      kind: 'kube-proxy-configuration',
      file: 'kube-proxy-config+merge.yaml',
      text: `${how.map((line) => `# ${line}\n`).join('')}${text}`,
    },
  ];
}

/** Options of k3s and RKE2 that pass flags on; `+` adds to those that are there. */
const rancherOptions: Readonly<Partial<Record<Change['component'], string>>> = {
  'kube-apiserver': 'kube-apiserver-arg+',
  'kube-scheduler': 'kube-scheduler-arg+',
  'kube-controller-manager': 'kube-controller-manager-arg+',
  kubelet: 'kubelet-arg+',
  etcd: 'etcd-arg+',
};

function rancher(topology: Topology, changes: readonly Change[]): readonly Patch[] {
  const entries = changes.flatMap(({ component, key, value }): [string, string][] => {
    const option = rancherOptions[component];
    const flag = component === 'kubelet' ? settingFact('kubelet', key)?.flag : key.includes('.') ? undefined : key;
    return option && flag ? [[option, `${flag}=${value}`]] : [];
  });
  if (entries.length === 0) return [];
  const options: Record<string, string[]> = {};
  for (const [option, text] of entries) options[option] = [...(options[option] ?? []), text];
  const name = topology.distribution === 'rke2' ? 'rke2' : 'k3s';
  return [{ kind: 'rancher', file: `/etc/rancher/${name}/config.yaml.d/mitmap.yaml`, text: yaml(options) }];
}

/** Objects of the API: APIServices, and what metrics-server is started with. */
function objects(topology: Topology, changes: readonly Change[]): readonly Patch[] {
  const api = changes.filter(({ component }) => component === 'aggregated-api');
  const metrics = changes.filter(({ component }) => component === 'metrics-server');
  const services = topology.extensions.filter(({ kind }) => kind === 'aggregated-api' && api.length > 0);
  const apiServices = services.map(({ name }): Patch => {
    const [version, ...group] = name.split('.');
    const isFull = group.length > 0;
    return {
      kind: 'object',
      file: `apiservice-${name}+merge.yaml`,
      text: yaml({
        apiVersion: 'apiregistration.k8s.io/v1',
        kind: 'APIService',
        metadata: { name },
        ...specOf(api, isFull ? { group: group.join('.'), version: version ?? '' } : {}),
      }),
    };
  });
  if (metrics.length === 0) return apiServices;
  const operations = metrics.map(({ key, value }) => ({
    op: 'add',
    path: '/spec/template/spec/containers/0/args/-',
    value: `--${key}=${value}`,
  }));
  return [...apiServices, { kind: 'object', file: 'metrics-server+json.yaml', text: yaml(operations) }];
}

function specOf(changes: readonly Change[], more: Readonly<Record<string, string>>): Record<string, unknown> {
  const { spec } = nested(changes, 'aggregated-api');
  return { spec: isRecord(spec) ? { ...more, ...spec } : more };
}

const kubeconfigFiles: Readonly<Partial<Record<Change['component'], string>>> = {
  kubelet: 'kubelet.conf',
  'kube-scheduler': 'scheduler.conf',
  'kube-controller-manager': 'controller-manager.conf',
  'cloud-controller-manager': 'cloud-controller-manager.conf',
  'kube-proxy': 'kube-proxy.conf',
  'konnectivity-server': 'konnectivity-server.conf',
  kubectl: 'config',
};

/** The part of a kubeconfig that says how the server is checked. The user's own part stays as it is. */
function kubeconfigs(topology: Topology, changes: readonly Change[]): readonly Patch[] {
  const components = [...new Set(changes.map(({ component }) => component))];
  return components.flatMap((component): Patch[] => {
    const isBootstrap = changes.some((one) => one.component === component && one.key.startsWith('bootstrap-'));
    const file = isBootstrap ? 'bootstrap-kubelet.conf' : kubeconfigFiles[component];
    if (!file) return [];
    const contexts = component === 'kubectl' ? topology.outside.filter(({ kind }) => kind === 'client') : [null];
    return contexts.map((one) => {
      const name = one?.name ?? 'default';
      return {
        kind: 'kubeconfig',
        file: one ? `${file}-${name}+merge.yaml` : file,
        text: yaml({
          apiVersion: 'v1',
          kind: 'Config',
          'current-context': name,
          contexts: [{ name, context: { cluster: 'kubernetes', user: 'default' } }],
          clusters: [
            {
              name: 'kubernetes',
              cluster: {
                server: 'https://CONTROL-PLANE:6443',
                'certificate-authority': '/etc/kubernetes/pki/ca.crt',
                'insecure-skip-tls-verify': false,
              },
            },
          ],
        }),
      };
    });
  });
}

/** What no file of Kubernetes holds: said in words and lines to copy. */
function byHand(changes: readonly Change[]): readonly Patch[] {
  const texts: Readonly<Partial<Record<Change['component'], string>>> = {
    pod: 'curl --cacert /var/run/secrets/kubernetes.io/serviceaccount/ca.crt \\\n  -H "Authorization: Bearer $(cat /var/run/secrets/kubernetes.io/serviceaccount/token)" \\\n  https://kubernetes.default.svc/api\n',
    'image-registry':
      'server = "https://REGISTRY"\n\n[host."https://REGISTRY"]\n  capabilities = ["pull", "resolve"]\n  ca = "/etc/containerd/certs.d/REGISTRY/ca.crt"\n',
    'load-balancer':
      'frontend kube-apiserver\n  bind *:6443\n  mode tcp\n  default_backend control-plane\nbackend control-plane\n  mode tcp\n  server control-plane-1 CONTROL-PLANE:6443 check\n',
    'pod-network':
      'apiVersion: security.istio.io/v1\nkind: PeerAuthentication\nmetadata:\n  name: default\n  namespace: istio-system\nspec:\n  mtls:\n    mode: STRICT\n',
    'konnectivity-agent': flagLines(changes, 'konnectivity-agent'),
    scraper:
      'scrape_configs:\n- job_name: kubelet\n  scheme: https\n  kubernetes_sd_configs:\n  - role: node\n  authorization:\n    credentials_file: /var/run/secrets/kubernetes.io/serviceaccount/token\n  tls_config:\n    ca_file: /var/run/secrets/kubernetes.io/serviceaccount/ca.crt\n    insecure_skip_verify: false\n',
    'kube-scheduler': changes.some(({ key }) => key.startsWith('extenders.'))
      ? 'apiVersion: kubescheduler.config.k8s.io/v1\nkind: KubeSchedulerConfiguration\nextenders:\n- urlPrefix: https://EXTENDER\n  enableHTTPS: true\n  tlsConfig:\n    insecure: false\n    caFile: /etc/kubernetes/pki/extender-ca.crt\n'
      : '',
    'admission-webhook':
      'apiVersion: apiserver.config.k8s.io/v1\nkind: AdmissionConfiguration\nplugins:\n- name: ValidatingAdmissionWebhook\n  configuration:\n    apiVersion: apiserver.config.k8s.io/v1\n    kind: WebhookAdmissionConfiguration\n    kubeConfigFile: /etc/kubernetes/webhook-kubeconfig.yaml\n',
  };
  const files: Readonly<Partial<Record<Change['component'], string>>> = {
    pod: 'sh',
    'image-registry': '/etc/containerd/certs.d/REGISTRY/hosts.toml',
    'load-balancer': 'haproxy.cfg',
    'pod-network': 'peer-authentication.yaml',
    'konnectivity-agent': 'konnectivity-agent',
    scraper: 'prometheus.yml',
    'kube-scheduler': 'kube-scheduler.yaml',
    'admission-webhook': '/etc/kubernetes/admission.yaml',
  };
  return [...new Set(changes.map(({ component }) => component))].flatMap((component): Patch[] => {
    const text = texts[component];
    return text ? [{ kind: 'by-hand', file: files[component] ?? component, text }] : [];
  });
}

function flagLines(changes: readonly Change[], component: SettingComponent): string {
  return changes
    .filter((change) => change.component === component)
    .map(({ key, value }) => `--${key}=${value}\n`)
    .join('');
}

function yaml(value: unknown): string {
  return stringify(value, { lineWidth: 0 });
}
