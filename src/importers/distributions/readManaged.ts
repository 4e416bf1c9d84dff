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
  const found = endpointReaders[provider]?.(value);
  if (!found) return [];
  const { isOpen, ranges, at } = found;
  const explicitSettings = {
    'endpoint.publicAccess': explicitSetting(String(isOpen), 'object', placeOf([...at])),
    'endpoint.authorizedRanges': explicitSetting(ranges.join(','), 'object', place),
  };
  return [{ type: 'api-server-file', explicitSettings, place }];
}

/** What a description says of the endpoint: no ranges are all addresses. */
type Endpoint = { readonly isOpen: boolean; readonly ranges: readonly string[]; readonly at: readonly string[] };

const endpointReaders: Readonly<Partial<Record<DistributionId, (value: unknown) => Endpoint | null>>> = {
  eks: (value) => {
    const config = field(value, 'cluster', 'resourcesVpcConfig') ?? field(value, 'Cluster', 'ResourcesVpcConfig');
    const isOpen = field(config, 'endpointPublicAccess') ?? field(config, 'EndpointPublicAccess');
    if (typeof isOpen !== 'boolean') return null;
    const ranges = rangesIn(field(config, 'publicAccessCidrs') ?? field(config, 'PublicAccessCidrs'));
    const isLower = has(value, 'cluster');
    return {
      isOpen,
      ranges,
      at: isLower
        ? ['cluster', 'resourcesVpcConfig', 'endpointPublicAccess']
        : ['Cluster', 'ResourcesVpcConfig', 'EndpointPublicAccess'],
    };
  },
  // Google leaves out what is false; `endpoint` is in each description of a cluster that is there.
  gke: (value) => {
    const config = field(value, 'controlPlaneEndpointsConfig', 'ipEndpointsConfig');
    if (config) {
      const isOn = field(config, 'enabled') !== false && field(config, 'enablePublicEndpoint') === true;
      const at = ['controlPlaneEndpointsConfig', 'ipEndpointsConfig'];
      return { isOpen: isOn, ranges: authorized(field(config, 'authorizedNetworksConfig')), at };
    }
    const isPrivate = field(value, 'privateClusterConfig', 'enablePrivateEndpoint');
    if (isPrivate === undefined && !has(value, 'endpoint')) return null;
    return {
      isOpen: isPrivate !== true,
      ranges: authorized(field(value, 'masterAuthorizedNetworksConfig')),
      at: isPrivate === undefined ? ['endpoint'] : ['privateClusterConfig', 'enablePrivateEndpoint'],
    };
  },
  // A cluster of which nobody asked for anything has no profile, and is public [AKSPRIVATE].
  aks: (value) => {
    if (!has(value, 'apiServerAccessProfile')) return null;
    const profile = field(value, 'apiServerAccessProfile');
    const isPrivate = field(profile, 'enablePrivateCluster') === true;
    return {
      isOpen: !isPrivate,
      ranges: rangesIn(field(profile, 'authorizedIpRanges')),
      at: ['apiServerAccessProfile'],
    };
  },
};

function rangesIn(value: unknown): readonly string[] {
  return list(value).flatMap((range) => text(range) ?? text(field(range, 'cidrBlock')) ?? []);
}

/** Stands for the ranges of a list that is switched on and empty. */
const nobody = 'none';

/** GKE's authorized networks: what is listed counts while they are switched on. */
function authorized(config: unknown): readonly string[] {
  if (field(config, 'enabled') !== true) return [];
  const ranges = rangesIn(field(config, 'cidrBlocks'));
  return ranges.length > 0 ? ranges : [nobody];
}
