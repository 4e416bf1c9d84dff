import type { GivenFile } from './importReader.ts';

/** Files of a chooser; of a folder with their paths in it. */
export function chosenFiles(files: Iterable<File>): readonly GivenFile[] {
  return [...files].map((file) => ({ name: file.webkitRelativePath || file.name, blob: file }));
}

/** Files and folders that were dropped, the folders with all that is in them. */
export async function droppedFiles({ items, files }: DataTransfer): Promise<readonly GivenFile[]> {
  // All are gone once the event is over, so they are taken at once; a file as such, since WebKit cannot open each entry.
  const taken = [...items].flatMap((item) => {
    const entry = item.webkitGetAsEntry();
    return entry?.isDirectory ? entry : (item.getAsFile() ?? []);
  });
  if (taken.length === 0) return chosenFiles(files);
  return (await Promise.all(taken.map((one) => (one instanceof File ? chosenFiles([one]) : filesIn(one))))).flat();
}

async function filesIn(entry: FileSystemEntry): Promise<readonly GivenFile[]> {
  if (entry instanceof FileSystemFileEntry) {
    const file = await new Promise<File | null>((resolve) => entry.file(resolve, () => resolve(null)));
    return file ? [{ name: entry.fullPath.replace(/^\//, ''), blob: file }] : [];
  }
  if (!(entry instanceof FileSystemDirectoryEntry)) return [];
  const reader = entry.createReader();
  const found: FileSystemEntry[] = [];
  // A reader gives a hundred entries at a time, and none at the end.
  while (true) {
    const some = await new Promise<readonly FileSystemEntry[]>((resolve) =>
      reader.readEntries(resolve, () => resolve([])),
    );
    if (some.length === 0) break;
    found.push(...some);
  }
  return (await Promise.all(found.map((one) => filesIn(one)))).flat();
}
