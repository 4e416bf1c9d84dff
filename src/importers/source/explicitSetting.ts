import type { ExplicitSetting, SourcePlace } from '../../domain/settings.ts';

/** A value with the line it was read from. */
export function explicitSetting(
  value: string,
  origin: 'flag' | 'file' | 'object',
  { file, line }: SourcePlace,
): ExplicitSetting {
  return { value, origin, source: { file, line } };
}
