import { printParseErrorCode, visit } from 'jsonc-parser';

/** Where JSON stops being JSON; lines and columns count from 1. */
export type JsonFault = { readonly line: number; readonly column: number; readonly isAtEnd: boolean };

/** The beginning of a token that the end has cut, or nothing. */
const unfinished = /^(?:"[^"\\]*(?:\\[\s\S][^"\\]*)*\\?|[-+.\w]*)$/;

/**
 * The first place where a text is not JSON. Browsers say so in different words, or not at all. Only for text that
 * `JSON.parse` has refused.
 */
export function jsonFault(text: string): JsonFault {
  let found: JsonFault | null = null;
  const onError = (code: number, offset: number, _length: number, line: number, column: number) => {
    const isOver = printParseErrorCode(code) === 'EndOfFileExpected';
    found ??= { line: line + 1, column: column + 1, isAtEnd: !isOver && unfinished.test(text.slice(offset).trim()) };
  };
  try {
    visit(text, { onError }, { disallowComments: true });
  } catch {
    // It nests so deeply that nothing walks down.
    return { line: 1, column: 1, isAtEnd: !/[}\]]\s*$/.test(text) };
  }
  return found ?? { line: 1, column: 1, isAtEnd: false };
}
