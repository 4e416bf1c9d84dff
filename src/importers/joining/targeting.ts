import type { Target } from '../found.ts';
import { createNameFinder } from './nameInPath.ts';

/** Which node a file's settings apply to: the one it names, the one the user chose, the one in its path; else all. */
export type TargetOf = (file: string, own: Target | undefined) => Target;

/** @param targets the user's choice by file: the name of a node, or null for all nodes */
export function createTargeting(
  names: readonly string[],
  files: readonly string[],
  targets: Readonly<Record<string, string | null>> = {},
): TargetOf {
  const nameIn = createNameFinder(names, files);
  return (file, own = null) => {
    if (own !== null && (typeof own === 'string' || !('role' in own) || own.role !== 'any')) return own;
    if (Object.hasOwn(targets, file)) return targets[file] ?? null;
    // What is for the whole cluster is not for the node whose name its file happens to have.
    return own === null ? nameIn(file) : null;
  };
}

/** How near a target is to one node: what names it wins over what names its group, its role, or nobody. */
export function nearness(target: Target): number {
  if (target === null) return 0;
  if (typeof target === 'string') return 3;
  return 'group' in target ? 2 : 1;
}
