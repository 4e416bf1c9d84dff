import { fromWorst, type Status } from '../../analysis/rules.ts';
import type { Translate } from '../../i18n/translate.ts';
import { themes } from '../../scene/theme.ts';
import { bundled, type ChartBox, classesOf, type FlowChart, oneLine, pathLines } from './flowChart.ts';

/** D2 takes one whole number from 0 to 10 for a dash: the word on each line says the rest. */
const dashes: Readonly<Record<Status, number>> = {
  plaintext: 2,
  unverified: 7,
  open: 10,
  unknown: 5,
  protected: 0,
  local: 1,
};

/** The picture as D2 text, https://d2lang.com/tour/intro. */
export function d2Text({ boxes, flows, captions }: FlowChart, name: string, t: Translate): string {
  const places = new Map(boxes.map(({ key, parent }) => [key, parent === null ? key : `${parent}.${key}`]));
  const classes = classesOf(flows);
  return [
    'direction: down',
    'classes: {',
    '  frame: { style: { fill: "#F6F8FB"; stroke: "#6B7280"; stroke-dash: 6; font-color: "#111827" } }',
    '  box: { style: { fill: "#FFFFFF"; stroke: "#64748B"; font-color: "#111827" } }',
    ...fromWorst.map(classText),
    '}',
    `title: ${quoted(`${t('app.title')}: ${name}`, 200)} { shape: text; near: top-center; style.font-size: 28 }`,
    ...boxes.filter(({ isFrame }) => isFrame).flatMap((frame) => frameLines(frame, boxes)),
    ...boxes.filter(({ isFrame, parent }) => !isFrame && parent === null).map((box) => boxText(box)),
    ...bundled(flows, t).map(
      ({ source, target, status, labels }) =>
        `${places.get(source)} -> ${places.get(target)}: ${quoted(`${labels.join(', ')}: ${captions.status[status]}`)} { class: ${status} }`,
    ),
    `legend: ${quoted(captions.legend)} {`,
    '  class: frame',
    ...classes.flatMap(({ status, count }, index) => [
      `  k${index}: "" { shape: circle; width: 16; height: 16 }`,
      `  l${index}: "" { shape: circle; width: 16; height: 16 }`,
      `  k${index} -> l${index}: ${quoted(`${captions.status[status]} (${count})`)} { class: ${status} }`,
    ]),
    ...pathLines(flows, t).map((line, index) => `  p${index}: ${quoted(line)} { shape: text }`),
    '}',
    '',
  ].join('\n');
}

function classText(status: Status): string {
  const { color, width } = themes.light.status[status];
  return `  ${status}: { style: { stroke: "${color}"; stroke-width: ${Math.round(width)}; stroke-dash: ${dashes[status]}; font-color: "#111827" } }`;
}

function frameLines(frame: ChartBox, boxes: readonly ChartBox[]): readonly string[] {
  const inside = boxes.filter(({ parent }) => parent === frame.key);
  return [`${frame.key}: ${quoted(frame.title)} {`, '  class: frame', ...inside.map((box) => `  ${boxText(box)}`), '}'];
}

function boxText({ key, role, title, box }: ChartBox): string {
  const shape =
    box.component === 'etcd' ? 'cylinder' : role === 'service' ? 'oval' : role === 'outside' ? 'person' : 'rectangle';
  return `${key}: ${quoted(title)} { class: box; shape: ${shape} }`;
}

/** In single quotes D2 replaces nothing; a quote is written twice, https://d2lang.com/tour/strings. */
function quoted(text: string, most?: number): string {
  return `'${oneLine(text, most).replaceAll('\\', '∖').replaceAll("'", "''")}'`;
}
