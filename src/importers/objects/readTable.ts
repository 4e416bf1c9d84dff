import type { Service } from '../../domain/topology.ts';
import { type ImportedFact, placeOfFound } from '../found.ts';
import { explicitSetting } from '../source/explicitSetting.ts';
import { field, list, scalar, text } from '../source/fields.ts';
import type { ObjectAt } from '../source/objectAt.ts';

/** One row of what `kubectl get` prints for people. */
type Row = {
  readonly cells: Readonly<Record<string, string>>;
  readonly metadata: unknown;
  readonly place: ObjectAt['place'];
};

/** A `Table`, as the API server answers kubectl: it has names, roles and versions, and none of the rest. */
export function readTable(object: ObjectAt): readonly ImportedFact[] {
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

/** The head of a table: names of columns in capitals, from the first column on. */
const tableHead = /^(NAMESPACE +)?NAME( +[A-Z][A-Z()/ -]*)+ *$/;

/**
 * The same as text, where one table may follow another, each with a head of its own; null where a text has no row of a node, a
 * pod or a service.
 */
export function readPrintedTable(
  file: string,
  content: string,
  lineAt: (line: number) => number,
): readonly ImportedFact[] | null {
  let columns: readonly { readonly name: string; readonly at: number }[] = [];
  const rows = content.split(/\r?\n/).flatMap((line, index): readonly Row[] => {
    if (tableHead.test(line)) {
      columns = [...line.matchAll(/\S+(?: \S+)*/g)].map((found) => ({ name: found[0], at: found.index }));
      return [];
    }
    if (columns.length === 0 || line.trim() === '') return [];
    // Where blanks have been lost, cells no longer stand under their heads; there are always several between two of them.
    const isAligned = columns.every(({ at }) => at === 0 || at >= line.length || line[at - 1] === ' ');
    const texts = line.trim().split(/ {2,}/);
    const cells = columns.map(({ name, at }, column) => [
      name,
      isAligned ? line.slice(at, columns[column + 1]?.at).trim() : (texts[column] ?? ''),
    ]);
    return [{ cells: Object.fromEntries(cells), metadata: undefined, place: { file, line: lineAt(index + 1) } }];
  });
  const found = readRows(rows);
  return found.length > 0 ? found : null;
}

function readRows(rows: readonly Row[]): readonly ImportedFact[] {
  const found = rows.flatMap((row) => readRow(row));
  const [first] = found;
  if (!first) return [];
  const place = placeOfFound(first);
  return [...found, { type: 'issue', issue: { code: 'table-only', severity: 'warning', place, params: {} } }];
}

const serviceTypes = ['ClusterIP', 'NodePort', 'LoadBalancer', 'ExternalName'] as const;

/** An object of a row. One whose cells are not what the columns say, as where an error stands between rows, is none. */
function readRow({ cells, metadata, place }: Row): readonly ImportedFact[] {
  // With several kinds at once, kubectl puts the kind before each name.
  const name = text(field(metadata, 'name')) ?? cells['NAME']?.replace(/^(node|pod|service)\//, '');
  const namespace = text(field(metadata, 'namespace')) ?? cells['NAMESPACE'] ?? 'default';
  if (!name || !/^[a-z\d]([-.a-z\d]*[a-z\d])?$/.test(name)) return [];
  if (cells['ROLES'] !== undefined) {
    if (!/\b(Ready|NotReady|Unknown)\b/.test(cells['STATUS'] ?? '')) return [];
    const controlPlane = /\b(control-plane|master)\b/.test(cells['ROLES']);
    const version = cells['VERSION'] || null;
    const isAddress = (one: string | undefined): one is string => one !== undefined && /^[\d.:a-f]+$/i.test(one);
    const addresses = [cells['INTERNAL-IP'], cells['EXTERNAL-IP']].filter(isAddress);
    const externalAddresses = [cells['EXTERNAL-IP']].filter(isAddress);
    const kubelet = version === null ? {} : { kubeletVersion: explicitSetting(version, 'object', place) };
    return [
      {
        type: 'node',
        node: {
          name,
          controlPlane,
          version,
          kubelet,
          ...(addresses[0] && { addresses }),
          ...(externalAddresses[0] && { externalAddresses }),
        },
        place,
      },
    ];
  }
  if (cells['CLUSTER-IP'] !== undefined) {
    const type = serviceTypes.find((one) => one === cells['TYPE']);
    if (!type) return [];
    const printed = (cells['PORT(S)'] ?? '').split(',');
    const ports = printed.flatMap((port) => Number.parseInt(port, 10) || []);
    const udpPorts = printed.flatMap((port) => (/\/(UDP|SCTP)$/.test(port) ? Number.parseInt(port, 10) || [] : []));
    const onlyUdp = udpPorts.filter(
      (port) => !printed.some((one) => Number.parseInt(one, 10) === port && /\/TCP$/.test(one)),
    );
    // kubectl prints those of the specification and those of the status in one column.
    const outer = (cells['EXTERNAL-IP'] ?? '').split(',').filter((one) => /^[\d.:a-f]+$/i.test(one));
    const service: Omit<Service, 'id'> = {
      name,
      namespace,
      type,
      clusterIp: cells['CLUSTER-IP'] ?? null,
      selector: {},
      ports,
      ...(outer.length > 0 && (type === 'LoadBalancer' ? { loadBalancerIps: outer } : { externalIps: outer })),
      ...(onlyUdp.length > 0 && { udpPorts: onlyUdp }),
    };
    return [{ type: 'service', service, place }];
  }
  if (!/^\d+\/\d+$/.test(cells['READY'] ?? '') || cells['STATUS'] === undefined) return [];
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
