import { type ParseError, parse, printParseErrorCode } from 'jsonc-parser';
import { Composer, type Document, isNode, isScalar, LineCounter, Parser } from 'yaml';
import type { SourcePlace } from '../../domain/settings.ts';
import type { ImportIssue, IssueCode, Severity } from '../importResult.ts';
import { cutJson } from './cutJson.ts';
import { deepest, itemKindOf, type Piece } from './cutter.ts';
import { decode, headOf, type InputFile, inMemory, isWide, type Wait, wholeOf } from './inputFile.ts';
import { locate, positionOf } from './locate.ts';
import { createProjectingParser, type ProjectingParser, type ProjectionOf } from './projectingParser.ts';

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
  readonly list: Piece['list'];
};

/** YAML beyond this does not fit into a browser's memory once parsed; the message then asks for JSON. */
const largestText = 20_000_000;
/** YAML beyond this is parsed only if it begins like Kubernetes objects do, without an error in its first part. */
const largestUnknownYaml = 1_000_000;
const firstPart = 200_000;
/** A file with more syntax errors than this is not YAML at all; reading on would only cost time. */
const mostErrors = 100;
const decoder = new TextDecoder();
const beginsLikeObjects = /^(apiVersion|kind|items|metadata|- )/m;

/**
 * The documents of one file in their order, what is wrong with the rest, and what to wait for. Never throws.
 * @param wantedOf what is read of kinds of which there are many; all of the others is given
 */
export function* readDocuments(
  file: InputFile,
  wantedOf: ProjectionOf = () => undefined,
): Generator<SourceDocument | ImportIssue | Wait> {
  const head = headOf(file);
  const text = decode(head);
  if (text === null) {
    yield issue(file.name, 'binary-file');
  } else if (isJson(text)) {
    yield* readJson(isWide(head) ? asUtf8(file) : file, wantedOf);
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

function* readJson(file: InputFile, wantedOf: ProjectionOf): Generator<SourceDocument | ImportIssue | Wait> {
  const take = createProjectingParser(wantedOf);
  let values = 0;
  for (const piece of cutJson<Wait>(file.arriving?.() ?? file.chunks(), take)) {
    if ('until' in piece) {
      yield piece;
      continue;
    }
    const { line, column } = piece;
    if ('unfinished' in piece) {
      yield issue(file.name, piece.unfinished, { line, column });
      continue;
    }
    values += 1;
    const value = piece.value ?? parseAll(piece, take);
    if (value === undefined) yield* readBrokenJson(file, piece, values);
    else yield { file: file.name, value, list: piece.list, isBlock: () => false, placeOf: places(file.name, piece) };
  }
}

/** What is wanted of a value that lies in two chunks, else all of it; undefined where it is no JSON. */
function parseAll({ bytes, list }: Piece, take: ProjectingParser): unknown {
  const taken = take(bytes, 0, itemKindOf(list?.kind ?? null));
  if (taken?.end === bytes.length) return taken.value;
  try {
    return JSON.parse(decoder.decode(bytes));
  } catch {
    return undefined;
  }
}

/** What looks like JSON and is not: YAML in its flow style, what Ruby prints, or a mistake that we can point at. */
function* readBrokenJson(file: InputFile, piece: Piece, number: number): Generator<SourceDocument | ImportIssue> {
  const content = decoder.decode(piece.bytes);
  const ruby = /"\s*=>/.exec(content);
  if (ruby) {
    yield issue(file.name, 'ruby-hash', positionIn(piece, content, ruby.index));
    return;
  }
  const flow = number === 1 && file.size < largestUnknownYaml ? [...readYaml(file.name, content)] : [];
  const documents = flow.filter((one) => 'value' in one);
  if (documents.length > 0 && documents.length === flow.length) {
    yield* documents.map((one) => ({ ...one, list: piece.list }));
    return;
  }
  const errors: ParseError[] = [];
  parse(content, errors);
  const [first] = errors;
  const detail = first ? printParseErrorCode(first.error) : '';
  yield issue(file.name, 'invalid-json', positionIn(piece, content, first?.offset ?? 0), { detail });
}

function positionIn({ line, column }: Piece, text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  const breaks = before.split('\n').length - 1;
  return { line: line + breaks, column: breaks === 0 ? column + offset : offset - before.lastIndexOf('\n') };
}

/** Places within one value, found only when somebody asks; nobody keeps what this returns beyond the reading of the value. */
function places(file: string, { line, column, bytes }: Piece): SourceDocument['placeOf'] {
  return (path) => {
    const index = locate(bytes, path);
    if (index === null) return { file, line, column };
    const { breaks, before } = positionOf(bytes, index);
    return { file, line: line + breaks, column: breaks === 0 ? column + before : before + 1 };
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
  const template = templateIn(content);
  if (template) {
    yield issue(file, 'template', { line: template.line }, { detail: template.mark });
    return;
  }
  const deepLine = tooDeepLine(content);
  if (deepLine !== null) {
    yield issue(file, 'too-deep', { line: deepLine });
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
    yield issue(file, 'invalid-yaml', { line: 1 }, { detail: error instanceof Error ? error.message : '' });
  }
}

/** Where YAML nests too deeply for a parser that walks down, told by its indentation and its brackets; else null. */
function tooDeepLine(content: string): number | null {
  let open = 0;
  for (const [index, line] of content.split('\n').entries()) {
    const indentation = /^(?:[ \t]|[-?][ \t])*(?=\S)/.exec(line)?.[0].length ?? 0;
    for (const character of line) {
      if (character === '[' || character === '{') open += 1;
      else if ((character === ']' || character === '}') && open > 0) open -= 1;
      if (open > deepest) return index + 1;
    }
    if (indentation > 2 * deepest) return index + 1;
  }
  return null;
}

/** A mark of a template that stands where a value or a line begins: in a text it may be what somebody wrote. */
function templateIn(content: string): { readonly line: number; readonly mark: string } | null {
  for (const { 0: mark, index } of content.matchAll(/\{\{[^\n]{0,200}?\}\}|\{%[^\n]{0,200}?%\}/g)) {
    const before = content.slice(Math.max(content.lastIndexOf('\n', index) + 1, index - 200), index);
    if (/^[ \t-]*([\w.-]+:[ \t]*)?$/.test(before)) return { line: content.slice(0, index).split('\n').length, mark };
  }
  return null;
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
      if (!(problem instanceof ReferenceError)) throw problem;
      yield issue(file, 'too-many-aliases', { line, column });
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
