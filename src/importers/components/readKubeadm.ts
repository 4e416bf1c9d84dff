import { factsOf, type SettingComponent, settingFact } from '../../catalog/settings.ts';
import type { ConfigSource, ExplicitSetting } from '../../domain/settings.ts';
import { forTarget, type ImportedFact, type Role } from '../found.ts';
import { explicitSetting } from '../source/explicitSetting.ts';
import { field, list, scalar, text } from '../source/fields.ts';
import { type ObjectAt, partOf } from '../source/objectAt.ts';
import { keyOf, repeated } from './readFlags.ts';
import { atPath } from './readUnit.ts';

type Explicit = Readonly<Record<string, ExplicitSetting>>;

const components: readonly (readonly [SettingComponent, readonly string[], string])[] = [
  ['kube-apiserver', ['apiServer', 'extraArgs'], 'apiServerExtraArgs'],
  ['kube-controller-manager', ['controllerManager', 'extraArgs'], 'controllerManagerExtraArgs'],
  ['kube-scheduler', ['scheduler', 'extraArgs'], 'schedulerExtraArgs'],
];

/** kubeadm's ClusterConfiguration, and MasterConfiguration of v1alpha1 and v1alpha2. */
export function readKubeadmCluster(object: ObjectAt): readonly ImportedFact[] {
  const { value, place } = object;
  const told = text(field(value, 'kubernetesVersion')) ?? '';
  const version = /^v?(1\.\d+)/.exec(told)?.[1] ?? null;
  const found = components.map(([component, path, oldName]): ImportedFact => {
    const own = component === 'kube-apiserver' ? { ...oldApiServer(object), ...externalEtcd(object) } : {};
    const hasRelease = settingFact(component, 'image.version') && /^v?1\.\d+\.\d/.test(told);
    return componentFound(object, component, {
      ...(hasRelease && { 'image.version': explicitSetting(told, 'file', object.placeOf(['kubernetesVersion'])) }),
      ...own,
      ...extraArgs(object, component, [oldName]),
      ...extraArgs(object, component, path),
    });
  });
  const isExternal = field(value, 'etcd', 'external') !== undefined || field(value, 'etcd', 'endpoints') !== undefined;
  const etcd = {
    ...extraArgs(object, 'etcd', ['etcd', 'extraArgs']),
    ...extraArgs(object, 'etcd', ['etcd', 'local', 'extraArgs']),
  };
  return [
    ...found,
    ...(isExternal ? [] : [componentFound(object, 'etcd', etcd)]),
    ...(version ? [{ type: 'version', version, place } as const] : []),
    ...baseKubelet(object),
    ...(field(value, 'nodeRegistration') === undefined ? [] : readKubeadmNode(object)),
  ];
}

function componentFound(
  { place }: ObjectAt,
  component: SettingComponent,
  settings: Explicit,
  form: ConfigSource = 'kubeadm',
  host: string | null = null,
): ImportedFact {
  return {
    type: 'component',
    found: { component, host, config: { form, explicitSettings: settings }, version: null, place },
  };
}

/** What v1alpha1 and v1alpha2 said outside of the extra arguments. */
function oldApiServer(object: ObjectAt): Explicit {
  const modes = list(field(object.value, 'authorizationModes')).flatMap((mode) => text(mode) ?? []);
  const at = object.placeOf(['authorizationModes']);
  return {
    ...bindPort(object, ['api', 'bindPort']),
    ...(modes.length > 0 && { 'authorization-mode': explicitSetting(modes.join(','), 'file', at) }),
  };
}

/** An etcd that kubeadm does not run. */
function externalEtcd(object: ObjectAt): Explicit {
  const path = field(object.value, 'etcd', 'external') === undefined ? ['etcd'] : ['etcd', 'external'];
  const endpoints = list(field(object.value, ...path, 'endpoints')).flatMap((one) => text(one) ?? []);
  if (endpoints.length === 0) return {};
  const files = { caFile: 'etcd-cafile', certFile: 'etcd-certfile', keyFile: 'etcd-keyfile' };
  const entries = Object.entries(files).map(([name, flag]): [string, ExplicitSetting] => {
    // kubeadm passes what is written here and nothing else.
    return [
      flag,
      explicitSetting(text(field(object.value, ...path, name)) ?? '', 'file', object.placeOf([...path, name])),
    ];
  });
  const servers = explicitSetting(endpoints.join(','), 'file', object.placeOf([...path, 'endpoints']));
  return { 'etcd-servers': servers, ...Object.fromEntries(entries) };
}

/** The kubelet's configuration inside of v1alpha2's MasterConfiguration. */
function baseKubelet(object: ObjectAt): readonly ImportedFact[] {
  const path = ['kubeletConfiguration', 'baseConfig'];
  if (field(object.value, ...path) === undefined) return [];
  const part = partOf(object, path);
  const settings = Object.fromEntries(
    factsOf('kubelet').flatMap(({ key }): [string, ExplicitSetting][] => {
      const value = scalar(field(part.value, ...key.split('.')));
      return value === undefined ? [] : [[key, explicitSetting(value, 'file', part.placeOf(key.split('.')))]];
    }),
  );
  return [
    {
      type: 'kubelet-config',
      found: { config: { form: 'config-file', explicitSettings: settings }, place: part.place },
    },
  ];
}

/** A kubelet's configuration beside kubeadm's own: kubeadm fills in its defaults and is given all of it [KADM-K]. */
export function asKubeadmWrites(found: ImportedFact): ImportedFact {
  if (found.type !== 'kubelet-config') return found;
  const { config, place, target = { role: 'any' } } = found.found;
  return { type: 'kubelet-config', found: { config: { ...config, form: 'kubeadm' }, place, target } };
}

/**
 * InitConfiguration, JoinConfiguration and v1alpha1's NodeConfiguration: what one machine is told. One without a name is for
 * the machine that the command runs on: the first of the control plane, or one that joins.
 */
export function readKubeadmNode(object: ObjectAt, role: Role = roleOf(object)): readonly ImportedFact[] {
  const { value } = object;
  const host = text(field(value, 'nodeRegistration', 'name')) ?? text(field(value, 'nodeName')) ?? null;
  const port = bindPort(object, ['localAPIEndpoint', 'bindPort']);
  const extra = asFlags(extraArgs(object, 'kubelet', ['nodeRegistration', 'kubeletExtraArgs']));
  const kubelet = { ...extra, ...discovery(object) };
  return [
    ...(Object.keys(port).length > 0 ? [componentFound(object, 'kube-apiserver', port)] : []),
    // kubeadm adds more flags than stand here, so the rest of the command line is unknown.
    ...(Object.keys(kubelet).length > 0
      ? [forTarget(componentFound(object, 'kubelet', kubelet, 'unknown', host), { role })]
      : []),
  ];
}

function roleOf({ value }: ObjectAt): Role {
  const kind = text(field(value, 'kind'));
  if (kind === 'InitConfiguration' || kind === 'MasterConfiguration') return 'initialized';
  return joiningRole(value);
}

function joiningRole(joining: unknown): Role {
  const controlPlane = field(joining, 'controlPlane');
  return controlPlane === undefined || controlPlane === null ? 'worker' : 'joined-control-plane';
}

/** Arguments that kubeadm passes on as flags, which win over the kubelet's file. */
function asFlags(settings: Explicit): Explicit {
  return Object.fromEntries(Object.entries(settings).map(([key, one]) => [key, { ...one, origin: 'flag' }]));
}

/** How a joining kubelet checks the control plane. The token itself is not kept. */
function discovery(object: ObjectAt): Explicit {
  const ways: readonly (readonly [string, readonly string[]])[] = [
    ['bootstrapToken.unsafeSkipCAVerification', ['discovery', 'bootstrapToken', 'unsafeSkipCAVerification']],
    ['bootstrapToken.unsafeSkipCAVerification', ['discoveryTokenUnsafeSkipCAVerification']],
    ['bootstrapToken.caCertHashes', ['discovery', 'bootstrapToken', 'caCertHashes']],
    ['bootstrapToken.caCertHashes', ['discoveryTokenCACertHashes']],
    // A kubeconfig that is handed over beforehand holds the CA, so the server is checked as with any other.
    ['file.kubeConfigPath', ['discovery', 'file', 'kubeConfigPath']],
    ['file.kubeConfigPath', ['discoveryFile']],
  ];
  return Object.fromEntries(
    ways.flatMap(([key, path]): [string, ExplicitSetting][] => {
      const content = field(object.value, ...path);
      const value = Array.isArray(content) ? content.filter((one) => text(one)).join(',') : scalar(content);
      if (!value) return [];
      return [[`discovery.${key}`, explicitSetting(value, 'file', object.placeOf(path))]];
    }),
  );
}

function bindPort({ value, placeOf }: ObjectAt, path: readonly string[]): Explicit {
  const port = scalar(field(value, ...path));
  return port ? { 'secure-port': explicitSetting(port, 'file', placeOf(path)) } : {};
}

/** Arguments as a map, as a map of lists, or as a list of names and values, where a name may be repeated as on a command line. */
export function extraArgs(
  { value, placeOf }: ObjectAt,
  component: SettingComponent,
  path: readonly string[],
): Explicit {
  const args = field(value, ...path);
  const entries: readonly (readonly [string, unknown, readonly (string | number)[]])[] = Array.isArray(args)
    ? list(args).map((entry, index) => [
        text(field(entry, 'name')) ?? '',
        field(entry, 'value'),
        [...path, index, 'value'],
      ])
    : typeof args === 'object' && args !== null
      ? Object.entries(args).map(([name, entry]) => [name, entry, [...path, name]])
      : [];
  const settings = new Map<string, ExplicitSetting>();
  for (const [name, entry, at] of entries) {
    const found = Array.isArray(entry) ? entry.filter((one) => text(one)).join(',') : scalar(entry);
    if (found === undefined || name === '') continue;
    const key = keyOf(component, name.replace(/^-+/, ''));
    settings.set(key, repeated(component, key, settings.get(key), explicitSetting(found, 'file', placeOf(at))));
  }
  return Object.fromEntries(settings);
}

/** Cluster API's objects for kubeadm: its configurations inside, and files that patch them. */
export function readClusterApi(object: ObjectAt): readonly ImportedFact[] {
  const paths = [
    ['spec', 'template', 'spec', 'kubeadmConfigSpec'],
    ['spec', 'kubeadmConfigSpec'],
    ['spec', 'template', 'spec'],
    ['spec'],
  ];
  const parts = ['clusterConfiguration', 'initConfiguration', 'joinConfiguration', 'files'];
  const at = paths.find((path) => parts.some((part) => field(object.value, ...path, part) !== undefined));
  if (!at) return [];
  const spec = partOf(object, at);
  const has = (part: string) => field(spec.value, part) !== undefined;
  const isControlPlane = text(field(object.value, 'kind'))?.startsWith('KubeadmControlPlane') === true;
  const joining = isControlPlane ? 'joined-control-plane' : joiningRole(field(spec.value, 'joinConfiguration'));
  return [
    ...(has('clusterConfiguration') ? readKubeadmCluster(partOf(spec, ['clusterConfiguration'])) : []),
    ...(has('initConfiguration') ? readKubeadmNode(partOf(spec, ['initConfiguration']), 'initialized') : []),
    ...(has('joinConfiguration') ? readKubeadmNode(partOf(spec, ['joinConfiguration']), joining) : []),
    ...list(field(spec.value, 'files')).flatMap((file, index) => readPatch(spec, file, index)),
  ];
}

/** A file of a machine. A patch of a kubelet's configuration is merged into one that we do not see. */
function readPatch(spec: ObjectAt, file: unknown, index: number): readonly ImportedFact[] {
  if (!text(field(file, 'content'))) return [];
  const path = text(field(file, 'path')) ?? '';
  const isPatch = /\/patches\//.test(path);
  return spec
    .embedded(['files', index, 'content'])
    .filter((found) => ['component', 'unit', 'environment', 'kubelet-config', 'api-server-file'].includes(found.type))
    .map((found) => atPath(found, path))
    .map((found) =>
      isPatch && found.type === 'kubelet-config'
        ? { ...found, found: { ...found.found, config: { ...found.found.config, form: 'unknown' } } }
        : found,
    );
}
