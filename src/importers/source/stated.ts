import type { SourcePlace, StatedSetting } from '../../domain/settings.ts';

/** A value with the line it was read from. */
export function stated(value: string, origin: 'flag' | 'file' | 'object', { file, line }: SourcePlace): StatedSetting {
  return { value, origin, source: { file, line } };
}
