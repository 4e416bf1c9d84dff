import type { SourcePlace } from '../../domain/settings.ts';
import type { ImportedFact } from '../found.ts';
import { field, text } from './fields.ts';
import type { DocumentPath } from './readDocuments.ts';

/** One object of a file and where it stands. */
export type ObjectAt = {
  readonly value: unknown;
  readonly place: SourcePlace;
  /** Place of a value inside this object. */
  readonly placeOf: (path: DocumentPath) => SourcePlace;
  /** What a text says that stands inside this object, as in a ConfigMap; `content` where the text is encoded. */
  readonly embedded: (path: DocumentPath, content?: string) => readonly ImportedFact[];
};

/** A part of an object as an object of its own. */
export function partOf(object: ObjectAt, path: DocumentPath): ObjectAt {
  const inner = (further: DocumentPath) => [...path, ...further];
  return {
    value: field(object.value, ...path),
    place: object.placeOf(path),
    placeOf: (further) => object.placeOf(inner(further)),
    embedded: (further, content) => object.embedded(inner(further), content),
  };
}

/** A text in base64, decoded; undefined where it is none. */
export function fromBase64(value: unknown): string | undefined {
  const encoded = text(value)?.replaceAll(/\s/g, '');
  if (!encoded) return undefined;
  try {
    return new TextDecoder().decode(Uint8Array.from(atob(encoded), (character) => character.charCodeAt(0)));
  } catch {
    return undefined;
  }
}

/** The content of a `data:` URL [RFC 2397], in percent or base64 encoding; undefined where it is none. */
export function fromDataUrl(value: unknown): string | undefined {
  const found = /^data:([^,]*),([\s\S]*)$/.exec(text(value) ?? '');
  if (!found) return undefined;
  if (found[1]?.endsWith(';base64')) return fromBase64(found[2]);
  try {
    return decodeURIComponent(found[2] ?? '');
  } catch {
    return undefined;
  }
}
