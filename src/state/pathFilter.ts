import type { Connection } from '../analysis/connection.ts';
import type { Status } from '../analysis/rules.ts';
import type { PathFamily } from '../catalogue/communicationPath.ts';
import { communicationPath } from '../catalogue/communicationPaths.ts';
import { type Colouring, drawnClass } from '../scene/colourBy.ts';

export const presets = ['all', 'exposed', 'crosses', 'changed', 'assumed', 'observed', 'element'] as const;
export type Preset = (typeof presets)[number];

/** Which connections are lit and listed. Nothing is ever hidden without saying how many. */
export type PathFilter = {
  readonly text: string;
  /** Empty means every class. */
  readonly classes: readonly Status[];
  readonly preset: Preset;
};

export const noFilter: PathFilter = { text: '', classes: [], preset: 'all' };

export type FilterContext = {
  readonly colouring: Colouring;
  /** Verdicts of the cluster that the present one came from, by connection. */
  readonly before: ReadonlyMap<string, Connection>;
  /** Whether a connection ends at what is selected, for the preset `element`. */
  readonly touches: (connection: Connection) => boolean;
  /** What a reader sees of a connection, in lower case, to search in. */
  readonly words: (connection: Connection) => string;
};

export function isFiltering({ text, classes, preset }: PathFilter): boolean {
  return text !== '' || classes.length > 0 || preset !== 'all';
}

/** Whether a connection is one of those that somebody asked for. */
export function passes(connection: Connection, filter: PathFilter, context: FilterContext): boolean {
  const { text, classes } = filter;
  if (classes.length > 0 && !classes.includes(drawnClass(connection, context.colouring))) return false;
  if (text !== '' && !context.words(connection).includes(text.toLowerCase())) return false;
  return fits(connection, filter.preset, context);
}

function fits(connection: Connection, preset: Preset, { before, touches }: FilterContext): boolean {
  switch (preset) {
    case 'all':
      return true;
    case 'exposed':
      return isExposed(connection);
    case 'crosses':
      return connection.network.trust !== 'trusted' && connection.encryption !== 'local';
    case 'changed':
      return hasChanged(connection, before.get(connection.id));
    case 'assumed':
      return connection.evidence === 'default' || connection.evidence === 'unknown';
    case 'observed':
      return connection.evidence === 'observed';
    case 'element':
      return touches(connection);
  }
}

/** Anything that an attacker could do, or that is not known. */
function isExposed({ exposure, status }: Connection): boolean {
  return exposure.passive.length + exposure.active.length + exposure.offPath.length > 0 || status === 'unknown';
}

/** Whether any verdict of a connection differs from what it was; a new connection has changed. */
function hasChanged(now: Connection, before: Connection | undefined): boolean {
  if (!before) return true;
  const verdicts = [
    'status',
    'encryption',
    'serverAuthentication',
    'clientAuthentication',
    'authorization',
    'integrity',
  ] as const;
  return verdicts.some((key) => now[key] !== before[key]);
}

export function familyOf(connection: Connection): PathFamily {
  return communicationPath(connection.path).family;
}
