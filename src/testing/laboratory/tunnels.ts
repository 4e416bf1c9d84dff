import { connect as connectTcp } from 'node:net';
import { connect as connectTls } from 'node:tls';
import { type KnownHop, networkHop } from '../../analysis/hop.ts';
import type { Exposure } from '../../analysis/rules.ts';
import type { SegmentName } from '../../analysis/tunnel.ts';
import { joined, opened } from './attacker.ts';
import { type Identities, serverName } from './certificates.ts';
import { type Answer, ask, host, type Listening, listen, type TlsVersion } from './exchange.ts';
import { interfere, listenIn, masksFor, pathOf, type Servers, type Stage } from './experiment.ts';
import { type SshKeys, type SshSetup, sshEntry, sshServer, trueSshServer } from './ssh.ts';

/*
 * Tunnels of three parts: the outer leg, the host where it ends, the last hop to the true server. The inner channel runs
 * through all of them, and the attacker sits on one after the other.
 */

export const outers = ['plain', 'tls-unverified', 'tls-verified', 'ssh-unverified', 'ssh-verified'] as const;
export type Outer = (typeof outers)[number];

/** The outer leg as the rules see it. */
export function outerHop(outer: Outer): KnownHop {
  const [proto, check] = outer.split('-');
  const verified = check === 'verified';
  if (proto === 'plain')
    return { ...networkHop, proto: 'plain', verify: 'none', clientAuthPolicy: 'open', authz: 'none' };
  if (proto === 'ssh') return { ...networkHop, proto: 'ssh', verify: verified ? 'hostkey' : 'none', cred: 'sshkey' };
  return { ...networkHop, verify: verified ? 'name' : 'none', cred: 'x509', authz: 'none' };
}

export type SegmentFinding = {
  readonly segment: SegmentName;
  readonly passive: readonly Exposure[];
  readonly active: readonly Exposure[];
};

type Material = { readonly identities: Identities; readonly ssh: SshKeys; readonly servers: Servers };

const version: TlsVersion = 'TLSv1.3';

/** What is measured on each part of a tunnel for one inner channel. */
export async function tunnelExperiment(
  outer: Outer,
  inner: KnownHop,
  material: Material,
): Promise<readonly SegmentFinding[]> {
  const { identities, servers } = material;
  const innerVersion = inner.proto === 'plain' ? null : version;
  const trueServer = await servers.port(inner, innerVersion);
  const strictServer = await servers.port({ ...inner, clientAuthPolicy: 'required', authz: 'policy' }, innerVersion);
  const client = (port: number) =>
    ask(port, pathOf(inner), { version: innerVersion, verify: inner.verify, cred: inner.cred }, identities);
  const stage = (target: number, reach: Stage['reach']): Stage => ({
    hop: inner,
    version: innerVersion,
    target,
    trueServer,
    strictServer,
    identities,
    reach,
  });
  const masks = masksFor(inner, innerVersion, identities);
  const through = (endsAt: number) => tunnelTo(outer, endsAt, material, client);

  const honestEnd = await tunnelEnd(outer, trueServer, material);
  const onWire = await listenIn(stage(honestEnd.port, (port) => through(port)));
  // Who answers for the tunnel's end opens the outer leg, and then sits on the inner channel.
  const behind = (port: number) => withAll([fakeEnd(outer, port, material)], ([fake]) => through(fake?.port ?? 0));
  const answered = await interfere(stage(trueServer, behind), masks);
  await honestEnd.close();

  // At the end of the tunnel, and on the wire behind it, the inner channel lies open as it is.
  const lastWire = (port: number) => withAll([tunnelEnd(outer, port, material)], ([end]) => through(end?.port ?? 0));
  const last = stage(trueServer, lastWire);
  const heard = await listenIn(last);
  const met = await interfere(last, masks);
  return [
    { segment: 'tunnel', passive: onWire.exposures, active: ifReached(answered) },
    { segment: 'tunnel-end', passive: [], active: ifReached(met) },
    { segment: 'last-hop', passive: heard.exposures, active: ifReached(met) },
  ];
}

/** What strangers may do at the server's own port is not the tunnel's: only counted where the attacker is in the way. */
function ifReached({ exposures }: { readonly exposures: readonly Exposure[] }): readonly Exposure[] {
  return exposures.includes('eavesdrop') ? exposures : [];
}

async function withAll<T>(
  starting: readonly Promise<Listening>[],
  run: (started: readonly Listening[]) => Promise<T>,
): Promise<T> {
  const started = await Promise.all(starting);
  try {
    return await run(started);
  } finally {
    await Promise.all(started.map((one) => one.close()));
  }
}

/** Lets the client ask through a tunnel whose outer leg leads to a port. */
function tunnelTo(
  outer: Outer,
  port: number,
  { identities, ssh }: Material,
  client: (port: number) => Promise<Answer>,
): Promise<Answer> {
  const entry = outer.startsWith('ssh') ? sshEntry(port, sshSetup(outer), ssh) : tlsEntry(outer, port, identities);
  return withAll([entry], ([started]) => client(started?.port ?? 0));
}

function sshSetup(outer: Outer): SshSetup {
  return { checksHostKey: outer === 'ssh-verified', credential: 'sshkey' };
}

function tlsEntry(outer: Outer, port: number, identities: Identities): Promise<Listening> {
  return listen((socket) => {
    if (outer === 'plain') return joined(socket, connectTcp(port, host));
    socket.pause();
    const verified = outer === 'tls-verified';
    const leg = connectTls(
      {
        port,
        host,
        servername: serverName,
        ...identities.client,
        ...(verified ? { ca: identities.ca } : { rejectUnauthorized: false }),
      },
      () => joined(socket, leg),
    );
    leg.on('error', () => socket.destroy());
    return undefined;
  });
}

/** Where the outer leg truly ends; it takes what comes out to a port. */
function tunnelEnd(outer: Outer, target: number, { identities, ssh }: Material): Promise<Listening> {
  if (outer.startsWith('ssh')) return trueSshServer(ssh, { forwardsTo: target });
  const tls = outer === 'plain' ? null : { ...identities.server, ca: identities.ca, requestCert: true };
  return listen((socket) => joined(socket, connectTcp(target, host)), tls);
}

/** The attacker's end of the outer leg. */
function fakeEnd(outer: Outer, target: number, { identities, ssh }: Material): Promise<Listening> {
  if (outer.startsWith('ssh'))
    return sshServer({ hostKey: ssh.attackerHost, accepts: ({ method }) => method !== 'none', forwardsTo: target });
  return opened(outer === 'plain' ? null : { version, identity: identities.selfSigned }, target);
}
