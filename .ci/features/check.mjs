// Holds every use of an API, an element or a CSS feature against the browsers that the page is made for.
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { supportedBrowsers } from '../../supportedBrowsers.ts';
import { filesOf, programOf, scriptFeatures } from './scriptFeatures.mjs';
import { styleFeatures } from './styleFeatures.mjs';
import { unsupported } from './unsupported.mjs';
import { withFallback } from './withFallback.mjs';

const entries = ['src/main.tsx', 'src/reading/importWorker.ts', 'src/offline/serviceWorker.ts'];

const program = programOf(entries);
const files = filesOf(program, entries);
const styles = readdirSync('src', { recursive: true })
  .filter((name) => name.endsWith('.css'))
  .map((name) => join('src', name));
const uses = [
  ...scriptFeatures(program, files),
  ...styles.flatMap((file) => styleFeatures(readFileSync(file, 'utf8'), file)),
];
const { missing, looked } = unsupported(uses, supportedBrowsers);
const places = missing.map((one) => ({ ...one, file: relative('.', one.file) }));
const isAt = (one, { key, file }) => key.startsWith(one.key) && file.startsWith(one.where);
const wrong = places.filter((place) => !withFallback.some((one) => isAt(one, place)));
const stale = withFallback.filter((one) => !places.some((place) => isAt(one, place)));
for (const { key, lacking, file, line } of wrong)
  console.log(`${file}:${line}: ${key} is missing in ${lacking.join(', ')}`);
for (const { key, where } of stale)
  console.log(`withFallback.mjs: ${key} is no longer used in ${where}, or no longer missing`);
console.log(`${looked} features in ${files.length} scripts and ${styles.length} style sheets, ${wrong.length} missing`);
process.exitCode = wrong.length + stale.length === 0 ? 0 : 1;
