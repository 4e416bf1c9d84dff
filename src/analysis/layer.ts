import { isAdjacent } from '../catalog/communicationPath.ts';
import type { Analysis } from './analyze.ts';

/** Which paths are drawn and listed: those that the documentation names, or those beside them too. */
export const layers = ['documented', 'all'] as const;
export type Layer = (typeof layers)[number];

/** The connections of a layer, in their order. */
export function inLayer(analysis: Analysis, layer: Layer): Analysis {
  if (layer === 'all') return analysis;
  return { connections: analysis.connections.filter(({ path }) => !isAdjacent(path)) };
}
