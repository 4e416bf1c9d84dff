import { describe, expect, test } from 'vitest';
import { scenario } from '../scenarios/scenarios.ts';
import { lessonProblems } from './checkLesson.ts';
import { goalCandidates, guardCandidates } from './goalCandidates.ts';
import type { Lesson } from './lesson.ts';
import { readLesson, writeLesson } from './lessonFile.ts';
import { lessons } from './lessonList.ts';
import { withChanges } from './lessonModel.ts';
import { recordedChanges } from './recordChanges.ts';
import { shuffled } from './shuffled.ts';

const text = (words: string) => ({ en: words, de: words });
const mini: Lesson = {
  id: 'mini',
  title: text('Mini'),
  aim: text('Aim'),
  minutes: 5,
  start: { topology: scenario('kubeadm') },
  steps: [
    {
      id: 'one',
      title: text('One'),
      text: text('Text'),
      task: {
        goal: { type: 'all', of: [{ type: 'network', id: 'cluster-network', trust: 'trusted' }] },
        hint: text('h'),
        secondHint: text('hh'),
        solution: [{ type: 'set-network', id: 'cluster-network', trust: 'trusted' }],
        explanation: text('e'),
      },
      notes: text('n'),
    },
  ],
  questions: [1, 2, 3].map((number) => ({
    type: 'choice' as const,
    text: text(`Question ${number}`),
    options: [
      { text: text('a'), right: true, why: text('w') },
      { text: text('b'), right: false, why: text('w') },
    ],
  })),
  takeaways: [text('t')],
  sources: [],
};

const changed = (from: string, to: string) => {
  const whole = writeLesson(mini);
  expect(whole).toContain(from);
  return readLesson(whole.replace(from, to));
};

describe('the file of a lesson', () => {
  test('brings every lesson back as it was', () => {
    for (const lesson of [mini, ...lessons]) {
      expect([lesson.id, readLesson(writeLesson(lesson))]).toEqual([lesson.id, { ok: true, lesson }]);
    }
  });

  test('may have one language, which then stands for both', () => {
    const english = { ...mini, title: { en: 'Only English', de: '' } };
    expect(writeLesson(english)).not.toContain('"de": ""');
    const outcome = readLesson(writeLesson(english));
    expect(outcome.ok && outcome.lesson.title).toEqual({ en: 'Only English', de: 'Only English' });
    const draft = readLesson(writeLesson(english), 'draft');
    expect(draft.ok && draft.lesson.title).toEqual(english.title);
  });

  test('of a newer version is refused, with the version', () => {
    expect(changed('"version": 1', '"version": 7')).toEqual({ ok: false, reason: 'newer', needs: 7 });
  });

  test('that is damaged says where', () => {
    expect(changed('"minutes": 5', '"minutes": "five"')).toEqual({
      ok: false,
      reason: 'damaged',
      place: 'lesson.minutes',
    });
    expect(
      changed('"trust": "trusted"\n              }\n            ]', '"trust": "maybe"\n              }\n            ]'),
    ).toEqual({ ok: false, reason: 'damaged', place: 'lesson.steps[0].task.goal.of[0].trust' });
    expect(changed('"minutes": 5,', '"minutes": 5')).toMatchObject({ ok: false, reason: 'damaged', place: '15:5' });
    expect(readLesson(writeLesson(mini).slice(0, 400))).toEqual({ ok: false, reason: 'truncated' });
    expect(readLesson('{"mitmap": 2}')).toEqual({ ok: false, reason: 'foreign' });
    expect(readLesson('kind: Pod')).toEqual({ ok: false, reason: 'foreign' });
  });

  test('that contradicts itself is refused', () => {
    const [step] = mini.steps;
    const twice = { ...mini, steps: step ? [step, step] : [] };
    expect(readLesson(writeLesson(twice))).toEqual({ ok: false, reason: 'contradictory', place: 'one' });
  });

  test('that is hostile does nothing', () => {
    const nested = `${'{"type":"not","goal":'.repeat(20_000)}{"type":"works","path":"P08"}${'}'.repeat(20_000)}`;
    const deep = writeLesson(mini).replace(/"goal": \{[^}]*\}\s*\]\s*\}/, `"goal": ${nested}`);
    expect(deep).toContain('"type":"not"');
    expect(readLesson(deep).ok).toBe(false);
    expect(readLesson('x'.repeat(5_000_000))).toMatchObject({ ok: false, reason: 'too-large' });
    expect(readLesson(`{"mitmap":"lesson","version":1,"lesson":${'['.repeat(50_000)}`).ok).toBe(false);
    const proto = changed('"minutes": 5', '"__proto__": {"polluted": true}, "minutes": 5');
    expect(proto.ok).toBe(true);
    expect('polluted' in {}).toBe(false);
    const many = { ...mini, takeaways: Array.from({ length: 500 }, () => text('x')) };
    expect(readLesson(writeLesson(many))).toMatchObject({ ok: false, reason: 'too-large', place: 'lesson.takeaways' });
    const script = changed('"en": "Mini"', '"en": "<img src=x onerror=alert(1)>"');
    expect(script.ok && script.lesson.title.en).toBe('<img src=x onerror=alert(1)>');
  });
});

describe('a lesson that is made in the app', () => {
  test('has as its solution what was changed', () => {
    const before = scenario('kubeadm');
    const solution = [
      { component: 'kubelet', key: 'serverTLSBootstrap', value: 'true' },
      { component: 'kube-apiserver', key: 'kubelet-certificate-authority', value: '/etc/kubernetes/pki/ca.crt' },
    ] as const;
    const after = withChanges(before, solution);
    const recorded = recordedChanges(before, after);
    expect(recorded).toHaveLength(2);
    expect(recorded).toEqual(expect.arrayContaining([...solution]));
    expect(recordedChanges(before, before)).toEqual([]);
    const goals = goalCandidates(before, after, recorded);
    expect(goals).toContainEqual({ type: 'status', path: 'P08', is: ['protected'] });
    expect(goals).toContainEqual({ type: 'exposure', path: 'P08', exposure: 'eavesdrop', holds: false });
    expect(guardCandidates(before, after).every(({ type }) => type === 'works')).toBe(true);
  });

  test('records the whole model where more than settings was changed', () => {
    const before = scenario('kubeadm');
    const after = withChanges(before, [{ type: 'add-node' }]);
    expect(recordedChanges(before, after)).toEqual([{ type: 'replace', topology: after }]);
  });

  test('is checked: solved at the start, not solved by its solution, texts, questions', () => {
    expect(lessonProblems(mini)).toEqual([]);
    const [step] = mini.steps;
    if (!step?.task) throw new Error('no task');
    const withTask = (change: Partial<typeof step.task>): Lesson => ({
      ...mini,
      steps: step.task ? [{ ...step, task: { ...step.task, ...change } }] : [],
    });
    expect(lessonProblems(withTask({ goal: { type: 'count', of: 'nodes', atLeast: 1 } }))).toEqual([
      { place: 'steps[0].task.goal', code: 'solved-at-start' },
    ]);
    expect(lessonProblems(withTask({ solution: [] }))).toEqual([
      { place: 'steps[0].task.solution', code: 'not-solved' },
    ]);
    expect(lessonProblems(withTask({ hint: { en: 'h', de: '' } }))).toEqual([
      { place: 'steps[0].task.hint.de', code: 'missing-text', language: 'de' },
    ]);
    expect(lessonProblems(withTask({ hint: { en: 'h', de: '' } }), ['en'])).toEqual([]);
    expect(lessonProblems({ ...mini, questions: [] })).toEqual([{ place: 'questions', code: 'questions' }]);
  });
});

test('items to be ordered never stand in their order, and stand the same every time', () => {
  for (let count = 2; count < 9; count += 1)
    for (const seed of ['a', 'b', 'Order the steps.', 'x'.repeat(count)]) {
      const order = shuffled(count, seed);
      expect([...order].sort()).toEqual(order.map((_item, index) => index));
      expect(order).not.toEqual(order.map((_item, index) => index));
      expect(shuffled(count, seed)).toEqual(order);
    }
});
