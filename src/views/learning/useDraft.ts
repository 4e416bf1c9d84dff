import { useSyncExternalStore } from 'react';
import { forget, store, stored } from '../../browser/storage.ts';
import type { Topology } from '../../domain/topology.ts';
import { type Locale, locales } from '../../i18n/texts.ts';
import type { Lesson, Localized, Question, Step } from '../../lessons/lesson.ts';
import { readLesson, writeLesson } from '../../lessons/lessonFile.ts';

/** A lesson that is being written, and the languages that it shall have. */
export type Draft = { readonly lesson: Lesson; readonly languages: readonly Locale[] };

const noText: Localized = { en: '', de: '' };

/** A lesson with nothing in it but the model that it begins with. */
export function emptyLesson(topology: Topology): Lesson {
  const questions = [emptyQuestion(), emptyQuestion(), emptyQuestion()];
  const start = { topology };
  return {
    id: 'my-lesson',
    title: noText,
    aim: noText,
    minutes: 10,
    start,
    steps: [],
    questions,
    takeaways: [noText],
    sources: [],
  };
}

/** A step with nothing in it, under an id that no other step has. */
export function emptyStep({ steps }: Lesson): Step {
  let number = steps.length + 1;
  while (steps.some(({ id }) => id === `step-${number}`)) number += 1;
  return { id: `step-${number}`, title: noText, text: noText, notes: noText };
}

/** A question with two answers, of which one is right. */
export function emptyQuestion(): Question {
  const option = { text: noText, why: noText };
  return {
    type: 'choice',
    text: noText,
    options: [
      { ...option, right: true },
      { ...option, right: false },
    ],
  };
}

const listeners = new Set<() => void>();
let present: Draft | null | 'unread' = 'unread';

/** The draft that is kept in this browser, and how to change it; null forgets it. */
export function useDraft(): readonly [Draft | null, (draft: Draft | null) => void] {
  return [useSyncExternalStore(subscribe, readPresent), keep];
}

function keep(draft: Draft | null): void {
  present = draft;
  if (draft) store('draft', `${draft.languages.join(' ')}\n${writeLesson(draft.lesson)}`);
  else forget('draft');
  for (const listener of listeners) listener();
}

function readPresent(): Draft | null {
  if (present !== 'unread') return present;
  const [first = '', ...rest] = (stored('draft') ?? '').split('\n');
  const outcome = readLesson(rest.join('\n'), 'draft');
  const languages = locales.filter((locale) => first.split(' ').includes(locale));
  present = outcome.ok ? { lesson: outcome.lesson, languages } : null;
  return present;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
