import type { Picture, PictureLine, PicturePart } from './picture.ts';

/** What is kept of a picture: lines by the id of their connection, boxes by theirs. */
export type Kept = { readonly connections: ReadonlySet<string>; readonly boxes: ReadonlySet<string> };

/** The chosen boxes and lines with what is at the other end of each line; everything else is left out. */
export function partOfPicture(picture: Picture, kept: Kept): Picture {
  const lines = (all: readonly PictureLine[]) => all.filter(({ connection }) => kept.connections.has(connection.id));
  const part = <T extends PicturePart>(one: T): readonly T[] => {
    const left = { ...one, lines: lines(one.lines) };
    return left.lines.length > 0 || kept.boxes.has(one.box.id) ? [left] : [];
  };
  const nodes = picture.nodes.flatMap((node) => {
    const parts = node.parts.flatMap(part);
    return parts.length > 0 || kept.boxes.has(node.frame.id) ? [{ ...node, parts }] : [];
  });
  const leadToServer = nodes
    .flatMap(({ parts }) => parts.flatMap((one) => one.lines))
    .some(({ connection }) => connection.server.component === 'konnectivity-server');
  const server = picture.konnectivityServer;
  return {
    ...picture,
    components: picture.components.flatMap(part),
    ownLines: lines(picture.ownLines),
    konnectivityServer: server && (part(server)[0] ?? (leadToServer ? { ...server, lines: [] } : null)),
    nodes,
    services: picture.services.flatMap(part),
    extensions: picture.extensions.flatMap(part),
    outside: picture.outside.flatMap(part),
    shown: { ...picture.shown, boxes: nodes.length },
  };
}
