import type { Connection } from '../analysis/connection.ts';
import type { EndKind } from '../catalogue/communicationPath.ts';
import type { Outside } from '../domain/topology.ts';

/** Something that is drawn as one box, and the elements that it stands for. */
export type PictureBox = {
  /** Stable as long as the first member stays. */
  readonly id: string;
  readonly component: EndKind | 'etcd' | 'host' | 'worker' | 'outside';
  readonly members: readonly string[];
  /** Names of the members, in the order of the model. */
  readonly names: readonly string[];
  /** Anything that a reader should see besides the name, already in Kubernetes' words. */
  readonly detail: string;
};

/** A connection, or the part of its class that ends at one box. */
export type PictureLine = { readonly connection: Connection; readonly count: number };

export type NodePicture = {
  readonly frame: PictureBox;
  readonly parts: readonly { readonly box: PictureBox; readonly lines: readonly PictureLine[] }[];
};

/** What is drawn: boxes, and which lines dock at each. No positions yet. */
export type Picture = {
  readonly hosts: PictureBox;
  readonly apiServer: PictureBox;
  readonly components: readonly { readonly box: PictureBox; readonly lines: readonly PictureLine[] }[];
  readonly konnectivityServer: { readonly box: PictureBox; readonly lines: readonly PictureLine[] } | null;
  readonly nodes: readonly NodePicture[];
  readonly services: readonly { readonly box: PictureBox; readonly lines: readonly PictureLine[] }[];
  readonly outside: readonly { readonly box: PictureBox; readonly kind: Outside['kind'] }[];
  /** Nodes drawn as boxes of their own, and all nodes. */
  readonly shown: { readonly boxes: number; readonly nodes: number };
};
