import { touches, worstConnections } from '../population/classes.ts';
import { populate } from '../population/populate.ts';
import { matchingMembers } from '../query/members.ts';
import type { AppState } from './appState.ts';
import { memoizeLast } from './memoizeLast.ts';
import { queryOf } from './pathFilter.ts';
import { selectAll, selectPassing } from './selectors.ts';

/** Where every node, pod and service is; stays the same while only settings of the control plane change. */
export const selectPopulation = ({ topology }: AppState) => populate(topology);

const worstOf = memoizeLast(worstConnections);

/** The worst connection of each kind of cell, of those that the filter lets through. */
export const selectWorst = (state: AppState) =>
  worstOf(selectPopulation(state).kinds, selectPassing(state), state.colorBy);

/** Cells that are to be seen while the others are faint. */
export type HighlightedCells = {
  readonly cells: Uint8Array;
  /** By block: its node. */
  readonly blocks: Uint8Array;
  readonly count: number;
  readonly all: number;
};

type Populated = ReturnType<typeof selectPopulation>;

/** The cells for which something holds. */
function highlightedWhere(
  { kind, kinds, blocks, lists, member }: Populated,
  holds: {
    readonly node: (index: number, kind: number) => boolean;
    readonly pod: (index: number, kind: number, block: number) => boolean;
    readonly service: (index: number, kind: number) => boolean;
  },
): HighlightedCells {
  const cells = new Uint8Array(kind.length);
  const bars = new Uint8Array(blocks.count);
  let count = 0;
  for (let block = 0; block < blocks.count; block += 1) {
    const isNode = block < lists.nodes.length && holds.node(block, blocks.kind[block] ?? 0);
    bars[block] = isNode ? 1 : 0;
    count += isNode ? 1 : 0;
    for (let cell = blocks.start[block] ?? 0; cell < (blocks.start[block + 1] ?? 0); cell += 1) {
      const ofKind = kind[cell] ?? 0;
      const index = member[cell] ?? 0;
      const isHighlighted =
        kinds[ofKind]?.type === 'service' ? holds.service(index, ofKind) : holds.pod(index, ofKind, block);
      cells[cell] = isHighlighted ? 1 : 0;
      count += isHighlighted ? 1 : 0;
    }
  }
  return { cells, blocks: bars, count, all: lists.nodes.length + kind.length };
}

const endsOf = memoizeLast((population: Populated, analysis: ReturnType<typeof selectAll>, id: string) => {
  const connection = analysis.connections.find((one) => one.id === id);
  if (!connection) return null;
  const isEnd = population.kinds.map(({ first }) => touches(connection, first));
  const holds = (_index: number, kind: number) => isEnd[kind] === true;
  return highlightedWhere(population, { node: holds, pod: holds, service: holds });
});

const namedBy = memoizeLast((population: Populated, filter: string, topology: AppState['topology']) => {
  const matching = matchingMembers(queryOf(filter), topology);
  if (matching === null) return null;
  const { nodes, pods, services } = matching;
  const { lists } = population;
  const isNode = (index: number) => nodes?.has(lists.nodes[index]?.id ?? '') === true;
  return highlightedWhere(population, {
    node: isNode,
    // Who looks for a node looks for what runs there too.
    pod: (index, _kind, block) => (pods === null ? isNode(block) : pods.has(lists.pods[index]?.id ?? '')),
    service: (index) => services?.has(lists.services[index]?.id ?? '') === true,
  });
});

/** The cells at the ends of the selected connection, else those that the query names; null where all are to be seen. */
export const selectHighlightedCells = (state: AppState): HighlightedCells | null => {
  const { selection, filter, topology } = state;
  const ofPath =
    selection?.type === 'connection' ? endsOf(selectPopulation(state), selectAll(state), selection.id) : null;
  return ofPath ?? namedBy(selectPopulation(state), filter, topology);
};
