/**
 * What is selected. A path is named by its connection's id, with the box it ends at where it was picked in the picture;
 * elements by the ids of their boxes in the picture.
 */
export type Selection =
  | { readonly type: 'connection'; readonly id: string; readonly boxId: string | null }
  | { readonly type: 'element'; readonly id: string }
  | { readonly type: 'elements'; readonly ids: readonly string[] }
  | null;

/** The selection after an element has been added to it, or taken out when it was in. */
export function toggled(selection: Selection, id: string): Selection {
  const chosen = elementsOf(selection);
  return ofElements(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
}

export function ofElements(ids: readonly string[]): Selection {
  const [only] = ids;
  if (only === undefined) return null;
  return ids.length === 1 ? { type: 'element', id: only } : { type: 'elements', ids };
}

/** The selected elements' boxes; none for a path. */
export function elementsOf(selection: Selection): readonly string[] {
  if (selection?.type === 'element') return [selection.id];
  return selection?.type === 'elements' ? selection.ids : [];
}
