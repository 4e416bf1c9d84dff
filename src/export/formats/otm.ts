import type { Connection } from '../../analysis/connection.ts';
import { communicationPath } from '../../catalog/communicationPaths.ts';
import { type NetworkId, networkIds, networkOf, type Topology, type Trust } from '../../domain/topology.ts';
import type { Translate } from '../../i18n/translate.ts';
import { remedyFacts } from '../../remedies/remedyFacts.ts';
import type { RemedyId } from '../../remedies/remedyIds.ts';
import { decisionOn } from '../decisions.ts';
import { cwesOf, type Finding, findingsOf, pathTitle, tagsOf } from './findings.ts';
import { type ChartBox, type FlowChart, oneLine } from './flowChart.ts';
import { type ModeledThreat, threatsOn } from './modeledThreats.ts';

/** From 0 to 100; the model knows three degrees, and nothing is trusted wholly. */
const ratings: Readonly<Record<Trust, number>> = { trusted: 90, unknown: 50, untrusted: 10 };

/** How likely somebody is on a network, from 0 to 100; the format wants a number. */
const likelihoods: Readonly<Record<Trust, number>> = { trusted: 25, unknown: 50, untrusted: 75 };

/** The impact is the severity of every format, from 0 to 100; half where that is not determined. */
function riskOf({ network }: Connection, { status, severity: { score } }: ModeledThreat) {
  if (score === null) return { likelihood: null, impact: 50 };
  return { likelihood: status === 'Mitigated' ? 0 : likelihoods[network.trust], impact: Math.round(score * 10) };
}

/** The Open Threat Model, version 0.2.0, https://github.com/iriusrisk/OpenThreatModel. */
export function otmText(topology: Topology, chart: FlowChart, date: string, t: Translate): string {
  const { boxes, flows, layout } = chart;
  const connections = [...new Set(flows.map(({ connection }) => connection))];
  const findings = new Map(findingsOf(topology, connections).map((finding) => [finding.connection.id, finding]));
  const threats = new Map(
    connections.map((connection) => [
      connection.id,
      threatsOn(connection, findings.get(connection.id), topology, t).map((threat) => ({ connection, threat })),
    ]),
  );
  const remedies = [...new Set([...findings.values()].flatMap(remediesOf))];
  const model = {
    otmVersion: '0.2.0',
    project: {
      name: oneLine(topology.name) || 'Kubernetes',
      id: oneLine(topology.name) || 'kubernetes',
      description: t('app.description'),
      attributes: { kubernetesVersion: topology.kubernetesVersion, date, tool: 'mitmap' },
    },
    representations: [
      {
        name: t('app.title'),
        id: representation,
        type: 'diagram',
        size: { width: Math.ceil(layout.width), height: Math.ceil(layout.height) },
      },
    ],
    trustZones: networkIds.map((id) => zoneOf(id, topology, chart)),
    components: boxes.map((box) => componentOf(box, topology)),
    dataflows: flows.map(({ key, connection, count, source, target }) => ({
      id: key,
      name: oneLine(`${pathTitle(connection, t)}: ${t(`status.${connection.status}`)}`, 160),
      description: t(`path.${connection.path}.flow`),
      source,
      destination: target,
      bidirectional: false,
      tags: [connection.path, connection.status, communicationPath(connection.path).protocol],
      threats: (threats.get(connection.id) ?? []).map(({ threat }) => ({
        threat: threat.id,
        state: threat.status === 'Open' ? 'exposed' : 'mitigated',
        mitigations: mitigationsOf(threat, findings.get(connection.id)),
      })),
      attributes: attributesOf(connection, count, topology),
    })),
    threats: [...threats.values()].flat().map(({ connection, threat }) => threatOf(connection, threat)),
    mitigations: remedies.map((id) => ({
      id,
      name: t(`remedy.${id}.title`),
      description: t(`remedy.${id}.do`),
      riskReduction: 100,
      attributes: { cis: (remedyFacts[id].cis ?? []).join(' '), bsi: (remedyFacts[id].bsi ?? []).join(' ') },
    })),
  };
  return `${JSON.stringify(model, null, 2)}\n`;
}

const representation = 'mitmap-picture';

function zoneOf(id: NetworkId, topology: Topology, { captions }: FlowChart) {
  const { trust } = networkOf(topology, id);
  return {
    id,
    name: `${captions.networks[id]} (${captions.trust[trust]})`,
    type: 'network',
    risk: { trustRating: ratings[trust] },
    attributes: { trust },
  };
}

function componentOf({ key, parent, title, rect, box, role }: ChartBox, topology: Topology) {
  const remark = box.members.map((id) => topology.remarks[id]).find((one) => one !== undefined);
  return {
    id: key,
    name: oneLine(title) || box.component,
    type: box.component,
    description: box.names
      .slice(0, 20)
      .map((name) => oneLine(name))
      .join(', '),
    parent: parent === null ? { trustZone: homeOf(role) } : { component: parent },
    representations: [
      {
        representation,
        id: `${representation} ${key}`,
        position: { x: Math.round(rect.x), y: Math.round(rect.y) },
        size: { width: Math.round(rect.width), height: Math.round(rect.height) },
      },
    ],
    attributes: { members: String(box.members.length), ...(remark ? { [remark.kind]: remark.text } : {}) },
  };
}

/** The network that a box without a frame, or a frame, is on. */
function homeOf(role: ChartBox['role']): NetworkId {
  if (role === 'control-plane' || role === 'apiserver' || role === 'component') return 'control-plane-network';
  return role === 'outside' ? 'outside-network' : 'node-network';
}

function remediesOf({ closing, easing }: Finding): readonly RemedyId[] {
  return [...closing.flat(), ...easing];
}

function mitigationsOf({ status }: ModeledThreat, finding: Finding | undefined) {
  if (status === 'Mitigated' || !finding) return [];
  const ids = [...new Set(remediesOf(finding))];
  return ids.map((mitigation) => ({ mitigation, state: 'recommended' }));
}

function threatOf(connection: Connection, threat: ModeledThreat) {
  const { id, title, stride, status, description, mitigation } = threat;
  // Where something stops it, the description says what: the mitigation is the same reason.
  const isSaid = mitigation === '' || status === 'Mitigated';
  return {
    id,
    name: oneLine(title, 160),
    description: isSaid ? description : `${description}\n\n${mitigation}`,
    categories: [stride],
    cwes: threat.status === 'Open' ? cwesOf(connection).map((number) => `CWE-${number}`) : [],
    risk: riskOf(connection, threat),
    tags: [connection.path, ...(threat.status === 'Open' ? tagsOf(connection).attack : [])],
  };
}

function attributesOf(connection: Connection, count: number, topology: Topology): Readonly<Record<string, string>> {
  const { network, encryption, evidence, status } = connection;
  const decision = decisionOn(topology, connection);
  return {
    path: connection.path,
    status,
    count: String(count),
    network: network.id,
    encryption,
    serverAuthentication: connection.serverAuthentication,
    clientAuthentication: connection.clientAuthentication,
    authorization: connection.authorization,
    integrity: connection.integrity,
    evidence,
    ...(decision ? { [decision.kind]: decision.text } : {}),
  };
}
