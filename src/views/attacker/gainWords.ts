import type { ReachEntry } from '../../attack/reach/reachOf.ts';
import type { Translate } from '../../i18n/translate.ts';

/** How he gets at a path, and what that gives him. */
export function gainWords({ access, gained }: ReachEntry, t: Translate): string {
  if (access === 'none' || access === 'undetermined') return t(`access.${access}`);
  return `${t(`access.${access}`)} · ${gained.map((gain) => t(`exposure.${gain}`)).join(', ')}`;
}
