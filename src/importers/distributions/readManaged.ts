import type { DistributionId } from '../../catalog/distributions.ts';
import type { ImportedFact } from '../found.ts';
import { explicitSetting } from '../source/explicitSetting.ts';
import { field, list, text } from '../source/fields.ts';
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
export function readManaged(object: ObjectAt): readonly ImportedFact[] {
  const { value, place } = object;
  const provider = providers.find(({ is }) => is(value, text(field(value, 'apiVersion')) ?? ''));
  if (!provider) return [];
  const explicit = provider.versions.flatMap((path) => text(field(value, ...path)) ?? [])[0] ?? '';
  const version = /^v?(1\.\d+)/.exec(explicit)?.[1];
  return [
    { type: 'distribution', distribution: provider.id, place },
    ...(version ? [{ type: 'version', version, place } as const] : []),
    ...endpointOf(provider.id, object),
  ];
}

/** Whether the provider serves the kube-apiserver to the outside, and to whom; nothing where it does not say. */
function endpointOf(provider: DistributionId, { value, place, placeOf }: ObjectAt): readonly ImportedFact[] {
  const at = endpointPaths[provider]?.find(({ open }) => open.some((path) => has(value, ...path)));
  if (!at) return [];
  const [path = []] = at.open.filter((one) => has(value, ...one));
  const told = field(value, ...path);
  const isOpen = at.isClosing ? told !== true : told === true;
  const ranges = at.ranges.flatMap((one) =>
    list(field(value, ...one)).flatMap((range) => text(range) ?? text(field(range, 'cidrBlock')) ?? []),
  );
  const explicitSettings = {
    'endpoint.publicAccess': explicitSetting(String(isOpen), 'object', placeOf([...path])),
    'endpoint.authorizedRanges': explicitSetting(ranges.join(','), 'object', place),
  };
  return [{ type: 'api-server-file', explicitSettings, place }];
}

/** Where a description says whether the endpoint is open, and to which ranges; `isClosing` where true means that it is not. */
type EndpointPaths = {
  readonly open: readonly (readonly string[])[];
  readonly isClosing?: true;
  readonly ranges: readonly (readonly string[])[];
};

const endpointPaths: Readonly<Partial<Record<DistributionId, readonly EndpointPaths[]>>> = {
  eks: [
    {
      open: [
        ['cluster', 'resourcesVpcConfig', 'endpointPublicAccess'],
        ['Cluster', 'ResourcesVpcConfig', 'EndpointPublicAccess'],
      ],
      ranges: [
        ['cluster', 'resourcesVpcConfig', 'publicAccessCidrs'],
        ['Cluster', 'ResourcesVpcConfig', 'PublicAccessCidrs'],
      ],
    },
  ],
  gke: [
    {
      open: [['controlPlaneEndpointsConfig', 'ipEndpointsConfig', 'enablePublicEndpoint']],
      ranges: [['controlPlaneEndpointsConfig', 'ipEndpointsConfig', 'authorizedNetworksConfig', 'cidrBlocks']],
    },
    {
      open: [['privateClusterConfig', 'enablePrivateEndpoint']],
      isClosing: true,
      ranges: [['masterAuthorizedNetworksConfig', 'cidrBlocks']],
    },
  ],
  aks: [
    {
      open: [['apiServerAccessProfile', 'enablePrivateCluster']],
      isClosing: true,
      ranges: [['apiServerAccessProfile', 'authorizedIpRanges']],
    },
  ],
};
