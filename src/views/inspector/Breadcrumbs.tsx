import { selectTranslate } from '../../state/selectors.ts';
import { useAppStore } from '../shared/AppStoreContext.ts';
import './breadcrumbs.css';

/** A step from the whole to the part. */
export type Crumb = { readonly id: string; readonly name: string; readonly go: () => void };

/** Where one is, from the cluster to what is chosen; each step leads there. */
export function Breadcrumbs({ crumbs }: { readonly crumbs: readonly Crumb[] }) {
  const t = useAppStore(selectTranslate);
  return (
    <nav className="breadcrumbs" aria-label={t('app.position')}>
      <ol>
        {crumbs.map(({ id, name, go }, index) => (
          <li key={id} {...(index > 0 && index === crumbs.length - 1 ? { 'aria-current': 'location' } : {})}>
            <button type="button" className="link" title={name} onClick={go}>
              {name}
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
