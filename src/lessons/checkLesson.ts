import { analyze } from '../analysis/analyze.ts';
import { type Locale, locales } from '../i18n/texts.ts';
import { connectionsFor } from './criterion.ts';
import { goalHolds } from './goal.ts';
import type { Lesson, Localized, Question, Task } from './lesson.ts';
import { withChanges } from './lessonModel.ts';
import { stepModel } from './stepModel.ts';

/** What an author has to mend before a lesson can be given to anybody. */
export type LessonProblem = {
  /** The place in the file, as in `steps[1].task.hint`. */
  readonly place: string;
  readonly code:
    | 'missing-text'
    | 'no-steps'
    | 'id'
    | 'no-goal'
    | 'solved-at-start'
    | 'not-solved'
    | 'no-right-option'
    | 'too-few-options'
    | 'no-answer'
    | 'questions'
    | 'takeaways';
  readonly language?: Locale;
};

/** Everything that is wrong with a lesson, in the order of its file. Texts are asked for in the given languages. */
export function lessonProblems(lesson: Lesson, languages: readonly Locale[] = locales): readonly LessonProblem[] {
  const texts = (place: string, text: Localized): readonly LessonProblem[] =>
    languages
      .filter((language) => text[language].trim() === '')
      .map((language) => ({ place: `${place}.${language}`, code: 'missing-text', language }));
  const idsBefore = new Set<string>();
  return [
    ...(/^[a-z0-9][a-z0-9-]{0,79}$/.test(lesson.id) ? [] : [{ place: 'id', code: 'id' } as const]),
    ...texts('title', lesson.title),
    ...texts('aim', lesson.aim),
    ...(lesson.steps.length === 0 ? [{ place: 'steps', code: 'no-steps' } as const] : []),
    ...lesson.steps.flatMap((step, index) => {
      const at = `steps[${index}]`;
      const isTaken = idsBefore.has(step.id);
      idsBefore.add(step.id);
      return [
        ...(isTaken ? [{ place: `${at}.id`, code: 'id' } as const] : []),
        ...texts(`${at}.title`, step.title),
        ...texts(`${at}.text`, step.text),
        ...(step.task
          ? [
              ...taskProblems(`${at}.task`, lesson, index, step.task),
              ...texts(`${at}.task.hint`, step.task.hint),
              ...texts(`${at}.task.secondHint`, step.task.secondHint),
              ...texts(`${at}.task.explanation`, step.task.explanation),
            ]
          : []),
        ...(step.question ? questionProblems(`${at}.question`, lesson, index, step.question, texts) : []),
        ...(step.demonstration ?? []).flatMap((frame, number) =>
          texts(`${at}.demonstration[${number}].text`, frame.text),
        ),
        ...texts(`${at}.notes`, step.notes),
      ];
    }),
    ...(lesson.questions.length === 3 ? [] : [{ place: 'questions', code: 'questions' } as const]),
    ...lesson.questions.flatMap((question, index) =>
      questionProblems(`questions[${index}]`, lesson, lesson.steps.length, question, texts),
    ),
    ...(lesson.takeaways.length === 0 ? [{ place: 'takeaways', code: 'takeaways' } as const] : []),
    ...lesson.takeaways.flatMap((one, index) => texts(`takeaways[${index}]`, one)),
  ];
}

function taskProblems(place: string, lesson: Lesson, step: number, task: Task): readonly LessonProblem[] {
  const { goal, solution } = task;
  if ((goal.type === 'all' || goal.type === 'any') && goal.of.length === 0)
    return [{ place: `${place}.goal`, code: 'no-goal' }];
  const before = stepModel(lesson, step);
  const after = withChanges(before, solution);
  const isSolvedAtStart = goalHolds(goal, before, analyze(before));
  const isSolved = goalHolds(goal, after, analyze(after));
  return [
    ...(isSolvedAtStart ? [{ place: `${place}.goal`, code: 'solved-at-start' } as const] : []),
    ...(isSolved ? [] : [{ place: `${place}.solution`, code: 'not-solved' } as const]),
  ];
}

type Texts = (place: string, text: Localized) => readonly LessonProblem[];

function questionProblems(
  place: string,
  lesson: Lesson,
  step: number,
  question: Question,
  texts: Texts,
): readonly LessonProblem[] {
  const own = texts(`${place}.text`, question.text);
  switch (question.type) {
    case 'choice': {
      const { options } = question;
      return [
        ...own,
        ...(options.length < 2 ? [{ place: `${place}.options`, code: 'too-few-options' } as const] : []),
        ...(options.some(({ right }) => right)
          ? []
          : [{ place: `${place}.options`, code: 'no-right-option' } as const]),
        ...options.flatMap((option, index) => [
          ...texts(`${place}.options[${index}].text`, option.text),
          ...texts(`${place}.options[${index}].why`, option.why),
        ]),
      ];
    }
    case 'order':
      return [
        ...own,
        ...question.items.flatMap((item, index) => texts(`${place}.items[${index}]`, item)),
        ...texts(`${place}.why`, question.why),
      ];
    case 'paths': {
      const model = stepModel(lesson, step);
      const hasAnswer = connectionsFor(question.criterion, model, analyze(model)).size > 0;
      return [
        ...own,
        ...(hasAnswer ? [] : [{ place: `${place}.criterion`, code: 'no-answer' } as const]),
        ...texts(`${place}.why`, question.why),
      ];
    }
  }
}
