import { beforeAll, expect, test } from 'vitest';
import { locales } from '../i18n/texts.ts';
import { loadArea, loadLocale, translator } from '../i18n/translate.ts';
import { handout, handoutModels } from './handout.ts';
import { lessons } from './lessonList.ts';

beforeAll(async () => {
  await Promise.all([loadArea('presenter'), ...locales.map(loadLocale)]);
});

const pictures = { start: '<svg id="start"/>', end: '<svg id="end"/>' };

test('a handout has the questions first, and what is right on a page of its own', () => {
  for (const lesson of lessons)
    for (const locale of locales) {
      const html = handout(lesson, { locale, t: translator(locale), pictures });
      const [work = '', answers = ''] = html.split('<section class="answers">');
      expect(work.match(/class="question"/g), lesson.id).toHaveLength(lesson.questions.length + 1);
      expect(answers.match(/class="question"/g), lesson.id).toHaveLength(lesson.questions.length);
      expect(work).not.toMatch(/class="(right|wrong)"/);
      // A key that has no words stands for itself.
      expect(html).not.toContain('presenter.');
      expect(html).not.toContain('`');
    }
});

test('the answers on the picture are numbers that stand in it, and there are some', () => {
  const numbers = lessons.flatMap((lesson) => {
    const html = handout(lesson, { locale: 'en', t: translator('en'), pictures });
    return [...html.matchAll(/Numbers of the paths:<\/b> ([^<]*)</g)].map(([, found]) => found ?? '');
  });
  expect(numbers.length).toBeGreaterThan(0);
  for (const found of numbers) expect(found).toMatch(/^A?[1-9]\d*(, A?[1-9]\d*)*$/);
});

test('a second picture is there only where a question needs it', () => {
  for (const lesson of lessons) {
    const { start, end } = handoutModels(lesson);
    const asks = lesson.questions.some(({ type }) => type === 'paths');
    if (!asks) expect(end, lesson.id).toBeNull();
    if (end) expect(end).not.toEqual(start);
  }
});
