import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/*
 * The papers of a build: the licenses and the bill of materials of the packages that are in it.
 */

/** What a package says of itself. */
export type Manifest = {
  readonly name?: string;
  readonly version?: string;
  readonly license?: string;
  readonly author?: string | { readonly name?: string };
};

/** A package that is built in, and its folder. */
export type BuiltIn = { readonly folder: string; readonly manifest: Manifest };

/** Licenses that may be in what we give away under our own. A package with another one ends the build. */
const allowed: readonly string[] = ['MIT', 'ISC', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'OFL-1.1'];

/** The package that a module belongs to; null for one of our own. */
export function packageOf(id: string): BuiltIn | null {
  if (!/[\\/]node_modules[\\/]/.test(id)) return null;
  for (let folder = dirname(id); dirname(folder) !== folder; folder = dirname(folder)) {
    // Packages may have more such files inside, which do not say all of it.
    const manifest = manifestIn(folder);
    if (manifest.name && manifest.version) return { folder, manifest };
  }
  return null;
}

function manifestIn(folder: string): Manifest {
  const file = join(folder, 'package.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Manifest) : {};
}

/**
 * Our own license and those of all packages, one after another.
 * @throws where a package has a license that is not allowed, or no text of it
 */
export function licenseTexts(own: Manifest, ownText: string, packages: readonly BuiltIn[]): string {
  const texts = [`${own.name} ${own.version} (${own.license})\n\n${ownText.trim()}`, ...packages.map(licenseOf).sort()];
  return texts.join(`\n\n${'-'.repeat(80)}\n\n`);
}

function licenseOf({ folder, manifest }: BuiltIn): string {
  const { name, version, license = '' } = manifest;
  if (!allowed.includes(license))
    throw new Error(`${name} ${version} has the license “${license}”, which is not allowed`);
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  const text = file ? readFileSync(join(folder, file), 'utf8').replaceAll('\r', '').trim() : standardText(manifest);
  return `${name} ${version} (${license})\n\n${text}`;
}

/** The text of a license whose package has only its name [SPDX]. */
function standardText({ name, license, author }: Manifest): string {
  const holder = typeof author === 'string' ? author.replace(/\s*[<(].*$/, '') : author?.name;
  if (license !== 'MIT' || !holder) throw new Error(`${name} has no license text`);
  return `MIT License

Copyright (c) ${holder}

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;
}

/** What a lock file says of a package. */
type Locked = { readonly integrity?: string; readonly resolved?: string };

/**
 * The bill of materials as CycloneDX 1.6 [cyclonedx.org]: the page and the packages that are built in, each with the checksum
 * that the lock file has of it. It has no date and no number of its own: the same build has the same bill.
 */
export function billOfMaterials(
  own: Manifest,
  packages: readonly BuiltIn[],
  locked: Readonly<Record<string, Locked>>,
): string {
  const root = componentOf(own, 'application');
  const components = packages
    .map(({ folder, manifest }) => {
      const place = folder.slice(folder.replaceAll('\\', '/').lastIndexOf('/node_modules/') + 1).replaceAll('\\', '/');
      return { ...componentOf(manifest, 'library'), ...hashOf(locked[place]) };
    })
    .sort((one, other) => (one.purl < other.purl ? -1 : 1));
  const bom = {
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: { component: root },
    components,
    dependencies: [{ ref: root['bom-ref'], dependsOn: components.map((one) => one['bom-ref']) }],
  };
  return `${JSON.stringify(bom, null, 2)}\n`;
}

function componentOf({ name = '', version = '', license = '' }: Manifest, type: 'application' | 'library') {
  const [, group, bare = name] = /^(@[^/]+)\/(.+)$/.exec(name) ?? [];
  const purl = `pkg:npm/${group ? `${encodeURIComponent(group)}/` : ''}${bare}@${version}`;
  return {
    type,
    'bom-ref': purl,
    ...(group !== undefined && { group }),
    name: bare,
    version,
    licenses: [{ license: { id: license } }],
    purl,
  };
}

function hashOf(locked: Locked | undefined) {
  const [, base64] = /^sha512-(.+)$/.exec(locked?.integrity ?? '') ?? [];
  return base64 ? { hashes: [{ alg: 'SHA-512', content: Buffer.from(base64, 'base64').toString('hex') }] } : {};
}
