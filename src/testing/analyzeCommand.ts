import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'vite';

/** What a command printed and how it ended. */
type Ended = { readonly stdout: string; readonly stderr: string; readonly status: number | null };

/** The command, ready to be started. */
export type AnalyzeCommand = {
  readonly analyze: (...args: readonly string[]) => Ended;
  /** The same with a text on standard input. */
  readonly given: (input: string, ...args: readonly string[]) => Ended;
  /** Removes what was written for it. */
  readonly forget: () => void;
};

function run(args: readonly string[], input = ''): Ended {
  return spawnSync(process.execPath, args, { encoding: 'utf8', input });
}

/** `npm run analyze` as a user starts it: its sources are translated anew each time. */
export function analyzeFromSource(...args: readonly string[]): Ended {
  return run(['--import', 'tsx', 'src/cli/main.ts', ...args]);
}

/** Translates the command once, for tests that start it many times: each start then takes a third of the time. */
export async function translateAnalyze(): Promise<AnalyzeCommand> {
  const root = resolve('.cache');
  mkdirSync(root, { recursive: true });
  // Within the project, where Node finds the packages that are not bundled.
  const outDir = mkdtempSync(join(root, 'analyze-'));
  const ssr = 'src/cli/main.ts';
  await build({ configFile: false, logLevel: 'error', build: { ssr, outDir, copyPublicDir: false, minify: false } });
  const main = join(outDir, 'main.js');
  return {
    analyze: (...args) => run([main, ...args]),
    given: (input, ...args) => run([main, ...args], input),
    forget: () => rmSync(outDir, { recursive: true }),
  };
}
