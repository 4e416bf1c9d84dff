import type { SourcePlace } from '../domain/settings.ts';
import type { Topology } from '../domain/topology.ts';

/** What can be said about an input; the words for each code are in the locale files. */
export type IssueCode =
  | 'empty-file'
  | 'binary-file'
  | 'too-large'
  | 'invalid-yaml'
  | 'invalid-json'
  | 'template'
  | 'too-deep'
  | 'too-many-aliases'
  | 'not-an-object'
  | 'kind-not-read'
  | 'missing-name'
  | 'duplicate-object'
  | 'kubelet-drop-in'
  | 'kubelet-config-for-all'
  | 'kubelet-configs-several'
  | 'shell-command'
  | 'control-plane-not-shown'
  | 'nothing-read';
export type Severity = 'error' | 'warning' | 'info';

export type ImportIssue = {
  readonly code: IssueCode;
  readonly severity: Severity;
  readonly place: SourcePlace;
  readonly params: Readonly<Record<string, string>>;
};

/** `topology` is null when no file held anything that could be read. */
export type ImportResult = { readonly topology: Topology | null; readonly issues: readonly ImportIssue[] };

/** One file as it was dropped. */
export type InputFile = { readonly name: string; readonly bytes: Uint8Array };
