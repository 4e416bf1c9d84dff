import { selectTranslate } from '../../state/selectors.ts';
import { useAppStore } from '../shared/AppStoreContext.ts';

/** On a narrow window either the table or the picture is there. */
export function ViewSwitch() {
  const t = useAppStore(selectTranslate);
  const tableShown = useAppStore((state) => state.tableShown);
  const showTable = useAppStore((state) => state.showTable);
  return (
    <div className="view-switch" role="group" aria-label={t('action.table')}>
      <button type="button" aria-pressed={tableShown} onClick={() => showTable(true)}>
        {t('table.title')}
      </button>
      <button
        type="button"
        aria-pressed={!tableShown}
        onClick={() => {
          showTable(false);
          document.querySelector('.picture')?.scrollIntoView({ block: 'end' });
        }}
      >
        {t('app.picture')}
      </button>
    </div>
  );
}
