import type { Analysis } from '../analysis/analyze.ts';
import type { ExposureList } from '../analysis/channelSecurity.ts';
import type { Connection } from '../analysis/connection.ts';
import type { Exposure } from '../analysis/rules.ts';
import type { PathId, Worth } from '../catalog/communicationPath.ts';
import { worthOf } from '../catalog/communicationPaths.ts';
import { type ConditionId, isOpenKubelet } from './consequence.ts';
import type { Reach, ReachEntry } from './reach/reachOf.ts';

export const assets = ['secrets-in-etcd', 'exec-in-pod', 'node-identity', 'cluster-admin'] as const;
export type Asset = (typeof assets)[number];

/** What an attacker can do at some point of his way; he starts with his position. */
export type Capability = 'start' | 'node-root' | 'account-token' | 'user-token' | 'controller-token' | 'etcd' | Asset;

/** Why one thing leads to the next; the words are in the locale files. */
export const stepReasons = [
  'insecure-port',
  'etcd-open',
  'etcd-shared-ca',
  'names-any-user',
  'etcd-read',
  'etcd-holds-all',
  'etcd-rewrites',
  'false-pods',
  'false-ca',
  'node-token-captured',
  'bootstrap-replayed',
  'bootstrap-held',
  'open-kubelet',
  'any-token-accepted',
  'decides-who',
  'image-replaced',
  'own-token',
  'account-token-captured',
  'user-token-captured',
  'controller-token-captured',
  'key-on-disk',
  'runtime-socket',
  'tokens-on-disk',
  'node-reads-secrets',
  'node-requests-tokens',
  'node-always-allow',
  'pod-token',
  'account-execs',
  'account-reads',
  'account-rules',
  'user-execs',
  'user-reads',
  'user-rules',
  'controller-reads',
  'controller-mints',
  'secret-holds-token',
  'admin-reads',
  'admin-execs',
  'admin-signs',
] as const;
export type StepReason = (typeof stepReasons)[number];

export type AttackStep = {
  readonly from: Capability;
  readonly to: Capability;
  /** The connection that is used; null where something follows by itself. */
  readonly connection: Connection | null;
  /** How many more connections allow the same step. */
  readonly others: number;
  /** What was gained on the connection; empty for what follows from an earlier step. */
  readonly gained: ExposureList;
  readonly because: StepReason;
  readonly condition: ConditionId | null;
};

/** Every step that a reach and the consequences of credentials allow, equal ones once. */
export function attackSteps(reach: Reach, { connections }: Analysis): readonly AttackStep[] {
  const first = reach.entries
    .filter(({ access, connection }) => access !== 'none' && access !== 'undetermined' && !connection.variant)
    .flatMap((entry) => firstSteps(entry, reach));
  return merged([...first, ...laterSteps(connections)]);
}

type Onward = readonly [to: Capability, because: StepReason, condition?: ConditionId | null];

function firstSteps(entry: ReachEntry, { position }: Reach): readonly AttackStep[] {
  const { connection, gained } = entry;
  // Whoever holds a node needs none of what he could intercept on the way to it.
  const isByCa = entry.because === 'ca-shared' || entry.because === 'names-any-user';
  if (position.holds === 'node' && entry.access === 'holds-end' && !isByCa) return [];
  const can = (exposure: Exposure) => gained.includes(exposure);
  return onward(entry, can).map(([to, because, condition = null]) => ({
    from: 'start',
    to,
    connection,
    others: 0,
    gained: gained,
    because,
    condition,
  }));
}

function onward({ connection, access, because }: ReachEntry, can: (exposure: Exposure) => boolean): readonly Onward[] {
  const { path, listener } = connection;
  const worth = worthOf(path);
  const found: readonly (readonly [boolean, Onward])[] = [
    [worth === 'insecure-port' && can('impersonate-client'), ['cluster-admin', 'insecure-port']],
    [because === 'ca-shared' && can('impersonate-client'), ['etcd', 'etcd-shared-ca']],
    [because === 'names-any-user' && can('impersonate-client'), ['cluster-admin', 'names-any-user']],
    [
      worth === 'etcd' && because !== 'ca-shared' && (can('impersonate-client') || can('tamper')),
      ['etcd', 'etcd-open'],
    ],
    [worth === 'etcd' && can('eavesdrop'), ['secrets-in-etcd', 'etcd-read', 'unless-encrypted']],
    [worth === 'node' && can('impersonate-server') && access === 'active', ['node-root', 'false-pods']],
    [worth === 'node' && can('credential-replay'), ['node-identity', 'node-token-captured']],
    [worth === 'bootstrap' && can('impersonate-server'), ['node-root', 'false-ca', 'while-joining']],
    [
      worth === 'bootstrap' && can('credential-replay') && access !== 'holds-end',
      ['node-identity', 'bootstrap-replayed', 'if-approved'],
    ],
    [
      worth === 'bootstrap' && can('impersonate-client') && access === 'holds-end',
      ['node-identity', 'bootstrap-held', 'if-approved'],
    ],
    [isOpenKubelet(connection) && can('impersonate-client'), ['exec-in-pod', 'open-kubelet']],
    [because === 'any-token-accepted' && worth === 'kubelet-api', ['exec-in-pod', 'any-token-accepted']],
    [worth === 'decision' && listener !== 'audit' && can('impersonate-server'), ['cluster-admin', 'decides-who']],
    [worth === 'image' && can('tamper') && access !== 'holds-end', ['exec-in-pod', 'image-replaced', 'unless-digest']],
    [worth === 'pod-account' && access === 'holds-end' && can('impersonate-client'), ['account-token', 'own-token']],
    [
      accounts.includes(worth) && access !== 'holds-end' && can('credential-replay'),
      ['account-token', 'account-token-captured'],
    ],
    [worth === 'controller' && can('credential-replay'), ['controller-token', 'controller-token-captured']],
    [
      (worth === 'user' || worth === 'kubelet-api') && can('credential-replay'),
      ['user-token', 'user-token-captured', worth === 'kubelet-api' ? 'if-used' : null],
    ],
  ];
  return found.filter(([holds]) => holds).map(([, step]) => step);
}

/** Paths on which the token of an account passes whose rights are its own. */
const accounts: readonly Worth[] = ['pod-account', 'component', 'account'];

/** What one thing leads to, wherever the attacker stands. */
function laterSteps(connections: readonly Connection[]): readonly AttackStep[] {
  const find = (path: PathId) => connections.find((one) => one.path === path && one.count > 0) ?? null;
  const [p01, p04, p06, p09, a03, a10] = (['P01', 'P04', 'P06', 'P09', 'A03', 'A10'] as const).map(find);
  const isAlwaysAllowed = (one: Connection | null | undefined) => one?.hop.authz === 'none';
  const follow = (
    from: Capability,
    connection: Connection | null | undefined,
    ...onwards: readonly Onward[]
  ): readonly AttackStep[] =>
    onwards.map(([to, because, condition = null]) => ({
      from,
      to,
      connection: connection ?? null,
      others: 0,
      gained: [],
      because,
      condition,
    }));
  const mayAccount = isAlwaysAllowed(p04) ? null : 'if-account-may';
  const mayUser = isAlwaysAllowed(a03) ? null : 'if-user-may';
  const ofNode = isAlwaysAllowed(p01) ? null : 'only-own-node';
  return [
    ...follow('node-root', p01, ['node-identity', 'key-on-disk']),
    ...follow('node-root', a10, ['exec-in-pod', 'runtime-socket']),
    ...(p04 ? follow('node-root', p04, ['account-token', 'tokens-on-disk']) : []),
    ...follow(
      'node-identity',
      p01,
      ['secrets-in-etcd', 'node-reads-secrets', ofNode],
      ...(p04 ? [['account-token', 'node-requests-tokens', ofNode] as const] : []),
      ...(isAlwaysAllowed(p01) ? [['cluster-admin', 'node-always-allow'] as const] : []),
    ),
    ...(p04 ? follow('exec-in-pod', p04, ['account-token', 'pod-token']) : []),
    ...follow('account-token', p09, ['exec-in-pod', 'account-execs', mayAccount]),
    ...follow(
      'account-token',
      p04,
      ['secrets-in-etcd', 'account-reads', mayAccount],
      ['cluster-admin', 'account-rules', mayAccount],
    ),
    ...follow('user-token', p09, ['exec-in-pod', 'user-execs', mayUser]),
    ...follow('user-token', a03, ['secrets-in-etcd', 'user-reads', mayUser], ['cluster-admin', 'user-rules', mayUser]),
    ...follow(
      'controller-token',
      p06,
      ['secrets-in-etcd', 'controller-reads', 'if-role-allows'],
      ['cluster-admin', 'controller-mints', 'if-role-allows'],
    ),
    ...follow(
      'etcd',
      null,
      ['secrets-in-etcd', 'etcd-holds-all', 'unless-encrypted'],
      ['cluster-admin', 'etcd-rewrites'],
    ),
    ...follow('secrets-in-etcd', null, ['cluster-admin', 'secret-holds-token', 'if-secret-holds-admin']),
    ...follow('cluster-admin', null, ['secrets-in-etcd', 'admin-reads'], ['node-identity', 'admin-signs']),
    ...follow('cluster-admin', p09, ['exec-in-pod', 'admin-execs']),
  ];
}

/** Equal steps through different connections of one path are one step. */
function merged(steps: readonly AttackStep[]): readonly AttackStep[] {
  const found = new Map<string, AttackStep>();
  for (const step of steps) {
    const key = [step.from, step.to, step.because, step.connection?.path, step.condition].join(' ');
    const same = found.get(key);
    found.set(key, same ? { ...same, others: same.others + 1 } : step);
  }
  return [...found.values()];
}
