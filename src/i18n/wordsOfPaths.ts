import type { LimitId, PathId, Route, Stake } from '../catalog/communicationPath.ts';

/*
 * What has to be said of each path, by the file that says it. Where a path, a stake or a limit is new, the compiler
 * names the texts that it lacks.
 */

/** Beside other texts of the same file. */
type With<Key extends string> = Readonly<Record<Key, string>> & Readonly<Record<string, string>>;

export type PathNames = With<`path.${PathId}.name`>;
export type PathExplanations = With<`path.${PathId}.flow` | `stake.${Stake}.${'read' | 'change' | 'server'}`>;
export type PathPlayback = With<`play.${'operator' | 'able'}.${Stake}` | `play.title.route-${Route}`>;
export type PathLimits = With<`limit.${LimitId}`>;
