import { useState } from 'react';
import type { ClusterNode } from '../../domain/topology.ts';
import { selectTranslate } from '../../state/selectors.ts';
import { useAppStore } from '../shared/AppStoreContext.ts';

/** Names that are listed at once; a search finds all others. */
const most = 12;

/** The nodes behind one box: searched, looked at, and let stand alone in the picture. */
export function MemberList({ nodes }: { readonly nodes: readonly ClusterNode[] }) {
  const t = useAppStore(selectTranslate);
  const select = useAppStore((state) => state.select);
  const edit = useAppStore((state) => state.edit);
  const [wanted, setWanted] = useState('');
  const found = nodes.filter(({ name }) => name.includes(wanted));
  return (
    <div className="member-list">
      <label className="row">
        <span>{t('inspector.find-member')}</span>
        <input type="search" value={wanted} onChange={(event) => setWanted(event.target.value)} />
      </label>
      <p className="muted" role="status">
        {t('inspector.shown-of', { shown: Math.min(most, found.length), all: nodes.length })}
      </p>
      <ul>
        {found.slice(0, most).map(({ id, name }) => (
          <li key={id}>
            <span>{name}</span>
            <button
              type="button"
              aria-label={`${t('inspector.stand-alone')}: ${name}`}
              onClick={() => {
                edit({ type: 'set-alone', nodeId: id, alone: true });
                select({ type: 'element', id: `worker~${id}` });
              }}
            >
              {t('inspector.stand-alone')}
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Takes a node that stands alone back to its equals. */
export function BackToEquals({ nodeId }: { readonly nodeId: string }) {
  const t = useAppStore(selectTranslate);
  const edit = useAppStore((state) => state.edit);
  const isAlone = useAppStore((state) => state.topology.arrangement.alone?.includes(nodeId) === true);
  if (!isAlone) return null;
  return (
    <button type="button" onClick={() => edit({ type: 'set-alone', nodeId, alone: false })}>
      {t('inspector.back-to-equals')}
    </button>
  );
}
