// Runs every check and test, in order of speed, and ends with one line that counts them.
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { findBrowser } from '../e2e/findBrowser.mjs';

let passed = 0;
let failed = 0;

function run(command, args) {
  return spawnSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' }).status === 0;
}

function check(name, command, args) {
  console.log(`\n== ${name}`);
  if (run(command, args)) passed += 1;
  else {
    failed += 1;
    console.log(`FAILED: ${name}`);
  }
}

/** Adds what a test runner counted; a runner that left no count has failed as a whole. */
function tests(name, command, args, file, counted) {
  console.log(`\n== ${name}`);
  rmSync(file, { force: true });
  const succeeded = run(command, args);
  try {
    const result = counted(JSON.parse(readFileSync(file, 'utf8')));
    passed += result.passed;
    failed += result.failed;
    if (!succeeded && result.failed === 0) failed += 1;
  } catch {
    failed += 1;
  }
}

/** Says how many journeys ran in each engine, with its version, and which were left out for want of it. */
function sayEngines(report) {
  const engines = new Map();
  const visit = (suite) => {
    for (const inner of suite.suites ?? []) visit(inner);
    for (const { tests } of suite.specs ?? [])
      for (const { projectName, status, annotations } of tests) {
        if (projectName === 'page') continue;
        const engine = engines.get(projectName) ?? { ran: 0, failed: 0, skipped: null, version: '' };
        engines.set(projectName, engine);
        engine.version ||= annotations.find(({ type }) => type === 'version')?.description ?? '';
        if (status === 'skipped') engine.skipped = annotations.find(({ type }) => type === 'skip')?.description ?? '';
        else engine.ran += 1;
        if (status === 'unexpected') engine.failed += 1;
      }
  };
  visit(report);
  const said = [...engines].map(([name, { ran, skipped, version }]) =>
    skipped === null ? `${name} ${version} ${ran}` : `${name} skipped (${skipped})`,
  );
  const failed = [...engines.values()].reduce((sum, engine) => sum + engine.failed, 0);
  console.log(`\n${said.join(', ')} journeys, ${failed} failed`);
}

/** Playwright's own browser, else Debian's package when we may install it. */
async function ensureBrowser() {
  if (await findBrowser()) return true;
  console.log('No browser found; installing one for the tests.');
  run('npx', ['playwright', 'install', 'chromium']);
  if (await findBrowser()) return true;
  try {
    execFileSync('apt-get', ['update'], { stdio: 'inherit' });
    execFileSync('apt-get', ['install', '-y', 'chromium'], { stdio: 'inherit' });
  } catch {
    // Not Debian, or not root: said below.
  }
  return (await findBrowser()) !== null;
}

check('types', 'npx', ['tsc']);
check('format and lint', 'npx', ['biome', 'ci', '--error-on-warnings', '.']);
check('layers', 'npx', ['depcruise', 'src', '--config', '.dependency-cruiser.cjs']);
check('unused code', 'npx', ['knip']);
check('what browsers have', 'npx', ['tsx', '.ci/features/check.mjs']);
tests(
  'unit tests',
  'npx',
  ['vitest', 'run', '--reporter=default', '--reporter=json', '--outputFile.json=test-results/unit.json'],
  'test-results/unit.json',
  (r) => ({
    passed: r.numPassedTests,
    failed:
      r.numFailedTests +
      r.testResults.filter((file) => file.status === 'failed' && file.assertionResults.length === 0).length,
  }),
);
check('build', 'npm', ['run', '--silent', 'build']);
if (await ensureBrowser()) {
  tests('journeys in browsers', 'npx', ['playwright', 'test'], 'test-results/e2e.json', (r) => ({
    passed: r.stats.expected + r.stats.flaky,
    failed: r.stats.unexpected,
  }));
  sayEngines(JSON.parse(readFileSync('test-results/e2e.json', 'utf8')));
} else {
  failed += 1;
  console.log('FAILED: no browser. Install Chrome or Chromium, or set CHROMIUM_PATH to one.');
}

console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
