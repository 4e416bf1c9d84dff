import type { Facet } from '../analysis/connection.ts';
import type { Status } from '../analysis/rules.ts';
import type { PositionId } from '../attack/attackerPosition.ts';
import type { EndKind } from '../catalog/communicationPath.ts';
import { communicationPaths } from '../catalog/communicationPaths.ts';
import { networkIds } from '../domain/topology.ts';

/** Fields whose values are ids of the engine. */
export const idFields = [
  'status',
  'path',
  'component',
  'from',
  'to',
  'attacker',
  'exposed',
  'encryption',
  'server-authentication',
  'client-authentication',
  'authorization',
  'integrity',
  'network',
  'evidence',
  'drawn',
] as const;
export type IdField = (typeof idFields)[number];

/** Fields whose values are names of a cluster. */
export const nameFields = ['node', 'ns', 'pod', 'service', 'host'] as const;
export type NameField = (typeof nameFields)[number];

/** Words that are a term by themselves. */
export const flags = ['exposed', 'crosses', 'changed', 'assumed', 'observed', 'selected'] as const;
export type Flag = (typeof flags)[number];

/** What a term can ask for; `text` is what has no field. */
export type Field = IdField | NameField | Flag | 'port' | 'text';

/** The fields that are written with a colon, in the order in which they are offered. */
export const writtenFields = [
  ...idFields.slice(0, 6),
  ...nameFields,
  'port',
  ...idFields.slice(6),
] as const satisfies readonly Field[];
export type WrittenField = (typeof writtenFields)[number];

export const facetFields = {
  encryption: 'encryption',
  'server-authentication': 'serverAuthentication',
  'client-authentication': 'clientAuthentication',
  authorization: 'authorization',
  integrity: 'integrity',
} as const satisfies Partial<Record<IdField, Facet>>;
export type FacetField = keyof typeof facetFields;

/** What somebody can do, in everyday words, beside the engine's own. */
export const exposureAliases = {
  read: ['eavesdrop'],
  change: ['tamper'],
  pose: ['impersonate-server', 'impersonate-client'],
  steal: ['credential-replay'],
} as const;
export type Deed = keyof typeof exposureAliases;

// Written as records, so that the compiler names what is missing here.
const statuses: Readonly<Record<Status, true>> = {
  protected: true,
  open: true,
  unverified: true,
  plaintext: true,
  unknown: true,
  local: true,
};
// Its own file is loaded with the first attacker only.
const positions: Readonly<Record<PositionId, true>> = {
  outside: true,
  'control-plane-network': true,
  'cluster-network': true,
  'node-network': true,
  pod: true,
  'pod-net-raw': true,
  'pod-host-network': true,
  'node-root': true,
  'load-balancer': true,
  dns: true,
  'tunnel-end': true,
  'bootstrap-token': true,
  'service-account-token': true,
};

const components: readonly EndKind[] = [
  ...new Set(communicationPaths.flatMap(({ client, server }) => [client, server])),
];

/** The values that a field knows, as they are offered. */
export const choices: Readonly<Record<IdField, readonly string[]>> = {
  status: Object.keys(statuses),
  drawn: Object.keys(statuses),
  path: communicationPaths.map(({ id }) => id),
  component: components,
  from: components,
  to: components,
  attacker: Object.keys(positions),
  exposed: [
    ...Object.keys(exposureAliases),
    'eavesdrop',
    'tamper',
    'impersonate-server',
    'impersonate-client',
    'credential-replay',
    'downgrade',
    'unknown',
    'passive',
    'active',
    'off-path',
  ],
  encryption: ['none', 'opportunistic', 'verified', 'local', 'unknown'],
  'server-authentication': ['none', 'name', 'roots', 'pin', 'hostkey', 'os-permissions', 'unknown'],
  'client-authentication': ['none', 'x509', 'frontproxy', 'sshkey', 'bearer', 'bootstrap', 'basic', 'unknown'],
  authorization: ['policy', 'none', 'unknown'],
  integrity: ['none', 'passive-only', 'full', 'local', 'unknown'],
  network: ['trusted', 'untrusted', 'unknown', ...networkIds],
  evidence: ['observed', 'default', 'unknown', 'user'],
};

export function isIdField(field: Field): field is IdField {
  return idFields.some((one) => one === field);
}

export function isNameField(field: Field): field is NameField {
  return nameFields.some((one) => one === field);
}

export function isPosition(id: string): id is PositionId {
  return id in positions;
}
