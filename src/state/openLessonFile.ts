import { type LessonOutcome, readLesson } from '../lessons/lessonFile.ts';
import type { OwnFile } from './openOwn.ts';

/** Larger files are not held as one text. */
const largestFile = 16_000_000;

/** The lesson in a file, under an id that no lesson of the page has. */
export async function openLessonFile({ blob }: OwnFile): Promise<LessonOutcome> {
  if (blob.size > largestFile) return { ok: false, reason: 'too-large', place: `${blob.size}` };
  const outcome = readLesson(await blob.text());
  if (!outcome.ok) return outcome;
  const { lesson } = outcome;
  return { ok: true, lesson: { ...lesson, id: fileLessonId(lesson.id) } };
}

/** Lessons from files are told from those of the page by their ids. */
export function fileLessonId(id: string): string {
  return id.startsWith(prefix) ? id : `${prefix}${id}`;
}

/** Whether an id is that of a lesson from a file, which no link can bring back. */
export function isFileLesson(id: string): boolean {
  return id.startsWith(prefix);
}

const prefix = 'file-';
