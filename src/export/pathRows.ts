import type { Connection } from '../analysis/connection.ts';
import { isAdjacent, pathNumber } from '../catalog/communicationPath.ts';
import type { Remark } from '../domain/topology.ts';
import type { Translate } from '../i18n/translate.ts';
import { reasonGiven } from './decisions.ts';

/** The columns of the path table, in order. */
export const pathColumns = [
  'number',
  'path',
  'client',
  'server',
  'port',
  'status',
  'encryption',
  'serverAuthentication',
  'clientAuthentication',
  'authorization',
  'integrity',
  'network',
  'exposure',
  'evidence',
  'count',
] as const;
export type PathColumn = (typeof pathColumns)[number];
export type PathRow = Readonly<Record<PathColumn, string | number>>;

/** The columns of a file: also the id that other formats and the report use, and what somebody decided. */
export const fileColumns = ['number', 'id', ...pathColumns.slice(1), 'decision', 'reason'] as const;
type FileColumn = (typeof fileColumns)[number];
type FileRow = Readonly<Record<FileColumn, string | number>>;

/** One connection as words, for a table or a file. */
export function pathRow(connection: Connection, t: Translate): PathRow {
  const { path, variant, listener, client, server, port, count, network, exposure } = connection;
  return {
    number: isAdjacent(path) ? pathNumber(path) : Number(pathNumber(path)),
    path: `${t(`path.${path}.name`)}${variant ? ` (${variant})` : ''}${listener ? ` (${listener})` : ''}`,
    client: endName(client),
    server: endName(server),
    port: port ?? '',
    status: t(`status.${connection.status}`),
    encryption: t(`value.${connection.encryption}`),
    serverAuthentication: t(`value.${connection.serverAuthentication}`),
    clientAuthentication: t(`value.${connection.clientAuthentication}`),
    authorization: authorizationWords(connection, t),
    integrity: t(`value.${connection.integrity}`),
    // What never leaves the machine is on no network.
    network:
      connection.encryption === 'local'
        ? t('value.local')
        : t(network.id === 'host' ? 'network.host' : `trust.${network.trust}`),
    exposure: [...new Set([...exposure.passive, ...exposure.active])].map((one) => t(`exposure.${one}`)).join(', '),
    evidence: t(`evidence.${connection.evidence}`),
    count,
  };
}

/** The same for a file, with the decision about it. Its words are in the area `formats`. */
export function fileRow(connection: Connection, decision: Remark | null, t: Translate): FileRow {
  return {
    ...pathRow(connection, t),
    id: connection.path,
    decision: decision ? t(`remark.${decision.kind}`) : '',
    reason: decision ? reasonGiven(decision, t) : '',
  };
}

/** Who checks the client's rights; that a server has no authorizer by design is no failing of its settings. */
export function authorizationWords({ authorization, notes }: Connection, t: Translate): string {
  if (authorization !== 'none') return t(`value.${authorization}`);
  return t(notes.includes('no-authorizer-by-design') ? 'authz.by-design' : 'authz.none');
}

/** One end in words; a class of several by its first member and their number. */
export function endName({ component, name, members }: Connection['client']): string {
  return members.length > 1 ? `${component} (${name} … ×${members.length})` : `${component} (${name})`;
}

/** Comma-separated values as RFC 4180 has them, with the names of the columns first. */
export function csvOf<Column extends FileColumn>(
  rows: readonly Readonly<Record<Column, string | number>>[],
  columns: readonly Column[],
  t: Translate,
): string {
  return csvLine(columns.map((column) => t(`column.${column}`))) + csvLines(rows, columns);
}

/** The rows alone, for a file that is written in parts. */
export function csvLines<Column extends FileColumn>(
  rows: readonly Readonly<Record<Column, string | number>>[],
  columns: readonly Column[],
): string {
  return rows.map((row) => csvLine(columns.map((column) => row[column]))).join('');
}

/** Every text is quoted: what separates cells depends on the country that a spreadsheet is set to. */
function csvLine(values: readonly (string | number)[]): string {
  const cell = (value: string | number) =>
    typeof value === 'number' ? String(value) : `"${asText(value).replaceAll('"', '""')}"`;
  return `${values.map(cell).join(',')}\r\n`;
}

/** A text that a spreadsheet would run as a formula gets a quote mark. */
function asText(value: string): string {
  return /^\s*[=+\-@\t\r]/.test(value) ? `'${value}` : value;
}

/** The same with tabs, as spreadsheets and wikis take it from the clipboard. */
export function textOf(rows: readonly PathRow[], columns: readonly PathColumn[], t: Translate): string {
  const lines = [
    columns.map((column) => t(`column.${column}`)),
    ...rows.map((row) => columns.map((column) => row[column])),
  ];
  return lines
    .map((line) =>
      line
        .map((value) => (typeof value === 'string' ? asText(value) : String(value)).replaceAll(/[\t\r\n]/g, ' '))
        .join('\t'),
    )
    .join('\n');
}
