import { repeatedFlags, type SettingComponent, settingFact, settingFacts } from '../../catalog/settings.ts';
import { type ExplicitSetting, overruling } from '../../domain/settings.ts';
import { explicitSetting } from '../source/explicitSetting.ts';

/** Programs whose command lines we read, by the name of their binary. */
const programs: Readonly<Record<string, SettingComponent>> = {
  'kube-apiserver': 'kube-apiserver',
  'kube-controller-manager': 'kube-controller-manager',
  'kube-scheduler': 'kube-scheduler',
  'cloud-controller-manager': 'cloud-controller-manager',
  'kube-proxy': 'kube-proxy',
  etcd: 'etcd',
  kubelet: 'kubelet',
  'proxy-server': 'konnectivity-server',
  'proxy-agent': 'konnectivity-agent',
  'metrics-server': 'metrics-server',
};

const hyperkubeNames: Readonly<Record<string, string>> = {
  apiserver: 'kube-apiserver',
  'controller-manager': 'kube-controller-manager',
  scheduler: 'kube-scheduler',
  proxy: 'kube-proxy',
};

/** One word of a command line, with the line it stands on, and its file where that is not the command's. */
export type CommandWord = { readonly text: string; readonly line: number; readonly file?: string };

export type CommandLine = { readonly component: SettingComponent; readonly words: readonly CommandWord[] };

/** The component that a command line starts, and its words; null for any other program. */
export function findComponent(words: readonly CommandWord[]): CommandLine | null {
  for (const [index, word] of words.entries()) {
    if (word.text.startsWith('-')) continue;
    const bare = word.text.split('/').at(-1) ?? '';
    // The old all-in-one binary takes the component as its first word, with or without the prefix.
    const underHyperkube = words[index - 1]?.text.endsWith('hyperkube') === true;
    const name = underHyperkube ? (hyperkubeNames[bare] ?? bare) : bare;
    const component = Object.hasOwn(programs, name) ? programs[name] : undefined;
    if (component) return { component, words: words.slice(index + 1) };
  }
  return null;
}

/** Old names of flags that mean the same [AO]. */
const aliases: Readonly<Record<string, string>> = {
  'kube-apiserver port': 'insecure-port',
  'kube-apiserver address': 'insecure-bind-address',
};

/** Keys of the settings that a file has under another name than the command line. */
const keysByFlag = new Map(
  settingFacts.flatMap(({ component, flag, key }) => (flag ? [[`${component} ${flag}`, key]] : [])),
);

/** A value that is itself a secret is dropped; a path to one is not. */
const secretFlag = /(token|password|secret)$/;

/** Whether a flag's value is itself a secret. */
export function isSecretFlag(name: string): boolean {
  return secretFlag.test(name);
}

/**
 * Flags as pflag reads them: `--a=b`, `--a b`, a boolean without value, underscores as dashes. The last one wins, but for
 * lists, to which it adds. A boolean flag does not take the next word as its value.
 */
export function readFlags(
  component: SettingComponent,
  words: readonly CommandWord[],
  file: string,
): Readonly<Record<string, ExplicitSetting>> {
  const settings = new Map<string, ExplicitSetting>();
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index];
    const found = word && /^--?([A-Za-z][\w.-]*)(?:=([\s\S]*))?$/.exec(word.text);
    if (!word || !found) continue;
    const flag = (found[1] ?? '').replaceAll('_', '-');
    const key = keyOf(component, flag);
    const next = words[index + 1];
    const fact = settingFact(component, key);
    // pflag takes whatever follows as the value, but for a boolean; of a flag that is not known, what cannot be a flag.
    const mayTake = fact ? fact.type !== 'boolean' : !next?.text.startsWith('--');
    const takesNext = found[2] === undefined && mayTake && next;
    const value = found[2] ?? (takesNext ? next.text : 'true');
    if (takesNext) index += 1;
    if (isSecretFlag(flag)) continue;
    const place = { file: word.file ?? file, line: word.line };
    settings.set(key, repeated(component, key, settings.get(key), explicitSetting(value, 'flag', place)));
  }
  return Object.fromEntries(settings);
}

/** A flag that may have been given before: the last one wins, but for lists, to which it adds. */
export function repeated(
  component: SettingComponent,
  key: string,
  before: ExplicitSetting | undefined,
  now: ExplicitSetting,
): ExplicitSetting {
  const adds = before?.value && component === 'kube-apiserver' && repeatedFlags.includes(key) && now.value !== '';
  return overruling(adds ? { ...now, value: `${before.value},${now.value}` } : now, [before]);
}

/** Variables that stand for words of a command line, where nothing here says what they hold. */
export function openVariables(words: readonly CommandWord[]): readonly string[] {
  return words.flatMap(({ text }) => /^\$[({]?(\w+)[)}]?$/.exec(text)?.[1] ?? []);
}

/** The key under which the catalog knows a flag. */
export function keyOf(component: SettingComponent, flag: string): string {
  const name = flag.replaceAll('_', '-');
  return keysByFlag.get(`${component} ${name}`) ?? aliases[`${component} ${name}`] ?? name;
}
