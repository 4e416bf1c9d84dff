/** Where JSON stops being JSON; lines and columns count from 1. */
export type JsonFault = { readonly line: number; readonly column: number; readonly isAtEnd: boolean };

const escaped = String.raw`\\(?:["\\/bfnrt]|u[\da-fA-F]{4})`;
const letters = String.raw`[^"\\\x00-\x1f]*(?:${escaped}[^"\\\x00-\x1f]*)*`;
const number = String.raw`-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?`;
const space = String.raw`[ \t\n\r]*`;
const token = new RegExp(`${space}(?:([{}[\\],:])|("${letters}")|${number}|true|false|null)`, 'y');
/** The beginning of a token that the end has cut, or nothing. */
const unfinished = new RegExp(
  `^(?:"${letters}(?:${String.raw`\\(?:u[\da-fA-F]{0,3})?`})?|-?[\\d.eE+-]*|t(?:ru?)?|f(?:a(?:ls?)?)?|n(?:ul?)?)$`,
);

/**
 * The first place where a text is not JSON. Browsers say so in different words, or not at all. Only for text that
 * `JSON.parse` has refused.
 */
export function jsonFault(text: string): JsonFault {
  const open: ('{' | '[')[] = [];
  let expected: Expected = 'value';
  let at = 0;
  while (expected !== 'end') {
    token.lastIndex = at;
    const found = token.exec(text);
    const next: Expected | null = found && after(expected, found, open);
    if (!next) break;
    at = token.lastIndex;
    expected = next;
  }
  const rest = text.slice(at).trimStart();
  const start = text.length - rest.length;
  const before = text.slice(0, start);
  return {
    line: before.split('\n').length,
    column: start - before.lastIndexOf('\n'),
    isAtEnd: expected !== 'end' && unfinished.test(rest),
  };
}

type Expected = 'value' | 'value-or-end' | 'key' | 'key-or-end' | 'colon' | 'comma-or-end' | 'end';

/** What may follow a token; null where it may not stand there. Keeps account of what is open. */
function after(expected: Expected, [, mark, string]: RegExpExecArray, open: ('{' | '[')[]): Expected | null {
  const closed = (): Expected => (open.length > 0 ? 'comma-or-end' : 'end');
  const isValueWanted = expected === 'value' || expected === 'value-or-end';
  switch (mark) {
    case '{':
    case '[':
      if (!isValueWanted) return null;
      open.push(mark);
      return mark === '{' ? 'key-or-end' : 'value-or-end';
    case '}':
    case ']': {
      const last = open.at(-1);
      const isEmptied = expected === (mark === '}' ? 'key-or-end' : 'value-or-end');
      if (last !== (mark === '}' ? '{' : '[') || !(isEmptied || expected === 'comma-or-end')) return null;
      open.pop();
      return closed();
    }
    case ':':
      return expected === 'colon' ? 'value' : null;
    case ',':
      if (expected !== 'comma-or-end') return null;
      return open.at(-1) === '{' ? 'key' : 'value';
    default:
      if (expected === 'key' || expected === 'key-or-end') return string === undefined ? null : 'colon';
      return isValueWanted ? closed() : null;
  }
}
