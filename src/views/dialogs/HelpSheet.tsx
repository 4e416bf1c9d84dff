import { selectTranslate } from '../../state/selectors.ts';
import { actionGroups, actionIds, actionOf } from '../actions/actions.ts';
import { keyCap } from '../actions/shortcuts.ts';
import { useAppStore } from '../shared/AppStoreContext.ts';
import { Modal } from '../shared/Modal.tsx';
import './dialogs.css';

/** Every key, and how the picture is read and walked. */
export function HelpSheet() {
  const t = useAppStore(selectTranslate);
  const letterKeys = useAppStore((state) => state.letterKeys);
  const setLetterKeys = useAppStore((state) => state.setLetterKeys);
  const openDialog = useAppStore((state) => state.openDialog);
  const setTour = useAppStore((state) => state.setTour);
  const words = { ctrl: t('key.ctrl'), shift: t('key.shift') };
  return (
    <Modal label={t('help.title')} className="help">
      <h2>{t('help.title')}</h2>
      <p>{t('app.diagram-help')}</p>
      <label className="toggle">
        <input type="checkbox" checked={letterKeys} onChange={(event) => setLetterKeys(event.target.checked)} />{' '}
        <span>{t('help.letters')}</span>
      </label>
      <div className="help-groups">
        {actionGroups.map((group) => {
          const members = actionIds.filter((id) => actionOf(id).group === group && actionOf(id).keys !== undefined);
          if (members.length === 0) return null;
          return (
            <section key={group}>
              <h3>{t(`help.${group}`)}</h3>
              <dl>
                {members.map((id) => (
                  <div key={id}>
                    <dt>{t(`action.${id}`)}</dt>
                    <dd>
                      {(actionOf(id).keys ?? []).map((shortcut) => (
                        <kbd key={keyCap(shortcut, words)}>{keyCap(shortcut, words)}</kbd>
                      ))}
                    </dd>
                  </div>
                ))}
              </dl>
            </section>
          );
        })}
        <section>
          <h3>{t('help.pointer')}</h3>
          <ul>
            <li>{t('help.pan')}</li>
            <li>{t('help.band')}</li>
            <li>{t('help.drag')}</li>
            <li>{t('help.touch')}</li>
          </ul>
        </section>
      </div>
      <button
        type="button"
        className="about-link"
        onClick={() => {
          openDialog(null);
          setTour(0);
        }}
      >
        {t('help.tour')}
      </button>{' '}
      <button type="button" className="about-link" onClick={() => openDialog('about')}>
        {t('action.about')}
      </button>
    </Modal>
  );
}
