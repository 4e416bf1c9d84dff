import type { Connection, Facet } from '../../analysis/connection.ts';

import type { Verb } from '../../attack/verbs.ts';
import { verbAnswers } from '../../attack/verbs.ts';
import type { PathId } from '../../catalog/communicationPath.ts';
import { communicationPath } from '../../catalog/communicationPaths.ts';
import { authorizationWords } from '../../export/pathRows.ts';
import { themes } from '../../scene/theme.ts';
import { selectTranslate } from '../../state/selectors.ts';
import { lazyView } from '../failure/lazyView.tsx';
import { Words } from '../glossary/Words.tsx';
import { useAppStore } from '../shared/AppStoreContext.ts';
import { SourceLink } from '../shared/SourceLink.tsx';
import { StatusMark } from '../sidebar/StatusMark.tsx';
import { Documentation } from './Documentation.tsx';
import { ProveIt } from './ProveIt.tsx';
import { ReasonLine } from './ReasonLine.tsx';
import { RemarkField } from './RemarkField.tsx';
import { RuleChain } from './RuleChain.tsx';

const AttackTags = lazyView(async () => (await import('../attacker/AttackTags.tsx')).AttackTags, {
  areas: ['attacker'],
});
const PathWeaknesses = lazyView(async () => (await import('../weaknesses/PathWeaknesses.tsx')).PathWeaknesses, {
  areas: ['weaknesses'],
  meanwhile: () => null,
});
const PathFixes = lazyView(async () => (await import('../fixes/PathFixes.tsx')).PathFixes, {
  areas: ['fixes', 'importing'],
});

const facets: readonly Facet[] = [
  'encryption',
  'serverAuthentication',
  'clientAuthentication',
  'authorization',
  'integrity',
];

/** One path, always in the same order: what flows, protection, attack, documentation, remedy, sources. */
export function ConnectionDetails({ connection }: { readonly connection: Connection }) {
  const t = useAppStore(selectTranslate);
  const theme = useAppStore((state) => themes[state.theme]);
  const { path } = connection;
  return (
    <>
      <p className="eyebrow">
        {path} · {t(`family.${communicationPath(path).family}`)}
        {connection.listener ? ` · ${connection.listener}` : ''}
      </p>
      <h2>{t(`path.${path}.name`)}</h2>
      <p className="verdict">
        <StatusMark status={connection.status} theme={theme} /> <b>{t(`status.${connection.status}`)}</b>
      </p>
      <PathButtons connection={connection} />
      <Flow connection={connection} />
      <Facets connection={connection} />
      <Attack connection={connection} />
      <Tunnel connection={connection} />
      <PathWeaknesses connection={connection} />
      <section>
        <h3>{t('inspector.how-known')}</h3>
        <RuleChain connection={connection} />
        <ProveIt key={connection.id} connection={connection} />
      </section>
      <Documentation path={path} />
      <Remedies connection={connection} />
      <Sources path={path} />
      <RemarkField key={connection.id} target={connection.id} />
    </>
  );
}

/** Plays an attack on the path, keeps it lit, or puts it beside another one that is kept. */
function PathButtons({ connection }: { readonly connection: Connection }) {
  const t = useAppStore(selectTranslate);
  const pinned = useAppStore((state) => state.pinned);
  const togglePinned = useAppStore((state) => state.togglePinned);
  const compare = useAppStore((state) => state.compare);
  const play = useAppStore((state) => state.play);
  const other = pinned.find((id) => id !== connection.id);
  return (
    <div className="buttons">
      <button type="button" className="primary" onClick={() => play({ attack: 'active', step: 0 })}>
        ▶ {t('action.play')}
      </button>
      <button type="button" aria-pressed={pinned.includes(connection.id)} onClick={() => togglePinned(connection.id)}>
        {t('compare.pin')}
      </button>
      {other && (
        <button type="button" onClick={() => compare([other, connection.id])}>
          {t('action.compare')}
        </button>
      )}
    </div>
  );
}

function Flow({ connection }: { readonly connection: Connection }) {
  const t = useAppStore(selectTranslate);
  const { path, client, server, hop, port, count, proxy, evidence } = connection;
  const entry = communicationPath(path);
  const portText =
    port === null ? (hop.medium === 'uds' ? t('inspector.socket') : t('inspector.target')) : `TCP ${port}`;
  return (
    <section>
      <h3>{t('inspector.flow')}</h3>
      <Words text={t(`path.${path}.flow`)} />
      <dl>
        <dt>{t('inspector.opens')}</dt>
        <dd>
          {client.component} ({client.name})
        </dd>
        <dt>{t('inspector.serves')}</dt>
        <dd>
          {server.component} ({server.name})
        </dd>
        <dt>{t('inspector.port')}</dt>
        <dd>
          {entry.protocol}, {portText}
        </dd>
        {proxy && (
          <>
            <dt>{t('inspector.proxy')}</dt>
            <dd>
              {proxy.address}
              {!proxy.isSure && ` (${t('inspector.proxy-perhaps')})`}
            </dd>
          </>
        )}
        <dt>{t('inspector.credential')}</dt>
        <dd>{t(`value.${hop.cred}`)}</dd>
        <dt>{t('inspector.count')}</dt>
        <dd>{count}</dd>
        <dt>{t('inspector.evidence')}</dt>
        <dd>{t(`evidence.${evidence}`)}</dd>
      </dl>
      {connection.notes.map((note) => (
        <p key={note} className="note">
          {t(`note.${note}`)}
        </p>
      ))}
    </section>
  );
}

function Facets({ connection }: { readonly connection: Connection }) {
  const t = useAppStore(selectTranslate);
  return (
    <section>
      <h3>{t('inspector.facets')}</h3>
      <dl className="facets">
        {facets.map((facet) => {
          const value = connection[facet];
          const words = facet === 'authorization' ? authorizationWords(connection, t) : t(`value.${value}`);
          return (
            <div key={facet}>
              <dt>{t(`facet.${facet}`)}</dt>
              <dd>
                {words}
                {connection.reasons[facet].map((reason) => (
                  <ReasonLine key={`${reason.instance}${reason.key}`} reason={reason} />
                ))}
              </dd>
            </div>
          );
        })}
      </dl>
    </section>
  );
}

function Attack({ connection }: { readonly connection: Connection }) {
  const t = useAppStore(selectTranslate);
  const { trust } = connection.network;
  const order = trust === 'trusted' ? (['trusted', 'untrusted'] as const) : (['untrusted', 'trusted'] as const);
  const stake = (verb: Verb) =>
    verb === 'client' || verb === 'steal' ? '' : t(`stake.${communicationPath(connection.path).stake}.${verb}`);
  const canImpersonate = connection.exposure.active.includes('impersonate-server');
  const relay =
    connection.exposure.relay === false && canImpersonate
      ? 'relay.false-poser'
      : (`relay.${connection.exposure.relay}` as const);
  return (
    <section>
      <h3>{t('inspector.attack')}</h3>
      {order.map((network, index) => (
        <div key={network} className="attack">
          <h4>
            {t(`inspector.on-${network}`)}
            {index === 0 && trust !== 'unknown' ? ` (${t('inspector.now')})` : ''}
          </h4>
          <ul>
            {verbAnswers(connection, network).map(({ verb, answer, because }) => (
              <li key={verb} className={`answer-${answer}`}>
                <b>
                  {t(`verb.${verb}`)}: {t(`answer.${answer}`)}
                </b>
                {t('inspector.because')} {t(`because.${because}`)}.
                {answer === 'yes' && stake(verb) && <span className="stake">{stake(verb)}</span>}
              </li>
            ))}
          </ul>
        </div>
      ))}
      <p>
        {t('inspector.passive')} {passiveWords(connection, t)}.
      </p>
      {connection.encryption !== 'local' && <Words text={t(relay)} />}
      <AttackTags connection={connection} />
    </section>
  );
}

function passiveWords({ exposure }: Connection, t: ReturnType<typeof selectTranslate>): string {
  if (exposure.passive.includes('credential-replay'))
    return `${t('inspector.passive-reads')} ${t('inspector.passive-replays')}`;
  if (exposure.passive.includes('eavesdrop')) return t('inspector.passive-reads');
  return exposure.passive.includes('unknown') ? `(${t('exposure.unknown')})` : t('inspector.passive-nothing');
}

function Tunnel({ connection }: { readonly connection: Connection }) {
  const t = useAppStore(selectTranslate);
  if (!connection.tunnel) return null;
  return (
    <section>
      <h3>{t('inspector.tunnel')}</h3>
      <dl>
        {connection.tunnel.segments.map(({ segment, passive, active }) => (
          <div key={segment}>
            <dt>{t(`segment.${segment}`)}</dt>
            <dd>
              {[...new Set([...passive, ...active])].map((one) => t(`exposure.${one}`)).join(', ') ||
                t('exposure.nothing')}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Remedies({ connection }: { readonly connection: Connection }) {
  const t = useAppStore(selectTranslate);
  return (
    <section>
      <h3>{t('inspector.close')}</h3>
      <PathFixes key={connection.id} connection={connection} />
    </section>
  );
}

function Sources({ path }: { readonly path: PathId }) {
  const t = useAppStore(selectTranslate);
  return (
    <section>
      <h3>{t('inspector.sources')}</h3>
      <ul className="sources">
        {communicationPath(path).sources.map((tag) => (
          <li key={tag}>
            <SourceLink tag={tag} />
          </li>
        ))}
      </ul>
    </section>
  );
}
