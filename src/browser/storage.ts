/** Everything that this page keeps in the browser. */
export const storedKeys = {
  project: 'mitmap.project',
  recent: 'mitmap.recent',
  locale: 'mitmap.locale',
  theme: 'mitmap.theme',
  letterKeys: 'mitmap.letter-keys',
  panels: 'mitmap.panels',
  tour: 'mitmap.tour',
  deck: 'mitmap.deck',
  progress: 'mitmap.progress',
  draft: 'mitmap.lesson-draft',
  quiz: 'mitmap.quiz',
} as const;

export type StoredPart = keyof typeof storedKeys;

/** What is kept of a part; null for nothing. Storage may be full or forbidden; the app works without it. */
export function stored(part: StoredPart): string | null {
  try {
    return localStorage.getItem(storedKeys[part]);
  } catch {
    return null;
  }
}

/** Keeps a part for the next visit; what the browser refused to keep it with, or null where it is kept. */
export function store(part: StoredPart, value: string): unknown {
  try {
    localStorage.setItem(storedKeys[part], value);
    tell();
    return null;
  } catch (refusal) {
    return refusal;
  }
}

/** Removes a part, and what waits to be written down as one. */
export function forget(part: StoredPart): void {
  for (const listener of forgetting) listener(part);
  try {
    localStorage.removeItem(storedKeys[part]);
    tell();
  } catch {
    // Where storage is forbidden, nothing is stored.
  }
}

const forgetting = new Set<(part: StoredPart) => void>();

/** Calls a listener before a part is removed. */
export function onForget(listener: (part: StoredPart) => void): void {
  forgetting.add(listener);
}

const listeners = new Set<() => void>();
let changes = 0;

function tell() {
  changes += 1;
  for (const listener of listeners) listener();
}

/** Calls a listener after each change that this page makes. @returns what ends that */
export function onStorageChange(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** How often this page has changed what it keeps. */
export function storageChanges(): number {
  return changes;
}
