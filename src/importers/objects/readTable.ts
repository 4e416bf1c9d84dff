import type { Service } from '../../domain/topology.ts';
import type { Found } from '../found.ts';
import { field, list, scalar, text } from '../source/fields.ts';
import type { ObjectAt } from '../source/objectAt.ts';

/** One row of what `kubectl get` prints for people. */
type Row = {
  readonly cells: Readonly<Record<string, string>>;
  readonly metadata: unknown;
  readonly place: ObjectAt['place'];
};

/** A `Table`, as the API server answers kubectl: it has names, roles and versions, and none of the rest. */
export function readTable(object: ObjectAt): readonly Found[] {
  const names = list(field(object.value, 'columnDefinitions')).map((column) => text(field(column, 'name')) ?? '');
  const rows = list(field(object.value, 'rows')).map((row, index): Row => {
    const cells = list(field(row, 'cells')).map((cell, at) => [(names[at] ?? '').toUpperCase(), scalar(cell) ?? '']);
    return {
      cells: Object.fromEntries(cells),
      metadata: field(row, 'object', 'metadata'),
      place: object.placeOf(['rows', index]),
    };
  });
  return readRows(rows);
}

/** The same as text; null where a text is no such table. */
export function readPrintedTable(
  file: string,
  content: string,
  lineAt: (line: number) => number,
): readonly Found[] | null {
  const lines = content.split(/\r?\n/);
  const head = lines.findIndex((line) =>
    /^(NAMESPACE\s+)?NAME\s+(STATUS\s+ROLES|READY\s+STATUS|TYPE\s+CLUSTER-IP)\b/.test(line),
  );
  if (head < 0) return null;
  const columns = [...(lines[head] ?? '').matchAll(/\S+(?: \S+)*/g)].map((found) => ({
    name: found[0],
    at: found.index,
  }));
  const rows = lines.slice(head + 1).flatMap((line, index): readonly Row[] => {
    if (line.trim() === '' || /^[\w@.~:/-]*[$#] /.test(line)) return [];
    const cells = columns.map(({ name, at }, column) => [name, line.slice(at, columns[column + 1]?.at).trim()]);
    return [{ cells: Object.fromEntries(cells), metadata: undefined, place: { file, line: lineAt(head + index + 2) } }];
  });
  const found = readRows(rows);
  return found.length > 0 ? found : null;
}

function readRows(rows: readonly Row[]): readonly Found[] {
  const found = rows.flatMap((row) => readRow(row));
  const [first] = rows;
  if (!first || found.length === 0) return [];
  return [
    ...found,
    { type: 'issue', issue: { code: 'table-only', severity: 'warning', place: first.place, params: {} } },
  ];
}

function readRow({ cells, metadata, place }: Row): readonly Found[] {
  const name = text(field(metadata, 'name')) ?? cells['NAME'];
  const namespace = text(field(metadata, 'namespace')) ?? cells['NAMESPACE'] ?? 'default';
  if (!name) return [];
  if (cells['ROLES'] !== undefined) {
    const controlPlane = /\b(control-plane|master)\b/.test(cells['ROLES']);
    return [{ type: 'node', node: { name, controlPlane, version: cells['VERSION'] ?? null, port: null }, place }];
  }
  if (cells['CLUSTER-IP'] !== undefined) {
    const type =
      (['NodePort', 'LoadBalancer', 'ExternalName'] as const).find((one) => one === cells['TYPE']) ?? 'ClusterIP';
    const ports = (cells['PORT(S)'] ?? '').split(',').flatMap((port) => Number.parseInt(port, 10) || []);
    const service: Omit<Service, 'id'> = {
      name,
      namespace,
      type,
      clusterIp: cells['CLUSTER-IP'] ?? null,
      selector: {},
      ports,
    };
    return [{ type: 'service', service, place }];
  }
  if (cells['READY'] === undefined) return [];
  const node = cells['NODE'] ?? '';
  const pod = {
    name,
    namespace,
    labels: {},
    hostNetwork: false,
    running: !['Completed', 'Succeeded', 'Failed', 'Error'].includes(cells['STATUS'] ?? ''),
    tokenMounted: true,
    skipsVerification: false,
    ports: [],
  };
  return [{ type: 'pod', pod, nodeName: node === '' || node === '<none>' ? null : node, place }];
}
