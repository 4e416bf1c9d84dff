import { useEffect, useState } from 'react';
import { type Layer, layers } from '../../analysis/layer.ts';
import { appVersion } from '../../browser/buildInfo.ts';
import { copyText } from '../../browser/clipboard.ts';
import { download } from '../../browser/download.ts';
import type { Topology } from '../../domain/topology.ts';
import { type DataFormatId, dataFormatIds, dataFormats, writeData } from '../../export/formats/formats.ts';
import type { Area, Locale } from '../../i18n/texts.ts';
import { loadArea, type Translate, translator } from '../../i18n/translate.ts';
import type { ImportIssue } from '../../importers/importResult.ts';
import { selectTranslate } from '../../state/selectors.ts';
import { useAppStore } from '../shared/AppStoreContext.ts';
import './data.css';

/** The analysis for other tools: which format, which paths, how it begins. */
export function DataPanel() {
  const t = useAppStore(selectTranslate);
  const topology = useAppStore((state) => state.topology);
  const locale = useAppStore((state) => state.locale);
  const issues = useAppStore((state) => state.report?.issues ?? noIssues);
  const [format, setFormat] = useState<DataFormatId>('json');
  const [layer, setLayer] = useState(useAppStore((state) => state.layer));
  // The JSON is a contract: it has every path.
  const isWhole = format === 'json';
  const paths = isWhole ? 'all' : layer;
  const text = useWritten({ format, topology, locale, layer: paths, issues });
  return (
    <div className="data">
      <p className="lead">{t('formats.lead')}</p>
      <fieldset className="data-formats">
        <legend>{t('formats.format')}</legend>
        {dataFormatIds.map((id) => (
          <label key={id} className="toggle">
            <input type="radio" name="data-format" checked={format === id} onChange={() => setFormat(id)} />
            <span>
              <b>{dataFormats[id].name}</b>
              <small>{t(`formats.for.${id}`)}</small>
            </span>
          </label>
        ))}
      </fieldset>
      <div className="data-file">
        <fieldset className="data-paths">
          <legend>{t('formats.paths')}</legend>
          {layers.map((one) => (
            <label key={one} className="toggle">
              <input
                type="radio"
                name="data-layer"
                checked={paths === one}
                disabled={isWhole}
                onChange={() => setLayer(one)}
              />{' '}
              {t(`layer.${one}`)}
            </label>
          ))}
          {isWhole && <p className="muted">{t('formats.paths-all')}</p>}
        </fieldset>
        <Written key={`${format} ${paths}`} format={format} text={text} />
        <p className="muted">{t(`formats.without.${format}`)}</p>
      </div>
    </div>
  );
}

const noIssues: readonly ImportIssue[] = [];
/** Of a file with thousands of lines the first tell what it is like. */
const shownLines = 40;
const longestLine = 400;

function Written({ format, text }: { readonly format: DataFormatId; readonly text: string | null }) {
  const t = useAppStore(selectTranslate);
  const [copied, setCopied] = useState(false);
  const { extension, mime } = dataFormats[format];
  const name = `mitmap.${extension}`;
  const blob = text === null ? null : new Blob([text], { type: `${mime};charset=utf-8` });
  const copy = () => {
    void copyText((text ?? '').replace(/^\ufeff/, '')).then(() => setCopied(true));
  };
  return (
    <>
      <div className="buttons">
        <button type="button" className="primary" disabled={!blob} onClick={() => blob && download(blob, name)}>
          {t('formats.save')}
        </button>
        <button type="button" disabled={!blob} onClick={copy}>
          <span role="status">{copied ? t('formats.copied') : t('formats.copy')}</span>
        </button>
        <span className="data-size">{blob && t('formats.size', { name, size: Math.ceil(blob.size / 1000) })}</span>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <pre tabIndex={0} role="region" aria-label={t('formats.preview', { name })} aria-busy={text === null}>
        {text === null ? '' : beginningOf(text, t)}
      </pre>
    </>
  );
}

function beginningOf(text: string, t: Translate): string {
  const lines = text
    .replace(/^\ufeff/, '')
    .trimEnd()
    .split('\n');
  const shown = lines
    .slice(0, shownLines)
    .map((line) => (line.length > longestLine ? `${line.slice(0, longestLine)}…` : line));
  const more = lines.length - shown.length;
  return more > 0 ? `${shown.join('\n')}\n… ${t('formats.lines-more', { count: more })}` : shown.join('\n');
}

type Request = {
  readonly format: DataFormatId;
  readonly topology: Topology;
  readonly locale: Locale;
  readonly layer: Layer;
  readonly issues: readonly ImportIssue[];
};

const areas: readonly Area[] = ['explanations', 'fixes', 'formats', 'importing', 'interface', 'weaknesses'];

/** The file that was asked for, or null while it is being written. */
function useWritten({ format, topology, locale, layer, issues }: Request): string | null {
  const [written, setWritten] = useState<{ readonly key: readonly unknown[]; readonly text: string } | null>(null);
  useEffect(() => {
    let isOver = false;
    const write = async () => {
      await Promise.all(areas.map(loadArea));
      // Trying out remedies takes a while: the page shows the choice first.
      await new Promise((done) => setTimeout(done, 0));
      if (isOver) return;
      const t = translator(locale);
      const rows = issues.map((issue) => issueRow(issue, t));
      const date = new Date().toISOString().slice(0, 10);
      const text = writeData(format, topology, { t, locale, layer, issues: rows, version: appVersion, date });
      setWritten({ key: [format, topology, locale, layer, issues], text });
    };
    void write();
    return () => {
      isOver = true;
    };
  }, [format, topology, locale, layer, issues]);
  const asked = [format, topology, locale, layer, issues];
  return written?.key.every((one, index) => one === asked[index]) ? written.text : null;
}

function issueRow({ code, severity, place, params }: ImportIssue, t: Translate) {
  const { file, line, column } = place;
  const message = `${t(`issue.${code}`, params)} ${t(`advice.${code}`, params)}`;
  return { code, severity, file, line, ...(column !== undefined && { column }), message };
}
