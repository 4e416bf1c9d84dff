import { decode, type InputFile, wholeOf } from './source/inputFile.ts';
import { unpack } from './source/unpack.ts';

/** Some lines of a file around one of them. */
export type Excerpt = { readonly firstLine: number; readonly lines: readonly string[] };

/** Lines before and after the one that is looked for. */
const around = 12;
/** JSON of one line is shown from its beginning to here. */
const longestLine = 240;
/** A text beyond this is not searched for one line. */
const largestText = 300_000_000;

/** The lines around a place, with what looks like a secret masked; null where the file is not among the given ones. */
export function excerptOf(files: readonly InputFile[], name: string, line: number): Excerpt | null {
  const text = textOf(files, name);
  return text === null ? null : linesAround(text, line);
}

/** All lines of a file, with what looks like a secret masked; null where it is not among the given ones. */
export function linesOf(files: readonly InputFile[], name: string): readonly string[] | null {
  return textOf(files, name)?.split(/\r?\n/).map(masked) ?? null;
}

function textOf(files: readonly InputFile[], name: string): string | null {
  // A name that begins otherwise lies in another archive: that one need not be unpacked.
  const candidates = files.filter(
    (file) => name.startsWith(file.name.replace(/\.(gz|tgz)$/i, '')) || name === file.name,
  );
  for (const file of candidates) {
    for (const member of unpack(file)) {
      if ('code' in member || member.name !== name) continue;
      const whole = wholeOf(member, largestText);
      return whole && decode(whole);
    }
  }
  return null;
}

function linesAround(text: string, line: number): Excerpt {
  const lines = text.split(/\r?\n/);
  const first = Math.max(0, line - 1 - around);
  const shown = lines.slice(first, line + around).map((one, index) => masked(one, first + index, lines));
  return { firstLine: first + 1, lines: shown };
}

const secretField =
  /((?:token|password|secret|key-data|certificate-data|certificate-authority-data|caBundle|crt|key)["']?\s*[:=]\s*["']?)([^\s"',]{8,})/gi;
const secretBlock = /[A-Za-z\d+/=_-]{60,}/g;
/** The value of an environment variable, beside its name or in the line below. */
const variable = /(name["']?\s*:\s*["']?[A-Z][A-Z\d_]*["']?\s*,\s*["']?value["']?\s*:\s*)("[^"]*"|'[^']*'|[^,}]*)/g;
const variableName = /name["']?\s*:\s*["']?[A-Z][A-Z\d_]*["']?,?\s*$/;
const value = /^(\s*-?\s*["']?value["']?\s*:\s*)\S.*$/;

/** Stands for what is not shown. */
const mask = '•••';

/** A line as it may be shown to a room: no token, no key, no certificate body, no environment value. Paths of files stay. */
function masked(line: string, index: number, lines: readonly string[]): string {
  const hidden = line
    .replace(secretField, (all, name: string, value: string) => (value.startsWith('/') ? all : `${name}${mask}`))
    .replace(secretBlock, (all) => (/^\/|^--|=\//.test(all) ? all : mask))
    .replace(variable, `$1${mask}`)
    .replace(value, (all, name: string) => (variableName.test(lines[index - 1] ?? '') ? `${name}${mask}` : all));
  return hidden.length > longestLine ? `${hidden.slice(0, longestLine)} …` : hidden;
}
