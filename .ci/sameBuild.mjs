/*
 * Builds the page once more, in another folder, and compares: the same commit gives the same bytes anywhere and at any time.
 *
 *   node .ci/sameBuild.mjs     after `npm run build`
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';

const left = ['node_modules', 'dist', '.git', '.cache', 'test-results'];
const folder = join(mkdtempSync(join(tmpdir(), 'mitmap-')), 'some', 'other folder');
cpSync('.', folder, { recursive: true, filter: (path) => !left.includes(relative('.', path)) });
symlinkSync(resolve('node_modules'), join(folder, 'node_modules'), 'junction');

/** The day of the commit, which the other folder knows nothing of. */
const day = spawnSync('git', ['log', '-1', '--format=%ct'], { encoding: 'utf8' }).stdout?.trim();
const env = { ...process.env, ...(day && { SOURCE_DATE_EPOCH: process.env.SOURCE_DATE_EPOCH ?? day }) };
const built = spawnSync('npm', ['run', '--silent', 'build'], {
  cwd: folder,
  env,
  encoding: 'utf8',
  shell: process.platform === 'win32',
});

function sums(root) {
  const files = readdirSync(root, { recursive: true }).filter((name) => statSync(join(root, name)).isFile());
  return new Map(
    files.map((name) => [
      name,
      createHash('sha256')
        .update(readFileSync(join(root, name)))
        .digest('hex'),
    ]),
  );
}

if (built.status !== 0) {
  console.error(built.stderr);
  process.exit(1);
}
const [one, other] = [sums('dist'), sums(join(folder, 'dist'))];
rmSync(folder, { recursive: true });
const different = [...new Set([...one.keys(), ...other.keys()])].filter((name) => one.get(name) !== other.get(name));
if (different.length > 0) {
  console.error(`Built twice, and not the same: ${different.join(', ')}`);
  process.exit(1);
}
const whole = createHash('sha256')
  .update(JSON.stringify([...one].sort()))
  .digest('hex');
console.log(`Built twice, one hash: ${whole} (${one.size} files)`);
