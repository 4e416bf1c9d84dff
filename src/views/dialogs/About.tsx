import { useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { appVersion, buildDate, isOneFile } from '../../browser/buildInfo.ts';
import { lookForNewVersion } from '../../browser/offlineCopy.ts';
import {
  forget,
  onStorageChange,
  type StoredPart,
  storageChanges,
  store,
  stored,
  storedKeys,
} from '../../browser/storage.ts';
import type { Locale, TextKey } from '../../i18n/texts.ts';
import { selectTranslate } from '../../state/selectors.ts';
import { useAppStore } from '../shared/AppStoreContext.ts';
import { Modal } from '../shared/Modal.tsx';
import './dialogs.css';
import './about.css';

/** The page that has everything in it; it lies beside the page that is served. */
const oneFileName = 'mitmap.html';

const parts: readonly (readonly [StoredPart, TextKey])[] = [
  ['project', 'about.kept.project'],
  ['recent', 'about.kept.recent'],
  ['locale', 'about.kept.locale'],
  ['theme', 'about.kept.theme'],
  ['letterKeys', 'about.kept.letterKeys'],
  ['panels', 'about.kept.panels'],
  ['tour', 'about.kept.tour'],
  ['deck', 'about.kept.deck'],
  ['progress', 'about.kept.progress'],
  ['draft', 'about.kept.draft'],
  ['quiz', 'about.kept.quiz'],
];

/** What this page is, what it keeps, why nothing leaves it, and how it works without a network. */
export function About() {
  const t = useAppStore(selectTranslate);
  const locale = useAppStore((state) => state.locale);
  const heading = useRef<HTMLHeadingElement>(null);
  const built = buildDate();
  // The browser would go down to the first button, and that one deletes.
  useEffect(() => heading.current?.focus(), []);
  return (
    <Modal label={t('about.title')} className="about">
      <h2 ref={heading} tabIndex={-1}>
        {t('about.title')}
      </h2>
      <p className="lead">{t('app.description')}</p>
      <dl className="about-facts">
        <div>
          <dt>{t('about.version')}</dt>
          <dd>{appVersion}</dd>
        </div>
        {built && (
          <div>
            <dt>{t('about.built')}</dt>
            <dd>
              <time dateTime={built}>{dayIn(locale, built)}</time>
            </dd>
          </div>
        )}
        <div>
          <dt>{t('about.license')}</dt>
          <dd>Apache-2.0</dd>
        </div>
      </dl>
      <Privacy />
      <Kept />
      <section>
        <h3>{t('about.offline')}</h3>
        <p>{t(isOneFile ? 'about.offline.one-file' : 'about.offline.served')}</p>
        {!isOneFile && <Copy />}
        {!isOneFile && (
          <p>
            <a href={oneFileName} download>
              {t('about.offline.save', { name: oneFileName })}
            </a>
          </p>
        )}
      </section>
      <section>
        <h3>{t('about.others')}</h3>
        <p>{t('about.others.what')}</p>
        <Licenses />
      </section>
    </Modal>
  );
}

/** Whether this browser keeps a copy of the page, and a way to ask for a newer one. */
function Copy() {
  const t = useAppStore(selectTranslate);
  const copy = useAppStore((state) => state.offlineCopy);
  const [said, setSaid] = useState<'asked' | 'failed' | null>(null);
  const look = async () => setSaid((await lookForNewVersion()) ? 'asked' : 'failed');
  return (
    <>
      <p data-testid="copy">{t(`about.copy.${copy}`)}</p>
      {copy === 'kept' && (
        <div className="about-buttons">
          <button type="button" onClick={() => void look()}>
            {t('about.look')}
          </button>
          <span role="status">{said && t(`about.look.${said}`)}</span>
        </div>
      )}
    </>
  );
}

/** The policy that the browser enforces, as it stands in the page. */
function Privacy() {
  const t = useAppStore(selectTranslate);
  const policy = document.querySelector<HTMLMetaElement>('meta[http-equiv="Content-Security-Policy"]')?.content;
  return (
    <section>
      <h3>{t('about.private')}</h3>
      <p>
        {t('about.private.what')} {t(isOneFile ? 'about.private.one-file' : 'about.private.served')}
      </p>
      <p>{t(policy ? 'about.proof' : 'about.proof.none')}</p>
      {policy && (
        <>
          <pre data-testid="policy">{policy.replaceAll('; ', ';\n')}</pre>
          <p>{t(isOneFile ? 'about.proof.one-file' : 'about.proof.served')}</p>
        </>
      )}
    </section>
  );
}

/** Everything that is stored, and a way to delete it, and to take that back. */
function Kept() {
  const t = useAppStore(selectTranslate);
  const locale = useAppStore((state) => state.locale);
  const [asking, setAsking] = useState(false);
  const [deleted, setDeleted] = useState<readonly (readonly [StoredPart, string])[] | null>(null);
  useSyncExternalStore(onStorageChange, storageChanges);
  const values = parts.map(([part]) => [part, stored(part)] as const);
  const remove = () => {
    setDeleted(values.flatMap(([part, value]) => (value === null ? [] : [[part, value] as const])));
    for (const [part] of values) forget(part);
    setAsking(false);
  };
  const putBack = () => {
    for (const [part, value] of deleted ?? []) store(part, value);
    setDeleted(null);
  };
  return (
    <section>
      <h3>{t('about.kept')}</h3>
      <p>
        {t('about.kept.where')} {isOneFile && t('about.kept.one-file')}
      </p>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('about.kept.name')}</th>
            <th scope="col">{t('about.kept.content')}</th>
            <th scope="col">{t('about.kept.now')}</th>
          </tr>
        </thead>
        <tbody>
          {parts.map(([part, content], index) => (
            <tr key={part}>
              <th scope="row">
                <code>{storedKeys[part]}</code>
              </th>
              <td>{t(content)}</td>
              <td>{shown(values[index]?.[1] ?? null, locale) ?? t('about.kept.nothing')}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div role="status">
        {asking && <p>{t('about.delete.ask')}</p>}
        {deleted && <p>{t('about.deleted')}</p>}
      </div>
      <div className="about-buttons">
        {asking ? (
          <>
            <button type="button" className="danger" onClick={remove}>
              {t('about.delete.yes')}
            </button>
            <button type="button" onClick={() => setAsking(false)}>
              {t('about.delete.no')}
            </button>
          </>
        ) : deleted ? (
          <button type="button" onClick={putBack}>
            {t('about.put-back')}
          </button>
        ) : (
          <button type="button" disabled={values.every(([, value]) => value === null)} onClick={() => setAsking(true)}>
            {t('about.delete')}
          </button>
        )}
      </div>
    </section>
  );
}

/** The one file has the licenses inside, the served page beside it, the development server not at all. */
function Licenses() {
  const t = useAppStore(selectTranslate);
  const inside = document.getElementById('licenses')?.textContent;
  if (inside)
    return (
      <details>
        <summary>{t('about.others.show')}</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard */}
        <pre className="licenses" tabIndex={0}>
          {inside.trim()}
        </pre>
      </details>
    );
  return import.meta.env.DEV ? null : (
    <p>
      <a href="licenses.txt" target="_blank" rel="noreferrer">
        {t('about.others.show')}
      </a>
    </p>
  );
}

/** A short value as it is, of a long one how much it is. */
function shown(value: string | null, locale: Locale): string | null {
  if (value === null || value.length < 20) return value;
  const kilobytes = { style: 'unit', unit: 'kilobyte', maximumFractionDigits: 1 } as const;
  return new Intl.NumberFormat(locale, kilobytes).format(value.length / 1000);
}

function dayIn(locale: Locale, day: string): string {
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(day));
}
