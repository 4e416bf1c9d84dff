import { loadPart } from '../../browser/loadPart.ts';
import { randomMark } from '../../browser/randomMark.ts';
import type { Topology } from '../../domain/topology.ts';
import type { ImportIssue, ImportResult } from '../../importers/importResult.ts';
import type { KubeletTargets } from '../../importers/joining/joinKubelets.ts';
import type { PseudonymKey, Pseudonyms } from '../../importers/pseudonyms.ts';
import { type GivenFile, ImportCanceled, type ImportReader } from '../../reading/importReader.ts';
import type { AppState, GetState, ImportPreview, ImportState, SetState } from '../appState.ts';
import { driftBetween } from '../drift.ts';
import { noReport } from '../importReport.ts';
import type { OwnFile } from '../openOwn.ts';
import { asOwn, countsOf, mostRecent, ownModel } from '../ownModel.ts';

export function importSlice(set: SetState, get: GetState, reader: ImportReader, now: () => string): ImportState {
  // Files that are given while an import still becomes the model wait for it: they may be an update of it.
  let lastConfirmed: Promise<unknown> = Promise.resolve();
  // Of two readings the later one counts, whichever ends first.
  let lastReading = 0;
  return {
    reading: null,
    preview: null,
    report: null,
    reader,
    dismissReport: () => set({ report: null }),
    reportUnreadable: (source, unreadable) =>
      set({ report: { ...noReport, outcome: 'unreadable', opened: source, unreadable } }),
    importFiles: async (files) => {
      await lastConfirmed;
      const own = await ownSource(files);
      if (own) return own.source.kind === 'lesson' ? openOwnLesson(own, set, get) : openOwnModel(own, set, get);
      const key = await keyIn(files);
      if (key) return restoreNamesBy(key, set, get);
      lastReading += 1;
      const number = lastReading;
      if (get().reading) reader.cancel();
      await readInto(files, reader, set, get, () => number === lastReading);
    },
    cancelImport: () => {
      reader.cancel();
      set({ preview: null });
    },
    assignKubelet: async (file, node) => {
      const before = get().preview;
      if (!before) return;
      const targets = { ...before.targets, [file]: node };
      const result = await reader.rejoin(targets);
      const preview = await previewOf(result, get(), targets);
      // Other files may have been given meanwhile.
      if (get().preview === before) set({ preview });
    },
    confirmImport: (choice) => {
      const confirmed = lastConfirmed.then(() => confirm(choice, set, get, now));
      lastConfirmed = confirmed.catch(() => null);
      return confirmed;
    },
  };
}

async function openOwnLesson(own: OwnFile, set: SetState, get: GetState): Promise<void> {
  const { openLessonFile } = await loadPart(() => import('../openLessonFile.ts'));
  const outcome = await openLessonFile(own);
  if (!outcome.ok) return get().reportUnreadable(own.source, outcome);
  get().addLesson(outcome.lesson);
  set({ report: null });
  get().setDock({ type: 'lesson', id: outcome.lesson.id, step: 0 });
}

async function openOwnModel(own: OwnFile, set: SetState, get: GetState): Promise<void> {
  const { openOwn } = await loadPart(() => import('../openOwn.ts'));
  const outcome = await openOwn(own);
  const { source } = own;
  if (!outcome.ok) return get().reportUnreadable(source, outcome);
  const state = get();
  // A link's model can be had again from the link, and the user's own goes to the recent ones.
  const isUnsaved = !state.sharedSession && ownModel(state) !== state.savedTopology;
  set({ pendingOpen: { topology: outcome.topology, source }, report: null, dialog: null });
  if (!isUnsaved) get().decidePendingOpen(true);
}

async function restoreNamesBy(key: PseudonymKey, set: SetState, get: GetState): Promise<void> {
  // A model that may only be looked at stays as it is.
  if (get().sharedSession?.viewOnly) return set(({ refusals }) => ({ refusals: refusals + 1 }));
  const { restoreNames } = await loadPart(() => import('../../importers/pseudonyms.ts'));
  const { topology: restored, count } = restoreNames(get().topology, key);
  if (count > 0) set({ topology: restored, selection: null });
  set({ report: { ...noReport, outcome: count > 0 ? 'restored' : 'foreign-key', restored: count } });
}

async function readInto(
  files: readonly GivenFile[],
  reader: ImportReader,
  set: SetState,
  get: GetState,
  isLatest: () => boolean,
): Promise<void> {
  set({ reading: { file: files[0]?.name ?? '', fraction: 0, counts: null }, report: null, preview: null });
  // News from a worker may arrive after its result.
  let isOver = false;
  try {
    const result = await reader.read(files, ({ file, readBytes, allBytes, counts }) => {
      const fraction = readBytes / Math.max(1, allBytes);
      if (!isOver && isLatest()) set({ reading: { file, fraction, counts: counts ?? null } });
    });
    const preview = await previewOf(result, get(), {});
    if (!isLatest()) return;
    if (result.clusters.length === 0) set({ report: { ...noReport, issues: result.issues } });
    else set({ preview, dialog: 'preview' });
  } catch (error) {
    if (!(error instanceof ImportCanceled)) throw error;
    if (isLatest()) set({ report: { ...noReport, outcome: 'canceled' } });
  } finally {
    isOver = true;
    if (isLatest()) set({ reading: null });
  }
}

type ImportChoice = Parameters<ImportState['confirmImport']>[0];

async function confirm(
  { mode, pseudonyms }: ImportChoice,
  set: SetState,
  get: GetState,
  now: () => string,
): Promise<PseudonymKey | null> {
  // Files show the cluster as it is, so they go with the model and not with what is tried on it.
  const { preview, sharedSession, trialBase, topology: present } = get();
  const before = trialBase ?? present;
  const [first, ...others] = preview?.result.clusters ?? [];
  if (!preview || !first) return null;
  const isUpdate = mode === 'update' && preview.updated !== null && !sharedSession?.viewOnly;
  const read = isUpdate && preview.updated ? preview.updated : first.topology;
  const { createPseudonyms } = await loadPart(() => import('../../importers/pseudonyms.ts'));
  const renaming = pseudonyms ? createPseudonyms(randomMark()) : null;
  const named = (one: Topology) => renaming?.of(one).topology ?? one;
  const topology = named(read);
  const [{ prepare }, { nextTask }] = await Promise.all([
    loadPart(() => import('../prepare.ts')),
    loadPart(() => import('../../importers/transfer/nextTask.ts')),
  ]);
  await prepare(topology);
  const more = others.map((one) => ({ topology: named(one.topology), date: now() }));
  const issues = renaming ? preview.result.issues.map((one) => withPseudonyms(one, renaming)) : preview.result.issues;
  const report = {
    ...noReport,
    outcome: 'imported' as const,
    issues,
    ...countsOf(topology),
    drift: isUpdate ? driftBetween(before, topology) : null,
  };
  set(({ recent }) => ({
    preview: null,
    dialog: null,
    recent: [...more, ...recent].slice(0, mostRecent),
    selection: null,
    report,
  }));
  // What closes the preview is one task, and the new picture another: together they would hold up the page.
  await nextTask();
  // An update is a step of the same work: what was is one undo away, and not a cluster of its own.
  if (isUpdate)
    set((state) => ({ ...asOwn(state, now()), topology, baseline: before, trialBase: null, selection: null }));
  else get().edit({ type: 'replace', topology });
  set({ savedTopology: null });
  get().sendViewCommand('fit');
  return renaming?.key() ?? null;
}

/** What is said of files whose names nobody is to read: also in what it quotes of them. */
function withPseudonyms(issue: ImportIssue, { file, name }: Pseudonyms): ImportIssue {
  const params = Object.entries(issue.params).map(([param, value]) => {
    if (/^files?$/.test(param)) return [param, file(value)];
    return [param, /^(kind|component|count|most)$/.test(param) ? value : name(value)];
  });
  return { ...issue, place: { ...issue.place, file: file(issue.place.file) }, params: Object.fromEntries(params) };
}

async function previewOf(result: ImportResult, state: AppState, targets: KubeletTargets): Promise<ImportPreview> {
  const [first] = result.clusters;
  const present = state.trialBase ?? state.topology;
  if (!first || state.sharedSession?.viewOnly || present.sources.length === 0)
    return { result, updated: null, isSameCluster: false, targets };
  const [{ isSameCluster, updateTopology }, { withinLimits }] = await Promise.all([
    loadPart(() => import('../../importers/joining/updateTopology.ts')),
    loadPart(() => import('../../importers/joining/withinLimits.ts')),
  ]);
  const { topology: updated } = withinLimits(updateTopology(present, first));
  return { result, updated, isSameCluster: isSameCluster(present, first.topology), targets };
}

/** A project, a lesson or a picture: one file, recognized by how it begins or by its name. */
async function ownSource(files: readonly GivenFile[]): Promise<OwnFile | null> {
  const [only] = files;
  if (!only || files.length > 1) return null;
  const { name: file, blob } = only;
  const head = await blob.slice(0, 2000).text();
  const isLesson = /^\uFEFF?\s*\{\s*"mitmap"\s*:\s*"lesson"/.test(head) || /\.lesson\.json$/i.test(file);
  if (isLesson) return { source: { kind: 'lesson', file }, blob };
  const isProject = /^\uFEFF?\s*\{\s*"mitmap"\s*:\s*\d/.test(head) || /\.mitmap\.json$/i.test(file);
  if (isProject) return { source: { kind: 'project', file }, blob };
  const isPicture = /\.svg$/i.test(file) || /^\uFEFF?\s*<(?:svg\b|[?!][\s\S]*<svg\b)/.test(head);
  return isPicture ? { source: { kind: 'picture', file }, blob } : null;
}

/** A key file is one small file of our own. */
async function keyIn(files: readonly GivenFile[]): Promise<PseudonymKey | null> {
  const [only] = files;
  if (!only || files.length > 1 || only.blob.size > 50_000_000) return null;
  const head = await only.blob.slice(0, 100).text();
  if (!/^\s*\{\s*"mitmap"\s*:\s*"key"/.test(head)) return null;
  const { readPseudonymKey } = await loadPart(() => import('../../importers/pseudonyms.ts'));
  return readPseudonymKey(await only.blob.text());
}
