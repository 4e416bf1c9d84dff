import { download } from '../../browser/download.ts';
import { csvLines, csvOf, type PathColumn, type PathRow, textOf } from '../../export/pathRows.ts';
import type { Translate } from '../../i18n/translate.ts';

/** Rows that are put into words only when they are wanted. */
export type Rows = { readonly length: number; readonly wordsAt: (place: number) => PathRow | null };

/** A clipboard takes no more in one go without the page standing still. */
export const mostToCopy = 20_000;

/** All rows with tabs between their columns. */
export function textOfRows(rows: Rows, columns: readonly PathColumn[], t: Translate): string {
  return textOf(wordsBetween(rows, 0, rows.length), columns, t);
}

/** Saves all rows; a million of them are written part by part, so that the page answers meanwhile. */
export async function saveCsv(rows: Rows, columns: readonly PathColumn[], t: Translate): Promise<void> {
  const parts = ['\ufeff', csvOf([], columns, t)];
  for (let from = 0; from < rows.length; from += partLength) {
    parts.push(csvLines(wordsBetween(rows, from, Math.min(rows.length, from + partLength)), columns));
    await new Promise((resolve) => setTimeout(resolve));
  }
  download(new Blob(parts, { type: 'text/csv;charset=utf-8' }), 'mitmap-paths.csv');
}

const partLength = 4000;

function wordsBetween({ wordsAt }: Rows, from: number, to: number): readonly PathRow[] {
  return Array.from({ length: to - from }, (_, index) => wordsAt(from + index)).filter((words) => words !== null);
}
