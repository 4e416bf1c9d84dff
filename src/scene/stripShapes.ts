import { shortened, type TextMeasurer } from '../geometry/textWidth.ts';
import type { Strip } from '../layout/layout.ts';
import { group, label } from './draw.ts';
import type { SceneOptions } from './sceneOptions.ts';
import type { Shape } from './shape.ts';

/** A network that paths cross: its name, and whether it is trusted. */
export function stripShapes(strip: Strip, options: SceneOptions): Shape {
  const { theme, captions, measure } = options;
  const { rect, network } = strip;
  const name = captions.networks[network.id];
  const isFar = options.detail.level === 'overview';
  const words = wrapped(name, strip.label.width, measure);
  const trustY = strip.label.y + words.length * 17 + 4;
  return {
    type: 'group',
    subject: { type: 'element', id: `network~${network.id}` },
    title: `${name}: ${captions.trust[network.trust]}`,
    data: { 'data-network': network.id, 'data-trust': network.trust },
    children: [
      { type: 'rect', ...rect, radius: 0, paint: { fill: theme.strip[network.trust] } },
      ...(isFar
        ? []
        : [
            ...words.map((line, index) =>
              label(strip.label.x, strip.label.y + 10 + index * 17, line, theme.ink, 13, true),
            ),
            trustShapes(strip, trustY, options),
          ]),
    ],
  };
}

/** From far away: one line of large words over the lines in the strip. */
export function farWords({ rect, network }: Strip, { theme, captions, measure, detail }: SceneOptions): Shape {
  const size = 13 * detail.textScale;
  const words = shortened(
    `${captions.networks[network.id]}: ${captions.trust[network.trust]}`,
    rect.width - 48,
    size,
    true,
    measure,
  );
  const plate = {
    x: 24,
    y: rect.y + rect.height / 2 - size * 0.6,
    width: Math.ceil(measure(words, size, true) + 16),
    height: size * 1.2,
  };
  return group([
    { type: 'rect', ...plate, radius: 4, paint: { fill: theme.strip[network.trust] } },
    label(32, rect.y + rect.height / 2 + size * 0.36, words, theme.ink, size, true),
  ]);
}

/** The plate that says whether the network is trusted, and on the screen switches it. */
function trustShapes(strip: Strip, y: number, { theme, captions, measure }: SceneOptions): Shape {
  const { network, label: place } = strip;
  const words = captions.trust[network.trust];
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
        width: Math.ceil(measure(words, 13)) + 26,
        height: 26,
        radius: 13,
        paint: { fill: theme.raised, stroke: theme.border, strokeWidth: 1.5 },
      },
      label(place.x + 11, y + 17.5, words, theme.ink, 13),
    ],
  };
}

function wrapped(text: string, width: number, measure: TextMeasurer): readonly string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    const joined = last === undefined ? word : `${last} ${word}`;
    if (last !== undefined && measure(joined, 13, true) <= width) lines[lines.length - 1] = joined;
    else lines.push(word);
  }
  return lines;
}
