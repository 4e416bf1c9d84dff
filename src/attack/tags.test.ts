import { expect, test } from 'vitest';
import { analyze } from '../analysis/analyze.ts';
import { type Exposure, exposures } from '../analysis/rules.ts';
import { sources } from '../catalog/sources.ts';
import { locales } from '../i18n/texts.ts';
import { translator } from '../i18n/translate.ts';
import { type ScenarioId, scenario } from '../scenarios/scenarios.ts';
import { techniquesOf, techniquesSource, techniqueUrl, threats, threatsOf } from './tags.ts';

function tags(id: ScenarioId, path: string, exposure: Exposure): readonly string[] | undefined {
  const connection = analyze(scenario(id)).connections.find((one) => one.path === path);
  return connection && techniquesOf(connection, exposure);
}

test.each([
  ['kubeadm', 'P14', 'eavesdrop', ['T1040', 'T1557']],
  ['kubeadm', 'P09', 'eavesdrop', ['T1557']],
  ['kubeadm', 'P09', 'tamper', ['T1557', 'T1565.002']],
  ['everything-wrong', 'P04', 'credential-replay', ['T1528', 'T1550.001']],
  ['everything-wrong', 'P09', 'impersonate-client', ['T1133', 'T1609']],
  ['everything-wrong', 'A18', 'impersonate-client', ['T1133', 'T1609']],
  ['everything-wrong', 'A12', 'impersonate-client', ['T1613']],
  ['everything-wrong', 'A01', 'impersonate-client', ['T1552']],
  ['kubeadm', 'P14', 'impersonate-client', []],
] as const)('%s %s %s', (id, path, exposure, expected) => {
  expect(tags(id, path, exposure)).toEqual(expected);
});

test('every exposure is a threat, and every threat has words', () => {
  for (const exposure of exposures) expect(threatsOf[exposure].length).toBeGreaterThan(0);
  for (const locale of locales)
    for (const threat of threats) expect(translator(locale)(`threat.${threat}`)).not.toMatch(/^threat/);
});

test('a technique’s page is on the source’s own site', () => {
  const site = new URL(sources[techniquesSource].url ?? '').host;
  expect(new URL(techniqueUrl('T1565.002')).host).toBe(site);
  expect(techniqueUrl('T1565.002')).toContain('/T1565/002/');
});
