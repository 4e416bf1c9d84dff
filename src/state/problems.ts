import { BrowserFailure } from '../browser/browserFailure.ts';

/** Something that failed outside of any view: in an effect, in a handler, or while a part was loaded for one. */
export type Problem = {
  /** What the browser did not do, or a fault of ours. */
  readonly kind: BrowserFailure['kind'] | 'fault';
  /** What the browser said, in its own words. */
  readonly detail: string;
};

/** What kind of problem something thrown is. */
export function problemOf(thrown: unknown): Problem {
  const detail = thrown instanceof Error ? thrown.message : String(thrown);
  return { kind: thrown instanceof BrowserFailure ? thrown.kind : 'fault', detail };
}
