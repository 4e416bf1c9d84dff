import type { Series } from './generateQuestion.ts';
import { type Judgment, mostPoints, pointsOf } from './judge.ts';
import { type Level, levels, type QuestionKind, type QuizQuestion, questionKinds } from './question.ts';

/** How many questions a series has where nobody says otherwise. */
export const usualCount = 10;
export const mostQuestions = 50;

/** What somebody starts with. */
export type QuizSetup = Series & {
  readonly count: number;
  /** Without: an exercise, of which nothing is kept. */
  readonly scored: boolean;
};

/** How one question went, as it is kept and exported. */
export type QuestionResult = {
  /** From 1. */
  readonly number: number;
  readonly kind: QuestionKind;
  readonly question: string;
  readonly score: number;
  readonly of: number;
  readonly points: number;
  readonly exact: boolean;
  readonly items: Judgment['items'];
};

/** One series that somebody has done to the end. */
export type QuizResult = {
  /** ISO 8601. */
  readonly date: string;
  readonly seed: number;
  readonly level: Level;
  readonly kinds: readonly QuestionKind[];
  readonly count: number;
  readonly points: number;
  readonly of: number;
  readonly questions: readonly QuestionResult[];
};

export function resultOf(number: number, question: QuizQuestion, judgment: Judgment): QuestionResult {
  const { score, of, isExact, items } = judgment;
  return {
    number,
    kind: question.kind,
    question: question.key,
    score,
    of,
    points: pointsOf(judgment),
    exact: isExact,
    items: items.filter(({ verdict }) => verdict !== 'left'),
  };
}

export function resultOfSeries(
  { seed, level, kinds, count }: QuizSetup,
  questions: readonly QuestionResult[],
  date: string,
): QuizResult {
  const points = questions.reduce((sum, question) => sum + question.points, 0);
  return { date, seed, level, kinds, count, points, of: questions.length * mostPoints, questions };
}

/** The file that somebody hands in. */
export function resultFile(results: readonly QuizResult[]): string {
  return `${JSON.stringify({ mitmap: 'quiz', version: 1, results }, null, 2)}\n`;
}

/** Series that are kept; older ones give way. */
const mostKept = 30;

export function withResult(results: readonly QuizResult[], result: QuizResult): readonly QuizResult[] {
  return [result, ...results].slice(0, mostKept);
}

/** What is kept of earlier days; nothing where it cannot be read, since no answer depends on it. */
export function readResults(text: string | null): readonly QuizResult[] {
  if (text === null) return [];
  try {
    const read: unknown = JSON.parse(text);
    return Array.isArray(read) ? read.filter(isResult) : [];
  } catch {
    return [];
  }
}

function isResult(value: unknown): value is QuizResult {
  if (typeof value !== 'object' || value === null) return false;
  const has = (key: string, type: string) => key in value && typeof value[key as keyof typeof value] === type;
  return (
    has('date', 'string') &&
    ['seed', 'level', 'count', 'points', 'of'].every((key) => has(key, 'number')) &&
    'questions' in value &&
    Array.isArray(value.questions)
  );
}

const highestSeed = 999_999;

/** The seed that somebody types or links; null where it is none. */
export function seedIn(text: string): number | null {
  const trimmed = text.trim();
  return /^\d{1,6}$/.test(trimmed) ? Number(trimmed) : null;
}

/** A seed that is easy to call out in a room. */
export function freshSeed(): number {
  return Math.floor(Math.random() * highestSeed) + 1;
}

/** What an address asks for: `quiz`, `level`, and where they are not the usual ones `kinds` and `count`. */
export function setupIn(params: URLSearchParams): QuizSetup | null {
  const seed = seedIn(params.get('quiz') ?? '');
  if (seed === null) return null;
  const named = (params.get('kinds') ?? '').split(',');
  const kinds = questionKinds.filter((kind) => named.includes(kind));
  const count = Number(params.get('count'));
  return {
    seed,
    level: levels.find((level) => String(level) === params.get('level')) ?? 1,
    kinds: kinds.length > 0 ? kinds : questionKinds,
    count: Number.isInteger(count) && count > 0 ? Math.min(count, mostQuestions) : usualCount,
    scored: true,
  };
}

/** The parameters that lead somebody else to the same questions. */
export function setupParams({ seed, level, kinds, count }: QuizSetup): URLSearchParams {
  const params = new URLSearchParams([
    ['quiz', String(seed)],
    ['level', String(level)],
  ]);
  if (kinds.length < questionKinds.length) params.set('kinds', kinds.join(','));
  if (count !== usualCount) params.set('count', String(count));
  return params;
}
