import { loadPart } from '../browser/loadPart.ts';
import { distributionIds } from '../catalog/distributions.ts';
import { scenario, scenarioIds } from '../scenarios/scenarios.ts';
import type { AppStore } from './appState.ts';

/** Starts from a scenario by its id, or from `distribution ID`; anything else changes nothing. */
export async function begin(app: AppStore, wanted: string): Promise<void> {
  const { edit } = app.getState();
  const known = scenarioIds.find((id) => id === wanted);
  if (known) edit({ type: 'replace', topology: scenario(known) });
  const chosen = distributionIds.find((id) => `distribution ${id}` === wanted);
  if (!chosen) return;
  const { distribution } = await loadPart(() => import('../scenarios/distributions.ts'));
  edit({ type: 'replace', topology: distribution(chosen) });
}
