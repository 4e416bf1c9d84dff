import type { Connection } from '../../analysis/connection.ts';
import { communicationPath } from '../../catalog/communicationPaths.ts';
import type { RemarkKind, Topology } from '../../domain/topology.ts';
import { centerX, type Rect } from '../../geometry/shapes.ts';
import type { Translate } from '../../i18n/translate.ts';
import type { Strip } from '../../layout/layout.ts';
import { decisionOn } from '../decisions.ts';
import { dangerLines, findingsOf, pathTitle } from './findings.ts';
import { type ChartBox, type ChartFlow, type FlowChart, oneLine } from './flowChart.ts';
import { type ModeledThreat, threatsOn } from './modeledThreats.ts';
import { stableUuid } from './stableUuid.ts';

/** The version of Threat Dragon whose models look like this. */
const version = '2.2.0';

/** A model that OWASP Threat Dragon 2 opens, https://www.threatdragon.com/docs/development/schema.html. */
export function threatDragonText(topology: Topology, chart: FlowChart, date: string, t: Translate): string {
  const { boxes, flows, layout } = chart;
  const threats = threatsByFlow(topology, flows, t);
  const top = [...threats.values()].reduce((sum, list) => sum + list.length, 0);
  const cells = [
    ...layout.strips.map((strip, index) => stripCell(strip, index, chart)),
    ...boxes.filter(({ isFrame }) => isFrame).map(frameCell),
    ...boxes.filter(({ isFrame }) => !isFrame).map((box) => elementCell(box, topology)),
    ...flows.map((flow) => flowCell(flow, threats.get(flow.key) ?? [], boxes, topology, t)),
  ];
  const title = `${t('app.title')}: ${oneLine(topology.name)}`;
  const model = {
    version,
    summary: {
      title,
      owner: '',
      description: `${t('app.description')} Kubernetes ${topology.kubernetesVersion}, ${date}`,
      id: 0,
    },
    detail: {
      contributors: [],
      diagrams: [
        {
          id: 0,
          title,
          diagramType: 'STRIDE',
          placeholder: '',
          thumbnail: './public/content/images/thumbnail.stride.jpg',
          version,
          description: '',
          cells,
        },
      ],
      diagramTop: 1,
      reviewer: '',
      threatTop: top,
    },
  };
  return `${JSON.stringify(model, null, 2)}\n`;
}

type Numbered = ModeledThreat & { readonly number: number };

function threatsByFlow(
  topology: Topology,
  flows: readonly ChartFlow[],
  t: Translate,
): ReadonlyMap<string, readonly Numbered[]> {
  const connections = [...new Set(flows.map(({ connection }) => connection))];
  const findings = new Map(findingsOf(topology, connections).map((finding) => [finding.connection.id, finding]));
  const byConnection = new Map(
    connections.map((connection) => [connection.id, threatsOn(connection, findings.get(connection.id), topology, t)]),
  );
  let number = 0;
  return new Map(
    flows.map(({ key, connection }) => [
      key,
      (byConnection.get(connection.id) ?? []).map((threat) => {
        number += 1;
        return { ...threat, number };
      }),
    ]),
  );
}

function boundary(id: string, name: string, description: string, rect: Rect, zIndex: number) {
  return {
    ...placed(rect),
    attrs: { label: { text: name }, headerText: { text: name } },
    visible: true,
    shape: 'trust-boundary-box',
    zIndex,
    id: stableUuid(id),
    data: { type: 'tm.BoundaryBox', name, description, isTrustBoundary: true, hasOpenThreats: false },
  };
}

function stripCell({ network, rect }: Strip, index: number, { captions }: FlowChart) {
  const name = `${captions.networks[network.id]} (${captions.trust[network.trust]})`;
  return boundary(`strip ${index}`, name, '', rect, -2);
}

function frameCell({ key, rect, title }: ChartBox) {
  return boundary(key, oneLine(title), '', rect, -1);
}

function placed(rect: Rect) {
  const { x, y, width, height } = rect;
  return {
    position: { x: Math.round(x), y: Math.round(y) },
    size: { width: Math.round(width), height: Math.round(height) },
  };
}

/** Who acts from outside, and what keeps data; all else is a process. */
function shapeOf({ role, box }: ChartBox): 'actor' | 'store' | 'process' {
  if (box.component === 'etcd' || box.component === 'image-registry') return 'store';
  return role === 'outside' || box.component === 'anyone' ? 'actor' : 'process';
}

const calm = { stroke: '#333333', strokeWidth: 1.5, strokeDasharray: null };
const types = { actor: 'tm.Actor', store: 'tm.Store', process: 'tm.Process' } as const;

function elementCell(box: ChartBox, topology: Topology) {
  const name = oneLine(box.title);
  const shape = shapeOf(box);
  const scope = scopeOf(box.box.members.map((id) => topology.remarks[id]));
  const lines = shape === 'store' ? { topLine: calm, bottomLine: calm } : { body: calm };
  return {
    ...placed(box.rect),
    attrs: { text: { text: name }, ...lines },
    visible: true,
    shape,
    zIndex: 1,
    id: stableUuid(box.key),
    data: {
      type: types[shape],
      name,
      description: box.box.names
        .slice(0, 20)
        .map((one) => oneLine(one))
        .join(', '),
      ...scope,
      isTrustBoundary: false,
      hasOpenThreats: false,
      threats: [],
      ...ownFlags(shape, box),
    },
  };
}

function ownFlags(shape: 'actor' | 'store' | 'process', { box }: ChartBox) {
  switch (shape) {
    case 'actor':
      return { providesAuthentication: false };
    case 'store':
      // Whether it encrypts or signs what it keeps is not determined: no flag rather than a false one.
      return { isALog: false, storesCredentials: box.component === 'etcd' };
    case 'process':
      return { handlesCardPayment: false, isWebApplication: false, privilegeLevel: '' };
  }
}

/** Out of scope where all that a box stands for is. */
function scopeOf(remarks: readonly ({ readonly kind: RemarkKind; readonly text: string } | undefined)[]) {
  const [first] = remarks;
  const isOut = first !== undefined && remarks.every((remark) => remark?.kind === 'out-of-scope');
  return { outOfScope: isOut, reasonOutOfScope: isOut ? first.text : '' };
}

function flowCell(
  flow: ChartFlow,
  threats: readonly Numbered[],
  boxes: readonly ChartBox[],
  topology: Topology,
  t: Translate,
) {
  const { connection, key, source, target } = flow;
  const isOpen = threats.some(({ status }) => status === 'Open');
  const name = oneLine(`${pathTitle(connection, t)}: ${t(`status.${connection.status}`)}`, 120);
  return {
    shape: 'flow',
    attrs: {
      line: {
        stroke: isOpen ? 'red' : '#333333',
        strokeWidth: isOpen ? 2.5 : 1.5,
        targetMarker: { name: 'block' },
        sourceMarker: { name: '' },
        strokeDasharray: null,
      },
    },
    width: 200,
    height: 100,
    zIndex: 10,
    connector: 'smooth',
    id: stableUuid(key),
    labels: [label(name)],
    source: terminal(flow, source, boxes),
    target: terminal(flow, target, boxes),
    vertices: source === target ? loop(boxes.find((box) => box.key === source)) : [],
    data: flowData(connection, name, threats, topology, t),
  };
}

function flowData(
  connection: Connection,
  name: string,
  threats: readonly Numbered[],
  topology: Topology,
  t: Translate,
) {
  const { encryption, network, path } = connection;
  const decision = decisionOn(topology, connection);
  const isOut = decision?.kind === 'out-of-scope';
  return {
    type: 'tm.Flow',
    name,
    description: [t(`path.${path}.flow`), ...dangerLines(connection, t)].join('\n'),
    outOfScope: isOut,
    reasonOutOfScope: isOut ? decision.text : '',
    isBidirectional: false,
    ...(encryption === 'unknown' ? {} : { isEncrypted: encryption === 'verified' || encryption === 'opportunistic' }),
    isPublicNetwork: encryption !== 'local' && network.trust === 'untrusted',
    protocol: communicationPath(path).protocol,
    isTrustBoundary: false,
    hasOpenThreats: threats.some(({ status }) => status === 'Open'),
    threats: threats.map(({ id, number, stride, severity, ...threat }) => ({
      ...threat,
      id: stableUuid(`${number} ${id}`),
      number,
      severity: severity.word,
      type: stride,
      modelType: 'STRIDE',
      score: '',
      new: false,
    })),
  };
}

/** Where a line meets a box: on its own lane, as in our picture, wherever that passes the box. */
function terminal({ link }: ChartFlow, key: string, boxes: readonly ChartBox[]) {
  const rect = boxes.find((box) => box.key === key)?.rect;
  const lanes = link.points.map(({ x }) => x);
  const x = rect && lanes.find((lane) => lane > rect.x && lane < rect.x + rect.width);
  const anchor = rect && { name: 'topLeft', args: { dx: Math.round((x ?? centerX(rect)) - rect.x), dy: '50%' } };
  return { cell: stableUuid(key), ...(anchor ? { anchor } : {}) };
}

/** A line from a box to itself goes out on its right and comes back. */
function loop(box: ChartBox | undefined) {
  if (!box) return [];
  const { x, y, width, height } = box.rect;
  const far = Math.round(x + width + 40);
  return [
    { x: far, y: Math.round(y) },
    { x: far, y: Math.round(y + height) },
  ];
}

/** A label as Threat Dragon itself writes it. */
function label(text: string) {
  return {
    markup: [
      { tagName: 'ellipse', selector: 'labelBody' },
      { tagName: 'text', selector: 'labelText' },
    ],
    attrs: {
      labelText: { text, textAnchor: 'middle', textVerticalAnchor: 'middle' },
      labelBody: { ref: 'labelText', refRx: '50%', refRy: '60%', fill: '#fff', strokeWidth: 0 },
    },
    position: { distance: 0.5, args: { keepGradient: true, ensureLegibility: true } },
  };
}
