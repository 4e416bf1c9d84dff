import { expect, test } from 'vitest';
import { analyze } from '../analysis/analyze.ts';
import { translator } from '../i18n/translate.ts';
import { scenario } from '../scenarios/scenarios.ts';
import { csvOf, pathColumns, pathRow, textOf } from './pathRows.ts';

const t = translator('en');
const base = scenario('documentation');

test('a path as words', () => {
  const [row] = analyze(base)
    .connections.filter(({ path }) => path === 'P09')
    .map((connection) => pathRow(connection, t));
  expect(row).toMatchObject({
    number: 9,
    client: 'kube-apiserver (control-plane-1)',
    server: 'kubelet (worker-1)',
    port: 10250,
    status: 'encrypted, identity not checked',
  });
});

test('names that a spreadsheet would run, quotes and line breaks do no harm', () => {
  const hostile = { ...base, nodes: base.nodes.map((node) => ({ ...node, name: '=1+1,"x"\n' })) };
  const rows = analyze(hostile).connections.map((connection) => ({ ...pathRow(connection, t), path: '=cmd()' }));
  const csv = csvOf(rows.slice(0, 1), ['path', 'client'], t);
  expect(csv).toBe(`"Path","Opens"\r\n"'=cmd()","kubelet (=1+1,""x""\n)"\r\n`);
  expect(csvOf([{ path: 'a;b', client: ' @x' }], ['path', 'client'], t)).toContain(`"a;b","' @x"`);
  expect(textOf(rows, pathColumns, t).split('\n')).toHaveLength(rows.length + 1);
  expect(textOf(rows, ['path'], t).split('\n')[1]).toBe("'=cmd()");
});

test('what never leaves the machine is on no network', () => {
  const rows = analyze(base).connections.map((connection) => ({ connection, row: pathRow(connection, t) }));
  const local = rows.filter(({ connection }) => connection.status === 'local');
  expect(local.length).toBeGreaterThan(0);
  for (const { row } of local) expect(row.network).toBe('never on a wire');
  for (const { connection, row } of rows)
    if (connection.network.id === 'host') expect(row.network).toMatch(/within the host|never on a wire/i);
    else if (!local.some((one) => one.row === row)) expect(row.network).toBe(t(`trust.${connection.network.trust}`));
});
