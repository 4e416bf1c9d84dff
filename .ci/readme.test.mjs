import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { supportedBrowsers } from '../supportedBrowsers.ts';

const readme = readFileSync('README.md', 'utf8');

test('README names the browsers that the build and its check are made for', () => {
  const rows = [...readme.matchAll(/^\| (Chrome|Edge|Firefox|Safari|Safari on iPhone)\b[^|]*\| (\d+) \|$/gm)];
  const versions = rows.map(([, , version]) => Number(version));
  expect(versions).toEqual(Object.values(supportedBrowsers));
});
