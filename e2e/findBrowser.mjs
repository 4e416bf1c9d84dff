import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';

// The shell draws the same page as the browser around it, in three quarters of the time.
const names = [
  'chromium-headless-shell',
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
];

/** Where the first of these programs is installed; null where none is. */
export function onPath(programs) {
  for (const name of programs) {
    try {
      return execFileSync('which', [name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }).trim();
    } catch {
      // Not this one.
    }
  }
  return null;
}

/** A browser that is installed: CHROMIUM_PATH, Chrome or Chromium on the PATH, else Playwright's own; null for none. */
export async function findBrowser() {
  const wanted = process.env.CHROMIUM_PATH;
  if (wanted) return existsSync(wanted) ? wanted : null;
  const installed = onPath(names);
  if (installed !== null) return installed;
  const mac = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
  if (existsSync(mac)) return mac;
  const { chromium } = await import('@playwright/test');
  const own = chromium.executablePath();
  return existsSync(own) ? own : null;
}
