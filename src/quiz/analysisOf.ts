import { type Analysis, analyze } from '../analysis/analyze.ts';
import type { Topology } from '../domain/topology.ts';

const known = new WeakMap<Topology, Analysis>();

/** The analysis of a question's cluster, made once: each of its paths and sentences asks for it. */
export function analysisOf(topology: Topology): Analysis {
  const before = known.get(topology);
  if (before) return before;
  const analysis = analyze(topology);
  known.set(topology, analysis);
  return analysis;
}
