import { factsOf, type SettingComponent } from '../../catalog/settings.ts';
import type { ExplicitSetting } from '../../domain/settings.ts';
import { keyOf } from '../components/readFlags.ts';
import type { ImportedFact, Target } from '../found.ts';
import { explicitSetting } from '../source/explicitSetting.ts';
import { field, scalar, text } from '../source/fields.ts';
import type { ObjectAt } from '../source/objectAt.ts';

type Explicit = Readonly<Record<string, ExplicitSetting>>;

/** A kOps Cluster: what its specification says of each component. What kOps adds on its own does not stand here. */
export function readKops(object: ObjectAt): readonly ImportedFact[] {
  const { value, place } = object;
  const version = /^v?(1\.\d+)/.exec(text(field(value, 'spec', 'kubernetesVersion')) ?? '')?.[1];
  return [
    { type: 'distribution', distribution: 'kops', place },
    ...(version ? [{ type: 'version', version, place } as const] : []),
    ...component(object, 'kube-apiserver', 'kubeAPIServer'),
    ...component(object, 'kube-controller-manager', 'kubeControllerManager'),
    ...component(object, 'kube-scheduler', 'kubeScheduler'),
    ...component(object, 'kube-proxy', 'kubeProxy'),
    ...kubelet(object, 'kubelet', { role: 'any' }),
    ...kubelet(object, 'masterKubelet', { role: 'control-plane' }),
    ...kubelet(object, 'controlPlaneKubelet', { role: 'control-plane' }),
  ];
}

/** A kOps InstanceGroup: machines of one role, and what their kubelets are told beside the cluster's. */
export function readKopsGroup(object: ObjectAt): readonly ImportedFact[] {
  const name = text(field(object.value, 'metadata', 'name')) ?? 'nodes';
  const controlPlane = ['ControlPlane', 'Master'].includes(text(field(object.value, 'spec', 'role')) ?? '');
  const node = { name, controlPlane, version: null, kubelet: {}, declared: true, group: name };
  return [{ type: 'node', node, place: object.place }, ...kubelet(object, 'kubelet', { group: name })];
}

function component(object: ObjectAt, name: SettingComponent, key: string): readonly ImportedFact[] {
  const own = settings(object, name, key);
  if (Object.keys(own).length === 0) return [];
  const config = { form: 'unknown', explicitSettings: own } as const;
  const found = { component: name, host: null, config, version: null, place: object.place } as const;
  return [{ type: 'component', found: { ...found, target: { role: 'any' } } }];
}

function kubelet(object: ObjectAt, key: string, target: Target): readonly ImportedFact[] {
  const own = settings(object, 'kubelet', key);
  if (Object.keys(own).length === 0) return [];
  const config = { form: 'unknown', explicitSettings: own } as const;
  return [{ type: 'kubelet-config', found: { config, place: object.place, target } }];
}

/** kOps names each flag in camel case: `anonymousAuth` is `--anonymous-auth`. */
function settings({ value, placeOf }: ObjectAt, of: SettingComponent, key: string): Explicit {
  const spec = field(value, 'spec', key);
  if (typeof spec !== 'object' || spec === null) return {};
  const known = new Set(factsOf(of).map((fact) => fact.key));
  return Object.fromEntries(
    Object.entries(spec).flatMap(([name, entry]): [string, ExplicitSetting][] => {
      const content = Array.isArray(entry) ? entry.flatMap((one) => scalar(one) ?? []).join(',') : scalar(entry);
      const flag = keyOf(of, flagOf(name));
      return content !== undefined && known.has(flag)
        ? [[flag, explicitSetting(content, 'file', placeOf(['spec', key, name]))]]
        : [];
    }),
  );
}

function flagOf(name: string): string {
  return name
    .replace(/([a-z\d])([A-Z])/g, '$1-$2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1-$2')
    .toLowerCase();
}
