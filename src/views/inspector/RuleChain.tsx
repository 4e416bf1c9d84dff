import type { Connection } from '../../analysis/connection.ts';
import { type Derived, derivation, derivedThings } from '../../analysis/derivation.ts';
import { selectTranslate } from '../../state/selectors.ts';
import { useAppStore } from '../shared/AppStoreContext.ts';

/** How each verdict follows: the rules by their ids, with what went in and what came out. */
export function RuleChain({ connection }: { readonly connection: Connection }) {
  const t = useAppStore(selectTranslate);
  const chains = derivation(connection);
  const firstUse = new Map(
    derivedThings.toReversed().flatMap((one) => chains[one].map(({ rule }) => [rule, one] as const)),
  );
  return (
    <details className="rules">
      <summary>{t('rules.title')}</summary>
      {derivedThings.map((derived) => (
        <section key={derived}>
          <h4>{t(titleOf(derived))}</h4>
          <ol>
            {chains[derived].map(({ rule, inputs, result }) => (
              <li key={`${rule} ${inputs.join()}`}>
                <b title={t(`rule.${rule}`)}>{rule}</b>{' '}
                <code>
                  {inputs.map(([name, value]) => `${name}=${value}`).join(' ')} → {result}
                </code>
                {firstUse.get(rule) === derived && <small>{t(`rule.${rule}`)}</small>}
              </li>
            ))}
          </ol>
        </section>
      ))}
    </details>
  );
}

function titleOf(derived: Derived) {
  switch (derived) {
    case 'status':
    case 'passive':
    case 'active':
    case 'offPath':
    case 'relay':
      return `rules.${derived}` as const;
    default:
      return `facet.${derived}` as const;
  }
}
