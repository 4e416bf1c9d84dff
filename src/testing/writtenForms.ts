import { layers } from '../analysis/layer.ts';
import type { Topology } from '../domain/topology.ts';
import { reportSvg } from '../export/exportSvg.ts';
import { dataFormatIds, writeData } from '../export/formats/formats.ts';
import { remediesMarkdown } from '../export/remediesReport.ts';
import { htmlReport } from '../export/report/htmlReport.ts';
import { markdownReport } from '../export/report/markdownReport.ts';
import { reportParts } from '../export/report/reportPart.ts';
import { areas } from '../i18n/texts.ts';
import { loadArea, loadLocale, translator } from '../i18n/translate.ts';
import type { ImportIssue } from '../importers/importResult.ts';
import { writeShareLink } from '../project/shareLink.ts';
import { writeProject } from '../project/writeProject.ts';

const t = translator('en');

/** Loads what the writers say. */
export async function loadAllTexts(): Promise<void> {
  await loadLocale('en');
  for (const area of Object.keys(areas) as (keyof typeof areas)[]) await loadArea(area);
}

/** Everything that is written of a model, by what it is. Its texts are loaded before. */
export function writtenForms(topology: Topology, issues: readonly ImportIssue[]): Readonly<Record<string, string>> {
  const rows = issues.map(({ code, severity, place, params }) => ({
    severity,
    code,
    message: Object.values(params).join(' '),
    file: place.file,
    line: place.line,
  }));
  const common = { t, locale: 'en', layer: layers[1], date: '2026-12-01', version: '0', issues: rows } as const;
  const svg = reportSvg(topology, common);
  return {
    project: writeProject(topology),
    link: JSON.stringify(writeShareLink(topology, [])),
    svg,
    html: htmlReport(topology, { ...common, parts: new Set(reportParts), svg }),
    markdown: markdownReport(topology, { ...common, parts: new Set(reportParts), svg: null }),
    remedies: remediesMarkdown(topology, t),
    ...Object.fromEntries(dataFormatIds.map((format) => [format, writeData(format, topology, common)])),
  };
}
