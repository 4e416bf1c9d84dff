import { expect, test } from 'vitest';
import type { Lesson } from './lesson.ts';
import {
  arrivedAt,
  mergedProgress,
  questionItem,
  readProgress,
  shareDone,
  withDone,
  writeProgress,
} from './progress.ts';

const some = { a: { step: 2, done: ['one', 'two'] }, b: { step: 0, done: [] } };

test('progress comes back from its file as it was', () => {
  expect(readProgress(writeProgress(some))).toEqual({ ok: true, progress: some });
  expect(readProgress(`\uFEFF${writeProgress({})}`)).toEqual({ ok: true, progress: {} });
});

test('what is done is done once, and a step that is open again stays done', () => {
  const once = withDone({}, 'a', 'one');
  expect(withDone(once, 'a', 'one')).toBe(once);
  expect(arrivedAt(once, 'a', 3)).toEqual({ a: { step: 3, done: ['one'] } });
  expect(arrivedAt(once, 'a', 0)).toBe(once);
});

test('both of two are kept', () => {
  const other = { a: { step: 1, done: ['two', 'three'] }, c: { step: 4, done: ['x'] } };
  const merged = mergedProgress(some, other);
  expect(merged).toEqual({
    a: { step: 2, done: ['one', 'two', 'three'] },
    b: { step: 0, done: [] },
    c: { step: 4, done: ['x'] },
  });
});

test('a share counts steps and questions, and nothing that the lesson does not have', () => {
  const text = { en: 'x', de: 'x' };
  const step = { title: text, text, notes: text };
  const question = { type: 'order', text, items: [text, text], why: text } as const;
  const lesson: Lesson = {
    id: 'a',
    title: text,
    aim: text,
    minutes: 5,
    start: { scenario: 'kubeadm' },
    steps: [
      { ...step, id: 'one' },
      { ...step, id: 'two' },
    ],
    questions: [question],
    takeaways: [text],
    sources: [],
  };
  expect(shareDone(some, lesson)).toEqual({ done: 2, of: 3 });
  expect(shareDone(withDone({ a: { step: 0, done: ['gone'] } }, 'a', questionItem(0)), lesson)).toEqual({
    done: 1,
    of: 3,
  });
});

test('what cannot be read says why and never throws', () => {
  const whole = writeProgress(some);
  expect(readProgress('')).toEqual({ ok: false, reason: 'foreign' });
  expect(readProgress('{"mitmap":2}')).toEqual({ ok: false, reason: 'foreign' });
  expect(readProgress(whole.slice(0, -10))).toEqual({ ok: false, reason: 'damaged' });
  expect(readProgress(whole.replace('"version": 1', '"version": 9'))).toEqual({ ok: false, reason: 'newer' });
  expect(readProgress(whole.replace('"step": 2', '"step": -2'))).toEqual({ ok: false, reason: 'damaged' });
  for (const id of ['__proto__', 'constructor', 'toString']) {
    const outcome = readProgress(`{"mitmap":"progress","version":1,"lessons":{"${id}":{"step":1,"done":["x"]}}}`);
    if (outcome.ok) expect(Object.keys(outcome.progress)).toEqual([]);
  }
  expect(Object.hasOwn(Object.prototype, 'done')).toBe(false);
});
