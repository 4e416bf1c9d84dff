import { type Claim, claimsAbout } from '../../catalog/claims.ts';
import type { PathId } from '../../catalog/communicationPath.ts';
import { communicationPath } from '../../catalog/communicationPaths.ts';
import { documentations, type Documentation as Page } from '../../state/appState.ts';
import { selectTranslate } from '../../state/selectors.ts';
import { useAppStore } from '../shared/AppStoreContext.ts';

/** What the documentation says about a path, sentence by sentence, and what is true of it. */
export function Documentation({ path }: { readonly path: PathId }) {
  const t = useAppStore(selectTranslate);
  const page = useAppStore((state) => state.documentation);
  const setPage = useAppStore((state) => state.setDocumentation);
  const { documented, germanPageSection } = communicationPath(path);
  const about = claimsAbout(path);
  return (
    <section>
      <h3>{t('inspector.documentation')}</h3>
      <p>{t(`documented.${documented}`)}</p>
      {germanPageSection && (
        <p className="muted">
          {t('inspector.section')}: <span lang="de">“{germanPageSection}”</span> (Kubernetes v1.27)
        </p>
      )}
      {about.length > 0 && (
        <details className="claims">
          <summary>{t('documentation.sentences', { count: about.length })}</summary>
          <label className="row">
            <span>{t('documentation.version')}</span>
            <select
              value={page}
              onChange={(event) => setPage(documentations.find((one) => one === event.target.value) ?? 'seed')}
            >
              {documentations.map((one) => (
                <option key={one} value={one}>
                  {t(`documentation.${one}`)}
                </option>
              ))}
            </select>
          </label>
          <ul>
            {about.map((claim) => (
              <Sentence key={claim.id} claim={claim} page={page} />
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}

function Sentence({ claim, page }: { readonly claim: Claim; readonly page: Page }) {
  const t = useAppStore(selectTranslate);
  const { id, verdict, english, rules, check } = claim;
  const says = page === 'english' && english !== 'same' ? t(`claim.${id}.english`) : t(`claim.${id}.says`);
  return (
    <li className={`claim-${verdict}`}>
      <p>{says}</p>
      {page === 'english' && english === 'same' && <small>{t('documentation.same')}</small>}
      <b>{t(`claim.verdict.${verdict}`)}</b>
      <p>{t(`claim.${id}.truth`)}</p>
      <small>
        {t('claim.checked')}: {t(`claim.check.${check}`)}
        {rules.length > 0 ? ` · ${rules.join(' ')}` : ''}
      </small>
    </li>
  );
}
