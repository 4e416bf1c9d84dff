import type { Topology } from '../domain/topology.ts';
import type { IssueRow } from '../export/analysisJson.ts';
import { exportSvg, reportPicture } from '../export/exportSvg.ts';
import { writeData } from '../export/formats/formats.ts';
import { remediesJson, remediesMarkdown } from '../export/remediesReport.ts';
import { htmlReport } from '../export/report/htmlReport.ts';
import { markdownReport } from '../export/report/markdownReport.ts';
import { usualParts } from '../export/report/reportPart.ts';
import type { Output } from './options.ts';

/** A cluster in the wanted format, in the same bytes as the page saves. */
export function textOf(topology: Topology, issues: readonly IssueRow[], output: Output, version: string): string {
  const { format, t, locale, layer, date, picture } = output;
  if (output.remedies) return format === 'json' ? remediesJson(topology, t) : remediesMarkdown(topology, t);
  const common = { t, locale, layer, date, version, issues };
  const drawn = { ...common, colouring: 'overall', extent: { type: 'whole' }, fonts: null } as const;
  switch (format) {
    case 'markdown':
      return markdownReport(topology, { ...common, parts: usualParts, svg: null });
    case 'html': {
      const { svg } = exportSvg(topology, { ...reportPicture, ...drawn });
      return htmlReport(topology, { ...common, parts: usualParts, svg });
    }
    case 'svg':
      return exportSvg(topology, { ...picture, ...drawn }).svg;
    default:
      return writeData(format, topology, common);
  }
}
