import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readPseudonymKey, restoreNames } from '../importers/pseudonyms.ts';
import { readLesson, writeLesson } from '../lessons/lessonFile.ts';
import { readProgress, writeProgress } from '../lessons/progress.ts';
import { readEmbeddedModel } from '../project/embeddedModel.ts';
import { readModelPart, readProject, readRecent } from '../project/projectFile.ts';
import { writeRecent } from '../project/recentWork.ts';
import { readShareLink } from '../project/shareLink.ts';
import { writeProject, writeProjectFile } from '../project/writeProject.ts';
import { readResults } from '../quiz/quizSession.ts';
import { readDeck, writeDeck } from '../views/presenter/deckFile.ts';
import { analyzeFromSource } from './analyzeCommand.ts';

/*
 * Files, links, stored values and outputs as version 0.1.0 of 2026-11-30 made them: what has left the program is read as it
 * was, and written in the same form.
 */

const folder = new URL('samples/', import.meta.url);
const sample = (name: string) => readFileSync(new URL(name, folder), 'utf8');

const modelIn = (text: string) => {
  const outcome = readProject(text);
  if (!outcome.ok) throw new Error(`${outcome.reason} at ${outcome.place}`);
  return outcome.topology;
};

test.each(['rich', 'pseudonymous'])('the project file %s is read, and written again with the same bytes', (name) => {
  const text = sample(`${name}.mitmap.json`);
  expect(writeProjectFile(modelIn(text))).toBe(text);
});

test('what a browser keeps is read, and kept in the same form', () => {
  expect(writeProject(modelIn(sample('stored.txt')))).toBe(sample('stored.txt'));
  const recent = readRecent(sample('recent.txt'));
  expect(recent).toHaveLength(2);
  expect(writeRecent(recent)).toBe(sample('recent.txt'));
  const progress = readProgress(sample('progress.json'));
  expect(progress.ok && writeProgress(progress.progress)).toBe(sample('progress.json'));
  expect(readResults(sample('quiz.json'))).toBeDefined();
});

test('links, pictures, copied elements and keys are read', () => {
  expect(readShareLink(`#${sample('link.txt')}`)?.ok).toBe(true);
  expect(readEmbeddedModel(`<svg><metadata>${sample('picture.txt')}</metadata></svg>`).ok).toBe(true);
  expect(readModelPart(sample('fragment.json'))?.nodes).toHaveLength(1);
  const key = readPseudonymKey(sample('key.json'));
  if (!key) throw new Error('no key');
  expect(restoreNames(modelIn(sample('pseudonymous.mitmap.json')), key).count).toBeGreaterThan(5);
});

test('saved views and lessons are read, and written in the same form', () => {
  const views = readDeck(sample('views.json'));
  expect(views).toHaveLength(1);
  expect(writeDeck(views ?? [])).toBe(sample('views.json'));
  const lesson = readLesson(sample('lesson.lesson.json'));
  if (!lesson.ok) throw new Error(lesson.reason);
  expect(JSON.parse(writeLesson(lesson.lesson))).toEqual(JSON.parse(sample('lesson.lesson.json')));
});

/** Every path in a value, with the types that stand there. */
function shapeOf(value: unknown, path = ''): readonly string[] {
  const type = value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;
  const own = `${path || '.'} ${type}`;
  if (Array.isArray(value)) return [own, ...value.flatMap((one) => shapeOf(one, `${path}[]`))];
  if (type !== 'object') return [own];
  return [own, ...Object.entries(value as object).flatMap(([key, one]) => shapeOf(one, `${path}.${key}`))];
}

test.each([
  ['analysis', ['--format', 'json', '--paths', 'all', new URL('rich.mitmap.json', folder).pathname]],
  ['remedies', ['--remedies', '--format', 'json']],
] as const)('the JSON of the command line has all that it had: %s', (name, given) => {
  const { stdout } = analyzeFromSource(...given);
  const shape = new Set(shapeOf(JSON.parse(stdout)));
  const before = sample(`${name}-shape.txt`).trim().split('\n');
  expect(before.filter((one) => !shape.has(one))).toEqual([]);
});
