import type { SourcePlace } from '../../domain/settings.ts';
import type { ImportedFact } from '../found.ts';
import type { DroppedKind } from '../importResult.ts';
import { field, list, text } from '../source/fields.ts';

/** What of an object never enters the model, counted so that a user can see it. */
export function droppedFrom(value: unknown, kind: string | null, place: SourcePlace): readonly ImportedFact[] {
  const found: ImportedFact[] = [];
  const count = (type: DroppedKind, many: number) => {
    if (many > 0) found.push({ type: 'dropped', what: type, count: many, place });
  };
  count('annotation', size(field(value, 'metadata', 'annotations')));
  count('managed-fields', list(field(value, 'metadata', 'managedFields')).length);
  if (kind === 'Secret') count('secret', size(field(value, 'data')) + size(field(value, 'stringData')));
  const spec = field(value, 'spec', 'template', 'spec') ?? field(value, 'spec');
  for (const group of ['containers', 'initContainers'])
    for (const container of list(field(spec, group))) count('environment-value', list(field(container, 'env')).length);
  // A list has hundreds of thousands of these, and nothing else of them is ever dropped.
  if (kind === 'Pod' || kind === 'Node' || kind === 'Service') return found;
  if (kind === 'Config') countCredentials(value, count);
  if (field(value, 'machine') !== undefined && kind === null) countTalos(value, count);
  const token = field(value, 'discovery', 'bootstrapToken', 'token') ?? field(value, 'tlsBootstrapToken');
  count('token', list(field(value, 'bootstrapTokens')).length + (token === undefined ? 0 : 1));
  if (kind === null && text(field(value, 'token'))) count('token', 1);
  for (const path of [
    ['spec', 'caBundle'],
    ['data', 'Cluster', 'CertificateAuthority', 'Data'],
  ])
    count('certificate', text(field(value, ...path)) ? 1 : 0);
  return found;
}

function size(value: unknown): number {
  return typeof value === 'object' && value !== null ? Object.keys(value).length : 0;
}

function countCredentials(value: unknown, count: (what: DroppedKind, many: number) => void): void {
  for (const entry of list(field(value, 'users'))) {
    const user = field(entry, 'user');
    count('token', ['token', 'password'].filter((key) => field(user, key) !== undefined).length);
    count('private-key', field(user, 'client-key-data') === undefined ? 0 : 1);
    count('certificate', field(user, 'client-certificate-data') === undefined ? 0 : 1);
  }
  for (const entry of list(field(value, 'clusters')))
    count('certificate', field(entry, 'cluster', 'certificate-authority-data') === undefined ? 0 : 1);
}

/** Talos keeps the keys of a whole cluster in one file. */
function countTalos(value: unknown, count: (what: DroppedKind, many: number) => void): void {
  const authorities = [
    ['machine', 'ca'],
    ['cluster', 'ca'],
    ['cluster', 'aggregatorCA'],
    ['cluster', 'etcd', 'ca'],
    ['cluster', 'serviceAccount'],
  ];
  for (const path of authorities) {
    count('private-key', text(field(value, ...path, 'key')) ? 1 : 0);
    count('certificate', text(field(value, ...path, 'crt')) ? 1 : 0);
  }
  for (const path of [
    ['machine', 'token'],
    ['cluster', 'token'],
    ['cluster', 'secret'],
  ])
    count('token', text(field(value, ...path)) ? 1 : 0);
}
