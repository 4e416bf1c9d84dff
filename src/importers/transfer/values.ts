/*
 * A table of values, each of which is in it once. Texts stand one after another in few long strings, because a thousand small ones
 * take far longer to hand over; what is no text stands as JSON.
 */

/** Texts as they are handed over. */
export type PackedTexts = {
  readonly blocks: readonly string[];
  /** For each block how many texts it has. */
  readonly counts: Uint32Array<ArrayBuffer>;
  readonly lengths: Uint32Array<ArrayBuffer>;
};

/** A table as it is handed over. */
export type PackedValues = PackedTexts & {
  /** 1 for a value that is no text. */
  readonly isJson: Uint8Array<ArrayBuffer>;
};

/** Stands for a field that is absent. */
export const absent = 0;

/** Values of one block; also what is unpacked at once. */
const blockSize = 1000;

export type ValueTable = {
  /** The number of a value, from 1 on. Equal values have one number. */
  readonly numberOf: (value: unknown) => number;
  readonly pack: () => PackedValues;
};

export function createValueTable(): ValueTable {
  const byText = new Map<string, number>();
  const byJson = new Map<string, number>();
  /** What has been seen as the same object need not be written to be known again. */
  const byObject = new Map<object, number>();
  const texts: string[] = [];
  const isJson: number[] = [];
  const entered = (known: Map<string, number>, text: string, kind: number): number => {
    const before = known.get(text);
    if (before !== undefined) return before;
    isJson.push(kind);
    const number = texts.push(text);
    known.set(text, number);
    return number;
  };
  const numberOf = (value: unknown): number => {
    if (value === undefined) return absent;
    if (typeof value === 'string') return entered(byText, value, 0);
    if (typeof value !== 'object' || value === null) return entered(byJson, JSON.stringify(value), 1);
    const known = byObject.get(value);
    if (known !== undefined) return known;
    const number = entered(byJson, JSON.stringify(value), 1);
    byObject.set(value, number);
    return number;
  };
  return { numberOf, pack: () => ({ ...packTexts(texts), isJson: Uint8Array.from(isJson) }) };
}

/** Texts in few long ones. */
export function packTexts(texts: readonly string[]): PackedTexts {
  const blocks = Array.from({ length: Math.ceil(texts.length / blockSize) }, (_, block) =>
    texts.slice(block * blockSize, (block + 1) * blockSize),
  );
  return {
    blocks: blocks.map((block) => block.join('')),
    counts: Uint32Array.from(blocks, (block) => block.length),
    lengths: Uint32Array.from(texts, (text) => text.length),
  };
}

/** The texts in their order, in as many steps as there are blocks. */
export function* unpackTexts({ blocks, counts, lengths }: PackedTexts): Generator<undefined, readonly string[]> {
  const texts: string[] = [];
  for (const [block, text] of blocks.entries()) {
    const last = texts.length + (counts[block] ?? 0);
    let at = 0;
    while (texts.length < last) {
      const end = at + (lengths[texts.length] ?? 0);
      texts.push(text.slice(at, end));
      at = end;
    }
    yield;
  }
  return texts;
}

/** The values of a table by their numbers, `undefined` for what is absent; in as many steps as there are blocks. */
export function* unpackValues({ isJson, ...packed }: PackedValues): Generator<undefined, readonly unknown[]> {
  const texts = yield* unpackTexts(packed);
  const values: unknown[] = [undefined];
  for (const [index, text] of texts.entries()) {
    values.push(isJson[index] === 1 ? JSON.parse(text) : text);
    if (index % blockSize === blockSize - 1) yield;
  }
  return values;
}
