import { useMemo, useState } from 'react';
import { layers } from '../../analysis/layer.ts';
import { download } from '../../browser/download.ts';
import { writeHtml } from '../../export/report/htmlReport.ts';
import { writeMarkdown } from '../../export/report/markdownReport.ts';
import { type ReportContent, withParts } from '../../export/report/reportContent.ts';
import { type ReportPart, reportParts, usualParts } from '../../export/report/reportPart.ts';
import { locales } from '../../i18n/texts.ts';
import { selectTranslate } from '../../state/selectors.ts';
import { useAppStore } from '../shared/AppStoreContext.ts';
import { printReport } from './printReport.ts';
import { type FinishedReport, useReport } from './useReport.ts';
import './report.css';

const formats = ['html', 'markdown'] as const;
type Format = (typeof formats)[number];
const endings: Readonly<Record<Format, string>> = { html: 'html', markdown: 'md' };

const pictureFile = 'mitmap-report.svg';

const languageNames = { en: 'English', de: 'Deutsch' } as const;

/** A report as a file, or on paper. */
export function ReportPanel() {
  const t = useAppStore(selectTranslate);
  const topology = useAppStore((state) => state.topology);
  const issues = useAppStore((state) => state.report?.issues ?? noIssues);
  const [format, setFormat] = useState<Format>('html');
  const [locale, setLocale] = useState(useAppStore((state) => state.locale));
  const [layer, setLayer] = useState(useAppStore((state) => state.layer));
  const [parts, setParts] = useState(usualParts);
  const finished = useReport({ topology, issues, locale, layer });
  const toggle = (part: ReportPart) =>
    setParts((now) => new Set(now.has(part) ? [...now].filter((one) => one !== part) : [...now, part]));
  return (
    <div className="report-panel">
      <div className="report-choices">
        <Choice label={t('report.format')} value={format} values={formats} onChange={setFormat}>
          {(one) => t(`report.format-${one}`)}
        </Choice>
        <Choice label={t('report.language')} value={locale} values={locales} onChange={setLocale}>
          {(one) => languageNames[one]}
        </Choice>
        <Choice label={t('app.layer')} value={layer} values={layers} onChange={setLayer}>
          {(one) => t(`layer.${one}`)}
        </Choice>
      </div>
      <fieldset>
        <legend>{t('report.parts')}</legend>
        {reportParts.map((part) => (
          <label key={part}>
            <input type="checkbox" checked={parts.has(part)} onChange={() => toggle(part)} />
            <span>
              {part === 'picture' && format === 'markdown'
                ? t('report.part-picture-markdown')
                : t(`report.part-${part}`)}
            </span>
          </label>
        ))}
      </fieldset>
      <Outcome finished={finished} format={format} parts={parts} />
    </div>
  );
}

const noIssues: readonly never[] = [];

function Choice<Value extends string>({
  label,
  value,
  values,
  onChange,
  children,
}: {
  readonly label: string;
  readonly value: Value;
  readonly values: readonly Value[];
  readonly onChange: (value: Value) => void;
  readonly children: (value: Value) => string;
}) {
  return (
    <label>
      <span>{label}</span>
      <select
        value={value}
        onChange={(event) => {
          const chosen = values.find((one) => one === event.target.value);
          if (chosen) onChange(chosen);
        }}
      >
        {values.map((one) => (
          <option key={one} value={one}>
            {children(one)}
          </option>
        ))}
      </select>
    </label>
  );
}

type Wanted = { readonly format: Format; readonly parts: ReadonlySet<ReportPart> };

function Outcome({ finished, format, parts }: Wanted & { readonly finished: FinishedReport | null }) {
  const t = useAppStore(selectTranslate);
  const locale = useAppStore((state) => state.locale);
  const written = useMemo(() => finished && write(finished, { format, parts }), [finished, format, parts]);
  const size = new Intl.NumberFormat(locale, { style: 'unit', unit: 'kilobyte', maximumFractionDigits: 0 });
  return (
    <section className="report-outcome" aria-busy={!written}>
      <h3>{t('report.outline')}</h3>
      {written ? <Outline content={written.content} locale={finished?.request.locale} /> : null}
      <p className="muted" role="status">
        {written
          ? t('report.file-size', { size: size.format(Math.ceil(written.blob.size / 1000)) })
          : t('report.being-made')}
      </p>
      <div className="buttons">
        <button
          type="button"
          className="primary"
          disabled={!written}
          onClick={() => {
            if (!written) return;
            download(written.blob, `mitmap-report.${endings[format]}`);
            if (written.picture) download(written.picture, pictureFile);
          }}
        >
          {t('report.save')}
        </button>
        {format === 'html' && (
          <button type="button" disabled={!written} onClick={() => written && printReport(written.text)}>
            {t('report.print')}
          </button>
        )}
      </div>
      <p className="muted">{t(format === 'html' ? 'report.private' : 'report.private-markdown')}</p>
    </section>
  );
}

function write({ content, svg, request }: FinishedReport, { format, parts }: Wanted) {
  const chosen = withParts(content, parts);
  const isHtml = format === 'html';
  const text = isHtml ? writeHtml(chosen, { locale: request.locale, svg }) : writeMarkdown(chosen, pictureFile);
  const type = isHtml ? 'text/html' : 'text/markdown';
  // Markdown names its picture, which is a file beside it.
  const picture = !isHtml && parts.has('picture') ? new Blob([svg], { type: 'image/svg+xml' }) : null;
  return { content: chosen, text, blob: new Blob([text], { type: `${type};charset=utf-8` }), picture };
}

function Outline({ content, locale }: { readonly content: ReportContent; readonly locale: string | undefined }) {
  return (
    <ol className="report-outline" lang={locale}>
      {content.sections.map(({ part, title, count }) => (
        <li key={part}>
          {title}
          {count === null ? null : <span className="muted"> {count}</span>}
        </li>
      ))}
    </ol>
  );
}
