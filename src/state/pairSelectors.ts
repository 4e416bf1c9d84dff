import { pairsOf } from '../pairs/pairs.ts';
import type { AppState } from './appState.ts';
import { memoizeLast } from './memoizeLast.ts';
import { queryOf } from './pathFilter.ts';
import { selectPassing } from './selectors.ts';

const pairs = memoizeLast(pairsOf);

/** The connections that the query lets through, taken apart into rows of one client and one server. */
export const selectPairs = (state: AppState) => pairs(selectPassing(state), queryOf(state.filter), state.topology);
