import type { Connection } from '../analysis/connection.ts';
import type { PathFamily } from '../catalog/communicationPath.ts';
import { communicationPath } from '../catalog/communicationPaths.ts';
import type { Flag } from '../query/fields.ts';
import { parseQuery } from '../query/parseQuery.ts';
import type { ColorBy } from '../scene/colorBy.ts';
import { memoizeLast } from './memoizeLast.ts';

/*
 * Which connections are lit and listed is one query, as somebody typed it; buttons write into it. Nothing is ever hidden
 * without saying how many.
 */

export const noFilter = '';

/** Terms that have a button of their own. */
export const presets = [
  'exposed',
  'crosses',
  'changed',
  'assumed',
  'observed',
  'selected',
] as const satisfies readonly Flag[];

/** What was typed, as terms. */
export const queryOf = memoizeLast(parseQuery);

/** Whether something is left out; a query of which nothing can be understood leaves out nothing. */
export function isFiltering(filter: string): boolean {
  return queryOf(filter).terms.length > 0;
}

/** Whether a query can be answered only once it is known what an attacker reaches. */
export function asksForReach(filter: string): boolean {
  return queryOf(filter).terms.some(({ field }) => field === 'attacker');
}

/** The field that the legend writes: its classes are those of the present colors. */
export function legendField(colorBy: ColorBy): 'status' | 'drawn' {
  return colorBy === 'overall' ? 'status' : 'drawn';
}

export function familyOf(connection: Connection): PathFamily {
  return communicationPath(connection.path).family;
}
