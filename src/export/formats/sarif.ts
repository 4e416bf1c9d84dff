import { analyze } from '../../analysis/analyze.ts';
import type { Connection, ConnectionEnd } from '../../analysis/connection.ts';
import type { PathId } from '../../catalog/communicationPath.ts';
import { communicationPath } from '../../catalog/communicationPaths.ts';
import { settingName } from '../../catalog/settings.ts';
import { sources } from '../../catalog/sources.ts';
import type { SourcePlace } from '../../domain/settings.ts';
import type { Topology } from '../../domain/topology.ts';
import { originWords } from '../../i18n/originWords.ts';
import type { Locale } from '../../i18n/texts.ts';
import type { Translate } from '../../i18n/translate.ts';
import { weaknessesAmong, weaknessesOf } from '../../weaknesses/weaknessesOf.ts';
import type { IssueRow } from '../analysisJson.ts';
import { decisionOn, reasonGiven } from '../decisions.ts';
import { endName } from '../pathRows.ts';
import {
  cwesOf,
  dangerLines,
  type Finding,
  findingsOf,
  pathTitle,
  placesOf,
  reasonsOf,
  remedyLines,
  tagsOf,
} from './findings.ts';
import { resultOfWeakness, ruleOfWeakness, topicsOf } from './sarifWeaknesses.ts';
import { severityOf, worstOf } from './severity.ts';
import { addressesOf, sourceFiles } from './sourceFiles.ts';

type SarifOptions = {
  readonly t: Translate;
  readonly locale: Locale;
  readonly issues: readonly IssueRow[];
  readonly version: string;
};

/** Where a model was drawn and not read, its project file stands for it: code scanning refuses results without a file. */
const projectFile = 'mitmap.mitmap.json';

type Physical = ReturnType<typeof physicalOf>;

/** SARIF 2.1.0 for code scanning, https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html. */
export function sarifText(topology: Topology, connections: readonly Connection[], options: SarifOptions): string {
  const { t, locale, issues, version } = options;
  const findings = findingsOf(topology, connections);
  const paths = [...new Set(findings.map(({ connection }) => connection.path))];
  const files = sourceFiles(topology);
  const places = findings.flatMap(({ connection }) => placesOf(topology, connection));
  const addresses = addressesOf([...files, ...[...places, ...issues].flatMap(({ file }) => file || [])]);
  const physical = physicalOf(addresses);
  const weaknesses = weaknessesAmong(weaknessesOf(topology, analyze(topology)), connections);
  const [first] = files;
  const isDrawn = first === undefined;
  const fallback = { file: first ?? projectFile, line: 1 };
  const log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'mitmap',
            version,
            language: locale,
            rules: [
              ...paths.map((path) => ruleOf(path, findings, topology, options)),
              ...topicsOf(weaknesses).map((topic) => ruleOfWeakness(topic, weaknesses, t)),
            ],
          },
        },
        language: locale,
        columnKind: 'utf16CodeUnits',
        invocations: [
          {
            executionSuccessful: true,
            toolExecutionNotifications: issues.map((issue) => notification(issue, physical)),
          },
        ],
        ...(isDrawn && findings.length + weaknesses.length > 0
          ? { artifacts: [{ location: { uri: projectFile }, description: { text: t('formats.project-file') } }] }
          : {}),
        results: [
          ...findings.map((finding) => resultOf(finding, { paths, topology, fallback, physical, t })),
          ...weaknesses.map((weakness) =>
            resultOfWeakness(weakness, {
              index: paths.length + topicsOf(weaknesses).indexOf(weakness.topic),
              fallback,
              physical,
              t,
            }),
          ),
        ],
        properties: { cluster: topology.name, kubernetesVersion: topology.kubernetesVersion },
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function ruleOf(path: PathId, findings: readonly Finding[], topology: Topology, { t, locale }: SarifOptions) {
  const own = findings.filter(({ connection }) => connection.path === path);
  const [tag] = communicationPath(path).sources;
  const remedies = [...new Set(own.map((finding) => remedyLines(finding, topology, t).join('\n')))];
  const help = [t(`path.${path}.flow`), t(`documented.${communicationPath(path).documented}`), ...remedies].join(
    '\n\n',
  );
  const tags = own.map(({ connection }) => tagsOf(connection));
  const cwes = [...new Set(own.flatMap(({ connection }) => cwesOf(connection)))].sort((a, b) => a - b);
  const worst = worstOf(own.map(({ connection }) => connection));
  return {
    id: path,
    shortDescription: { text: t(`path.${path}.name`) },
    fullDescription: { text: t(`path.${path}.flow`) },
    help: { text: help.replaceAll('`', ''), markdown: help },
    // The page that most paths come from is German.
    ...(tag ? { helpUri: sources[tag === 'SEED' && locale !== 'de' ? 'EN127' : tag].url } : {}),
    defaultConfiguration: { level: worst.level },
    properties: {
      // Code scanning shows critical, high, medium or low by this; what is not determined has no number.
      ...(worst.score === null ? {} : { 'security-severity': worst.score.toFixed(1) }),
      tags: [
        'security',
        ...new Set(tags.flatMap(({ stride }) => stride)),
        ...[...new Set(tags.flatMap(({ attack }) => attack))].sort(),
        // The form that code scanning recognizes as a CWE.
        ...cwes.map((number) => `external/cwe/cwe-${number}`),
      ],
    },
  };
}

type ResultOptions = {
  readonly paths: readonly PathId[];
  readonly topology: Topology;
  /** What is named where no line decided. */
  readonly fallback: SourcePlace;
  readonly physical: Physical;
  readonly t: Translate;
};

function resultOf({ connection }: Finding, { paths, topology, fallback, physical, t }: ResultOptions) {
  const [place = fallback, ...related] = placesOf(topology, connection);
  const decision = decisionOn(topology, connection);
  return {
    ruleId: connection.path,
    ruleIndex: paths.indexOf(connection.path),
    level: severityOf(connection).level,
    message: { text: messageText(connection, topology, t) },
    locations: [{ physicalLocation: physical(place), logicalLocations: logicalEnds(connection) }],
    relatedLocations: related.map((one, index) => ({ id: index + 1, physicalLocation: physical(one) })),
    partialFingerprints: { 'connection/v1': connection.id },
    // Where one result has suppressions, all have: an empty list says that there is none (section 3.27.23).
    suppressions: decision
      ? [
          {
            kind: 'external',
            status: 'accepted',
            justification: `${t(`remark.${decision.kind}`)}. ${reasonGiven(decision, t)}`,
          },
        ]
      : [],
    properties: propertiesOf(connection),
  };
}

function messageText(connection: Connection, topology: Topology, t: Translate): string {
  const { client, server, status } = connection;
  const settings = reasonsOf(connection).map(({ component, key, setting }) => {
    const value = setting.value === null ? t('setting.not-set') : setting.value;
    return `${component} ${settingName(component, key)}: ${value} (${originWords(setting, topology.kubernetesVersion, t)})`;
  });
  return [
    `${pathTitle(connection, t)}, ${endName(client)} → ${endName(server)}: ${t(`status.${status}`)}.`,
    ...dangerLines(connection, t),
    ...(settings.length > 0 ? [`${t('formats.decided-by')}: ${settings.join('; ')}.`] : []),
  ].join('\n');
}

function propertiesOf(connection: Connection) {
  const { variant, listener, status, count, network, evidence, exposure } = connection;
  return {
    status,
    ...(variant ? { variant } : {}),
    ...(listener ? { listener } : {}),
    count,
    network: network.id,
    trust: network.trust,
    encryption: connection.encryption,
    serverAuthentication: connection.serverAuthentication,
    clientAuthentication: connection.clientAuthentication,
    authorization: connection.authorization,
    integrity: connection.integrity,
    exposure,
    evidence,
  };
}

/** Both ends; a component that talks to its equals is one. */
function logicalEnds({ client, server }: Connection) {
  const [from, to] = [logical(client), logical(server)];
  return from.fullyQualifiedName === to.fullyQualifiedName ? [from] : [from, to];
}

function logical({ component, namespace, name }: ConnectionEnd) {
  const place = namespace === undefined ? name : `${namespace}/${name}`;
  return { name, fullyQualifiedName: `${component}/${place}`, kind: 'resource' };
}

function physicalOf(addresses: ReadonlyMap<string, string>) {
  return ({ file, line, column }: SourcePlace) => ({
    artifactLocation: { uri: addresses.get(file) ?? file },
    region: { startLine: Math.max(1, line), ...(column ? { startColumn: Math.max(1, column) } : {}) },
  });
}

function notification({ code, severity, file, line, message }: IssueRow, physical: Physical) {
  return {
    descriptor: { id: code },
    level: severity === 'error' || severity === 'warning' ? severity : 'note',
    message: { text: message },
    locations: file === '' ? [] : [{ physicalLocation: physical({ file, line }) }],
  };
}
