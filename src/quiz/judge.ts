import { isMarkQuestion, noneOfThem, type QuizQuestion } from './question.ts';

/** What somebody has chosen, or for steps the order that he has put them in. */
export type Answer = readonly string[];

/** `left`: rightly not chosen. `undetermined`: nothing tells, so it does not count. */
export type ItemVerdict = 'right' | 'wrong' | 'missed' | 'left' | 'undetermined';

export type Judgment = {
  /** Each thing that could be chosen, in its order. */
  readonly items: readonly { readonly id: string; readonly verdict: ItemVerdict }[];
  /** Right marks less wrong ones, and never below 0. */
  readonly score: number;
  readonly of: number;
  /** Only for exactly the right set. */
  readonly isExact: boolean;
};

/** What can be chosen, in its order. */
export function choicesOf(question: QuizQuestion): readonly string[] {
  switch (question.kind) {
    case 'paths':
      return question.candidates;
    case 'predict':
      return [...question.candidates, noneOfThem];
    case 'order':
      return question.shown;
    default:
      return question.options;
  }
}

/** The right choices; of steps, their right order. */
export function rightOf(question: QuizQuestion): readonly string[] {
  if (question.kind === 'order') return question.items.map(({ id }) => id);
  const isNone = question.kind === 'predict' && question.right.length === 0;
  return isNone ? [noneOfThem] : question.right;
}

/** Judges an answer by set: every choice counts, and so does every one that was left out. */
export function judge(question: QuizQuestion, answer: Answer): Judgment {
  const right = rightOf(question);
  const undetermined = isMarkQuestion(question) ? question.undetermined : [];
  const items =
    question.kind === 'order'
      ? answer.map((id, place) => ({ id, verdict: right[place] === id ? ('right' as const) : ('wrong' as const) }))
      : choicesOf(question).map((id) => ({ id, verdict: verdictOn(id, answer, right, undetermined) }));
  const count = (wanted: ItemVerdict) => items.filter(({ verdict }) => verdict === wanted).length;
  return {
    items,
    score: Math.max(0, count('right') - count('wrong')),
    of: right.length,
    isExact: count('right') === right.length && count('wrong') === 0,
  };
}

function verdictOn(id: string, chosen: Answer, right: readonly string[], undetermined: readonly string[]): ItemVerdict {
  if (undetermined.includes(id)) return 'undetermined';
  if (chosen.includes(id)) return right.includes(id) ? 'right' : 'wrong';
  return right.includes(id) ? 'missed' : 'left';
}

/** Every question is worth the same, however many marks it has; all of it is only for exactly the right set. */
export const mostPoints = 10;

export function pointsOf({ score, of, isExact }: Judgment): number {
  if (isExact) return mostPoints;
  return of === 0 ? 0 : Math.min(mostPoints - 1, Math.floor((mostPoints * score) / of));
}
