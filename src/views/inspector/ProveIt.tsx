import { useEffect, useState } from 'react';
import type { Connection } from '../../analysis/connection.ts';
import { loadPart } from '../../browser/loadPart.ts';
import { experimentFor, tunnelExperimentFor, unknownInputs } from '../../laboratory/findExperiment.ts';
import { type Experiment, type LaboratoryRecord, nameOf, type TunnelExperiment } from '../../laboratory/record.ts';
import { selectAnalysis, selectTranslate } from '../../state/selectors.ts';
import { useAppStore } from '../shared/AppStoreContext.ts';

/** The laboratory's setup that matches a path, and what its attackers got. */
export function ProveIt({ connection }: { readonly connection: Connection }) {
  const t = useAppStore(selectTranslate);
  const [open, setOpen] = useState(false);
  return (
    <details className="prove" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t('prove.title')}</summary>
      {open && <Proof connection={connection} />}
    </details>
  );
}

function Proof({ connection }: { readonly connection: Connection }) {
  const t = useAppStore(selectTranslate);
  const record = useRecord();
  const outer = useOuter(connection);
  const { hop } = connection;
  const unknown = unknownInputs(hop);
  if (connection.encryption === 'local') return <p>{t('prove.local')}</p>;
  if (unknown.length > 0) return <p>{t('prove.unknown', { fields: unknown.join(', ') })}</p>;
  if (!record) return null;
  const found = experimentFor(record, hop);
  const tunnel = outer && tunnelExperimentFor(record, outer.hop, hop);
  return (
    <>
      <p>{t('prove.lead')}</p>
      {found && <Findings experiment={found} />}
      {tunnel && <TunnelFindings experiment={tunnel} />}
      {found && <p className="muted">{t('prove.agrees', { count: record.hops.length + record.tunnels.length })}</p>}
    </>
  );
}

/** What the last run of the laboratory measured; loaded when somebody asks. */
function useRecord(): LaboratoryRecord | null {
  const [record, setRecord] = useState<LaboratoryRecord | null>(null);
  useEffect(() => {
    void loadPart(() => import('../../laboratory/results.json')).then(({ default: results }) =>
      setRecord(results as unknown as LaboratoryRecord),
    );
  }, []);
  return record;
}

/** The tunnel's own leg, where a path runs in one. */
function useOuter({ tunnel }: Connection): Connection | null {
  const { connections } = useAppStore(selectAnalysis);
  if (!tunnel) return null;
  const path = tunnel.kind === 'ssh' ? 'P18' : 'P21';
  return connections.find((one) => one.path === path) ?? null;
}

function Findings({ experiment }: { readonly experiment: Experiment }) {
  const t = useAppStore(selectTranslate);
  const { inputs, version, observation } = experiment;
  const { passive, active, offPath, relay, bytesChanged, served } = observation;
  const words = passive.readable.map((word) => t(`prove.word.${word as 'request'}`)).join(', ');
  const forged = active.exposures.includes('impersonate-server');
  const replayed = active.exposures.includes('credential-replay');
  return (
    <dl>
      <dt>{t('prove.setup')}</dt>
      <dd>
        <code>
          {nameOf(inputs)} {version ?? ''}
        </code>
        {!served && <small>{t('prove.refused')}</small>}
      </dd>
      <dt>{t('prove.listener')}</dt>
      <dd>{words === '' ? t('prove.listener-nothing') : t('prove.listener-read', { words })}</dd>
      <dt>{t('prove.impostor')}</dt>
      <dd>
        {forged ? t('prove.impostor-yes') : t('prove.impostor-no')} <code>{active.client}</code>
        {active.seen !== '' && (
          <figure className="snippet">
            <figcaption>{t('prove.bytes')}</figcaption>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
            <pre tabIndex={0}>{active.seen}</pre>
          </figure>
        )}
      </dd>
      <dt>{t('prove.bridge')}</dt>
      <dd>{relay ? t('prove.bridge-yes') : t('prove.bridge-no')}</dd>
      <dt>{t('prove.tamper')}</dt>
      <dd>{bytesChanged ? t('prove.tamper-yes') : t('prove.tamper-no')}</dd>
      <dt>{t('prove.replay')}</dt>
      <dd>{replayed ? t('prove.replay-yes') : t('prove.replay-no')}</dd>
      <dt>{t('prove.anonymous')}</dt>
      <dd>{offPath.length > 0 ? t('prove.anonymous-yes') : t('prove.anonymous-no')}</dd>
    </dl>
  );
}

function TunnelFindings({ experiment }: { readonly experiment: TunnelExperiment }) {
  const t = useAppStore(selectTranslate);
  return (
    <>
      <h4>{t('prove.tunnel')}</h4>
      <p>{t('prove.tunnel-lead', { outer: experiment.outer })}</p>
      <dl>
        {experiment.segments.map(({ segment, passive, active }) => (
          <div key={segment}>
            <dt>{t(`segment.${segment}`)}</dt>
            <dd>
              {[...new Set([...passive, ...active])].map((one) => t(`exposure.${one}`)).join(', ') ||
                t('exposure.nothing')}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
