import { describe, expect, test } from 'vitest';
import { recognizeAsync } from '../importers/recognize.ts';
import { FileReadError } from '../importers/source/inputFile.ts';
import { streamBytes } from './streamBytes.ts';

/** All bytes, each part copied before the next is asked for. */
async function collected(blob: Blob): Promise<Uint8Array> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for (const part of streamBytes(blob) ?? []) {
    if ('until' in part) await part.until;
    else parts.push(part.slice());
  }
  return new Uint8Array(await new Blob(parts).arrayBuffer());
}

/** As a file that another program changes while it is read. */
class FailingBlob extends Blob {
  override stream(): ReadableStream<Uint8Array<ArrayBuffer>> {
    let isFirst = true;
    return new ReadableStream({
      type: 'bytes',
      pull: (controller) => {
        if (!isFirst) throw new DOMException('gone', 'NotReadableError');
        isFirst = false;
        controller.enqueue(new TextEncoder().encode('{"kind":"Node","metadata":{"name":"a"}}\n'.repeat(30_000)));
        controller.byobRequest?.respond(0);
      },
    });
  }
}

/** As in browsers that cannot fill memory that they are given. */
class OldBlob extends Blob {
  override stream(): ReadableStream<Uint8Array<ArrayBuffer>> {
    return new ReadableStream();
  }
}

describe('the bytes of a file arrive', () => {
  test.each([0, 1, 999_999, 1_000_000, 5_234_567])('all %d of them', async (size) => {
    const bytes = Uint8Array.from({ length: size }, (_, index) => (index * 31) % 251);
    const all = await collected(new Blob([bytes]));
    expect(Buffer.compare(all, bytes)).toBe(0);
  });

  test('as far as they can be read, and it is said that there were more', async () => {
    const blob = new FailingBlob();
    await expect(collected(blob)).rejects.toThrow(FileReadError);
    const file = { name: 'n.json', size: 2e6, chunks: () => [new TextEncoder().encode('{"a":1}')] };
    const { found, issues } = await recognizeAsync([{ ...file, arriving: () => streamBytes(blob) ?? [] }]);
    expect(issues.map(({ code }) => code)).toContain('unreadable');
    expect(found.filter(({ type }) => type === 'node')).toHaveLength(30_000);
  });

  test('in another way where a browser does not know this one', () => {
    expect(streamBytes(new OldBlob())).toBeNull();
  });
});
