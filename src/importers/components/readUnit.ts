import type { SettingComponent } from '../../catalog/settings.ts';
import type { FoundUnit, ImportedFact, UnitLine, Variable } from '../found.ts';
import type { CommandText } from './commandText.ts';
import { machinePath } from './machinePath.ts';
import { withoutCredential } from './proxySettings.ts';
import { type CommandWord, isSecretFlag } from './readFlags.ts';
import { readRancherCommand } from './readRancherCommand.ts';
import { commandsOf } from './shellWords.ts';
import { startedBy } from './startedBy.ts';

/*
 * Units, their drop-ins and their environment files. A command line may stand in several of them, so each is only taken
 * apart here; `joining/assembleUnits.ts` puts them together.
 */

const unitHead = /^\[(Unit|Service|Install)\]\s*$/m;
const managerHead = /^\[Manager\]\s*$/m;
const assignment = /^\s*(?:export\s+)?([A-Za-z][A-Za-z0-9_]*)=(.*)$/;
const ofProxy = /^(https?|no)_proxy$/i;
/** Names of units whose drop-ins are worth keeping, though they start nothing themselves. */
const ofComponent = /^(kube|etcd|k3s|rke2|apiserver)/;

/** Names of variables that carry flags, as packages and kubeadm write them into environment files. */
const variables: readonly (readonly [RegExp, SettingComponent])[] = [
  [/^KUBE_API(SERVER)?_|^KUBE_(ETCD_SERVERS|SERVICE_ADDRESSES|ADMISSION_CONTROL)$|^APISERVER_/, 'kube-apiserver'],
  [/^KUBELET_/, 'kubelet'],
  [/^KUBE_PROXY_/, 'kube-proxy'],
  [/^KUBE_SCHEDULER_/, 'kube-scheduler'],
  [/^KUBE_CONTROLLER_MANAGER_/, 'kube-controller-manager'],
];

/** The component whose flags a variable carries by its name; undefined for one that several share. */
export function componentOfVariable(name: string): SettingComponent | undefined {
  return variables.find(([names]) => names.test(name))?.[1];
}

/** The units in a text, of which `systemctl cat` prints several with the path of each; null for any other text. */
export function readUnits(source: CommandText): readonly ImportedFact[] | null {
  if (managerHead.test(source.content)) return ofManager(source);
  if (!unitHead.test(source.content)) return null;
  const lines = source.content.split(/\r?\n/);
  const heads = lines.flatMap((line, index) => {
    const path = /^# (\/\S+\.(?:service|conf))\s*$/.exec(line)?.[1];
    return path ? [{ path, index }] : [];
  });
  const parts = heads[0] ? heads : [{ path: null, index: 0 }];
  return parts.flatMap(({ path, index }, number) => {
    const own = lines.slice(index, parts[number + 1]?.index);
    return unitIn(source, own, index, path);
  });
}

/** `DefaultEnvironment=` of system.conf and its drop-ins, which every service is started with [systemd-system.conf]. */
function ofManager(source: CommandText): readonly ImportedFact[] {
  const lines = directives(source.content.split(/\r?\n/), source.lineAt, 'DefaultEnvironment');
  const { kept, secrets } = withoutSecrets(lines);
  const variables = kept.flatMap((line) => (line.type === 'variable' ? [line.variable] : []));
  const place = { file: source.file, line: source.lineAt(1) };
  if (variables.length === 0) return dropped(secrets, place);
  const found = { isOfManager: true, path: machinePath(source.file).path, variables, place } as const;
  return [{ type: 'environment', found }, ...dropped(secrets, place)];
}

function unitIn(
  source: CommandText,
  own: readonly string[],
  before: number,
  printed: string | null,
): readonly ImportedFact[] {
  const path = printed ?? machinePath(source.file).path;
  const lines = directives(own, (line) => source.lineAt(before + line));
  const name = serviceAt(path);
  const starts = lines.flatMap((line) => (line.type === 'start' && line.words.length > 0 ? [line.words] : []));
  const isOurs = starts.some((words) => startedBy(words, true) || readRancherCommand(words, source));
  // The object around a text may say where it lies; until then its proxies are all that is worth keeping.
  const mayBeOurs = ofComponent.test(name ?? '') || (name === null && lines.some(isOfProxy));
  if (!isOurs && !(starts.length === 0 && lines.length > 0 && mayBeOurs)) return [];
  const { kept, secrets } = withoutSecrets(lines);
  const place = { file: source.file, line: source.lineAt(before + 1) };
  const found: FoundUnit = { kind: kindAt(path, lines), name, path, lines: kept, place };
  return [{ type: 'unit', found }, ...dropped(secrets, place)];
}

function isOfProxy(line: UnitLine): boolean {
  return line.type === 'variable' && ofProxy.test(line.variable.name);
}

/** `kubelet` of `kubelet.service` and of `kubelet.service.d/10.conf`. */
function serviceAt(path: string): string | null {
  return /([^/]+)\.service(?:\.d\/[^/]+)?$/.exec(path)?.[1] ?? null;
}

function kindAt(path: string, lines: readonly UnitLine[]): FoundUnit['kind'] {
  if (path.endsWith('.service')) return 'unit';
  // A unit has no reason to take back what it starts; a drop-in has.
  const takesBack = lines.some((line) => line.type === 'start' && line.words.length === 0);
  return path.endsWith('.conf') || takesBack ? 'drop-in' : 'unit';
}

/** The same unit or environment file, where the object around it says where it lies on its machine. */
export function atPath(found: ImportedFact, path: string): ImportedFact {
  if (found.type === 'environment') return { ...found, found: { ...found.found, path } };
  if (found.type !== 'unit' || found.found.kind === 'script') return found;
  const { lines } = found.found;
  return { ...found, found: { ...found.found, path, name: serviceAt(path), kind: kindAt(path, lines) } };
}

function dropped(count: number, place: FoundUnit['place']): readonly ImportedFact[] {
  return count > 0 ? [{ type: 'dropped', what: 'token', count, place }] : [];
}

/** What a unit says of starting, in its order; continued lines are one. */
function directives(
  lines: readonly string[],
  lineAt: (line: number) => number,
  environment = 'Environment',
): readonly UnitLine[] {
  const found: UnitLine[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const first = index + 1;
    const parts = [lines[index] ?? ''];
    while (/\\\s*$/.test(lines[index] ?? '') && index + 1 < lines.length) {
      index += 1;
      parts.push(lines[index] ?? '');
    }
    const [, key, text = ''] =
      /^\s*(ExecStart|EnvironmentFile|Environment|DefaultEnvironment)=[-@:+!]*([\s\S]*)$/.exec(parts.join('\n')) ?? [];
    if (key === environment) found.push(...environmentIn(text, lineAt(first)));
    if (key === 'EnvironmentFile')
      found.push(text.trim() === '' ? { type: 'reset', what: 'file' } : { type: 'file', path: text.trim() });
    if (key === 'ExecStart' && text.trim() === '') found.push({ type: 'start', words: [] });
    else if (key === 'ExecStart')
      for (const words of commandsOf(text, first))
        found.push({ type: 'start', words: words.map((word) => ({ ...word, line: lineAt(word.line) })) });
  }
  return found;
}

/** `Environment="A=b c" D=e`; an empty one takes back those before it. */
function environmentIn(text: string, line: number): readonly UnitLine[] {
  const [words = []] = commandsOf(text, line);
  if (words.length === 0) return [{ type: 'reset', what: 'variable' }];
  return words.flatMap((word): readonly UnitLine[] => {
    const at = word.text.indexOf('=');
    return at > 0
      ? [{ type: 'variable', variable: variableOf(word.text.slice(0, at), word.text.slice(at + 1), line) }]
      : [];
  });
}

function variableOf(name: string, value: string, line: number): Variable {
  const words = commandsOf(value)
    .flat()
    .map(({ text }) => ({ text, line }));
  return { name, value, words };
}

/** An environment file of components; null for any other text. */
export function readEnvironment({ file, content, lineAt }: CommandText): readonly ImportedFact[] | null {
  const lines = content.split(/\r?\n/).map((line) => (line.trim().startsWith('#') ? '' : line));
  const assigned = lines.flatMap((line, index) => {
    if (line.trim() === '') return [];
    const [, name, value = ''] = assignment.exec(line) ?? [];
    return [name === undefined ? null : { name, value, line: lineAt(index + 1) }];
  });
  const known = assigned.filter((one) => one !== null);
  if (known.length === 0 || known.length < assigned.length) return null;
  const isOurs = (name: string) => /^(KUBE|ETCD_)/.test(name) || ofProxy.test(name) || componentOfVariable(name);
  if (!known.some(({ name }) => isOurs(name))) return null;
  const all = known.map(({ name, value, line }): UnitLine => {
    const unquoted = value.trim().replace(/^(["'])([\s\S]*)\1$/, '$2');
    return { type: 'variable', variable: variableOf(name, unquoted, line) };
  });
  const { kept, secrets } = withoutSecrets(all);
  const place = { file, line: known[0]?.line ?? lineAt(1) };
  const variables = kept.flatMap((line) => (line.type === 'variable' ? [line.variable] : []));
  return [
    { type: 'environment', found: { path: machinePath(file).path, variables, place } },
    ...dropped(secrets, place),
  ];
}

/** Lines without the values that are themselves secrets, and how many those were. */
export function withoutSecrets(lines: readonly UnitLine[]): {
  readonly kept: readonly UnitLine[];
  readonly secrets: number;
} {
  let secrets = 0;
  const clean = (words: readonly CommandWord[]): readonly CommandWord[] =>
    words.flatMap((word, index) => {
      const flagBefore = /^--?([\w-]+)$/.exec(words[index - 1]?.text ?? '')?.[1];
      const own = /^--?([\w-]+)=./.exec(word.text)?.[1];
      const isSecret = isSecretFlag(own ?? '') || (isSecretFlag(flagBefore ?? '') && !/^[-$]/.test(word.text));
      if (isSecret) secrets += 1;
      return isSecret ? [] : [word];
    });
  const kept = lines.flatMap((line): readonly UnitLine[] => {
    if (line.type === 'start') return [{ ...line, words: clean(line.words) }];
    if (line.type !== 'variable') return [line];
    const { name, value, words } = line.variable;
    if (isSecretFlag(name.toLowerCase())) {
      secrets += 1;
      return [];
    }
    if (ofProxy.test(name)) {
      const { value: address, hadCredential } = withoutCredential(value);
      if (hadCredential) secrets += 1;
      return [
        {
          ...line,
          variable: { name, value: address, words: words.slice(0, 1).map((word) => ({ ...word, text: address })) },
        },
      ];
    }
    const before = secrets;
    const cleaned = clean(words);
    const whole = secrets > before ? cleaned.map(({ text }) => text).join(' ') : value;
    return [{ ...line, variable: { name, value: whole, words: cleaned } }];
  });
  return { kept, secrets };
}
