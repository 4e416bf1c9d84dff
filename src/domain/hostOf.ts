/** The host of `https://[::1]:2379/x`, `0.0.0.0:10256` or `::1`. */
export function hostOf(address: string): string {
  const rest = address
    .trim()
    .replace(/^[a-z][a-z\d+.-]*:\/\//i, '')
    .split('/')[0];
  const [, bracketed, plain] = /^(?:\[([^\]]*)\]|([^:]*))(?::\d*)?$/.exec(rest ?? '') ?? [];
  return bracketed ?? plain ?? rest ?? '';
}
