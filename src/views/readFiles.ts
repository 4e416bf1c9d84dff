import type { InputFile } from '../importers/importResult.ts';

/** Files of a chooser or a drop as bytes. */
export async function readFiles(files: Iterable<File>): Promise<readonly InputFile[]> {
  return Promise.all(
    [...files].map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
  );
}
