import { selectTranslate } from '../../state/selectors.ts';
import { Words } from '../glossary/Words.tsx';
import { useAppStore } from '../shared/AppStoreContext.ts';

/** Whether an answer is right, and why; nothing before it is checked. */
export function Judgment({
  isRight,
  detail,
  why,
}: {
  readonly isRight: boolean | null;
  readonly detail?: string;
  readonly why?: string;
}) {
  const t = useAppStore(selectTranslate);
  return (
    <div role="status" className="judgment">
      {isRight !== null && (
        <p className={isRight ? 'right' : 'wrong'}>
          <b>
            <span aria-hidden="true">{isRight ? '✓' : '✗'}</span>{' '}
            {t(isRight ? 'learning.question.right' : 'learning.question.wrong')}
          </b>{' '}
          {detail}
        </p>
      )}
      {isRight && why && <Words text={why} />}
    </div>
  );
}
