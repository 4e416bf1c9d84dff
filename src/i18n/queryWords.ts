import { choices, isIdField } from '../query/fields.ts';
import type { Problem } from '../query/parseQuery.ts';
import type { Translate } from './translate.ts';

/** Values that can be read in one glance; paths are more, and have numbers that everybody knows. */
const mostChoices = 20;

/** What is wrong with a query, in words of the area `query`. */
export function problemWords({ code, word, field }: Problem, t: Translate): string {
  const said = t(`query.problem.${code}`, { word, field: field ?? '' });
  if (code !== 'unknown-value' || field === null) return said;
  if (field === 'port') return `${said} ${t('query.known-port')}`;
  const known = isIdField(field) ? choices[field] : [];
  const few = known.length > 0 && known.length <= mostChoices;
  return few ? `${said} ${t('query.known', { choices: known.join(', ') })}` : said;
}
