import type { SettingComponent } from '../../catalog/settings.ts';
import { type ComponentConfig, type ExplicitSetting, overruling, unknownConfig } from '../../domain/settings.ts';
import { type ControlPlaneComponent, type ControlPlaneHost, controlPlaneComponents } from '../../domain/topology.ts';
import type { FoundComponent, ImportedFact } from '../found.ts';
import type { ImportIssue } from '../importResult.ts';
import { byType, componentsOf } from './byType.ts';
import { createTargeting } from './targeting.ts';

type HostComponents = Partial<Record<ControlPlaneComponent, ComponentConfig>>;

/** The hosts of the control plane, and what runs on each. */
export function joinControlPlanes(
  found: readonly ImportedFact[],
  issues: ImportIssue[],
  sources: readonly string[],
): readonly ControlPlaneHost[] {
  const hosts = new Map<string, HostComponents>();
  const fromNodes = [...new Set(byType(found, 'node').flatMap(({ node }) => (node.controlPlane ? [node.name] : [])))];
  for (const name of fromNodes) hosts.set(name, {});
  const observed = byType(found, 'component')
    .map((one) => one.found)
    .filter((one) => one.config.form !== 'kubeadm');
  const targetOf = createTargeting(fromNodes, sources);
  const named = observed.map((one): Placed => {
    const target = targetOf(one.place.file, one.host ?? one.target);
    return { one, host: typeof target === 'string' ? target : null };
  });
  const folders = foldersOf(named);
  const placed = named.map(({ one, host }) => ({ one, host: host ?? folders.get(one.place.file) ?? null }));
  for (const { one, host: named } of [...placed].sort(nearestFirst)) {
    const component = controlPlaneComponents.find((name) => name === one.component);
    if (!component) continue;
    const running = observed.filter(
      (other) => other.host !== null && other.component === component && (named === null || other.host === named),
    );
    if (one.host === null && one.config.form === 'flags' && running.length > 0) {
      mergeManifest(hosts, component, [...new Set(running.map(({ host }) => host ?? ''))], one, issues);
      continue;
    }
    for (const host of named === null ? unnamedHosts(hosts, component, one, issues) : [named])
      hosts.set(host, { ...hosts.get(host), [component]: withPartial(hosts.get(host)?.[component], one.config) });
  }
  if (hosts.size === 0) hosts.set('control-plane', {});
  const inFiles = Object.assign({}, ...byType(found, 'api-server-file').map((one) => one.explicitSettings));
  const all = [...hosts].map(([name, components]) => ({
    id: `host:${name}`,
    name,
    components: completed(found, components, inFiles),
  }));
  noteUnseenEtcdFile(found, issues);
  noteUnseen(all, found, issues, sources);
  return all;
}

type Placed = { readonly one: FoundComponent; readonly host: string | null };

/** What a file says to run on a host, then what lies in a host's folder, then the rest. */
function nearestFirst(a: Placed, b: Placed): number {
  return Number(a.one.host === null) - Number(b.one.host === null) || Number(a.host === null) - Number(b.host === null);
}

/**
 * A manifest that names no host, beside what runs on hosts: it is theirs where it says the same, and tells the line that
 * somebody would edit. Where it says something else, what runs counts, and the difference is told.
 */
function mergeManifest(
  hosts: Map<string, HostComponents>,
  component: ControlPlaneComponent,
  running: readonly string[],
  manifest: FoundComponent,
  issues: ImportIssue[],
): void {
  const differing = (host: string) => differingFlags(hosts.get(host)?.[component] ?? unknownConfig, manifest.config);
  const same = running.filter((host) => differing(host).length === 0);
  const [only] = running;
  if (same.length === 0 && only !== undefined) {
    const params = {
      component,
      host: running.join(', '),
      flags: differing(only)
        .map((key) => `--${key}`)
        .join(', '),
    };
    issues.push({ code: 'manifest-differs', severity: 'warning', place: manifest.place, params });
  }
  for (const host of same.length > 0 || running.length > 1 ? same : running) {
    const config = hosts.get(host)?.[component] ?? unknownConfig;
    const explicitSettings = Object.entries(config.explicitSettings).map(
      ([key, setting]): [string, ExplicitSetting] => {
        const written = manifest.config.explicitSettings[key];
        if (!written) return [key, setting];
        return [key, written.value === setting.value ? written : overruling(setting, [written])];
      },
    );
    hosts.set(host, {
      ...hosts.get(host),
      [component]: { ...config, explicitSettings: Object.fromEntries(explicitSettings) },
    });
  }
}

function differingFlags(one: ComponentConfig, other: ComponentConfig): readonly string[] {
  const keys = new Set([...Object.keys(one.explicitSettings), ...Object.keys(other.explicitSettings)]);
  return [...keys].filter((key) => one.explicitSettings[key]?.value !== other.explicitSettings[key]?.value);
}

/** A configuration that says only what somebody added does not take away what a command line says. */
function withPartial(before: ComponentConfig | undefined, now: ComponentConfig): ComponentConfig {
  if (before === undefined || now.form !== 'unknown') {
    const added = before?.form === 'unknown' ? before.explicitSettings : {};
    return { form: now.form, explicitSettings: { ...added, ...now.explicitSettings } };
  }
  return { form: before.form, explicitSettings: { ...now.explicitSettings, ...before.explicitSettings } };
}

/**
 * Where the same component stands in files of several folders, each folder is a host; but not where hosts are shown that run
 * it, to which these files belong.
 */
function foldersOf(placed: readonly Placed[]): ReadonlyMap<string, string> {
  const apiServers = placed.filter(({ one }) => one.component === 'kube-apiserver');
  if (apiServers.some(({ one }) => one.host !== null)) return new Map();
  const free = placed.filter(({ host }) => host === null).map(({ one }) => one.place.file);
  const files = apiServers.filter(({ host }) => host === null).map(({ one }) => one.place.file);
  const folders = new Set(files.map(topFolder).filter((folder) => folder !== ''));
  if (folders.size < 2) return new Map();
  return new Map(free.flatMap((file) => (folders.has(topFolder(file)) ? [[file, topFolder(file)]] : [])));
}

/** The folder of a file that is not the usual place of manifests: `cp1/etc/kubernetes/manifests/x.yaml` to `cp1`. */
function topFolder(file: string): string {
  const usual = ['etc', 'kubernetes', 'manifests', 'systemd', 'system'];
  return (
    file
      .split('/')
      .slice(0, -1)
      .filter((part) => !usual.includes(part))
      .at(-1) ?? ''
  );
}

/**
 * Hosts for a component whose file names none: all that there are and have none yet; one more for a second manifest of the
 * same component.
 */
function unnamedHosts(
  hosts: ReadonlyMap<string, HostComponents>,
  component: ControlPlaneComponent,
  one: FoundComponent,
  issues: ImportIssue[],
): readonly string[] {
  const names = hosts.size > 0 ? [...hosts.keys()] : ['control-plane'];
  if (one.config.form === 'unknown') return names;
  const free = names.filter((name) => !isComplete(hosts.get(name)?.[component]));
  if (free.length > 1) {
    const params = { component, file: one.place.file };
    issues.push({ code: 'control-plane-config-for-all', severity: 'info', place: one.place, params });
  }
  return free.length > 0 ? free : [`${names[0]}-${names.length + 1}`];
}

function isComplete(config: ComponentConfig | undefined): boolean {
  return config !== undefined && config.form !== 'unknown';
}

/** A file that etcd takes all its settings from, and that is not here. */
function noteUnseenEtcdFile(found: readonly ImportedFact[], issues: ImportIssue[]): void {
  const etcds = componentsOf(found, 'etcd');
  const naming = etcds.find(({ config }) => config.explicitSettings['config-file']?.value);
  if (!naming || etcds.some(({ config }) => config.form === 'config-file')) return;
  const params = { component: 'etcd', file: naming.config.explicitSettings['config-file']?.value ?? '' };
  issues.push({ code: 'config-not-shown', severity: 'warning', place: naming.place, params });
}

function noteUnseen(
  hosts: readonly ControlPlaneHost[],
  found: readonly ImportedFact[],
  issues: ImportIssue[],
  sources: readonly string[],
): void {
  if (hosts.some((host) => host.components['kube-apiserver']?.form !== 'unknown')) return;
  const managed = byType(found, 'distribution').find(({ distribution }) =>
    ['eks', 'gke', 'aks'].includes(distribution),
  );
  const place = managed?.place ?? { file: sources[0] ?? '', line: 1 };
  const code = managed ? 'managed-control-plane' : 'control-plane-not-shown';
  issues.push({ code, severity: 'info', place, params: managed ? { distribution: managed.distribution } : {} });
}

/** The components every control-plane host has, with kubeadm's configuration where no command line is shown. */
function completed(
  found: readonly ImportedFact[],
  components: HostComponents,
  inFiles: ComponentConfig['explicitSettings'],
): ControlPlaneHost['components'] {
  const always = ['kube-scheduler', 'kube-controller-manager', 'kube-apiserver'] as const;
  const filled = Object.fromEntries(
    always.map((name) => [
      name,
      isComplete(components[name]) ? components[name] : overKubeadm(found, name, components[name]),
    ]),
  );
  const apiServer = filled['kube-apiserver'] ?? unknownConfig;
  const byKubeadm = componentsOf(found, 'etcd').some((one) => one.config.form === 'kubeadm');
  const etcd = isComplete(components.etcd)
    ? components.etcd
    : byKubeadm
      ? overKubeadm(found, 'etcd', components.etcd)
      : components.etcd;
  return {
    ...components,
    ...filled,
    ...(etcd ? { etcd } : {}),
    'kube-apiserver': { ...apiServer, explicitSettings: { ...apiServer.explicitSettings, ...inFiles } },
  };
}

/** kubeadm's configuration of a component, with what else is known to be added; unknown where there is none. */
function overKubeadm(
  found: readonly ImportedFact[],
  component: SettingComponent,
  added: ComponentConfig = unknownConfig,
): ComponentConfig {
  const configs = componentsOf(found, component).filter((one) => one.config.form === 'kubeadm');
  if (configs.length === 0) return added;
  return {
    form: 'kubeadm',
    explicitSettings: Object.assign({}, ...configs.map((one) => one.config.explicitSettings), added.explicitSettings),
  };
}
