import type { DistributionId } from './distributions.ts';
import type { SettingComponent } from './settings.ts';

/*
 * What to collect from a cluster of each kind, with commands that only read.
 */

export const clusterKinds = ['kubeadm', 'managed', 'rancher', 'openshift', 'talos', 'kind'] as const;
export type ClusterKind = (typeof clusterKinds)[number];

export type CollectedId =
  | 'objects'
  | 'objects-only'
  | 'kubelets'
  | 'configmaps'
  | 'extensions'
  | 'egress'
  | 'describe'
  | 'rancher-log'
  | 'rancher-config'
  | 'openshift-config'
  | 'machineconfigs'
  | 'talos-config';

export type Collected = {
  readonly id: CollectedId;
  /** One or more lines of shell. */
  readonly command: string;
  /** Components whose settings it shows. */
  readonly shows: readonly SettingComponent[];
};

const controlPlane: readonly SettingComponent[] = [
  'kube-apiserver',
  'etcd',
  'kube-scheduler',
  'kube-controller-manager',
  'konnectivity-server',
];

const allObjects = (program: string) => `${program} get nodes,pods,services,endpointslices -A -o json > objects.json`;
const allKubelets = (program: string) =>
  `for n in $(${program} get nodes -o name | cut -d/ -f2); do ${program} get --raw "/api/v1/nodes/$n/proxy/configz" > "kubelet-$n.json"; done`;
const allExtensions = (program: string) =>
  `${program} get apiservices,validatingwebhookconfigurations,mutatingwebhookconfigurations -o json > extensions.json`;

const objects: Collected = { id: 'objects', command: allObjects('kubectl'), shows: controlPlane };
const kubelets: Collected = { id: 'kubelets', command: allKubelets('kubectl'), shows: ['kubelet'] };
const extensions: Collected = {
  id: 'extensions',
  command: allExtensions('kubectl'),
  shows: ['admission-webhook', 'aggregated-api'],
};
const configMaps: Collected = {
  id: 'configmaps',
  command: 'kubectl -n kube-system get configmaps kubeadm-config kubelet-config kube-proxy -o json > configmaps.json',
  shows: ['kube-proxy'],
};

/** What to collect, the most telling first. */
export const collecting: Readonly<Record<ClusterKind, readonly Collected[]>> = {
  kubeadm: [objects, kubelets, configMaps, extensions],
  managed: [
    { ...objects, id: 'objects-only', shows: [] },
    kubelets,
    {
      id: 'describe',
      command:
        'aws eks describe-cluster --name NAME --output json > cluster.json\ngcloud container clusters describe NAME --format json > cluster.json\naz aks show -g GROUP -n NAME -o json > cluster.json',
      shows: [],
    },
    extensions,
  ],
  rancher: [
    { ...objects, id: 'objects-only', shows: [] },
    {
      id: 'rancher-log',
      command: 'sudo journalctl -u k3s -u rke2-server -o cat | grep "Running kube" > components.log',
      shows: ['kube-apiserver', 'kube-scheduler', 'kube-controller-manager'],
    },
    kubelets,
    { id: 'rancher-config', command: 'sudo cat /etc/rancher/*/config.yaml | grep -v token > config.yaml', shows: [] },
    extensions,
  ],
  openshift: [
    { id: 'objects-only', command: allObjects('oc'), shows: [] },
    {
      id: 'openshift-config',
      command: 'oc -n openshift-kube-apiserver get configmap config -o json > apiserver.json',
      shows: ['kube-apiserver'],
    },
    {
      id: 'machineconfigs',
      command: 'oc get machineconfigs 01-master-kubelet 01-worker-kubelet -o json > kubelets.json',
      shows: ['kubelet'],
    },
    { ...extensions, command: allExtensions('oc') },
  ],
  talos: [
    objects,
    kubelets,
    { id: 'talos-config', command: 'talosctl -n NODE get machineconfig -o yaml > machine-NODE.yaml', shows: [] },
    extensions,
  ],
  kind: [objects, kubelets, configMaps, extensions],
};

/** One line that collects all of it from a kubeadm cluster, in one file to drop. */
export const allInOne = `mkdir -p mitmap && cd mitmap && ${objects.command}; ${configMaps.command}; ${extensions.command}; ${kubelets.command}; cd .. && tar czf mitmap.tar.gz mitmap`;

/** The kind of cluster that a distribution is collected as. */
export function clusterKindOf(distribution: string | null): ClusterKind {
  const kinds: Partial<Record<DistributionId, ClusterKind>> = {
    eks: 'managed',
    gke: 'managed',
    aks: 'managed',
    k3s: 'rancher',
    rke2: 'rancher',
    openshift: 'openshift',
    talos: 'talos',
    kind: 'kind',
    minikube: 'kind',
  };
  return Object.entries(kinds).find(([id]) => id === distribution)?.[1] ?? 'kubeadm';
}
