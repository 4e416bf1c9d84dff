import { Gunzip, Unzip, UnzipInflate, UnzipPassThrough } from 'fflate';
import { parseTar } from 'nanotar';
import type { ImportIssue, IssueCode } from '../importResult.ts';
import { FileReadError, headOf, type InputFile, inMemory, joined, wholeOf } from './inputFile.ts';

/** How deep archives may lie in archives. */
const deepest = 3;
/** Members of one archive. */
const mostMembers = 20_000;
/** Bytes that one archive may unpack to. */
const largestUnpacked = 1_000_000_000;
/** A tar has to be held whole. */
const largestTar = 400_000_000;
/** Text shrinks to a tenth. What grows a hundredfold beyond this size is made to fill a memory. */
const suspicious = { size: 30_000_000, ratio: 100 };

/** What a file and all archives in it have been unpacked to so far. */
type Budget = {
  unpacked: number;
  readonly packed: number;
  isTold: boolean;
  /** Files with bytes behind their end. */
  readonly longer: Set<string>;
};

/** The files in a file: itself, or the members of an archive with its name before theirs. Never throws. */
export function* unpack(
  file: InputFile,
  depth = 0,
  budget: Budget = { unpacked: 0, packed: file.size, isTold: false, longer: new Set() },
): Generator<InputFile | ImportIssue> {
  let kind: ArchiveKind | null;
  try {
    kind = archiveKind(headOf(file));
  } catch (error) {
    yield issue(file.name, problemOf(error));
    return;
  }
  if (kind === null) {
    yield file;
    return;
  }
  if (kind === 'other' || depth > deepest) {
    yield issue(file.name, 'archive-not-read');
    return;
  }
  try {
    checkSize(budget);
    if (kind === 'gzip') {
      yield* unpack(gunzipped(file, budget), depth + 1, budget);
      if (budget.longer.delete(file.name)) yield { ...issue(file.name, 'archive-longer'), severity: 'warning' };
    } else {
      let members = 0;
      for (const member of kind === 'zip' ? zipMembers(file, budget) : tarMembers(file)) {
        if ('code' in member) {
          yield member;
          continue;
        }
        members += 1;
        if (members > mostMembers) throw new ArchiveTooLarge();
        const { name, isUnsafe } = safeName(member.name);
        if (isIgnored(name)) continue;
        const inner = { ...member, name: `${file.name}/${name}`, ...givenAs(file) };
        if (isUnsafe) yield { ...issue(inner.name, 'unsafe-name'), severity: 'warning' };
        yield* unpack(inner, depth + 1, budget);
      }
    }
  } catch (error) {
    // Of a whole nest of archives that is too large it is said once.
    if (!(error instanceof ArchiveTooLarge) || !budget.isTold) yield issue(file.name, problemOf(error));
    budget.isTold ||= error instanceof ArchiveTooLarge;
  }
}

/** Thrown while unpacking, and caught where members are read too. */
class ArchiveTooLarge extends Error {}

/** What it means that bytes could not be taken from a file. */
export function problemOf(error: unknown): IssueCode {
  if (error instanceof FileReadError) return 'unreadable';
  return error instanceof ArchiveTooLarge ? 'archive-too-large' : 'archive-broken';
}

function issue(file: string, code: IssueCode): ImportIssue {
  return { code, severity: 'error', place: { file, line: 1 }, params: {} };
}

type ArchiveKind = 'gzip' | 'zip' | 'tar' | 'other';

/** By their first bytes: names of downloaded files lie. */
const signatures: readonly (readonly [ArchiveKind, number, readonly number[]])[] = [
  ['gzip', 0, [0x1f, 0x8b]],
  ['zip', 0, [0x50, 0x4b, 3, 4]],
  ['tar', 257, [0x75, 0x73, 0x74, 0x61, 0x72]],
  ['other', 0, [0xfd, 0x37, 0x7a, 0x58, 0x5a]],
  ['other', 0, [0x42, 0x5a, 0x68, 0x39]],
  ['other', 0, [0x28, 0xb5, 0x2f, 0xfd]],
  ['other', 0, [0x37, 0x7a, 0xbc, 0xaf]],
  ['other', 0, [0x52, 0x61, 0x72, 0x21]],
];

function archiveKind(head: Uint8Array): ArchiveKind | null {
  return signatures.find(([, at, bytes]) => bytes.every((byte, index) => head[at + index] === byte))?.[0] ?? null;
}

/** A gzip file as what is in it, unpacked anew each time somebody reads it. */
function gunzipped(file: InputFile, budget: Budget): InputFile {
  const name = file.name.replace(/\.tgz$/i, '.tar').replace(/\.gz$/i, '');
  // A name that was given for itself is still that when it is unpacked.
  const given = file.given === file.name ? { given: name } : givenAs(file);
  return { name, size: file.size, chunks: () => gunzip(file, budget), ...given };
}

function givenAs({ given }: InputFile): Pick<InputFile, 'given'> {
  return given === undefined ? {} : { given };
}

function* gunzip(file: InputFile, budget: Budget): Generator<Uint8Array> {
  let unpacked: Uint8Array[] = [];
  let own = 0;
  let taken = 0;
  const stream = new Gunzip((chunk) => {
    own += chunk.length;
    budget.unpacked += chunk.length;
    unpacked.push(chunk);
  });
  // Small pieces, so that a bomb is noticed before it has gone off.
  for (const piece of pieces(file)) {
    taken += piece.length;
    try {
      stream.push(piece, taken >= file.size);
    } catch (error) {
      // What was whole before is there; gzip itself passes over what follows.
      if (own === 0 || !isHeadless(error)) throw error;
      budget.longer.add(file.name);
      taken = Number.POSITIVE_INFINITY;
    }
    checkSize(budget);
    yield* unpacked;
    unpacked = [];
    if (taken > file.size) break;
  }
  // It is unpacked anew each time somebody reads it, and counts once.
  budget.unpacked -= own;
}

/** Whether what follows a whole stream does not begin as one: the fault 6 of fflate, with these words. */
function isHeadless(error: unknown): boolean {
  return error instanceof Error && error.message === 'invalid gzip data';
}

function* pieces(file: InputFile): Generator<Uint8Array> {
  const step = 65_536;
  for (const chunk of file.chunks())
    for (let at = 0; at < chunk.length; at += step) yield chunk.subarray(at, at + step);
}

function checkSize({ unpacked, packed }: Budget): void {
  const isBomb = unpacked > suspicious.size && unpacked > packed * suspicious.ratio;
  if (isBomb || unpacked > largestUnpacked) throw new ArchiveTooLarge();
}

/** Members of a zip, one after another; the one that is being unpacked is held whole. One that is broken leaves the others. */
function* zipMembers(file: InputFile, budget: Budget): Generator<InputFile | ImportIssue> {
  const done: (InputFile | ImportIssue)[] = [];
  let taken = 0;
  const unzip = new Unzip((member) => {
    const chunks: Uint8Array[] = [];
    let isBroken = false;
    const fail = () => {
      if (!isBroken) done.push(issue(`${file.name}/${safeName(member.name).name}`, 'archive-broken'));
      isBroken = true;
    };
    member.ondata = (error, chunk, isLast) => {
      if (error) return fail();
      budget.unpacked += chunk.length;
      chunks.push(chunk);
      if (isLast && !isBroken && !member.name.endsWith('/')) done.push(inMemory(member.name, joined(chunks)));
    };
    try {
      member.start();
    } catch {
      // It is packed in a way that nobody here knows, or encrypted.
      fail();
    }
  });
  unzip.register(UnzipInflate);
  unzip.register(UnzipPassThrough);
  for (const piece of pieces(file)) {
    taken += piece.length;
    unzip.push(piece, taken >= file.size);
    checkSize(budget);
    yield* done.splice(0);
  }
}

function* tarMembers(file: InputFile): Generator<InputFile | ImportIssue> {
  const whole = wholeOf(file, largestTar);
  if (whole === null) throw new ArchiveTooLarge();
  let links = 0;
  for (const { name, type, data } of parseTar(whole)) {
    // A link could name any file of a machine; we read only what is in the archive.
    if ((type === undefined || type === 'file') && data) yield inMemory(name, data);
    if (type === 'symbolicLink' || type === 'hardLink') links += 1;
  }
  if (links > 0) yield { ...issue(file.name, 'archive-links'), severity: 'warning', params: { count: String(links) } };
}

/** A member's name that can neither leave its archive nor write backwards on a screen. */
function safeName(name: string): { readonly name: string; readonly isUnsafe: boolean } {
  const plain = name.replaceAll('\\', '/').replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '');
  const parts = plain.split('/').filter((part) => part !== '' && part !== '.');
  const kept = parts.filter((part) => part !== '..');
  const isUnsafe = kept.length < parts.length || plain !== name.replaceAll('\\', '/') || plain.startsWith('/');
  return { name: kept.join('/') || 'file', isUnsafe };
}

/** What operating systems leave in archives and folders. */
export function isIgnored(name: string): boolean {
  return /(^|\/)(__MACOSX|\.DS_Store|\.git|Thumbs\.db)(\/|$)/.test(name);
}
