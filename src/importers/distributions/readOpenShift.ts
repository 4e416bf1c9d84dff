import type { ExplicitSetting } from '../../domain/settings.ts';
import { proxySettings } from '../components/proxySettings.ts';
import { fieldsOf } from '../components/readComponentConfig.ts';
import { extraArgs } from '../components/readKubeadm.ts';
import { atPath } from '../components/readUnit.ts';
import { forTarget, type ImportedFact, type Target } from '../found.ts';
import { explicitSetting } from '../source/explicitSetting.ts';
import { field, list, scalar, stringMap, text } from '../source/fields.ts';
import { fromDataUrl, type ObjectAt, partOf } from '../source/objectAt.ts';

/** Fields of OpenShift's configurations that stand for flags of the kube-apiserver. */
const fieldsForFlags: readonly (readonly [string, readonly string[]])[] = [
  ['client-ca-file', ['servingInfo', 'clientCA']],
  ['tls-min-version', ['servingInfo', 'minTLSVersion']],
  ['kubelet-certificate-authority', ['kubeletClientInfo', 'ca']],
  ['kubelet-client-certificate', ['kubeletClientInfo', 'certFile']],
  ['kubelet-client-key', ['kubeletClientInfo', 'keyFile']],
  ['etcd-cafile', ['etcdClientInfo', 'ca']],
  ['etcd-certfile', ['etcdClientInfo', 'certFile']],
  ['etcd-cafile', ['storageConfig', 'ca']],
  ['etcd-certfile', ['storageConfig', 'certFile']],
];

/**
 * OpenShift 4's KubeAPIServerConfig, the whole or a layer of it, and OpenShift 3's master configuration, whose defaults are
 * its own: what is missing in the latter two stays unknown.
 */
export function readKubeApiServerConfig(object: ObjectAt): readonly ImportedFact[] {
  const { value, place } = object;
  const isMaster = field(value, 'kind') === 'MasterConfig';
  const settings: Record<string, ExplicitSetting> = {};
  for (const [flag, path] of fieldsForFlags) {
    // An empty field says nothing: the arguments may still.
    const content = text(field(value, ...path));
    if (content) settings[flag] = explicitSetting(content, 'file', object.placeOf(path));
  }
  const port = /:(\d+)$/.exec(text(field(value, 'servingInfo', 'bindAddress')) ?? '')?.[1];
  if (port) settings['secure-port'] = explicitSetting(port, 'file', object.placeOf(['servingInfo', 'bindAddress']));
  for (const path of [
    ['etcdClientInfo', 'urls'],
    ['storageConfig', 'urls'],
  ]) {
    const urls = list(field(value, ...path)).flatMap((url) => scalar(url) ?? []);
    if (urls.length > 0) settings['etcd-servers'] = explicitSetting(urls.join(','), 'file', object.placeOf(path));
  }
  const path = isMaster ? ['kubernetesMasterConfig', 'apiServerArguments'] : ['apiServerArguments'];
  const args = extraArgs(object, 'kube-apiserver', path);
  // The operator merges layers and sees to it that the whole has modes: one without is a layer [OCPTARGET].
  const isWhole = !isMaster && 'authorization-mode' in args;
  const config = { form: isWhole ? 'flags' : 'unknown', explicitSettings: { ...settings, ...args } } as const;
  return [
    ...(isMaster ? [] : [{ type: 'distribution', distribution: 'openshift', place } as const]),
    { type: 'component', found: { component: 'kube-apiserver', host: null, config, version: null, place } },
  ];
}

/** A MachineConfig: files and units of all machines of one role, the files as data URLs. */
export function readMachineConfig(object: ObjectAt): readonly ImportedFact[] {
  const { value } = object;
  // What is rendered for a pool has no label, only the pool's name in its own.
  const rendered = /^rendered-(.+)-[\da-f]+$/.exec(text(field(value, 'metadata', 'name')) ?? '')?.[1];
  const role = text(field(value, 'metadata', 'labels', 'machineconfiguration.openshift.io/role')) ?? rendered;
  const target: Target = role === undefined ? null : targetOfPool(role);
  const at = ['spec', 'config'] as const;
  const files = list(field(value, ...at, 'storage', 'files')).flatMap((file, index) => {
    const path = [...at, 'storage', 'files', index, 'contents', 'source'];
    const content = fromDataUrl(field(file, 'contents', 'source'));
    return content && /\bkind\b/.test(content) ? object.embedded(path, content) : [];
  });
  const units = list(field(value, ...at, 'systemd', 'units')).flatMap((unit, index) => {
    const path = [...at, 'systemd', 'units', index];
    const name = text(field(unit, 'name')) ?? '';
    const dropIns = list(field(unit, 'dropins')).flatMap((dropIn, number) =>
      object
        .embedded([...path, 'dropins', number, 'contents'])
        .map((found) => atPath(found, `/etc/systemd/system/${name}.d/${text(field(dropIn, 'name')) ?? number}`)),
    );
    const own = object.embedded([...path, 'contents']).map((found) => atPath(found, `/etc/systemd/system/${name}`));
    return /kubelet|kube-|etcd/.test(name) ? [...own, ...dropIns] : [];
  });
  return [...files, ...units]
    .filter(({ type }) => type === 'kubelet-config' || type === 'component' || type === 'unit')
    .map((found) => forTarget(found, target));
}

/** Machines of a pool. Which nodes a pool of somebody's own takes from the workers, it does not say here. */
function targetOfPool(pool: string): Target {
  return { role: pool === 'master' ? 'control-plane' : pool === 'worker' ? 'worker' : 'unclear' };
}

const poolLabel = 'pools.operator.machineconfiguration.openshift.io/';

/**
 * The pools that a selector chooses by the label that each pool has of its own name [MCO]; `unclear` where it goes by other
 * labels, which only the pools show. Without a selector it is for nobody in particular.
 */
function targetsOf(selector: unknown): readonly Target[] {
  if (selector === undefined || selector === null) return [null];
  const labels = Object.keys(stringMap(field(selector, 'matchLabels')));
  const existing = list(field(selector, 'matchExpressions')).flatMap((one) =>
    field(one, 'operator') === 'Exists' ? (text(field(one, 'key')) ?? []) : [''],
  );
  return [...new Set([...labels, ...existing])].map((label) =>
    label.startsWith(poolLabel) ? targetOfPool(label.slice(poolLabel.length)) : { role: 'unclear' },
  );
}

/** OpenShift's KubeletConfig: changes to the kubelets of some machines, beside a configuration that stands elsewhere. */
export function readOpenShiftKubelet(object: ObjectAt): readonly ImportedFact[] {
  const part = partOf(object, ['spec', 'kubeletConfig']);
  const own = fieldsOf(part, 'kubelet');
  if (Object.keys(own).length === 0) return [];
  const config = { form: 'unknown', explicitSettings: own } as const;
  const [target, ...others] = targetsOf(field(object.value, 'spec', 'machineConfigPoolSelector'));
  // Two conditions at once are no pool's own label.
  const whose = others.length > 0 ? ({ role: 'unclear' } as const) : (target ?? null);
  return [{ type: 'kubelet-config', found: { config, place: object.place, target: whose } }];
}

const proxyFields = [
  ['HTTPS_PROXY', 'httpsProxy'],
  ['HTTP_PROXY', 'httpProxy'],
  ['NO_PROXY', 'noProxy'],
] as const;

/** Who has the proxies of the cluster in their environment, by their operators [OCPPROXY]. */
const proxied = ['kube-apiserver', 'kube-controller-manager', 'kubelet'] as const;

/**
 * OpenShift's Proxy `cluster`: its status is what components are given. Without one the operator's own additions to `noProxy`
 * are not known, so that it is open which servers it names.
 */
export function readOpenShiftProxy(object: ObjectAt): readonly ImportedFact[] {
  const { value, place, placeOf } = object;
  const part = proxyFields.some(([, name]) => text(field(value, 'status', name))) ? 'status' : 'spec';
  const entries = proxyFields.flatMap(([name, at]) => {
    const content = text(field(value, part, at));
    return content ? [{ name, value: content, place: placeOf([part, at]) }] : [];
  });
  const { settings, dropped } = proxySettings(entries);
  if (!entries.some(({ name }) => name !== 'NO_PROXY')) return dropped;
  const explicitSettings =
    part === 'status'
      ? settings
      : { ...settings, 'environment.NO_PROXY': { value: '', origin: 'unknown', source: place } as const };
  const config = { form: 'unknown', explicitSettings } as const;
  return [
    { type: 'distribution', distribution: 'openshift', place },
    ...proxied.map(
      (component): ImportedFact => ({
        type: 'component',
        found: { component, host: null, config, version: null, place },
      }),
    ),
    ...dropped,
  ];
}
