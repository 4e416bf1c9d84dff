import { projectVersion } from './writeProject.ts';

type Raw = Readonly<Record<string, unknown>>;

/** What each version's topology needs to become one of the next version. Nothing of it is checked yet. */
const steps: Readonly<Record<number, (topology: Raw) => Raw>> = {
  1: (topology) => ({
    // The first version grew while it was in use, and left to its reader what was not there yet.
    distribution: null,
    extensions: [],
    arrangement: { pins: {}, alike: 'auto' },
    remarks: {},
    ...topology,
    outside: withSettings(topology['outside']),
  }),
};

/** A topology of an earlier version in the present form, one step after the other. */
export function migrated(topology: unknown, version: number): unknown {
  if (!isRaw(topology)) return topology;
  let result = topology;
  for (let from = version; from < projectVersion; from += 1) result = steps[from]?.(result) ?? result;
  return result;
}

function withSettings(outside: unknown): unknown {
  if (!Array.isArray(outside)) return outside;
  return outside.map((one: unknown) => (isRaw(one) ? { settings: { form: 'documented', stated: {} }, ...one } : one));
}

function isRaw(value: unknown): value is Raw {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
