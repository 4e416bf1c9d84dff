/** What is on its way and not there yet. */
export type Wait = { readonly until: Promise<void> };

/** Thrown while bytes are taken from a file that cannot be read, or not any more: somebody moved or changed it. */
export class FileReadError extends Error {}

/** One file as it was given: its bytes in order, as often as somebody asks for them. */
export type InputFile = {
  readonly name: string;
  /** Bytes; of a packed file, the packed ones. */
  readonly size: number;
  /**
   * The file, folder or archive that somebody gave, as the beginning of the name. Where it is absent it is the first part of
   * the name, as browsers name the files of a folder.
   */
  readonly given?: string;
  readonly chunks: () => Iterable<Uint8Array>;
  /** For a large file: the same bytes as they come from the disk while others are read. Each part is to be read before the next. */
  readonly arriving?: () => Iterable<Uint8Array | Wait>;
};

/** A file whose bytes are all there. */
export function inMemory(name: string, bytes: Uint8Array): InputFile {
  return { name, size: bytes.length, chunks: () => (bytes.length > 0 ? [bytes] : []) };
}

/** The folder or archive that was given and holds a file; null for a file that was given by itself. */
export function givenFolder({ name, given = name.split('/')[0] ?? '' }: InputFile): string | null {
  return given === name ? null : given;
}

/** A text as a file. */
export function textFile(name: string, text: string): InputFile {
  return inMemory(name, new TextEncoder().encode(text));
}

/** Bytes to read first: three times somebody looks at how a file begins. */
export const headSize = 65_536;

/** The first bytes of a file, at most one chunk of it. */
export function headOf(file: InputFile): Uint8Array {
  for (const chunk of file.chunks()) if (chunk.length > 0) return chunk;
  return new Uint8Array();
}

/** All bytes of a file, or null where there are more than `most`. */
export function wholeOf(file: InputFile, most: number): Uint8Array | null {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for (const chunk of file.chunks()) {
    size += chunk.length;
    if (size > most) return null;
    chunks.push(chunk);
  }
  return joined(chunks);
}

/** Several pieces as one. */
export function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const [only] = chunks;
  if (chunks.length === 1 && only) return only;
  const bytes = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

/** A file's text by its byte order mark, else as UTF-8; null for what is no text. */
export function decode(bytes: Uint8Array): string | null {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  if (bytes.subarray(0, 65_536).includes(0)) return null;
  return new TextDecoder('utf-8').decode(bytes);
}

/** Whether a text has two bytes for each character, so that it must be decoded before it is cut. */
export function isWide(bytes: Uint8Array): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
}
