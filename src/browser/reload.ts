/** Whether the page would be there again after a reload: from this browser's own copy, from disk, or from its server. */
export async function canReload(): Promise<boolean> {
  if (location.protocol === 'file:' || navigator.serviceWorker?.controller) return true;
  try {
    const answer = await fetch(location.pathname + location.search, { cache: 'no-store' });
    return answer.ok;
  } catch {
    return false;
  }
}

/** Loads the page again; what is in the address stays. */
export function reload(): void {
  location.reload();
}
