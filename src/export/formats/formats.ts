import { analyze } from '../../analysis/analyze.ts';
import { inLayer, type Layer } from '../../analysis/layer.ts';
import type { Topology } from '../../domain/topology.ts';
import type { Locale } from '../../i18n/texts.ts';
import type { Translate } from '../../i18n/translate.ts';
import { analysisJson, type IssueRow } from '../analysisJson.ts';
import { decisionOn } from '../decisions.ts';
import { type Only, onlyOf } from '../only.ts';
import { csvOf, fileColumns, fileRow } from '../pathRows.ts';
import { d2Text } from './d2.ts';
import { drawioText } from './drawio.ts';
import { flowChart } from './flowChart.ts';
import { mermaidText } from './mermaid.ts';
import { otmText } from './otm.ts';
import { sarifText } from './sarif.ts';
import { threatDragonText } from './threatDragon.ts';

/** What the analysis can be written as, for other tools. */
export const dataFormatIds = ['json', 'csv', 'sarif', 'mermaid', 'd2', 'drawio', 'threat-dragon', 'otm'] as const;
export type DataFormatId = (typeof dataFormatIds)[number];

/** The end of a file's name, and its media type; `name` is the format's own, in every language. */
export type DataFormat = { readonly name: string; readonly extension: string; readonly mime: string };

export const dataFormats: Readonly<Record<DataFormatId, DataFormat>> = {
  json: { name: 'JSON', extension: 'json', mime: 'application/json' },
  csv: { name: 'CSV', extension: 'csv', mime: 'text/csv' },
  sarif: { name: 'SARIF 2.1.0', extension: 'sarif', mime: 'application/sarif+json' },
  mermaid: { name: 'Mermaid', extension: 'mmd', mime: 'text/vnd.mermaid' },
  d2: { name: 'D2', extension: 'd2', mime: 'text/plain' },
  drawio: { name: 'draw.io', extension: 'drawio', mime: 'application/vnd.jgraph.mxfile' },
  'threat-dragon': { name: 'OWASP Threat Dragon', extension: 'threat-dragon.json', mime: 'application/json' },
  otm: { name: 'Open Threat Model', extension: 'otm', mime: 'application/json' },
};

export type DataOptions = {
  readonly t: Translate;
  readonly locale: Locale;
  /** Which paths are written; `json` always has all of them. */
  readonly layer: Layer;
  /** What was wrong with the files that the model came from. */
  readonly issues: readonly IssueRow[];
  /** Of mitmap. */
  readonly version: string;
  /** As `2026-11-23`. */
  readonly date: string;
  /** Which connections are written; absent for all. */
  readonly only?: Only;
};

/**
 * A model and its analysis as one file. The same model gives the same bytes, in the app and on the command line. Whoever
 * calls it has loaded the areas `explanations`, `fixes` and `formats`.
 */
export function writeData(format: DataFormatId, topology: Topology, options: DataOptions): string {
  const { t, layer, date, only } = options;
  const whole = analyze(topology);
  const analysis = onlyOf(inLayer(whole, layer), only);
  const chart = (nodes: 'together' | 'as-drawn') => flowChart(topology, analysis, { t, layer, nodes });
  switch (format) {
    case 'json':
      return analysisJson(topology, whole, options.issues, only);
    case 'csv': {
      const rows = analysis.connections.map((connection) => fileRow(connection, decisionOn(topology, connection), t));
      // Without the mark a spreadsheet takes the letters for those of its own code page.
      return `\ufeff${csvOf(rows, fileColumns, t)}`;
    }
    case 'sarif':
      return sarifText(topology, analysis.connections, options);
    case 'mermaid':
      return mermaidText(chart('together'), topology.name, t);
    case 'd2':
      return d2Text(chart('together'), topology.name, t);
    case 'drawio':
      return drawioText(topology, chart('as-drawn'), date, t);
    case 'threat-dragon':
      return threatDragonText(topology, chart('together'), date, t);
    case 'otm':
      return otmText(topology, chart('together'), date, t);
  }
}
