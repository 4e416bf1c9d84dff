import type { DistributionId } from '../catalog/distributions.ts';
import type { SettingComponent } from '../catalog/settings.ts';
import type { ComponentConfig, ExplicitSetting, SourcePlace } from '../domain/settings.ts';
import type { ExtensionKind, Pod, Service } from '../domain/topology.ts';
import type { CommandWord } from './components/readFlags.ts';
import type { DroppedKind, ImportIssue, ListedKind } from './importResult.ts';

export type FoundNode = {
  readonly name: string;
  readonly controlPlane: boolean;
  readonly version: string | null;
  /** What it says of its kubelet. */
  readonly kubelet: Readonly<Record<string, ExplicitSetting>>;
  /** True for a node that a file declares and does not show. */
  readonly declared?: boolean;
  /** The group of machines that it is one of. */
  readonly group?: string;
  /** As in the model. */
  readonly zone?: string;
  readonly pool?: string;
  readonly addresses?: readonly string[];
  readonly externalAddresses?: readonly string[];
};

/**
 * What some machines have in common:
 * - `any`: the file is for the whole cluster, whatever its name is.
 * - `initialized`: the one control-plane node that `kubeadm init` ran on.
 * - `joined-control-plane`: every other control-plane node.
 * - `unclear`: the file says for whom it is, in words that no file explains.
 */
export type Role = 'any' | 'control-plane' | 'worker' | 'initialized' | 'joined-control-plane' | 'unclear';

/** Whom a configuration is for: nobody says (null), one host or node by its name, all of one role, or a group. */
export type Target = string | null | { readonly role: Role } | { readonly group: string };

export type FoundComponent = {
  readonly component: SettingComponent;
  /** Host or node that it runs on; null when the file does not say. */
  readonly host: string | null;
  readonly config: ComponentConfig;
  readonly version: string | null;
  readonly place: SourcePlace;
  /** The node that it applies to, where that is not one host. */
  readonly target?: Target;
  /** Variables on its command line that nothing resolves, each with the environment files that may. */
  readonly open?: readonly string[];
  /** True for a command line that a unit would start: what was seen running counts for more. */
  readonly ofUnit?: boolean;
};

/** One line of a unit: a command (an empty `ExecStart=` resets earlier ones), or where variables come from. */
export type UnitLine =
  | { readonly type: 'start'; readonly words: readonly CommandWord[] }
  | { readonly type: 'variable'; readonly variable: Variable }
  | { readonly type: 'file'; readonly path: string }
  | { readonly type: 'reset'; readonly what: 'variable' | 'file' };

/** A variable and its value, as words and as it is written. */
export type Variable = { readonly name: string; readonly value: string; readonly words: readonly CommandWord[] };

/** A systemd unit, a drop-in of one, or a command of a script: the command line stands in it and in other files. */
export type FoundUnit = {
  readonly kind: 'unit' | 'drop-in' | 'script';
  /** Name of the unit without `.service`; null where no path tells. */
  readonly name: string | null;
  /** Where it lies on its machine, as far as its file's name tells. */
  readonly path: string;
  readonly lines: readonly UnitLine[];
  readonly place: SourcePlace;
  readonly target?: Target;
};

/** A file of variables that units read, or what the service manager gives to all of them. */
export type FoundEnvironment = {
  readonly isOfManager?: true;
  readonly path: string;
  readonly variables: readonly Variable[];
  readonly place: SourcePlace;
  readonly target?: Target;
};

export type FoundKubeletConfig = {
  readonly config: ComponentConfig;
  readonly place: SourcePlace;
  readonly target?: Target;
  /** The file's name in a directory of drop-ins, which are read in the order of their names. */
  readonly dropIn?: string;
};

/** One thing that a reader recognized in a document. */
export type ImportedFact =
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
  | { readonly type: 'unit'; readonly found: FoundUnit }
  | { readonly type: 'environment'; readonly found: FoundEnvironment }
  | { readonly type: 'kubelet-config'; readonly found: FoundKubeletConfig }
  | {
      readonly type: 'extension';
      readonly kind: ExtensionKind;
      readonly name: string;
      readonly config: ComponentConfig;
      readonly place: SourcePlace;
    }
  | { readonly type: 'client'; readonly name: string; readonly config: ComponentConfig; readonly place: SourcePlace }
  | {
      /** What stands in a file that the kube-apiserver's flags name. */
      readonly type: 'api-server-file';
      readonly explicitSettings: Readonly<Record<string, ExplicitSetting>>;
      readonly place: SourcePlace;
    }
  | { readonly type: 'version'; readonly version: string; readonly place: SourcePlace }
  | { readonly type: 'distribution'; readonly distribution: DistributionId; readonly place: SourcePlace }
  | { readonly type: 'listed'; readonly kind: ListedKind; readonly place: SourcePlace }
  | { readonly type: 'dropped'; readonly what: DroppedKind; readonly count: number; readonly place: SourcePlace }
  | { readonly type: 'issue'; readonly issue: ImportIssue };

/** Where something was found. */
export function placeOfFound(found: ImportedFact): SourcePlace {
  if ('found' in found) return found.found.place;
  return found.type === 'issue' ? found.issue.place : found.place;
}

/** The same for some machines, where it does not say itself for whom it is. */
export function forTarget(found: ImportedFact, target: Target): ImportedFact {
  if (found.type === 'component') {
    const { host } = found.found;
    if (host !== null || target === null || found.found.target) return found;
    return typeof target === 'string'
      ? { ...found, found: { ...found.found, host: target } }
      : { ...found, found: { ...found.found, target } };
  }
  if (found.type === 'kubelet-config')
    return { ...found, found: { ...found.found, target: found.found.target ?? target } };
  if (found.type === 'unit') return { ...found, found: { ...found.found, target: found.found.target ?? target } };
  return found.type === 'environment'
    ? { ...found, found: { ...found.found, target: found.found.target ?? target } }
    : found;
}
