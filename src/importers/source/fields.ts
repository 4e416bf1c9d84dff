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

/** Whether a value is a port; a file may hold any number, and YAML even more than numbers. */
export function isPort(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value > 0 && value < 65_536;
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
    Object.entries(value).flatMap(([key, entry]) =>
      typeof entry === 'string' && isEntry(key, entry) ? [[key, entry]] : [],
    ),
  );
}

/** Keys and values longer than any label's are none of Kubernetes' own. */
const longestEntry = 1024;

function isStringMap(value: object): value is Readonly<Record<string, string>> {
  for (const key in value) {
    const entry = (value as Readonly<Record<string, unknown>>)[key];
    if (typeof entry !== 'string' || !isEntry(key, entry)) return false;
  }
  return true;
}

function isEntry(key: string, entry: string): boolean {
  return key.length <= longestEntry && entry.length <= longestEntry && key !== '__proto__';
}
