import type { DistributionId } from '../../catalog/distributions.ts';
import type { ImportedFact } from '../found.ts';
import { field, text } from '../source/fields.ts';
import type { ObjectAt } from '../source/objectAt.ts';

/** What tells a provider's description of a cluster, and where its version stands. */
const providers: readonly {
  readonly id: DistributionId;
  readonly is: (value: unknown, apiVersion: string) => boolean;
  readonly versions: readonly (readonly string[])[];
}[] = [
  {
    id: 'eks',
    is: (value, apiVersion) =>
      apiVersion.startsWith('eks.amazonaws.com/') ||
      has(value, 'cluster', 'resourcesVpcConfig') ||
      has(value, 'Cluster', 'ResourcesVpcConfig'),
    versions: [
      ['data', 'Cluster', 'Version'],
      ['cluster', 'version'],
      ['Cluster', 'Version'],
    ],
  },
  {
    id: 'gke',
    is: (value, apiVersion) =>
      apiVersion.startsWith('container.googleapis.com/') ||
      has(value, 'currentMasterVersion') ||
      has(value, 'current_master_version'),
    versions: [['data', 'current_master_version'], ['currentMasterVersion'], ['current_master_version']],
  },
  {
    id: 'aks',
    is: (value) => has(value, 'agentPoolProfiles') && has(value, 'kubernetesVersion'),
    versions: [['currentKubernetesVersion'], ['kubernetesVersion']],
  },
];

function has(value: unknown, ...path: readonly string[]): boolean {
  return field(value, ...path) !== undefined;
}

/** Whether an object is what a provider says of a cluster that it manages. */
export function isManaged(value: unknown, apiVersion: string): boolean {
  return providers.some(({ is }) => is(value, apiVersion));
}

/** A description of EKS, GKE or AKS: who manages the control plane, and its version. No flag of it is shown to anybody. */
export function readManaged({ value, place }: ObjectAt): readonly ImportedFact[] {
  const provider = providers.find(({ is }) => is(value, text(field(value, 'apiVersion')) ?? ''));
  if (!provider) return [];
  const explicit = provider.versions.flatMap((path) => text(field(value, ...path)) ?? [])[0] ?? '';
  const version = /^v?(1\.\d+)/.exec(explicit)?.[1];
  return [
    { type: 'distribution', distribution: provider.id, place },
    ...(version ? [{ type: 'version', version, place } as const] : []),
  ];
}
