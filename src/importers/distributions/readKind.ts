import type { Found } from '../found.ts';
import { field, list, text } from '../source/fields.ts';
import type { ObjectAt } from '../source/objectAt.ts';

/**
 * A kind cluster: the nodes that it declares, and what its patches change in kubeadm's configuration. What kubeadm writes
 * beside that does not stand here.
 */
export function readKind(object: ObjectAt): readonly Found[] {
  const { value, place } = object;
  const cluster = text(field(value, 'name')) ?? 'kind';
  const counts = { 'control-plane': 0, worker: 0 };
  const nodes = list(field(value, 'nodes')).flatMap((node, index): readonly Found[] => {
    const role = field(node, 'role') === 'control-plane' ? 'control-plane' : 'worker';
    counts[role] += 1;
    const name = `${cluster}-${role}${counts[role] > 1 ? counts[role] : ''}`;
    const version = /:(v1\.\d+\.\d+)/.exec(text(field(node, 'image')) ?? '')?.[1] ?? null;
    const found = { name, controlPlane: role === 'control-plane', version, port: null, declared: true };
    return [
      { type: 'node', node: found, place: object.placeOf(['nodes', index]) },
      ...patches(object, ['nodes', index, 'kubeadmConfigPatches']),
    ];
  });
  return [
    { type: 'distribution', distribution: 'kind', place },
    ...nodes,
    ...patches(object, ['kubeadmConfigPatches']),
  ];
}

/** Parts of kubeadm's configuration: they add to something that stands elsewhere. */
function patches(object: ObjectAt, path: readonly (string | number)[]): readonly Found[] {
  return list(field(object.value, ...path)).flatMap((_patch, index) =>
    object.embedded([...path, index]).flatMap((found): readonly Found[] => {
      if (found.type === 'component') {
        const { config } = found.found;
        if (Object.keys(config.stated).length === 0) return [];
        return [{ ...found, found: { ...found.found, config: { ...config, form: 'unknown' } } }];
      }
      if (found.type !== 'kubelet-config') return found.type === 'egress' ? [found] : [];
      return [{ ...found, found: { ...found.found, config: { ...found.found.config, form: 'unknown' } } }];
    }),
  );
}
