import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { supportedBrowsers } from '../../supportedBrowsers.ts';
import { programOf, scriptFeatures } from './scriptFeatures.mjs';
import { styleFeatures } from './styleFeatures.mjs';
import { unsupported } from './unsupported.mjs';

/** What is missing in which of the supported browsers. */
const missingIn = (uses) => unsupported(uses, supportedBrowsers).missing.map(({ key, lacking }) => [key, ...lacking]);

test('finds what a script uses that some browser lacks: a function, a method, a static one, what is destructured', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'features-')), 'page.ts');
  writeFileSync(
    file,
    `requestIdleCallback(() => {});
     export const set = new Set([1]).union(new Set([2]));
     export const has = ClipboardItem.supports('text/html');
     const { checkVisibility } = document.body;
     export const reader = new Blob([]).stream().getReader({ mode: 'byob' }).read(new Uint8Array(1));
     export const fine = [checkVisibility, [3].toSorted(), structuredClone(1), Object.groupBy([1], String)];
     export type Never = typeof requestIdleCallback;`,
  );
  expect(missingIn(scriptFeatures(programOf([file]), [file]))).toEqual([
    ['api.Window.requestIdleCallback', 'safari', 'ios'],
    ['api.ClipboardItem.supports_static', 'safari', 'ios'],
    ['api.ReadableStreamBYOBReader.read', 'safari', 'ios'],
  ]);
});

test('finds what a style sheet uses that some browser lacks, unless its own name stands beside it', () => {
  const style = `a { user-select: none } b { -webkit-user-select: none; user-select: none }
    c { text-decoration: underline dotted; width: 10dvh; display: grid }`;
  expect(missingIn(styleFeatures(style, 'page.css'))).toEqual([
    ['css.properties.user-select', 'safari', 'ios'],
    ['css.properties.text-decoration.dotted', 'safari', 'ios'],
  ]);
});
