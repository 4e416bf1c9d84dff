import { type SettingComponent, settingFact } from '../../catalog/settings.ts';
import { mostPorts } from '../../domain/limits.ts';
import { onceFor } from '../../domain/onceFor.ts';
import { type ExplicitSetting, isVariable, type SourcePlace } from '../../domain/settings.ts';
import { commandFound } from '../components/commandFound.ts';
import { etcdFlag, isNoServer } from '../components/etcdSettings.ts';
import { proxySettings } from '../components/proxySettings.ts';
import { type CommandWord, findComponent } from '../components/readFlags.ts';
import { commandsOf } from '../components/shellWords.ts';
import { startedBy } from '../components/startedBy.ts';
import type { ImportedFact } from '../found.ts';
import { explicitSetting } from '../source/explicitSetting.ts';
import { field, isPort, list, stringMap, text } from '../source/fields.ts';
import type { ObjectAt } from '../source/objectAt.ts';
import type { FieldProjection } from '../source/projectingParser.ts';

const tokenMount = '/var/run/secrets/kubernetes.io/serviceaccount';

/** What is read of a Pod, beside what all objects have. */
export const podFields = {
  spec: {
    nodeName: 'shared',
    hostNetwork: 'all',
    automountServiceAccountToken: 'all',
    containers: [
      {
        image: 'shared',
        command: 'all',
        args: 'all',
        env: [{ name: 'all', value: 'all', valueFrom: 'all' }],
        ports: 'shared',
        volumeMounts: [{ mountPath: 'shared' }],
      },
    ],
    initContainers: [{ env: 'size' }],
    template: 'all',
  },
  status: { phase: 'shared' },
} as const satisfies FieldProjection;

/**
 * A Pod, or the template of a Deployment or DaemonSet: the pod itself, and each control-plane or node component whose
 * command line it carries. Environment values, annotations and Secret contents are not read.
 */
export function readPod(object: ObjectAt): readonly ImportedFact[] {
  const { value, place } = object;
  const name = text(field(value, 'metadata', 'name'));
  if (!name)
    return [{ type: 'issue', issue: { code: 'missing-name', severity: 'warning', place, params: { kind: 'Pod' } } }];
  const spec = field(value, 'spec');
  const containers = list(field(spec, 'containers'));
  // An empty name is that of no node: the pod waits for one.
  const nodeName = text(field(spec, 'nodeName')) || null;
  const phase = text(field(value, 'status', 'phase'));
  return [
    {
      type: 'pod',
      place,
      nodeName,
      pod: {
        name,
        namespace: text(field(value, 'metadata', 'namespace')) ?? 'default',
        labels: stringMap(field(value, 'metadata', 'labels')),
        hostNetwork: field(spec, 'hostNetwork') === true,
        running: phase !== 'Succeeded' && phase !== 'Failed',
        tokenMounted: mountsToken(spec, containers),
        skipsVerification: false,
        ports: portsOf(containers),
      },
    },
    ...readContainers(object, ['spec'], nodeName),
  ];
}

function portsOf(containers: readonly unknown[]): readonly number[] {
  const lists = containers.map((container) => list(field(container, 'ports')));
  const [first] = lists;
  // Most pods have one container, and share its ports with others.
  const all = first && lists.length === 1 ? numbersIn(first) : lists.flatMap(numbersIn);
  return all.length > mostPorts ? all.slice(0, mostPorts) : all;
}

const numbersIn = onceFor((ports: readonly unknown[]): readonly number[] =>
  ports.flatMap((port) => {
    const number = field(port, 'containerPort');
    return isPort(number) ? [number] : [];
  }),
);

/** Components in the containers of a pod spec that stands at `path`. */
export function readContainers(
  object: ObjectAt,
  path: readonly string[],
  host: string | null,
): readonly ImportedFact[] {
  return list(field(object.value, ...path, 'containers')).flatMap((container, index) =>
    readContainer(object, [...path, 'containers', index], container, host),
  );
}

/** Words of one command line of which each has its own line. */
const mostPlaced = 1000;

function readContainer(
  { place, placeOf }: ObjectAt,
  path: readonly (string | number)[],
  container: unknown,
  host: string | null,
): readonly ImportedFact[] {
  // Most containers say nothing of what they run.
  if (field(container, 'command') === undefined && field(container, 'args') === undefined) return [];
  const known = environmentOf(container);
  const parts = ['command', 'args'].flatMap((part) =>
    list(field(container, part)).flatMap((word, index) => {
      const content = text(word);
      return content === undefined ? [] : [{ content: expand(content, known), at: [...path, part, index] }];
    }),
  );
  const plain = parts.map(({ content }): CommandWord => ({ text: content, line: 0 }));
  const image = text(field(container, 'image')) ?? '';
  // Most containers are no component: the lines of their words are not looked for.
  const isComponent = findComponent(plain) ?? byImage(image, plain);
  const inShell = isComponent ? undefined : plain.find((word) => shellCommand.test(word.text.replaceAll('\n', ' ')));
  if (!isComponent && !inShell) return [];
  // Each place is sought from the beginning of its list, which for the words of no real command line takes long.
  const isLong = parts.length > mostPlaced;
  const words = parts.map(
    ({ content, at }): CommandWord => ({ text: content, line: placeOf(isLong ? path : at).line }),
  );
  const command = { file: place.file, lineAt: (line: number) => line };
  const found = findComponent(words) ?? byImage(image, words);
  const imageAt = () => placeOf([...path, 'image']);
  if (found?.component === 'etcd' && isNoServer(found.words)) return [];
  if (found) {
    const { settings, dropped } = proxySettings(variablesOf(container, (at) => placeOf([...path, ...at])));
    const beside = found.component === 'etcd' ? etcdVariables(container, (at) => placeOf([...path, ...at])) : [];
    const { version, added = {} } = versionFor(found.component, image, imageAt());
    const options = { host, version, added: { ...added, ...takenBy(found.component, settings) } };
    return [...commandFound(command, found.component, [...beside, ...found.words], options), ...dropped];
  }
  const shell = words.find((word) => shellCommand.test(word.text.replaceAll('\n', ' ')));
  if (!shell) return [];
  const [started] = commandsOf(shell.text)
    .map((own) => startedBy(own.map((word) => ({ text: word.text, line: shell.line }))))
    .filter((one) => one !== null);
  if (started)
    return commandFound(command, started.component, started.words, {
      host,
      ...versionFor(started.component, image, imageAt()),
    });
  const params = { component: shellCommand.exec(shell.text.replaceAll('\n', ' '))?.[1] ?? '' };
  const issue = { code: 'shell-command', severity: 'warning', place: { ...place, line: shell.line }, params } as const;
  return [{ type: 'issue', issue }];
}

const shellCommand =
  /\b(kube-apiserver|kube-controller-manager|cloud-controller-manager|kube-scheduler|kube-proxy|etcd)\b\s+.*--/;

/** Values that stand in the container itself; they are used to read its command line and are not kept. */
function environmentOf(container: unknown): ReadonlyMap<string, string> {
  return new Map(
    list(field(container, 'env')).flatMap((entry): [string, string][] => {
      const [name, value] = [text(field(entry, 'name')), text(field(entry, 'value'))];
      return name === undefined || value === undefined ? [] : [[name, value]];
    }),
  );
}

/** The variables of proxies; what comes from elsewhere, as from a ConfigMap, has no value here. */
function variablesOf(container: unknown, placeAt: (path: readonly (string | number)[]) => SourcePlace) {
  const known = environmentOf(container);
  return list(field(container, 'env')).flatMap((entry, index) => {
    const [name = '', written] = [text(field(entry, 'name')), text(field(entry, 'value'))];
    if (!/_proxy$/i.test(name)) return [];
    const isElsewhere = written === undefined && field(entry, 'valueFrom') !== undefined;
    const value = expand(written ?? '', known);
    return [{ name, value: isElsewhere || isVariable(value) ? null : value, place: placeAt(['env', index]) }];
  });
}

/** Of the settings of an environment those that a component's clients look at. */
function takenBy(component: SettingComponent, settings: Readonly<Record<string, ExplicitSetting>>) {
  return Object.fromEntries(Object.entries(settings).filter(([key]) => settingFact(component, key)));
}

/** What stands in the container itself of etcd's own environment. */
function etcdVariables(
  container: unknown,
  placeAt: (path: readonly (string | number)[]) => SourcePlace,
): readonly CommandWord[] {
  return list(field(container, 'env')).flatMap((entry, index) => {
    const [name, value] = [text(field(entry, 'name')) ?? '', text(field(entry, 'value'))];
    const word = value === undefined ? null : etcdFlag(name, value, { line: placeAt(['env', index]).line });
    return word ?? [];
  });
}

/** `$(NAME)` as Kubernetes fills it in; what comes from elsewhere stays as it is written. */
function expand(word: string, known: ReadonlyMap<string, string>): string {
  return word.replace(/\$\((\w+)\)/g, (all, name: string) => known.get(name) ?? all);
}

/** What an image's tag says: the version of Kubernetes, or that of a program with versions of its own. */
function versionFor(component: SettingComponent, image: string, place: SourcePlace) {
  const tag = /:v?(\d+\.\d+[\w.-]*)/.exec(image.split('@')[0]?.split('/').at(-1) ?? '')?.[1];
  if (tag === undefined) return { version: null };
  const version = ofKubernetes.includes(component) ? (/^1\.\d+/.exec(tag)?.[0] ?? null) : null;
  if (!settingFact(component, 'image.version')) return { version };
  return { version, added: { 'image.version': explicitSetting(tag, 'object', place) } };
}

const ofKubernetes: readonly SettingComponent[] = [
  'kube-apiserver',
  'kube-scheduler',
  'kube-controller-manager',
  'kube-proxy',
];

/** An image whose entry point is the component: then `args` alone are its flags. */
function byImage(image: string, words: readonly CommandWord[]) {
  const repository = image.split('@')[0]?.split(':')[0]?.split('/').at(-1) ?? '';
  const component = Object.hasOwn(images, repository) ? images[repository] : undefined;
  return component && words.length > 0 && words.every((word, index) => index > 0 || word.text.startsWith('-'))
    ? { component, words }
    : null;
}

const images: Readonly<Record<string, SettingComponent>> = {
  'kube-apiserver': 'kube-apiserver',
  'proxy-server': 'konnectivity-server',
  'proxy-agent': 'konnectivity-agent',
  'metrics-server': 'metrics-server',
};

function mountsToken(spec: unknown, containers: readonly unknown[]): boolean {
  if (field(spec, 'automountServiceAccountToken') === false) return false;
  const mounts = containers.flatMap((container) => list(field(container, 'volumeMounts')));
  if (mounts.some((mount) => field(mount, 'mountPath') === tokenMount)) return true;
  // A live pod lists its mounts after admission, so a missing token mount means that there is none.
  const admitted = field(spec, 'nodeName') !== undefined && mounts.length > 0;
  return !admitted;
}
