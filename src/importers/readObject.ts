import type { SourcePlace } from '../domain/settings.ts';
import { field, list, text } from './fields.ts';
import type { Found } from './found.ts';
import {
  readEgressSelector,
  readKubeadmCluster,
  readKubeadmInit,
  readKubeletConfiguration,
} from './readComponentConfig.ts';
import type { DocumentPath, SourceDocument } from './readDocuments.ts';
import { readApiService, readWebhooks } from './readExtension.ts';
import { readKubeconfig } from './readKubeconfig.ts';
import { readNode } from './readNode.ts';
import { readContainers, readPod } from './readPod.ts';
import { readService } from './readService.ts';

/** One Kubernetes object and where it stands. */
export type ObjectAt = {
  readonly value: unknown;
  readonly place: SourcePlace;
  /** Line of a value inside this object. */
  readonly lineOf: (path: DocumentPath) => number;
};

type Reader = (object: ObjectAt) => readonly Found[];

const template: Reader = (object) => readContainers(object, ['spec', 'template', 'spec'], null);

/** Readers by kind. Kinds that say nothing about a documented path are passed over in silence. */
const readers: Readonly<Record<string, Reader>> = {
  Node: readNode,
  Pod: readPod,
  Service: readService,
  Deployment: template,
  DaemonSet: template,
  StatefulSet: template,
  KubeletConfiguration: readKubeletConfiguration,
  ClusterConfiguration: readKubeadmCluster,
  MasterConfiguration: readKubeadmCluster,
  InitConfiguration: readKubeadmInit,
  EgressSelectorConfiguration: readEgressSelector,
  APIService: readApiService,
  ValidatingWebhookConfiguration: readWebhooks,
  MutatingWebhookConfiguration: readWebhooks,
  Config: readKubeconfig,
};

/** Whether a kind is one that we read. */
function readerOf(kind: string): Reader | undefined {
  return Object.hasOwn(readers, kind) ? readers[kind] : undefined;
}

/** Everything that is recognised in one document: a single object, or a List of any kind. */
export function readDocument({ value, file, lineOf }: SourceDocument): readonly Found[] {
  const place = { file, line: lineOf([]) };
  if (typeof value !== 'object' || value === null) {
    return [{ type: 'issue', issue: { code: 'not-an-object', severity: 'warning', place, params: {} } }];
  }
  if (Array.isArray(value)) return value.flatMap((item, index) => readOne(item, file, lineOf, [index], null));
  const kind = text(field(value, 'kind')) ?? '';
  const items = field(value, 'items');
  if (!Array.isArray(items)) return readOne(value, file, lineOf, [], null);
  const itemKind = kind.endsWith('List') && kind !== 'List' ? kind.slice(0, -'List'.length) : null;
  return list(items).flatMap((item, index) => readOne(item, file, lineOf, ['items', index], itemKind));
}

function readOne(
  value: unknown,
  file: string,
  lineOf: SourceDocument['lineOf'],
  path: DocumentPath,
  listKind: string | null,
): readonly Found[] {
  const kind = text(field(value, 'kind')) ?? listKind ?? kindByShape(value);
  const place = {
    get line() {
      return lineOf(path);
    },
    file,
  };
  const reader = kind === null ? undefined : readerOf(kind);
  if (!reader) {
    const params = { kind: kind ?? '?' };
    return [{ type: 'issue', issue: { code: 'kind-not-read', severity: 'info', place, params } }];
  }
  return reader({ value, place, lineOf: (inner) => lineOf([...path, ...inner]) });
}

/** The kind of an object that some program wrote without saying it. */
function kindByShape(value: unknown): string | null {
  if (field(value, 'status', 'nodeInfo') !== undefined) return 'Node';
  if (field(value, 'spec', 'containers') !== undefined) return 'Pod';
  if (field(value, 'spec', 'template', 'spec', 'containers') !== undefined) return 'Deployment';
  if (field(value, 'spec', 'clusterIP') !== undefined) return 'Service';
  return null;
}
