import type { Topology } from '../domain/topology.ts';
import { pack, unpack } from './pack.ts';
import { type ReadOutcome, readProject } from './projectFile.ts';
import { writeProject } from './writeProject.ts';

/** Version of the wrapping, not of what is in it. */
const wrapping = 1;
const encoding = 'deflate+base64';

/**
 * A model as an XML element for an SVG's `<metadata>`, so that a picture and what it shows never part. Equal models give
 * equal text, and no letter of it means anything to XML.
 */
export function embeddedModel(topology: Topology): string {
  const attributes = `xmlns:mitmap="urn:mitmap:project" version="${wrapping}" encoding="${encoding}"`;
  return `<mitmap:project ${attributes}>${pack(writeProject(topology))}</mitmap:project>`;
}

/** The model in an SVG of ours. It is looked for as text: no SVG is ever built from what somebody gives. */
export function readEmbeddedModel(svgText: string): ReadOutcome {
  const start = svgText.indexOf('<mitmap:project ');
  if (start < 0) return { ok: false, reason: 'foreign' };
  const head = svgText.indexOf('>', start);
  if (head < 0) return { ok: false, reason: 'truncated' };
  const attributes = svgText.slice(start, head);
  const version = Number(/\sversion="(\d{1,6})"/.exec(attributes)?.[1]);
  if (version > wrapping) return { ok: false, reason: 'newer', needs: version };
  if (version !== wrapping || !attributes.includes(`encoding="${encoding}"`))
    return { ok: false, reason: 'damaged', place: 'mitmap:project' };
  const end = svgText.indexOf('</mitmap:project>', head);
  if (end < 0) return { ok: false, reason: 'truncated' };
  // A program that has saved the picture again may have broken the line.
  const unpacked = unpack(svgText.slice(head + 1, end).replace(/\s+/g, ''));
  if (unpacked.ok) return readProject(unpacked.text);
  return { ok: false, reason: unpacked.reason, place: 'mitmap:project' };
}
