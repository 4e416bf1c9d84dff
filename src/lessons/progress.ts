import { z } from '../project/validation.ts';
import type { Lesson } from './lesson.ts';

/** How far somebody is in one lesson. */
export type LessonProgress = {
  /** The step that was last open, counted from 0. */
  readonly step: number;
  /** Ids of the steps that are done, and `question-1` and so on for the lesson's own questions. */
  readonly done: readonly string[];
};

/** How far somebody is, by the ids of the lessons. */
export type Progress = Readonly<Record<string, LessonProgress>>;

/** What was read, or why it could not be. */
export type ProgressOutcome =
  | { readonly ok: true; readonly progress: Progress }
  | { readonly ok: false; readonly reason: 'foreign' | 'newer' | 'damaged' };

/** Version of the file's form. */
const progressVersion = 1;
/** More than any course has. */
const most = { lessons: 500, done: 200, text: 200, file: 2_000_000 };

const id = z
  .string()
  .min(1)
  .max(most.text)
  // An id is a key, so it may not be the name of something that every object has.
  .refine((value) => !(value in Object.prototype));
const progressSchema = z.record(
  id,
  z.object({ step: z.number().int().min(0).max(1000), done: z.array(id).max(most.done) }),
);

/** Progress as a file that people can read. */
export function writeProgress(progress: Progress): string {
  const lessons = Object.fromEntries(
    Object.entries(progress)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([lesson, { step, done }]) => [lesson, { step, done }]),
  );
  return `${JSON.stringify({ mitmap: 'progress', version: progressVersion, lessons }, null, 2)}\n`;
}

/** Progress from text. Never throws. */
export function readProgress(content: string): ProgressOutcome {
  if (content.length > most.file) return { ok: false, reason: 'foreign' };
  let parsed: unknown;
  try {
    parsed = JSON.parse(content.replace(/^\uFEFF/, ''));
  } catch {
    return { ok: false, reason: /^\uFEFF?\s*\{\s*"mitmap"\s*:\s*"progress"/.test(content) ? 'damaged' : 'foreign' };
  }
  const head = z.object({ mitmap: z.literal('progress'), version: z.number().int().positive() }).safeParse(parsed);
  if (!head.success) return { ok: false, reason: 'foreign' };
  if (head.data.version > progressVersion) return { ok: false, reason: 'newer' };
  const body = z.object({ lessons: progressSchema }).safeParse(parsed);
  if (!body.success || Object.keys(body.data.lessons).length > most.lessons) return { ok: false, reason: 'damaged' };
  return { ok: true, progress: body.data.lessons };
}

/** Both together: what is done in either is done. */
export function mergedProgress(own: Progress, other: Progress): Progress {
  const ids = [...new Set([...Object.keys(own), ...Object.keys(other)])];
  return Object.fromEntries(
    ids.map((lesson) => {
      const [a, b] = [own[lesson], other[lesson]];
      const step = Math.max(a?.step ?? 0, b?.step ?? 0);
      return [lesson, { step, done: [...new Set([...(a?.done ?? []), ...(b?.done ?? [])])] }];
    }),
  );
}

/** Progress once somebody is at a step. */
export function arrivedAt(progress: Progress, lesson: string, step: number): Progress {
  const before = progress[lesson];
  return before?.step === step ? progress : { ...progress, [lesson]: { done: [], ...before, step } };
}

/** Progress once a step or a question is done; nothing is done twice. */
export function withDone(progress: Progress, lesson: string, item: string): Progress {
  const { step = 0, done = [] } = progress[lesson] ?? {};
  return done.includes(item) ? progress : { ...progress, [lesson]: { step, done: [...done, item] } };
}

/** The name under which a lesson's own question is done. */
export function questionItem(index: number): string {
  return `question-${index + 1}`;
}

/** How much of a lesson is done. */
export function shareDone(progress: Progress, lesson: Lesson): { readonly done: number; readonly of: number } {
  const items = [...lesson.steps.map((step) => step.id), ...lesson.questions.map((_one, index) => questionItem(index))];
  const known = progress[lesson.id]?.done ?? [];
  return { done: items.filter((item) => known.includes(item)).length, of: items.length };
}
