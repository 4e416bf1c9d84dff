import type { SettingComponent } from '../../catalogue/settings.ts';
import type { ConfigForm } from '../../domain/settings.ts';
import type { Found } from '../found.ts';
import { type CommandWord, findComponent, isSecretFlag, openVariables, readFlags } from './readFlags.ts';
import { readRancherCommand } from './readRancherCommand.ts';
import { commandsOf } from './shellWords.ts';

/*
 * Command lines outside of Kubernetes objects: systemd units, environment files, scripts, and what ps or systemctl print.
 */

/** A text with the name of its file, and the line of the file that each of its lines is on. */
export type CommandText = {
  readonly file: string;
  readonly content: string;
  readonly lineAt: (line: number) => number;
};

/** Names of variables that carry flags, as packages and kubeadm write them into environment files. */
const variables: readonly (readonly [RegExp, SettingComponent])[] = [
  [/^KUBE_API(SERVER)?_|^KUBE_(ETCD_SERVERS|SERVICE_ADDRESSES|ADMISSION_CONTROL)$|^APISERVER_/, 'kube-apiserver'],
  [/^KUBELET_/, 'kubelet'],
  [/^KUBE_PROXY_/, 'kube-proxy'],
  [/^KUBE_SCHEDULER_/, 'kube-scheduler'],
  [/^KUBE_CONTROLLER_MANAGER_/, 'kube-controller-manager'],
];

/** A line that starts a component with at least one flag. */
const commandLine =
  /(^|[\s/"'])(kube-apiserver|kube-controller-manager|kube-scheduler|kube-proxy|kubelet|etcd|hyperkube)["']?\s+(\\\s*$|["']?--?\w|apiserver|kubelet)|(^|[\s/"'])(k3s|rke2)["']? (server|agent)\b/m;
const unitHead = /^\[(Unit|Service|Install)\]\s*$/m;
const assignment = /^\s*(?:export\s+)?([A-Z][A-Z0-9_]*)=(.*)$/;

/** What a text that is neither YAML nor JSON says about components; null when it is no such text. */
export function readCommandText(source: CommandText): readonly Found[] | null {
  const { content } = source;
  if (unitHead.test(content)) return readUnit(source);
  if (isEnvironment(content)) return readEnvironment(source);
  // Objects may carry command lines, and scripts may write objects: what comes first decides.
  const begin = content.split('\n').find((line) => line.trim() !== '' && !line.startsWith('#')) ?? '';
  return commandLine.test(content) && !/^(\w+:|---|- )/.test(begin) ? readScript(source) : null;
}

function isEnvironment(content: string): boolean {
  const lines = content.split('\n').filter((line) => line.trim() !== '' && !line.trim().startsWith('#'));
  return (
    lines.length > 0 &&
    lines.every((line) => assignment.test(line)) &&
    lines.some((line) => variables.some(([names]) => names.test(assignment.exec(line)?.[1] ?? '')))
  );
}

/** A systemd unit or drop-in: the last ExecStart counts; an empty one takes back those before it. */
function readUnit(source: CommandText): readonly Found[] {
  const known: Record<string, string> = {};
  const files: string[] = [];
  const starts: { readonly text: string; readonly line: number }[] = [];
  const lines = source.content.split(/\r?\n/);
  for (let index = 0; index < lines.length; index += 1) {
    const first = index;
    const parts = [lines[index] ?? ''];
    while (/\\\s*$/.test(lines[index] ?? '') && index + 1 < lines.length) {
      index += 1;
      parts.push(lines[index] ?? '');
    }
    const found = /^\s*(ExecStart|EnvironmentFile|Environment)=([-@:+!]*)([\s\S]*)$/.exec(parts.join('\n'));
    if (found?.[1] === 'Environment') Object.assign(known, environmentIn(found[3] ?? ''));
    if (found?.[1] === 'EnvironmentFile') files.push((found[3] ?? '').trim());
    if (found?.[1] === 'ExecStart' && found[3]?.trim() === '') starts.length = 0;
    else if (found?.[1] === 'ExecStart') starts.push({ text: found[3] ?? '', line: first + 1 });
  }
  return starts.flatMap(({ text, line }) => componentsIn(source, commandsOf(text, line, known), files));
}

/** `Environment="A=b c" D=e` */
function environmentIn(text: string): Readonly<Record<string, string>> {
  const [words = []] = commandsOf(text);
  return Object.fromEntries(
    words.flatMap(({ text: word }) => {
      const at = word.indexOf('=');
      return at > 0 ? [[word.slice(0, at), word.slice(at + 1)]] : [];
    }),
  );
}

/** An environment file: each variable carries flags of the component that its name tells. */
function readEnvironment(source: CommandText): readonly Found[] {
  const words = new Map<SettingComponent, CommandWord[]>();
  const supplies: string[] = [];
  let byKubeadm = false;
  for (const [index, line] of source.content.split(/\r?\n/).entries()) {
    const [, name = '', value = ''] = assignment.exec(line) ?? [];
    const component = variables.find(([names]) => names.test(name))?.[1];
    if (!component || line.trim().startsWith('#')) continue;
    supplies.push(name);
    // kubeadm and its drop-in name the configuration file elsewhere: these flags are not the whole command line.
    byKubeadm ||= /^KUBELET_(KUBEADM|EXTRA|CONFIG)_ARGS$/.test(name);
    const unquoted = value.trim().replace(/^(["'])([\s\S]*)\1$/, '$2');
    const own = commandsOf(unquoted, index + 1).flat();
    words.set(component, [...(words.get(component) ?? []), ...own]);
  }
  return [...words].flatMap(([component, own]) =>
    commandFound(source, component, own, {
      form: component === 'kubelet' && byKubeadm ? 'unknown' : 'flags',
      supplies,
    }),
  );
}

function readScript(source: CommandText): readonly Found[] {
  return componentsIn(source, commandsOf(source.content), []);
}

/** Every component that one of the commands starts; a name among the arguments of another program is none. */
function componentsIn(
  source: CommandText,
  commands: readonly (readonly CommandWord[])[],
  environmentFiles: readonly string[],
): readonly Found[] {
  return commands.flatMap((words) => {
    const rancher = readRancherCommand(words, source);
    if (rancher) return rancher;
    const found = findComponent(words);
    if (!found) return [];
    const before = words.slice(0, words.length - found.words.length);
    if (!startsProgram(before)) return [];
    const [next] = found.words;
    const isOption = next === undefined || /^(--|\$|-\w)/.test(next.text);
    if (!isOption && before.length > 0) return [];
    return commandFound(source, found.component, found.words, { environmentFiles });
  });
}

/** Programs that start the one that they are given. */
const launchers = /^(exec|sudo|nohup|env|time|nice|hyperkube|.*\/(env|sudo|hyperkube|nice)|[A-Za-z_]\w*=.*|[$#%])$/;

/** Whether the last of these words is the program of the command: by its place, by its path, or in a list of processes. */
function startsProgram(words: readonly CommandWord[]): boolean {
  const others = words.slice(0, -1).map(({ text }) => text);
  const isProcess = others.some((text) => /\d+$/.test(text) && /^[^\w-]*\d+$/.test(text));
  return isProcess || others.every((text) => launchers.test(text)) || words.at(-1)?.text.startsWith('/') === true;
}

type Command = {
  readonly form?: ConfigForm;
  readonly supplies?: readonly string[];
  readonly environmentFiles?: readonly string[];
  readonly host?: string | null;
  readonly version?: string | null;
};

/** The component that a command line starts, with the variables that it leaves open, and the secrets that it shows. */
export function commandFound(
  { file, lineAt }: Pick<CommandText, 'file' | 'lineAt'>,
  component: SettingComponent,
  words: readonly CommandWord[],
  { form = 'flags', supplies = [], environmentFiles = [], host = null, version = null }: Command = {},
): readonly Found[] {
  const placed = words.map(({ text, line }) => ({ text, line: lineAt(line) }));
  const place = { file, line: placed[0]?.line ?? lineAt(1) };
  const open = openVariables(placed);
  const stated = readFlags(component, placed, file);
  // OpenShift keeps its arguments in a file that the command line only names.
  const isElsewhere = open.length > 0 || stated['openshift-config'] !== undefined;
  const config = { form: isElsewhere ? 'unknown' : form, stated } as const;
  const secrets = placed.filter(({ text }) => isSecretFlag(/^--?([\w-]+)=./.exec(text)?.[1] ?? ''));
  const files = environmentFiles.map((one) => one.replace(/^-/, ''));
  return [
    {
      type: 'component',
      found: {
        component,
        host,
        config,
        version,
        place,
        ...(open.length > 0 && { open: open.map((name) => [name, ...files].join(' ')) }),
        ...(supplies.length > 0 && { supplies }),
      },
    },
    ...(secrets.length > 0 ? [{ type: 'dropped', what: 'token', count: secrets.length, place } as const] : []),
  ];
}
