import type { SettingComponent } from '../../catalog/settings.ts';
import { type CommandWord, readFlags } from '../components/readFlags.ts';
import { rancherOptions } from '../components/readRancherCommand.ts';
import type { ImportedFact } from '../found.ts';
import { explicitSetting } from '../source/explicitSetting.ts';
import { field, scalar } from '../source/fields.ts';
import type { ObjectAt } from '../source/objectAt.ts';

/** Options that only k3s and RKE2 have. */
const ownOptions = [
  ...Object.keys(rancherOptions),
  'egress-selector-mode',
  'write-kubeconfig-mode',
  'cluster-init',
  'tls-san',
  'node-label',
  'flannel-backend',
  'disable-cloud-controller',
  'secrets-encryption',
];

/** Whether an object without a kind is `/etc/rancher/k3s/config.yaml` or RKE2's. */
export function isRancherConfig(value: unknown): boolean {
  return ownOptions.some((name) => field(value, name) !== undefined || field(value, `${name}+`) !== undefined);
}

/**
 * The configuration of k3s or RKE2: only what somebody added. What the engine sets itself does not stand here, so all
 * else stays unknown. The token of the cluster is not kept.
 */
export function readRancherConfig(object: ObjectAt): readonly ImportedFact[] {
  const { value, place, placeOf } = object;
  const isRke2 = /rke2/i.test(place.file) || field(value, 'profile') !== undefined || field(value, 'cni') !== undefined;
  const found = Object.entries(rancherOptions).flatMap(([option, component]) =>
    [option, `${option}+`].flatMap((name) => passed(object, name, component)),
  );
  const mode = scalar(field(value, 'egress-selector-mode'));
  const egress = mode && {
    form: 'unknown' as const,
    explicitSettings: { 'egress-selector-mode': explicitSetting(mode, 'file', placeOf(['egress-selector-mode'])) },
  };
  return [
    { type: 'distribution', distribution: isRke2 ? 'rke2' : 'k3s', place },
    ...found,
    ...(egress
      ? [
          {
            type: 'component',
            found: { component: 'kube-apiserver', host: null, config: egress, version: null, place },
          } as const,
        ]
      : []),
  ];
}

function passed(
  { value, place, placeOf }: ObjectAt,
  name: string,
  component: SettingComponent,
): readonly ImportedFact[] {
  const content = field(value, name);
  if (content === undefined || content === null) return [];
  const entries = Array.isArray(content) ? content : [content];
  const words = entries.flatMap((entry, index): CommandWord[] => {
    const text = scalar(entry);
    const at = placeOf(Array.isArray(content) ? [name, index] : [name]);
    return text === undefined ? [] : [{ text: `--${text.replace(/^-+/, '')}`, line: at.line }];
  });
  const config = { form: 'unknown', explicitSettings: readFlags(component, words, place.file) } as const;
  return [{ type: 'component', found: { component, host: null, config, version: null, place } }];
}
