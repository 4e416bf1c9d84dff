import { useState } from 'react';
import { openQuestions } from '../../analysis/openQuestions.ts';
import { clusterKindOf, collecting } from '../../catalog/collecting.ts';
import { distributionIds, distributions } from '../../catalog/distributions.ts';
import type { Excerpt } from '../../importers/excerpt.ts';
import type { ImportIssue } from '../../importers/importResult.ts';
import { selectAll, selectTranslate } from '../../state/selectors.ts';
import { useAppStore } from '../shared/AppStoreContext.ts';
import { Modal } from '../shared/Modal.tsx';
import { SourceLink } from '../shared/SourceLink.tsx';
import { DriftList } from './DriftList.tsx';
import { Command } from './ImportGuide.tsx';
import '../dialogs/dialogs.css';

const severities = ['error', 'warning', 'info'] as const;
/** Messages that are shown at once; nobody reads more. */
const mostShown = 300;

/** Everything that was said about an import, with the place in the file, and what is still open. */
export function ImportProblems() {
  const t = useAppStore(selectTranslate);
  const preview = useAppStore((state) => state.preview);
  const report = useAppStore((state) => state.report);
  const openDialog = useAppStore((state) => state.openDialog);
  const issues = preview?.result.issues ?? report?.issues ?? [];
  const sorted = severities.flatMap((severity) => issues.filter((one) => one.severity === severity));
  return (
    <Modal label={t('problems.title')} className="problems">
      <h2>{t('problems.title')}</h2>
      {preview && (
        <button type="button" onClick={() => openDialog('preview')}>
          ← {t('preview.title')}
        </button>
      )}
      {!preview && report?.drift && (
        <section>
          <h3>{t('drift.title')}</h3>
          <DriftList drift={report.drift} />
        </section>
      )}
      {sorted.length === 0 && <p>{t('problems.none')}</p>}
      <ol className="issues">
        {sorted.slice(0, mostShown).map((issue, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the list does not change while it is shown
          <Issue key={index} issue={issue} />
        ))}
      </ol>
      {!preview && <StillOpen />}
    </Modal>
  );
}

function Issue({ issue }: { readonly issue: ImportIssue }) {
  const t = useAppStore(selectTranslate);
  const reader = useAppStore((state) => state.reader);
  const [excerpt, setExcerpt] = useState<Excerpt | 'gone' | null>(null);
  const { code, severity, place, params } = issue;
  const show = async () => {
    if (excerpt) setExcerpt(null);
    else setExcerpt((await reader.excerpt(place.file, place.line)) ?? 'gone');
  };
  const column = place.column === undefined ? '' : `:${place.column}`;
  return (
    <li className={severity}>
      <p>
        <b>{t(`severity.${severity}`)}</b>{' '}
        <button
          type="button"
          className="link"
          aria-expanded={excerpt !== null}
          title={t('problems.show')}
          onClick={() => void show()}
        >
          {place.file}:{place.line}
          {column}
        </button>{' '}
        <code className="code">{code}</code>
      </p>
      <p>{t(`issue.${code}`, params)}</p>
      <p className="muted">
        {t('problems.do')}: {t(`advice.${code}`, params)}
      </p>
      {excerpt === 'gone' && <p className="notice">{t('problems.gone')}</p>}
      {excerpt !== null && excerpt !== 'gone' && <ExcerptOf excerpt={excerpt} line={place.line} file={place.file} />}
    </li>
  );
}

/** Lines of the file around a place, which is highlighted. */
function ExcerptOf({
  excerpt,
  line,
  file,
}: {
  readonly excerpt: Excerpt;
  readonly line: number;
  readonly file: string;
}) {
  const t = useAppStore(selectTranslate);
  const marked = (element: HTMLElement | null) => element?.scrollIntoView({ block: 'nearest' });
  return (
    <figure className="excerpt">
      <figcaption>
        {t('problems.place', { file, line })}. {t('problems.masked')}
      </figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <pre tabIndex={0}>
        {excerpt.lines.map((text, index) => {
          const number = excerpt.firstLine + index;
          return number === line ? (
            <mark key={number} ref={marked}>
              <i>{number}</i> {text}
            </mark>
          ) : (
            <span key={number}>
              <i>{number}</i> {text}
            </span>
          );
        })}
      </pre>
    </figure>
  );
}

/** What no file has shown, and what would show it. */
function StillOpen() {
  const t = useAppStore(selectTranslate);
  const analysis = useAppStore(selectAll);
  const named = useAppStore((state) => state.topology.distribution);
  const distribution = distributionIds.find((id) => id === named);
  const questions = openQuestions(analysis);
  const steps = collecting[clusterKindOf(named)];
  return (
    <section>
      <h3>{t('open.title')}</h3>
      {questions.length === 0 && <p>{t('open.none')}</p>}
      <ol className="issues">
        {questions.map(({ component, settings, paths }) => {
          const step = steps.find(({ shows }) => shows.includes(component));
          return (
            <li key={component}>
              <p>
                <b>{paths.join(' ')}</b>
              </p>
              <p>{t('open.because', { component, settings: settings.join(', ') })}</p>
              <p className="muted">{step ? t('open.settles') : t('open.ask')}</p>
              {step && <Command text={step.command} />}
            </li>
          );
        })}
      </ol>
      {distribution && questions.length > 0 && (
        <section>
          <h4>{t('open.documents', { name: distributions[distribution].name })}</h4>
          <p>{t(`distribution.${distribution}.known`)}</p>
          <p>
            {t('distribution.unknown')}: {t(`distribution.${distribution}.unknown`)}
          </p>
          <p className="muted">
            {distributions[distribution].sources.map((tag) => (
              <SourceLink key={tag} tag={tag} />
            ))}
          </p>
        </section>
      )}
    </section>
  );
}
