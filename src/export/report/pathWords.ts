import { type PathId, pathNumber } from '../../catalog/communicationPath.ts';
import type { Translate } from '../../i18n/translate.ts';

/** A path as a heading has it: the number of the picture, the name that tools know it by, and its own. */
export function pathHeading(path: PathId, t: Translate): string {
  return `${pathNumber(path)} (${path}) ${t(`path.${path}.name`)}`;
}

/** Paths by the numbers of the picture. */
export function numbersOf(paths: readonly PathId[]): string {
  return paths.map(pathNumber).join(', ');
}
