import { fromWorst } from '../../analysis/rules.ts';
import type { Translate } from '../../i18n/translate.ts';
import { themes } from '../../scene/theme.ts';
import { bundled, type ChartBox, classesOf, type FlowChart, oneLine, pathLines } from './flowChart.ts';

/** Mermaid draws no more than 500 edges (its setting `maxEdges`, which a diagram cannot change itself). */
const mostLines = 440;

/** The picture as a Mermaid flowchart, https://mermaid.js.org/syntax/flowchart.html. */
export function mermaidText({ boxes, flows, captions }: FlowChart, name: string, t: Translate): string {
  const bundles = bundled(flows, t);
  const drawn =
    bundles.length <= mostLines
      ? bundles
      : fromWorst.flatMap((status) => bundles.filter((one) => one.status === status)).slice(0, mostLines);
  const classes = classesOf(flows);
  const lines = drawn.map(({ source, target, status, labels }) => ({
    status,
    text: `  ${source} -->|${quoted(`${labels.join(', ')}: ${captions.status[status]}`)}| ${target}`,
  }));
  const samples = classes.map(({ status, count }, index) => ({
    status,
    text: `    k${index}((" ")) -->|${quoted(`${captions.status[status]} (${count})`)}| l${index}((" "))`,
  }));
  const missing = bundles.length - drawn.length;
  const heads = [
    `${t('app.title')}: ${name}`,
    ...(missing > 0 ? [t('formats.lines-missing', { count: missing })] : []),
  ];
  return [
    'flowchart TB',
    `  accTitle: ${written(t('app.title'))}`,
    `  accDescr: ${written(t('app.description'), 300)}`,
    `  subgraph canvas[${quoted(heads.join(' · '), 200)}]`,
    ...boxes.filter(({ isFrame }) => isFrame).flatMap((frame) => frameLines(frame, boxes)),
    ...boxes.filter(({ isFrame, parent }) => !isFrame && parent === null).map((box) => `  ${boxText(box)}`),
    '  end',
    ...lines.map(({ text }) => text),
    `  subgraph legend[${quoted(captions.legend)}]`,
    ...samples.map(({ text }) => text),
    `    paths["${
      pathLines(flows, t)
        .map((line) => written(line))
        .join('<br/>') || '-'
    }"]`,
    '  end',
    '  classDef default fill:#FFFFFF,stroke:#64748B,color:#111827',
    '  classDef frame fill:#F6F8FB,stroke:#6B7280,color:#111827,stroke-dasharray:9 5',
    '  classDef canvas fill:#FFFFFF,stroke:#FFFFFF,color:#111827',
    '  class canvas,legend canvas',
    ...boxes.filter(({ isFrame }) => isFrame).map(({ key }) => `  class ${key} frame`),
    ...linkStyles([...lines, ...samples].map(({ status }) => status)),
    '',
  ].join('\n');
}

function frameLines(frame: ChartBox, boxes: readonly ChartBox[]): readonly string[] {
  const inside = boxes.filter(({ parent }) => parent === frame.key);
  return [
    `    subgraph ${frame.key}[${quoted(frame.title)}]`,
    ...inside.map((box) => `    ${boxText(box)}`),
    '    end',
  ];
}

function boxText({ key, role, title, box }: ChartBox): string {
  const [open, close] = box.component === 'etcd' ? ['[(', ')]'] : role === 'service' ? ['([', '])'] : ['[', ']'];
  return `  ${key}${open}${quoted(title)}${close}`;
}

/** Color, dash and width of each class; the lines are counted in the order of the text. */
function linkStyles(statuses: readonly (keyof typeof themes.light.status)[]): readonly string[] {
  return fromWorst.flatMap((status) => {
    const indices = statuses.flatMap((one, index) => (one === status ? [index] : []));
    const { color, width, dash } = themes.light.status[status];
    const dashes = dash === null ? '' : `,stroke-dasharray:${dash}`;
    return indices.length === 0
      ? []
      : [`  linkStyle ${indices.join(',')} stroke:${color},stroke-width:${width}px${dashes}`];
  });
}

function quoted(text: string, most?: number): string {
  return `"${written(text, most)}"`;
}

/** Everything but plain letters, digits and a few marks as a number, so that nothing in a name is syntax. */
function written(text: string, most?: number): string {
  return oneLine(text, most).replace(/[^\p{L}\p{N} .,:()/_·×…–-]/gu, (char) => `#${char.codePointAt(0) ?? 0};`) || '-';
}
