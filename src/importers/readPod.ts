import type { SettingComponent } from '../catalogue/settings.ts';
import { field, list, stringMap, text } from './fields.ts';
import type { Found } from './found.ts';
import { type CommandWord, findComponent, readFlags } from './readFlags.ts';
import type { ObjectAt } from './readObject.ts';
import { commandsOf } from './shellWords.ts';

const tokenMount = '/var/run/secrets/kubernetes.io/serviceaccount';

/**
 * A Pod, or the template of a Deployment or DaemonSet: the pod itself, and each control-plane or node component whose
 * command line it carries. Environment values, annotations and Secret contents are not read.
 */
export function readPod(object: ObjectAt): readonly Found[] {
  const { value, place } = object;
  const name = text(field(value, 'metadata', 'name'));
  if (!name)
    return [{ type: 'issue', issue: { code: 'missing-name', severity: 'warning', place, params: { kind: 'Pod' } } }];
  const spec = field(value, 'spec');
  const containers = list(field(spec, 'containers'));
  const nodeName = text(field(spec, 'nodeName')) ?? null;
  const phase = text(field(value, 'status', 'phase'));
  const ports = containers.flatMap((container) =>
    list(field(container, 'ports')).flatMap((port) => {
      const number = field(port, 'containerPort');
      return typeof number === 'number' ? [number] : [];
    }),
  );
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
        ports,
      },
    },
    ...readContainers(object, ['spec'], nodeName),
  ];
}

/** Components in the containers of a pod spec that stands at `path`. */
export function readContainers(object: ObjectAt, path: readonly string[], host: string | null): readonly Found[] {
  return list(field(object.value, ...path, 'containers')).flatMap((container, index) =>
    readContainer(object, [...path, 'containers', index], container, host),
  );
}

function readContainer(
  { place, lineOf }: ObjectAt,
  path: readonly (string | number)[],
  container: unknown,
  host: string | null,
): readonly Found[] {
  const words = ['command', 'args'].flatMap((part): CommandWord[] =>
    list(field(container, part)).flatMap((word, index) => {
      const content = text(word);
      return content === undefined ? [] : [{ text: content, line: lineOf([...path, part, index]) }];
    }),
  );
  const image = text(field(container, 'image')) ?? '';
  const found = findComponent(words) ?? byImage(image, words);
  if (found) {
    const config = { form: 'flags', stated: readFlags(found.component, found.words, place.file) } as const;
    const version = found.component === 'kube-apiserver' ? versionOf(image) : null;
    return [{ type: 'component', found: { component: found.component, host, config, version, place } }];
  }
  const shell = words.find((word) => /\bkube-apiserver\b\s+.*--/.test(word.text.replaceAll('\n', ' ')));
  if (!shell) return [];
  const [inShell] = commandsOf(shell.text)
    .map((own) => findComponent(own.map(({ text: content }) => ({ text: content, line: shell.line }))))
    .filter((one) => one !== null);
  if (inShell) {
    const config = { form: 'flags', stated: readFlags(inShell.component, inShell.words, place.file) } as const;
    const version = inShell.component === 'kube-apiserver' ? versionOf(image) : null;
    return [{ type: 'component', found: { component: inShell.component, host, config, version, place } }];
  }
  return [
    {
      type: 'issue',
      issue: {
        code: 'shell-command',
        severity: 'warning',
        place: { ...place, line: shell.line },
        params: { component: 'kube-apiserver' },
      },
    },
  ];
}

/** An image whose entry point is the component: then `args` alone are its flags. */
function byImage(image: string, words: readonly CommandWord[]) {
  const repository = image.split('@')[0]?.split(':')[0]?.split('/').at(-1) ?? '';
  const known: Readonly<Record<string, SettingComponent>> = {
    'kube-apiserver': 'kube-apiserver',
    'proxy-server': 'konnectivity-server',
    'proxy-agent': 'konnectivity-agent',
    'metrics-server': 'metrics-server',
  };
  const component = Object.hasOwn(known, repository) ? known[repository] : undefined;
  return component && words.length > 0 && words.every((word, index) => index > 0 || word.text.startsWith('-'))
    ? { component, words }
    : null;
}

/** A version in an image tag, `registry.k8s.io/kube-apiserver:v1.34.1` to `1.34`. */
function versionOf(image: string): string | null {
  const tag = /:v?(1\.\d+)/.exec(image);
  return tag?.[1] ?? null;
}

function mountsToken(spec: unknown, containers: readonly unknown[]): boolean {
  if (field(spec, 'automountServiceAccountToken') === false) return false;
  const mounts = containers.flatMap((container) => list(field(container, 'volumeMounts')));
  if (mounts.some((mount) => field(mount, 'mountPath') === tokenMount)) return true;
  // A live pod lists its mounts after admission, so a missing token mount means that there is none.
  const admitted = field(spec, 'nodeName') !== undefined && mounts.length > 0;
  return !admitted;
}
