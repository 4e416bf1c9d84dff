import type { SourcePlace } from '../domain/settings.ts';
import type { Topology } from '../domain/topology.ts';

/** Kinds of which a list shows all objects, so that a missing one no longer exists. */
export type ListedKind = 'Node' | 'Pod' | 'Service';

/** What can be said about an input; the words for each code are in the locale files. */
export type IssueCode =
  | 'empty-file'
  | 'binary-file'
  | 'too-large'
  | 'too-large-here'
  | 'unreadable'
  | 'invalid-yaml'
  | 'invalid-json'
  | 'cut-off'
  | 'ruby-hash'
  | 'template'
  | 'too-deep'
  | 'too-many-aliases'
  | 'not-an-object'
  | 'kind-not-read'
  | 'own-analysis'
  | 'missing-name'
  | 'name-too-long'
  | 'too-many'
  | 'duplicate-object'
  | 'table-only'
  | 'kubelet-drop-in'
  | 'kubelet-config-for-all'
  | 'kubelet-configs-several'
  | 'control-plane-config-for-all'
  | 'manifest-differs'
  | 'unresolved-variable'
  | 'config-not-shown'
  | 'shell-command'
  | 'control-plane-not-shown'
  | 'managed-control-plane'
  | 'archive-not-read'
  | 'archive-broken'
  | 'archive-too-large'
  | 'archive-links'
  | 'archive-longer'
  | 'link-not-followed'
  | 'not-a-file'
  | 'unsafe-name'
  | 'cluster-unclear'
  | 'nothing-read';
export type Severity = 'error' | 'warning' | 'info';

/** Issues that say what was taken for granted, where the files leave a choice. */
export const assumptionCodes: readonly IssueCode[] = [
  'kubelet-config-for-all',
  'control-plane-config-for-all',
  'kubelet-drop-in',
  'table-only',
  'cluster-unclear',
];

export type ImportIssue = {
  readonly code: IssueCode;
  readonly severity: Severity;
  readonly place: SourcePlace;
  readonly params: Readonly<Record<string, string>>;
};

/** What never enters the model. */
export const droppedKinds = [
  'secret',
  'environment-value',
  'annotation',
  'managed-fields',
  'token',
  'private-key',
  'certificate',
] as const;
export type DroppedKind = (typeof droppedKinds)[number];

/** A kubelet's configuration that several nodes could have. */
export type KubeletQuestion = { readonly file: string; readonly node: string | null };

/** One cluster as its files show it. */
export type ImportedCluster = {
  readonly topology: Topology;
  /** Kinds whose objects are listed completely. */
  readonly listed: readonly ListedKind[];
  /** Kubelet configurations that do not say whose they are, and whom they count for now. */
  readonly questions: readonly KubeletQuestion[];
};

export type ImportResult = {
  /** Empty when no file held anything that could be read. */
  readonly clusters: readonly ImportedCluster[];
  readonly issues: readonly ImportIssue[];
  /** What was left out, by its kind. */
  readonly dropped: Readonly<Partial<Record<DroppedKind, number>>>;
};
