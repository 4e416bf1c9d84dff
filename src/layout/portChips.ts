import type { Rect } from '../geometry/shapes.ts';
import type { TextMeasurer } from '../geometry/textWidth.ts';
import type { PictureLine } from '../grouping/picture.ts';
import { lane } from './frames.ts';
import type { PortChip } from './layout.ts';
import { isAgentLine, isInbound } from './lineDirection.ts';

export type Docked = { readonly line: PictureLine; readonly x: number };

/** One plate on the kube-apiserver for each run of adjacent lines that come up to the same port. */
export function hubPorts(docked: readonly Docked[], hub: Rect, measure: TextMeasurer): readonly PortChip[] {
  const runs: { text: string; from: number; to: number }[] = [];
  for (const { line, x } of docked.toSorted((a, b) => a.x - b.x)) {
    const last = runs.at(-1);
    const text = `:${line.connection.port ?? 6443}`;
    const isApart = !isInbound(line) || isAgentLine(line);
    if (isApart) runs.push({ text: '', from: x, to: x });
    else if (last && last.text === text && x - last.to <= lane * 2) last.to = x;
    else runs.push({ text, from: x, to: x });
  }
  return runs
    .filter((run) => run.text !== '')
    .map((run) => plate(run.text, run.from, run.to, hub.y + hub.height - 20, measure));
}

/** The plate of the port at which lines come down to a box; none where each has its own. */
export function boxPort(docked: readonly Docked[], top: number, measure: TextMeasurer): readonly PortChip[] {
  const outbound = docked.filter(({ line }) => !isInbound(line));
  const [first] = outbound;
  const last = outbound.at(-1);
  const port = first?.line.connection.port;
  if (!first || !last || !port) return [];
  return [plate(`:${port}`, first.x, last.x, top, measure)];
}

/** Plates for lines below a box, where they have room beside each other. */
export function portsBelow(docked: readonly Docked[], top: number, measure: TextMeasurer): readonly PortChip[] {
  const runs: { port: number; from: number; to: number }[] = [];
  for (const { line, x } of docked) {
    const { port } = line.connection;
    const last = runs.at(-1);
    if (port === null) continue;
    if (last?.port === port) last.to = x;
    else runs.push({ port, from: x, to: x });
  }
  return runs
    .map((run) => plate(`:${run.port}`, run.from, run.to, top, measure))
    .filter(({ rect }, index, all) => {
      const before = all[index - 1]?.rect;
      return !before || before.x + before.width < rect.x;
    });
}

function plate(text: string, from: number, to: number, y: number, measure: TextMeasurer): PortChip {
  const width = Math.max(to - from + 30, measure(text, 12) + 12);
  return { rect: { x: (from + to) / 2 - width / 2, y, width, height: 18 }, text };
}
