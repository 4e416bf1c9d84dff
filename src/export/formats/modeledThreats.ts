import type { Connection } from '../../analysis/connection.ts';
import { type Because, type Verb, verbAnswers } from '../../attack/verbs.ts';
import type { Topology } from '../../domain/topology.ts';
import type { Translate } from '../../i18n/translate.ts';
import { decisionOn, reasonGiven } from '../decisions.ts';
import { answerText, type Finding, pathTitle, remedyLines } from './findings.ts';
import { mitigated, type Severity, severityOf } from './severity.ts';

/** One threat on one line, as threat models have them. */
export type ModeledThreat = {
  readonly id: string;
  readonly title: string;
  /** The English name of the kind in STRIDE, which the tools take for a key. */
  readonly stride: string;
  readonly status: 'Open' | 'Mitigated';
  readonly severity: Severity;
  readonly description: string;
  readonly mitigation: string;
};

const strideOf: Readonly<Record<Verb, string>> = {
  read: 'Information disclosure',
  change: 'Tampering',
  server: 'Spoofing',
  client: 'Elevation of privilege',
  steal: 'Information disclosure',
};

/** Answers that say that there is nothing to protect, rather than that it is protected. */
const pointless: readonly Because[] = ['local', 'local-process', 'no-credential'];

/**
 * What somebody in the middle wants on a connection, were its network hostile: `Open` where he can or where it is not
 * known, `Mitigated` where something stops him, with the words for what does.
 */
export function threatsOn(
  connection: Connection,
  finding: Finding | undefined,
  topology: Topology,
  t: Translate,
): readonly ModeledThreat[] {
  if (connection.status === 'local') return [];
  const title = pathTitle(connection, t);
  const decision = decisionOn(topology, connection);
  const remedy = [
    ...(finding ? remedyLines(finding, topology, t) : []),
    ...(decision ? [`${t(`remark.${decision.kind}`)}: ${reasonGiven(decision, t)}`] : []),
  ].join('\n');
  const byVerb = verbAnswers(connection, 'untrusted').flatMap((one): readonly ModeledThreat[] => {
    const { verb, answer, because } = one;
    if (answer === 'no' && pointless.includes(because)) return [];
    const base = { id: `${connection.id} ${verb}`, title: `${t(`verb.${verb}`)}: ${title}`, stride: strideOf[verb] };
    const description = answerText(connection, one, t);
    return answer === 'no'
      ? [
          {
            ...base,
            status: 'Mitigated',
            severity: mitigated,
            description,
            mitigation: sentence(t(`because.${because}`)),
          },
        ]
      : [
          {
            ...base,
            status: 'Open',
            severity: answer === 'unknown' ? undetermined : severityOf(connection),
            description,
            mitigation: remedy,
          },
        ];
  });
  const found = [...byVerb, ...downgrade(connection, title, remedy, t)];
  const isTold = connection.status !== 'open' || found.some(({ status }) => status === 'Open');
  return isTold ? found : [...found, unchecked(connection, title, remedy, t)];
}

/** Nobody in the middle gains anything, and yet whoever is let in may do too much. */
function unchecked(connection: Connection, title: string, remedy: string, t: Translate): ModeledThreat {
  const { clientAuthentication, authorization, notes } = connection;
  const rights = authorization === 'none' ? t('authz.none') : t(`value.${authorization}`);
  const facets = [
    `${t('facet.clientAuthentication')}: ${t(`value.${clientAuthentication}`)}.`,
    `${t('facet.authorization')}: ${rights}.`,
  ];
  return {
    id: `${connection.id} rights`,
    title: `${t('status.open')}: ${title}`,
    stride: strideOf.client,
    status: 'Open',
    severity: severityOf(connection),
    description: [...facets, ...notes.map((note) => t(`note.${note}`))].join(' '),
    mitigation: remedy,
  };
}

/** What a client may switch off itself, request by request. */
function downgrade(connection: Connection, title: string, remedy: string, t: Translate): readonly ModeledThreat[] {
  if (!connection.exposure.active.includes('downgrade')) return [];
  return [
    {
      id: `${connection.id} downgrade`,
      title: `${t('exposure.downgrade')}: ${title}`,
      stride: strideOf.change,
      status: 'Open',
      severity: severityOf(connection),
      description: connection.notes.map((note) => t(`note.${note}`)).join(' ') || t('exposure.downgrade'),
      mitigation: remedy === '' ? t('formats.by-request') : remedy,
    },
  ];
}

const undetermined: Severity = { score: null, level: 'note', word: 'TBD' };

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
