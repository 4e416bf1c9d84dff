import type { SettingComponent } from '../../catalog/settings.ts';
import type { ExplicitSetting } from '../../domain/settings.ts';
import { keyOf } from '../components/readFlags.ts';
import type { ImportedFact } from '../found.ts';
import { explicitSetting } from '../source/explicitSetting.ts';
import { field, list, scalar, text } from '../source/fields.ts';
import type { ObjectAt } from '../source/objectAt.ts';

const components: Readonly<Record<string, SettingComponent>> = {
  apiserver: 'kube-apiserver',
  kubelet: 'kubelet',
  'controller-manager': 'kube-controller-manager',
  scheduler: 'kube-scheduler',
  etcd: 'etcd',
  proxy: 'kube-proxy',
};

/** A minikube profile: version, nodes, the port of the kube-apiserver, and extra options. */
export function readMinikube(object: ObjectAt): readonly ImportedFact[] {
  const { value, place } = object;
  const at = ['KubernetesConfig'] as const;
  const version = /^v?(1\.\d+)/.exec(text(field(value, ...at, 'KubernetesVersion')) ?? '')?.[1];
  // In an old profile NodePort is the kube-apiserver's port; a newer one has it with each node.
  const portPath = ['NodePort', 'APIServerPort'].find((name) => field(value, ...at, name)) ?? 'NodePort';
  const newPort = ['Nodes', 0, 'Port'] as const;
  const path = scalar(field(value, ...at, portPath)) ? [...at, portPath] : newPort;
  const port = scalar(field(value, ...path));
  const options = new Map<SettingComponent, Record<string, ExplicitSetting>>();
  if (port && port !== '0')
    options.set('kube-apiserver', { 'secure-port': explicitSetting(port, 'file', object.placeOf(path)) });
  for (const [index, option] of list(field(value, ...at, 'ExtraOptions')).entries()) {
    const component = components[text(field(option, 'Component')) ?? ''];
    const key = text(field(option, 'Key'));
    const content = scalar(field(option, 'Value'));
    if (!component || !key || content === undefined) continue;
    const place = object.placeOf([...at, 'ExtraOptions', index]);
    options.set(component, {
      ...options.get(component),
      [keyOf(component, key)]: explicitSetting(content, 'flag', place),
    });
  }
  return [
    { type: 'distribution', distribution: 'minikube', place },
    ...(version ? [{ type: 'version', version, place } as const] : []),
    ...nodes(object),
    ...[...options].map(([component, own]): ImportedFact => {
      const config = { form: 'unknown', explicitSettings: own } as const;
      const found = { component, host: null, config, version: null, place } as const;
      return { type: 'component', found: { ...found, target: { role: 'any' } } };
    }),
  ];
}

/** Nodes that the profile declares, as minikube names them: the first one like the profile, others with it before their own. */
function nodes(object: ObjectAt): readonly ImportedFact[] {
  const profile = text(field(object.value, 'Name')) ?? 'minikube';
  return list(field(object.value, 'Nodes')).map((node, index): ImportedFact => {
    const own = text(field(node, 'Name')) || `m${String(index + 1).padStart(2, '0')}`;
    const name = index === 0 ? profile : own.startsWith(`${profile}-`) ? own : `${profile}-${own}`;
    const controlPlane = field(node, 'ControlPlane') === true;
    const found = { name, controlPlane, version: null, kubelet: {}, declared: true };
    return { type: 'node', node: found, place: object.placeOf(['Nodes', index]) };
  });
}
