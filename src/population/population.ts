import type { ClusterNode, Pod, Service } from '../domain/topology.ts';

/*
 * The population view: every node, pod and service of a cluster is one cell. A length of 1 is the side of a pod's cell, and
 * all places are found by arithmetic on typed arrays: nothing here grows by an object for each cell.
 */

/** Cells that always have the same class, because everything that decides about them is equal. */
export type CellClass = {
  readonly type: 'node' | 'pod' | 'service';
  /** The id of one of them; what is true of it is true of all. */
  readonly first: string;
  readonly count: number;
  /** The section of the cells. */
  readonly section: number;
};

/** Nodes that are configured alike, pods that no node has, or services. */
export type Section = {
  readonly type: 'nodes' | 'unscheduled' | 'services';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Where the first row of blocks begins; the title stands above it. */
  readonly top: number;
  readonly nodes: readonly ClusterNode[];
  readonly pods: number;
  readonly services: readonly Service[];
  /** Blocks of the section: from the first one up to, but not with, the last one. */
  readonly from: number;
  readonly to: number;
};

/** Blocks that stand in one row. */
export type Row = { readonly y: number; readonly height: number; readonly from: number; readonly to: number };

/** Where every cell is. A block is one node with its pods, or a grid of pods or services without a node. */
export type Population = {
  readonly width: number;
  readonly height: number;
  readonly sections: readonly Section[];
  readonly kinds: readonly CellClass[];
  /** From top to bottom, those of the services last. */
  readonly rows: readonly Row[];
  readonly blocks: {
    readonly count: number;
    readonly x: Float64Array;
    readonly y: Float64Array;
    readonly columns: Uint32Array;
    /** Height of the bar that is the node itself; 0 where there is none. */
    readonly bar: Uint8Array;
    /** Side of a cell. */
    readonly side: Uint8Array;
    /** The first cell of each block, and one past the last of all. */
    readonly start: Uint32Array;
    /** The kind of the bar. */
    readonly kind: Uint32Array;
    readonly section: Uint32Array;
  };
  /** Of each cell: its index in the list of pods, or of services, and its kind. */
  readonly member: Uint32Array;
  readonly kind: Uint32Array;
  readonly lists: {
    readonly nodes: readonly ClusterNode[];
    readonly pods: readonly Pod[];
    readonly services: readonly Service[];
  };
};

/** What is at a place. */
export type Cell = {
  readonly type: 'node' | 'pod' | 'service';
  readonly id: string;
  readonly name: string;
  readonly namespace: string | null;
  readonly kind: number;
  readonly block: number;
  /** Index of the cell; -1 for a node. */
  readonly cell: number;
};

/** Places of a block's bar and cells, for those who draw. */
export function blockWidth({ blocks }: Population, block: number): number {
  return (blocks.columns[block] ?? 1) * (blocks.side[block] ?? 1);
}

export function blockHeight({ blocks }: Population, block: number): number {
  const cells = (blocks.start[block + 1] ?? 0) - (blocks.start[block] ?? 0);
  return (blocks.bar[block] ?? 0) + Math.ceil(cells / (blocks.columns[block] ?? 1)) * (blocks.side[block] ?? 1);
}
