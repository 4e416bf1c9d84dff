import { problemWords } from '../../i18n/queryWords.ts';
import type { Problem } from '../../query/parseQuery.ts';
import { selectTranslate } from '../../state/selectors.ts';
import { useAppStore } from '../shared/AppStoreContext.ts';

/** How a query is written, and what of it cannot be understood. */
export function QueryProblems({
  problems,
  cursor,
}: {
  readonly problems: readonly Problem[];
  /** Where somebody is typing; null where nobody is. */
  readonly cursor: number | null;
}) {
  const t = useAppStore(selectTranslate);
  // What is being typed may still become a word.
  const settled = problems.filter(({ end }) => end !== cursor);
  return (
    <>
      <p>
        {t('query.help')} {examples.map((example) => [<code key={example}>{example}</code>, ' '])}
      </p>
      <div role="status">
        {settled.map((problem) => (
          <p key={`${problem.code} ${problem.start}`} className="query-problem">
            {problemWords(problem, t)}
          </p>
        ))}
      </div>
    </>
  );
}

const examples = ['status:unknown', 'node:worker-*', '-path:P08', 'exposed to:pod'];
