import type { Topology } from '../domain/topology.ts';
import { writeProject } from './writeProject.ts';

/** A cluster that another one has replaced. */
export type RecentWork = { readonly topology: Topology; readonly date: string };

/** Earlier clusters as text; large ones are left out, because a browser's store is small. */
export function writeRecent(works: readonly RecentWork[]): string {
  const texts = works.map(({ topology, date }) => ({ date, project: writeProject(topology) }));
  return JSON.stringify(texts.filter(({ project }) => project.length < largestRecent));
}

const largestRecent = 400_000;
