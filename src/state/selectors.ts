import { analyze } from '../analysis/analyze.ts';
import { inLayer } from '../analysis/layer.ts';
import type { Status } from '../analysis/rules.ts';
import { shownNetworks } from '../analysis/shownNetworks.ts';
import type { PositionId } from '../attack/positionIds.ts';
import { tableMeasurer } from '../geometry/textWidth.ts';
import { groupTopology } from '../grouping/groupTopology.ts';
import type { PictureBox } from '../grouping/picture.ts';
import { captionsOf, searchWords } from '../i18n/captions.ts';
import { translator } from '../i18n/translate.ts';
import { layoutPicture } from '../layout/layoutPicture.ts';
import { matches } from '../query/matches.ts';
import { buildScene } from '../scene/buildScene.ts';
import { displayStatus } from '../scene/colorBy.ts';
import { themes } from '../scene/theme.ts';
import type { AppState } from './appState.ts';
import { attackerReach } from './attackerReach.ts';
import { statusChanges } from './changes.ts';
import { focusOf, highlightedSubjects } from './focus.ts';
import { memoizeLast } from './memoizeLast.ts';
import { isFiltering, queryOf } from './pathFilter.ts';
import { elementsOf } from './selection.ts';

const analysisOf = memoizeLast(analyze);
const listedOf = memoizeLast(inLayer);
const pictureOf = memoizeLast(groupTopology);
const layoutOf = memoizeLast((topology: AppState['topology'], picture: ReturnType<typeof groupTopology>) =>
  layoutPicture(picture, {
    networks: shownNetworks(topology),
    pins: topology.arrangement.pins,
    measure: tableMeasurer,
  }),
);
const sceneOf = memoizeLast(
  (
    layout: ReturnType<typeof layoutPicture>,
    theme: AppState['theme'],
    locale: AppState['locale'],
    colorBy: AppState['colorBy'],
    detail: AppState['detail'],
    remarks: AppState['topology']['remarks'],
    changed: ReadonlyMap<string, Status>,
    answersHidden: boolean,
  ) =>
    buildScene(layout, {
      theme: themes[theme],
      captions: captionsOf(translator(locale)),
      colorBy,
      measure: tableMeasurer,
      detail,
      remarks,
      changed,
      answersHidden,
    }),
);

/** Every connection of the chosen layer. */
export const selectAnalysis = ({ topology, layer }: AppState) => listedOf(analysisOf(topology), layer);
/** Every connection, whichever layer is drawn. */
export const selectAll = ({ topology }: AppState) => analysisOf(topology);
export const selectPicture = (state: AppState) => pictureOf(state.topology, selectAnalysis(state), state.layer);
export const selectLayout = (state: AppState) => layoutOf(state.topology, selectPicture(state));
export const selectScene = (state: AppState) =>
  sceneOf(
    selectLayout(state),
    state.theme,
    state.locale,
    state.colorBy,
    state.detail,
    state.topology.remarks,
    selectChanged(state),
    state.hiddenAnswers === 'verdicts',
  );
export const selectTranslate = ({ locale }: AppState) => translator(locale);

const byId = memoizeLast(
  (analysis: ReturnType<typeof analyze>) =>
    new Map(analysis.connections.map((connection) => [connection.id, connection])),
);
const baselineOf = memoizeLast(analyze);

/** The verdicts of the cluster as it was opened; during a trial, of the model that it is tried on. */
export const selectBefore = (state: AppState) => {
  const before = state.trialBase ?? state.baseline;
  return byId(before === state.topology ? selectAnalysis(state) : baselineOf(before));
};

const trialBaseOf = memoizeLast((trialBase: AppState['trialBase']) => (trialBase ? analyze(trialBase) : null));

/** The verdicts of the model that something is tried on; null where nothing is. */
export const selectTrialBaseAnalysis = ({ trialBase }: AppState) => trialBaseOf(trialBase);

const changedOf = memoizeLast(
  (before: ReturnType<typeof analyze> | null, now: ReturnType<typeof analyze>): ReadonlyMap<string, Status> =>
    new Map(before ? statusChanges(before, now).map((change) => [change.now.id, change.before.status]) : []),
);

/** What paths were before a trial that changes them, by connection. */
const selectChanged = (state: AppState) => changedOf(selectTrialBaseAnalysis(state), selectAll(state));

const membersOf = memoizeLast((picture: ReturnType<typeof groupTopology>, selection: AppState['selection']) => {
  const boxes = boxesOf(picture);
  return new Set(elementsOf(selection).flatMap((id) => boxes.get(id)?.members ?? [id.slice(id.indexOf('~') + 1)]));
});

type Touches = (connection: ReturnType<typeof analyze>['connections'][number]) => boolean;

const touchesOf = memoizeLast(
  (picture: ReturnType<typeof groupTopology>, selection: AppState['selection']): Touches => {
    const boxes = elementsOf(selection).map((id) => {
      const box: Pick<PictureBox, 'component' | 'members'> | undefined = boxesOf(picture).get(id);
      const { component, members } = box ?? {
        component: id.startsWith('pod~') ? 'pod' : 'worker',
        members: [id.slice(id.indexOf('~') + 1)],
      };
      return { component, members: new Set(members) };
    });
    return ({ client, server }) =>
      boxes.some(({ component, members }) =>
        [client, server].some(
          (end) =>
            (component === 'worker' || component === 'host' || component === end.component) &&
            end.members.some((id) => members.has(id)),
        ),
      );
  },
);

/** Whether a connection ends at what is selected; a node or host stands for all that runs on it. */
export const selectTouches = (state: AppState) => touchesOf(selectPicture(state), state.selection);

/** The elements behind the selected boxes. */
export const selectMembers = (state: AppState) => membersOf(selectPicture(state), state.selection);

/** Every box of a picture by its id. */
export const boxesOf = memoizeLast(
  (picture: ReturnType<typeof groupTopology>): ReadonlyMap<string, PictureBox> =>
    new Map(
      [
        picture.hosts,
        picture.apiServer,
        ...picture.components.map((part) => part.box),
        ...(picture.konnectivityServer ? [picture.konnectivityServer.box] : []),
        ...picture.nodes.flatMap((node) => [node.frame, ...node.parts.map((part) => part.box)]),
        ...picture.services.map((part) => part.box),
        ...picture.outside.map((one) => one.box),
      ].map((box) => [box.id, box]),
    ),
);

const passingOf = memoizeLast(
  (
    analysis: ReturnType<typeof analyze>,
    filter: string,
    topology: AppState['topology'],
    colorBy: AppState['colorBy'],
    before: ReturnType<typeof selectBefore>,
    touches: Touches,
    reach: ReturnType<typeof reachesOf>,
    locale: AppState['locale'],
  ) => {
    if (!isFiltering(filter)) return analysis.connections;
    const captions = captionsOf(translator(locale));
    const words = (connection: (typeof analysis.connections)[number]) => searchWords(connection, captions);
    const drawnAs = (connection: (typeof analysis.connections)[number]) => displayStatus(connection, colorBy);
    const context = { topology, drawnAs, before, touches, reach, words };
    return analysis.connections.filter((connection) => matches(queryOf(filter), connection, context));
  },
);

/** What an attacker reaches from each position that a query asks about. */
const reachesOf = memoizeLast((topology: AppState['topology'], all: ReturnType<typeof analyze>, _known: boolean) => {
  const found = new Map<PositionId, ReadonlySet<string> | null>();
  return (position: PositionId) => {
    const known = found.get(position) ?? reachedIds(attackerReach(topology, all, position));
    found.set(position, known);
    return known;
  };
});

function reachedIds(reached: ReturnType<typeof attackerReach>): ReadonlySet<string> | null {
  if (reached === null) return null;
  return new Set(reached.entries.filter(({ access }) => access !== 'none').map(({ connection }) => connection.id));
}

/** The connections that the query lets through, in the order of the catalog. */
export const selectPassing = (state: AppState) =>
  passingOf(
    selectAnalysis(state),
    state.filter,
    state.topology,
    state.colorBy,
    selectBefore(state),
    selectTouches(state),
    reachesOf(state.topology, selectAll(state), state.reachKnown),
    state.locale,
  );

const reach = memoizeLast(attackerReach);

/** What the attacker reaches on all paths, drawn or not; null while there is none. */
export const selectReach = (state: AppState) => reach(state.topology, selectAll(state), state.attacker);

/** The connections that stay bright by themselves; null means all of them. */
const brightOf = memoizeLast(
  (
    passing: ReturnType<typeof passingOf> | null,
    reached: ReturnType<typeof attackerReach>,
  ): ReadonlySet<string> | null => {
    const passes = passing && new Set(passing.map(({ id }) => id));
    if (reached === null || reached.unavailable !== null) return passes;
    const inReach = [...(reachedIds(reached) ?? [])];
    return new Set(inReach.filter((id) => passes === null || passes.has(id)));
  },
);

const focus = memoizeLast(
  (
    layout: ReturnType<typeof layoutPicture>,
    hovered: AppState['hovered'],
    selection: AppState['selection'],
    pinned: AppState['pinned'],
    bright: ReadonlySet<string> | null,
    highlight: AppState['highlight'],
  ) =>
    highlight && hovered === null && selection === null && pinned.length === 0
      ? highlightedSubjects(layout, highlight)
      : focusOf(layout, hovered, selection, pinned, bright),
);

/** What is lit in the picture; null where everything is. */
export const selectFocus = (state: AppState) =>
  focus(
    selectLayout(state),
    state.hovered,
    state.selection,
    state.pinned,
    brightOf(isFiltering(state.filter) ? selectPassing(state) : null, selectReach(state)),
    state.highlight,
  );
