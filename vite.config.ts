import { spawnSync } from 'node:child_process';
import react from '@vitejs/plugin-react';
import { viteSingleFile } from 'vite-plugin-singlefile';
import { defineConfig } from 'vitest/config';
import {
  billName,
  buildDate,
  contentSecurityPolicy,
  firstLoad,
  offlineCopy,
  oneFilePage,
  papers,
  themeStyles,
} from './buildPlugins.ts';
import manifest from './package.json' with { type: 'json' };
import { supportedBrowsers } from './supportedBrowsers.ts';

/** A build that is to be the same on any day says when it was with this variable, as reproducible-builds.org has it. */
const epoch = process.env['SOURCE_DATE_EPOCH'] ?? dayOfCommit();
const built = epoch ? new Date(Number(epoch) * 1000) : new Date();

/** Seconds of the commit that is built, so that it gives the same bytes on any day; undefined outside of a repository. */
function dayOfCommit(): string | undefined {
  const { stdout } = spawnSync('git', ['log', '-1', '--format=%ct'], { encoding: 'utf8' });
  return stdout?.trim() || undefined;
}

/** The name of the page that has everything in it and opens from disk. */
const oneFileName = 'mitmap.html';

/** `vite build` makes the page that is served; `vite build --mode offline` adds the one file beside it. */
export default defineConfig(({ mode }) => {
  const oneFile = mode === 'offline';
  const { page, worker } = papers(oneFile);
  const first = firstLoad();
  return {
    plugins: [
      react(),
      themeStyles(),
      buildDate(built),
      page,
      ...(oneFile
        ? [viteSingleFile(), oneFilePage(oneFileName)]
        : [contentSecurityPolicy(), first.plugin, offlineCopy(['app.png', 'robots.txt', oneFileName, billName])]),
    ],
    worker: { plugins: () => [worker] },
    define: {
      __APP_VERSION__: JSON.stringify(process.env['MITMAP_VERSION'] ?? manifest.version),
      __ONE_FILE__: String(oneFile),
    },
    // Relative addresses, so that the built page works from any folder of any static server.
    base: './',
    build: {
      target: Object.entries(supportedBrowsers).map(([name, version]) => `${name}${version}`),
      ...(oneFile
        ? { emptyOutDir: false, copyPublicDir: false, modulePreload: false }
        : {
            rolldownOptions: {
              output: { codeSplitting: { groups: [{ name: 'first', test: first.isNeeded }] } },
            },
          }),
    },
    test: {
      include: ['src/**/*.test.{ts,tsx}', '.ci/**/*.test.mjs'],
      environment: 'node',
      setupFiles: ['src/testing/loadTexts.ts', 'src/testing/seedGenerators.ts'],
      // Tests share what they import: nothing here keeps a state but what it has computed.
      pool: 'threads',
      isolate: false,
      // What was translated stays translated between runs.
      experimental: { fsModuleCache: true },
      // By default one core is left idle, and the whole takes half as long again.
      maxWorkers: 2,
      // Generated clusters take as long as the machine needs; nothing is measured here.
      testTimeout: 900_000,
      hookTimeout: 900_000,
    },
  };
});
