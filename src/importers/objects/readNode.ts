import type { DistributionId } from '../../catalog/distributions.ts';
import { longestName, mostAddresses } from '../../domain/limits.ts';
import type { ImportedFact } from '../found.ts';
import { explicitSetting } from '../source/explicitSetting.ts';
import { field, list, scalar, text } from '../source/fields.ts';
import type { ObjectAt } from '../source/objectAt.ts';
import type { FieldProjection } from '../source/projectingParser.ts';

/** What is read of a Node, beside what all objects have. */
export const nodeFields = {
  status: { daemonEndpoints: 'all', nodeInfo: { kubeletVersion: 'shared' }, addresses: 'all' },
  spec: { template: 'all', providerID: 'all' },
} as const satisfies FieldProjection;

/** A Node as `kubectl get nodes -o json` prints it. */
export function readNode({ value, place, placeOf }: ObjectAt): readonly ImportedFact[] {
  const name = text(field(value, 'metadata', 'name'));
  if (!name)
    return [{ type: 'issue', issue: { code: 'missing-name', severity: 'warning', place, params: { kind: 'Node' } } }];
  const labels = field(value, 'metadata', 'labels');
  const controlPlane = ['control-plane', 'master'].some(
    (role) => field(labels, `node-role.kubernetes.io/${role}`) !== undefined,
  );
  const endpoint = ['status', 'daemonEndpoints', 'kubeletEndpoint', 'Port'];
  const port = scalar(field(value, ...endpoint) ?? field(value, ...endpoint.slice(0, -1), 'port'));
  const provider =
    text(field(value, 'spec', 'providerID'))
      ?.slice(0, longestName)
      .split(':')[0] ?? '';
  const version = text(field(value, 'status', 'nodeInfo', 'kubeletVersion')) ?? null;
  // kOps marks each node with the InstanceGroup that made it.
  const group = text(field(labels, 'kops.k8s.io/instancegroup'));
  const zone = firstLabel(labels, zoneLabels);
  const pool = firstLabel(labels, poolLabels);
  const [addresses, externalAddresses] = [addressTypes, ['ExternalIP']].map((types) =>
    [
      ...new Set(
        list(field(value, 'status', 'addresses')).flatMap((one) =>
          types.includes(text(field(one, 'type')) ?? '') ? (text(field(one, 'address')) ?? []) : [],
        ),
      ),
    ].slice(0, mostAddresses),
  );
  const made = distributionOf(labels, version ?? '');
  return [
    ...(made ? [{ type: 'distribution', distribution: made, place } as const] : []),
    {
      type: 'node',
      place,
      node: {
        name,
        controlPlane,
        version,
        ...(group !== undefined && { group }),
        ...(zone !== undefined && { zone }),
        ...(pool !== undefined && { pool }),
        ...(addresses?.[0] && { addresses }),
        ...(externalAddresses?.[0] && { externalAddresses }),
        kubelet: {
          // 10250 is what nearly every node says: looking for its line in each of thousands would be slow and tell nothing.
          ...(port && { port: explicitSetting(port, 'object', port === '10250' ? place : placeOf(endpoint)) }),
          // Which instance it is matters to nobody here, and nodes that say the same stay one class.
          providerID: explicitSetting(provider, 'object', place),
          ...(version !== null && { kubeletVersion: explicitSetting(version, 'object', place) }),
        },
      },
    },
  ];
}

/** The other types are names [NODEINFO]. */
const addressTypes: readonly string[] = ['InternalIP', 'ExternalIP'];

/** Labels that tell a node's zone [kubernetes.io, Well-Known Labels: topology.kubernetes.io/zone], the present one first. */
const zoneLabels = ['topology.kubernetes.io/zone', 'failure-domain.beta.kubernetes.io/zone'];

/** Labels by which providers and tools name the group of machines that a node was made with. */
const poolLabels = [
  'cloud.google.com/gke-nodepool',
  'eks.amazonaws.com/nodegroup',
  'kubernetes.azure.com/agentpool',
  'agentpool',
  'karpenter.sh/nodepool',
  'kops.k8s.io/instancegroup',
];

function firstLabel(labels: unknown, names: readonly string[]): string | undefined {
  return names.map((name) => text(field(labels, name))).find((value) => value !== undefined && value !== '');
}

/** Labels and version suffixes by which distributions mark their nodes. */
const marks: readonly (readonly [DistributionId, string, RegExp])[] = [
  ['eks', 'eks.amazonaws.com/', /-eks-/],
  ['gke', 'cloud.google.com/gke-', /-gke\./],
  ['aks', 'kubernetes.azure.com/', /^$/],
  ['openshift', 'node.openshift.io/', /^$/],
  ['rke2', 'rke2.io/', /\+rke2/],
  ['k3s', 'k3s.io/', /\+k3s/],
  ['k0s', 'k0sproject.io/', /\+k0s/],
  ['minikube', 'minikube.k8s.io/', /^$/],
  ['kops', 'kops.k8s.io/', /^$/],
  ['talos', 'extensions.talos.dev/', /^$/],
];

function distributionOf(labels: unknown, version: string): DistributionId | null {
  const names = typeof labels === 'object' && labels !== null ? Object.keys(labels) : [];
  const found = marks.find(
    ([, prefix, suffix]) => (version !== '' && suffix.test(version)) || names.some((name) => name.startsWith(prefix)),
  );
  return found?.[0] ?? null;
}
