/** A value with wildcards, as the literal pieces between the stars: `worker-*` is `worker-` and an empty piece. */
export type Pattern = readonly string[];

/** Whether a pattern stands for exactly one text. */
export function isExact(pattern: Pattern): boolean {
  return pattern.length === 1;
}

/** A test for a whole text in lower case. */
export function wholeMatcher(pattern: Pattern): (text: string) => boolean {
  const [first = '', ...others] = pattern.map((piece) => piece.toLowerCase());
  const last = others.pop();
  if (last === undefined) return (text) => text === first;
  if (others.length === 0)
    return (text) => text.length >= first.length + last.length && text.startsWith(first) && text.endsWith(last);
  return (text) => {
    if (!text.startsWith(first)) return false;
    const reached = through(text, others, first.length);
    return reached !== -1 && text.length - last.length >= reached && text.endsWith(last);
  };
}

/** A test for a text in lower case that holds the pattern somewhere. */
export function partMatcher(pattern: Pattern): (text: string) => boolean {
  const pieces = pattern.map((piece) => piece.toLowerCase());
  return (text) => through(text, pieces, 0) !== -1;
}

/** Where the last of some pieces ends, one after the other from a place on; -1 where one is missing. */
function through(text: string, pieces: readonly string[], from: number): number {
  let reached = from;
  for (const piece of pieces) {
    const found = text.indexOf(piece, reached);
    if (found === -1) return -1;
    reached = found + piece.length;
  }
  return reached;
}
