import type { SettingComponent } from '../../catalog/settings.ts';
import type { ExplicitSetting } from '../../domain/settings.ts';
import { fieldsOf } from '../components/readComponentConfig.ts';
import { extraArgs } from '../components/readKubeadm.ts';
import type { ImportedFact, Target } from '../found.ts';
import { field, text } from '../source/fields.ts';
import { type ObjectAt, partOf } from '../source/objectAt.ts';

const components: readonly (readonly [SettingComponent, readonly string[]])[] = [
  ['kube-apiserver', ['cluster', 'apiServer', 'extraArgs']],
  ['kube-controller-manager', ['cluster', 'controllerManager', 'extraArgs']],
  ['kube-scheduler', ['cluster', 'scheduler', 'extraArgs']],
  ['kube-proxy', ['cluster', 'proxy', 'extraArgs']],
  ['etcd', ['cluster', 'etcd', 'extraArgs']],
];

/**
 * A Talos machine configuration: only what somebody added to what Talos itself sets. Its keys, certificates and tokens
 * are those of the whole cluster and are not kept.
 */
export function readTalos(object: ObjectAt): readonly ImportedFact[] {
  const { value, place } = object;
  const type = text(field(value, 'machine', 'type'));
  const isWorker = type === 'worker' || type === 'join';
  // A patch names no type: it may be for machines of both.
  const target: Target = type === undefined ? null : { role: isWorker ? 'worker' : 'control-plane' };
  const images = [
    ['machine', 'kubelet', 'image'],
    ['cluster', 'apiServer', 'image'],
  ];
  const version = images.flatMap((path) => /:v?(1\.\d+)/.exec(text(field(value, ...path)) ?? '')?.[1] ?? [])[0];
  const kubelet = {
    ...fieldsOf(partOf(object, ['machine', 'kubelet', 'extraConfig']), 'kubelet'),
    ...extraArgs(object, 'kubelet', ['machine', 'kubelet', 'extraArgs']),
  };
  return [
    { type: 'distribution', distribution: 'talos', place },
    ...(version ? [{ type: 'version', version, place } as const] : []),
    // A worker runs none of these, whatever its configuration says of them.
    ...(isWorker ? [] : components).flatMap(([component, path]) =>
      partial(component, extraArgs(object, component, path), place),
    ),
    ...(Object.keys(kubelet).length > 0
      ? [
          {
            type: 'kubelet-config',
            found: { config: { form: 'unknown', explicitSettings: kubelet }, place, target },
          } as const,
        ]
      : []),
  ];
}

function partial(
  component: SettingComponent,
  explicitSettings: Readonly<Record<string, ExplicitSetting>>,
  place: ObjectAt['place'],
): readonly ImportedFact[] {
  if (Object.keys(explicitSettings).length === 0) return [];
  const config = { form: 'unknown', explicitSettings } as const;
  return [{ type: 'component', found: { component, host: null, config, version: null, place } }];
}
