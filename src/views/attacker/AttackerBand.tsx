import { useEffect } from 'react';
import { selectTranslate } from '../../state/selectors.ts';
import { useAppStore } from '../shared/AppStoreContext.ts';
import './attacker.css';

/** Says above the picture why some of it is dimmed. */
export function AttackerBand() {
  const t = useAppStore(selectTranslate);
  const attacker = useAppStore((state) => state.attacker);
  const setAttacker = useAppStore((state) => state.setAttacker);
  const sendViewCommand = useAppStore((state) => state.sendViewCommand);
  const inLesson = useAppStore((state) => state.lesson !== null);
  // The details have taken a part of the picture's place. A lesson goes on showing what it points at.
  useEffect(() => sendViewCommand(inLesson ? 'lesson' : 'fit'), [sendViewCommand, inLesson]);
  if (attacker === null) return null;
  return (
    <p className="attacker-band">
      <span role="status">{t('attacker.band', { position: t(`attacker.at.${attacker}`) })}</span>
      <button type="button" className="link" onClick={() => void setAttacker(null)}>
        {t('attacker.leave')}
      </button>
    </p>
  );
}
