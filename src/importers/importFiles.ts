import type { Found } from './found.ts';
import type { ImportIssue, ImportResult, InputFile } from './importResult.ts';
import { joinFound } from './joinFound.ts';
import { readCommandText } from './readCommandText.ts';
import { decode, readDocuments } from './readDocuments.ts';
import { readDocument } from './readObject.ts';

/** One topology from the files of one cluster. Never throws; what could not be read is an issue with file and line. */
export function importFiles(files: readonly InputFile[]): ImportResult {
  const found: Found[] = [];
  const issues: ImportIssue[] = [];
  for (const file of files) {
    const commands = readCommands(file);
    if (commands) {
      found.push(...commands);
      continue;
    }
    const { documents, issues: problems } = readDocuments(file);
    issues.push(...problems);
    for (const document of documents) {
      for (const one of readDocument(document)) {
        if (one.type === 'issue') issues.push(one.issue);
        else found.push(one);
      }
    }
  }
  if (found.length === 0) {
    const place = { file: files[0]?.name ?? '', line: 1 };
    return {
      topology: null,
      issues: [...once(issues), { code: 'nothing-read', severity: 'error', place, params: {} }],
    };
  }
  const joined = joinFound(
    found,
    files.map((file) => file.name),
  );
  return { topology: joined.topology, issues: once([...issues, ...joined.issues]) };
}

/** Longer texts are objects or logs, not command lines. */
const largestCommands = 2_000_000;

/** Command lines outside of objects; null where the file begins like an object, or holds none. */
function readCommands({ name, bytes }: InputFile): readonly Found[] | null {
  if (bytes.length > largestCommands) return null;
  const content = decode(bytes);
  if (content === null || /^\s*[[{]\s*["{[\]}]/.test(content)) return null;
  const found = readCommandText(name, content);
  return found && found.length > 0 ? found : null;
}

/** A long list would say the same about each of its items: once for each file and kind is enough. */
function once(issues: readonly ImportIssue[]): readonly ImportIssue[] {
  const seen = new Set<string>();
  return issues.filter(({ code, place, params }) => {
    const key = code === 'kind-not-read' ? [code, place.file, params['kind']].join() : null;
    if (key === null) return true;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
