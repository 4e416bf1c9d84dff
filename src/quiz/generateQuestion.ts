import { scenario } from '../scenarios/scenarios.ts';
import { catalogItem, catalogQuestionIds } from './catalogQuestions.ts';
import { claimQuestion } from './claimQuestion.ts';
import { fixQuestion } from './fixQuestion.ts';
import { orderQuestion } from './orderQuestion.ts';
import { pathsQuestion } from './pathsQuestion.ts';
import { predictQuestion } from './predictQuestion.ts';
import { type CatalogQuestion, type Level, type QuestionKind, type QuizQuestion, questionKinds } from './question.ts';
import { oneOf, type Random, seededRandom, seedOf, shuffled } from './seededRandom.ts';

/** What decides the questions of a series: the same for everybody who has the same. */
export type Series = {
  readonly seed: number;
  readonly level: Level;
  readonly kinds: readonly QuestionKind[];
};

const makers: Readonly<Record<QuestionKind, (random: Random, level: Level) => QuizQuestion | null>> = {
  paths: pathsQuestion,
  predict: predictQuestion,
  fix: fixQuestion,
  order: orderQuestion,
  claims: claimQuestion,
  catalog: catalogQuestion,
};

/** Draws until a cluster has such a question; most have one at once. */
const mostDraws = 200;

/** How many draws a question that has been asked already is worth; small kinds run out of others. */
const newDraws = 10;

/** The first questions of a series. It never runs out, and none is asked twice while there are others. */
export function questionsOf(series: Series, count: number): readonly QuizQuestion[] {
  const stream = questionStream(series);
  return Array.from({ length: count }, () => stream());
}

/** Gives the next question of a series each time that it is asked. */
export function questionStream(series: Series): () => QuizQuestion {
  const asked = new Set<string>();
  let index = 0;
  return () => {
    const question = questionAt(series, index++, asked);
    asked.add(question.key);
    return question;
  };
}

function questionAt({ seed, level, kinds }: Series, index: number, asked: ReadonlySet<string>): QuizQuestion {
  const possible = questionKinds.filter((kind) => kinds.includes(kind));
  const kind = kindAt(seed, possible, index);
  for (let draw = 0; draw < mostDraws; draw++) {
    const random = seededRandom(seedOf(seed, level, questionKinds.indexOf(kind), index, draw));
    const question = makers[kind](random, level);
    if (question && (draw >= newDraws || !asked.has(question.key))) return question;
  }
  throw new Error(`no question of the kind ${kind} for seed ${seed}`);
}

/** Each kind once in every round, in an order of its own. */
function kindAt(seed: number, kinds: readonly QuestionKind[], index: number): QuestionKind {
  const round = Math.floor(index / kinds.length);
  const random = seededRandom(seedOf(seed, kinds.length, round));
  return shuffled(random, kinds)[index % kinds.length] ?? 'paths';
}

function catalogQuestion(random: Random, level: Level): CatalogQuestion | null {
  const id = oneOf(random, catalogQuestionIds);
  if (id === null) return null;
  const { options, scenario: shown } = catalogItem(id);
  return {
    kind: 'catalog',
    key: `catalog ${id}`,
    topology: { ...scenario(shown), name: 'quiz' },
    layer: level === 3 ? 'all' : 'documented',
    id,
    options: shuffled(
      random,
      options.map((option) => option.id),
    ),
    right: options.filter(({ right }) => right).map((option) => option.id),
  };
}
