import { expect, test } from 'vitest';
import { locales } from '../i18n/texts.ts';
import { findTerms } from './findTerms.ts';
import type { Part } from './paragraphs.ts';
import { termOf, terms } from './terms.ts';

const found = (text: string, locale: 'en' | 'de') =>
  findTerms(text, locale)
    .flat()
    .flatMap((part) => (part.type === 'term' ? [part.id] : []));

const spelled = (parts: readonly (readonly Part[])[]) => parts.map((part) => part.map(({ text }) => text).join(''));

test('every term has words and a definition in both languages, and an id of its own', () => {
  expect(new Set(terms.map(({ id }) => id)).size).toBe(terms.length);
  for (const { id, words, definition } of terms)
    for (const locale of locales) {
      expect(words[locale][0], id).not.toBe('');
      expect(definition[locale], id).toMatch(/[.)]$/);
      // Two sentences at most, so that it can be read in passing.
      expect(definition[locale].length, id).toBeLessThan(260);
    }
  for (const { id, definition } of terms) expect(definition.de, id).not.toBe(definition.en);
});

test('no word belongs to two terms', () => {
  for (const locale of locales) {
    const all = terms.flatMap(({ words }) => [...new Set(words[locale].map((word) => word.toLowerCase()))]);
    expect(all.filter((word, index) => all.indexOf(word) !== index)).toEqual([]);
  }
});

test('every word of every term is found in a sentence, as itself', () => {
  for (const locale of locales)
    for (const { id, words } of terms)
      for (const word of words[locale]) {
        expect(found(`« ${word} ».`, locale), `${locale} ${word}`).toEqual([id]);
        expect(found(`(${word}, x)`, locale), `${locale} ${word}`).toEqual([id]);
      }
});

test('what a term points at exists, and is not itself', () => {
  for (const { id, see = [] } of terms)
    for (const other of see) {
      expect(termOf(other), `${id} → ${other}`).toBeDefined();
      expect(other).not.toBe(id);
    }
});

test('German words are found with their endings', () => {
  expect(found('Die Zertifikate des Knotens prüft niemand.', 'de')).toEqual(['certificate', 'node']);
  expect(found('Mit den Anmeldeinformationen eines Dienstkontos.', 'de')).toEqual(['credential', 'service-account']);
  expect(found('in nicht vertrauenswürdigen Netzen', 'de')).toEqual(['untrusted-network']);
});

test('the longest word wins, and each term is marked once in a text', () => {
  expect(found('The client certificate is a certificate.', 'en')).toEqual(['client-certificate', 'certificate']);
  expect(found('A pod, two pods.\n\nA third pod.', 'en')).toEqual(['pod']);
});

test('nothing is found in code, in flags, in paths, or inside of other words', () => {
  expect(found('`kubelet` and `TLS`', 'en')).toEqual([]);
  expect(found('--kubelet-certificate-authority, /var/lib/kubelet/pki, kubelet.conf, pods/NAME/proxy', 'en')).toEqual(
    [],
  );
  expect(found('nodes/https:NAME:PORT/proxy, node_1, podium, Pod-Netz', 'en')).toEqual([]);
  expect(found('the system’s own service, the casan', 'en')).toEqual([]);
});

test('whatever is marked, the text stays the same', () => {
  for (const locale of locales)
    for (const { definition } of terms) {
      const text = definition[locale];
      expect(spelled(findTerms(text, locale))).toEqual([text.replaceAll('`', '')]);
    }
});
