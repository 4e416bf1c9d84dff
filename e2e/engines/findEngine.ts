import { existsSync } from 'node:fs';
import { chromium, firefox, webkit } from '@playwright/test';
import { findBrowser, onPath } from '../findBrowser.mjs';
import type { Engine, EngineName } from './engine.ts';
import { playwrightEngine } from './playwrightEngine.ts';

const miniBrowsers = ['x86_64', 'aarch64'].map((cpu) => `/usr/lib/${cpu}-linux-gnu/webkit2gtk-4.1/MiniBrowser`);

/** What is missing where an engine is not here. */
export const advice: Readonly<Record<EngineName, string>> = {
  Chromium: 'install Chrome or Chromium, or set CHROMIUM_PATH to one',
  Firefox: 'install firefox-esr, or run npx playwright install firefox',
  WebKit: 'install webkit2gtk-driver and xvfb, or run npx playwright install webkit',
};

/** Starts an engine: Playwright's own where it has one, else what the system has; null where there is none. */
export async function startEngine(name: EngineName): Promise<Engine | null> {
  switch (name) {
    case 'Chromium': {
      const path = await findBrowser();
      return path === null ? null : await playwrightEngine(name, chromium, path);
    }
    case 'Firefox': {
      if (existsSync(firefox.executablePath())) return await playwrightEngine(name, firefox, undefined);
      const path = onPath(['firefox-esr', 'firefox']);
      if (path === null) return null;
      const { firefoxEngine } = await import('./firefoxEngine.ts');
      return await firefoxEngine(path);
    }
    case 'WebKit': {
      if (existsSync(webkit.executablePath())) return await playwrightEngine(name, webkit, undefined);
      const driver = onPath(['WebKitWebDriver']);
      const miniBrowser = miniBrowsers.find((path) => existsSync(path));
      const display = process.env['DISPLAY'] ?? null;
      if (driver === null || miniBrowser === undefined || (display === null && onPath(['Xvfb']) === null)) return null;
      const { webkitEngine } = await import('./webkitEngine.ts');
      return await webkitEngine({ driver, miniBrowser, display });
    }
  }
}
