import type { InputFile } from '../importers/source/inputFile.ts';
import { readEmbeddedModel } from '../project/embeddedModel.ts';
import { type ReadOutcome, readProject } from '../project/projectFile.ts';

/** Larger files are not held as one text. */
const largestFile = 256_000_000;

/** The model in a project file or in an exported picture, told by what it holds; null for a file of a cluster. */
export function openOwn({ size, chunks }: InputFile): ReadOutcome | null {
  const decoder = new TextDecoder();
  let text = '';
  for (const chunk of chunks()) {
    text += decoder.decode(chunk, { stream: true });
    if (!isProject(text) && !isPicture(text)) return null;
    if (size > largestFile) return { ok: false, reason: 'too-large' };
  }
  return isProject(text) ? readProject(text) : readEmbeddedModel(text);
}

function isProject(text: string): boolean {
  return /^\uFEFF?\s*\{\s*"mitmap"\s*:\s*\d/.test(text.slice(0, 1000));
}

function isPicture(text: string): boolean {
  return /^\uFEFF?\s*(<\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)?<svg\b/.test(text.slice(0, 1000));
}
