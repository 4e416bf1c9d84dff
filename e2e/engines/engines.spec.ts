import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { test as base, expect } from '@playwright/test';
import { onDisk, servedAt } from '../page.ts';
import { type Engine, type EngineName, engineNames } from './engine.ts';
import { advice, startEngine } from './findEngine.ts';
import { type Exports, journeys, openFirst } from './journeys.ts';
import { visitOf } from './visit.ts';

/** One browser for all journeys of a worker; null where this machine has none. */
const test = base.extend<object, { readonly engineName: EngineName; readonly engine: Engine | null }>({
  engineName: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from the pattern
    async ({}, use, { project }) => {
      await use(engineNames.find((name) => name === project.name) ?? 'Chromium');
    },
    { scope: 'worker' },
  ],
  engine: [
    async ({ engineName }, use) => {
      const engine = await startEngine(engineName);
      await use(engine);
      await engine?.close();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
});

const pages = {
  'the served page': `${servedAt}/`,
  'the one file': onDisk('dist/mitmap.html', '/'),
} as const;

for (const [which, page] of Object.entries(pages))
  for (const journey of journeys)
    test(`${which} ${journey.name}`, async ({ engine, engineName }) => {
      test.skip(engine === null, `no ${engineName} here: ${advice[engineName]}`);
      if (!engine) return;
      test.info().annotations.push({ type: 'version', description: engine.version });
      test.setTimeout(240_000);
      const visit = visitOf(engine);
      await openFirst(visit, page);
      await engine.problems();
      const exports: Exports = {};
      await journey.run(visit, { page, exports }).catch(async (failure: unknown) => {
        await engine.screenshot(test.info().outputPath('where-it-failed.png'));
        throw failure;
      });
      expect(await engine.problems()).toEqual([]);
      compare(engineName, `${which} ${journey.name}`, exports);
    });

/** What Chromium gives is written down, and the others are held against it. */
function compare(engineName: EngineName, name: string, exports: Exports): void {
  const folder = '.cache/exports';
  const file = `${folder}/${name.replace(/\W+/g, '-')}.json`;
  if (engineName === 'Chromium') {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, JSON.stringify(exports));
  } else expect(exports).toEqual(JSON.parse(readFileSync(file, 'utf8')));
}
