import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { strToU8, zipSync } from 'fflate';
import { writeShareLink } from '../../src/project/shareLink.ts';
import { writeProjectFile } from '../../src/project/writeProject.ts';
import { scenario, scenarioIds } from '../../src/scenarios/scenarios.ts';
import { typicalTopologies } from '../../src/testing/typicalTopologies.ts';
import { until } from './engine.ts';
import type { Visit } from './visit.ts';

/** What leaves the page, by what it is: a hash, which has to be the same in every engine. */
export type Exports = Record<string, string>;

/** A journey through some of the page's features; it begins on a page that has just been opened. */
export type Journey = {
  readonly name: string;
  readonly run: (visit: Visit, given: { readonly page: string; readonly exports: Exports }) => Promise<void>;
};

const folder = mkdtempSync(join(tmpdir(), 'mitmap-engines-'));

/** A file on this machine. */
function file(name: string, content: string | Uint8Array): string {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const node = (name: string) => `apiVersion: v1\nkind: Node\nmetadata: {name: ${name}}\n`;
const box = (name: string) => [`[data-testid=diagram] [role=button]`, name] as const;
const chooser = 'input[type=file]';
const details = 'aside.inspector';
const choice = 'dialog [role=tabpanel] label:has(input[name=data-format])';
const button = 'button, [role=menuitem], [role=tab], a';

/** Remembers what is given to the user as a file, since drivers differ in what becomes of it. */
async function catchFiles({ engine }: Visit): Promise<void> {
  await engine.evaluate(() => {
    const given: Blob[] = [];
    Object.assign(globalThis, { given });
    const own = URL.createObjectURL;
    URL.createObjectURL = (blob: Blob) => {
      given.push(blob);
      return own.call(URL, blob);
    };
    // A file that is saved would open a window in some engines, and ask in others.
    HTMLAnchorElement.prototype.click = () => {};
  });
}

/** The kind, length and checksum of the next file that the page gives; of a PNG only that it is one, since each engine packs it its own way. */
async function givenBy({ engine }: Visit, act: () => Promise<void>, type = ''): Promise<string> {
  const before = await engine.evaluate(() => (globalThis as unknown as { given: Blob[] }).given.length);
  await act();
  const index = await until('a file', async () => {
    const found = await engine.evaluate(
      (from, wanted) =>
        (globalThis as unknown as { given: Blob[] }).given.findIndex(
          (blob, index) => index >= from && blob.type.startsWith(wanted),
        ),
      before,
      type,
    );
    return found >= 0 && String(found);
  });
  return await engine.evaluate(async (which) => {
    const blob = (globalThis as unknown as { given: Blob[] }).given[Number(which)];
    const bytes = new Uint8Array((await blob?.arrayBuffer()) ?? new ArrayBuffer(0));
    const text =
      blob?.type === 'image/png' ? new TextDecoder().decode(bytes.slice(1, 4)) : new TextDecoder().decode(bytes);
    // The day is not part of what is compared.
    const compared = new TextEncoder().encode(text.replace(/\d{4}-\d\d-\d\d(T[\d:.]+Z)?/g, 'DAY'));
    // A page over plain http may not use the browser's own checksums.
    let hash = 0x811c9dc5;
    for (const byte of compared) hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
    return `${blob?.type} ${compared.length} ${hash.toString(16)}`;
  }, index);
}

/** What is loaded last, when nothing else is to be done; a page that is left before complains of it. */
const opened = async (visit: Visit) => {
  await visit.see('[data-testid=diagram][data-ready=true]');
  await until('the last part', () =>
    visit.engine.evaluate(() => document.querySelector('.attacker-choice select') !== null),
  );
};

export const journeys: readonly Journey[] = [
  {
    name: 'selects by pointer, by keys and by touch, and shows details',
    run: async (visit) => {
      const { engine } = visit;
      await visit.click('[data-testid=diagram] [data-path="P08"]');
      await visit.see(`${details} *`, /--kubelet-certificate-authority/);
      await engine.press('n');
      await visit.see(`${details} h2`, /kube-apiserver|kubelet/);
      await engine.press('Escape');
      await visit.notSee(details);
      await visit.click(...box('kubelet: worker-1'));
      await visit.see(`${details} h2`, /worker-1|kubelet/);
      await engine.press('Escape');
      await engine.tap(await visit.at('[data-testid=diagram] [data-path="P09"]'));
      await visit.see(`${details} *`, /P09/);
      await engine.press('Escape');
      await engine.evaluate(() => document.querySelector<SVGElement>('[data-testid=diagram] [role=button]')?.focus());
      await engine.press('Enter');
      await visit.see(`${details} h2`);
    },
  },
  {
    name: 'pans, zooms, fits, colors, searches, and changes theme and language',
    run: async (visit) => {
      const { engine } = visit;
      const left = () =>
        engine.evaluate(() => document.querySelector('[data-path="P08"]')?.getBoundingClientRect().x ?? 0);
      const before = await left();
      await engine.drag({ x: 900, y: 640 }, { x: 1000, y: 650 });
      await until('a panned map', async () => (await left()) > before + 50);
      const zoom = () => engine.evaluate(() => document.body.innerText.match(/(\d+) %/)?.[1] ?? '');
      const at100 = await zoom();
      await engine.wheel({ x: 800, y: 450 }, -120);
      await until('a zoomed map', async () => (await zoom()) !== at100);
      await visit.click(button, 'Fit');
      await visit.select('select:has(option[value=encryption])', 'encryption');
      await engine.press('Control', 'k');
      await visit.see('[cmdk-input]');
      await engine.type('P09');
      await visit.see('[cmdk-item][data-selected=true]', /exec, attach/);
      await engine.press('Enter');
      await visit.see(`${details} *`, /P09/);
      await engine.press('Escape');
      await engine.press('/');
      await engine.type('path:P08');
      await until('a filtered list', () =>
        engine.evaluate(() => document.querySelectorAll('[data-list-path]').length === 1),
      );
      await engine.press('Escape');
      await visit.click(button, /^Deutsch$/);
      await visit.see(button, 'English');
      expect(await engine.evaluate(() => document.documentElement.lang)).toBe('de');
      await visit.click(button, 'English');
      await visit.click(button, /Dark/);
      expect(await engine.evaluate(() => document.documentElement.dataset['theme'] ?? '')).toBe('dark');
    },
  },
  {
    name: 'imports files, an archive and what is dropped, tries changes and fixes, and keeps all of it',
    run: async (visit, { page }) => {
      const { engine } = visit;
      const take = async (name: string) => {
        await visit.click('dialog button', 'Import');
        await visit.see(...box(`worker: ${name}`));
      };
      await engine.choose(chooser, [file('edge-1.yaml', node('edge-1')), file('edge-2.yaml', node('edge-2'))]);
      await take('edge-1');
      await engine.choose(chooser, [file('cluster.zip', zipSync({ 'edge-3.yaml': strToU8(node('edge-3')) }))]);
      await take('edge-3');
      await engine.evaluate((text) => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([text], 'edge-4.yaml'));
        for (const type of ['dragover', 'drop'])
          document.body.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, cancelable: true }));
      }, node('edge-4'));
      await take('edge-4');
      await engine.press('Control', 'z');
      await visit.see(...box('worker: edge-3'));
      await engine.press('w');
      await visit.see('section.trial');
      await engine.press('w');
      await visit.notSee('section.trial');
      await engine.press('x');
      await visit.see('dialog h2', /Close what is open/);
      await engine.press('Escape');
      // Written down within a moment.
      await until('kept work', () =>
        engine.evaluate(() => (localStorage.getItem('mitmap.project') ?? '').includes('edge-3')),
      );
      await engine.goto('about:blank');
      await engine.goto(page);
      await visit.see(...box('worker: edge-3'));
    },
  },
  {
    name: 'gives every export, the same bytes in every engine',
    run: async (visit, { exports }) => {
      const { engine } = visit;
      await catchFiles(visit);
      const keep = async (name: string, act: () => Promise<void>, type?: string) => {
        exports[name] = await givenBy(visit, act, type);
      };
      await keep('project', () => engine.press('Control', 's'));
      await engine.press('Control', 'Shift', 'E');
      await visit.see('dialog img');
      await keep('SVG', () => visit.click('dialog button', 'Save SVG'));
      await keep('PNG', () => visit.click('dialog button', /^Save PNG/), 'image/png');
      await visit.click('[role=tab]', 'Report');
      await visit.see('dialog [role=tabpanel]', /HTML/);
      await keep('report', () => visit.click('dialog [role=tabpanel] button.primary:not(:disabled)'));
      await visit.click('[role=tab]', 'Data');
      await visit.see('dialog [role=tabpanel] button.primary:not(:disabled)');
      const formats = await engine.evaluate(
        (labels) => [...document.querySelectorAll(labels)].map(({ textContent }) => textContent.trim()),
        choice,
      );
      expect(formats.length).toBeGreaterThan(5);
      for (const format of formats) {
        await visit.click(choice, format);
        await visit.see('dialog [role=tabpanel] button.primary:not(:disabled)');
        await keep(format, () => visit.click('dialog [role=tabpanel] button.primary:not(:disabled)'));
      }
      await visit.click('[role=tab]', 'Link and project');
      await visit.click('dialog button', 'Copy link');
      await visit.see('dialog *', 'Copied.');
    },
  },
  {
    name: 'opens a shared link, and gives the own model back',
    run: async (visit, { page }) => {
      const { engine } = visit;
      await engine.goto('about:blank');
      await engine.goto(`${page}#${writeShareLink(scenario('ha'), []).fragment}`);
      await visit.see('section', /A model from a link|from a link/);
      await visit.see(...box('kubelet: worker-1'));
      await visit.click(button, 'Back to my own model');
      await visit.notSee(button, 'Back to my own model');
    },
  },
  {
    name: 'plays an attack, a lesson and the quiz, and presents with a second window',
    run: async (visit, { page }) => {
      const { engine } = visit;
      await visit.click('[data-list-path="P09"]');
      await visit.click(`${details} button`, /Play the attack/);
      await visit.see('dialog [aria-current=step]', /The attacker is on the network/);
      await engine.press('End');
      await visit.see('dialog [aria-current=step]', /Outcome/);
      await engine.press('Escape');
      await engine.evaluate(() => {
        location.hash = '#lesson=encrypted-is-not-verified&step=1';
      });
      await visit.see('#dock, aside.sidebar', /verified/);
      await engine.evaluate(() => {
        location.hash = '#quiz=42&level=1&kinds=paths&count=2';
      });
      await visit.see('aside.sidebar button', /Start$/);
      await visit.click('aside.sidebar button', /Start$/);
      await visit.see('aside.sidebar', /1 of 2/);
      await engine.goto('about:blank');
      await engine.goto(page);
      await opened(visit);
      await engine.press('Control', 'k');
      await visit.see('[cmdk-input]');
      await engine.type('present this page');
      await visit.see('[cmdk-item][data-selected=true]', /Present/);
      await engine.press('Enter');
      await visit.see('dialog button:not(:disabled)', /Start$/);
      await visit.click('dialog button', 'Open the window for notes');
      const inNotes = (words: string) =>
        until(`${words} in the window for notes`, () =>
          engine.inOtherWindow((wanted) => document.body.innerText.includes(wanted), words),
        );
      await inNotes('Nothing is presented yet');
      await visit.click('dialog button', /Start$/);
      await visit.see('.presentation-number', /1 of/);
      await inNotes('Next:');
      await engine.press('PageDown');
      await visit.see('.presentation-number', /2 of/);
      await inNotes('2 of');
    },
  },
  {
    name: 'shows the cells of a large cluster and the table, and prints',
    run: async (visit) => {
      const { engine } = visit;
      const items = Array.from({ length: 400 }, (_, index) => ({
        kind: 'Node',
        apiVersion: 'v1',
        metadata: { name: `node-${index}` },
      }));
      await engine.choose(chooser, [file('large.json', JSON.stringify({ kind: 'List', apiVersion: 'v1', items }))]);
      await visit.click('dialog button', 'Import');
      await visit.notSee('dialog');
      await engine.press('v');
      await visit.see('canvas');
      await engine.press('v');
      await engine.press('t');
      await visit.see('.path-table tr', /P0|kubelet/);
      if (engine.print) expect(await engine.print()).toBe('%PDF-');
      await engine.evaluate(() => {
        dispatchEvent(new Event('beforeprint'));
        const theme = document.documentElement.dataset['theme'];
        dispatchEvent(new Event('afterprint'));
        if (theme !== 'light') throw new Error(`paper is ${theme}`);
      });
    },
  },
  {
    name: 'exports the committed drawings with the same bytes',
    run: async (visit, { exports }) => {
      const { engine } = visit;
      await catchFiles(visit);
      const scenarios = scenarioIds.map((id) => [id, scenario(id)] as const);
      const typical = Object.entries(typicalTopologies).map(([id, topology]) => [id, topology()] as const);
      for (const [id, topology] of [...scenarios, ...typical]) {
        await engine.choose(chooser, [file(`${id}.mitmap.json`, writeProjectFile(topology))]);
        await visit.see('[role=status]', new RegExp(`Opened ${id}`));
        await visit.click('header button', 'Export');
        await visit.see('dialog img');
        exports[`drawing ${id}`] = await givenBy(visit, () => visit.click('dialog button', 'Save SVG'));
        await engine.press('Escape');
        await visit.notSee('dialog');
      }
    },
  },
];

/** Opens the page as somebody who has never been here. */
export async function openFirst(visit: Visit, page: string): Promise<void> {
  const { engine } = visit;
  await engine.closeOtherWindows();
  await engine.goto(page);
  await engine.evaluate(() => {
    localStorage.clear();
    localStorage.setItem('mitmap.tour', 'seen');
  });
  await engine.goto('about:blank');
  await engine.goto(page);
  await opened(visit);
}
