import { analyze } from '../analysis/analyze.ts';
import type { PositionId } from '../attack/positionIds.ts';
import { reachOf } from '../attack/reach/reachOf.ts';
import type { Topology } from '../domain/topology.ts';
import type { Only } from '../export/only.ts';
import { captionsOf, searchWords } from '../i18n/captions.ts';
import { matches } from '../query/matches.ts';
import { printQuery } from '../query/printQuery.ts';
import type { Output } from './options.ts';

/** What a query lets through in a cluster; undefined where nothing was asked for. */
export function onlyIn(topology: Topology, { query, t }: Pick<Output, 'query' | 't'>): Only | undefined {
  if (query === null) return undefined;
  const analysis = analyze(topology);
  const captions = captionsOf(t);
  const reached = new Map<PositionId, ReadonlySet<string>>();
  const reach = (position: PositionId) => {
    const known =
      reached.get(position) ??
      new Set(
        reachOf(topology, analysis, position)
          .entries.filter(({ access }) => access !== 'none')
          .map(({ connection }) => connection.id),
      );
    reached.set(position, known);
    return known;
  };
  const context = {
    topology,
    reach,
    words: (connection: (typeof analysis.connections)[number]) => searchWords(connection, captions),
    drawnAs: ({ status }: (typeof analysis.connections)[number]) => status,
    // Nothing was opened before and nothing is selected; `outputOf` refuses queries for it.
    before: new Map(),
    touches: () => false,
  };
  return { query: printQuery(query), passes: (connection) => matches(query, connection, context) };
}
