import type { Analysis } from '../analysis/analyze.ts';
import type { Layer } from '../analysis/layer.ts';
import { shownNetworks } from '../analysis/shownNetworks.ts';
import type { Topology } from '../domain/topology.ts';
import { tableMeasurer } from '../geometry/textWidth.ts';
import { groupTopology } from '../grouping/groupTopology.ts';
import { type Kept, partOfPicture } from '../grouping/partOfPicture.ts';
import { layoutPicture } from '../layout/layoutPicture.ts';
import { buildScene } from '../scene/buildScene.ts';
import type { Captions } from '../scene/captions.ts';
import type { ColorBy } from '../scene/colorBy.ts';
import { fullDetail } from '../scene/sceneOptions.ts';
import type { Scene } from '../scene/shape.ts';
import { type ThemeId, themes } from '../scene/theme.ts';

export type DiagramOptions = {
  readonly theme: ThemeId;
  readonly captions: Captions;
  readonly colorBy: ColorBy;
  readonly layer: Layer;
};

/**
 * Everything from topology to picture, in one call.
 * @param kept the part that is drawn; everything, if nothing else is given
 */
export function diagramScene(topology: Topology, analysis: Analysis, options: DiagramOptions, kept?: Kept): Scene {
  const picture = groupTopology(topology, analysis, options.layer);
  const layout = layoutPicture(kept ? partOfPicture(picture, kept) : picture, {
    networks: shownNetworks(topology),
    pins: topology.arrangement.pins,
    measure: tableMeasurer,
  });
  return buildScene(layout, {
    ...options,
    theme: themes[options.theme],
    measure: tableMeasurer,
    detail: fullDetail,
    remarks: topology.remarks,
  });
}
