import { layers } from '../../analysis/layer.ts';
import { positionIds } from '../../attack/positionIds.ts';
import { readProject } from '../../project/projectFile.ts';
import { writeProject } from '../../project/writeProject.ts';
import { colorByValues } from '../../scene/colorBy.ts';
import type { SavedView } from '../../state/appState.ts';
import type { Selection } from '../../state/selection.ts';

/** Version of the form in which views are saved. */
const deckVersion = 1;

/** Saved views as text, for a file and for the browser's store. */
export function writeDeck(views: readonly SavedView[]): string {
  const written = views.map(({ model, colorBy, ...view }) => ({
    ...view,
    colouring: colorBy,
    model: model && (JSON.parse(writeProject(model)) as unknown),
  }));
  return `${JSON.stringify({ mitmap: 'views', version: deckVersion, views: written }, null, 1)}\n`;
}

/** The views in a text; null where it holds none. A view that cannot be read is left out. */
export function readDeck(text: string): readonly SavedView[] | null {
  const content = parsed(text);
  if (!isObject(content) || content['mitmap'] !== 'views' || content['version'] !== deckVersion) return null;
  const { views } = content;
  return Array.isArray(views) ? views.flatMap((view: unknown) => readView(view) ?? []) : null;
}

function readView(view: unknown): SavedView | null {
  if (!isObject(view) || typeof view['name'] !== 'string') return null;
  const outcome = isObject(view['model']) ? readProject(JSON.stringify(view['model'])) : null;
  // Another cluster than the one that was meant would be worse than none.
  if (outcome?.ok === false) return null;
  return {
    name: view['name'],
    notes: typeof view['notes'] === 'string' ? view['notes'] : '',
    selection: readSelection(view['selection']),
    attacker: positionIds.find((id) => id === view['attacker']) ?? null,
    layer: layers.find((id) => id === view['layer']) ?? 'documented',
    colorBy: colorByValues.find((id) => id === view['colouring']) ?? 'overall',
    model: outcome?.topology ?? null,
  };
}

function readSelection(selection: unknown): Selection {
  if (!isObject(selection)) return null;
  const { type, id, boxId, ids } = selection;
  if (type === 'element' && typeof id === 'string') return { type, id };
  if (type === 'connection' && typeof id === 'string')
    return { type, id, boxId: typeof boxId === 'string' ? boxId : null };
  if (type === 'elements' && Array.isArray(ids))
    return { type, ids: ids.filter((one): one is string => typeof one === 'string') };
  return null;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
