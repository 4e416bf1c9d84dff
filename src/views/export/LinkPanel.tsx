import { useEffect, useMemo, useState } from 'react';
import { copyText } from '../../browser/clipboard.ts';
import { download } from '../../browser/download.ts';
import { randomMark } from '../../browser/randomMark.ts';
import type { Topology } from '../../domain/topology.ts';
import { type Locale, locales } from '../../i18n/texts.ts';
import type { Translate } from '../../i18n/translate.ts';
import { type PseudonymKey, pseudonymize } from '../../importers/pseudonyms.ts';
import { type LinkParam, longestLink, longLink, type ShareLink, writeShareLink } from '../../project/shareLink.ts';
import { projectFileName, projectVersion, writeProjectFile } from '../../project/writeProject.ts';
import { isNameField } from '../../query/fields.ts';
import { shownParams } from '../../state/addressState.ts';
import { downloadAsProject, downloadProject } from '../../state/downloadProject.ts';
import { countsOf } from '../../state/ownModel.ts';
import { queryOf } from '../../state/pathFilter.ts';
import { selectTranslate } from '../../state/selectors.ts';
import { useAppStore, useStoreApi } from '../shared/AppStoreContext.ts';
import './link.css';

type Options = {
  readonly viewOnly: boolean;
  readonly selection: boolean;
  readonly pseudonyms: boolean;
  readonly remarks: boolean;
  readonly lang: Locale | null;
  readonly theme: 'light' | 'dark' | null;
};

/** A link or a project file. */
export function LinkPanel() {
  return (
    <div className="sharing">
      <LinkPart />
      <ProjectPart />
    </div>
  );
}

function LinkPart() {
  const t = useAppStore(selectTranslate);
  const state = useAppStore((one) => one);
  const topology = state.trialBase ?? state.topology;
  const isImported = topology.sources.length > 0 && !topology.pseudonymous;
  const [mark] = useState(randomMark);
  const [options, setOptions] = useState<Options>({
    viewOnly: false,
    selection: true,
    pseudonyms: isImported,
    remarks: !isImported,
    lang: null,
    theme: null,
  });
  const set = (change: Partial<Options>) => setOptions((before) => ({ ...before, ...change }));
  const made = useMemo(
    () => (options.pseudonyms ? pseudonymize(topology, mark) : null),
    [topology, options.pseudonyms, mark],
  );

  const shared = useMemo(
    () => sharedModel(made?.topology ?? topology, options.remarks),
    [made, topology, options.remarks],
  );
  const shown = shownParams(state).flatMap(([name, value]): readonly LinkParam[] => {
    if (!made || name === 'colour') return [[name, value]];
    // Half a query would show something else.
    if (name === 'q') return isWithoutNames(value) ? [[name, value]] : [];
    return [[name, made.subject(value)]];
  });
  const link = useMemo(() => writeShareLink(shared, []), [shared]);
  const params = paramsOf(options, shown);
  const address = addressOf(link, params);
  const hasShown = shown.length > 0;
  return (
    <section className="sharing-part">
      <h3>{t('sharing.link')}</h3>
      <p>{t('sharing.link.what')}</p>
      {isImported && <p className="notice">{t('sharing.imported')}</p>}
      <LinkOptions options={options} set={set} hasShown={hasShown} />
      {made && <KeyOfNames pseudonymKey={made.key} />}
      <Contents topology={shared} />
      <Address address={address} shared={shared} />
      {location.protocol === 'file:' && <p className="notice">{t('sharing.local')}</p>}
    </section>
  );
}

type OptionProps = { readonly options: Options; readonly set: (change: Partial<Options>) => void };

function LinkOptions({ options, set, hasShown }: OptionProps & { readonly hasShown: boolean }) {
  const t = useAppStore(selectTranslate);
  const topology = useAppStore((state) => state.trialBase ?? state.topology);
  const remarks = Object.keys(topology.remarks).length;
  return (
    <div className="options">
      <Check
        label={t('sharing.pseudonyms')}
        hint={t('sharing.pseudonyms.hint')}
        value={options.pseudonyms}
        disabled={topology.pseudonymous !== undefined}
        onChange={(pseudonyms) => set({ pseudonyms })}
      />
      {remarks > 0 && (
        <Check
          label={`${t('sharing.remarks')} (${remarks})`}
          hint={t('sharing.remarks.hint')}
          value={options.remarks}
          onChange={(value) => set({ remarks: value })}
        />
      )}
      <Check
        label={t('sharing.view-only')}
        hint={t('sharing.view-only.hint')}
        value={options.viewOnly}
        onChange={(viewOnly) => set({ viewOnly })}
      />
      <Check
        label={t('sharing.selection')}
        hint={hasShown ? null : t('sharing.selection.none')}
        value={options.selection && hasShown}
        disabled={!hasShown}
        onChange={(selection) => set({ selection })}
      />
      <TheirPreferences options={options} set={set} />
    </div>
  );
}

/** Language and theme of whoever opens the link, where they are not to keep their own. */
function TheirPreferences({ options, set }: OptionProps) {
  const t = useAppStore(selectTranslate);
  return (
    <div className="choices">
      <label className="field">
        <span>{t('sharing.language')}</span>
        <select
          value={options.lang ?? ''}
          onChange={({ target }) => set({ lang: locales.find((one) => one === target.value) ?? null })}
        >
          <option value="">{t('sharing.theirs')}</option>
          <option value="en">{t('sharing.english')}</option>
          <option value="de">{t('sharing.german')}</option>
        </select>
      </label>
      <label className="field">
        <span>{t('sharing.theme')}</span>
        <select
          value={options.theme ?? ''}
          onChange={({ target }) =>
            set({ theme: (['light', 'dark'] as const).find((one) => one === target.value) ?? null })
          }
        >
          <option value="">{t('sharing.theirs')}</option>
          <option value="light">{t('sharing.light')}</option>
          <option value="dark">{t('sharing.dark')}</option>
        </select>
      </label>
    </div>
  );
}

/** The only way from pseudonyms back to the names. */
function KeyOfNames({ pseudonymKey }: { readonly pseudonymKey: PseudonymKey }) {
  const t = useAppStore(selectTranslate);
  return (
    <div className="key">
      <button
        type="button"
        onClick={() =>
          download(new Blob([JSON.stringify(pseudonymKey, null, 2)], { type: 'application/json' }), 'mitmap-key.json')
        }
      >
        {t('sharing.key')}
      </button>
      <small>{t('sharing.key.hint')}</small>
    </div>
  );
}

/** Whether a query names nothing of the cluster, as far as one can tell: a word may be part of a name. */
function isWithoutNames(text: string): boolean {
  const { terms, problems } = queryOf(text);
  return problems.length === 0 && terms.every(({ field }) => field !== 'text' && !isNameField(field));
}

/** What is given away: remarks only where they are wanted. */
function sharedModel(topology: Topology, remarks: boolean): Topology {
  return remarks ? topology : { ...topology, remarks: {} };
}

function paramsOf({ viewOnly, selection, lang, theme }: Options, shown: readonly LinkParam[]): readonly LinkParam[] {
  return [
    ...(viewOnly ? [['view', 'only'] as const] : []),
    ...(lang ? [['lang', lang] as const] : []),
    ...(theme ? [['theme', theme] as const] : []),
    ...(selection ? shown : []),
  ];
}

/** The whole address; null where the model is far too large for one. */
function addressOf({ fragment }: ShareLink, params: readonly LinkParam[]): string | null {
  if (fragment === null) return null;
  const before = new URLSearchParams(params.map(([name, value]) => [name, value])).toString();
  return `${location.href.split('#')[0]}#${before}${before && '&'}${fragment}`;
}

function Check({
  label,
  hint,
  value,
  disabled = false,
  onChange,
}: {
  readonly label: string;
  readonly hint: string | null;
  readonly value: boolean;
  readonly disabled?: boolean;
  readonly onChange: (value: boolean) => void;
}) {
  return (
    <label className="toggle">
      <input type="checkbox" checked={value} disabled={disabled} onChange={({ target }) => onChange(target.checked)} />
      <span>
        {label}
        {hint && <small>{hint}</small>}
      </span>
    </label>
  );
}

/** So that nobody shares what he did not mean to. */
function Contents({ topology }: { readonly topology: Topology }) {
  const t = useAppStore(selectTranslate);
  const locale = useAppStore((state) => state.locale);
  const { controlPlanes, nodes, pods, services, outside, extensions, sources, remarks } = topology;
  const examples = [controlPlanes, nodes, pods, services].flatMap(([first]) => (first ? [first.name] : []));
  const counts = { hosts: controlPlanes.length, others: outside.length + extensions.length, ...countsOf(topology) };
  const number = new Intl.NumberFormat(locale);
  const written = Object.fromEntries(Object.entries(counts).map(([key, count]) => [key, number.format(count)]));
  return (
    <details className="contents" open={sources.length > 0}>
      <summary>{t('sharing.contains')}</summary>
      <ul>
        <li>{t('sharing.contains.counts', written)}</li>
        {examples.length > 0 && <li>{t('sharing.contains.examples', { names: examples.join(', ') })}</li>}
        {sources[0] !== undefined && (
          <li>{t('sharing.contains.files', { count: sources.length, name: sources[0] })}</li>
        )}
        <li>{t('sharing.contains.remarks', { count: Object.keys(remarks).length })}</li>
        {topology.pseudonymous && <li>{t('sharing.contains.pseudonyms')}</li>}
        <li>{t('sharing.contains.no-secrets')}</li>
      </ul>
    </details>
  );
}

/** The link and its length; a file where it is too long. */
function Address({ address, shared }: { readonly address: string | null; readonly shared: Topology }) {
  const t = useAppStore(selectTranslate);
  const locale = useAppStore((state) => state.locale);
  const [said, setSaid] = useState<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was said was about the former link
  useEffect(() => setSaid(null), [address]);
  const number = new Intl.NumberFormat(locale);
  const length = address?.length ?? 0;
  const save = () => setSaid(t('sharing.project.saved', { name: downloadAsProject(shared) }));
  if (address === null || length > longestLink) {
    const words =
      address === null
        ? t('sharing.far-too-long')
        : t('sharing.too-long', { length: number.format(length), limit: number.format(longestLink) });
    return (
      <div className="address">
        <p className="notice">{words}</p>
        <SaveInstead save={save} isPrimary />
        <p role="status">{said}</p>
      </div>
    );
  }
  const copy = async () => {
    try {
      await copyText(address);
      setSaid(t('sharing.copied'));
    } catch {
      setSaid(t('sharing.copy-failed'));
    }
  };
  return (
    <div className="address">
      {length > longLink && <p className="notice">{t('sharing.long', { limit: number.format(longLink) })}</p>}
      <div className="copy">
        <input
          type="text"
          readOnly
          value={address}
          aria-label={t('sharing.address')}
          aria-describedby="link-length"
          onFocus={({ target }) => target.select()}
        />
        <button type="button" className="primary" onClick={() => void copy()}>
          {t('sharing.copy')}
        </button>
        {length > longLink && <SaveInstead save={save} />}
      </div>
      <p className="said">
        <small id="link-length">
          {length > longLink
            ? t('sharing.length.of', { length: number.format(length), most: number.format(longestLink) })
            : t('sharing.length', { length: number.format(length) })}
        </small>
        <span role="status">{said}</span>
      </p>
    </div>
  );
}

function SaveInstead({ save, isPrimary = false }: { readonly save: () => void; readonly isPrimary?: boolean }) {
  const t = useAppStore(selectTranslate);
  return (
    <button type="button" className={isPrimary ? 'primary' : undefined} onClick={save}>
      {t('sharing.save-instead')}
    </button>
  );
}

function ProjectPart() {
  const t = useAppStore(selectTranslate);
  const app = useStoreApi();
  const locale = useAppStore((state) => state.locale);
  const topology = useAppStore((state) => state.trialBase ?? state.topology);
  const [saved, setSaved] = useState(false);
  const bytes = useMemo(() => sizeOfFile(topology), [topology]);
  const name = projectFileName(topology);
  return (
    <section className="sharing-part">
      <h3>{t('sharing.project')}</h3>
      <p>{t('sharing.project.what')}</p>
      <p className="file">
        <code>{name}</code>
        {bytes !== null && (
          <small>{t('sharing.project.size', { size: sizeOf(bytes, locale), version: projectVersion })}</small>
        )}
      </p>
      <div className="save">
        <button
          type="button"
          className="primary"
          onClick={() => {
            downloadProject(app);
            setSaved(true);
          }}
        >
          {t('sharing.project.save')}
        </button>
        <kbd>{keysOf(t, 'S')}</kbd>
        <span role="status">{saved && t('sharing.project.saved', { name })}</span>
      </div>
      <p className="muted">{t('sharing.project.open', { keys: keysOf(t, 'O') })}</p>
    </section>
  );
}

/** Null for a model that is so large that measuring it would be felt. */
function sizeOfFile(topology: Topology): number | null {
  return topology.pods.length > 20_000 ? null : new Blob([writeProjectFile(topology)]).size;
}

function keysOf(t: Translate, key: string): string {
  return `${t('key.ctrl')}+${key}`;
}

function sizeOf(bytes: number, locale: Locale): string {
  const isLarge = bytes >= 1_000_000;
  const unit = isLarge ? 'megabyte' : 'kilobyte';
  const amount = bytes / (isLarge ? 1_000_000 : 1000);
  return new Intl.NumberFormat(locale, { style: 'unit', unit, maximumFractionDigits: 1 }).format(amount);
}
