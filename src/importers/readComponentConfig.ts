import { factsOf, type SettingComponent } from '../catalogue/settings.ts';
import type { StatedSetting } from '../domain/settings.ts';
import { field, list, scalar, text } from './fields.ts';
import type { Found } from './found.ts';
import type { ObjectAt } from './readObject.ts';

/** Fields of which a base configuration has at least one; a file without any is a drop-in that changes something else. */
const baseFields = [
  'authentication',
  'authorization',
  'readOnlyPort',
  'serverTLSBootstrap',
  'tlsCertFile',
  'rotateCertificates',
  'staticPodPath',
  'cgroupDriver',
  'containerRuntimeEndpoint',
  'clusterDomain',
  'address',
];

/** A KubeletConfiguration. What is missing in it has the secure defaults of the file form. */
export function readKubeletConfiguration({ value, place, lineOf }: ObjectAt): readonly Found[] {
  const stated: Record<string, StatedSetting> = {};
  for (const { key } of factsOf('kubelet')) {
    const path = key.split('.');
    const found = scalar(field(value, ...path));
    if (found !== undefined) {
      stated[key] = { value: found, origin: 'file', source: { file: place.file, line: lineOf(path) } };
    }
  }
  const own = Object.keys(value ?? {}).filter((name) => !['apiVersion', 'kind', 'metadata'].includes(name));
  // A file without any field is a whole configuration of defaults: it would be no use as a drop-in.
  if (own.length === 0 || baseFields.some((name) => field(value, name) !== undefined)) {
    return [{ type: 'kubelet-config', found: { config: { form: 'config-file', stated }, place } }];
  }
  return [
    { type: 'kubelet-config', found: { config: { form: 'unknown', stated }, place } },
    { type: 'issue', issue: { code: 'kubelet-drop-in', severity: 'info', place, params: {} } },
  ];
}

const kubeadmComponents: readonly (readonly [SettingComponent, readonly string[], string])[] = [
  ['kube-apiserver', ['apiServer', 'extraArgs'], 'apiServerExtraArgs'],
  ['kube-controller-manager', ['controllerManager', 'extraArgs'], 'controllerManagerExtraArgs'],
  ['kube-scheduler', ['scheduler', 'extraArgs'], 'schedulerExtraArgs'],
  ['etcd', ['etcd', 'local', 'extraArgs'], ''],
];

/** kubeadm's ClusterConfiguration, v1alpha1 (MasterConfiguration) to v1beta4. */
export function readKubeadmCluster(object: ObjectAt): readonly Found[] {
  const { value, place } = object;
  const version = /^v?(1\.\d+)/.exec(text(field(value, 'kubernetesVersion')) ?? '')?.[1] ?? null;
  const components = kubeadmComponents.map(([component, path, oldName]): Found => {
    const stated = {
      ...extraArgs(object, component, oldName ? [oldName] : path),
      ...extraArgs(object, component, path),
      ...(component === 'kube-apiserver' ? bindPort(object, ['api', 'bindPort']) : {}),
    };
    return { type: 'component', found: { component, host: null, config: { form: 'kubeadm', stated }, version, place } };
  });
  return version ? [...components, { type: 'version', version }] : components;
}

/** kubeadm's InitConfiguration: the port that the kube-apiserver listens on. */
export function readKubeadmInit(object: ObjectAt): readonly Found[] {
  const stated = bindPort(object, ['localAPIEndpoint', 'bindPort']);
  if (Object.keys(stated).length === 0) return [];
  const found = {
    component: 'kube-apiserver',
    host: null,
    config: { form: 'kubeadm', stated },
    version: null,
    place: object.place,
  } as const;
  return [{ type: 'component', found }];
}

function bindPort(
  { value, place, lineOf }: ObjectAt,
  path: readonly string[],
): Readonly<Record<string, StatedSetting>> {
  const port = scalar(field(value, ...path));
  return port
    ? { 'secure-port': { value: port, origin: 'file', source: { file: place.file, line: lineOf(path) } } }
    : {};
}

/** `extraArgs` as a map (until v1beta3) or as a list of names and values (v1beta4, where the last one wins). */
function extraArgs(
  { value, place, lineOf }: ObjectAt,
  component: SettingComponent,
  path: readonly string[],
): Readonly<Record<string, StatedSetting>> {
  const args = field(value, ...path);
  const known = new Map(factsOf(component).map((fact) => [fact.flag ?? fact.key, fact.key]));
  const entries: readonly (readonly [string, unknown, readonly (string | number)[]])[] = Array.isArray(args)
    ? list(args).map((entry, index) => [
        text(field(entry, 'name')) ?? '',
        field(entry, 'value'),
        [...path, index, 'value'],
      ])
    : typeof args === 'object' && args !== null
      ? Object.entries(args).map(([name, entry]) => [name, entry, [...path, name]])
      : [];
  return Object.fromEntries(
    entries.flatMap(([name, entry, at]) => {
      const found = scalar(entry);
      if (found === undefined || name === '') return [];
      const source = { file: place.file, line: lineOf(at) };
      return [[known.get(name) ?? name, { value: found, origin: 'file', source } as const]];
    }),
  );
}

/** EgressSelectorConfiguration: how the kube-apiserver dials the cluster. */
export function readEgressSelector({ value, place, lineOf }: ObjectAt): readonly Found[] {
  const at = (path: readonly (string | number)[], content: string): StatedSetting => ({
    value: content,
    origin: 'file',
    source: { file: place.file, line: lineOf(path) },
  });
  const selections = list(field(value, 'egressSelections'));
  const index = selections.findIndex((selection) => text(field(selection, 'name'))?.toLowerCase() === 'cluster');
  const path = ['egressSelections', index, 'connection'];
  const protocol = index < 0 ? 'Direct' : (text(field(value, ...path, 'proxyProtocol')) ?? 'Direct');
  const transport = ['uds', 'tcp'].find((kind) => field(value, ...path, 'transport', kind) !== undefined);
  return [
    {
      type: 'egress',
      stated: {
        'egressSelections.cluster.proxyProtocol': at([...path, 'proxyProtocol'], protocol),
        ...(transport
          ? { 'egressSelections.cluster.transport': at([...path, 'transport', transport], transport) }
          : {}),
      },
    },
  ];
}
