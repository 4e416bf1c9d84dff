import type { Connection } from '../../analysis/connection.ts';
import { exposures } from '../../analysis/rules.ts';
import { techniques, techniquesOf, techniqueUrl, threatsOf } from '../../attack/tags.ts';
import { selectTranslate } from '../../state/selectors.ts';
import { useAppStore } from '../shared/AppStoreContext.ts';
import './attacker.css';

/** The names that reports use for what can be done on a path. */
export function AttackTags({ connection }: { readonly connection: Connection }) {
  const t = useAppStore(selectTranslate);
  const { passive, active, offPath } = connection.exposure;
  const found = exposures.filter((exposure) => [passive, active, offPath].some((list) => list.includes(exposure)));
  if (found.length === 0) return null;
  return (
    <details className="attacker-box">
      <summary>{t('attacker.tags')}</summary>
      <dl className="tags">
        {found.map((exposure) => (
          <div key={exposure}>
            <dt>{t(`exposure.${exposure}`)}</dt>
            <dd>
              {threatsOf[exposure].map((threat) => t(`threat.${threat}`)).join(', ')}
              {techniquesOf(connection, exposure).map((id) => (
                <a key={id} href={techniqueUrl(id)} rel="noreferrer" target="_blank">
                  {id} {techniques[id]}
                </a>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
