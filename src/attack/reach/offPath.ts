import type { Connection } from '../../analysis/connection.ts';
import { perhapsReachable } from '../../analysis/hop.ts';
import { worthOf } from '../../catalog/communicationPaths.ts';
import type { AttackerPosition } from '../attackerPosition.ts';
import { type AttackVector, attackVector, type Context, segments } from './attackVector.ts';
import { networkOfEnd, nodeEnds } from './places.ts';

/** Whoever connects to the port is served as a stranger. */
export function throughPort(connection: Connection, position: AttackerPosition): AttackVector | null {
  const { exposure, hop, server, network } = connection;
  // What an old kubelet leaves open, neighbors of the node and its containers reach.
  if (hop.medium === perhapsReachable && position.isInside)
    return attackVector('undetermined', ['unknown'], 'not-known', 'refused');
  if (hop.medium === 'reachable-loopback') {
    if (!position.isInside && !position.isLocal) return null;
    return attackVector('off-path', exposure.offPath, 'port-open', 'refused');
  }
  if (connection.encryption === 'local') {
    if (!position.isLocal || hop.medium !== 'loopback' || !nodeEnds.includes(server.component)) return null;
    return attackVector('off-path', exposure.offPath, 'local-port', 'refused');
  }
  if (!isPortReached(connection, position)) return null;
  const isNear = position.ports.some((id) => id === network.id || id === networkOfEnd(server.component));
  const because = isApiPort(connection)
    ? 'api-port-open'
    : isNear || isNodePort(connection)
      ? 'port-open'
      : 'port-open-routed';
  return attackVector('off-path', exposure.offPath, because, 'refused');
}

function isApiPort({ server, path }: Connection): boolean {
  return server.component === 'kube-apiserver' && worthOf(path) !== 'insecure-port';
}

function isNodePort({ client, server }: Connection): boolean {
  return client.component === 'anyone' && server.component === 'node';
}

function isPortReached(connection: Connection, position: AttackerPosition): boolean {
  if (isApiPort(connection) || (isNodePort(connection) && position.id === 'outside')) return true;
  const listens = networkOfEnd(connection.server.component);
  return position.isInside ? listens !== 'outside-network' : position.ports.some((id) => id === listens);
}

/** Whether strangers may register as agents of the tunnel there, and he comes as far as the door. */
export function isRogueAgentsDoor(connection: Connection, position: AttackerPosition): boolean {
  const { client, server, exposure, count } = connection;
  const isAgents = client.component === 'konnectivity-agent' && server.component === 'konnectivity-server';
  const isOpen = isAgents && count > 0 && exposure.offPath.includes('impersonate-client');
  return isOpen && isPortReached(connection, position);
}

/** Where agents need not prove themselves, whoever reaches that port becomes an end of the tunnel. */
export function asRogueAgent(connection: Connection, { isRogueAgentPossible }: Context): AttackVector | null {
  if (!isRogueAgentPossible || connection.tunnel?.kind !== 'konnectivity') return null;
  return attackVector('off-path', segments(connection, ['tunnel-end']).active, 'rogue-agent', 'verified');
}
