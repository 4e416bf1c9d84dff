import type { ExposureList } from '../analysis/channelSecurity.ts';
import type { Connection } from '../analysis/connection.ts';
import type { Exposure } from '../analysis/rules.ts';
import { worthOf } from '../catalog/communicationPaths.ts';

/** What follows for the cluster, the worst first. */
export const consequences = [
  'cluster',
  'node-identity',
  'exec-or-secrets',
  'credential',
  'read',
  'change',
  'metadata',
] as const;
export type Consequence = (typeof consequences)[number];

/** What a consequence still depends on, and the model does not tell. */
export const conditionIds = [
  'if-user-may',
  'if-account-may',
  'if-role-allows',
  'if-approved',
  'if-used',
  'if-entered',
  'if-user-skips',
  'while-joining',
  'only-own-node',
  'unless-digest',
  'unless-encrypted',
  'if-secret-holds-admin',
] as const;
export type ConditionId = (typeof conditionIds)[number];

export type Outcome = { readonly consequence: Consequence; readonly condition: ConditionId | null };

/**
 * What an attacker who has these gains on a connection makes of them; null where nothing is certain.
 * @param isOwn an end of it is his, or its server takes him for one of its own.
 */
export function outcomeOf(connection: Connection, gained: ExposureList, isOwn: boolean): Outcome | null {
  const can = (exposure: Exposure) => gained.includes(exposure);
  if (!gained.some((one) => one !== 'unknown')) return null;
  return special(connection, can, isOwn) ?? general(connection, can);
}

function outcome(consequence: Consequence, condition: ConditionId | null = null): Outcome {
  return { consequence, condition };
}

function general({ path, exposure }: Connection, can: (exposure: Exposure) => boolean): Outcome {
  if (can('credential-replay')) return outcome('credential');
  const changes = can('tamper') || can('impersonate-server');
  if (can('eavesdrop')) {
    // What is typed or sent through comes from the client, and so to whoever poses as the server.
    if (worthOf(path) === 'exec') return outcome('credential', 'if-entered');
    // Here the data come from the server: without a bridge to the true one he only invents them.
    const isBridged = exposure.relay === true || exposure.passive.includes('eavesdrop');
    return outcome(worthOf(path) === 'kubelet-read' && !isBridged && changes ? 'change' : 'read');
  }
  return outcome(changes ? 'change' : 'metadata');
}

/** Paths on which more is at stake than the bytes that pass. */
function special(connection: Connection, can: (exposure: Exposure) => boolean, isOwn: boolean): Outcome | null {
  const { path, hop, listener, server } = connection;
  // Without an authorizer any accepted token may do everything.
  if (server.component === 'kube-apiserver' && hop.authz === 'none' && can('credential-replay'))
    return outcome('cluster');
  switch (worthOf(path)) {
    case 'insecure-port':
      return can('impersonate-client') ? outcome('cluster') : null;
    case 'etcd':
      if (can('tamper') || can('impersonate-client')) return outcome('cluster');
      return can('eavesdrop') ? outcome('exec-or-secrets', 'unless-encrypted') : null;
    case 'decision':
      return can('impersonate-server') && listener !== 'audit' ? outcome('cluster') : null;
    case 'component':
    case 'controller':
      return can('credential-replay') ? outcome('cluster', 'if-role-allows') : null;
    case 'user':
      return can('credential-replay') ? outcome('cluster', 'if-user-may') : null;
    case 'node':
      // Whoever poses as the kube-apiserver gives the kubelet pods to run.
      return can('impersonate-client') || can('impersonate-server') ? outcome('node-identity') : null;
    case 'bootstrap':
      if (can('credential-replay')) return outcome('node-identity', 'if-approved');
      return can('impersonate-server') ? outcome('node-identity', 'while-joining') : null;
    case 'runtime':
      return outcome('exec-or-secrets');
    case 'read-only':
      return outcome('read');
    case 'status':
      return outcome('metadata');
    case 'image':
      return can('tamper') && !isOwn ? outcome('exec-or-secrets', 'unless-digest') : null;
    case 'tunnel':
      return can('impersonate-client') ? outcome('read') : null;
    default:
      return server.component === 'kubelet' ? atKubelet(connection, can, isOwn) : null;
  }
}

/** Whether a kubelet runs commands for strangers; its other listeners, which nobody must prove himself to, do not. */
export function isOpenKubelet({ server, hop }: Connection): boolean {
  return server.component === 'kubelet' && hop.clientAuthPolicy === 'optional' && hop.authz === 'none';
}

function atKubelet(connection: Connection, can: (exposure: Exposure) => boolean, isOwn: boolean): Outcome | null {
  const { path, hop } = connection;
  const isDirect = worthOf(path) === 'kubelet-api';
  const isAnyTokenTaken = isDirect && hop.authz === 'none';
  if (isOwn || ((isOpenKubelet(connection) || isAnyTokenTaken) && can('impersonate-client'))) {
    return outcome('exec-or-secrets');
  }
  if (isDirect) return can('credential-replay') ? outcome('credential', 'if-used') : null;
  return can('downgrade') && !can('eavesdrop') ? outcome('change', 'if-user-skips') : null;
}
