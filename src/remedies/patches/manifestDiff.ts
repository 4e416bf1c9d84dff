import type { ComponentConfig } from '../../domain/settings.ts';
import type { Change } from '../change.ts';

/** Lines of context around a change at most, as `diff -u` has them. */
const context = 3;

/** What a reader of files puts in place of a secret. */
const notShown = '•••';

/**
 * A unified diff of a static pod manifest that was imported: each flag is changed in its line, or added after the last
 * one with the same indentation. `patch` takes it, and so does a reviewer.
 * @param lines the manifest, line by line
 * @param config the component as it was read from it, with the line of each flag
 * @returns null where the manifest shows no flag of the component, so that there is no place to add one
 */
export function manifestDiff(
  file: string,
  lines: readonly string[],
  config: ComponentConfig,
  changes: readonly Change[],
): string | null {
  const placed = Object.entries(config.explicitSettings).flatMap(([key, { source, origin }]) =>
    // What the image or another object tells is no flag.
    origin !== 'object' && source?.file === file && source.line <= lines.length ? [{ key, line: source.line }] : [],
  );
  const last = placed.reduce((most, { line }) => Math.max(most, line), 0);
  const lead = /^(\s*- +)/.exec(lines[last - 1] ?? '')?.[1];
  if (lead === undefined) return null;
  const replaced = new Map<number, string>();
  const added: string[] = [];
  for (const { key, value } of changes) {
    const known = placed.find((one) => one.key === key);
    const text = `${lead}--${key}=${value}`;
    if (known) replaced.set(known.line, text);
    else added.push(text);
  }
  return hunks(file, lines, replaced, last, added);
}

/** How many of the next lines are context: a line of which something is not shown ends it, or the diff would not fit. */
function contextOf(lines: readonly string[]): number {
  const hidden = lines.slice(0, context).findIndex((line) => line.includes(notShown));
  return hidden >= 0 ? hidden : Math.min(context, lines.length);
}

function hunks(
  file: string,
  lines: readonly string[],
  replaced: ReadonlyMap<number, string>,
  last: number,
  added: readonly string[],
): string {
  const touched = [...replaced.keys(), ...(added.length > 0 ? [last] : [])].sort((a, b) => a - b);
  const groups: { from: number; to: number }[] = [];
  for (const line of touched) {
    const group = groups.at(-1);
    const from = line - contextOf(lines.slice(0, line - 1).reverse());
    const to = line + contextOf(lines.slice(line));
    if (group && from <= group.to + 1) group.to = to;
    else groups.push({ from, to });
  }
  let shift = 0;
  const texts = groups.map(({ from, to }) => {
    const body: string[] = [];
    for (let line = from; line <= to; line += 1) {
      const old = lines[line - 1] ?? '';
      const now = replaced.get(line);
      body.push(...(now === undefined ? [` ${old}`] : [`-${old}`, `+${now}`]));
      if (line === last) body.push(...added.map((text) => `+${text}`));
    }
    const length = to - from + 1;
    const grown = body.filter((text) => !text.startsWith('-')).length;
    const head = `@@ -${from},${length} +${from + shift},${grown} @@`;
    shift += grown - length;
    return [head, ...body].join('\n');
  });
  return `--- a/${file}\n+++ b/${file}\n${texts.join('\n')}\n`;
}
