import { selectTranslate } from '../../state/selectors.ts';
import { type ActionId, actionOf } from '../actions/actions.ts';
import { useAppStore, useStoreApi } from '../shared/AppStoreContext.ts';

const arrows = { 'nudge-left': '←', 'nudge-right': '→', 'nudge-up': '↑', 'nudge-down': '↓' } as const;

/** Where a frame lies: nudge it, or let the layout decide again. */
export function Position({ subject }: { readonly subject: string }) {
  const t = useAppStore(selectTranslate);
  const app = useStoreApi();
  const pins = useAppStore((state) => state.topology.arrangement.pins);
  const edit = useAppStore((state) => state.edit);
  if (!/^(worker|services)~/.test(subject)) return null;
  return (
    <section>
      <h3>{t('position.title')}</h3>
      <div className="buttons">
        {(Object.keys(arrows) as (keyof typeof arrows)[]).map((id) => (
          <button
            key={id}
            type="button"
            aria-label={t(`action.${id satisfies ActionId}`)}
            onClick={() => void actionOf(id).run(app)}
          >
            {arrows[id]}
          </button>
        ))}
        {pins[subject] && (
          <button type="button" onClick={() => edit({ type: 'pin', id: subject, pin: null })}>
            {t('position.release')}
          </button>
        )}
        {Object.keys(pins).length > 1 && (
          <button type="button" onClick={() => edit({ type: 'release-pins' })}>
            {t('action.release-pins')}
          </button>
        )}
      </div>
    </section>
  );
}
