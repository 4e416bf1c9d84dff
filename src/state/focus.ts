import { lineId } from '../analysis/connection.ts';
import type { Status } from '../analysis/rules.ts';
import type { EndKind, PathId } from '../catalog/communicationPath.ts';
import type { Layout, PlacedBox, RoutedLink } from '../layout/layout.ts';
import type { Subject } from '../scene/shape.ts';
import type { Selection } from './selection.ts';

/** What stays bright while the rest is dimmed; null means everything. Ids are those of the scene's subjects. */
export type Focus = ReadonlySet<string> | null;

/** What somebody explains: paths, components by their kinds, and all lines of some verdicts. */
export type Highlight = {
  readonly paths: readonly PathId[];
  readonly components: readonly EndKind[];
  readonly statuses: readonly Status[];
};

/** The lines that are explained. */
export function highlightedLinks({ links }: Layout, { paths, statuses }: Highlight): readonly RoutedLink[] {
  return links.filter(({ connection }) => paths.includes(connection.path) || statuses.includes(connection.status));
}

/** The boxes that are explained. */
export function highlightedBoxes({ boxes }: Layout, { components }: Highlight): readonly PlacedBox[] {
  return boxes.filter(({ box }) => components.some((one) => one === box.component));
}

/** What stays bright while something is explained; everything, where nothing of it is drawn. */
export function highlightedSubjects(layout: Layout, highlight: Highlight): Focus {
  const ids = [
    ...highlightedLinks(layout, highlight).flatMap((link) => endsOf(link, layout)),
    ...highlightedBoxes(layout, highlight).map(({ box }) => box.id),
  ];
  return ids.length > 0 ? new Set(ids) : null;
}

/** The scene's id of one drawn line. */
export function lineSubject({ connection, boxId }: RoutedLink): string {
  return `${connection.id}@${boxId}`;
}

/**
 * Hover wins over selection, and pinned paths stay lit beside either. Without any, the filter and the attacker's reach decide.
 * A path lights both its ends; an element lights all its paths and their other ends.
 */
export function focusOf(
  layout: Layout,
  hovered: string | null,
  selection: Selection,
  pinned: readonly string[],
  passing: ReadonlySet<string> | null,
): Focus {
  const targets = hovered === null ? subjectsOf(selection) : [hovered];
  const links = layout.links.filter(
    (link) => pinned.some((id) => isLineOf(link, id)) || targets.some((target) => concerns(link, target, layout)),
  );
  if (targets.length === 0 && pinned.length === 0) {
    return passing === null
      ? null
      : new Set(layout.links.filter((link) => passing.has(link.connection.id)).flatMap((link) => endsOf(link, layout)));
  }
  return new Set([...targets, ...links.flatMap((link) => endsOf(link, layout))]);
}

/** Whether a line is that of a class, or stands for it. */
function isLineOf({ connection: { id } }: RoutedLink, wanted: string): boolean {
  return id === wanted || id === lineId(wanted);
}

/** The scene's subjects that a selection names. */
export function subjectsOf(selection: Selection): readonly string[] {
  switch (selection?.type) {
    case undefined:
      return [];
    case 'element':
      return [selection.id];
    case 'elements':
      return selection.ids;
    case 'connection':
      return [selection.boxId ? `${selection.id}@${selection.boxId}` : selection.id];
  }
}

/** Whether something is drawn faintly. Boundaries and networks stay: they say where one is. */
export function isDimmed(focus: Focus, { type, id }: Subject): boolean {
  const stays = type !== 'connection' && /^(worker|host|network|services)~/.test(id);
  return focus !== null && !stays && !focus.has(id);
}

function concerns(link: RoutedLink, target: string, layout: Layout): boolean {
  if (target.includes('@')) return lineSubject(link) === target;
  if (!target.includes('~')) return isLineOf(link, target);
  const box = layout.boxes.find((one) => one.box.id === target)?.box;
  const members = box?.members ?? [target.slice(target.indexOf('~') + 1)];
  const around = box ? undefined : layout.boxes.find(({ chips }) => chips.some(({ id }) => members.includes(id)));
  if (around) {
    const { client, server } = link.connection;
    return (
      link.boxId === around.box.id && [client, server].some((end) => end.members.some((id) => members.includes(id)))
    );
  }
  if (box && box.component !== 'worker' && box.component !== 'host') {
    return link.boxId === target || isEnd(link, box.component, members);
  }
  if (box?.component === 'host') {
    const { client, server } = link.connection;
    return [...client.members, ...server.members].some((id) => members.includes(id));
  }
  return isWithin(link, target, layout);
}

function isEnd({ connection: { client, server } }: RoutedLink, component: string, members: readonly string[]): boolean {
  const isHub = component === 'kube-apiserver';
  return (
    isHub &&
    [client, server].some((end) => end.component === component && end.members.some((id) => members.includes(id)))
  );
}

/** Whether a line ends in a frame: all that runs on a node is the node's, and of a class only the line that ends there. */
function isWithin(link: RoutedLink, frameId: string, layout: Layout): boolean {
  const frame = layout.boxes.find((one) => one.box.id === frameId)?.rect;
  const end = layout.boxes.find((one) => one.box.id === link.boxId)?.rect;
  if (!frame || !end) return false;
  return end.x >= frame.x && end.x < frame.x + frame.width && end.y >= frame.y;
}

/** A line, its box and what is at its other end. */
function endsOf(link: RoutedLink, layout: Layout): readonly string[] {
  const { client, server } = link.connection;
  const others = layout.boxes
    .filter(({ box }) => box.component === client.component || box.component === server.component)
    .filter(({ box }) => !isBelow(box.component))
    .map(({ box }) => box.id);
  const chips = layout.boxes.find(({ box }) => box.id === link.boxId)?.chips ?? [];
  return [lineSubject(link), link.boxId, ...others, ...chips.map(({ id }) => `pod~${id}`)];
}

/** Whether a component has a box on every node, so that only the one at the end of the line belongs to it. */
function isBelow(component: string): boolean {
  return ['kubelet', 'kube-proxy', 'node', 'pod', 'service', 'sshd', 'konnectivity-agent'].includes(component);
}
