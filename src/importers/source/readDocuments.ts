import {
  findNodeAtLocation,
  type Node as JsonNode,
  type ParseError,
  parse,
  parseTree,
  printParseErrorCode,
} from 'jsonc-parser';
import { Composer, type Document, isNode, isScalar, LineCounter, Parser } from 'yaml';
import type { SourcePlace } from '../../domain/settings.ts';
import type { ImportIssue, IssueCode, Severity } from '../importResult.ts';
import { cutJson, type JsonPart } from './cutJson.ts';
import { decode, headOf, type InputFile, inMemory, isWide, wholeOf } from './inputFile.ts';

export type DocumentPath = readonly (string | number)[];

/** One YAML or JSON document, or one item of a list, as plain values. */
export type SourceDocument = {
  readonly file: string;
  readonly value: unknown;
  /** Where a value stands in its file; the nearest one around it, where it is missing. */
  readonly placeOf: (path: DocumentPath) => SourcePlace;
  /** Whether a text is written over several lines of the file, so that its lines are lines of the file. */
  readonly isBlock: (path: DocumentPath) => boolean;
  /** For an item of a list: what the list says that it is a list of. */
  readonly list: JsonPart['list'];
};

/** YAML beyond this does not fit into a browser's memory once parsed; the message then asks for JSON. */
const largestText = 20_000_000;
/** YAML beyond this is parsed only if it begins like Kubernetes objects do, without an error in its first part. */
const largestUnknownYaml = 2_000_000;
const firstPart = 200_000;
/** A file with more syntax errors than this is not YAML at all; reading on would only cost time. */
const mostErrors = 100;
const beginsLikeObjects = /^(apiVersion|kind|items|metadata|- )/m;

/** The documents of one file in their order, and what is wrong with the rest. Never throws. */
export function* readDocuments(file: InputFile): Generator<SourceDocument | ImportIssue> {
  const head = headOf(file);
  const text = decode(head);
  if (text === null) {
    yield issue(file.name, 'binary-file');
  } else if (isJson(text)) {
    yield* readJson(isWide(head) ? asUtf8(file) : file);
  } else {
    const whole = wholeOf(file, largestText);
    const content = whole && decode(whole);
    if (content === null) yield issue(file.name, whole ? 'binary-file' : 'too-large');
    else yield* readText(file.name, content);
  }
}

/** The same file in UTF-8, as the cutter of JSON needs it. */
function asUtf8(file: InputFile): InputFile {
  const whole = wholeOf(file, 10 * largestText);
  return inMemory(file.name, new TextEncoder().encode((whole && decode(whole)) ?? ''));
}

/** Whether a text begins as JSON does, after what a shell may have printed before it. */
export function isJson(head: string): boolean {
  if (/^==== START logs/m.test(head)) return true;
  const text = head.replace(/^\uFEFF/, '').replace(/^(\s*([\w.@~:/-]*[$#]) [^\n]*\n)+/, '');
  return /^\s*(\{\s*["}]|\[\s*["{[\]]|\{\s*$|\[\s*$)/.test(text);
}

function issue(
  file: string,
  code: IssueCode,
  place: { readonly line: number; readonly column?: number } = { line: 1 },
  params: Readonly<Record<string, string>> = {},
  severity: Severity = 'error',
): ImportIssue {
  return { code, severity, place: { file, ...place }, params };
}

function* readJson(file: InputFile): Generator<SourceDocument | ImportIssue> {
  let values = 0;
  for (const part of cutJson(file.chunks())) {
    const { line, column } = part;
    if ('unfinished' in part) {
      yield issue(file.name, part.unfinished === 'cut-off' ? 'cut-off' : 'too-large', { line, column });
      continue;
    }
    values += 1;
    try {
      yield {
        file: file.name,
        value: JSON.parse(part.text),
        list: part.list,
        isBlock: () => false,
        placeOf: places(file.name, part),
      };
    } catch (error) {
      if (error instanceof RangeError) yield issue(file.name, 'too-deep', { line, column });
      else yield* readBrokenJson(file, part, values);
    }
  }
}

/** What looks like JSON and is not: YAML in its flow style, what Ruby prints, or a mistake that we can point at. */
function* readBrokenJson(file: InputFile, part: JsonPart, number: number): Generator<SourceDocument | ImportIssue> {
  const ruby = /"\s*=>/.exec(part.text);
  if (ruby) {
    yield issue(file.name, 'ruby-hash', positionIn(part, ruby.index));
    return;
  }
  const flow = number === 1 && file.size < largestUnknownYaml ? [...readYaml(file.name, part.text)] : [];
  const documents = flow.filter((one) => 'value' in one);
  if (documents.length > 0 && documents.length === flow.length) {
    yield* documents.map((one) => ({ ...one, list: part.list }));
    return;
  }
  const errors: ParseError[] = [];
  try {
    parse(part.text, errors);
  } catch {
    // Too deep for the parser that knows where errors are: the beginning of the value has to do.
  }
  const [first] = errors;
  const detail = first ? printParseErrorCode(first.error) : '';
  yield issue(file.name, 'invalid-json', positionIn(part, first?.offset ?? 0), { detail });
}

function positionIn({ text, line, column }: JsonPart, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  const breaks = before.split('\n').length - 1;
  return { line: line + breaks, column: breaks === 0 ? column + offset : offset - before.lastIndexOf('\n') };
}

/** Places within one value, found only when somebody asks. */
function places(file: string, part: JsonPart): SourceDocument['placeOf'] {
  const { line, column } = part;
  let tree: JsonNode | null | undefined;
  return (path) => {
    if (path.length === 0) return { file, line, column };
    try {
      tree ??= parseTree(part.text) ?? null;
    } catch {
      tree = null;
    }
    for (let length = path.length; tree && length > 0; length -= 1) {
      const node = findNodeAtLocation(tree, path.slice(0, length));
      if (node) return { file, ...positionIn(part, node.offset) };
    }
    return { file, line, column };
  };
}

function* readText(file: string, content: string): Generator<SourceDocument | ImportIssue> {
  if (content.trim() === '') {
    yield issue(file, 'empty-file', { line: 1 }, {}, 'warning');
    return;
  }
  const isLong = content.length > largestUnknownYaml;
  if (isLong && !beginsLikeObjects.test(content.slice(0, 10_000))) {
    yield issue(file, 'too-large');
    return;
  }
  const template = /^[ \t-]*(?:[\w.-]+:[ \t]*)?(\{\{[^\n]*\}\}|\{%[^\n]*%\})/m.exec(content);
  if (template) {
    const line = content.slice(0, template.index).split('\n').length;
    yield issue(file, 'template', { line }, { detail: template[1] ?? '' });
    return;
  }
  try {
    if (isLong) {
      const early = [...readYaml(file, content.slice(0, firstPart))].find((one) => 'code' in one);
      const lines = content.slice(0, firstPart / 2).split('\n').length;
      if (early && 'code' in early && early.place.line < lines) {
        yield early;
        return;
      }
    }
    yield* readYaml(file, content);
  } catch (error) {
    if (error instanceof RangeError) yield issue(file, 'too-deep');
    else yield issue(file, 'invalid-yaml', { line: 1 }, { detail: error instanceof Error ? error.message : '' });
  }
}

function* readYaml(file: string, content: string): Generator<SourceDocument | ImportIssue> {
  const counter = new LineCounter();
  for (const document of parseYaml(content, counter)) {
    const [error] = document.errors;
    if (error) {
      const { line, col } = counter.linePos(error.pos[0]);
      yield issue(file, 'invalid-yaml', { line, column: col }, { detail: error.message.split('\n')[0] ?? '' });
      continue;
    }
    const nodeAt = (path: DocumentPath) => (path.length === 0 ? document.contents : document.getIn(path, true));
    const placeOf = (path: DocumentPath): SourcePlace => {
      for (let length = path.length; length >= 0; length -= 1) {
        const node = nodeAt(path.slice(0, length));
        if (isNode(node) && node.range) {
          const { line, col } = counter.linePos(node.range[0]);
          return { file, line, column: col };
        }
      }
      return { file, line: 1, column: 1 };
    };
    const isBlock = (path: DocumentPath) => {
      const node = nodeAt(path);
      return isScalar(node) && (node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED');
    };
    try {
      const value: unknown = document.toJS({ maxAliasCount: 100 });
      if (value !== null && value !== undefined) yield { file, value, placeOf, isBlock, list: null };
    } catch (problem) {
      const { line, column = 1 } = placeOf([]);
      yield issue(file, problem instanceof ReferenceError ? 'too-many-aliases' : 'too-deep', { line, column });
    }
  }
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
