import type { Translate } from '../../i18n/translate.ts';
import type { Weakness } from '../../weaknesses/weakness.ts';
import {
  certaintyText,
  fixText,
  weaknessPaths,
  weaknessSource,
  weaknessText,
  weaknessTitle,
} from '../weaknessWords.ts';
import { type Block, cut, type Line, paragraph, type Section } from './block.ts';

/** What beside the settings of the paths decides who is in the middle: each with what it gives, where, and what to do. */
export function weaknessBlocks(all: readonly Weakness[], t: Translate): readonly Block[] {
  const lead: Block = { kind: 'paragraph', line: [t('weaknesses.lead')], tone: 'muted' };
  const ground: Block = { kind: 'paragraph', line: [t('weaknesses.assumed')], tone: 'muted' };
  if (all.length === 0) return [paragraph(t('weaknesses.none')), ground];
  return [lead, ...all.map((one) => sectionOf(one, t)), ground];
}

function sectionOf(weakness: Weakness, t: Translate): Section {
  const { severity, on } = weakness;
  const paths = weaknessPaths(weakness);
  const { title, url } = weaknessSource(weakness);
  const rows: readonly (readonly [string, Line])[] = [
    [t('report.severity'), [`${t(`weaknesses.severity.${severity}`)}. ${certaintyText(weakness, t)}`]],
    ...(on.length > 0 ? [[t('weaknesses.on'), [cut(on)]] as const] : []),
    [t('weaknesses.paths'), [paths.length > 0 ? paths.join(', ') : t('weaknesses.no-path')]],
    [t('weaknesses.fix'), plainLine(fixText(weakness, t))],
    [t('weaknesses.record'), [url === null ? title : { kind: 'link', href: url, text: title }]],
  ];
  return {
    kind: 'section',
    title: [weaknessTitle(weakness, t)],
    blocks: [paragraph(...plainLine(weaknessText(weakness, t))), { kind: 'facts', rows }],
  };
}

/** A text with its `code` as code. */
function plainLine(text: string): Line {
  return text.split('`').map((part, index) => (index % 2 === 1 ? ({ kind: 'code', text: part } as const) : part));
}
