import { describe, expect, test } from 'vitest';
import { analyze } from '../analysis/analyze.ts';
import { whyUnavailable } from '../attack/attackerPosition.ts';
import { playbackOf } from '../attack/playback.ts';
import { isAdjacent } from '../catalog/communicationPath.ts';
import { sources } from '../catalog/sources.ts';
import type { Topology } from '../domain/topology.ts';
import { violations } from '../domain/violations.ts';
import { connectionsFor } from './criterion.ts';
import { goalHolds } from './goal.ts';
import type { Lesson, LessonChange, Localized, Question } from './lesson.ts';
import { lessons } from './lessonList.ts';
import { withChanges } from './lessonModel.ts';
import { stepModel } from './stepModel.ts';

type Place = readonly [where: string, text: Localized];

function textsOf(lesson: Lesson): readonly Place[] {
  const { title, aim, steps, questions, takeaways } = lesson;
  return [
    ['title', title],
    ['aim', aim],
    ...takeaways.map((text, at): Place => [`takeaway ${at}`, text]),
    ...questions.flatMap((question, at) => textsOfQuestion(`question ${at}`, question)),
    ...steps.flatMap((step): readonly Place[] => [
      [`${step.id} title`, step.title],
      [`${step.id} text`, step.text],
      [`${step.id} notes`, step.notes],
      ...(step.demonstration ?? []).map(({ text }, at): Place => [`${step.id} frame ${at}`, text]),
      ...(step.question ? textsOfQuestion(`${step.id} question`, step.question) : []),
      ...(step.task
        ? ([
            [`${step.id} hint`, step.task.hint],
            [`${step.id} second hint`, step.task.secondHint],
            [`${step.id} explanation`, step.task.explanation],
          ] as const)
        : []),
    ]),
  ];
}

function textsOfQuestion(where: string, question: Question): readonly Place[] {
  const asked: Place = [where, question.text];
  switch (question.type) {
    case 'choice':
      return [
        asked,
        ...question.options.flatMap(({ text, why }, at): readonly Place[] => [
          [`${where} option ${at}`, text],
          [`${where} why ${at}`, why],
        ]),
      ];
    case 'paths':
      return [asked, [`${where} why`, question.why]];
    case 'order':
      return [
        asked,
        [`${where} why`, question.why],
        ...question.items.map((text, at): Place => [`${where} ${at}`, text]),
      ];
  }
}

/** Every question with the model that it is asked about. */
function questionsOf(lesson: Lesson): readonly (readonly [Question, Topology])[] {
  const { steps, questions } = lesson;
  return [
    ...steps.flatMap(({ question }, at) => (question ? [[question, stepModel(lesson, at)] as const] : [])),
    ...questions.map((question) => [question, stepModel(lesson, steps.length)] as const),
  ];
}

/** What can be seen during a step: its model, and every picture of its demonstration. */
function modelsDuring(lesson: Lesson, at: number): readonly Topology[] {
  const seen = [stepModel(lesson, at)];
  for (const { changes } of lesson.steps[at]?.demonstration ?? [])
    seen.push(withChanges(seen.at(-1) ?? stepModel(lesson, at), changes));
  return seen;
}

const prose = (text: string): string => text.replaceAll(/`[^`]*`/g, '');
const words = (text: string): number => prose(text).split(/\s+/).filter(Boolean).length;

test('there are twelve lessons, each with an id of its own', () => {
  expect(lessons.length).toBe(12);
  expect(new Set(lessons.map(({ id }) => id)).size).toBe(lessons.length);
  for (const { id } of lessons) expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
});

test('most lessons let their learners do two things and show one', () => {
  const tasks = lessons.filter(({ steps }) => steps.filter(({ task }) => task).length >= 2);
  const demonstrations = lessons.filter(({ steps }) => steps.some(({ demonstration }) => demonstration));
  expect(tasks.length).toBeGreaterThan(8);
  expect(demonstrations.length).toBeGreaterThan(6);
});

test('fixing in the wrong order reaches no goal', () => {
  const lesson = lessons.find(({ id }) => id === 'fixing-in-the-right-order');
  const tasks = lesson?.steps.flatMap(({ task }) => task ?? []) ?? [];
  const [first, last] = [tasks[0], tasks.at(-1)];
  if (!lesson || !first || !last) throw new Error('the lesson or its tasks are gone');
  const flagOnly = withChanges(stepModel(lesson, 0), last.solution);
  const both = withChanges(flagOnly, first.solution);
  expect(goalHolds(last.goal, flagOnly, analyze(flagOnly))).toBe(false);
  expect(goalHolds(first.goal, both, analyze(both))).toBe(false);
});

test('one node alone reaches no goal that is about all of them, and no hash is no hash', () => {
  const reached = (lessonId: string, stepId: string, changes: readonly LessonChange[]) => {
    const lesson = lessons.find(({ id }) => id === lessonId);
    const at = lesson?.steps.findIndex(({ id }) => id === stepId) ?? -1;
    const task = lesson?.steps[at]?.task;
    if (!lesson || !task) throw new Error('the lesson or its task is gone');
    const model = withChanges(stepModel(lesson, at), changes);
    return goalHolds(task.goal, model, analyze(model));
  };
  const kubelet = (nodeId: string, key: string, value: string): LessonChange => ({
    type: 'set-setting',
    refs: [{ at: 'node', nodeId, component: 'kubelet' }],
    key,
    value,
  });
  const open = (nodeId: string) => [
    kubelet(nodeId, 'authentication.anonymous.enabled', 'true'),
    kubelet(nodeId, 'authorization.mode', 'AlwaysAllow'),
  ];
  expect(reached('encrypted-is-not-verified', 'open-the-kubelet', open('worker-1'))).toBe(false);
  expect(reached('encrypted-is-not-verified', 'open-the-kubelet', [...open('worker-1'), ...open('worker-2')])).toBe(
    true,
  );
  const skips = 'bootstrap-kubeconfig.insecure-skip-tls-verify';
  const [one, other] = [kubelet('worker-1', skips, 'false'), kubelet('worker-2', skips, 'false')];
  const join = (changes: readonly LessonChange[]) =>
    reached('certificates-cannot-be-relayed', 'the-bootstrap-token', changes);
  expect(join([one])).toBe(false);
  expect(join([one, other])).toBe(true);
});

describe.each(lessons.map((lesson) => [lesson.id, lesson] as const))('%s', (_id, lesson) => {
  const { steps } = lesson;

  test('no goal is reached before its solution, every goal after it', () => {
    for (const [at, { id, task }] of steps.entries()) {
      if (!task) continue;
      const before = stepModel(lesson, at);
      const after = withChanges(before, task.solution);
      expect(goalHolds(task.goal, before, analyze(before)), `${id} before`).toBe(false);
      expect(goalHolds(task.goal, after, analyze(after)), `${id} after`).toBe(true);
      expect(violations(after), id).toEqual([]);
    }
  });

  test('each part of a solution is needed or goes with one that is', () => {
    for (const [at, { id, task }] of steps.entries()) {
      if (!task) continue;
      let model = stepModel(lesson, at);
      for (const change of task.solution) {
        const changed = withChanges(model, [change]);
        expect(changed, `${id}: a change that changes nothing`).not.toEqual(model);
        model = changed;
      }
    }
  });

  test('hints lead on: the second says more, neither is the solution’s text', () => {
    for (const { id, task } of steps) {
      if (!task) continue;
      for (const locale of ['en', 'de'] as const) {
        const [hint, second, explanation] = [task.hint[locale], task.secondHint[locale], task.explanation[locale]];
        expect(new Set([hint, second, explanation]).size, id).toBe(3);
        expect(second.length > hint.length || /[`"„“]/.test(second), `${id} ${locale}: ${second}`).toBe(true);
      }
    }
  });

  test('what is pointed at is there', () => {
    for (const [at, { id, look, attacker, playback }] of steps.entries()) {
      const analyzed = modelsDuring(lesson, at).map((model) => ({ model, analysis: analyze(model) }));
      const connections = analyzed.flatMap(({ analysis }) => analysis.connections);
      const ends = new Set<string>(connections.flatMap(({ client, server }) => [client.component, server.component]));
      for (const path of look?.paths ?? [])
        expect(
          connections.map((one) => one.path),
          id,
        ).toContain(path);
      for (const component of look?.components ?? []) expect([...ends], id).toContain(component);
      const [first] = analyzed;
      if (!first) continue;
      if (attacker) expect(whyUnavailable(first.model, first.analysis, attacker), id).toBeNull();
      if (playback) {
        const played = first.analysis.connections.find((one) => one.path === playback.path && one.count > 0);
        expect(played, `${id}: nothing to play on ${playback.path}`).toBeDefined();
        if (played)
          expect(playbackOf(played, playback.attack, first.model.kubernetesVersion).steps.length, id).toBeGreaterThan(
            2,
          );
      }
    }
  });

  test('what changes in a demonstration can be seen', () => {
    for (const [at, { id, demonstration }] of steps.entries()) {
      if (!demonstration) continue;
      expect(demonstration.length, id).toBeGreaterThan(1);
      const pictures = modelsDuring(lesson, at);
      for (const [index, { changes }] of demonstration.entries())
        if (changes.length > 0) expect(pictures[index + 1], `${id} ${index}`).not.toEqual(pictures[index]);
    }
  });

  test('questions can be answered, and do not answer themselves', () => {
    expect(lesson.questions.length).toBe(3);
    for (const [question, model] of questionsOf(lesson)) {
      const asked = question.text.en;
      if (question.type === 'paths') {
        const analysis = analyze(model);
        const right = connectionsFor(question.criterion, model, analysis);
        const drawn = analysis.connections.filter((one) => !isAdjacent(one.path));
        expect(drawn.filter(({ id }) => right.has(id)).length, asked).toBeGreaterThan(0);
        expect(drawn.filter(({ id }) => !right.has(id)).length, `all fit: ${asked}`).toBeGreaterThan(0);
      }
      if (question.type === 'order') {
        expect(question.items.length, asked).toBeGreaterThan(2);
        expect(new Set(question.items.map(({ en }) => en)).size, asked).toBe(question.items.length);
      }
      if (question.type === 'choice') {
        expect(new Set(question.options.map(({ right }) => right)).size, asked).toBe(2);
        for (const locale of ['en', 'de'] as const) {
          const length = (right: boolean) =>
            Math.max(...question.options.filter((one) => one.right === right).map(({ text }) => text[locale].length));
          expect(length(true), `longest by far: ${question.text[locale]}`).toBeLessThan(length(false) * 1.5 + 10);
        }
      }
    }
  });

  test('what is lit does not give an answer away, and neither does an attacker', () => {
    for (const [at, { id, question, look, attacker }] of steps.entries()) {
      if (question?.type !== 'paths') continue;
      const model = stepModel(lesson, at);
      const analysis = analyze(model);
      const right = connectionsFor(question.criterion, model, analysis);
      const fitting = new Set(analysis.connections.filter((one) => right.has(one.id)).map(({ path }) => path));
      const highlight = look?.paths ?? [];
      expect(highlight.length > 0 && highlight.every((path) => fitting.has(path)), id).toBe(false);
      if (question.criterion.by !== 'reach') expect(attacker, id).toBeUndefined();
    }
  });

  test('both languages are complete and say it in their own words', () => {
    for (const [where, { en, de }] of textsOf(lesson)) {
      for (const text of [en, de]) expect(text, where).toMatch(/[\p{L}\d]/u);
      if (words(en) > 4 || words(de) > 4) expect(de, where).not.toBe(en);
    }
  });

  test('flags are code, and code is closed', () => {
    for (const [where, text] of textsOf(lesson))
      for (const one of Object.values(text)) {
        expect(prose(one), where).not.toMatch(/--[a-z]/);
        expect(prose(one), where).not.toContain('`');
        expect(one, where).not.toContain('  ');
      }
  });

  test('it has the form of a lesson', () => {
    expect(steps.length).toBeGreaterThanOrEqual(5);
    expect(steps.length).toBeLessThanOrEqual(8);
    expect(new Set(steps.map(({ id }) => id)).size).toBe(steps.length);
    expect(lesson.minutes).toBeGreaterThanOrEqual(5);
    expect(lesson.minutes).toBeLessThanOrEqual(15);
    expect(lesson.takeaways.length).toBeGreaterThanOrEqual(3);
    expect(lesson.takeaways.length).toBeLessThanOrEqual(5);
    for (const tag of lesson.sources) expect(Object.keys(sources)).toContain(tag);
  });
});
