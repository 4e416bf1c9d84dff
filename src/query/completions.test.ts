import fc from 'fast-check';
import { expect, test } from 'vitest';
import { analyze } from '../analysis/analyze.ts';
import { scenario } from '../scenarios/scenarios.ts';
import { runs } from '../testing/runs.ts';
import { completions } from './completions.ts';
import { askedValues, hasFlag, toggleFlag, toggleValue } from './editQuery.ts';
import { parseQuery } from './parseQuery.ts';

const topology = scenario('kubeadm');
const context = { topology, connections: analyze(topology).connections };

/** The text after each completion at the bar. */
function offered(marked: string): readonly string[] {
  const cursor = marked.indexOf('|');
  const text = marked.replace('|', '');
  return completions(text, cursor, context).map(
    ({ insert, start, end }) => text.slice(0, start) + insert + text.slice(end),
  );
}

test('fields and flags by their beginning, all of them where nothing is typed', () => {
  expect(offered('|')).toHaveLength(27);
  expect(offered('sta|')[0]).toBe('status:');
  expect(offered('path:P08 -statu|')).toEqual(['path:P08 -status:']);
  expect(offered('not exp|')).toContain('not exposed');
  expect(offered('cro|')).toEqual(['crosses']);
});

test('a value alone is offered with its field', () => {
  expect(offered('unver|')).toEqual(['status:unverified']);
  expect(offered('p08|')).toEqual(['path:P08']);
  expect(offered('kubelet|')).toEqual(['component:kubelet']);
});

test('values of a field: those that begin so before those that hold it, behind a comma too', () => {
  expect(offered('status:un|')).toEqual(['status:unverified', 'status:unknown']);
  expect(offered('status:open,un| web')).toContain('status:open,unknown web');
  expect(offered('encryption:verified|')).toEqual([]);
  expect(offered('port:1025|')).toContain('port:10250');
  expect(offered('foo:b|')).toEqual([]);
});

test('names come from the cluster, pods and services with their namespace', () => {
  expect(offered('node:|')).toContain(`node:${topology.nodes[0]?.name}`);
  const [pod] = topology.pods;
  expect(offered(`pod:${pod?.name.slice(0, 2)}|`)).toContain(`pod:${pod?.namespace}/${pod?.name}`);
  expect(offered('ns:def|')).toEqual(['ns:default']);
});

test('behind “exposed”, to: offers where an attacker may stand', () => {
  expect(offered('exposed to:pod-n|')).toEqual(['exposed to:pod-net-raw']);
  expect(offered('to:pod-n|')).toEqual([]);
});

test('whatever is typed, every completion lies in it and can be understood', () => {
  const word = fc.constantFrom('status:', 'pod:', 'to:', 'exposed', 'not ', '-', '"', ',', ' ', 'un', '*');
  fc.assert(
    fc.property(
      fc.array(word).map((words) => words.join('')),
      fc.nat(40),
      (text, at) => {
        const cursor = Math.min(at, text.length);
        const before = parseQuery(text).problems.length;
        for (const { insert, start, end, kind } of completions(text, cursor, context)) {
          expect(0 <= start && start <= end && end <= text.length).toBe(true);
          const after = parseQuery(text.slice(0, start) + insert + text.slice(end)).problems.length;
          if (kind === 'value') expect(after).toBeLessThanOrEqual(before + 1);
        }
      },
    ),
    { examples: [['pod:status:,status:', 2]], numRuns: runs(1000) },
  );
});

test('buttons put terms in and take them out, and leave the rest as it was typed', () => {
  expect(toggleFlag('node:a  "x y"', 'crosses')).toBe('node:a "x y" crosses');
  expect(toggleFlag('node:a crosses foo:b', 'crosses')).toBe('node:a foo:b');
  expect(toggleValue('', 'status', 'open')).toBe('status:open');
  expect(toggleValue('status:open P08', 'status', 'unknown')).toBe('status:open,unknown P08');
  expect(toggleValue('status:open,unknown P08', 'status', 'open')).toBe('status:unknown P08');
  expect(toggleValue('status:unknown P08', 'status', 'unknown')).toBe('P08');
  expect(toggleValue('-status:open', 'status', 'open')).toBe('-status:open status:open');
});

test('what a button takes out makes no phrase of what stood beside it', () => {
  expect(toggleFlag('exposed crosses to:pod', 'crosses')).toBe('exposed:any to:pod');
  expect(hasFlag(parseQuery('exposed:any to:pod'), 'exposed')).toBe(true);
  expect(toggleFlag('exposed to:pod', 'exposed')).toBe('exposed to:pod exposed');
});

test('a button is lit by what the query asks for', () => {
  const query = parseQuery('crosses -exposed status:open,un* status:unknown');
  expect(askedValues(query, 'status')).toEqual(['open', 'unknown']);
  expect([hasFlag(query, 'crosses'), hasFlag(query, 'exposed')]).toEqual([true, false]);
});
