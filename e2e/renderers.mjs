// Programs that draw an SVG file, each as PNG, and as PDF where it keeps text. Only those that are installed.
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';

const run = (command, args) => execFileSync(command, args, { stdio: 'ignore', timeout: 90_000 });
const folder = () => mkdtempSync(join(tmpdir(), 'mitmap-'));

function isInstalled(command, question) {
  try {
    execFileSync(command, [question], { stdio: 'ignore', timeout: 60_000 });
    return true;
  } catch {
    return false;
  }
}

/**
 * LibreOffice draws pictures no wider than 2,048 pixels, and half a pixel beside; what it prints is exact. It names its
 * result after its input, and does not run twice with one profile.
 */
function withOffice(svg, format) {
  const out = folder();
  copyFileSync(svg, join(out, 'picture.svg'));
  const profile = `-env:UserInstallation=file://${join(out, 'profile')}`;
  run('soffice', [profile, '--headless', '--convert-to', 'pdf', '--outdir', out, join(out, 'picture.svg')]);
  const pdf = join(out, 'picture.pdf');
  if (format === 'pdf') return pdf;
  const [, width, height] = /viewBox="0 0 (\d+) (\d+)"/.exec(readFileSync(svg, 'utf8')) ?? [];
  run('pdftoppm', ['-png', '-singlefile', '-scale-to-x', width, '-scale-to-y', height, pdf, join(out, 'picture')]);
  return join(out, 'picture.png');
}

const programs = {
  'rsvg-convert': (svg, format) => {
    const out = join(folder(), `out.${format}`);
    run('rsvg-convert', ['--format', format, '--output', out, svg]);
    return out;
  },
  inkscape: (svg, format) => {
    const out = join(folder(), `out.${format}`);
    run('inkscape', [svg, `--export-type=${format}`, `--export-filename=${out}`]);
    return out;
  },
  soffice: withOffice,
};

const canReadPdf = isInstalled('pdftotext', '-v') && isInstalled('pdftoppm', '-v');

/** Names of the programs that are there. */
const installed = Object.keys(programs).filter(
  (name) => isInstalled(name, '--version') && (canReadPdf || name !== 'soffice'),
);
/** And of those that are not, with what is needed to read what they print. */
export const skipped = [
  ...Object.keys(programs).filter((name) => !installed.includes(name)),
  ...(canReadPdf ? [] : ['pdftotext']),
];

/** The file as a PNG by each reader: the one that npm brings, and what is installed. */
export function drawings(svg) {
  const resvg = new Resvg(readFileSync(svg, 'utf8'), { font: { loadSystemFonts: true } }).render().asPng();
  return [['resvg', resvg], ...installed.map((name) => [name, readFileSync(programs[name](svg, 'png'))])];
}

/** The text that each installed reader has kept in a PDF of the file. */
export function texts(svg) {
  if (!canReadPdf) return [];
  return installed.map((name) => {
    const pdf = programs[name](svg, 'pdf');
    return [name, execFileSync('pdftotext', ['-layout', pdf, '-'], { encoding: 'utf8' })];
  });
}
