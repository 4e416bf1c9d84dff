import { download } from '../browser/download.ts';
import type { Topology } from '../domain/topology.ts';
import type { AppStore } from '../state/createAppStore.ts';

/** Gives the user the present model as a file; it then need not be asked for before another takes its place. */
export async function saveProject(app: AppStore): Promise<void> {
  const { untried, topology, markKept } = app.getState();
  await saveAsFile(untried ?? topology);
  markKept();
}

/** Gives the user a model as a file; returns its name. */
export async function saveAsFile(topology: Topology): Promise<string> {
  const { projectFileName, writeProjectFile } = await import('../project/writeProject.ts');
  const name = projectFileName(topology);
  download(new Blob([writeProjectFile(topology)], { type: 'application/json' }), name);
  return name;
}
