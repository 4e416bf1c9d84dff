import { forTarget, type ImportedFact, type Role, type Target } from '../found.ts';
import { field, list, text } from '../source/fields.ts';
import type { ObjectAt } from '../source/objectAt.ts';

/**
 * A kind cluster: the nodes that it declares, and what its patches change in kubeadm's configuration. What kubeadm writes
 * beside that does not stand here.
 */
export function readKind(object: ObjectAt): readonly ImportedFact[] {
  const { value, place } = object;
  const cluster = text(field(value, 'name')) ?? 'kind';
  const counts = { 'control-plane': 0, worker: 0 };
  const declared = list(field(value, 'nodes'));
  // kubeadm init runs on the first node of the control plane; all others join.
  const first = declared.findIndex((node) => field(node, 'role') === 'control-plane');
  const nodes = declared.flatMap((node, index): readonly ImportedFact[] => {
    const role = field(node, 'role') === 'control-plane' ? 'control-plane' : 'worker';
    counts[role] += 1;
    const name = `${cluster}-${role}${counts[role] > 1 ? counts[role] : ''}`;
    const version = /:(v1\.\d+\.\d+)/.exec(text(field(node, 'image')) ?? '')?.[1] ?? null;
    const found = { name, controlPlane: role === 'control-plane', version, kubelet: {}, declared: true };
    return [
      { type: 'node', node: found, place: object.placeOf(['nodes', index]) },
      ...patches(object, ['nodes', index, 'kubeadmConfigPatches'], (target) => {
        // A patch of what does not run on this node changes nothing.
        if (isRole(target, 'initialized')) return index === first ? name : undefined;
        return (isRole(target, 'worker') || isRole(target, 'joined-control-plane')) && index === first
          ? undefined
          : name;
      }),
    ];
  });
  return [
    { type: 'distribution', distribution: 'kind', place },
    ...nodes,
    ...patches(object, ['kubeadmConfigPatches'], (target) => target),
  ];
}

function isRole(target: Target, role: Role): boolean {
  return target !== null && typeof target === 'object' && 'role' in target && target.role === role;
}

/**
 * Parts of kubeadm's configuration: they add to something that stands elsewhere.
 * @param whose for whom a patch is, from what kubeadm makes of it; undefined for nobody
 */
function patches(
  object: ObjectAt,
  path: readonly (string | number)[],
  whose: (target: Target) => Target | undefined,
): readonly ImportedFact[] {
  return list(field(object.value, ...path)).flatMap((_patch, index) =>
    object.embedded([...path, index]).flatMap((found): readonly ImportedFact[] => {
      if (found.type === 'api-server-file') return [found];
      if (found.type !== 'component' && found.type !== 'kubelet-config') return [];
      const { config, target = null } = found.found;
      const own = whose(target);
      if (Object.keys(config.explicitSettings).length === 0 || own === undefined) return [];
      return [asPart(found, own)];
    }),
  );
}

function asPart(found: ImportedFact, target: Target): ImportedFact {
  if (found.type === 'component') {
    const { target: _before, ...rest } = found.found;
    const part = { ...rest, config: { ...rest.config, form: 'unknown' as const } };
    // What runs on a node of its own is that node's; kubeadm's ClusterConfiguration is everybody's.
    const isOfNode = rest.component === 'kubelet' || typeof target !== 'string';
    return forTarget({ type: 'component', found: part }, isOfNode ? target : null);
  }
  if (found.type !== 'kubelet-config') return found;
  const { dropIn: _name, ...rest } = found.found;
  return { type: 'kubelet-config', found: { ...rest, config: { ...rest.config, form: 'unknown' }, target } };
}
