import type { z } from 'zod';
import type { ModelPart } from '../domain/modelPart.ts';
import type { Topology } from '../domain/topology.ts';
import { brokenIds } from '../domain/violations.ts';
import { jsonFault } from './jsonFault.ts';
import { migrated } from './migrations.ts';
import type { RecentWork } from './recentWork.ts';
import { modelPartSchema, topologySchema } from './schema.ts';
import { projectVersion } from './writeProject.ts';

/** Why a text is no model that we can open. */
export type ReadFailure = {
  readonly ok: false;
  /** `foreign` is none of ours; `truncated` ends too early; `contradictory` is well formed and cannot be. */
  readonly reason: 'foreign' | 'damaged' | 'newer' | 'truncated' | 'too-large' | 'contradictory';
  /** The version that is needed, where it is newer. */
  readonly needs?: number;
  /** Line and column, the path of a value, or the id that contradicts. */
  readonly place?: string;
};

/** A model, or the reason why there is none. */
export type ReadOutcome = { readonly ok: true; readonly topology: Topology } | ReadFailure;

/** A topology from text of our own form, of this or an earlier version. Never throws. */
export function readProject(content: string): ReadOutcome {
  let parsed: unknown;
  try {
    parsed = JSON.parse(content);
  } catch {
    return unparsed(content);
  }
  return readParsed(parsed);
}

/** How a text of our own begins, whatever is in it. */
const beginning = /^\s*\{\s*"mitmap"\s*:\s*\d/;

function unparsed(content: string): ReadFailure {
  if (!beginning.test(content.slice(0, 200))) return { ok: false, reason: 'foreign' };
  const { line, column, isAtEnd } = jsonFault(content);
  return isAtEnd ? { ok: false, reason: 'truncated' } : { ok: false, reason: 'damaged', place: `${line}:${column}` };
}

function readParsed(parsed: unknown): ReadOutcome {
  if (!isRecord(parsed)) return { ok: false, reason: 'foreign' };
  const { mitmap: version, topology } = parsed;
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) return { ok: false, reason: 'foreign' };
  if (version > projectVersion) return { ok: false, reason: 'newer', needs: version };
  const checked = topologySchema.safeParse(migrated(topology, version));
  if (!checked.success) return { ok: false, ...faultOf(checked.error) };
  // JSON cannot hold `undefined`, so an optional field is either absent or set.
  const read = checked.data as Topology;
  const [broken] = brokenIds(read);
  if (broken) return { ok: false, reason: 'contradictory', place: broken.params.name };
  return { ok: true, topology: read };
}

function faultOf(error: z.ZodError): { readonly reason: 'damaged' | 'too-large'; readonly place: string } {
  const [first] = error.issues;
  const path = ['topology', ...(first?.path ?? [])];
  const place = path.map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`)).join('');
  return { reason: first?.code === 'too_big' ? 'too-large' : 'damaged', place: place.slice(1, 200) };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Elements that were copied in this or another tab; null when the text is something else. */
export function readModelPart(content: string): ModelPart | null {
  if (!content.startsWith('{"mitmap"')) return null;
  try {
    const parsed = modelPartSchema.safeParse(JSON.parse(content));
    return parsed.success ? (parsed.data as ModelPart) : null;
  } catch {
    return null;
  }
}

/** Earlier clusters from text; those that are damaged are left out. */
export function readRecent(content: string): readonly RecentWork[] {
  try {
    const works: unknown = JSON.parse(content);
    return Array.isArray(works) ? works.flatMap(recentWork) : [];
  } catch {
    return [];
  }
}

function recentWork(work: unknown): readonly RecentWork[] {
  if (!isRecord(work) || typeof work['date'] !== 'string') return [];
  const { date, project, topology } = work;
  // The first version of the app kept the topology itself.
  const read = typeof project === 'string' ? readProject(project) : readParsed({ mitmap: 1, topology });
  return read.ok ? [{ topology: read.topology, date }] : [];
}
