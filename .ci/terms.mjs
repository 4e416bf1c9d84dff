// Reads docs/terms.yaml and finds its forbidden words in the names of the code and in what people read.
import { readdirSync, readFileSync } from 'node:fs';
import ts from 'typescript';
import { parse } from 'yaml';

/** Every entry of the list of terms. */
export const terms = parse(readFileSync('docs/terms.yaml', 'utf8'));

/** Names that stand in files, links and commands that have left the program, and so stay as they were given. */
const outsideNames = new Set(['alike', 'set-alike', 'stated', 'colouring', 'catalogue']);

/** The words of a name: `nodeGrouping`, `node-grouping` and `NODE_GROUPING` have two. */
const wordsOf = (name) =>
  name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .split(/[^A-Za-z\d]+/)
    .map((word) => word.toLowerCase());

const spaced = (name) => ` ${wordsOf(name).join(' ')} `;
const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const patternOf = (text) => escaped(text).replaceAll('\\*', '[\\p{L}]*');

const inCode = terms.flatMap(({ english, notInCode = [] }) =>
  notInCode.map((word) => ({
    english,
    word,
    pattern: new RegExp(` ${patternOf(spaced(word).trim())}${word.endsWith('*') ? '[a-z]*' : ''} `),
  })),
);

/** The first words of what is forbidden: most files have none of them, and need not be parsed. */
const stems = new RegExp(
  terms.flatMap(({ notInCode = [] }) => notInCode.map((word) => wordsOf(word)[0])).join('|'),
  'i',
);

/** In German it matters whether a noun is a capital one; only an article before it may begin a sentence. */
const atBegin = (word) => {
  if (!word.includes(' ')) return patternOf(word);
  const first = word[0] ?? '';
  return `[${first.toLowerCase()}${first.toUpperCase()}]${patternOf(word.slice(1))}`;
};

const inText = (key) =>
  terms.flatMap(({ english, [key]: words = [] }) =>
    words.map((word) => ({
      english,
      word,
      pattern: new RegExp(
        `(?<![\\p{L}\\d])${key === 'notInGerman' ? atBegin(word) : patternOf(word)}(?![\\p{L}])`,
        key === 'notInGerman' ? 'gu' : 'giu',
      ),
    })),
  );

const filesIn = (folder, ending) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => `${folder}/${file.replaceAll('\\', '/')}`)
    .filter((file) => ending.test(file));

const sources = ['src', 'e2e', '.ci'].flatMap((folder) => filesIn(folder, /[.](tsx?|mjs)$/));

function parsed(file, text) {
  const kind = file.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  return ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, kind);
}

/** Everything that is named in the code: files, declarations, properties, text keys, CSS classes. */
function* namesOf(file, text) {
  yield file.replace(/^.*\//, '').replace(/\..*$/, '');
  if (file.endsWith('.css')) {
    for (const [, name] of text.matchAll(/\.([A-Za-z][\w-]*)/g)) yield name;
    return;
  }
  const found = [];
  const visit = (node) => {
    if (
      ts.isIdentifier(node) ||
      (ts.isStringLiteral(node) && ts.isPropertyAssignment(node.parent) && node.parent.name === node)
    )
      found.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(parsed(file, text));
  yield* found;
}

/** Names of the code with a forbidden word, as `file: name (use: term)`. */
export function forbiddenNames() {
  const files = [...sources, ...filesIn('src', /[.]css$/)];
  return files.flatMap((file) => {
    const text = readFileSync(file, 'utf8');
    if (!stems.test(text) && !stems.test(file)) return [];
    const names = new Set(namesOf(file, text));
    return [...names]
      .filter((name) => !outsideNames.has(name))
      .flatMap((name) =>
        inCode
          .filter(({ pattern }) => pattern.test(spaced(name)))
          .map(({ english, word }) => `${file}: ${name} (${word}: say “${english}”)`),
      );
  });
}

/** What people read in one language: the areas of texts, and whatever stands in the code in both languages. */
function textsIn(locale) {
  const found = [];
  for (const file of sources) {
    if (!file.startsWith('src/') || /[.]test[.]/.test(file)) continue;
    const isArea = file.startsWith(`src/i18n/${locale}/`);
    const visit = (node, isRead) => {
      const here = isRead || (ts.isPropertyAssignment(node) && node.name.getText() === locale);
      if (here && ts.isStringLiteralLike(node) && !(ts.isPropertyAssignment(node.parent) && node.parent.name === node))
        found.push(node.text);
      ts.forEachChild(node, (child) => visit(child, here));
    };
    const text = readFileSync(file, 'utf8');
    if (isArea || new RegExp(`\\b${locale}:`).test(text)) visit(parsed(file, text), isArea);
  }
  return found;
}

const documents = ['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'src/README.md'];
/** A document without its code and addresses. */
const proseOf = (file) => readFileSync(file, 'utf8').replace(/```[\s\S]*?```|`[^`]*`|\]\([^)]*\)|https?:\S+/g, ' ');

/** How often each forbidden word stands in the texts, as `{en: {word: count}, de: {…}}`; those that do not are left out. */
export function forbiddenWords() {
  const count = (key, texts) => {
    const all = texts.join('\n');
    const counts = inText(key).map(({ word, pattern }) => [word, [...all.matchAll(pattern)].length]);
    return Object.fromEntries(counts.filter(([, times]) => times > 0));
  };
  return {
    en: count('notInEnglish', [...textsIn('en'), ...documents.map(proseOf)]),
    de: count('notInGerman', textsIn('de')),
  };
}
