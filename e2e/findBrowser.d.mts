export function onPath(programs: readonly string[]): string | null;
export function findBrowser(): Promise<string | null>;
