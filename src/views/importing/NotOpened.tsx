import { download } from '../../browser/download.ts';
import { stored } from '../../browser/storage.ts';
import type { ReadFailure } from '../../project/projectFile.ts';
import type { OwnSource } from '../../state/appState.ts';
import { selectTranslate } from '../../state/selectors.ts';
import { useAppStore } from '../shared/AppStoreContext.ts';

/** Why a model of our own could not be opened, where it is damaged, and what can be done. */
export function NotOpened({ source, unreadable }: { readonly source: OwnSource; readonly unreadable: ReadFailure }) {
  const t = useAppStore(selectTranslate);
  const dismiss = useAppStore((state) => state.dismissReport);
  const { kind, file } = source;
  const { reason, needs = 0, place = '' } = unreadable;
  const why = reason === 'foreign' ? foreignTo(kind) : reason;
  const kept = kind === 'stored' ? stored('project') : null;
  const parts = [
    t(`sharing.failed.${kind}`, { file }),
    t(`sharing.reason.${why}`, { place, needs }),
    ...(why === 'no-model' ? [] : [t(`sharing.advice.${reason === 'newer' ? reason : kind}`)]),
    ...(kind === 'stored' ? [] : [t('sharing.unchanged')]),
  ];
  return (
    <section className="report" aria-label={t('app.problems')}>
      <p role="status">{parts.join(' ')}</p>
      {kept !== null && (
        <button type="button" onClick={() => download(new Blob([kept]), 'unreadable.mitmap.json')}>
          {t('sharing.save-stored')}
        </button>
      )}
      <button type="button" onClick={dismiss}>
        {t('app.close')}
      </button>
    </section>
  );
}

/** What a file is not that was taken for one of ours. */
function foreignTo(kind: OwnSource['kind']): 'no-model' | 'no-lesson' | 'foreign' {
  if (kind === 'picture') return 'no-model';
  return kind === 'lesson' ? 'no-lesson' : 'foreign';
}
