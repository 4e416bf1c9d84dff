import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Topology } from '../domain/topology.ts';
import type { IssueRow } from '../export/analysisJson.ts';
import { exportSvg, type FontChoice, reportSvg, type SvgOptions } from '../export/exportSvg.ts';
import { writeData } from '../export/formats/formats.ts';
import { type FontStyle, parseFont } from '../export/picture/fonts.ts';
import { remediesJson, remediesMarkdown } from '../export/remediesReport.ts';
import { htmlReport } from '../export/report/htmlReport.ts';
import { markdownReport } from '../export/report/markdownReport.ts';
import { onlyIn } from './onlyIn.ts';
import type { Output } from './options.ts';

/** A cluster in the wanted format, in the same bytes as the page saves. */
export function textOf(topology: Topology, issues: readonly IssueRow[], output: Output, version: string): string {
  const { format, t, locale, layer, date, picture } = output;
  if (output.remedies) return format === 'json' ? remediesJson(topology, t) : remediesMarkdown(topology, t);
  const only = onlyIn(topology, output);
  const common = { t, locale, layer, date, version, issues, ...(only && { only }) };
  const { parts } = output;
  const drawn = { ...common, colorBy: 'overall', extent: { type: 'whole' }, fonts: null } as const;
  switch (format) {
    case 'markdown':
      return markdownReport(topology, { ...common, parts, svg: null });
    case 'html': {
      return htmlReport(topology, { ...common, parts, svg: reportSvg(topology, common) });
    }
    case 'svg':
      return exportSvg(topology, { ...picture, ...drawn, fonts: fontsOf(output.fonts) }).svg;
    default:
      return writeData(format, topology, common);
  }
}

const { resolve } = createRequire(import.meta.url);
const scripts = ['latin', 'latin-ext', 'cyrillic', 'greek'] as const;

/** The same fonts that the page has. */
function fontsOf(choice: FontChoice): SvgOptions['fonts'] {
  if (choice === 'system') return null;
  const fonts = (family: string, weight: number, of: readonly string[]) =>
    of.map((script) => {
      const file = resolve(`@fontsource/${family}/files/${family}-${script}-${weight}-normal.woff`);
      return parseFont(Uint8Array.from(readFileSync(file)).buffer);
    });
  const set: Readonly<Record<FontStyle, ReturnType<typeof fonts>>> = {
    regular: fonts('arimo', 400, scripts),
    bold: fonts('arimo', 700, scripts),
    mono: fonts('cousine', 400, ['latin']),
  };
  return { choice, set };
}
