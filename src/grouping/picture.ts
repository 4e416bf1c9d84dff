import type { Connection } from '../analysis/connection.ts';
import type { EndKind } from '../catalog/communicationPath.ts';
import type { ExtensionKind, ExternalActor } from '../domain/topology.ts';

/** Something that is drawn as one box, and the elements that it stands for. */
export type PictureBox = {
  /** Stable as long as the first member stays. */
  readonly id: string;
  readonly component: EndKind | ExtensionKind | 'host' | 'worker' | 'outside';
  readonly members: readonly string[];
  /** Names of the members, in the order of the model. */
  readonly names: readonly string[];
  /** Anything that a reader should see besides the name, already in Kubernetes' words. */
  readonly detail: string;
};

/** A connection, or the part of its class that ends at one box. */
export type PictureLine = { readonly connection: Connection; readonly count: number };

/** A box with the lines that dock at it. */
export type PicturePart = { readonly box: PictureBox; readonly lines: readonly PictureLine[] };

export type NodePicture = { readonly frame: PictureBox; readonly parts: readonly PicturePart[] };

/** What is drawn: boxes, and which lines dock at each. No positions yet. */
export type Picture = {
  readonly hosts: PictureBox;
  readonly apiServer: PictureBox;
  readonly components: readonly PicturePart[];
  /** Lines of the kube-apiserver that lead to no other box: its peers, its insecure port. */
  readonly ownLines: readonly PictureLine[];
  readonly konnectivityServer: PicturePart | null;
  readonly nodes: readonly NodePicture[];
  readonly services: readonly PicturePart[];
  /** Webhooks and aggregated API servers, which the kube-apiserver calls. */
  readonly extensions: readonly PicturePart[];
  readonly outside: readonly (PicturePart & { readonly kind: ExternalActor['kind'] })[];
  /** Who else is on the node and pod network; null where only documented paths are drawn. */
  readonly adjacent: readonly PictureBox[] | null;
  /** Nodes drawn as boxes of their own, and all nodes. */
  readonly shown: { readonly boxes: number; readonly nodes: number };
};
