import { useEffect, useRef } from 'react';
import type { Connection } from '../../analysis/connection.ts';
import { selectReach, selectTranslate } from '../../state/selectors.ts';
import { useAppStore } from '../shared/AppStoreContext.ts';
import { gainWords } from './gainWords.ts';
import './attacker.css';

/** What the attacker gets on the selected path, and the way back to all that he reaches. */
export function AttackerVerdict({ connection }: { readonly connection: Connection }) {
  const t = useAppStore(selectTranslate);
  const reach = useAppStore(selectReach);
  const select = useAppStore((state) => state.select);
  const back = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // Whoever came from the attacker's list pressed a button that is no longer there.
    if (document.activeElement === document.body) back.current?.focus();
  }, []);
  const entry = reach?.entries.find((one) => one.connection.id === connection.id);
  if (!reach || !entry) return null;
  return (
    <div className={`attacker-verdict access-${entry.access}`}>
      <p>
        <b>{t('attacker.on-this-path', { position: t(`attacker.at.${reach.position.id}`) })}:</b> {gainWords(entry, t)}.
      </p>
      <p>{t(`reach.${entry.because}`)}</p>
      <button ref={back} type="button" onClick={() => select(null)}>
        {t('attacker.back')}
      </button>
    </div>
  );
}
