/** A piece of a text. */
export type Part =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'code'; readonly text: string }
  | { readonly type: 'term'; readonly text: string; readonly id: string };

/** The paragraphs of a text, without looking for terms. */
export function paragraphsOf(text: string): readonly (readonly Part[])[] {
  return text.split(/\n\s*\n/).map((paragraph) => partsOf(paragraph.trim()));
}

function partsOf(text: string): readonly Part[] {
  return text.split(/`([^`]+)`/).flatMap((piece, index): readonly Part[] => {
    if (piece === '') return [];
    return [{ type: index % 2 === 1 ? 'code' : 'text', text: piece }];
  });
}
