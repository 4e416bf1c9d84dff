import { useEffect, useMemo, useState } from 'react';
import { download } from '../../browser/download.ts';
import { loadPart } from '../../browser/loadPart.ts';
import type { Topology } from '../../domain/topology.ts';
import { assumptionCodes, droppedKinds, type ImportIssue, type KubeletQuestion } from '../../importers/importResult.ts';
import type { ImportChoice, ImportPreview as Preview } from '../../state/appState.ts';
import { driftBetween } from '../../state/drift.ts';
import { countsOf } from '../../state/ownModel.ts';
import { selectTranslate } from '../../state/selectors.ts';
import { useAppStore } from '../shared/AppStoreContext.ts';
import { Modal } from '../shared/Modal.tsx';
import { useCounts } from '../shared/useNumbers.ts';
import { DriftList } from './DriftList.tsx';
import '../dialogs/dialogs.css';

/** What was read, before anything of it is kept. */
export function ImportPreview() {
  const preview = useAppStore((state) => state.preview);
  return preview && <PreviewOf preview={preview} />;
}

function PreviewOf({ preview }: { readonly preview: Preview }) {
  const t = useAppStore(selectTranslate);
  const openDialog = useAppStore((state) => state.openDialog);
  const confirm = useAppStore((state) => state.confirmImport);
  const [mode, setMode] = useState<ImportChoice['mode']>(preview.updated && preview.isSameCluster ? 'update' : 'new');
  const [pseudonyms, setPseudonyms] = useState(false);
  const { clusters, issues } = preview.result;
  const [first] = clusters;
  useReadiness(first?.topology);
  if (!first) return null;
  const keep = async () => {
    const key = await confirm({ mode, pseudonyms });
    if (key) download(new Blob([JSON.stringify(key, null, 2)], { type: 'application/json' }), 'mitmap-key.json');
  };
  return (
    <Modal label={t('preview.title')} className="preview">
      <h2>{t('preview.title')}</h2>
      {clusters.length > 1 && <p className="notice">{t('preview.clusters', { count: clusters.length })}</p>}
      <section>
        <h3>{t('preview.kept')}</h3>
        {clusters.map(({ topology }) => (
          <Kept key={topology.name} topology={topology} />
        ))}
      </section>
      <Dropped counts={preview.result.dropped} />
      <Assumed issues={issues} />
      <Kubelets questions={first.questions} nodes={first.topology.nodes.map(({ name }) => name)} />
      <ProblemCount issues={issues} />
      {preview.updated && <ModeChoice mode={mode} onChange={setMode} />}
      {preview.updated && mode === 'update' && <WhatChanges updated={preview.updated} />}
      <label className="toggle">
        <input type="checkbox" checked={pseudonyms} onChange={(event) => setPseudonyms(event.target.checked)} />{' '}
        <span>
          {t('preview.pseudonyms')}
          <small>{t('preview.pseudonyms-hint')}</small>
        </span>
      </label>
      <div className="decide">
        <button type="button" onClick={() => openDialog(null)}>
          {t('import.cancel')}
        </button>
        <button type="button" className="primary" onClick={() => void keep()}>
          {t('preview.import')}
        </button>
      </div>
    </Modal>
  );
}

/** While somebody reads the preview, what the picture will need is made ready. */
function useReadiness(topology: Topology | undefined): void {
  useEffect(() => {
    if (!topology) return;
    const timer = setTimeout(
      () => void loadPart(() => import('../../state/prepare.ts')).then(({ prepare }) => prepare(topology)),
      100,
    );
    return () => clearTimeout(timer);
  }, [topology]);
}

function Kept({ topology }: { readonly topology: Topology }) {
  const t = useAppStore(selectTranslate);
  const written = useCounts();
  const configs = [
    ...topology.controlPlanes.flatMap(({ components }) => Object.values(components)),
    ...topology.nodes.flatMap(({ kubelet, kubeProxy, konnectivityAgent }) => [kubelet, kubeProxy, konnectivityAgent]),
  ];
  // Nodes that share a configuration share its settings too: each place in a file counts once.
  const places = configs.flatMap((config) =>
    Object.entries(config?.explicitSettings ?? {}).map(([key, { source }]) => `${key} ${source?.file}:${source?.line}`),
  );
  const hosts = topology.controlPlanes.map(({ name }) => name).join(', ');
  const extensions = topology.extensions.length + topology.outside.length;
  return (
    <div className="kept">
      <b>{topology.name}</b>
      <p>
        {topology.kubernetesVersion !== 'unknown' &&
          `${t('preview.version', { version: topology.kubernetesVersion })}. `}
        {t('preview.elements', written(countsOf(topology)))}.{' '}
        {t('preview.more', { hosts, settings: new Set(places).size, extensions })}
      </p>
    </div>
  );
}

function Dropped({ counts }: { readonly counts: Preview['result']['dropped'] }) {
  const t = useAppStore(selectTranslate);
  const shown = droppedKinds.flatMap((kind) => {
    const count = counts[kind] ?? 0;
    return count > 0 ? [{ kind, count }] : [];
  });
  return (
    <section>
      <h3>{t('preview.dropped')}</h3>
      {shown.length === 0 ? (
        <p>{t('preview.dropped-none')}</p>
      ) : (
        <ul className="pills">
          {shown.map(({ kind, count }) => (
            <li key={kind}>{t(`dropped.${kind}`, { count })}</li>
          ))}
        </ul>
      )}
      <p className="muted">{t('preview.dropped-hint')}</p>
    </section>
  );
}

function Assumed({ issues }: { readonly issues: readonly ImportIssue[] }) {
  const t = useAppStore(selectTranslate);
  const assumed = issues.filter(({ code }) => assumptionCodes.includes(code));
  const texts = [...new Set(assumed.map(({ code, params }) => t(`issue.${code}`, params)))];
  return (
    <section>
      <h3>{t('preview.assumed')}</h3>
      {texts.length === 0 && <p>{t('preview.assumed-none')}</p>}
      <ul>
        {texts.slice(0, 20).map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </section>
  );
}

/** Asks whose each kubelet configuration is, where neither its text nor its name tells. */
function Kubelets({
  questions,
  nodes,
}: {
  readonly questions: readonly KubeletQuestion[];
  readonly nodes: readonly string[];
}) {
  const t = useAppStore(selectTranslate);
  const assign = useAppStore((state) => state.assignKubelet);
  if (questions.length === 0) return null;
  return (
    <section>
      <h3>{t('preview.kubelets')}</h3>
      {questions.map(({ file, node }) => (
        <label key={file} className="row">
          <span>{file}</span>
          <select value={node ?? ''} onChange={(event) => void assign(file, event.target.value || null)}>
            <option value="">{t('preview.all-nodes')}</option>
            {nodes.map((name) => (
              <option key={name}>{name}</option>
            ))}
          </select>
        </label>
      ))}
    </section>
  );
}

function ProblemCount({ issues }: { readonly issues: readonly ImportIssue[] }) {
  const t = useAppStore(selectTranslate);
  const openDialog = useAppStore((state) => state.openDialog);
  const count = (severity: ImportIssue['severity']) => issues.filter((one) => one.severity === severity).length;
  const params = { errors: count('error'), warnings: count('warning'), infos: count('info') };
  return (
    <p>
      <button type="button" className="link" disabled={issues.length === 0} onClick={() => openDialog('problems')}>
        {t('preview.problems', params)}
      </button>
    </p>
  );
}

function ModeChoice({
  mode,
  onChange,
}: {
  readonly mode: ImportChoice['mode'];
  readonly onChange: (mode: ImportChoice['mode']) => void;
}) {
  const t = useAppStore(selectTranslate);
  return (
    <fieldset>
      <legend>{t('preview.mode')}</legend>
      {(['update', 'new'] as const).map((one) => (
        <label key={one} className="toggle">
          <input type="radio" name="mode" checked={mode === one} onChange={() => onChange(one)} />{' '}
          <span>
            {t(`preview.${one}`)}
            <small>{t(`preview.${one}-hint`)}</small>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function WhatChanges({ updated }: { readonly updated: Topology }) {
  const t = useAppStore(selectTranslate);
  const present = useAppStore((state) => state.topology);
  const drift = useMemo(() => driftBetween(present, updated), [present, updated]);
  return (
    <section>
      <h3>{t('drift.title')}</h3>
      <DriftList drift={drift} />
    </section>
  );
}
