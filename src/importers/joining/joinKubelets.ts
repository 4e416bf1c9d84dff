import { effectiveSetting, factsOf } from '../../catalog/settings.ts';
import { groupBy } from '../../domain/groupBy.ts';
import { type ComponentConfig, type ExplicitSetting, overruling } from '../../domain/settings.ts';
import type { FoundComponent, FoundKubeletConfig, ImportedFact, Target } from '../found.ts';
import type { ImportIssue, KubeletQuestion } from '../importResult.ts';
import { byType, componentsOf } from './byType.ts';
import { nearness, type TargetOf } from './targeting.ts';

/** Whose kubelet a file configures, as the user has said: the name of a node, or null for all of them. */
export type KubeletTargets = Readonly<Record<string, string | null>>;

/** What has to be known of a node to tell which configurations are for it. */
export type NodeRole = { readonly name: string; readonly controlPlane: boolean; readonly group: string | null };

export type Kubelets = {
  readonly of: (node: string) => ComponentConfig;
  readonly issues: readonly ImportIssue[];
  readonly questions: readonly KubeletQuestion[];
};

type Targeted<T> = T & { readonly target: Target };
/** A file of settings, or a command line, and whom it is for. */
type Part =
  | { readonly type: 'config'; readonly one: Targeted<FoundKubeletConfig> }
  | { readonly type: 'line'; readonly one: Targeted<FoundComponent> };

/**
 * The configuration of each node's kubelet: a flag wins over a file, a drop-in over the file it is dropped into. A file is
 * for the node that it names, that its path names, or that the user names; else for all.
 */
export function kubeletsOf(
  found: readonly ImportedFact[],
  nodes: readonly NodeRole[],
  targetOf: TargetOf,
  targets: KubeletTargets,
): Kubelets {
  const configs = byType(found, 'kubelet-config').map(({ found: one }) => ({
    ...one,
    target: targetOf(one.place.file, one.target),
  }));
  const lines = componentsOf(found, 'kubelet').map((one) => ({
    ...one,
    target: targetOf(one.place.file, one.host ?? one.target),
  }));
  const parts: readonly Part[] = [
    ...configs.map((one) => ({ type: 'config', one }) as const),
    ...lines.map((one) => ({ type: 'line', one }) as const),
  ];
  const numbers = new Map(parts.map((part, index) => [part, index]));
  const named = groupBy(parts, ({ one: { target } }) => (typeof target === 'string' ? target : null));
  const byName = new Map(nodes.map((node) => [node.name, node]));
  const controlPlanes = nodes.filter(({ controlPlane }) => controlPlane).length;
  const known = new Map<string, ComponentConfig>();
  const of = (name: string): ComponentConfig => {
    const node = byName.get(name) ?? { name, controlPlane: false, group: null };
    const near = [...(named.get(null) ?? []), ...(named.get(name) ?? [])];
    near.sort((one, other) => (numbers.get(one) ?? 0) - (numbers.get(other) ?? 0));
    const choices = choicesFor(near, node, controlPlanes === 1);
    // Nodes for which the same parts are meant have the same kubelet: of thousands most are alike.
    const key = choices.map((own) => own.map((part) => numbers.get(part)).join()).join(';');
    const config = known.get(key) ?? agreed(choices.map(weighed)) ?? { form: 'unknown', explicitSettings: {} };
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
  return { of, questions, issues: notes(configs, lines) };
}

/**
 * What is for one node, which may be the only one of its control plane: one set, or several of which nobody knows which one is true. Of the nodes of a control plane one was
 * initialized and the others have joined; and what cannot be understood may be for any node.
 */
function choicesFor(parts: readonly Part[], node: NodeRole, isOnly: boolean): readonly (readonly Part[])[] {
  const is = ({ one: { target } }: Part, role: string) =>
    target !== null && typeof target === 'object' && 'role' in target && target.role === role;
  const sure = parts.filter((part) => {
    const { target } = part.one;
    if (target === null || target === node.name) return true;
    if (typeof target === 'object' && 'group' in target) return target.group === node.group;
    return is(part, node.controlPlane ? 'control-plane' : 'worker');
  });
  const initialized = parts.filter((part) => node.controlPlane && is(part, 'initialized'));
  const joined = parts.filter((part) => node.controlPlane && is(part, 'joined-control-plane'));
  const unclear = parts.filter((part) => is(part, 'unclear'));
  const isOneOf = isOnly && (initialized.length === 0 || joined.length === 0);
  const ways =
    isOneOf || initialized.length + joined.length === 0 ? [[...initialized, ...joined]] : [initialized, joined];
  return ways.flatMap((way) =>
    unclear.length > 0
      ? [
          [...sure, ...way],
          [...sure, ...way, ...unclear],
        ]
      : [[...sure, ...way]],
  );
}

function isBase({ config }: FoundKubeletConfig): boolean {
  return config.form !== 'unknown';
}

function notes(
  configs: readonly Targeted<FoundKubeletConfig>[],
  lines: readonly FoundComponent[],
): readonly ImportIssue[] {
  const issues: ImportIssue[] = [];
  const bases = observed(configs.filter((one) => isBase(one) && one.target === null));
  const base = bases.at(-1);
  if (base) {
    const isSeveral = bases.length > 1 && disagree(bases.map(({ config }) => config));
    const code = isSeveral ? 'kubelet-configs-several' : 'kubelet-config-for-all';
    const params = { file: [...new Set(bases.map(({ place }) => place.file))].join(', ') };
    issues.push({ code, severity: isSeveral ? 'warning' : 'info', place: base.place, params });
  }
  if (configs.some(isBase)) return issues;
  const naming = lines.find(({ config }) => configNamedIn(config.explicitSettings) !== null);
  if (naming) {
    const params = { component: 'kubelet', file: configNamedIn(naming.config.explicitSettings) ?? '' };
    issues.push({ code: 'config-not-shown', severity: 'warning', place: naming.place, params });
  }
  for (const { dropIn, place } of configs)
    if (dropIn !== undefined) issues.push({ code: 'kubelet-drop-in', severity: 'info', place, params: {} });
  return issues;
}

/** The file, or the directory of drop-ins, that a command line takes settings from; null where there is none. */
export function configNamedIn(explicitSettings: ComponentConfig['explicitSettings']): string | null {
  return explicitSettings['config']?.value || explicitSettings['config-dir']?.value || null;
}

/** What lies on a machine counts for more than what kubeadm was told to write there. */
function observed<T extends FoundKubeletConfig>(bases: readonly T[]): readonly T[] {
  const written = bases.filter(({ config }) => config.form !== 'kubeadm');
  return written.length > 0 ? written : bases;
}

function weighed(parts: readonly Part[]): ComponentConfig {
  const configs = parts.flatMap((part) => (part.type === 'config' ? [part.one] : []));
  const lines = parts.flatMap((part) => (part.type === 'line' ? [part.one] : []));
  // A file that names its node is nearer than one for all.
  const base = agreed(nearest(observed(configs.filter(isBase))).map(({ config }) => config));
  const dropIns = configs.filter((one) => !isBase(one)).sort(byName);
  const file = layered([
    base?.explicitSettings ?? {},
    ...farthestFirst(dropIns).map(({ config }) => config.explicitSettings),
  ]);
  if (lines.length === 0) return { form: base?.form ?? 'unknown', explicitSettings: file };
  const whole = nearest(lines.filter(isWhole));
  const seen = whole.filter(({ ofUnit }) => ofUnit !== true);
  const line = agreed((seen.length > 0 ? seen : whole).map(({ config }) => config));
  const others = lines.filter((one) => !isWhole(one));
  const flags = layered([
    ...farthestFirst(others).map(({ config }) => config.explicitSettings),
    line?.explicitSettings ?? {},
  ]);
  // A file is named that nobody shows: what is absent here may stand there.
  const form = configNamedIn(flags) === null ? (line?.form ?? 'unknown') : 'unknown';
  return { form: base?.form ?? form, explicitSettings: layered([file, flags]) };
}

/** A command line from its program to its end, though a variable in it may be open; others are parts of one. */
function isWhole({ config, open = [] }: FoundComponent): boolean {
  return config.form === 'flags' || open.length > 0;
}

function nearest<T extends { readonly target: Target }>(parts: readonly T[]): readonly T[] {
  const most = Math.max(0, ...parts.map(({ target }) => nearness(target)));
  return parts.filter(({ target }) => nearness(target) === most);
}

function farthestFirst<T extends { readonly target: Target }>(parts: readonly T[]): readonly T[] {
  return [...parts].sort((one, other) => nearness(one.target) - nearness(other.target));
}

function byName({ dropIn: one = '' }: FoundKubeletConfig, { dropIn: other = '' }: FoundKubeletConfig): number {
  return one < other ? -1 : Number(one > other);
}

/** Later values win over earlier ones, which stay to be seen. */
function layered(layers: readonly ComponentConfig['explicitSettings'][]): ComponentConfig['explicitSettings'] {
  const result: Record<string, ExplicitSetting> = {};
  for (const layer of layers)
    for (const [key, setting] of Object.entries(layer)) result[key] = overruling(setting, [result[key]]);
  return result;
}

/** Several configurations as one: where they differ, nobody knows which one counts. */
function agreed(configs: readonly ComponentConfig[]): ComponentConfig | null {
  const last = configs.at(-1);
  if (!last) return null;
  if (configs.length === 1) return last;
  const keys = new Set([
    ...factsOf('kubelet').map(({ key }) => key),
    ...configs.flatMap(({ explicitSettings }) => Object.keys(explicitSettings)),
  ]);
  const differing = [...keys].filter((key) => !isAgreed(configs, key));
  const unknown = differing.map((key): [string, ExplicitSetting] => {
    const all = configs.flatMap(({ explicitSettings }) => explicitSettings[key] ?? []);
    return [key, overruling({ value: '', origin: 'unknown', source: null }, all.reverse())];
  });
  // Where one of them is not all there, nobody knows what is absent in all of them.
  const form = configs.find((config) => config.form === 'unknown')?.form ?? last.form;
  return { form, explicitSettings: { ...last.explicitSettings, ...Object.fromEntries(unknown) } };
}

function disagree(configs: readonly ComponentConfig[]): boolean {
  return factsOf('kubelet').some(({ key }) => !isAgreed(configs, key));
}

function isAgreed(configs: readonly ComponentConfig[], key: string): boolean {
  const [first, ...others] = configs.map((config) => effectiveSetting('kubelet', config, key, 'unknown'));
  return others.every(
    ({ value, origin }) => value === first?.value && (origin === 'unknown') === (first?.origin === 'unknown'),
  );
}
