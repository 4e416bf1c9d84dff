import type { DistributionId } from '../catalogue/distributions.ts';
import type { SettingComponent } from '../catalogue/settings.ts';
import type { ComponentConfig, SourcePlace, StatedSetting } from '../domain/settings.ts';
import type { ExtensionKind, Pod, Service } from '../domain/topology.ts';
import type { DroppedKind, ImportIssue } from './importResult.ts';

export type FoundNode = {
  readonly name: string;
  readonly controlPlane: boolean;
  readonly version: string | null;
  readonly port: StatedSetting | null;
  /** True for a node that a file declares and does not show. */
  readonly declared?: boolean;
};

/** Whom a configuration is for: everybody, one host or node by its name, or all of one role. */
export type Target = string | null | { readonly role: 'control-plane' | 'worker' };

export type FoundComponent = {
  readonly component: SettingComponent;
  /** Host or node that it runs on; null when the file does not say. */
  readonly host: string | null;
  readonly config: ComponentConfig;
  readonly version: string | null;
  readonly place: SourcePlace;
  /** Variables on its command line that this file does not resolve. */
  readonly open?: readonly string[];
  /** Variables that this file resolves for other files. */
  readonly supplies?: readonly string[];
};

export type FoundKubeletConfig = {
  readonly config: ComponentConfig;
  readonly place: SourcePlace;
  readonly target?: Target;
};

/** Kinds of which a list shows all objects, so that a missing one no longer exists. */
export type ListedKind = 'Node' | 'Pod' | 'Service';

/** One thing that a reader recognised in a document. */
export type Found =
  | { readonly type: 'node'; readonly node: FoundNode; readonly place: SourcePlace }
  | {
      readonly type: 'pod';
      readonly pod: Omit<Pod, 'id' | 'nodeId'>;
      readonly nodeName: string | null;
      readonly place: SourcePlace;
    }
  | { readonly type: 'service'; readonly service: Omit<Service, 'id'>; readonly place: SourcePlace }
  | {
      readonly type: 'endpoints';
      readonly namespace: string;
      readonly service: string;
      readonly pods: readonly string[];
      readonly place: SourcePlace;
    }
  | { readonly type: 'component'; readonly found: FoundComponent }
  | { readonly type: 'kubelet-config'; readonly found: FoundKubeletConfig }
  | {
      readonly type: 'extension';
      readonly kind: ExtensionKind;
      readonly name: string;
      readonly config: ComponentConfig;
      readonly place: SourcePlace;
    }
  | { readonly type: 'client'; readonly name: string; readonly config: ComponentConfig; readonly place: SourcePlace }
  | { readonly type: 'egress'; readonly stated: Readonly<Record<string, StatedSetting>>; readonly place: SourcePlace }
  | { readonly type: 'version'; readonly version: string; readonly place: SourcePlace }
  | { readonly type: 'distribution'; readonly distribution: DistributionId; readonly place: SourcePlace }
  | { readonly type: 'listed'; readonly kind: ListedKind; readonly place: SourcePlace }
  | { readonly type: 'dropped'; readonly what: DroppedKind; readonly count: number; readonly place: SourcePlace }
  | { readonly type: 'issue'; readonly issue: ImportIssue };

/** Where something was found. */
export function placeOfFound(found: Found): SourcePlace {
  if (found.type === 'component' || found.type === 'kubelet-config') return found.found.place;
  return found.type === 'issue' ? found.issue.place : found.place;
}
