/** Path of an installed browser; null for none. */
export function findBrowser(): Promise<string | null>;
