import { loadPart } from '../browser/loadPart.ts';
import { modelPartOf } from '../domain/modelPart.ts';
import { captionsOf } from '../i18n/captions.ts';
import { translator } from '../i18n/translate.ts';
import { writeModelPart } from '../project/writeProject.ts';
import type { AppState, AppStore } from './appState.ts';
import { selectAnalysis, selectMembers } from './selectors.ts';

/** What Ctrl+C copies: a path as a line of text, elements as a fragment that any tab of mitmap can paste. */
export function copySelection(state: AppState): string {
  const { selection, topology, locale } = state;
  if (selection?.type === 'connection') {
    const connection = selectAnalysis(state).connections.find(({ id }) => id === selection.id);
    return connection ? captionsOf(translator(locale)).path(connection, connection.count) : '';
  }
  return writeModelPart(modelPartOf(topology, [...selectMembers(state)]));
}

/** Adds what was copied in this or another tab; any other text is left alone. True when something was added. */
export async function pasteText(app: AppStore, text: string): Promise<boolean> {
  const { readModelPart } = await loadPart(() => import('../project/projectFile.ts'));
  const fragment = readModelPart(text);
  if (!fragment) return false;
  app.getState().edit({ type: 'paste', fragment });
  return true;
}
