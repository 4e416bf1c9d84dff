import { useEffect, useState } from 'react';
import type { Layer } from '../../analysis/layer.ts';
import { appVersion } from '../../browser/buildInfo.ts';
import type { Topology } from '../../domain/topology.ts';
import { reportSvg } from '../../export/exportSvg.ts';
import { type ReportContent, reportContent } from '../../export/report/reportContent.ts';
import type { Area, Locale } from '../../i18n/texts.ts';
import { loadArea, loadLocale, type Translate, translator } from '../../i18n/translate.ts';
import type { ImportIssue } from '../../importers/importResult.ts';

const areas: readonly Area[] = [
  'attacker',
  'explanations',
  'exporting',
  'fixes',
  'importing',
  'interface',
  'reference',
  'report',
  'weaknesses',
];

export type ReportRequest = {
  readonly topology: Topology;
  readonly issues: readonly ImportIssue[];
  readonly locale: Locale;
  readonly layer: Layer;
};

/** All that a report can hold, and its picture. */
export type FinishedReport = { readonly content: ReportContent; readonly svg: string; readonly request: ReportRequest };

/** The report that was asked for, or null while it is being made. */
export function useReport(request: ReportRequest): FinishedReport | null {
  const { topology, issues, locale, layer } = request;
  const [finished, setFinished] = useState<FinishedReport | null>(null);
  useEffect(() => {
    let isOver = false;
    const make = async () => {
      await Promise.all([...areas.map(loadArea), loadLocale(locale)]);
      // Trying out remedies takes a while: the page says so first.
      await new Promise((done) => setTimeout(done, 30));
      if (!isOver) setFinished(finish({ topology, issues, locale, layer }));
    };
    void make();
    return () => {
      isOver = true;
    };
  }, [topology, issues, locale, layer]);
  const isCurrent =
    finished?.request.topology === topology &&
    finished.request.issues === issues &&
    finished.request.locale === locale &&
    finished.request.layer === layer;
  return isCurrent ? finished : null;
}

function finish(request: ReportRequest): FinishedReport {
  const { topology, issues, locale, layer } = request;
  const t = translator(locale);
  const common = { t, locale, layer, date: new Date().toISOString().slice(0, 10), version: appVersion };
  const svg = reportSvg(topology, common);
  const content = reportContent(topology, { ...common, issues: issues.map((issue) => issueRow(issue, t)) });
  return { content, svg, request };
}

function issueRow({ code, severity, place, params }: ImportIssue, t: Translate) {
  const message = `${t(`issue.${code}`, params)} ${t(`advice.${code}`, params)}`;
  return { code, severity, file: place.file, line: place.line, message };
}
