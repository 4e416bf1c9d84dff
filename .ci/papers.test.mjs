import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { Spec, Validation } from '@cyclonedx/cyclonedx-library';
import { expect, test } from 'vitest';
import { billOfMaterials, licenseTexts, packageOf } from '../buildPapers.ts';

const own = JSON.parse(readFileSync('package.json', 'utf8'));
const { packages: locked } = JSON.parse(readFileSync('package-lock.json', 'utf8'));
const builtIn = ['react', 'd3', '@fontsource/arimo', 'react-remove-scroll-bar', 'zod'].map((name) =>
  packageOf(resolve('node_modules', name, 'index.js')),
);

test('the bill of materials is valid by its schema, and the same each time', async () => {
  const bill = billOfMaterials(own, builtIn, locked);
  expect(await new Validation.JsonStrictValidator(Spec.Version.v1dot6).validate(bill)).toBeNull();
  expect(billOfMaterials(own, builtIn.toReversed(), locked)).toBe(bill);
  const { components } = JSON.parse(bill);
  expect(components.map(({ purl }) => purl)).toContain(`pkg:npm/react@${own.dependencies.react}`);
  for (const { hashes } of components) expect(hashes[0].content).toMatch(/^[\da-f]{128}$/);
});

test('the licenses have our own first, and a text for each package', () => {
  const texts = licenseTexts(own, readFileSync('LICENSE', 'utf8'), builtIn).split(`\n\n${'-'.repeat(80)}\n\n`);
  expect(texts).toHaveLength(builtIn.length + 1);
  expect(texts[0]).toMatch(/^mitmap .*\(Apache-2\.0\)\n\n\s*Apache License/);
  for (const text of texts) expect(text.length).toBeGreaterThan(500);
});

test('a license that is not allowed ends the build', () => {
  const foreign = { folder: 'node_modules/react', manifest: { name: 'x', version: '1', license: 'GPL-3.0-only' } };
  expect(() => licenseTexts(own, '', [foreign])).toThrow('GPL-3.0-only');
});
