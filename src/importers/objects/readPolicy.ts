import type { ImportedFact } from '../found.ts';
import { explicitSetting } from '../source/explicitSetting.ts';
import { field, text } from '../source/fields.ts';
import type { ObjectAt } from '../source/objectAt.ts';

/**
 * A policy that speaks of the external IPs of Services: an admission policy of Kubernetes, one of Kyverno, or Gatekeeper's
 * K8sExternalIPs. What exactly it refuses is not read.
 */
export function readPolicy({ value, place }: ObjectAt): readonly ImportedFact[] {
  const kind = text(field(value, 'kind')) ?? '';
  const name = text(field(value, 'metadata', 'name')) ?? '';
  const isOfGatekeeper = kind === 'K8sExternalIPs';
  if (!isOfGatekeeper && !/externalIPs/.test(JSON.stringify(field(value, 'spec') ?? ''))) return [];
  const found = explicitSetting(`${kind} ${name}`.trim(), 'object', place);
  return [{ type: 'api-server-file', place, explicitSettings: { 'policy.externalIPs': found } }];
}
