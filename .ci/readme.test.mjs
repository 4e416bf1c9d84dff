import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { supportedBrowsers } from '../supportedBrowsers.ts';

const { layers } = createRequire(import.meta.url)('./layers.cjs');
const readme = readFileSync('README.md', 'utf8');
const map = readFileSync('src/README.md', 'utf8');

test('README names the browsers that the build and its check are made for', () => {
  const rows = [...readme.matchAll(/^\| (Chrome|Edge|Firefox|Safari|Safari on iPhone)\b[^|]*\| (\d+) \|$/gm)];
  const versions = rows.map(([, , version]) => Number(version));
  expect(versions).toEqual(Object.values(supportedBrowsers));
});

test('the map of the source has every layer, and what it may import is what the check allows', () => {
  const names = Object.keys(layers);
  const rows = [...map.matchAll(/^\| `(\w+)` \| .*? \| ([^|]*) \|$/gm)].map(([, name, said]) => {
    if (said === 'nothing') return [name, []];
    const others = said.startsWith('all but ') ? said.slice('all but '.length).split(', ') : null;
    const allowed = others ? names.filter((one) => one !== name && !others.includes(one)) : said.split(', ');
    return [name, allowed.toSorted()];
  });
  expect(Object.fromEntries(rows)).toEqual(Object.fromEntries(names.map((name) => [name, layers[name].toSorted()])));
});

test('the map of the source names files that are there', () => {
  const files = ['.', 'src', 'e2e', '.ci', 'docs'].flatMap((folder) =>
    readdirSync(folder, { recursive: folder !== '.', encoding: 'utf8' }).map((file) => `/${file}`),
  );
  const named = [...map.matchAll(/`([\w/.-]+\.(?:tsx?|mjs|cjs|json|yaml))`/g)].map(([, name]) => name);
  const isThere = (name) => files.some((file) => file.endsWith(`/${name.replace(/^(src|e2e|[.]ci|docs)[/]/, '')}`));
  expect(named.filter((name) => !isThere(name))).toEqual([]);
});

describe.each(['README.md', 'src/README.md', 'CONTRIBUTING.md', 'SECURITY.md'])('%s', (file) => {
  const text = readFileSync(file, 'utf8');

  test('leads to files that are there', () => {
    const links = [...text.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, link]) => join(dirname(file), link));
    expect(links.filter((link) => !existsSync(link))).toEqual([]);
  });

  test('names commands that package.json has', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8'));
    const named = [...text.matchAll(/npm run (?:--silent |-s )?([\w:]+)/g)].map(([, name]) => name);
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });
});
