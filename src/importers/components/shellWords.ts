import { parse } from 'shell-quote';
import type { CommandWord } from './readFlags.ts';

/** Between these one command ends and another begins. */
const separators: readonly string[] = ['&&', '||', ';', '|', '|&', '&', ';;', '(', ')'];

/**
 * The commands of a shell text, each as words with the line that they stand on. Continued lines are one command; what is
 * redirected and what is commented out is left out. Variables keep their names, so that a value that nobody shows can be
 * told from one that is there.
 * @param known values of variables, by name
 */
export function commandsOf(
  text: string,
  firstLine = 1,
  known: Readonly<Record<string, string>> = {},
): readonly (readonly CommandWord[])[] {
  const commands: CommandWord[][] = [[]];
  let isContinued = false;
  for (const [index, raw] of text.split(/\r?\n/).entries()) {
    const continues = /\\\s*$/.test(raw);
    if (!isContinued) commands.push([]);
    takeLine(continues ? raw.replace(/\\\s*$/, '') : raw, firstLine + index, known, commands);
    isContinued = continues;
  }
  return commands.filter((words) => words.length > 0);
}

function takeLine(
  line: string,
  number: number,
  known: Readonly<Record<string, string>>,
  commands: CommandWord[][],
): void {
  let redirected = false;
  for (const token of wordsIn(line, known)) {
    if (typeof token === 'string') {
      if (!redirected && token !== '') commands.at(-1)?.push({ text: token, line: number });
      redirected = false;
    } else if (!('op' in token)) return;
    else if (token.op === 'glob' && 'pattern' in token) commands.at(-1)?.push({ text: token.pattern, line: number });
    else if (separators.includes(token.op)) commands.push([]);
    else redirected = true;
  }
}

/** Stands for a # within a word while the line is parsed. */
const hash = '\uE000';

/** The parser takes long over lines that no shell would take; they are cut at blanks. */
const longestLine = 65_536;

function wordsIn(line: string, known: Readonly<Record<string, string>>): ReturnType<typeof parse> {
  if (line.length > longestLine) return line.split(/\s+/);
  // A variable alone may stand for several words, as the shell splits it.
  const filled = line.replace(/(^|\s)\$(?:\{(\w+)\}|(\w+))(?=\s|$)/g, (all, before: string, braced, bare) => {
    const value = known[braced ?? bare];
    return value === undefined ? all : `${before}${value}`;
  });
  // The parser takes any # for a comment, the shell only one that begins a word; <NAME> stands for what a reader fills in.
  const marked = filled.replace(/(\S)#/g, `$1${hash}`).replace(/<([A-Z][A-Z0-9_]*)>/g, '$1');
  try {
    return parse(marked, (name) => known[name] ?? `$${name}`).map((token) =>
      typeof token === 'string' ? token.replaceAll(hash, '#') : token,
    );
  } catch {
    return filled.split(/\s+/);
  }
}
