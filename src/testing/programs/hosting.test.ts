import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { freePort, temporaryFolder, versionOf } from './program.ts';

/*
 * What docs/hosting.md tells a host to set is given to a real nginx, and the headers that it sends are those of the table there.
 */

const version = versionOf('nginx', ['-v']);
const page = readFileSync('docs/hosting.md', 'utf8');
const place = temporaryFolder();
afterAll(() => place.remove());

/** The headers of the table, each with its value; that of `Cache-Control` depends on the file. */
const wanted = [...page.matchAll(/^\| `([\w-]+)` \| `([^`]+)` \|/gm)]
  .map(([, name = '', value = '']) => [name.toLowerCase(), value] as const)
  .filter(([name]) => name !== 'cache-control');

/** The nginx of the page, on a port of this machine and without a certificate. */
function configuration(port: number): string {
  const [, block = ''] = /```nginx\n([\s\S]*?)```/.exec(page) ?? [];
  const here = block
    .replace('listen 443 ssl;', `listen 127.0.0.1:${port};`)
    .replace('root /srv/mitmap;', `root ${place.folder};`);
  const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (of) => `${of}_temp_path ${place.folder}/${of};`,
  );
  const mime = 'types { text/html html; text/javascript js; } default_type text/plain;';
  // Its own user may not read what is ours.
  const user = process.getuid?.() === 0 ? 'user root; ' : '';
  return `${user}daemon off; pid ${place.folder}/pid; error_log stderr;
events {}
http { access_log off; ${mime} ${paths.join(' ')}
${here}}
`;
}

function answer(port: number, path: string): Promise<http.IncomingMessage> {
  return new Promise((resolve, reject) => {
    http.get({ host: '127.0.0.1', port, path }, (response) => resolve(response.resume())).on('error', reject);
  });
}

test.skipIf(version === null)('a host that is set up as the page says sends its headers', async () => {
  const port = await freePort();
  mkdirSync(join(place.folder, 'assets'));
  writeFileSync(join(place.folder, 'index.html'), '<!doctype html>');
  writeFileSync(join(place.folder, 'assets', 'a.js'), '');
  const file = place.write('nginx.conf', configuration(port));
  const nginx = spawn('nginx', ['-c', file, '-p', place.folder]);
  try {
    let first: http.IncomingMessage | null = null;
    while (first === null && nginx.exitCode === null) first = await answer(port, '/').catch(() => null);
    expect(wanted.length).toBeGreaterThan(5);
    for (const path of ['/', '/assets/a.js', '/none']) {
      const { headers } = await answer(port, path);
      for (const [name, value] of wanted) expect(headers[name], `${name} of ${path}`).toBe(value);
      expect(headers['cache-control']).toBe(path === '/assets/a.js' ? 'max-age=31536000, immutable' : 'no-cache');
    }
  } finally {
    nginx.kill();
  }
});

test('Caddy is told the same', () => {
  const [, block = ''] = /```caddyfile\n([\s\S]*?)```/.exec(page) ?? [];
  for (const [name, value] of wanted) {
    const line = block.split('\n').find((one) => one.trim().toLowerCase().startsWith(`${name} `)) ?? '';
    expect(
      line
        .trim()
        .slice(name.length + 1)
        .replace(/^"|"$/g, ''),
      name,
    ).toBe(value);
  }
});
