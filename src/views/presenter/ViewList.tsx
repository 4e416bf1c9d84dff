import { useState } from 'react';
import { download } from '../../browser/download.ts';
import type { SavedView } from '../../state/appState.ts';
import { selectTranslate } from '../../state/selectors.ts';
import { useAppStore, useStoreApi } from '../shared/AppStoreContext.ts';
import { readDeck, writeDeck } from './deckFile.ts';
import { viewNow } from './slides.ts';
import type { SavedViews } from './useSavedViews.ts';

/** Saved views: to add the present one, to put them in order, to keep them as a file. */
export function ViewList({ saved: { views, keep } }: { readonly saved: SavedViews }) {
  const t = useAppStore(selectTranslate);
  const [isForeign, setForeign] = useState(false);
  const change = (at: number, part: Partial<SavedView>) =>
    keep(views.map((view, index) => (index === at ? { ...view, ...part } : view)));
  const open = async (file: File | undefined) => {
    const read = file && readDeck(await file.text());
    setForeign(!read);
    if (read) keep([...views, ...read]);
  };
  return (
    <>
      <NewView count={views.length} add={(view) => keep([...views, view])} />
      {views.length === 0 && <p className="muted">{t('presenter.views-none')}</p>}
      <ol className="presenter-views">
        {views.map((view, index) => {
          // Two views may be alike in all but their place.
          const key = `view-${index}`;
          return (
            <li key={key}>
              <div className="presenter-row">
                <input
                  type="text"
                  className="wide"
                  aria-label={t('presenter.rename', { number: index + 1 })}
                  value={view.name}
                  onChange={(event) => change(index, { name: event.target.value })}
                />
                <button
                  type="button"
                  aria-label={t('presenter.up', { name: view.name })}
                  disabled={index === 0}
                  onClick={() => keep(moved(views, index, -1))}
                >
                  ↑
                </button>
                <button
                  type="button"
                  aria-label={t('presenter.down', { name: view.name })}
                  disabled={index === views.length - 1}
                  onClick={() => keep(moved(views, index, 1))}
                >
                  ↓
                </button>
                <button
                  type="button"
                  aria-label={t('presenter.remove', { name: view.name })}
                  onClick={() => keep(views.filter((one) => one !== view))}
                >
                  ✕
                </button>
              </div>
              <textarea
                rows={2}
                aria-label={t('presenter.view-notes', { name: view.name })}
                placeholder={t('presenter.view-notes', { name: view.name })}
                value={view.notes}
                onChange={(event) => change(index, { notes: event.target.value })}
              />
            </li>
          );
        })}
      </ol>
      <div className="presenter-row">
        <button
          type="button"
          disabled={views.length === 0}
          onClick={() => download(new Blob([writeDeck(views)], { type: 'application/json' }), 'mitmap-views.json')}
        >
          {t('presenter.save-views')}
        </button>
        <label className="button">
          <span className="visually-hidden">{t('presenter.open-views')}</span>
          <span aria-hidden="true">{t('presenter.open-views')}</span>
          <input
            type="file"
            accept=".json,application/json"
            className="visually-hidden"
            onChange={(event) => {
              void open(event.target.files?.[0]);
              event.target.value = '';
            }}
          />
        </label>
        <span className="muted">{t('presenter.kept')}</span>
        <span role="status">{isForeign && t('presenter.not-views')}</span>
      </div>
    </>
  );
}

function NewView({ count, add }: { readonly count: number; readonly add: (view: SavedView) => void }) {
  const t = useAppStore(selectTranslate);
  const app = useStoreApi();
  const [name, setName] = useState('');
  const [withModel, setWithModel] = useState(true);
  const usual = t('presenter.view-name-usual', { number: count + 1 });
  return (
    <div className="presenter-row">
      <label className="wide">
        <span>{t('presenter.view-name')}</span>
        <input type="text" value={name} placeholder={usual} onChange={(event) => setName(event.target.value)} />
      </label>
      <label className="check">
        <input type="checkbox" checked={withModel} onChange={(event) => setWithModel(event.target.checked)} />{' '}
        {t('presenter.with-model')}
      </label>
      <button
        type="button"
        onClick={() => {
          add(viewNow(app.getState(), name.trim() || usual, withModel));
          setName('');
        }}
      >
        {t('presenter.add-view')}
      </button>
    </div>
  );
}

function moved(views: readonly SavedView[], at: number, by: 1 | -1): readonly SavedView[] {
  const order = [...views];
  const [view] = order.splice(at, 1);
  return view ? order.toSpliced(at + by, 0, view) : views;
}
