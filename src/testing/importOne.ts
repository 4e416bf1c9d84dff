import type { Topology } from '../domain/topology.ts';
import { importFiles } from '../importers/importFiles.ts';
import type { ImportIssue } from '../importers/importResult.ts';
import { inMemory, textFile } from '../importers/source/inputFile.ts';

/** The only cluster, or the first one, of some files given as texts or bytes. */
export function importOne(files: readonly (readonly [name: string, content: string | Uint8Array])[]): {
  readonly topology: Topology | null;
  readonly issues: readonly ImportIssue[];
} {
  const given = files.map(([name, content]) =>
    typeof content === 'string' ? textFile(name, content) : inMemory(name, content),
  );
  const { clusters, issues } = importFiles(given);
  return { topology: clusters[0]?.topology ?? null, issues };
}
