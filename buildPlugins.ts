import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';
import { type BuiltIn, billOfMaterials, licenseTexts, type Manifest, packageOf } from './buildPapers.ts';
import { themeCss } from './src/scene/pageTheme.ts';

/** Everything the ordinary page may load lies beside it. */
const servedPolicy = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' data: blob:",
  'font-src': "'self'",
  'worker-src': "'self' blob:",
  'manifest-src': "'self'",
  'connect-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
};

/** The one file has nothing beside it: only what is written in it may be used, and code only if it is unchanged. */
const oneFilePolicy = {
  ...servedPolicy,
  'worker-src': 'blob:',
  'manifest-src': "'none'",
  'img-src': 'data: blob:',
  'font-src': 'data:',
  'connect-src': 'data:',
};

function written(policy: Readonly<Record<string, string>>): string {
  return Object.entries(policy)
    .map(([directive, sources]) => `${directive} ${sources}`)
    .join('; ');
}

/** The built page may load nothing but its own files. The development server needs inline styles, so it has no policy. */
export function contentSecurityPolicy(): Plugin {
  return {
    name: 'content-security-policy',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content: written(servedPolicy) },
        injectTo: 'head-prepend',
      },
    ],
  };
}

/** The page's colors as a style sheet, `virtual:theme.css`, from the same constants as the picture's. */
export function themeStyles(): Plugin {
  const name = 'virtual:theme.css';
  return {
    name: 'theme-styles',
    resolveId: (id) => (id === name ? `\0${name}` : null),
    load: (id) => (id === `\0${name}` ? themeCss() : null),
  };
}

/** Writes the day of the build into the page, and nowhere else: parts are named by their content. */
export function buildDate(day: Date): Plugin {
  const content = day.toISOString().slice(0, 10);
  return {
    name: 'build-date',
    apply: 'build',
    transformIndexHtml: () => [{ tag: 'meta', attrs: { name: 'build-date', content }, injectTo: 'head' }],
  };
}

/**
 * Puts all that the first picture needs into one file. In fifty small ones, as they would be cut for what is loaded later,
 * the same text is a tenth longer once it is compressed.
 */
export function firstLoad(): { readonly plugin: Plugin; readonly isNeeded: (id: string) => boolean } {
  const needed = new Set<string>();
  const starts = new Set<string>();
  return {
    plugin: {
      name: 'first-load',
      apply: 'build',
      buildEnd() {
        const pages = [...this.getModuleIds()].filter((id) => this.getModuleInfo(id)?.isEntry);
        const open = pages.flatMap((id) => this.getModuleInfo(id)?.importedIds ?? []);
        for (const id of [...pages, ...open]) starts.add(id);
        for (let id = open.pop(); id !== undefined; id = open.pop()) {
          if (needed.has(id)) continue;
          needed.add(id);
          open.push(...(this.getModuleInfo(id)?.importedIds ?? []));
        }
      },
    },
    // What starts the page waits for what it loads, which in turn needs what is in this file: so it stays outside.
    isNeeded: (id) => needed.has(id) && !starts.has(id),
  };
}

/** Names the page of a build in which everything is inline, and lets it run nothing but what was built. */
export function oneFilePage(name: string): Plugin {
  return {
    name: 'one-file-page',
    apply: 'build',
    enforce: 'post',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const page = bundle['index.html'];
        if (page?.type !== 'asset') throw new Error('The build has no index.html');
        const html = String(page.source).replace('<script type="module" crossorigin>', '<script type="module">');
        delete bundle['index.html'];
        const files = Object.keys(bundle);
        if (files.length > 0) throw new Error(`Not in the one file: ${files.join(', ')}`);
        // A browser would read these otherwise than they are hashed here.
        if (/[\r\0]/.test(html)) throw new Error('The page contains characters that HTML changes');
        const policy = written({
          ...oneFilePolicy,
          'script-src': hashes(html, 'script'),
          'style-src': hashes(html, 'style'),
        });
        this.emitFile({
          type: 'asset',
          fileName: name,
          // The encoding has to be said near the beginning, so it stays first.
          source: html.replace(
            /<meta charset[^>]*>/,
            (charset) => `${charset}\n    <meta http-equiv="Content-Security-Policy" content="${policy}" />`,
          ),
        });
      },
    },
  };
}

/** What lets the browser run the scripts, or use the styles, that are written in the page, and no others. */
function hashes(html: string, wanted: 'script' | 'style'): string {
  return [...html.matchAll(/<(script|style)\b([^>]*)>([\s\S]*?)<\/\1>/g)]
    .filter(([, tag, attributes]) => tag === wanted && !attributes?.includes('text/plain'))
    .map(([, , , text]) => `'sha256-${hashOf(String(text))}'`)
    .join(' ');
}

/**
 * Writes the service worker that keeps a copy of the page: it knows each file by its content, and so tells what is none of them.
 * @param left files beside the page that it can do without
 */
export function offlineCopy(left: readonly string[]): Plugin {
  let publicFolder = '';
  return {
    name: 'offline-copy',
    apply: 'build',
    enforce: 'post',
    configResolved: (config) => {
      publicFolder = config.publicDir;
    },
    buildStart() {
      this.emitFile({ type: 'chunk', id: 'src/offline/serviceWorker.ts', fileName: serviceWorkerName });
    },
    transformIndexHtml: () => [
      { tag: 'link', attrs: { rel: 'manifest', href: './manifest.webmanifest' }, injectTo: 'head' },
      { tag: 'link', attrs: { rel: 'apple-touch-icon', href: './icon-180.png' }, injectTo: 'head' },
    ],
    generateBundle: {
      // The page is written late.
      order: 'post',
      handler(_options, bundle) {
        const built = Object.entries(bundle).map(
          ([name, part]) => [name, part.type === 'chunk' ? part.code : part.source] as const,
        );
        const beside = readdirSync(publicFolder).map((name) => [name, readFileSync(join(publicFolder, name))] as const);
        const files = [...built, ...beside]
          .filter(([name]) => name !== serviceWorkerName && !left.includes(name))
          .map(([name, content]) => [name === 'index.html' ? './' : name, `sha256-${hashOf(content)}`] as const)
          .sort(([one], [other]) => (one < other ? -1 : 1));
        const worker = bundle[serviceWorkerName];
        if (worker?.type !== 'chunk') throw new Error('The build has no service worker');
        const list = JSON.stringify(files);
        worker.code = worker.code
          .replaceAll('__FILES__', () => list)
          .replaceAll('__VERSION__', () => JSON.stringify(hashOf(list).slice(0, 12)));
      },
    },
  };
}

const serviceWorkerName = 'sw.js';

function hashOf(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('base64');
}

/**
 * Collects the licenses of all packages that are built in, from the page and from workers: as a file beside the page with the
 * bill of materials, or inside the page when there is to be one file.
 */
export function papers(inside: boolean): { readonly page: Plugin; readonly worker: Plugin } {
  const packages = new Map<string, BuiltIn>();
  const collect = (bundle: Readonly<Record<string, unknown>>) => {
    for (const part of Object.values(bundle) as readonly { type: string; moduleIds?: readonly string[] }[])
      for (const id of part.moduleIds ?? []) {
        const found = packageOf(id.replace(/^\0/, ''));
        if (found) packages.set(found.folder, found);
      }
  };
  return {
    worker: { name: 'papers-of-workers', generateBundle: (_options, bundle) => collect(bundle) },
    page: {
      name: 'papers',
      apply: 'build',
      generateBundle: {
        // The page is written late.
        order: 'post',
        handler(_options, bundle) {
          collect(bundle);
          const all = [...packages.values()];
          const own = readJson('package.json') as Manifest;
          const text = licenseTexts(own, readFileSync('LICENSE', 'utf8'), all);
          const page = bundle['index.html'];
          if (!inside) {
            const { packages: locked } = readJson('package-lock.json') as {
              packages: Readonly<Record<string, object>>;
            };
            this.emitFile({ type: 'asset', fileName: 'licenses.txt', source: text });
            this.emitFile({ type: 'asset', fileName: billName, source: billOfMaterials(own, all, locked) });
          } else if (page?.type === 'asset')
            page.source = String(page.source).replace(
              '</head>',
              () => `<script type="text/plain" id="licenses">\n${text}\n</script>\n  </head>`,
            );
        },
      },
    },
  };
}

/** The bill of materials, beside the page. */
export const billName = 'sbom.cdx.json';

function readJson(file: string): unknown {
  return JSON.parse(readFileSync(file, 'utf8'));
}
