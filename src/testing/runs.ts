/** How many samples the laws of this run take: few in `npm run quick`, some in `npm test`, many in `npm run deep`. */
const size = process.env['MITMAP_SAMPLES'] ?? 'usual';

/** The runs of a law, of which there are `usual` in `npm test`: a tenth of them in the quick checks, ten times as many in the deep ones. */
export function runs(usual: number): number {
  if (size === 'quick') return Math.max(3, Math.ceil(usual / 10));
  return size === 'deep' ? usual * 10 : usual;
}

/** Those of many like examples that are tried: every fourth in the quick checks, else all. */
export function someOf<T>(examples: readonly T[]): readonly T[] {
  return size === 'quick' ? examples.filter((_one, at) => at % 4 === 0) : examples;
}
