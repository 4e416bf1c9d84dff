import { chromium } from '@playwright/test';
const b = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox'] });
const out = '/tmp/shots'; import fs from 'node:fs'; fs.mkdirSync(out, { recursive: true });
for (const [w, h, theme, lang] of [[1440, 900, 'light', 'en'], [390, 844, 'dark', 'de']]) {
  const p = await b.newPage({ viewport: { width: w, height: h }, colorScheme: theme, locale: lang, serviceWorkers: 'block' });
  await p.addInitScript(() => localStorage.setItem('mitmap.tour', 'seen'));
  await p.goto('http://localhost:4173/'); await p.waitForSelector('[data-testid=diagram][data-ready=true]', { state: 'attached' }); await p.waitForTimeout(800);
  await p.route('**/assets/**', (r) => r.abort());
  await p.keyboard.press('Control+k'); await p.waitForTimeout(500); await p.screenshot({ path: `${out}/palette-${w}.png` }); await p.keyboard.press('Escape');
  await p.keyboard.press('w'); await p.waitForTimeout(400); await p.screenshot({ path: `${out}/bar-${w}.png` });
  await p.keyboard.press('v'); await p.waitForTimeout(400); await p.screenshot({ path: `${out}/cells-${w}.png` });
  await p.close();
  const q = await b.newPage({ viewport: { width: w, height: h }, colorScheme: theme, locale: lang });
  await q.addInitScript(() => localStorage.setItem('mitmap.tour', 'seen'));
  await q.goto('http://localhost:4173/'); await q.waitForSelector('[data-testid=diagram][data-ready=true]', { state: 'attached' }); await q.waitForTimeout(800);
  await q.route('**/assets/**', () => new Promise(() => {}));
  await q.keyboard.press('x'); await q.waitForTimeout(10800); await q.screenshot({ path: `${out}/slow-${w}.png` });
  await q.close();
  const r = await b.newPage({ viewport: { width: w, height: h }, colorScheme: theme, locale: lang });
  await r.route('**/assets/interface*', (x) => x.abort());
  await r.goto('http://localhost:4173/'); await r.waitForTimeout(800); await r.screenshot({ path: `${out}/start-${w}.png` }); await r.close();
}
await b.close();
