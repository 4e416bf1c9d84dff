import { useState } from 'react';
import { type RemarkKind, remarkKinds } from '../../domain/topology.ts';
import { selectTranslate } from '../../state/selectors.ts';
import { useAppStore } from '../shared/AppStoreContext.ts';

/** A note, or why somebody accepts a risk or leaves it out. It stands in the picture and never changes a color. */
export function RemarkField({ target }: { readonly target: string }) {
  const t = useAppStore(selectTranslate);
  const remark = useAppStore((state) => state.topology.remarks[target]);
  const edit = useAppStore((state) => state.edit);
  const viewOnly = useAppStore((state) => state.sharedSession?.viewOnly === true);
  const [text, setText] = useState(remark?.text ?? '');
  const [kind, setKind] = useState<RemarkKind>(remark?.kind ?? 'note');
  const commit = (nextKind: RemarkKind) => {
    const trimmed = text.trim();
    if (trimmed === (remark?.text ?? '') && nextKind === (remark?.kind ?? nextKind)) return;
    edit({ type: 'remark', target, remark: trimmed === '' ? null : { kind: nextKind, text: trimmed } });
  };
  return (
    <section>
      <h3>{t('remark.title')}</h3>
      <select
        aria-label={t('remark.kind')}
        disabled={viewOnly}
        value={kind}
        onChange={(event) => {
          const next = remarkKinds.find((one) => one === event.target.value) ?? 'note';
          setKind(next);
          commit(next);
        }}
      >
        {remarkKinds.map((one) => (
          <option key={one} value={one}>
            {t(`remark.${one}`)}
          </option>
        ))}
      </select>
      <textarea
        rows={2}
        disabled={viewOnly}
        value={text}
        aria-label={t('remark.title')}
        placeholder={t(kind === 'note' ? 'remark.placeholder' : 'remark.reason')}
        onChange={(event) => setText(event.target.value)}
        onBlur={() => commit(kind)}
      />
      {kind !== 'note' && <p className="muted">{t('remark.never-safe')}</p>}
    </section>
  );
}
