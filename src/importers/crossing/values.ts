/*
 * A table of values, each of which is in it once. Texts stand one after another in few long strings, because a thousand small ones
 * take far longer to hand over; what is no text stands as JSON.
 */

/** A table as it is handed over. */
export type PackedValues = {
  readonly blocks: readonly string[];
  /** For each block how many values it has. */
  readonly counts: Uint32Array<ArrayBuffer>;
  readonly lengths: Uint32Array<ArrayBuffer>;
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
  const pack = (): PackedValues => {
    const blocks = Array.from({ length: Math.ceil(texts.length / blockSize) }, (_, block) =>
      texts.slice(block * blockSize, (block + 1) * blockSize),
    );
    return {
      blocks: blocks.map((block) => block.join('')),
      counts: Uint32Array.from(blocks, (block) => block.length),
      lengths: Uint32Array.from(texts, (text) => text.length),
      isJson: Uint8Array.from(isJson),
    };
  };
  return { numberOf, pack };
}

/** The values of a table by their numbers, `undefined` for what is absent; in as many steps as there are blocks. */
export function* unpackValues({ blocks, counts, lengths, isJson }: PackedValues): Generator<undefined, unknown[]> {
  const values: unknown[] = [undefined];
  for (const [block, text] of blocks.entries()) {
    const last = values.length - 1 + (counts[block] ?? 0);
    let at = 0;
    for (let index = values.length - 1; index < last; index += 1) {
      const end = at + (lengths[index] ?? 0);
      const one = text.slice(at, end);
      values.push(isJson[index] === 1 ? JSON.parse(one) : one);
      at = end;
    }
    yield;
  }
  return values;
}
