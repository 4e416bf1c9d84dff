import { readEmbeddedModel } from '../project/embeddedModel.ts';
import { type ReadOutcome, readProject } from '../project/projectFile.ts';
import type { OwnSource } from './appState.ts';

/** A file that is, or should be, one of our own. */
export type OwnFile = { readonly source: OwnSource; readonly blob: Blob };

/** Larger files are not held as one text. */
const largestFile = 256_000_000;

/** The model in a project file, or in a picture that holds one. */
export async function openOwn({ source, blob }: OwnFile): Promise<ReadOutcome> {
  if (blob.size > largestFile) return { ok: false, reason: 'too-large' };
  const text = (await blob.text()).replace(/^\uFEFF/, '');
  return source.kind === 'picture' ? readEmbeddedModel(text) : readProject(text);
}
