import type { EffectiveSetting } from '../domain/settings.ts';
import { minorVersion } from '../domain/topology.ts';
import type { Translate } from './translate.ts';

/** Where a value comes from, in words. A default says whose it is: only one of Kubernetes itself goes with the version. */
export function originWords(
  { origin, basis }: Pick<EffectiveSetting, 'origin' | 'basis'>,
  version: string,
  t: Translate,
): string {
  if (origin !== 'default') return t(`origin.${origin}`);
  if (basis) return t(`origin.by-${basis}`);
  return minorVersion(version) === null ? t('origin.default') : t('origin.default-of', { version });
}
