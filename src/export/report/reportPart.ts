import type { Layer } from '../../analysis/layer.ts';
import type { Locale } from '../../i18n/texts.ts';
import type { Translate } from '../../i18n/translate.ts';
import type { IssueRow } from '../analysisJson.ts';
import type { Only } from '../only.ts';

/** What a report can leave out, in the order in which it stands there. Title and summary are always in it. */
export const reportParts = [
  'picture',
  'table',
  'exposed',
  'weaknesses',
  'protected',
  'remedies',
  'assumptions',
  'undetermined',
  'messages',
  'derivation',
  'sources',
] as const;
export type ReportPart = (typeof reportParts)[number];

/** Everything but the details of what is protected anyway, and the raw inputs of the rules. */
export const usualParts: ReadonlySet<ReportPart> = new Set(
  reportParts.filter((part) => part !== 'protected' && part !== 'derivation'),
);

/** What the content of a report depends on beside the cluster. */
export type ContentOptions = {
  readonly t: Translate;
  readonly locale: Locale;
  readonly layer: Layer;
  /** Written into the title block, as `2026-11-23`. */
  readonly date: string;
  /** Version of this program. */
  readonly version: string;
  readonly issues: readonly IssueRow[];
  /** Which connections it tells of; absent for all. With it, the area `query` is loaded. */
  readonly only?: Only;
};

export type ReportOptions = ContentOptions & {
  readonly parts: ReadonlySet<ReportPart>;
  /** The numbered picture as an SVG file; null for a report without it. Only HTML holds it. */
  readonly svg: string | null;
  /** Name of a file beside a Markdown report that holds the picture. */
  readonly pictureFile?: string;
};
