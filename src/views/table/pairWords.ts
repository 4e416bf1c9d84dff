import type { Topology } from '../../domain/topology.ts';
import { type PathRow, pathRow } from '../../export/pathRows.ts';
import type { Locale } from '../../i18n/texts.ts';
import type { Translate } from '../../i18n/translate.ts';
import { anyMember, memberName, type Pairs } from '../../pairs/pairs.ts';

/** Gives the words of a row by its number. What a class shares is put into words once. */
export function createPairWords(
  { classes, classOf, client, server }: Pairs,
  topology: Topology,
  t: Translate,
  locale: Locale,
) {
  const shared = new Map<number, PathRow>();
  const numbers = new Intl.NumberFormat(locale);
  const wordsOfClass = (index: number): PathRow | null => {
    const connection = classes[index];
    if (!connection) return null;
    const words = shared.get(index) ?? pathRow(connection, t);
    shared.set(index, words);
    return words;
  };
  return (row: number): PathRow | null => {
    const index = classOf[row] ?? 0;
    const words = wordsOfClass(index);
    const connection = classes[index];
    if (!words || !connection) return null;
    const [from, to] = [client[row] ?? anyMember, server[row] ?? anyMember];
    const named = (end: 'client' | 'server', place: number) => {
      const name = memberName(connection[end], place, topology);
      return name ?? t('table.any', { count: numbers.format(connection[end].members.length) });
    };
    const isWhole = from === anyMember && to === anyMember;
    return {
      ...words,
      client: named('client', from),
      server: named('server', to),
      count: isWhole ? connection.count : 1,
    };
  };
}
