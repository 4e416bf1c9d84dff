import { isEtcdConfig, readEtcdConfig } from './components/etcdSettings.ts';
import {
  readAdmission,
  readAuthentication,
  readAuthorization,
  readEgressSelector,
  readEncryption,
  readKubeletConfiguration,
  readKubeletConfigz,
  readKubeProxyConfiguration,
  readScheduler,
  readTracing,
} from './components/readComponentConfig.ts';
import { readClusterApi, readKubeadmCluster, readKubeadmNode } from './components/readKubeadm.ts';
import { readCompose, readDockerInspect } from './distributions/readDocker.ts';
import { readHostScan } from './distributions/readHostScan.ts';
import { readKind } from './distributions/readKind.ts';
import { readKops, readKopsGroup } from './distributions/readKops.ts';
import { isManaged, readManaged } from './distributions/readManaged.ts';
import { readMinikube } from './distributions/readMinikube.ts';
import {
  readKubeApiServerConfig,
  readMachineConfig,
  readOpenShiftKubelet,
  readOpenShiftProxy,
} from './distributions/readOpenShift.ts';
import { isRancherConfig, readRancherConfig } from './distributions/readRancher.ts';
import { readTalos } from './distributions/readTalos.ts';
import type { ImportedFact } from './found.ts';
import type { ListedKind } from './importResult.ts';
import { droppedFrom } from './objects/droppedFrom.ts';
import { readConfigMap, readWrapped } from './objects/readConfigMap.ts';
import { readEndpointSlice, readEndpoints } from './objects/readEndpoints.ts';
import { readApiService, readConversion, readWebhooks } from './objects/readExtension.ts';
import { readIngress } from './objects/readIngress.ts';
import { readKubeconfig } from './objects/readKubeconfig.ts';
import { nodeFields, readNode } from './objects/readNode.ts';
import { readJsonPatch } from './objects/readPatch.ts';
import { podFields, readContainers, readPod } from './objects/readPod.ts';
import { readPolicy } from './objects/readPolicy.ts';
import { isPrometheusConfig, readPrometheusConfig, readServiceMonitor } from './objects/readScraper.ts';
import { readService, serviceFields } from './objects/readService.ts';
import { readTable } from './objects/readTable.ts';
import { itemKindOf } from './source/cutter.ts';
import { field, list, text } from './source/fields.ts';
import type { ObjectAt } from './source/objectAt.ts';
import { isOldDump, namesOfToday } from './source/oldDump.ts';
import type { FieldProjection, ProjectionOf } from './source/projectingParser.ts';
import type { DocumentPath, SourceDocument } from './source/readDocuments.ts';

type Reader = (object: ObjectAt) => readonly ImportedFact[];

const template: Reader = (object) => readContainers(object, ['spec', 'template', 'spec'], null);
const silent: Reader = () => [];

/** Readers by kind. */
const readers: Readonly<Record<string, Reader>> = {
  Node: readNode,
  Pod: readPod,
  Service: readService,
  Endpoints: readEndpoints,
  EndpointSlice: readEndpointSlice,
  Deployment: template,
  DaemonSet: template,
  StatefulSet: template,
  ConfigMap: readConfigMap,
  Secret: silent,
  Table: readTable,
  KubeletConfiguration: readKubeletConfiguration,
  KubeProxyConfiguration: readKubeProxyConfiguration,
  ClusterConfiguration: readKubeadmCluster,
  MasterConfiguration: readKubeadmCluster,
  InitConfiguration: readKubeadmNode,
  JoinConfiguration: readKubeadmNode,
  NodeConfiguration: readKubeadmNode,
  KubeadmControlPlane: readClusterApi,
  KubeadmControlPlaneTemplate: readClusterApi,
  KubeadmConfig: readClusterApi,
  KubeadmConfigTemplate: readClusterApi,
  EgressSelectorConfiguration: readEgressSelector,
  AuthenticationConfiguration: readAuthentication,
  AuthorizationConfiguration: readAuthorization,
  AdmissionConfiguration: readAdmission,
  TracingConfiguration: readTracing,
  Ingress: readIngress,
  ServiceMonitor: readServiceMonitor,
  EncryptionConfiguration: readEncryption,
  KubeSchedulerConfiguration: readScheduler,
  CustomResourceDefinition: readConversion,
  APIService: readApiService,
  ValidatingWebhookConfiguration: readWebhooks,
  MutatingWebhookConfiguration: readWebhooks,
  Config: readKubeconfig,
  KubeAPIServerConfig: readKubeApiServerConfig,
  MasterConfig: readKubeApiServerConfig,
  MachineConfig: readMachineConfig,
  KubeletConfig: readOpenShiftKubelet,
  KubeletInfo: readHostScan,
  ControlPlaneInfo: readHostScan,
  InstanceGroup: readKopsGroup,
};

/** Of the kinds of which a cluster has hundreds of thousands only what is read is parsed. */
export const wantedOf: ProjectionOf = (kind) => wantedByKind.get(kind);

const wantedByKind: ReadonlyMap<string, FieldProjection> = new Map(
  Object.entries({ Node: nodeFields, Pod: podFields, Service: serviceFields }).map(([kind, fields]) => [
    kind,
    {
      apiVersion: 'shared',
      kind: 'shared',
      metadata: { name: 'all', namespace: 'shared', labels: 'shared', annotations: 'size', managedFields: 'size' },
      ...fields,
    },
  ]),
);

/** Kinds that several projects use for different things: the API group decides. */
function readerOf(kind: string, apiVersion: string): Reader | undefined {
  if (kind === 'Cluster') {
    if (apiVersion.startsWith('kind.x-k8s.io/') || apiVersion.startsWith('kind.sigs.k8s.io/')) return readKind;
    return apiVersion.startsWith('kops') ? readKops : undefined;
  }
  if (kind === 'ClusterDescribe' || apiVersion.startsWith('container.googleapis.com/')) return readManaged;
  if (isPolicy(kind, apiVersion)) return readPolicy;
  if (kind === 'Proxy' && apiVersion.startsWith('config.openshift.io/')) return readOpenShiftProxy;
  if (kind === 'Service' && !['', 'v1'].includes(apiVersion)) return undefined;
  return Object.hasOwn(readers, kind) ? readers[kind] : undefined;
}

/** Kinds of policies that may refuse external IPs. */
function isPolicy(kind: string, apiVersion: string): boolean {
  if (kind === 'ValidatingAdmissionPolicy') return apiVersion.startsWith('admissionregistration.k8s.io/');
  if (kind === 'K8sExternalIPs') return apiVersion.startsWith('constraints.gatekeeper.sh/');
  return (kind === 'ClusterPolicy' || kind === 'Policy') && apiVersion.startsWith('kyverno.io/');
}

/** Everything that is recognized in one document: a single object, an item of a list, or a list of any kind. */
export function readDocument(document: SourceDocument, embed: Embed): readonly ImportedFact[] {
  const { list: around, value } = document;
  const place = document.placeOf([]);
  if (typeof value !== 'object' || value === null)
    return [{ type: 'issue', issue: { code: 'not-an-object', severity: 'warning', place, params: {} } }];
  if (isOldDump(value)) return readDocument({ ...document, value: namesOfToday(value) }, embed);
  const at = (path: DocumentPath): ObjectAt => objectAt(document, path, embed);
  if (around) {
    const itemKind = itemKindOf(around.kind);
    return [...readOne(at([]), itemKind), ...listedBy(value, itemKind, place)];
  }
  const patch = Array.isArray(value) ? readJsonPatch(at([])) : null;
  if (patch) return patch;
  if (Array.isArray(value)) return value.flatMap((_item, index) => readOne(at([index]), null));
  const items = field(value, 'items');
  if (!Array.isArray(items)) return readOne(at([]), null);
  const itemKind = itemKindOf(text(field(value, 'kind')) ?? null);
  return list(items).flatMap((item, index) => [
    ...readOne(at(['items', index]), itemKind),
    ...listedBy(item, itemKind, place),
  ]);
}

/** Reads a text that stands in an object, with the lines of the file around it. */
export type Embed = (document: SourceDocument, path: DocumentPath, content: string) => readonly ImportedFact[];

function objectAt(document: SourceDocument, path: DocumentPath, embed: Embed): ObjectAt {
  const inner = (further: DocumentPath) => [...path, ...further];
  return {
    value: field(document.value, ...path),
    place: document.placeOf(path),
    placeOf: (further) => document.placeOf(inner(further)),
    embedded: (further, decoded) => {
      const content = decoded ?? text(field(document.value, ...path, ...further));
      return content === undefined ? [] : embed(document, inner(further), content);
    },
  };
}

const listedKinds: readonly ListedKind[] = ['Node', 'Pod', 'Service'];

function listedBy(value: unknown, itemKind: string | null, place: ObjectAt['place']): readonly ImportedFact[] {
  const kind = kindOf(value, itemKind);
  const listed = listedKinds.find((one) => one === kind);
  return listed ? [{ type: 'listed', kind: listed, place }] : [];
}

function readOne(object: ObjectAt, itemKind: string | null): readonly ImportedFact[] {
  const { value, place } = object;
  const kind = kindOf(value, itemKind);
  const apiVersion = text(field(value, 'apiVersion')) ?? '';
  const reader = kind === null ? readerByShape(value, apiVersion) : readerOf(kind, apiVersion);
  const dropped = droppedFrom(value, kind, place);
  if (reader) return [...reader(object), ...dropped];
  if (kind === null && isOwnAnalysis(value))
    return [{ type: 'issue', issue: { code: 'own-analysis', severity: 'error', place, params: {} } }];
  const issue = { code: 'kind-not-read', severity: 'info', place, params: { kind: kind ?? '?' } } as const;
  return [{ type: 'issue', issue }, ...dropped];
}

function kindOf(value: unknown, itemKind: string | null): string | null {
  return text(field(value, 'kind')) ?? itemKind ?? kindByShape(value);
}

/** The JSON that this program writes of an analysis: everything but the model that it came from. */
function isOwnAnalysis(value: unknown): boolean {
  return field(value, 'schemaVersion') === 1 && Array.isArray(field(value, 'connections'));
}

/** The kind of an object that some program wrote without saying it. */
function kindByShape(value: unknown): string | null {
  const group = text(field(value, 'apiVersion'))?.split('/')[0];
  if (group === 'kubelet.config.k8s.io') return 'KubeletConfiguration';
  if (group === 'kubeproxy.config.k8s.io') return 'KubeProxyConfiguration';
  if (field(value, 'status', 'nodeInfo') !== undefined) return 'Node';
  if (field(value, 'spec', 'containers') !== undefined) return 'Pod';
  if (field(value, 'spec', 'template', 'spec', 'containers') !== undefined) return 'Deployment';
  if (field(value, 'spec', 'clusterIP') !== undefined) return 'Service';
  return null;
}

/** Files of programs that know no kinds. */
function readerByShape(value: unknown, apiVersion: string): Reader | undefined {
  const has = (...path: readonly string[]) => field(value, ...path) !== undefined;
  if (has('kubeletconfig')) return readKubeletConfigz;
  if (has('KubernetesConfig')) return readMinikube;
  if (has('machine', 'type') || (has('machine') && has('cluster'))) return readTalos;
  if (has('Config', 'Image') && (has('Path') || has('Config', 'Cmd'))) return readDockerInspect;
  if (has('services') && !has('metadata')) return readCompose;
  if (isRancherConfig(value)) return readRancherConfig;
  if (isEtcdConfig(value)) return readEtcdConfig;
  if (isPrometheusConfig(value)) return readPrometheusConfig;
  if (typeof field(value, 'contents') === 'string' || typeof field(value, 'content') === 'string') return readWrapped;
  return isManaged(value, apiVersion) ? readManaged : undefined;
}
