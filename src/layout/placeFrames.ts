import type { Pin } from '../domain/topology.ts';
import { type Frame, gap } from './frames.ts';

export type FramePlace = { readonly frame: Frame; readonly x: number; readonly y: number };

/**
 * Puts frames beside each other, from 0 to the right. A pinned frame keeps its place unless another pinned one is in
 * the way; the others fill the room that is left, in their order. So no two ever overlap.
 */
export function placeFrames(frames: readonly Frame[], pins: Readonly<Record<string, Pin>>): readonly FramePlace[] {
  const pinned: FramePlace[] = [];
  let end = -gap;
  const byPlace = frames
    .flatMap((frame) => {
      const pin = pins[frame.box.id];
      return pin ? [{ frame, pin }] : [];
    })
    .sort((a, b) => a.pin.x - b.pin.x);
  for (const { frame, pin } of byPlace) {
    const x = Math.max(0, pin.x, end + gap);
    pinned.push({ frame, x, y: Math.max(0, pin.y) });
    end = x + frame.width;
  }
  const placed = new Map(pinned.map((one) => [one.frame.box.id, one]));
  let cursor = 0;
  for (const frame of frames) {
    if (placed.has(frame.box.id)) continue;
    for (const taken of pinned) {
      const inTheWay = cursor < taken.x + taken.frame.width + gap && taken.x < cursor + frame.width + gap;
      if (inTheWay) cursor = taken.x + taken.frame.width + gap;
    }
    placed.set(frame.box.id, { frame, x: cursor, y: 0 });
    cursor += frame.width + gap;
  }
  return frames.flatMap((frame) => placed.get(frame.box.id) ?? []);
}
