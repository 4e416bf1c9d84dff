import { type SettingComponent, settingFact } from '../../catalog/settings.ts';
import { commandFound } from '../components/commandFound.ts';
import { etcdFlag } from '../components/etcdSettings.ts';
import { machinePath } from '../components/machinePath.ts';
import { proxySettings } from '../components/proxySettings.ts';
import type { CommandWord } from '../components/readFlags.ts';
import { readRancherCommand } from '../components/readRancherCommand.ts';
import { componentOfVariable } from '../components/readUnit.ts';
import { startedBy } from '../components/startedBy.ts';
import type { FoundEnvironment, FoundUnit, ImportedFact, Target, Variable } from '../found.ts';
import { explicitSetting } from '../source/explicitSetting.ts';
import { byType } from './byType.ts';
import type { TargetOf } from './targeting.ts';

/*
 * The command line that a unit starts, from all files that have a part in it, as systemd puts them together
 * [systemd.unit, systemd.exec]: the unit, then its drop-ins in the order of their names; each variable where the command names
 * it, so that the order of flags is that of the command line and not that of the files.
 */

/** What was found, with the command line of each unit and each script in the place of its parts. */
export function withUnits(found: readonly ImportedFact[], targetOf: TargetOf): readonly ImportedFact[] {
  const units = byType(found, 'unit').map((one) => one.found);
  const environments = byType(found, 'environment').map((one) => one.found);
  if (units.length + environments.length === 0) return found;
  const rest = found.filter(({ type }) => type !== 'unit' && type !== 'environment');
  return [...rest, ...machinesOf(units, environments, targetOf).flatMap(startedOn)];
}

/** The files of one machine; those of all machines of a kind, where nothing tells machines apart. */
type Machine = {
  readonly units: FoundUnit[];
  readonly environments: FoundEnvironment[];
  /** Environment files that are for all machines. */
  readonly shared: readonly FoundEnvironment[];
};

function machinesOf(
  units: readonly FoundUnit[],
  environments: readonly FoundEnvironment[],
  targetOf: TargetOf,
): readonly Machine[] {
  const all = [...units, ...environments].map((part) => ({ part, target: targetOf(part.place.file, part.target) }));
  const scopes = new Map<string, typeof all>();
  for (const one of all) {
    const key = JSON.stringify(one.target);
    scopes.set(key, [...(scopes.get(key) ?? []), one]);
  }
  const forAll = (scopes.get('null') ?? []).flatMap(({ part }) => ('variables' in part ? [part] : []));
  return [...scopes.values()].flatMap((scope) => {
    const paths = new Map<string, Set<string>>();
    for (const { part } of scope) {
      paths.set(part.path, (paths.get(part.path) ?? new Set()).add(rootOf(part)));
    }
    // The same path twice: these are files of two machines, and the folder tells which.
    const isSeveral = [...paths.values()].some((roots) => roots.size > 1);
    const machines = new Map<string, Machine>();
    for (const { part, target } of scope) {
      const key = isSeveral ? rootOf(part) : '';
      const machine = machines.get(key) ?? {
        units: [],
        environments: [],
        shared: target === null ? [] : forAll,
      };
      machines.set(key, machine);
      if ('variables' in part) machine.environments.push(part);
      else machine.units.push(part);
    }
    return [...machines.values()];
  });
}

/** What tells files of one machine from those of another: the folder before their usual place, or the file that prints them. */
function rootOf({ path, place }: FoundUnit | FoundEnvironment): string {
  const own = machinePath(place.file);
  return own.path === path ? own.root : place.file;
}

/** Everything that is started on one machine, and the flags in variables of which no command line is shown. */
function startedOn(machine: Machine): readonly ImportedFact[] {
  const services = [...groupedByService(machine.units), ...machine.units.filter(isScript).map((script) => [script])];
  const used = new Set<string>();
  const started = services.map((parts) => ({ parts, ...serviceOf(parts, machine, used) }));
  // What a drop-in sets and no shown line takes is only a part of something.
  const idle = started.flatMap(({ starts, variables }) => (starts.length > 0 ? [] : [...variables.values()]));
  const written = machine.environments.flatMap(({ variables, place }) =>
    variables.map((variable) => placed(variable, place.file)),
  );
  const left = [...written, ...idle].filter(({ name }) => !used.has(name));
  const named = new Set(left.flatMap(({ name }) => componentOfVariable(name) ?? []));
  const commands = started.flatMap(({ starts, files, environment, told }) =>
    starts.flatMap(({ words, place, ofUnit }): readonly ImportedFact[] => {
      const at = { file: place.file, lineAt: (line: number) => line };
      const rancher = readRancherCommand(words, at);
      if (rancher) return [...rancher, ...proxiesOfK3s(words, told, ofMachine(machine))];
      const found = startedBy(words, true);
      if (!found) return [];
      // Somebody names flags of this component where no shown line takes them: a drop-in is missing.
      const form = named.has(found.component) ? 'unknown' : 'flags';
      const beside = found.component === 'etcd' ? environment.flatMap(asEtcdFlag) : [];
      return commandFound(at, found.component, [...beside, ...found.words], {
        ...ofMachine(machine),
        form,
        environmentFiles: files,
        ofUnit,
        added: proxiesIn(told, found.component),
      });
    }),
  );
  const proxied = started.flatMap((one) => (one.starts.length > 0 ? [] : proxiesOfPart(one, ofMachine(machine))));
  const ofK3s = started.some(({ starts }) => starts.some(({ words }) => startsK3s(words)))
    ? []
    : proxiesOfK3sFiles(machine);
  const shown = new Set(commands.flatMap((one) => (one.type === 'component' ? [one.found.component] : [])));
  return [
    ...commands,
    ...proxied,
    ...ofK3s,
    ...flagsIn(left, machine, (component) => shown.has(component) || idle.length > 0),
  ].filter((one) => one.type !== 'dropped');
}

function isScript({ kind }: FoundUnit): boolean {
  return kind === 'script';
}

/** What the files say themselves of whom they are for; what their paths say is seen later. */
function ofMachine({ units, environments }: Machine): { readonly target?: Target } {
  const said = [...units, ...environments].find(({ target }) => target !== undefined && target !== null)?.target;
  return said === undefined ? {} : { target: said };
}

/** Units with their drop-ins. A drop-in whose path does not tell belongs to the unit that starts the same program. */
function groupedByService(units: readonly FoundUnit[]): readonly (readonly FoundUnit[])[] {
  const own = units.filter((unit) => !isScript(unit));
  const named = own.filter(({ name }) => name !== null);
  const names = [...new Set(named.map(({ name }) => name))];
  const groups = new Map<string, FoundUnit[]>();
  for (const unit of own) {
    const component = componentStartedBy(unit);
    const same = component && named.find((other) => componentStartedBy(other) === component)?.name;
    const only = names.length === 1 && component === null ? names[0] : null;
    const name = unit.name ?? same ?? only ?? component ?? '';
    groups.set(name, [...(groups.get(name) ?? []), unit]);
  }
  return [...groups.values()];
}

function componentStartedBy({ lines }: FoundUnit): SettingComponent | null {
  const found = lines.flatMap((line) => (line.type === 'start' ? (startedBy(line.words, true)?.component ?? []) : []));
  return found.at(-1) ?? null;
}

/** Where units lie, the one that wins over the same name in the next ones first. */
const folders = ['/etc/', '/run/', '/usr/local/lib/', '/usr/lib/', '/lib/'];

function rank({ path }: FoundUnit): number {
  const found = folders.findIndex((folder) => path.startsWith(folder));
  return found < 0 ? folders.length : found;
}

function fileName({ path }: FoundUnit): string {
  return path.split('/').at(-1) ?? path;
}

/** The parts of one service in the order in which they are read. */
function inOrder(parts: readonly FoundUnit[]): readonly FoundUnit[] {
  const nearest = (one: FoundUnit) =>
    !parts.some((other) => other.kind === one.kind && fileName(other) === fileName(one) && rank(other) < rank(one));
  const bases = parts.filter((one) => one.kind !== 'drop-in' && nearest(one));
  const dropIns = parts.filter((one) => one.kind === 'drop-in' && nearest(one));
  const byName = (one: FoundUnit, other: FoundUnit) =>
    fileName(one) < fileName(other) ? -1 : Number(fileName(one) > fileName(other));
  return [...bases, ...[...dropIns].sort(byName)];
}

type Start = { readonly words: readonly CommandWord[]; readonly place: FoundUnit['place']; readonly ofUnit: boolean };

function serviceOf(parts: readonly FoundUnit[], machine: Machine, used: Set<string>) {
  const variables = new Map<string, Variable>();
  let files: string[] = [];
  let begun: { readonly words: readonly CommandWord[]; readonly unit: FoundUnit }[] = [];
  for (const unit of inOrder(parts))
    for (const line of unit.lines) {
      if (line.type === 'variable') variables.set(line.variable.name, placed(line.variable, unit.place.file));
      else if (line.type === 'file') files.push(named(line.path.replace(/^-/, ''), unit.name));
      else if (line.type === 'start') begun = line.words.length > 0 ? [...begun, { words: line.words, unit }] : [];
      else if (line.what === 'file') files = [];
      else variables.clear();
    }
  const resolve = resolver(variables, files, machine, used);
  const starts = begun.map(({ words, unit }): Start => {
    const own = words.map((word) => ({ ...word, file: unit.place.file }));
    return { words: own.flatMap((word) => filled(word, resolve)), place: unit.place, ofUnit: !isScript(unit) };
  });
  const [first] = parts;
  const name = parts.find((one) => one.name !== null)?.name ?? null;
  const place = first?.place ?? { file: '', line: 1 };
  const all = [...machine.shared, ...machine.environments];
  const isNamed = (one: FoundEnvironment) => files.some((path) => isAt(path)(one));
  const ofManager = all.filter(({ isOfManager }) => isOfManager);
  const held = [...all.filter((one) => !isNamed(one)), ...all.filter(isNamed)];
  // A file wins over the unit, and a later one over an earlier.
  const environment = [
    ...variables.values(),
    ...held.flatMap((one) => one.variables.map((variable) => placed(variable, one.place.file))),
  ];
  const placedOf = (one: FoundEnvironment) => one.variables.map((variable) => placed(variable, one.place.file));
  // What no unit names is for shells, and no service is started with it; what the manager is told goes before all else.
  const told = [...ofManager.flatMap(placedOf), ...variables.values(), ...held.filter(isNamed).flatMap(placedOf)];
  return {
    name,
    starts,
    variables,
    environment,
    told,
    files: files.filter((path) => !machine.environments.some(isAt(path))),
    place,
  };
}

/** A path with the unit's own name where it has a specifier for it [systemd.unit, Specifiers]. */
function named(path: string, name: string | null): string {
  return name === null ? path : path.replace(/%[Nnp]/g, (of) => (of === '%n' ? `${name}.service` : name));
}

function placed(variable: Variable, file: string): Variable {
  return { ...variable, words: variable.words.map((word) => ({ ...word, file })) };
}

/** Services that are named after the component that they start. */
const servicesOf: readonly SettingComponent[] = [
  'kubelet',
  'kube-proxy',
  'kube-apiserver',
  'kube-controller-manager',
  'kube-scheduler',
];

/** The proxies in a drop-in, or in an environment file, whose unit nobody shows: its name tells for whom they are. */
function proxiesOfPart(
  { name, told, place }: Pick<ReturnType<typeof serviceOf>, 'name' | 'told' | 'place'>,
  of: ReturnType<typeof ofMachine>,
): readonly ImportedFact[] {
  const component = servicesOf.find((one) => one === name);
  return component ? withProxies([component], told, { ...of, place }) : [];
}

/** Ranges and names that K3s adds to NO_PROXY itself [K3SPROXY], unless its flags say otherwise. */
const ofRancher = { 'cluster-cidr': '10.42.0.0/16', 'service-cidr': '10.43.0.0/16', 'cluster-domain': 'cluster.local' };

/**
 * The proxies that K3s passes on: all that runs in its process has its environment [k3s#2026]. RKE2's own parts are pods, whose
 * environment is theirs.
 */
function proxiesOfK3s(
  words: readonly CommandWord[],
  told: readonly Variable[],
  of: ReturnType<typeof ofMachine>,
): readonly ImportedFact[] {
  if (!startsK3s(words)) return [];
  const isServer = words.some(({ text }) => text === 'server');
  const flag = (name: keyof typeof ofRancher) => {
    const place = words.findIndex(({ text }) => text === `--${name}` || text.startsWith(`--${name}=`));
    const text = words[place]?.text;
    if (text === undefined) return ofRancher[name];
    return (text.includes('=') ? text.slice(text.indexOf('=') + 1) : words[place + 1]?.text) ?? ofRancher[name];
  };
  const added = ['.svc', `.${flag('cluster-domain')}`, flag('cluster-cidr'), flag('service-cidr')].join(',');
  const [{ line = 1, file = '' } = {}] = words;
  const isNo = ({ name }: Variable) => /^no_proxy$/i.test(name);
  const exempt = told.findLast((one) => isNo(one) && one.value !== '');
  const own: Variable = {
    name: 'NO_PROXY',
    value: exempt ? `${exempt.value},${added}` : added,
    words: exempt?.words ?? [{ text: added, line, file }],
  };
  const at = { ...of, place: { file, line } };
  const environment = [...told.filter((one) => !isNo(one)), own];
  const found = withProxies(isServer ? servicesOf : ['kubelet', 'kube-proxy'], environment, at);
  if (found.length === 0 || !isServer) return found;
  const ranges = [
    ['kube-controller-manager', 'cluster-cidr', flag('cluster-cidr')],
    ['kube-apiserver', 'service-cluster-ip-range', flag('service-cidr')],
  ] as const;
  return [
    ...found,
    ...ranges.map(([component, key, value]): ImportedFact => {
      const config = {
        form: 'unknown',
        explicitSettings: { [key]: explicitSetting(value, 'flag', at.place) },
      } as const;
      return { type: 'component', found: { component, host: null, config, version: null, ...at } };
    }),
  ];
}

function startsK3s(words: readonly CommandWord[]): boolean {
  return words.some(({ text }) => /(^|\/)k3s$/.test(text));
}

/** The environment files that K3s's own units name [K3SPROXY], where nobody shows the unit. */
function proxiesOfK3sFiles(machine: Machine): readonly ImportedFact[] {
  return machine.environments.flatMap(({ path, variables, place }) => {
    const name = /^(?:\/etc\/(?:default|sysconfig)\/)?(k3s(?:-agent)?)$|(?:^|\/)(k3s(?:-agent)?)\.service\.env$/.exec(
      path,
    );
    if (!name) return [];
    const verb = (name[1] ?? name[2]) === 'k3s' ? 'server' : 'agent';
    const words = ['k3s', verb].map((text) => ({ text, line: place.line, file: place.file }));
    return proxiesOfK3s(
      words,
      variables.map((one) => placed(one, place.file)),
      ofMachine(machine),
    );
  });
}

/** What an environment says of proxies, as a part of the configuration of some components. */
function withProxies(
  components: readonly SettingComponent[],
  environment: readonly Variable[],
  of: ReturnType<typeof ofMachine> & { readonly place: FoundUnit['place'] },
): readonly ImportedFact[] {
  return components.flatMap((component): readonly ImportedFact[] => {
    const explicitSettings = proxiesIn(environment, component);
    if (!Object.keys(explicitSettings).some((key) => key !== 'environment.NO_PROXY')) return [];
    const config = { form: 'unknown', explicitSettings } as const;
    return [{ type: 'component', found: { component, host: null, config, version: null, ...of } }];
  });
}

/** The proxies that a unit's environment names for its component. */
function proxiesIn(environment: readonly Variable[], component: SettingComponent) {
  const entries = environment.flatMap(({ name, value, words }) => {
    const [{ line, file = '' } = { line: 1 }] = words;
    return /_proxy$/i.test(name) ? [{ name, value, place: { file, line } }] : [];
  });
  const { settings } = proxySettings(entries);
  return Object.fromEntries(Object.entries(settings).filter(([key]) => settingFact(component, key)));
}

function asEtcdFlag({ name, value, words }: Variable): readonly CommandWord[] {
  const [{ line, file } = { line: 1, file: undefined }] = words;
  const word = etcdFlag(name, value, { line, ...(file !== undefined && { file }) });
  return word ? [word] : [];
}

function isAt(path: string): (environment: FoundEnvironment) => boolean {
  return (environment) => environment.path === path;
}

/**
 * What a variable holds: a file that the unit names wins over the unit, the last one first. Files are renamed when somebody
 * collects them, so one that the unit does not name counts for one that it names and that is not here. Undefined for what
 * nothing shows; a variable that none of the unit's files has is empty, where all of them are here.
 */
function resolver(
  variables: ReadonlyMap<string, Variable>,
  files: readonly string[],
  { environments, shared }: Machine,
  used: Set<string>,
): (name: string) => Variable | undefined {
  const all = [...shared, ...environments];
  const named = files.map((path) => all.find(isAt(path)));
  const others = all.filter((one) => !named.includes(one));
  const isComplete = files.length > 0 && named.every((one) => one !== undefined);
  const order = [...(isComplete ? [] : others), ...named];
  return (name) => {
    used.add(name);
    const holder = order.findLast((one) => one?.variables.some((variable) => variable.name === name));
    const found = holder?.variables.findLast((variable) => variable.name === name);
    if (holder && found) return placed(found, holder.place.file);
    return variables.get(name) ?? (isComplete ? { name, value: '', words: [] } : undefined);
  };
}

/** One word with its variables filled in: a variable alone may be several words. */
function filled(word: CommandWord, resolve: (name: string) => Variable | undefined): readonly CommandWord[] {
  const alone = /^\$[({]?(\w+)[)}]?$/.exec(word.text)?.[1];
  if (alone !== undefined) return resolve(alone)?.words ?? [word];
  const text = word.text.replace(/\$\{?(\w+)\}?/g, (all, name: string) => resolve(name)?.value ?? all);
  return [{ ...word, text }];
}

/** The order in which kubeadm's own drop-in passes its variables [kubernetes.io, kubeadm: the kubelet drop-in file]. */
const ofKubeadm: readonly string[] = ['KUBELET_CONFIG_ARGS', 'KUBELET_KUBEADM_ARGS', 'KUBELET_EXTRA_ARGS'];

/** Flags in variables of which no command line is shown: by their names it is known whose they are. */
function flagsIn(
  variables: readonly Variable[],
  machine: Machine,
  isPart: (component: SettingComponent) => boolean,
): readonly ImportedFact[] {
  const words = new Map<SettingComponent, CommandWord[]>();
  const sorted = [...variables].sort((a, b) => ofKubeadm.indexOf(a.name) - ofKubeadm.indexOf(b.name));
  for (const { name, words: own } of sorted) {
    const component = componentOfVariable(name);
    if (component) words.set(component, [...(words.get(component) ?? []), ...own]);
  }
  // kubeadm and its drop-in name the configuration file elsewhere: these flags are not the whole command line.
  const byKubeadm = variables.some(({ name }) => ofKubeadm.includes(name));
  return [...words].flatMap(([component, own]) => {
    const isWhole = !isPart(component) && !(component === 'kubelet' && byKubeadm);
    const file = own[0]?.file ?? machine.environments[0]?.place.file ?? machine.units[0]?.place.file ?? '';
    return commandFound({ file, lineAt: (line) => line }, component, own, {
      ...ofMachine(machine),
      form: isWhole ? 'flags' : 'unknown',
      ofUnit: true,
    });
  });
}
