import { defineConfig } from '@playwright/test';
import { findBrowser } from './e2e/findBrowser.mjs';
import { pageFile, port, servedAt } from './e2e/page.ts';

const executablePath = await findBrowser();

export default defineConfig({
  testDir: 'e2e',
  projects: [
    { name: 'Chromium', testMatch: 'engines/engines.spec.ts', fullyParallel: true },
    // What these give is held against what Chromium gave. Each has one worker for itself.
    { name: 'Firefox', testMatch: 'engines/engines.spec.ts', dependencies: ['Chromium'] },
    { name: 'WebKit', testMatch: 'engines/engines.spec.ts', dependencies: ['Chromium'] },
    // Last, so that its many short journeys fill both workers to the end.
    { name: 'page', testIgnore: 'engines/engines.spec.ts', dependencies: ['Chromium'] },
  ],
  workers: 2,
  // Far above what anything takes: a busy machine is slow, and a wait that fails is a fault whenever it fails.
  timeout: 120_000,
  expect: { timeout: 30_000 },
  reporter: [['list'], ['json', { outputFile: 'test-results/e2e.json' }]],
  use: {
    // From disk nothing may need a network.
    ...(pageFile ? { offline: true } : { baseURL: servedAt }),
    viewport: { width: 1440, height: 900 },
    locale: 'en',
    acceptDownloads: true,
    // A copy of the page that is kept has journeys of its own; in all others it would only be fetched again and again.
    serviceWorkers: 'block',
    permissions: ['clipboard-read', 'clipboard-write'],
    launchOptions: {
      ...(executablePath ? { executablePath } : {}),
      args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
    },
  },
  ...(pageFile
    ? {}
    : { webServer: { command: `npx vite preview --port ${port} --strictPort`, port, reuseExistingServer: false } }),
});
