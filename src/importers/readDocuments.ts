import { Composer, type Document, isNode, LineCounter, Parser } from 'yaml';
import type { ImportIssue, InputFile, IssueCode, Severity } from './importResult.ts';

export type DocumentPath = readonly (string | number)[];

/** One YAML or JSON document as plain values; `lineOf` finds the line of a value in its file. */
export type SourceDocument = {
  readonly file: string;
  readonly value: unknown;
  readonly lineOf: (path: DocumentPath) => number;
};

export type Documents = { readonly documents: readonly SourceDocument[]; readonly issues: readonly ImportIssue[] };

/** YAML beyond this does not fit into a browser's memory once parsed; the message then asks for JSON. */
const largestYaml = 20_000_000;
/** YAML beyond this is parsed only if it begins like Kubernetes objects do, without an error in its first part. */
const largestUnknownYaml = 2_000_000;
const firstPart = 200_000;
/** A file with more syntax errors than this is not YAML at all; reading on would only cost time. */
const mostErrors = 100;
const beginsLikeObjects = /^(apiVersion|kind|items|metadata|- )/m;
/** JSON beyond this does not fit into one JavaScript string. */
const largestJson = 500_000_000;
/** Line numbers of JSON need a second parse; beyond this the first line stands for all. */
const largestLocated = 2_000_000;

/** The documents of one file, and what was wrong with the rest. Never throws. */
export function readDocuments({ name, bytes }: InputFile): Documents {
  const failure = (code: IssueCode, line = 1, params = {}, severity: Severity = 'error'): Documents => ({
    documents: [],
    issues: [{ code, severity, place: { file: name, line }, params }],
  });
  if (bytes.length > largestJson) return failure('too-large');
  const content = decode(bytes);
  if (content === null) return failure('binary-file');
  if (content.trim() === '') return failure('empty-file', 1, {}, 'warning');
  const looksLikeJson = /^\s*[[{]/.test(content) && !/^\s*\{\{/.test(content);
  const json = looksLikeJson ? parseJson(content) : undefined;
  if (json !== undefined) {
    return { documents: [{ file: name, value: json, lineOf: lazyLines(content) }], issues: [] };
  }
  const isUnknown = content.length > largestUnknownYaml && !beginsLikeObjects.test(content.slice(0, 10_000));
  if (content.length > largestYaml || isUnknown) return failure(looksLikeJson ? 'invalid-json' : 'too-large');
  const template = /^[ \t-]*[\w.-]+:[ \t]*(\{\{[^\n]*\}\})/m.exec(content);
  if (template) {
    const line = content.slice(0, template.index).split('\n').length;
    return failure('template', line, { detail: template[1] ?? '' });
  }
  try {
    if (content.length > largestUnknownYaml) {
      const [early] = readYaml(name, content.slice(0, firstPart)).issues;
      const lines = content.slice(0, firstPart / 2).split('\n').length;
      if (early && early.place.line < lines) return { documents: [], issues: [early] };
    }
    return readYaml(name, content);
  } catch (error) {
    if (error instanceof RangeError) return failure('too-deep');
    return failure('invalid-yaml', 1, { detail: error instanceof Error ? error.message : String(error) });
  }
}

/** A file's text by its byte order mark, else as UTF-8; null for what is no text. */
export function decode(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (bytes.subarray(0, 65_536).includes(0)) return null;
  return new TextDecoder('utf-8').decode(bytes);
}

function parseJson(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return undefined;
  }
}

function readYaml(file: string, content: string): Documents {
  const counter = new LineCounter();
  const documents: SourceDocument[] = [];
  const issues: ImportIssue[] = [];
  for (const document of parseYaml(content, counter)) {
    const [error] = document.errors;
    if (error) {
      const line = counter.linePos(error.pos[0]).line;
      const detail = error.message.split('\n')[0] ?? '';
      issues.push({ code: 'invalid-yaml', severity: 'error', place: { file, line }, params: { detail } });
      continue;
    }
    const lineOf = (path: DocumentPath): number => {
      for (let length = path.length; length >= 0; length -= 1) {
        const node = length === 0 ? document.contents : document.getIn(path.slice(0, length), true);
        if (isNode(node) && node.range) return counter.linePos(node.range[0]).line;
      }
      return 1;
    };
    try {
      const value: unknown = document.toJS({ maxAliasCount: 100 });
      if (value !== null && value !== undefined) documents.push({ file, value, lineOf });
    } catch (problem) {
      const code = problem instanceof ReferenceError ? 'too-many-aliases' : 'too-deep';
      issues.push({ code, severity: 'error', place: { file, line: lineOf([]) }, params: {} });
    }
  }
  return { documents, issues };
}

/** The documents of a YAML text up to the point where it has shown not to be YAML. */
function* parseYaml(content: string, counter: LineCounter): Generator<Document.Parsed> {
  const parser = new Parser(counter.addNewLine);
  const composer = new Composer({ uniqueKeys: false, logLevel: 'silent', prettyErrors: false });
  let errors = 0;
  for (const token of parser.parse(content)) {
    if (token.type === 'error') errors += 1;
    if (errors > mostErrors) break;
    for (const document of composer.next(token)) {
      errors += document.errors.length;
      yield document;
    }
  }
  yield* composer.end();
}

/** Line numbers of a JSON text, found only when somebody asks. */
function lazyLines(content: string): SourceDocument['lineOf'] {
  let located: SourceDocument | undefined;
  return (path) => {
    if (content.length > largestLocated) return 1;
    located ??= readYaml('', content).documents[0];
    return located?.lineOf(path) ?? 1;
  };
}
