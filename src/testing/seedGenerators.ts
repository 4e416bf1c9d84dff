import fc from 'fast-check';

/*
 * Generators start from one seed, so that a run says the same twice; the deep checks start from another one each time.
 * A law that fails prints its seed and its smallest example: `MITMAP_SEED=… npm run test:unit` has it again.
 */
const explicit = process.env['MITMAP_SEED'];
if (explicit) fc.configureGlobal({ seed: Number(explicit) });
else if (process.env['MITMAP_SAMPLES'] !== 'deep') fc.configureGlobal({ seed: 20_261_130 });
