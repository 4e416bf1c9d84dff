import { download } from '../browser/download.ts';
import type { Topology } from '../domain/topology.ts';
import { projectFileName, writeProjectFile } from '../project/writeProject.ts';
import type { AppStore } from './appState.ts';

/** Gives the user the present model as a file; it then need not be asked for before another takes its place. */
export function downloadProject(app: AppStore): void {
  const { trialBase, topology, markSaved: markKept } = app.getState();
  downloadAsProject(trialBase ?? topology);
  markKept();
}

/** Gives the user a model as a file; returns its name. */
export function downloadAsProject(topology: Topology): string {
  const name = projectFileName(topology);
  download(new Blob([writeProjectFile(topology)], { type: 'application/json' }), name);
  return name;
}
