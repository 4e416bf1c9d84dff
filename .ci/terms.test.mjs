import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { forbiddenNames, forbiddenWords, terms } from './terms.mjs';

const counted = new URL('./termCounts.json', import.meta.url);

test('each term has its word in both languages, its meaning and its source, and stands there once', () => {
  for (const term of terms)
    for (const key of ['english', 'german', 'meaning', 'source']) expect(term[key], JSON.stringify(term)).toBeTruthy();
  const words = terms.map(({ english }) => english);
  expect(words.filter((word, index) => words.indexOf(word) !== index)).toEqual([]);
});

test('no name in the code has a word that the list forbids', () => {
  expect(forbiddenNames()).toEqual([]);
});

test('words that the list forbids become fewer in the texts, never more', async () => {
  const before = JSON.parse(readFileSync(counted, 'utf8'));
  const now = forbiddenWords();
  const rows = (counts) =>
    Object.entries(counts).flatMap(([locale, words]) =>
      Object.entries(words).map(([word, times]) => [locale, word, times]),
    );
  const more = rows(now).filter(([locale, word, times]) => times > (before[locale][word] ?? 0));
  expect(more, 'docs/terms.yaml has the words to use instead').toEqual([]);
  // What was won is kept: `npm run terms` writes the lower counts down.
  await expect(`${JSON.stringify(now, null, 2)}\n`).toMatchFileSnapshot('termCounts.json');
});
