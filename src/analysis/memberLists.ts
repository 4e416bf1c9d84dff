import type { EndKind } from '../catalog/communicationPath.ts';
import { onceFor, onceForBoth } from '../domain/onceFor.ts';

/** The lists of the model whose members are ends of connections. */
export type MemberKind = 'nodes' | 'pods' | 'services' | 'controlPlanes';

/** What every member of such a list has. */
export type Member = { readonly id: string; readonly name: string; readonly namespace?: string };

/** Which list the members of an end are of. Ends that are missing here, such as kubectl, are in no list. */
export const memberKinds: Readonly<Partial<Record<EndKind, MemberKind>>> = {
  kubelet: 'nodes',
  'kube-proxy': 'nodes',
  node: 'nodes',
  sshd: 'nodes',
  'konnectivity-agent': 'nodes',
  'container-runtime': 'nodes',
  pod: 'pods',
  service: 'services',
  'kube-apiserver': 'controlPlanes',
  'kube-scheduler': 'controlPlanes',
  'kube-controller-manager': 'controlPlanes',
  'cloud-controller-manager': 'controlPlanes',
  'konnectivity-server': 'controlPlanes',
  etcd: 'controlPlanes',
};

const numberById = onceFor(
  (list: readonly Member[]): ReadonlyMap<string, number> => new Map(list.map(({ id }, index) => [id, index])),
);

/**
 * Where members stand in a list of the model, by their ids; -1 for one that is not in it. They usually have its order, so
 * that no map is needed.
 */
export const numbersOf = onceForBoth((list: readonly Member[], ids: readonly string[]): Int32Array => {
  let next = 0;
  return Int32Array.from(ids, (id) => {
    for (const end = Math.min(next + nearby, list.length); next < end; next += 1)
      if (list[next]?.id === id) return next++;
    const number = numberById(list).get(id) ?? -1;
    next = number + 1;
    return number;
  });
});

/** How many members are passed over before a map is asked. */
const nearby = 8;
