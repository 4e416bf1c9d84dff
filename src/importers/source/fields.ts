/** Safe access into foreign values: own properties only, so that `__proto__` and its like mean nothing. */
export function field(value: unknown, ...path: readonly (string | number)[]): unknown {
  let found = value;
  for (const key of path) {
    if (typeof found !== 'object' || found === null || !Object.hasOwn(found, key)) return undefined;
    // It is the object's own: to ask for it by name is twice as fast as to reflect, and this is asked a million times.
    found = (found as Readonly<Record<string | number, unknown>>)[key];
  }
  return found;
}

export function text(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

/** A scalar as text: numbers and booleans are written as YAML would read them back. */
export function scalar(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : undefined;
}

const empty: readonly unknown[] = [];

export function list(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : empty;
}

/** Own string entries of a map. */
export function stringMap(value: unknown): Readonly<Record<string, string>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return {};
  // Nearly every map is one of strings already.
  if (isStringMap(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, entry]) => (typeof entry === 'string' ? [[key, entry]] : [])),
  );
}

function isStringMap(value: object): value is Readonly<Record<string, string>> {
  return Object.values(value).every((entry) => typeof entry === 'string');
}
