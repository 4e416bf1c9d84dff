import { analyze } from '../analysis/analyze.ts';
import { type Connection, lineId } from '../analysis/connection.ts';
import { inLayer, type Layer } from '../analysis/layer.ts';
import type { Topology } from '../domain/topology.ts';
import { captionsOf } from '../i18n/captions.ts';
import { remarkLines } from '../i18n/remarks.ts';
import type { Locale } from '../i18n/texts.ts';
import type { Translate } from '../i18n/translate.ts';
import { embeddedModel } from '../project/embeddedModel.ts';
import type { ColorBy } from '../scene/colorBy.ts';
import { label } from '../scene/draw.ts';
import { systemStyle } from '../scene/svgElement.ts';
import { type Theme, type ThemeId, themes } from '../scene/theme.ts';
import { diagramScene } from './diagram.ts';
import { escapeXml } from './escapeXml.ts';
import { arranged } from './picture/arranged.ts';
import { type Block, emptyBlock, textLines, wrapped } from './picture/block.ts';
import { type Extent, pictureBlock, shownIn } from './picture/extent.ts';
import { embeddedFamilies, type FontSet, fontFacesOf, outlined } from './picture/fonts.ts';
import { legendBlock, remarksBlock } from './picture/legend.ts';
import { onPaper, type Page, type PaperId } from './picture/paper.ts';
import { tableBlock } from './picture/pathTable.ts';
import { svgDocument } from './svgDocument.ts';

/** Where the table of paths stands; `fitting`: where it leaves the picture larger. */
export const tablePlaces = ['fitting', 'beneath', 'beside', 'none'] as const;
export type TablePlace = (typeof tablePlaces)[number];

/** `system`: text in a font that the reader has. `embedded`: with the characters of a font. `outlines`: no text. */
export const fontChoices = ['system', 'embedded', 'outlines'] as const;
export type FontChoice = (typeof fontChoices)[number];

/** What a picture looks like and what is in it. */
export type PictureOptions = {
  readonly theme: ThemeId;
  readonly transparent: boolean;
  readonly paper: PaperId;
  readonly table: TablePlace;
  readonly legend: boolean;
  /** Whether there is a title block, and its title; empty for the usual one. */
  readonly titleBlock: boolean;
  readonly title: string;
  /** Whether the model is in the file, so that the app can open it again. Never where names are pseudonyms. */
  readonly model: boolean;
};

export const usualPicture: PictureOptions = {
  theme: 'light',
  transparent: false,
  paper: 'natural',
  table: 'fitting',
  legend: true,
  titleBlock: true,
  title: '',
  model: true,
};

/** The picture in a report, which has title and table of its own. */
export const reportPicture: PictureOptions = { ...usualPicture, table: 'none', titleBlock: false, model: false };

/** The whole picture as a report has it. */
export function reportSvg(
  topology: Topology,
  common: Omit<SvgOptions, keyof PictureOptions | 'colorBy' | 'extent' | 'fonts'>,
): string {
  const whole = { colorBy: 'overall', extent: { type: 'whole' }, fonts: null } as const;
  return exportSvg(topology, { ...reportPicture, ...common, ...whole }).svg;
}

export type SvgOptions = PictureOptions & {
  readonly t: Translate;
  readonly locale: Locale;
  readonly colorBy: ColorBy;
  readonly layer: Layer;
  readonly extent: Extent;
  /** Written into the title block, as `2026-11-23`. */
  readonly date: string;
  /** Of the app. */
  readonly version: string;
  /** Fonts to embed, or to draw outlines of; null for those that the reader has. */
  readonly fonts: { readonly choice: Exclude<FontChoice, 'system'>; readonly set: FontSet } | null;
};

/** A file, and the size in points of its smallest text, so that somebody can be told when it is too small. */
export type PictureFile = { readonly svg: string; readonly smallest: number };

/** The picture as an SVG file. The command line writes the same bytes as the app. */
export function exportSvg(topology: Topology, options: SvgOptions): PictureFile {
  const { t, locale, fonts } = options;
  const page = pageOf(topology, options);
  const background = themes[options.theme].canvas;
  const { width, height } = page.block;
  const shapes = fonts?.choice === 'outlines' ? outlined(page.block.shapes, fonts.set) : page.block.shapes;
  const embedded = fonts?.choice === 'embedded' ? fonts.set : null;
  const title = `${titleOf(options)}: ${topology.name}`;
  const svg = svgDocument(
    { width, height, background, shapes },
    {
      title,
      description: t('app.description'),
      language: locale,
      width: page.width,
      height: page.height,
      transparent: options.transparent,
      fonts: embedded ? embeddedFamilies : systemStyle,
      fontFaces: embedded ? fontFacesOf(shapes, embedded) : '',
      metadata: dublinCore(title, topology, options) + modelOf(topology, options),
    },
  );
  return { svg, smallest: Math.round(smallestText * page.pointsPerPixel * 10) / 10 };
}

/** Title, picture, legend, remarks and table on their paper. */
function pageOf(topology: Topology, options: SvgOptions): Page {
  const { t, layer, extent, colorBy, theme: themeId } = options;
  const whole = analyze(topology);
  const analysis = inLayer(whole, layer);
  const captions = captionsOf(t);
  const theme = themes[themeId];
  const kept = extent.type === 'selection' ? extent.kept : undefined;
  const scene = diagramScene(topology, analysis, { theme: themeId, colorBy, layer, captions }, kept);
  const picture = pictureBlock(scene, extent);
  const shown = shownIn(picture.shapes);
  const drawn = analysis.connections.filter(({ id }) => shown.connections.has(id) || shown.connections.has(lineId(id)));
  const remarks = remarkLines(topology, whole.connections, shown.remarks, t);
  const lines = titleLines(topology, drawn, options);
  const content = (place: 'none' | 'beneath' | 'beside') =>
    arranged(picture, place, options.paper !== 'natural', {
      title: (width) => (options.titleBlock ? titleBlock(titleOf(options), lines, width, theme) : emptyBlock),
      legend: (width) => (options.legend ? legendBlock(drawn, width, theme, captions, colorBy) : emptyBlock),
      remarks: (width) => remarksBlock(remarks, width, theme, captions.remarks),
      table: (width) => tableBlock(drawn, width, theme, colorBy, t),
    });
  if (options.table !== 'fitting') return onPaper(content(options.table), options.paper);
  const beneath = onPaper(content('beneath'), options.paper);
  if (options.paper === 'natural') return beneath;
  const beside = onPaper(content('beside'), options.paper);
  return beside.scale > beneath.scale ? beside : beneath;
}

function titleOf({ t, title }: SvgOptions): string {
  return title.trim() || t('app.title');
}

/** Pixels, in the app. */
const smallestText = 12;

function modelOf(topology: Topology, { model }: SvgOptions): string {
  return model && topology.pseudonymous === undefined ? embeddedModel(topology) : '';
}

/** https://www.dublincore.org/specifications/dublin-core/dcmi-terms/ */
function dublinCore(title: string, { sources }: Topology, { t, locale, date, version }: SvgOptions): string {
  const element = (name: string, text: string) => `<dc:${name}>${escapeXml(text)}</dc:${name}>`;
  return [
    '<rdf:RDF xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    '<rdf:Description rdf:about="">',
    element('title', title),
    element('creator', `mitmap ${version}`),
    element('date', date),
    element('format', 'image/svg+xml'),
    element('language', locale),
    element('description', t('app.description')),
    ...sources.map((source) => element('source', source)),
    '</rdf:Description></rdf:RDF>',
  ].join('');
}

/** Where the model comes from, of when it is, and how much of it is assumed. */
function titleLines(topology: Topology, drawn: readonly Connection[], options: SvgOptions): readonly string[] {
  const { t, date, version } = options;
  const { sources, kubernetesVersion, name } = topology;
  const [shown, more] = [sources.slice(0, 4), sources.length - 4];
  const files = `${t('export.sources')}: ${shown.join(', ')}${more > 0 ? ` +${more}` : ''}`;
  const assumed = drawn.filter(({ evidence }) => evidence === 'default').length;
  const unknown = drawn.filter(({ status }) => status === 'unknown').length;
  return [
    ...(name ? [name] : []),
    ...(sources.length > 0 ? [files] : []),
    `Kubernetes ${kubernetesVersion} · ${date} · ${t('export.generated')} ${version}`,
    t('exporting.assumed', { assumed, unknown, all: drawn.length }),
  ];
}

function titleBlock(title: string, lines: readonly string[], width: number, theme: Theme): Block {
  const heads = wrapped(title, width - 48, 20, true);
  const written = lines.flatMap((line) => wrapped(line, width - 48, 13));
  const below = 30 + heads.length * 24;
  return {
    width,
    height: below + written.length * 18,
    shapes: [
      ...heads.map((line, index) => label(24, 32 + index * 24, line, theme.ink, 20, true)),
      ...textLines(written, 24, below, 18, theme.ink, 13),
    ],
  };
}
