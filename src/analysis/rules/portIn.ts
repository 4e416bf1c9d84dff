/** The port that an address or URL names, `0.0.0.0:10256` or `https://10.0.0.5:2379/x`; null where it names none. */
export function portIn(address: string): number | null {
  const port = /:(\d+)(?:\/|$)/.exec(address)?.[1];
  return port === undefined ? null : Number(port);
}
