import { bottom } from '../geometry/shapes.ts';
import { shortened, wrapped } from '../geometry/textWidth.ts';
import type { Strip } from '../layout/layout.ts';
import { group, label } from './draw.ts';
import { type SceneOptions, textSize } from './sceneOptions.ts';
import type { Shape } from './shape.ts';

/** A network that paths cross: its name, and whether it is trusted. */
export function stripShapes(strip: Strip, options: SceneOptions): Shape {
  const { theme, measure, detail } = options;
  const { rect, network } = strip;
  const name = nameOf(strip, options);
  const isFar = detail.level === 'far' || detail.level === 'overview';
  const size = textSize(13, detail);
  const line = Math.round(size * 1.3);
  const most = Math.max(1, Math.floor((rect.height - plateHeight(size) - 8) / line));
  const words = wrapped(name, strip.label.width, most, size, measure);
  // Enlarged words need the room above as well.
  const top = Math.min(strip.label.y, rect.y + (rect.height - words.length * line - 4 - plateHeight(size)) / 2);
  const trustY = top + words.length * line + 4;
  return {
    type: 'group',
    subject: { type: 'element', id: `network~${network.id}` },
    title: wordsOf(strip, options),
    data: { 'data-network': network.id, 'data-trust': network.trust },
    children: [
      { type: 'rect', ...rect, radius: 0, paint: { fill: theme.strip[network.trust] } },
      ...(isFar
        ? []
        : [
            ...words.map((word, index) =>
              label(strip.label.x, top + size - 3 + index * line, word, theme.ink, size, true),
            ),
            ...(network.isWithinHost ? [] : [trustShapes(strip, trustY, options)]),
          ]),
    ],
  };
}

function nameOf({ network }: Strip, { captions }: SceneOptions): string {
  return captions.networks[network.isWithinHost ? 'host' : network.id];
}

/** What a strip is called, and whether it is trusted; nobody asks that of what no network is. */
function wordsOf(strip: Strip, options: SceneOptions): string {
  const name = nameOf(strip, options);
  return strip.network.isWithinHost ? name : `${name}: ${options.captions.trust[strip.network.trust]}`;
}

/** From far away: one line of large words over the lines in the strip, clear of the badges that are drawn. */
export function farWords(strip: Strip, options: SceneOptions): Shape {
  const { rect, network } = strip;
  const { theme, measure, detail } = options;
  const size = textSize(13, detail);
  const words = shortened(wordsOf(strip, options), rect.width - 48, size, true, measure);
  const middle = detail.level === 'overview' ? rect.y + rect.height / 2 : bottom(rect) - size * 0.6;
  const plate = {
    x: 24,
    y: middle - size * 0.6,
    width: Math.ceil(measure(words, size, true) + 16),
    height: size * 1.2,
  };
  return group([
    { type: 'rect', ...plate, radius: 4, paint: { fill: theme.strip[network.trust] } },
    label(32, middle + size * 0.36, words, theme.ink, size, true),
  ]);
}

/** The plate that says whether the network is trusted, and on the screen switches it. */
function trustShapes(strip: Strip, y: number, { theme, captions, measure, detail }: SceneOptions): Shape {
  const { network, label: place } = strip;
  const words = captions.trust[network.trust];
  const size = textSize(13, detail);
  const height = plateHeight(size);
  return {
    type: 'group',
    subject: { type: 'trust', id: network.id },
    title: `${captions.networks[network.id]}: ${words}`,
    data: {},
    children: [
      {
        type: 'rect',
        x: place.x - 2,
        y,
        width: Math.ceil(measure(words, size)) + 26,
        height,
        radius: height / 2,
        paint: { fill: theme.raised, stroke: theme.border, strokeWidth: 1.5 },
      },
      label(place.x + 11, y + height / 2 + size * 0.346, words, theme.ink, size),
    ],
  };
}

/** Pixels for a plate with a line of text. */
function plateHeight(size: number): number {
  return Math.round(size + 13);
}
