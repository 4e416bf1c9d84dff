import { expect, test } from 'vitest';
import { de } from './de.ts';
import { en } from './en.ts';
import { translator } from './translate.ts';

const placeholders = (text: string) => (text.match(/\{\{\w+\}\}/g) ?? []).sort();

test('both languages have the same placeholders', () => {
  for (const key of Object.keys(en) as (keyof typeof en)[]) {
    expect([key, placeholders(de[key])]).toEqual([key, placeholders(en[key])]);
  }
});

test('a parameter is filled in, and a value that looks like HTML stays text', () => {
  expect(translator('en')('issue.kind-not-read', { kind: '<b>' })).toContain('<b> says nothing');
});

test('no sentence is left in English in the German texts', () => {
  const sentences = Object.entries(en).filter(([key, text]) => !key.endsWith('.name') && text.split(' ').length > 4);
  expect(sentences.filter(([key, text]) => de[key as keyof typeof de] === text)).toEqual([]);
});
