/*
 * Checks and tests, the fast ones first. A stage that fails stops the rest, and what it said is the last that is printed
 * before the line that counts.
 *
 *   node .ci/check.mjs           everything
 *   node .ci/check.mjs quick     what answers within two minutes: few samples, no other programs, one journey
 *   node .ci/check.mjs static    types, lint, layers, unused code, what browsers have
 *   node .ci/check.mjs unit      unit tests
 *   node .ci/check.mjs e2e       journeys in all browsers
 *   node .ci/check.mjs offline   all journeys on the one file, from disk
 *   node .ci/check.mjs deep      unit tests with many samples, and each part of the page with each bad answer
 */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { findBrowser } from '../e2e/findBrowser.mjs';

const mode = process.argv[2] ?? 'all';
const more = process.argv.slice(3);
const isWindows = process.platform === 'win32';
let passed = 0;
let failed = 0;

function finish() {
  console.log(`\n${passed} passed, ${failed} failed`);
  process.exit(failed === 0 && passed > 0 ? 0 : 1);
}

function stop(name, output = '') {
  failed ||= 1;
  console.log(`\n== ${name} FAILED\n${output.trimEnd()}`);
  finish();
}

/** Runs a program and shows what it prints as it comes. */
function run(command, args, env = {}) {
  const options = { stdio: 'inherit', shell: isWindows, env: { ...process.env, ...env } };
  return spawnSync(command, args, options).status === 0;
}

/** Runs a program beside others. @returns whether it succeeded, and all that it printed */
function runBeside(command, args) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { shell: isWindows });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (data) => {
        output += data;
      });
    child.on('close', (code) => resolve({ succeeded: code === 0, output }));
  });
}

/** What each is called, and the script of package.json that it is. */
const checks = [
  ['types', 'typecheck'],
  ['format and lint', 'lint'],
  ['layers', 'check:layers'],
  ['what browsers have', 'check:browsers'],
  ['unused code', 'check:unused'],
];

/** Two at a time, as there are cores. */
async function runChecks() {
  const waiting = [...checks];
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [name, script] = next;
      const begin = Date.now();
      const { succeeded, output } = await runBeside('npm', ['run', '--silent', script]);
      if (!succeeded) {
        failed += 1;
        return stop(name, output);
      }
      passed += 1;
      console.log(`== ${name}: ${Math.round((Date.now() - begin) / 1000)} s`);
    }
  };
  await Promise.all([work(), work()]);
}

/** Runs tests and adds what was counted; a runner that left no count has failed as a whole. */
function tests(name, args, file, counted, env) {
  console.log(`\n== ${name}`);
  rmSync(file, { force: true });
  const succeeded = run('npx', args, env);
  try {
    const result = counted(JSON.parse(readFileSync(file, 'utf8')));
    passed += result.passed;
    failed += result.failed;
  } catch {
    failed += 1;
  }
  // Both runners print the causes last.
  if (!succeeded || failed > 0) stop(name);
}

/** @param leftOut files whose tests take long: they start other programs, or try thousands of inputs */
function unitTests(samples, leftOut = []) {
  const file = 'test-results/unit.json';
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const failedFiles = (results) =>
    results.filter(({ status, assertionResults }) => status === 'failed' && assertionResults.length === 0).length;
  tests(
    'unit tests',
    ['vitest', 'run', ...reporters, ...leftOut.flatMap((file) => ['--exclude', file]), ...more],
    file,
    (r) => ({ passed: r.numPassedTests, failed: r.numFailedTests + failedFiles(r.testResults) }),
    samples ? { MITMAP_SAMPLES: samples } : {},
  );
}

function build() {
  console.log('\n== build');
  if (!run('npm', ['run', '--silent', 'build'])) stop('build');
  passed += 1;
}

/** The same commit gives the same bytes, in any folder and at any time. */
function sameBuild() {
  if (!run('node', ['.ci/sameBuild.mjs'])) stop('same build');
  passed += 1;
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

async function journeys(args = [], env = {}) {
  if (!(await ensureBrowser())) stop('no browser', 'Install Chrome or Chromium, or set CHROMIUM_PATH to one.');
  const file = 'test-results/e2e.json';
  tests(
    'journeys in browsers',
    ['playwright', 'test', ...args, ...more],
    file,
    (r) => {
      sayEngines(r);
      return { passed: r.stats.expected, failed: r.stats.unexpected };
    },
    env,
  );
}

/** Says how many journeys ran in each engine, with its version, and which were left out for want of it. */
function sayEngines(report) {
  const engines = new Map();
  const visit = (suite) => {
    for (const inner of suite.suites ?? []) visit(inner);
    for (const { tests: each } of suite.specs ?? [])
      for (const { projectName, status, annotations } of each) {
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
  if (engines.size === 0) return;
  const said = [...engines].map(([name, { ran, skipped, version }]) =>
    skipped === null ? `${name} ${version} ${ran}` : `${name} skipped (${skipped})`,
  );
  const broken = [...engines.values()].reduce((sum, engine) => sum + engine.failed, 0);
  console.log(`\n${said.join(', ')} journeys, ${broken} failed`);
}

const modes = {
  all: async () => {
    await runChecks();
    unitTests();
    build();
    sameBuild();
    await journeys();
  },
  quick: async () => {
    await runChecks();
    unitTests('quick', [
      'src/cli/*.test.ts',
      'src/testing/programs/*.test.ts',
      'src/export/formats/*.test.ts',
      'src/importers/badInput.test.ts',
    ]);
    build();
    await journeys(['--project=page', '--no-deps', 'e2e/diagram.spec.ts', '-g', 'with the keyboard alone']);
  },
  static: runChecks,
  unit: () => unitTests(),
  e2e: async () => {
    build();
    await journeys();
  },
  offline: async () => {
    build();
    await journeys(['--project=page', '--no-deps'], { MITMAP_PAGE: 'dist/mitmap.html' });
  },
  deep: async () => {
    unitTests('deep');
    build();
    await journeys(['--project=page', '--no-deps', 'e2e/parts.spec.ts'], { MITMAP_DEEP: '1' });
  },
};

if (!(mode in modes)) stop(mode, `There are ${Object.keys(modes).join(', ')}.`);
await modes[mode]();
finish();
