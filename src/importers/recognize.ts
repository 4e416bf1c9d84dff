import { type Counts, createCollection } from './collection.ts';
import { readCommandText } from './components/readCommandText.ts';
import { asKubeadmWrites } from './components/readKubeadm.ts';
import type { ImportedFact } from './found.ts';
import type { ImportIssue } from './importResult.ts';
import { type KeptFact, withKeptValues } from './keptValues.ts';
import { asPartial, isPartial } from './objects/readPatch.ts';
import { readPrintedTable } from './objects/readTable.ts';
import { type Embed, readDocument, wantedOf } from './readObject.ts';
import { field } from './source/fields.ts';
import { decode, givenFolder, headOf, type InputFile, textFile, type Wait, wholeOf } from './source/inputFile.ts';
import { isJson, readDocuments, type SourceDocument } from './source/readDocuments.ts';
import { problemOf, unpack } from './source/unpack.ts';
import { tooLongName } from './tooLongName.ts';

/** How far the reading of several files is. */
export type Progress = {
  readonly file: string;
  readonly readBytes: number;
  readonly allBytes: number;
  /** What has been found so far. */
  readonly counts?: Counts;
};

/** A file that was read, and the folder or archive that was given and holds it. */
export type ReadFile = { readonly name: string; readonly folder: string | null };

/** Everything that was recognized in some files, without what was wrong with them. */
export type Recognized = {
  readonly found: readonly KeptFact[];
  readonly issues: readonly ImportIssue[];
  /** All files, members of archives too. */
  readonly files: readonly ReadFile[];
};

/** Reads files and archives. What cannot be read is an issue, and the rest is read. @throws where the bytes of a file are on their way */
export function recognize(files: readonly InputFile[], onProgress?: (progress: Progress) => void): Recognized {
  const { value, done } = recognizing(files, onProgress).next();
  if (!done) throw new Error('a file whose bytes are on their way has to be waited for');
  return value;
}

/** The same for files whose bytes are on their way. Never throws. */
export async function recognizeAsync(
  files: readonly InputFile[],
  onProgress?: (progress: Progress) => void,
): Promise<Recognized> {
  const steps = recognizing(files, onProgress);
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
    await step.value.until;
  }
}

function* recognizing(
  files: readonly InputFile[],
  onProgress: (progress: Progress) => void = () => {},
): Generator<Wait, Recognized> {
  const issues: ImportIssue[] = [];
  const names: ReadFile[] = [];
  const collection = createCollection();
  const allBytes = files.reduce((sum, { size }) => sum + size, 0);
  let readBytes = 0;
  for (const file of files) {
    const tell = (bytes: number) =>
      onProgress({ file: file.name, readBytes: readBytes + bytes, allBytes, counts: collection.counts() });
    for (const member of unpack(countingOnce(file, tell))) {
      if ('code' in member) {
        issues.push(member);
        continue;
      }
      names.push({ name: member.name, folder: givenFolder(member) });
      const isPart = isPartial(member.name);
      for (const one of readFile(member)) {
        if ('until' in one) {
          yield one;
          continue;
        }
        const kept = isPart ? asPartial(one) : one;
        if (kept?.type === 'issue') issues.push(kept.issue);
        else if (kept) {
          const issue = tooLongName(kept);
          if (issue) issues.push(issue);
          else collection.add(withKeptValues(kept));
        }
      }
    }
    tell(file.size);
    readBytes += file.size;
  }
  return { found: collection.all(), issues: once(issues), files: names };
}

/** Tells how many of a file's bytes have been read, at its furthest. */
function countingOnce(file: InputFile, tell: (bytes: number) => void): InputFile {
  let furthest = 0;
  function* counted<T extends Uint8Array | Wait>(parts: Iterable<T>): Generator<T> {
    let at = 0;
    for (const part of parts) {
      yield part;
      at += part instanceof Uint8Array ? part.length : 0;
      if (at > furthest) tell(at);
      furthest = Math.max(at, furthest);
    }
  }
  const { chunks, arriving } = file;
  return { ...file, chunks: () => counted(chunks()), ...(arriving && { arriving: () => counted(arriving()) }) };
}

/** Longer texts are objects or logs, not command lines. */
const largestCommands = 2_000_000;

function* readFile(file: InputFile): Generator<ImportedFact | Wait> {
  const kubelets: ImportedFact[] = [];
  let isOfKubeadm = false;
  try {
    const head = decode(headOf(file));
    if (head !== null && !isJson(head) && file.size < largestCommands) {
      const whole = wholeOf(file, largestCommands);
      const content = whole && decode(whole);
      const commands = content ? readPlainText(file.name, content, (line) => line) : null;
      if (commands) {
        yield* commands;
        return;
      }
    }
    for (const document of readDocuments(file, wantedOf)) {
      if ('until' in document) {
        yield document;
        continue;
      }
      if ('code' in document) {
        yield { type: 'issue', issue: document };
        continue;
      }
      const kind = field(document.value, 'kind');
      isOfKubeadm ||= kind === 'ClusterConfiguration' || kind === 'InitConfiguration';
      const found = readDocument(document, embed);
      if (kind === 'KubeletConfiguration') kubelets.push(...found);
      else yield* found;
    }
  } catch (error) {
    // Only taking bytes throws, and a reader's recursion on a file that was made to be deep.
    const code = error instanceof RangeError ? 'too-deep' : problemOf(error);
    yield { type: 'issue', issue: { code, severity: 'error', place: { file: file.name, line: 1 }, params: {} } };
  }
  // Files of many documents must not be held: only these wait for what else is in their file.
  yield* isOfKubeadm ? kubelets.map(asKubeadmWrites) : kubelets;
}

/** Command lines outside of objects, or a table for people; null where a text is neither. */
function readPlainText(
  file: string,
  content: string,
  lineAt: (line: number) => number,
): readonly ImportedFact[] | null {
  const commands = readCommandText({ file, content, lineAt });
  if (commands && commands.length > 0) return commands;
  return readPrintedTable(file, content, lineAt);
}

/** A text in an object: its lines are the file's where it is a block, else it stands on one line. */
const embed: Embed = (document, path, content) => {
  const { file } = document;
  const { line } = document.placeOf(path);
  const isBlock = document.isBlock(path);
  const lineAt = (inner: number) => (isBlock ? line + inner : line);
  const plain = isJson(content) ? null : readPlainText(file, content, lineAt);
  if (plain) return plain;
  const found: ImportedFact[] = [];
  for (const one of readDocuments(textFile(file, content))) {
    if (!('value' in one)) continue;
    const inner: SourceDocument = {
      ...one,
      placeOf: (further) => ({ file, line: lineAt(one.placeOf(further).line) }),
      isBlock: (further) => isBlock && one.isBlock(further),
    };
    // A text within a text within a text is nothing that Kubernetes writes.
    found.push(...readDocument(inner, () => []));
  }
  return found;
};

/** A long list would say the same about each of its items: once for each file and kind is enough. */
function once(issues: readonly ImportIssue[]): readonly ImportIssue[] {
  const seen = new Set<string>();
  return issues.filter(({ code, place, params }) => {
    if (code !== 'kind-not-read' && code !== 'missing-name') return true;
    const key = [code, place.file, params['kind']].join();
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
