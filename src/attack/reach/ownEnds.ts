import type { ExposureList } from '../../analysis/channelSecurity.ts';
import type { Connection } from '../../analysis/connection.ts';
import { type Exposure, exposures, isReplayable } from '../../analysis/rules.ts';
import { communicationPath, worthOf } from '../../catalog/communicationPaths.ts';
import { type AttackVector, attackVector, type Context, closed, segments } from './attackVector.ts';
import { nodeEnds } from './places.ts';

/** He is one of the two ends: what passes is his, and so is what proves that end. */
export function held(connection: Connection, { position }: Context): AttackVector | null {
  const { client, server, path, tunnel } = connection;
  switch (position.holds) {
    case 'node': {
      const ends = { client: nodeEnds.includes(client.component), server: nodeEnds.includes(server.component) };
      if (!ends.client && !ends.server) return null;
      // The bootstrap token is of no use once a node has joined, and may have been deleted.
      if (worthOf(path) === 'bootstrap') return attackVector('holds-end', ['unknown'], 'bootstrap-left', 'elsewhere');
      return attackVector('holds-end', exposuresOfEnds(connection, ends), 'holds-node', 'elsewhere');
    }
    case 'pod': {
      const isProxied = server.component === 'pod' && client.component !== 'pod' && client.component !== 'kubelet';
      if (worthOf(path) !== 'pod-account' && !isProxied) return null;
      return attackVector(
        'holds-end',
        exposuresOfEnds(connection, { client: !isProxied, server: isProxied }),
        'holds-pod',
        'elsewhere',
      );
    }
    case 'tunnel-end': {
      if (tunnel)
        return attackVector('holds-end', segments(connection, ['tunnel-end']).active, 'holds-tunnel-end', 'verified');
      if (server.component === 'sshd')
        return attackVector(
          'holds-end',
          exposuresOfEnds(connection, { client: false, server: true }),
          'holds-tunnel-end',
          'elsewhere',
        );
      if (client.component === 'konnectivity-agent' && server.component === 'konnectivity-server')
        return attackVector(
          'holds-end',
          exposuresOfEnds(connection, { client: true, server: false }),
          'holds-tunnel-end',
          'elsewhere',
        );
      return null;
    }
    default:
      return null;
  }
}

/** What passes at an end of his own, and what proves it. */
export function exposuresOfEnds(
  { hop }: Connection,
  ends: { readonly client: boolean; readonly server: boolean },
): ExposureList {
  const isBearer = hop.cred !== 'unknown' && isReplayable(hop.cred);
  const has: Readonly<Record<Exposure, boolean>> = {
    eavesdrop: true,
    tamper: true,
    'impersonate-server': ends.server,
    'impersonate-client': ends.client || isBearer,
    'credential-replay': isBearer,
    downgrade: false,
  };
  const known: ExposureList = exposures.filter((exposure) => has[exposure]);
  return hop.cred === 'unknown' ? [...known, 'unknown'] : known;
}

/** A token that he has opens what its account may do; who may do what is not modeled. */
export function withToken(connection: Connection, { position, isEverybodyAllowed }: Context): AttackVector | null {
  const { path, hop } = connection;
  if (position.token === 'bootstrap') return withBootstrapToken(connection);
  if (position.token !== 'service-account') return null;
  const { family, worth } = communicationPath(path);
  const isSpent = worth === 'pod-account' && position.holds === null;
  if (isSpent)
    return attackVector('holds-end', ['impersonate-client', 'credential-replay'], 'holds-token', 'elsewhere');
  if (worth === 'kubelet-api' && hop.cred === 'bearer' && position.ports.includes('node-network'))
    return acceptedIf(hop.authz === 'none');
  // From within, the backends' own ports are open to him anyway.
  const isAsked = family === 'apiserver-to-kubelet' || (family === 'apiserver-proxy' && !position.isInside);
  return isAsked ? acceptedIf(isEverybodyAllowed) : null;
}

function acceptedIf(isEverybodyAllowed: boolean): AttackVector {
  return isEverybodyAllowed
    ? attackVector('holds-end', ['impersonate-client'], 'any-token-accepted', 'elsewhere')
    : attackVector('undetermined', ['unknown'], 'if-account-may', 'elsewhere');
}

function withBootstrapToken({ path, reasons }: Connection): AttackVector | null {
  if (worthOf(path) === 'node') return attackVector('undetermined', ['unknown'], 'after-bootstrap', 'elsewhere');
  if (worthOf(path) !== 'bootstrap') return closed('no-token-here');
  const setting = reasons.clientAuthentication.find(({ key }) => key === 'enable-bootstrap-token-auth')?.setting;
  if (!setting || setting.origin === 'unknown')
    return attackVector('undetermined', ['unknown'], 'holds-token', 'elsewhere');
  const gained: ExposureList = setting.value === 'true' ? ['impersonate-client', 'credential-replay'] : [];
  return attackVector('holds-end', gained, 'holds-token', 'bootstrap-off');
}
