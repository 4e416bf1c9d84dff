import type { ReactNode } from 'react';
import type { Connection } from '../../analysis/connection.ts';
import { consequences } from '../../attack/consequence.ts';
import { reachReasons } from '../../attack/reach/attackVector.ts';
import type { Reach, ReachEntry } from '../../attack/reach/reachOf.ts';
import { pathNumber } from '../../catalog/communicationPath.ts';
import { themes } from '../../scene/theme.ts';
import { selectTranslate } from '../../state/selectors.ts';
import { useAppStore } from '../shared/AppStoreContext.ts';
import { StatusMark } from '../sidebar/StatusMark.tsx';
import { gainWords } from './gainWords.ts';

/** What is in reach by what follows from it, then what is not determined. */
export function ReachList({ ranked }: { readonly ranked: Reach['ranked'] }) {
  const t = useAppStore(selectTranslate);
  const open = ranked.filter(({ consequence }) => consequence === null);
  if (ranked.length === 0) return <p>{t('attacker.nothing')}</p>;
  return (
    <>
      {consequences.map((consequence) => (
        <Group
          key={consequence}
          title={t(`consequence.${consequence}`)}
          entries={ranked.filter((entry) => entry.consequence === consequence)}
        />
      ))}
      <Group title={t('attacker.maybe')} entries={open} />
    </>
  );
}

function Group({ title, entries }: { readonly title: string; readonly entries: readonly ReachEntry[] }) {
  if (entries.length === 0) return null;
  return (
    <>
      <h4>{title}</h4>
      <ul className="reach">
        {entries.map((entry) => (
          <li key={entry.connection.id} className={`access-${entry.access}`}>
            <Entry entry={entry} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Entry({ entry }: { readonly entry: ReachEntry }) {
  const t = useAppStore(selectTranslate);
  const theme = useAppStore((state) => themes[state.theme]);
  const { connection, condition, because } = entry;
  return (
    <PathButton connection={connection} className="path">
      <StatusMark status={connection.status} theme={theme} />
      <span>
        <PathName connection={connection} />
        <small>
          {gainWords(entry, t)}
          {condition && `; ${t(`condition.${condition}`)}`}
        </small>
        <small>{t(`reach.${because}`)}</small>
      </span>
    </PathButton>
  );
}

/** Selects a path; under the pointer or the focus it is lit. */
export function PathButton({
  connection,
  className,
  children,
}: {
  readonly connection: Connection;
  readonly className: string;
  readonly children: ReactNode;
}) {
  const select = useAppStore((state) => state.select);
  const hover = useAppStore((state) => state.hover);
  return (
    <button
      type="button"
      className={className}
      onMouseEnter={() => hover(connection.id)}
      onMouseLeave={() => hover(null)}
      onFocus={() => hover(connection.id)}
      onBlur={() => hover(null)}
      onClick={() => {
        hover(null);
        select({ type: 'connection', id: connection.id, boxId: null });
      }}
    >
      {children}
    </button>
  );
}

/** A path with its number, its listener, and the end that is not the kube-apiserver: there may be several. */
export function PathName({ connection }: { readonly connection: Connection }) {
  const t = useAppStore(selectTranslate);
  const { path, listener, client, server, count } = connection;
  const end = server.component === 'kube-apiserver' && client.component !== 'anyone' ? client : server;
  return (
    <>
      <b>{pathNumber(path)}</b> {t(`path.${path}.name`)}{' '}
      <span className="where">
        {[listener, end.name, count > 1 ? `×${count}` : ''].filter((part) => part).join(' · ')}
      </span>
    </>
  );
}

/** What is closed to him, by the reason. */
export function OutOfReach({ entries }: { readonly entries: Reach['outOfReach'] }) {
  const t = useAppStore(selectTranslate);
  if (entries.length === 0) return null;
  return (
    <details className="attacker-box">
      <summary>{t('attacker.out-of-reach', { count: entries.length })}</summary>
      {reachReasons.map((because) => {
        const closed = entries.filter((entry) => entry.because === because);
        if (closed.length === 0) return null;
        return (
          <div key={because}>
            <p>{t(`reach.${because}`)}</p>
            <ul className="chips">
              {closed.map(({ connection }) => (
                <li key={connection.id}>
                  <PathButton connection={connection} className="chip">
                    <b>{pathNumber(connection.path)}</b> {connection.listener ?? t(`path.${connection.path}.name`)}
                  </PathButton>
                </li>
              ))}
            </ul>
          </div>
        );
      })}
    </details>
  );
}
