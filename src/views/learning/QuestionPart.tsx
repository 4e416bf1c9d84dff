import type { Question } from '../../lessons/lesson.ts';
import { Words } from '../glossary/Words.tsx';
import { useAppStore } from '../shared/AppStoreContext.ts';
import { ChoiceAnswer } from './ChoiceAnswer.tsx';
import { OrderAnswer } from './OrderAnswer.tsx';
import { PathsAnswer } from './PathsAnswer.tsx';

type Props = {
  readonly question: Question;
  readonly title: string;
  /** Whether paths can be marked at once; else somebody asks for it first, so that paths can be selected until then. */
  readonly isAsked: boolean;
  readonly onRight: () => void;
};

/** A question of a lesson, whatever its kind. */
export function QuestionPart({ question, title, isAsked, onRight }: Props) {
  const locale = useAppStore((state) => state.locale);
  return (
    <section className="lesson-question" aria-label={title}>
      <h4>{title}</h4>
      <div className="lesson-text">
        <Words text={question.text[locale]} />
      </div>
      {question.type === 'choice' && <ChoiceAnswer question={question} onRight={onRight} />}
      {question.type === 'order' && <OrderAnswer question={question} onRight={onRight} />}
      {question.type === 'paths' && <PathsAnswer question={question} isAsked={isAsked} onRight={onRight} />}
    </section>
  );
}
