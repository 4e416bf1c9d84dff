import type { TextKey } from '../../i18n/texts.ts';
import type { Translate } from '../../i18n/translate.ts';
import type { Completion } from '../../query/completions.ts';
import type { WrittenField } from '../../query/fields.ts';

/** What a completion means; null where it says all there is, as a name does. */
export function describe(completion: Completion, t: Translate): string | null {
  switch (completion.kind) {
    case 'field':
      return t(`query.field.${completion.field}`);
    case 'flag':
      return t(`query.flag.${completion.flag}`);
    case 'value':
      return valueWords(completion.field, completion.value, t);
  }
}

/** Where the words for the values of a field are; a value that has none there stands for itself. */
const areasOf: Readonly<Partial<Record<WrittenField, (value: string) => readonly string[]>>> = {
  status: (value) => [`status.${value}`],
  drawn: (value) => [`status.${value}`],
  path: (value) => [`path.${value}.name`],
  attacker: (value) => [`attacker.at.${value}`],
  exposed: (value) => [`query.alias.${value}`, `query.way.${value}`, `exposure.${value}`],
  encryption: (value) => [`value.${value}`],
  'server-authentication': (value) => [`value.${value}`],
  'client-authentication': (value) => [`value.${value}`],
  authorization: (value) => [`value.${value}`],
  integrity: (value) => [`value.${value}`],
  network: (value) => [`trust.${value}`, `network.${value}`],
  evidence: (value) => [`evidence.${value}`],
};

function valueWords(field: WrittenField, value: string, t: Translate): string | null {
  const keys = areasOf[field]?.(value) ?? [];
  // A key without a text stands for itself, and no word needs itself to explain it.
  const found = keys.map((key) => ({ key, text: t(key as TextKey) })).find(({ key, text }) => text !== key);
  return found && found.text !== value ? found.text : null;
}
