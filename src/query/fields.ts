import { evidences, type Facet } from '../analysis/connection.ts';
import { authorizations, credentials, verifications } from '../analysis/hop.ts';
import { encryptions, exposures, integrities, statuses } from '../analysis/rules.ts';
import { type PositionId, positionIds } from '../attack/positionIds.ts';
import { endKinds } from '../catalog/communicationPath.ts';
import { communicationPaths } from '../catalog/communicationPaths.ts';
import { crossingIds } from '../domain/topology.ts';

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
export type ExposureAlias = keyof typeof exposureAliases;

/** The values that a field knows, as they are offered. */
export const choices: Readonly<Record<IdField, readonly string[]>> = {
  status: statuses,
  drawn: statuses,
  path: communicationPaths.map(({ id }) => id),
  component: endKinds,
  from: endKinds,
  to: endKinds,
  attacker: positionIds,
  exposed: [...Object.keys(exposureAliases), ...exposures, 'unknown', 'passive', 'active', 'off-path'],
  encryption: [...encryptions, 'unknown'],
  'server-authentication': [...verifications.filter((one) => one !== 'chain'), 'os-permissions', 'unknown'],
  'client-authentication': [...credentials, 'unknown'],
  authorization: [...authorizations, 'unknown'],
  integrity: [...integrities, 'unknown'],
  network: ['trusted', 'untrusted', 'unknown', ...crossingIds],
  evidence: evidences,
};

export function isIdField(field: Field): field is IdField {
  return idFields.some((one) => one === field);
}

export function isNameField(field: Field): field is NameField {
  return nameFields.some((one) => one === field);
}

export function isPosition(id: string): id is PositionId {
  return positionIds.some((one) => one === id);
}
