import { useEffect, useState } from 'react';
import { download } from '../../browser/download.ts';
import { loadPart } from '../../browser/loadPart.ts';
import { settingName } from '../../catalog/settings.ts';
import type { Topology } from '../../domain/topology.ts';
import type { Change } from '../../remedies/change.ts';
import { cisEditionOf } from '../../remedies/cisEdition.ts';
import type { Patch } from '../../remedies/patches/patch.ts';
import { bsiEdition, remedyFacts } from '../../remedies/remedyFacts.ts';
import type { RemedyId } from '../../remedies/remedyIds.ts';
import { selectTranslate } from '../../state/selectors.ts';
import { Command } from '../importing/ImportGuide.tsx';
import { useAppStore } from '../shared/AppStoreContext.ts';
import { SourceLink } from '../shared/SourceLink.tsx';

/** Everything that is known of one remedy, in the same order everywhere: what, price, what stays open, proof, patches. */
export function FixDetails({ remedy, changes }: { readonly remedy: RemedyId; readonly changes: readonly Change[] }) {
  const t = useAppStore(selectTranslate);
  const fact = remedyFacts[remedy];
  const { breaks = [], leaves = [], checks, cis = [], bsi = [], since } = fact;
  const edition = useAppStore((state) => cisEditionOf(state.topology.kubernetesVersion));
  return (
    <div className="fix-details">
      <p>{t(`remedy.${remedy}.do`)}</p>
      <h4>{t('fixes.changes')}</h4>
      <ul className="changes">
        {changes.map(({ component, key, value }) => (
          <li key={`${component} ${key}`}>
            {component} <code>{component === 'pod' ? key : settingName(component, key)}</code> = <code>{value}</code>
          </li>
        ))}
      </ul>
      {since !== undefined && <p className="muted">{t('fixes.since', { minor: since })}</p>}
      <h4>{t('fixes.breaks')}</h4>
      {breaks.length === 0 ? (
        <p>{t('fixes.breaks-nothing')}</p>
      ) : (
        <ul>
          {breaks.map((id) => (
            <li key={id}>{t(`breaks.${id}`)}</li>
          ))}
        </ul>
      )}
      {leaves.length > 0 && (
        <>
          <h4>{t('fixes.leaves')}</h4>
          <ul>
            {leaves.map((id) => (
              <li key={id}>{t(`leaves.${id}`)}</li>
            ))}
          </ul>
        </>
      )}
      <Patches changes={changes} commands={fact.commands ?? []} />
      <h4>{t('fixes.verify')}</h4>
      {checks.map((check) => (
        <div key={check.command} className="check">
          <Command text={check.command} />
          <p className="muted">
            {t('fixes.expect')}: {'sees' in check ? t(`sees.${check.sees}`) : <code>{check.expect}</code>}
          </p>
        </div>
      ))}
      <h4>{t('fixes.references')}</h4>
      <p className="muted">
        {[
          ...(edition && cis.length > 0 ? [`${edition.title}: ${cis.join(', ')}`] : []),
          ...(bsi.length > 0 ? [`${bsiEdition}: ${bsi.join(', ')}`] : []),
        ].join(' · ')}
        {(edition ? cis.length : 0) + bsi.length > 0 && ' · '}
        {fact.sources.map((tag, index) => (
          <span key={tag}>
            {index > 0 && ' · '}
            <SourceLink tag={tag} />
          </span>
        ))}
      </p>
    </div>
  );
}

type Shown = Omit<Patch, 'kind'> & { readonly kind: Patch['kind'] | 'commands' | 'manifest-diff' };

/** The same change in every form that fits, one at a time. */
function Patches({ changes, commands }: { readonly changes: readonly Change[]; readonly commands: readonly string[] }) {
  const t = useAppStore(selectTranslate);
  const topology = useAppStore((state) => state.topology);
  const reader = useAppStore((state) => state.reader);
  const [patches, setPatches] = useState<readonly Shown[]>([]);
  const [chosen, setChosen] = useState(0);
  useEffect(() => {
    let isOver = false;
    const load = async () => {
      const { patchesOf } = await loadPart(() => import('../../remedies/patches/patchesOf.ts'));
      const written: Shown[] = [...patchesOf(topology, changes)];
      const diffs = await manifestDiffs(topology, changes, reader.lines);
      const lines: Shown[] =
        commands.length > 0 ? [{ kind: 'commands', file: 'kubectl.sh', text: `${commands.join('\n')}\n` }] : [];
      if (!isOver) setPatches([...diffs, ...written, ...lines]);
    };
    void load();
    return () => {
      isOver = true;
    };
  }, [topology, changes, commands, reader]);
  const patch = patches[chosen] ?? patches[0];
  if (!patch) return null;
  return (
    <>
      <h4>{t('fixes.patches')}</h4>
      <div className="tabs" role="group" aria-label={t('fixes.patches')}>
        {patches.map(({ kind, file, hosts }, index) => (
          <button
            key={`${kind} ${file} ${hosts?.[0] ?? ''}`}
            type="button"
            aria-pressed={patch === patches[index]}
            onClick={() => setChosen(index)}
          >
            {t(`patch.${kind}`)}
            {hosts && ` (${shortList(hosts)})`}
          </button>
        ))}
      </div>
      <figure className="patch">
        <figcaption>
          <code>{patch.file}</code>
          {patch.hosts && <span>{t('fixes.patch-for', { hosts: patch.hosts.join(', ') })}</span>}
          <button
            type="button"
            onClick={() =>
              download(new Blob([patch.text], { type: 'text/plain' }), patch.file.split('/').at(-1) ?? 'patch')
            }
          >
            {t('fixes.download')}
          </button>
        </figcaption>
        <Command text={patch.text.trimEnd()} />
      </figure>
    </>
  );
}

/** The first of some hosts, and how many more there are. */
function shortList(hosts: readonly string[]): string {
  return hosts.length > 1 ? `${hosts[0]} +${hosts.length - 1}` : (hosts[0] ?? '');
}

/** Diffs of the manifests that were imported, while their files are at hand. */
async function manifestDiffs(
  topology: Topology,
  changes: readonly Change[],
  linesOf: (file: string) => Promise<readonly string[] | null>,
): Promise<readonly Shown[]> {
  const { manifestDiff } = await loadPart(() => import('../../remedies/patches/manifestDiff.ts'));
  const found: Shown[] = [];
  const seen = new Set<string>();
  for (const { components } of topology.controlPlanes) {
    for (const [component, config] of Object.entries(components)) {
      const own = changes.filter((change) => change.component === component && !change.key.includes('.'));
      const files = new Set(Object.values(config?.explicitSettings ?? {}).flatMap(({ source }) => source?.file ?? []));
      for (const file of files) {
        if (!config || own.length === 0 || seen.has(`${component} ${file}`) || !/\.ya?ml$/.test(file)) continue;
        seen.add(`${component} ${file}`);
        const lines = await linesOf(file);
        const text = lines && manifestDiff(file, lines, config, own);
        if (text) found.push({ kind: 'manifest-diff', file: `${file.split('/').at(-1)}.diff`, text });
      }
    }
  }
  return found;
}
