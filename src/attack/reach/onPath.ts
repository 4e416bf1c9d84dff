import { type ExposureList, unionOf } from '../../analysis/channelSecurity.ts';
import type { Connection } from '../../analysis/connection.ts';
import type { SegmentName } from '../../analysis/tunnel.ts';
import { communicationPath, worthOf } from '../../catalog/communicationPaths.ts';
import type { AttackerPosition, Wire } from '../attackerPosition.ts';
import {
  type AttackVector,
  attackVector,
  type Context,
  closed,
  perhaps,
  type ReachReason,
  segments,
} from './attackVector.ts';
import { exposuresOfEnds } from './ownEnds.ts';
import { wiresOf } from './places.ts';

/** Which parts of a tunnelled way pass on a wire. */
const partsOn: Readonly<Record<Wire, readonly SegmentName[]>> = {
  'control-plane-network': ['entry', 'tunnel'],
  'cluster-network': ['tunnel'],
  'node-network': ['tunnel', 'last-hop'],
  'pod-network': ['last-hop'],
  'outside-network': [],
  internet: ['tunnel'],
};

/** The packets pass him. */
export function onWires(connection: Connection, position: AttackerPosition): AttackVector | null {
  if (connection.encryption === 'local') return null;
  const wires = wiresOf(connection).filter((wire) => position.wires[wire] !== undefined);
  const [first] = wires;
  if (first === undefined) return null;
  const ways = wires.map((wire) => onWire(connection, wire, position.wires[wire] ?? 'passive'));
  return ways.find(({ exposures }) => exposures.length > 0) ?? ways[0] ?? null;
}

function onWire(connection: Connection, wire: Wire, means: 'active' | 'passive'): AttackVector {
  const { exposure, encryption, tunnel, hop, path, network } = connection;
  const { limit } = communicationPath(path);
  const { passive, active } = tunnel ? segments(connection, partsOn[wire]) : exposure;
  // WireGuard encrypts from node to node only: within a node the bytes are as the application sent them.
  const isWithinNode = wire === 'pod-network' && hop.verify === 'pin' && limit === 'network-not-modeled';
  if (isWithinNode) return attackVector('undetermined', ['unknown'], 'within-node', 'verified');
  if (means === 'active') {
    const because = tunnel ? 'in-tunnel' : network.id === wire ? 'on-wire' : 'last-stretch';
    const otherwise = tunnel && encryption !== 'verified' ? 'tunnel-closed' : 'verified';
    return attackVector('active', active, whyOpen(connection, active, because), otherwise);
  }
  const more = active.some((one) => !passive.includes(one));
  if (passive.length > 0)
    return attackVector('passive', more ? unionOf([passive, ['unknown']]) : passive, 'listens', 'encrypted');
  // Whether the network lets him answer for others as well, nothing tells.
  return attackVector(
    'passive',
    more ? ['unknown'] : [],
    encryption === 'unknown' ? 'not-known' : 'maybe-answers',
    'encrypted',
  );
}

/** A verified server can be asked to be skipped, or serve strangers; of an unknown one nothing is told. */
export function whyOpen({ encryption }: Connection, gained: ExposureList, usually: ReachReason): ReachReason {
  if (gained.every((one) => one === 'unknown')) return 'not-known';
  if (encryption !== 'verified') return usually;
  return gained.includes('downgrade') ? 'check-skipped' : 'anonymous-served';
}

/** The client asks him where the server is. */
export function byName(connection: Connection, { position, dialed }: Context): AttackVector | null {
  if (!position.answersNames || connection.encryption === 'local') return null;
  const { exposure, tunnel } = connection;
  const gained = tunnel ? perhaps(segments(connection, ['tunnel-end']).active) : exposure.active;
  switch (dialed(connection)) {
    case 'name':
      return attackVector(
        'active',
        gained,
        tunnel ? 'maybe-by-name' : whyOpen(connection, gained, 'answers-name'),
        'verified',
      );
    case 'address':
      return closed('by-address');
    case 'unknown':
      return attackVector('undetermined', perhaps(gained), 'maybe-by-name', 'verified');
  }
}

/** The load balancer is his. */
export function throughBalancer(connection: Connection, { position, balancer }: Context): AttackVector | null {
  const { path, client, server, exposure, encryption } = connection;
  const isDialed = server.component === 'kube-apiserver' && encryption !== 'local';
  // Its peers and its insecure port are reached at the kube-apiserver itself.
  const isDirect = client.component === 'kube-apiserver' || worthOf(path) === 'insecure-port';
  if (position.holds !== 'load-balancer' || !isDialed || isDirect) return null;
  if (worthOf(path) === 'user') {
    const isBehind = client.component === 'load-balancer';
    if (balancer === 'unknown') return attackVector('undetermined', ['unknown'], 'maybe-through-balancer', 'verified');
    if (balancer === 'tcp')
      return attackVector(
        'active',
        exposure.active,
        whyOpen(connection, exposure.active, 'through-balancer'),
        'verified',
      );
    return attackVector(
      'holds-end',
      exposuresOfEnds(connection, { client: isBehind, server: !isBehind }),
      'holds-balancer',
      'verified',
    );
  }
  const gained = balancer === 'tcp' ? perhaps(exposure.active) : (['unknown'] as const);
  return attackVector('undetermined', gained, 'maybe-through-balancer', 'verified');
}
