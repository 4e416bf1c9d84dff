import type { ModelPart } from './modelPart.ts';
import type { ConfigSource } from './settings.ts';
import {
  type ControlPlaneComponent,
  type ExtensionKind,
  type ExternalActor,
  type NetworkId,
  type NodeGrouping,
  networkOf,
  type Pin,
  type Pod,
  type Remark,
  type Service,
  type Topology,
  type Trust,
} from './topology.ts';

/** Which component of which host a setting belongs to. */
export type ComponentRef =
  | { readonly at: 'control-plane'; readonly hostId: string; readonly component: ControlPlaneComponent }
  | {
      readonly at: 'node';
      readonly nodeId: string;
      readonly component: 'kubelet' | 'kube-proxy' | 'konnectivity-agent';
    }
  /** Somebody outside, or an extension: each is a component of its own. */
  | { readonly at: 'element'; readonly id: string };

/** Every change that a user can make, as data. */
export type TopologyEdit =
  | { readonly type: 'add-control-plane' }
  | { readonly type: 'add-node' }
  | { readonly type: 'add-pod'; readonly nodeId: string | null }
  | { readonly type: 'add-service' }
  | { readonly type: 'rename'; readonly id: string; readonly name: string }
  | { readonly type: 'remove'; readonly ids: readonly string[] }
  /** New elements like the given ones, with names and ids of their own. */
  | { readonly type: 'paste'; readonly fragment: ModelPart }
  | {
      readonly type: 'set-setting';
      readonly refs: readonly ComponentRef[];
      readonly key: string;
      readonly value: string | null;
    }
  | { readonly type: 'set-form'; readonly refs: readonly ComponentRef[]; readonly form: ConfigSource }
  | {
      readonly type: 'set-component';
      readonly hostId: string;
      readonly component: ControlPlaneComponent;
      readonly present: boolean;
    }
  | { readonly type: 'set-agent'; readonly nodeId: string; readonly present: boolean }
  | { readonly type: 'change-pods'; readonly ids: readonly string[]; readonly change: Partial<Omit<Pod, 'id'>> }
  | { readonly type: 'change-service'; readonly id: string; readonly change: Partial<Omit<Service, 'id'>> }
  | { readonly type: 'add-outside'; readonly kind: ExternalActor['kind'] }
  | { readonly type: 'add-extension'; readonly kind: ExtensionKind }
  | { readonly type: 'set-network'; readonly id: NetworkId; readonly trust: Trust }
  /** Null lets the layout decide again. */
  | { readonly type: 'pin'; readonly id: string; readonly pin: Pin | null }
  | { readonly type: 'release-pins' }
  | { readonly type: 'set-alike'; readonly alike: NodeGrouping }
  /** Lets a node stand alone, or go back to its equals. */
  | { readonly type: 'set-alone'; readonly nodeId: string; readonly alone: boolean }
  | { readonly type: 'remark'; readonly target: string; readonly remark: Remark | null }
  | { readonly type: 'set-version'; readonly version: string }
  | { readonly type: 'replace'; readonly topology: Topology };

/** The change that makes a network trusted if it is not, and the other way round. */
export function switchedTrust(topology: Topology, id: NetworkId): TopologyEdit {
  return { type: 'set-network', id, trust: networkOf(topology, id).trust === 'trusted' ? 'untrusted' : 'trusted' };
}
