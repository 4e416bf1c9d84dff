import { analyse } from '../analysis/analyse.ts';
import { networkOf } from '../domain/topology.ts';
import { tableMeasurer } from '../geometry/textWidth.ts';
import { groupTopology } from '../grouping/groupTopology.ts';
import { captionsOf } from '../i18n/captions.ts';
import { translator } from '../i18n/translate.ts';
import { layoutPicture } from '../layout/layoutPicture.ts';
import { buildScene } from '../scene/buildScene.ts';
import { themes } from '../scene/theme.ts';
import type { AppState } from './createAppStore.ts';
import { memoizeLast } from './memoizeLast.ts';

const analysisOf = memoizeLast(analyse);
const pictureOf = memoizeLast(groupTopology);
const layoutOf = memoizeLast((topology: AppState['topology'], picture: ReturnType<typeof groupTopology>) =>
  layoutPicture(picture, {
    network: networkOf(topology, 'cluster-network'),
    pins: topology.arrangement.pins,
    measure: tableMeasurer,
  }),
);
const sceneOf = memoizeLast(
  (
    layout: ReturnType<typeof layoutPicture>,
    theme: AppState['theme'],
    locale: AppState['locale'],
    colouring: AppState['colouring'],
    detail: AppState['detail'],
    remarks: AppState['topology']['remarks'],
  ) =>
    buildScene(layout, {
      theme: themes[theme],
      captions: captionsOf(translator(locale)),
      colouring,
      measure: tableMeasurer,
      detail,
      remarks,
    }),
);

export const selectAnalysis = ({ topology }: AppState) => analysisOf(topology);
export const selectPicture = (state: AppState) => pictureOf(state.topology, selectAnalysis(state));
export const selectLayout = (state: AppState) => layoutOf(state.topology, selectPicture(state));
export const selectScene = (state: AppState) =>
  sceneOf(selectLayout(state), state.theme, state.locale, state.colouring, state.detail, state.topology.remarks);
export const selectTranslate = ({ locale }: AppState) => translator(locale);
