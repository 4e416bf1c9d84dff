import { expect, test } from 'vitest';
import type { Analysis } from '../analysis/analyze.ts';
import type { Connection } from '../analysis/connection.ts';
import { playbackOf } from '../attack/playback.ts';
import { reachOf } from '../attack/reach/reachOf.ts';
import { claims } from '../catalog/claims.ts';
import { locales } from '../i18n/texts.ts';
import { translator } from '../i18n/translate.ts';
import { isClosed, sameConnection } from '../remedies/exposed.ts';
import { remedyFacts } from '../remedies/remedyFacts.ts';
import { isPrepared } from '../remedies/resolveRemedy.ts';
import { applyAll } from '../remedies/smallestSet.ts';
import { scenario, scenarioIds } from '../scenarios/scenarios.ts';
import { someOf } from '../testing/runs.ts';
import { analysisOf } from './analysisOf.ts';
import { catalogItem } from './catalogQuestions.ts';
import { questionsOf } from './generateQuestion.ts';
import { choicesOf, judge, mostPoints, pointsOf, rightOf } from './judge.ts';
import { knownSettings } from './knownSettings.ts';
import { remedyChains, stepsInOrder } from './orderQuestion.ts';
import {
  type FixQuestion,
  isMarkQuestion,
  levels,
  noneOfThem,
  type OrderQuestion,
  type PathsQuestion,
  type PredictQuestion,
  type QuizQuestion,
  questionKinds,
} from './question.ts';
import { choiceWords, evidenceFor, explanation, questionText, subjectLines } from './questionWords.ts';
import { withChange } from './settingChange.ts';

/*
 * A thousand questions of several series, every level and every kind. What is right is worked out again here, from the
 * analysis, the reach and the remedies, without the functions that made the question.
 */

const seeds = someOf([1, 7, 42, 2024, 65_537, 999_999, 0]);
const perSeries = 48;
const questions: readonly QuizQuestion[] = levels.flatMap((level) =>
  seeds.flatMap((seed) => questionsOf({ seed, level, kinds: questionKinds }, perSeries)),
);
const of = <K extends QuizQuestion['kind']>(kind: K) =>
  questions.filter((one): one is Extract<QuizQuestion, { kind: K }> => one.kind === kind);

function connectionOf(analysis: Analysis, id: string): Connection {
  const found = analysis.connections.find((one) => one.id === id);
  if (!found) throw new Error(id);
  return found;
}

test('there are as many as were asked for, of every kind at every level', () => {
  expect(questions.length).toBe(levels.length * seeds.length * perSeries);
  for (const kind of questionKinds) expect(of(kind).length, kind).toBeGreaterThan(14 * seeds.length);
});

test('the same seed gives the same questions, another one others', () => {
  const series = { seed: 42, level: 3, kinds: questionKinds } as const;
  const keys = (seed: number) => questionsOf({ ...series, seed }, 12).map(({ key }) => key);
  expect(questionsOf(series, 12)).toEqual(questionsOf(series, 12));
  expect(keys(42)).not.toEqual(keys(43));
  // A longer series begins as a shorter one.
  expect(questionsOf(series, 5)).toEqual(questionsOf(series, 12).slice(0, 5));
});

test('no question is asked twice in ten', () => {
  for (const level of levels)
    for (const seed of seeds) {
      const keys = questionsOf({ seed, level, kinds: questionKinds }, 10).map(({ key }) => key);
      expect(new Set(keys).size).toBe(10);
    }
});

test('each has a right answer, something that is not, and the right answer is worth all', () => {
  for (const question of questions) {
    const right = rightOf(question);
    expect(right.length, question.key).toBeGreaterThan(0);
    const best = judge(question, right);
    expect(best.isExact, question.key).toBe(true);
    expect(pointsOf(best)).toBe(mostPoints);
    const nothing = judge(question, question.kind === 'order' ? question.shown : []);
    expect(nothing.isExact, question.key).toBe(false);
    expect(pointsOf(judge(question, choicesOf(question))), question.key).toBeLessThan(mostPoints);
    for (const id of right) expect(choicesOf(question)).toContain(id);
  }
});

const gained = { read: ['eavesdrop'], change: ['tamper'], use: ['impersonate-client', 'credential-replay'] } as const;

function listFor({ criterion, topology }: PathsQuestion, analysis: Analysis, id: string) {
  const connection = connectionOf(analysis, id);
  switch (criterion.by) {
    case 'status':
      return { list: [connection.status], wanted: [criterion.status] };
    case 'exposure':
      return { list: connection.exposure[criterion.mode], wanted: [criterion.exposure] };
    case 'relay':
      return { list: [String(connection.exposure.relay)], wanted: ['true'] };
    case 'reach': {
      const entry = reachOf(topology, analysis, criterion.position).entries.find((one) => one.connection.id === id);
      return { list: entry?.gained ?? [], wanted: gained[criterion.gain] };
    }
  }
}

test('paths: the engine agrees with every mark', () => {
  for (const question of of('paths')) {
    const analysis = analysisOf(question.topology);
    for (const id of question.candidates) {
      const { list, wanted } = listFor(question, analysis, id);
      const has = wanted.some((one) => (list as readonly string[]).includes(one));
      const isOpen = !has && (list as readonly string[]).includes('unknown');
      expect(question.right.includes(id), `${question.key} ${id}`).toBe(has);
      expect(question.undetermined.includes(id), `${question.key} ${id}`).toBe(isOpen);
    }
  }
});

function changed({ topology, after }: PredictQuestion, id: string): boolean | null {
  const old = connectionOf(analysisOf(topology), id);
  const now = analysisOf(after);
  const present = now.connections.find((one) => one.id === id) ?? sameConnection(old, now);
  if (!present || present.count === 0) return true;
  return old.status === 'unknown' || present.status === 'unknown' ? null : old.status !== present.status;
}

test('predict: the engine agrees with every mark, and none is right where nothing changes', () => {
  let nones = 0;
  for (const question of of('predict')) {
    for (const id of question.candidates) {
      const does = changed(question, id);
      expect(question.right.includes(id), `${question.key} ${id}`).toBe(does === true);
      expect(question.undetermined.includes(id), `${question.key} ${id}`).toBe(does === null);
    }
    expect(rightOf(question).includes(noneOfThem)).toBe(question.right.length === 0);
    if (question.right.length === 0) nones++;
    // What is shown makes the cluster that is asked about.
    const made = question.changes.reduce(withChange, question.topology);
    expect(analysisOf(made).connections.map(({ status }) => status)).toEqual(
      analysisOf(question.after).connections.map(({ status }) => status),
    );
  }
  expect(nones / of('predict').length).toBeGreaterThan(0.1);
  expect(nones / of('predict').length).toBeLessThan(0.5);
});

function closesAll({ topology, targets }: FixQuestion, remedy: FixQuestion['options'][number]): boolean {
  if (!isPrepared(topology, remedy)) return false;
  const before = analysisOf(topology);
  const after = analysisOf(applyAll(topology, [remedy]));
  return targets.every((id) => isClosed(connectionOf(before, id), after));
}

test('fix: exactly those remedies are right that close all the paths alone', () => {
  for (const question of of('fix')) {
    const before = analysisOf(question.topology);
    for (const id of question.targets)
      expect(['unverified', 'plaintext', 'open']).toContain(connectionOf(before, id).status);
    expect(new Set(question.options).size).toBe(4);
    for (const remedy of question.options)
      expect(question.right.includes(remedy), `${question.key} ${remedy}`).toBe(closesAll(question, remedy));
  }
});

function rightOrder({ of: kind, connection, topology, items }: OrderQuestion): readonly string[] {
  const ids = items.map(({ id }) => id);
  if (kind === 'bootstrap') return ids;
  if (kind === 'remedy') {
    const chains = remedyChains(topology).map((chain) => chain.items.map(({ id }) => id));
    return (chains.find((chain) => ids.every((id) => chain.includes(id))) ?? []).filter((id) => ids.includes(id));
  }
  const found = connectionOf(analysisOf(topology), connection ?? '');
  const played = playbackOf(found, kind === 'attack' ? 'active' : 'passive', topology.kubernetesVersion);
  return played.steps.map(({ id }) => id as string).filter((id) => ids.includes(id));
}

test('order: the order is that of the playback or of the remedies, and never the one that is shown', () => {
  for (const question of of('order')) {
    const ids = question.items.map(({ id }) => id);
    expect(ids).toEqual(rightOrder(question));
    expect(new Set(ids).size).toBe(ids.length);
    expect(question.shown).not.toEqual(ids);
    expect([...question.shown].sort()).toEqual([...ids].sort());
  }
  for (const id of scenarioIds)
    for (const one of analysisOf(scenario(id)).connections) {
      const steps = stepsInOrder(playbackOf(one, 'active', '1.34'), one).map((step) => step.id);
      expect(new Set(steps).size).toBe(steps.length);
    }
});

test('order: what a remedy needs comes before it', () => {
  const position = (ids: readonly string[], wanted: string) => ids.indexOf(wanted);
  const chains = remedyChains(scenario('kubeadm')).map(({ items }) => items.map(({ id }) => id));
  expect(chains.length).toBeGreaterThan(1);
  expect(remedyFacts['kubelet-ca'].after).toContain('kubelet-serving-certificates');
  for (const ids of chains) {
    const flag = position(ids, 'kube-apiserver kubelet-certificate-authority');
    const first = Math.max(position(ids, 'kubelet serverTLSBootstrap'), position(ids, 'kubelet tlsCertFile'));
    expect(first).toBeGreaterThanOrEqual(0);
    expect(flag).toBeGreaterThan(first);
  }
});

test('claims: the verdict is the catalog’s', () => {
  for (const question of of('claims')) {
    const claim = claims.find(({ id }) => id === question.claim);
    const plain = claim?.verdict === 'holds' ? 'yes' : 'no';
    expect(question.right).toEqual([question.options.length === 2 ? plain : claim?.verdict]);
    if (question.options.length === 2) expect(claim?.verdict).not.toBe('incomplete');
  }
});

test('every text is there in both languages', () => {
  for (const question of questions)
    for (const locale of locales) {
      const t = translator(locale);
      const written = [
        questionText(question, t, locale),
        ...subjectLines(question, t),
        ...choicesOf(question).map((id) => choiceWords(question, id, t, locale)),
        explanation(question, t, locale),
      ];
      // A text that is missing stands for its key; what is not filled in keeps its braces.
      for (const text of written)
        expect(text, question.key).not.toMatch(/\{\{|^(quiz|path|remedy|claim|play|attacker|status)\.[\w.-]+$/);
      expect(questionText(question, t, locale)).not.toBe('');
      for (const id of choicesOf(question)) expect(choiceWords(question, id, t, locale)).not.toBe('');
    }
});

test('every mark is explained from the analysis', () => {
  for (const question of questions.filter((one) => isMarkQuestion(one) || one.kind === 'fix'))
    for (const locale of locales)
      for (const id of choicesOf(question)) {
        const { words, settings } = evidenceFor(question, id, translator(locale));
        expect(words, `${question.key} ${id}`).not.toBe('');
        for (const text of [words, ...settings])
          expect(text).not.toMatch(/\{\{|undefined|(^|\s)(quiz|because|reach|relay|access|answer|note)\.[a-z]/);
      }
});

test('the text of a question does not give its answer away', () => {
  for (const question of questions)
    for (const locale of locales) {
      const t = translator(locale);
      const asked = questionText(question, t, locale).toLowerCase();
      const subject = subjectLines(question, t).join('\n').toLowerCase();
      const isMarking = isMarkQuestion(question);
      if (question.kind === 'order') continue;
      for (const id of rightOf(question)) {
        if (isMarking) {
          const name = choiceWords(question, id, t, locale).toLowerCase();
          for (const text of [asked, subject]) {
            expect(text).not.toContain(name);
            expect(text).not.toMatch(/\b[pa]\d{2}\b/);
          }
          if (id === noneOfThem) continue;
          const { path } = connectionOf(analysisOf(question.topology), id);
          for (const text of [asked, subject]) expect(text).not.toContain(t(`path.${path}.name`).toLowerCase());
          continue;
        }
        // Verdicts like “wrong” are words that a sentence of the documentation may hold.
        if (question.kind === 'claims') continue;
        const option = choiceWords(question, id, t, locale).toLowerCase();
        expect(`${asked}\n${subject}`, question.key).not.toContain(option);
      }
    }
});

test('right options are not the longest ones, nor always in the same place', () => {
  for (const locale of locales) {
    const t = translator(locale);
    for (const kind of ['fix', 'catalog'] as const) {
      const single = of(kind).filter(({ right }) => right.length === 1);
      const length = (question: QuizQuestion, id: string) => choiceWords(question, id, t, locale).length;
      const longest = single.filter((question) =>
        question.options.every((id) => length(question, id) <= length(question, question.right[0] ?? '')),
      );
      const shortest = single.filter((question) =>
        question.options.every((id) => length(question, id) >= length(question, question.right[0] ?? '')),
      );
      const share = { longest: longest.length / single.length, shortest: shortest.length / single.length };
      // Of four options each would be the longest in a quarter of the questions.
      expect(share.longest, `${kind} ${locale}`).toBeLessThan(0.45);
      expect(share.shortest, `${kind} ${locale}`).toBeLessThan(0.5);
      for (const place of [0, 1, 2, 3]) {
        const here = single.filter(({ options, right }) => options[place] === right[0]);
        expect(here.length / single.length, `${kind} ${place}`).toBeGreaterThan(0.1);
        expect(here.length / single.length, `${kind} ${place}`).toBeLessThan(0.45);
      }
    }
  }
});

test('levels: few known paths, all documented ones, and what is not determined', () => {
  const marked = questions.filter(isMarkQuestion);
  for (const question of marked) {
    if (question.layer === 'documented') {
      expect(question.undetermined, question.key).toEqual([]);
      expect(question.candidates.every((id) => id.startsWith('P'))).toBe(true);
    }
  }
  expect(marked.some(({ undetermined }) => undetermined.length > 0)).toBe(true);
  expect(marked.some(({ candidates }) => candidates.some((id) => id.startsWith('P2')))).toBe(true);
  const level1 = questionsOf({ seed: 3, level: 1, kinds: ['paths', 'predict'] }, 40).filter(isMarkQuestion);
  expect(Math.max(...level1.map(({ candidates }) => candidates.length))).toBeLessThanOrEqual(8);
});

test('what is not determined is neither right nor wrong', () => {
  const question = questions.filter(isMarkQuestion).find(({ undetermined }) => undetermined.length > 0);
  if (!question) throw new Error('none');
  const marked = judge(question, [...question.right, ...question.undetermined]);
  expect(marked.isExact).toBe(true);
  for (const id of question.undetermined)
    expect(marked.items.find((one) => one.id === id)?.verdict).toBe('undetermined');
});

test('score is right marks less wrong ones, and only the exact set is worth all', () => {
  const question = of('paths').find(({ right }) => right.length > 2);
  if (!question) throw new Error('none');
  const wrong = question.candidates.filter((id) => !question.right.includes(id) && !question.undetermined.includes(id));
  const [first, second] = question.right;
  const judged = judge(question, [first ?? '', second ?? '', wrong[0] ?? '']);
  expect(judged.score).toBe(1);
  expect(pointsOf(judge(question, [...question.right, wrong[0] ?? '']))).toBeLessThan(mostPoints);
  expect(judge(question, wrong).score).toBe(0);
});

test('what is known beside a question names the settings that decide it', () => {
  for (const question of of('paths').slice(0, 60)) {
    const { settings } = knownSettings(question.topology, analysisOf(question.topology), question.candidates);
    expect(settings.length, question.key).toBeGreaterThan(0);
  }
  expect(catalogItem('insecure-port').options).toHaveLength(4);
});
