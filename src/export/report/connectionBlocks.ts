import type { Connection, Facet } from '../../analysis/connection.ts';
import { derivation, type RuleStep } from '../../analysis/derivation.ts';
import { exposures, type Status } from '../../analysis/rules.ts';

import { techniques, techniquesOf, threatsOf } from '../../attack/tags.ts';
import { type VerbAnswer, verbAnswers } from '../../attack/verbs.ts';
import { communicationPath } from '../../catalog/communicationPaths.ts';
import type { RuleId } from '../../catalog/ruleIds.ts';
import type { Topology } from '../../domain/topology.ts';
import type { Translate } from '../../i18n/translate.ts';
import { authorizationWords, endName } from '../pathRows.ts';
import { type Block, code, type Inline, joined, type Line, list, paragraph, strong } from './block.ts';
import { evidenceLine, evidenceOf } from './evidence.ts';
import { type FindingGroup, outcomeNow } from './findings.ts';

/** Names of connections that are listed before the rest is only counted. */
const mostEnds = 6;

const facets: readonly Facet[] = [
  'encryption',
  'serverAuthentication',
  'clientAuthentication',
  'authorization',
  'integrity',
];

/** Who talks to whom, how, and what follows. */
export function groupFacts({ first, connections }: FindingGroup, t: Translate): Block {
  const { path, network, proxy, status, hop } = first;
  const ends = connections.map(({ client, server }) => `${endName(client)} → ${endName(server)}`);
  const more = ends.length - mostEnds;
  const shown = [...ends.slice(0, mostEnds), ...(more > 0 ? [t('report.more', { count: more })] : [])];
  const evidence = [...new Set(connections.map((one) => t(`evidence.${one.evidence}`)))].join(', ');
  const outcome = outcomeText(first, t);
  return {
    kind: 'facts',
    rows: [
      [t('export.status'), [statusWord(first, t)]],
      [t('export.from-to'), [shown.join('; ')]],
      [t('column.network'), [`${t(`network.${network.id}`)} (${t(`trust.${network.trust}`)})`]],
      ...(proxy
        ? [
            [
              t('inspector.proxy'),
              [`${proxy.address}${proxy.isSure ? '' : ` (${t('inspector.proxy-perhaps')})`}`],
            ] as const,
          ]
        : []),
      [t('inspector.port'), [`${communicationPath(path).protocol}, ${portWords(first, t)}`]],
      [t('inspector.credential'), [t(`value.${hop.cred}`)]],
      [t('export.count'), [String(connections.reduce((sum, { count }) => sum + count, 0))]],
      [t('inspector.evidence'), [evidence]],
      ...(outcome && status !== 'protected' ? [[t('report.follows'), [outcome]] as const] : []),
    ],
  };
}

/** Badge and word of a connection's class. */
export function statusWord({ status }: Connection, t: Translate): Inline {
  return { kind: 'status', status, text: t(`status.${status}`) };
}

function portWords({ hop, port }: Connection, t: Translate): string {
  if (port !== null) return `TCP ${port}`;
  return hop.medium === 'uds' ? t('inspector.socket') : t('inspector.target');
}

/** What an attacker makes of a connection, as the end of a sentence about him, with what is at stake there. */
export function outcomeText(connection: Connection, t: Translate): string | null {
  const outcome = outcomeNow(connection);
  if (!outcome) return null;
  const { consequence, condition } = outcome;
  const verb =
    consequence === 'change' ? 'change' : consequence === 'read' || condition === 'if-entered' ? 'read' : null;
  const more = [
    ...(verb ? [t(`stake.${communicationPath(connection.path).stake}.${verb}`).replace(/[.]$/, '')] : []),
    ...(condition ? [t(`condition.${condition}`)] : []),
  ];
  return `${t(`consequence.${consequence}`)}${more.length > 0 ? ` (${more.join('; ')})` : ''}`;
}

/** How it is protected, which settings decided that, and by which rules. */
export function whyBlocks({ first, connections }: FindingGroup, topology: Topology, t: Translate): readonly Block[] {
  const version = topology.kubernetesVersion;
  const rows = facets.map((facet) => {
    const value = first[facet];
    const words = facet === 'authorization' ? authorizationWords(first, t) : t(`value.${value}`);
    const lines = evidenceOf(connections, facet).map((one) => evidenceLine(one, version, t));
    return { cells: [[t(`facet.${facet}`)], [words], lines.length > 0 ? joined(lines, '; ') : ['–']] };
  });
  return [
    {
      kind: 'table',
      caption: t('inspector.facets'),
      heads: [t('report.facet'), t('report.verdict'), t('report.decided-by')],
      rows,
    },
    ...first.notes.map((note): Block => ({ kind: 'paragraph', line: [t(`note.${note}`)], tone: 'muted' })),
    { kind: 'list', small: true, items: ruleLines(first, t).map((line) => ({ line })) },
  ];
}

/** Each rule that led to the class and to the exposures, once: what it says and what came out, in words. */
function ruleLines(connection: Connection, t: Translate): readonly Line[] {
  const lines = stepsOf(connection).map(({ rule, result }) => {
    const words = resultWords(rule, result, t);
    return [{ kind: 'see', id: `rule-${rule}`, text: rule }, `: ${t(`rule.${rule}`)} → `, strong(words)] as const;
  });
  return [...new Map(lines.map((line) => [JSON.stringify(line), line])).values()];
}

/** The same by the names of the program, with what went in. */
export function derivationLines(connection: Connection): readonly Line[] {
  return stepsOf(connection).map(({ rule, inputs, result }) => [
    { kind: 'see', id: `rule-${rule}`, text: rule },
    ': ',
    code(`${inputs.map(([name, value]) => `${name}=${value}`).join(', ')} → ${result}`),
  ]);
}

function stepsOf(connection: Connection): readonly RuleStep[] {
  const chains = derivation(connection);
  const steps = chained.flatMap((derived) => chains[derived]);
  return [...new Map(steps.map((step) => [`${step.rule} ${step.inputs.join()}`, step])).values()];
}

const answers: Readonly<Record<string, 'answer.yes' | 'answer.no'>> = {
  true: 'answer.yes',
  false: 'answer.no',
  replayable: 'answer.yes',
  'not replayable': 'answer.no',
};

/** What came out of a rule, in words. */
function resultWords(rule: RuleId, result: string, t: Translate): string {
  const answer = answers[result];
  if (answer) return t(answer);
  if (rule === 'R12') return t(`status.${result as Status}`);
  if (rule === 'R4' && result === 'none') return t('authz.none');
  if (result === 'nothing') return t('exposure.nothing');
  const found = result.split(' ').flatMap((word) => exposures.find((one) => one === word) ?? []);
  if (found.length > 0) return found.map((one) => t(`exposure.${one}`)).join(', ');
  return t(`value.${result as Value}`);
}

type Value = Connection['encryption' | 'clientAuthentication' | 'authorization'];

/** What the rules of an entry lead to; the facets stand in the table above them. */
const chained = ['status', 'passive', 'active', 'offPath', 'relay'] as const;

/** What a man in the middle can do, why, what that would be worth, and its names in STRIDE and ATT&CK. */
export function attackBlocks({ first }: FindingGroup, t: Translate): readonly Block[] {
  const { encryption, exposure } = first;
  const canImpersonate = exposure.active.includes('impersonate-server');
  const relay = exposure.relay === false && canImpersonate ? 'relay.false-poser' : (`relay.${exposure.relay}` as const);
  return [
    attackTable(first, t),
    paragraph(
      `${t('inspector.passive')} ${passiveWords(first, t)}.`,
      ...(encryption === 'local' ? [] : [` ${t(relay)}`]),
    ),
    ...tunnelBlocks(first, t),
    ...tagBlocks(first, t),
  ];
}

function attackTable(connection: Connection, t: Translate): Block {
  const { trust } = connection.network;
  const now = (network: string) => (network === trust ? ` (${t('inspector.now')})` : '');
  const onWire = verbAnswers(connection, 'untrusted');
  const offWire = verbAnswers(connection, 'trusted');
  const isTwofold = trust !== 'untrusted';
  return {
    kind: 'table',
    caption: t('inspector.attack'),
    heads: [
      t('report.action'),
      `${t('inspector.on-untrusted')}${now('untrusted')}`,
      ...(isTwofold ? [`${t('inspector.on-trusted')}${now('trusted')}`] : []),
      t('report.stake'),
    ],
    rows: onWire.map((answer, index) => ({
      cells: [
        [t(`verb.${answer.verb}`)],
        answerLine(answer, t),
        ...(isTwofold ? [answerLine(offWire[index] ?? answer, t)] : []),
        [answer.answer === 'yes' ? stakeWords(connection, answer, t) : '–'],
      ],
    })),
  };
}

function answerLine({ answer, because }: VerbAnswer, t: Translate): Line {
  return [strong(t(`answer.${answer}`)), `${t('inspector.because')} ${t(`because.${because}`)}`];
}

function stakeWords({ path }: Connection, { verb }: VerbAnswer, t: Translate): string {
  return verb === 'client' || verb === 'steal' ? '–' : t(`stake.${communicationPath(path).stake}.${verb}`);
}

function passiveWords({ exposure }: Connection, t: Translate): string {
  if (exposure.passive.includes('credential-replay'))
    return `${t('inspector.passive-reads')} ${t('inspector.passive-replays')}`;
  if (exposure.passive.includes('eavesdrop')) return t('inspector.passive-reads');
  return exposure.passive.includes('unknown') ? `(${t('exposure.unknown')})` : t('inspector.passive-nothing');
}

function tunnelBlocks({ tunnel }: Connection, t: Translate): readonly Block[] {
  if (!tunnel) return [];
  const items = tunnel.segments.map(({ segment, passive, active }) => {
    const found = [...new Set([...passive, ...active])].map((one) => t(`exposure.${one}`)).join(', ');
    return { line: [`${t('inspector.tunnel')}, ${t(`segment.${segment}`)}: ${found || t('exposure.nothing')}`] };
  });
  return list(items);
}

function tagBlocks(connection: Connection, t: Translate): readonly Block[] {
  const { passive, active, offPath } = connection.exposure;
  const found = exposures.filter((exposure) => [passive, active, offPath].some((some) => some.includes(exposure)));
  const threats = [...new Set(found.flatMap((exposure) => threatsOf[exposure]))].map((one) => t(`threat.${one}`));
  const ids = [...new Set(found.flatMap((exposure) => techniquesOf(connection, exposure)))];
  if (threats.length === 0) return [];
  const names = ids.map((id): Line => [{ kind: 'see', id: `technique-${id}`, text: id }, ` ${techniques[id]}`]);
  return [
    paragraph(
      `STRIDE: ${threats.join(', ')}.`,
      ...(names.length > 0 ? [' ATT&CK: ', ...joined(names, ', '), '.'] : []),
    ),
  ];
}
