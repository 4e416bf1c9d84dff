import type { Connection } from '../../analysis/connection.ts';
import { pathNumber } from '../../catalog/communicationPath.ts';
import type { Translate } from '../../i18n/translate.ts';
import { pathRow } from '../pathRows.ts';
import type { Block } from './block.ts';
import { statusWord } from './connectionBlocks.ts';

/** Every path, one row for each class of connections. */
export function tableBlocks(connections: readonly Connection[], t: Translate): readonly Block[] {
  const rows = connections.map((connection) => {
    const row = pathRow(connection, t);
    const { path, listener } = connection;
    const rest = [
      row.encryption,
      row.serverAuthentication,
      row.clientAuthentication,
      row.authorization,
      row.integrity,
      row.network,
      row.count,
      row.evidence,
    ];
    return {
      cells: [
        [{ kind: 'see' as const, id: `path-${path}`, text: pathNumber(path) }],
        [`${row.path}${listener ? ` (${listener})` : ''}`],
        [`${row.client} → ${row.server}`],
        [String(row.port)],
        [statusWord(connection, t)],
        ...rest.map((value) => [String(value)]),
      ],
    };
  });
  const heads = [
    t('column.number'),
    t('column.path'),
    t('export.from-to'),
    t('column.port'),
    t('column.status'),
    t('column.encryption'),
    t('column.serverAuthentication'),
    t('column.clientAuthentication'),
    t('column.authorization'),
    t('column.integrity'),
    t('column.network'),
    t('column.count'),
    t('column.evidence'),
  ];
  return [{ kind: 'table', caption: t('report.table-caption'), heads, rows, wide: true }];
}
