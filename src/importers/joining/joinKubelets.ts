import { effectiveSetting, factsOf } from '../../catalogue/settings.ts';
import { type ComponentConfig, overruling, type StatedSetting } from '../../domain/settings.ts';
import type { Found, FoundComponent, FoundKubeletConfig, Target } from '../found.ts';
import type { ImportIssue, KubeletQuestion } from '../importResult.ts';
import { byType, componentsOf } from './byType.ts';
import { createNameFinder } from './nameInPath.ts';

/** Whose kubelet a file configures, as the user has said: the name of a node, or null for all of them. */
export type KubeletTargets = Readonly<Record<string, string | null>>;

type NodeRole = { readonly name: string; readonly controlPlane: boolean };

export type Kubelets = {
  readonly of: (node: string) => ComponentConfig;
  readonly issues: readonly ImportIssue[];
  readonly questions: readonly KubeletQuestion[];
};

/**
 * The configuration of each node's kubelet: a flag wins over a file, a drop-in over the file it is dropped into. A file is
 * for the node that it names, that its path names, or that the user names; else for all.
 */
export function kubeletsOf(found: readonly Found[], nodes: readonly NodeRole[], targets: KubeletTargets): Kubelets {
  const nameIn = createNameFinder(nodes.map(({ name }) => name));
  const targetOf = (file: string, own: Target | undefined): Target => {
    if (own !== undefined && own !== null) return own;
    return Object.hasOwn(targets, file) ? (targets[file] ?? null) : nameIn(file);
  };
  const configs = byType(found, 'kubelet-config').map(({ found: one }) => ({
    ...one,
    target: targetOf(one.place.file, one.target),
  }));
  const lines = componentsOf(found, 'kubelet').map((one) => ({ ...one, target: targetOf(one.place.file, one.host) }));
  const supplied = new Set(lines.flatMap(({ supplies = [] }) => supplies));
  const known = new Map<string, ComponentConfig>();
  const of = (name: string): ComponentConfig => {
    const role = nodes.find((node) => node.name === name)?.controlPlane ? 'control-plane' : 'worker';
    const concerns = ({ target }: { readonly target: Target }) =>
      target === null || target === name || (typeof target === 'object' && target.role === role);
    const own = { configs: configs.filter(concerns), lines: lines.filter(concerns) };
    const key = [...own.configs.map(({ place }) => place), ...own.lines.map(({ place }) => place)]
      .map(({ file, line }) => `${file}:${line}`)
      .join();
    const config = known.get(key) ?? weighed(own.configs, own.lines, supplied);
    known.set(key, config);
    return config;
  };
  const open = [...configs.filter(isBase), ...lines.filter(({ config }) => config.form === 'flags')].filter(
    ({ target }) => target === null,
  );
  const files = [...new Set(open.map(({ place }) => place.file))];
  const questions =
    nodes.length > 1 && (files.length > 1 || Object.keys(targets).length > 0)
      ? [...new Set([...files, ...Object.keys(targets)])].map((file) => ({ file, node: targets[file] ?? null }))
      : [];
  return {
    of,
    questions,
    issues: notes(
      configs.filter((one) => isBase(one) && one.target === null),
      lines,
      configs,
    ),
  };
}

function isBase({ config }: FoundKubeletConfig): boolean {
  return config.form !== 'unknown';
}

function notes(
  bases: readonly FoundKubeletConfig[],
  lines: readonly FoundComponent[],
  all: readonly FoundKubeletConfig[],
): readonly ImportIssue[] {
  const issues: ImportIssue[] = [];
  const base = bases.at(-1);
  if (base) {
    const isSeveral = bases.length > 1 && disagree(bases.map(({ config }) => config));
    const code = isSeveral ? 'kubelet-configs-several' : 'kubelet-config-for-all';
    const params = { file: [...new Set(bases.map(({ place }) => place.file))].join(', ') };
    issues.push({ code, severity: isSeveral ? 'warning' : 'info', place: base.place, params });
  }
  const naming = lines.find(({ config }) => config.stated['config'] !== undefined);
  if (naming && !all.some(isBase)) {
    const params = { file: naming.config.stated['config']?.value ?? '' };
    issues.push({ code: 'config-not-shown', severity: 'warning', place: naming.place, params });
  }
  return issues;
}

function weighed(
  configs: readonly FoundKubeletConfig[],
  lines: readonly FoundComponent[],
  supplied: ReadonlySet<string>,
): ComponentConfig {
  const bases = configs.filter(isBase);
  // A file that names its node is nearer than one for all.
  const named = bases.filter(({ target }) => typeof target === 'string');
  const ofRole = bases.filter(({ target }) => typeof target === 'object' && target !== null);
  const nearest = [named, ofRole, bases].find((some) => some.length > 0) ?? [];
  const base = agreed(nearest.map(({ config }) => config));
  const dropIns = configs.filter((one) => !isBase(one)).map(({ config }) => config.stated);
  const file = layered([base?.stated ?? {}, ...dropIns]);
  if (lines.length === 0) return { form: base?.form ?? 'unknown', stated: file };
  const flags = layered(lines.map(({ config }) => config.stated));
  return { form: base?.form ?? formOf(lines, flags, supplied), stated: layered([file, flags]) };
}

/** What a command line says of absent flags: nothing where a file is named that nobody shows, or a variable is open. */
function formOf(
  lines: readonly FoundComponent[],
  flags: ComponentConfig['stated'],
  supplied: ReadonlySet<string>,
): ComponentConfig['form'] {
  if (flags['config']) return 'unknown';
  const isClosed = ({ config, open = [] }: FoundComponent) =>
    config.form === 'flags' || (open.length > 0 && open.every((name) => supplied.has(name.split(' ')[0] ?? '')));
  return lines.some(isClosed) ? 'flags' : 'unknown';
}

/** Later values win over earlier ones, which stay to be seen. */
function layered(layers: readonly ComponentConfig['stated'][]): ComponentConfig['stated'] {
  const result: Record<string, StatedSetting> = {};
  for (const layer of layers)
    for (const [key, setting] of Object.entries(layer)) result[key] = overruling(setting, [result[key]]);
  return result;
}

/** Several configurations as one: where they differ, nobody knows which one counts. */
function agreed(configs: readonly ComponentConfig[]): ComponentConfig | null {
  const last = configs.at(-1);
  if (!last) return null;
  const keys = new Set([
    ...factsOf('kubelet').map(({ key }) => key),
    ...configs.flatMap(({ stated }) => Object.keys(stated)),
  ]);
  const differing = [...keys].filter((key) => !isAgreed(configs, key));
  const unknown = differing.map((key): [string, StatedSetting] => {
    const all = configs.flatMap(({ stated }) => stated[key] ?? []);
    return [key, overruling({ value: '', origin: 'unknown', source: null }, all.reverse())];
  });
  return { form: last.form, stated: { ...last.stated, ...Object.fromEntries(unknown) } };
}

function disagree(configs: readonly ComponentConfig[]): boolean {
  return factsOf('kubelet').some(({ key }) => !isAgreed(configs, key));
}

function isAgreed(configs: readonly ComponentConfig[], key: string): boolean {
  const values = configs.map((config) => effectiveSetting('kubelet', config, key, 'unknown').value);
  return values.every((value) => value === values[0]);
}
