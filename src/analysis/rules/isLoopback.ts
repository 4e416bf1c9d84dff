/** Whether an address or URL, with or without a port, stays on the machine. */
export function isLoopback(address: string): boolean {
  return /^(127(\.\d+){3}|localhost|::1|::ffff:127(\.\d+){3})$/i.test(hostOf(address));
}

/** The host of `https://[::1]:2379/x`, `0.0.0.0:10256` or `::1`. */
function hostOf(address: string): string {
  const rest = address
    .trim()
    .replace(/^[a-z][a-z\d+.-]*:\/\//i, '')
    .split('/')[0];
  const [, bracketed, plain] = /^(?:\[([^\]]*)\]|([^:]*))(?::\d*)?$/.exec(rest ?? '') ?? [];
  return bracketed ?? plain ?? rest ?? '';
}
