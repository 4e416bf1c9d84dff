import { expect, test } from 'vitest';
import { type Area, areas } from './texts.ts';
import { translator } from './translate.ts';

const placeholders = (text: string) => (text.match(/\{\{\w+\}\}/g) ?? []).sort();

type Texts = Readonly<Record<string, string>>;

const both = await Promise.all(
  (Object.keys(areas) as Area[]).map(
    async (area): Promise<{ readonly en: Texts; readonly de: Texts }> => ({
      en: (await areas[area].en()).texts,
      de: (await areas[area].de()).texts,
    }),
  ),
);
const pairs = both.flatMap(({ en, de }) =>
  Object.entries(en).map(([key, text]) => ({ key, text, german: de[key] ?? '' })),
);

test('both languages have the same placeholders', () => {
  for (const { key, text, german } of pairs) expect([key, placeholders(german)]).toEqual([key, placeholders(text)]);
});

test('no text is in two areas', () => {
  expect(new Set(pairs.map(({ key }) => key)).size).toBe(pairs.length);
});

test('a parameter is filled in, and a value that looks like HTML stays text', () => {
  expect(translator('en')('issue.kind-not-read', { kind: '<b>' })).toContain('<b> says nothing');
});

test('no sentence is left in English in the German texts', () => {
  const sentences = pairs.filter(({ key, text }) => !key.endsWith('.name') && text.split(' ').length > 4);
  expect(sentences.filter(({ text, german }) => text === german)).toEqual([]);
});
