import type { Origin } from '../domain/settings.ts';
import { minorVersion } from '../domain/topology.ts';
import type { Translate } from './translate.ts';

/** Where a value comes from, in words; a default says of which version, where that is known. */
export function originWords(origin: Origin, version: string, t: Translate): string {
  return origin === 'default' && minorVersion(version) !== null
    ? t('origin.default-of', { version })
    : t(`origin.${origin}`);
}
