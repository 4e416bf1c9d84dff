import { analyse } from '../analysis/analyse.ts';
import { inLayer, type Layer } from '../analysis/layer.ts';
import type { Topology } from '../domain/topology.ts';
import { captionsOf } from '../i18n/captions.ts';
import { remarkLines } from '../i18n/remarks.ts';
import type { Locale } from '../i18n/texts.ts';
import type { Translate } from '../i18n/translate.ts';
import type { Colouring } from '../scene/colourBy.ts';
import type { ThemeId } from '../scene/theme.ts';
import { diagramScene, withFrame } from './diagram.ts';
import { svgDocument } from './svgDocument.ts';

export type SvgOptions = {
  readonly t: Translate;
  readonly locale: Locale;
  readonly theme: ThemeId;
  readonly colouring: Colouring;
  readonly layer: Layer;
  /** Written into the title block, as `2026-11-23`. */
  readonly date: string;
};

/** The whole picture as an SVG file, with title block and legend. The command line writes the same bytes as the app. */
export function exportSvg(topology: Topology, options: SvgOptions): string {
  const { t, locale, layer } = options;
  const analysis = inLayer(analyse(topology), layer);
  const diagram = { theme: options.theme, colouring: options.colouring, layer, captions: captionsOf(t) };
  const title = t('app.title');
  const sources =
    topology.sources.length > 0 ? `${t('export.sources')}: ${topology.sources.slice(0, 4).join(', ')}` : topology.name;
  const lines = [sources, `Kubernetes ${topology.kubernetesVersion} · ${options.date} · ${t('export.generated')}`];
  const remarks = remarkLines(topology, analysis.connections, t);
  const scene = withFrame(diagramScene(topology, analysis, diagram), analysis, { title, lines, remarks }, diagram);
  return svgDocument(scene, {
    title: `${title}: ${topology.name}`,
    description: t('app.description'),
    language: locale,
  });
}
