import type { SettingComponent } from '../catalogue/settings.ts';
import type { ComponentConfig, SourcePlace, StatedSetting } from '../domain/settings.ts';
import type { ExtensionKind, Pod, Service } from '../domain/topology.ts';
import type { ImportIssue } from './importResult.ts';

export type FoundNode = {
  readonly name: string;
  readonly controlPlane: boolean;
  readonly version: string | null;
  readonly port: StatedSetting | null;
};

export type FoundComponent = {
  readonly component: SettingComponent;
  /** Host or node that it runs on; null when the file does not say. */
  readonly host: string | null;
  readonly config: ComponentConfig;
  readonly version: string | null;
  readonly place: SourcePlace;
};

export type FoundKubeletConfig = { readonly config: ComponentConfig; readonly place: SourcePlace };

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
  | { readonly type: 'egress'; readonly stated: Readonly<Record<string, StatedSetting>> }
  | { readonly type: 'version'; readonly version: string }
  | { readonly type: 'issue'; readonly issue: ImportIssue };
