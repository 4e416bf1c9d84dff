import type { Topology } from '../domain/topology.ts';
import { fromUrl, pack, toUrl, unpack } from './pack.ts';
import { type ReadOutcome, readProject } from './projectFile.ts';
import { writeProject } from './writeProject.ts';

/** Version of the packing, not of what is in it. */
const packing = 1;

/** Longer addresses are cut by some chat and mail programs. */
export const longLink = 8000;

/** Longer addresses are of no use to anybody; a file takes their place. */
export const longestLink = 32_000;

/** Packing takes time, and nothing of this size becomes short enough. */
const largestText = 3_000_000;
const mostPods = 20_000;

/** A parameter of an address, with its value. */
export type LinkParam = readonly [name: string, value: string];

/** What follows the `#`, and how long it is; no fragment where the model is far too large for any link. */
export type ShareLink =
  | { readonly fragment: string; readonly length: number }
  | { readonly fragment: null; readonly length: null };

/** A model as the fragment of an address. It comes last: when a link is cut, the rest can still be read. */
export function writeShareLink(topology: Topology, params: readonly LinkParam[]): ShareLink {
  if (topology.pods.length > mostPods) return { fragment: null, length: null };
  const text = writeProject(topology);
  if (text.length > largestText) return { fragment: null, length: null };
  const model = `${packing}.${toUrl(pack(text))}`;
  const all = new URLSearchParams([...params, ['model', model]].map(([name = '', value = '']) => [name, value]));
  const fragment = all.toString();
  return { fragment, length: fragment.length };
}

/** The model in a fragment, with or without its `#`; null where it holds none. */
export function readShareLink(fragment: string): ReadOutcome | null {
  const model = new URLSearchParams(fragment.replace(/^#/, '')).get('model');
  if (model === null) return null;
  // No longer one was ever made, and what it unpacks to could take a page its breath.
  if (model.length > longestLink) return { ok: false, reason: 'too-large', place: 'model' };
  if (/^\d{0,6}\.?$/.test(model)) return { ok: false, reason: 'truncated' };
  const [, version, packed] = /^(\d{1,6})\.(.*)$/s.exec(model) ?? [];
  if (version === undefined || packed === undefined) return { ok: false, reason: 'damaged', place: 'model' };
  if (Number(version) > packing) return { ok: false, reason: 'newer', needs: Number(version) };
  if (Number(version) !== packing) return { ok: false, reason: 'damaged', place: 'model' };
  const unpacked = unpack(fromUrl(packed));
  if (unpacked.ok) return readProject(unpacked.text);
  return { ok: false, reason: unpacked.reason, place: 'model' };
}
