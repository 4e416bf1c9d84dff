import { maskedLines } from './maskedLines.ts';
import { decode, type InputFile, wholeOf } from './source/inputFile.ts';
import { unpack } from './source/unpack.ts';

/** Some lines of a file around one of them. */
export type Excerpt = { readonly firstLine: number; readonly lines: readonly string[] };

/** Lines before and after the one that is looked for. */
const around = 12;
/** A text beyond this is not searched for one line. */
const largestText = 300_000_000;

/** The lines around a place, with all masked that nobody reads; null where the file is not among the given ones. */
export function excerptOf(files: readonly InputFile[], name: string, line: number): Excerpt | null {
  const text = textOf(files, name);
  return text === null ? null : linesAround(text, line);
}

/** All lines of a file, with all masked that nobody reads; null where it is not among the given ones. */
export function linesOf(files: readonly InputFile[], name: string): readonly string[] | null {
  const text = textOf(files, name);
  return text === null ? null : maskedLines(text.split(/\r\n|\n|\r/));
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
  const lines = text.split(/\r\n|\n|\r/);
  const first = Math.max(0, line - 1 - around);
  // The line before the first tells what that one is the value of.
  const shown = maskedLines(lines.slice(Math.max(0, first - 1), line + around));
  return { firstLine: first + 1, lines: first > 0 ? shown.slice(1) : shown };
}
