import type { CommunicationPath, PathId, Worth } from './communicationPath.ts';
import { adjacent } from './communicationPaths/adjacent.ts';
import { clusterToControlPlane } from './communicationPaths/clusterToControlPlane.ts';
import { kubelet } from './communicationPaths/kubelet.ts';
import { proxies } from './communicationPaths/proxies.ts';
import { tunnels } from './communicationPaths/tunnels.ts';

/** Every path: the documented ones in the order of their ids, then the adjacent ones. */
export const communicationPaths: readonly CommunicationPath[] = [
  ...clusterToControlPlane,
  ...kubelet,
  ...proxies,
  ...tunnels,
  ...adjacent,
];

const byId = new Map(communicationPaths.map((path) => [path.id, path]));

/** The catalog entry of a path. Throws for an id that the catalog does not hold. */
export function communicationPath(id: PathId): CommunicationPath {
  const found = byId.get(id);
  if (!found) throw new Error(`no communication path ${id}`);
  return found;
}

/** What an attacker on a path comes by beside its bytes. */
export function worthOf(id: PathId): Worth {
  return communicationPath(id).worth;
}
