import { useMemo } from 'react';
import type { LimitId } from '../../catalog/communicationPath.ts';
import { limitCommands } from '../../remedies/exposed.ts';
import { type Fix, rankFixes, type SmallestSet, smallestSet } from '../../remedies/smallestSet.ts';
import { selectTranslate } from '../../state/selectors.ts';
import { Command } from '../importing/ImportGuide.tsx';
import { useAppStore } from '../shared/AppStoreContext.ts';
import { Modal } from '../shared/Modal.tsx';
import { FixDetails } from './FixDetails.tsx';
import '../dialogs/dialogs.css';
import './fixes.css';

/** The smallest set of remedies in its order, what no setting closes, and what each remedy closes by itself. */
export function FixesPage() {
  const t = useAppStore(selectTranslate);
  const topology = useAppStore((state) => state.topology);
  const set = useMemo(() => smallestSet(topology), [topology]);
  const ranked = useMemo(() => rankFixes(topology), [topology]);
  return (
    <Modal label={t('fixes.title')} className="fixes">
      <h2>{t('fixes.title')}</h2>
      <p className="lead">{t('fixes.lead')}</p>
      <Smallest set={set} />
      {set.open.length > 0 && (
        <section>
          <h3>{t('fixes.stays-open')}</h3>
          <OpenPaths open={set.open} />
        </section>
      )}
      {ranked.length > 0 && (
        <section>
          <h3>{t('fixes.top')}</h3>
          <p className="muted">{t('fixes.top-lead')}</p>
          <ol className="ranked">
            {ranked.map(({ remedy, fixes, closes }) => (
              <li key={remedy}>
                <b>{t(`remedy.${remedy}.title`)}</b>
                <p>
                  {t('fixes.closes-count', { count: closes })}
                  {fixes.length > 1 && fixes[0] && (
                    <>
                      {' · '}
                      {t('fixes.first')}: {t(`remedy.${fixes[0].remedy}.title`)}
                    </>
                  )}
                </p>
                <TryButton remedies={fixes.map((fix) => fix.remedy)} label={t('fixes.try')} />
              </li>
            ))}
          </ol>
        </section>
      )}
    </Modal>
  );
}

function Smallest({ set }: { readonly set: SmallestSet }) {
  const t = useAppStore(selectTranslate);
  const [plan, ...others] = set.plans;
  const count = plan?.fixes.length ?? 0;
  const lead = plan ? 'fixes.smallest-lead' : set.exposed === 0 ? 'fixes.none-open' : 'fixes.smallest-none';
  return (
    <section>
      <h3>{t('fixes.smallest')}</h3>
      <p>{t(lead, { exposed: set.exposed, count })}</p>
      {plan && (
        <>
          <ol className="plan">
            {plan.fixes.map((fix) => (
              <PlannedFix key={fix.remedy} fix={fix} />
            ))}
          </ol>
          {others.map(({ fixes }) => (
            <Alternative key={fixes.map(({ remedy }) => remedy).join()} plan={plan.fixes} other={fixes} />
          ))}
          <TryButton
            remedies={plan.fixes.map(({ remedy }) => remedy)}
            label={t('fixes.try-all', { count })}
            primary={true}
          />
        </>
      )}
    </section>
  );
}

function PlannedFix({ fix }: { readonly fix: Fix }) {
  const t = useAppStore(selectTranslate);
  const { remedy, changes, closes, breaks, order } = fix;
  return (
    <li className="fix">
      <p className="fix-title">
        <span className="number" aria-hidden="true">
          {order}
        </span>
        <b>{t(`remedy.${remedy}.title`)}</b>
      </p>
      <ul className="changes">
        {changes.map(({ component, key, value }) => (
          <li key={`${component} ${key}`}>
            <code>
              {component}: {key}={value}
            </code>
          </li>
        ))}
      </ul>
      <p>
        {t('fixes.closes')}: <b>{closes.length > 0 ? closes.join(' ') : t('fixes.closes-nothing')}</b>
      </p>
      {breaks.length > 0 && (
        <p className="breaks">
          ⚠ {t('fixes.breaks')}: {breaks.map((id) => t(`breaks.${id}`)).join('; ')}
        </p>
      )}
      <details>
        <summary>{t('fixes.details')}</summary>
        <FixDetails remedy={remedy} changes={changes} />
      </details>
    </li>
  );
}

/** Another plan of the same size, told by what differs. */
function Alternative({ plan, other }: { readonly plan: readonly Fix[]; readonly other: readonly Fix[] }) {
  const t = useAppStore(selectTranslate);
  const missing = plan.filter(({ remedy }) => !other.some((one) => one.remedy === remedy));
  const added = other.filter(({ remedy }) => !plan.some((one) => one.remedy === remedy));
  const titles = (fixes: readonly Fix[]) => fixes.map(({ remedy }) => t(`remedy.${remedy}.title`)).join('; ');
  return (
    <p className="muted">
      {t('fixes.alternatives', { from: titles(missing) })}: <b>{titles(added)}</b>
    </p>
  );
}

/** Paths that stay open, those with the same reason together. */
function OpenPaths({ open }: { readonly open: SmallestSet['open'] }) {
  const t = useAppStore(selectTranslate);
  const reasons = [...new Set(open.map(({ because }) => because))];
  return (
    <ul className="open">
      {reasons.map((because) => (
        <li key={because}>
          <b>
            {open
              .filter((one) => one.because === because)
              .map(({ path }) => path)
              .join(' ')}
          </b>
          : {t(`limit.${because}`)}
          <LimitCommands because={because} />
        </li>
      ))}
    </ul>
  );
}

/** What helps where no setting does. */
export function LimitCommands({ because }: { readonly because: LimitId }) {
  return (limitCommands[because] ?? []).map((command) => <Command key={command} text={command} />);
}

/** Tries remedies on the model without changing it. */
export function TryButton({
  remedies,
  label,
  primary = false,
}: {
  readonly remedies: readonly Fix['remedy'][];
  readonly label: string;
  readonly primary?: boolean;
}) {
  const tryOut = useAppStore((state) => state.tryOut);
  return (
    <button type="button" className={primary ? 'primary' : ''} onClick={() => void tryOut(remedies)}>
      {label}
    </button>
  );
}
