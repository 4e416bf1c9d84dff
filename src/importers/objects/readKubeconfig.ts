import type { SettingComponent } from '../../catalog/settings.ts';
import type { ExplicitSetting } from '../../domain/settings.ts';
import { withoutCredential } from '../components/proxySettings.ts';
import type { ImportedFact } from '../found.ts';
import { explicitSetting } from '../source/explicitSetting.ts';
import { field, list, scalar, text } from '../source/fields.ts';
import type { ObjectAt } from '../source/objectAt.ts';
import type { DocumentPath } from '../source/readDocuments.ts';

/** Files in which kubeadm, or who follows its names, puts the kubeconfig of a component [CERTS]. */
const componentFiles: Readonly<Record<string, SettingComponent>> = {
  'kubelet.conf': 'kubelet',
  'bootstrap-kubelet.conf': 'kubelet',
  'scheduler.conf': 'kube-scheduler',
  'controller-manager.conf': 'kube-controller-manager',
  'cloud-controller-manager.conf': 'cloud-controller-manager',
  'kube-proxy.conf': 'kube-proxy',
  'konnectivity-server.conf': 'konnectivity-server',
};

/** Users by whose names the kube-apiserver knows its components [CERTS]. */
const componentUsers: Readonly<Record<string, SettingComponent>> = {
  'system:kube-scheduler': 'kube-scheduler',
  'system:kube-controller-manager': 'kube-controller-manager',
  'system:cloud-controller-manager': 'cloud-controller-manager',
  'system:kube-proxy': 'kube-proxy',
  'system:konnectivity-server': 'konnectivity-server',
};

const nodeUser = 'system:node:';
/** A pod's own credential, as kube-proxy's ConfigMap names it: whoever reads this file runs in the cluster. */
const podTokenFile = '/var/run/secrets/kubernetes.io/serviceaccount/token';

/**
 * A kubeconfig: whether the server is checked, and the kind of credential. Whose it is, its file says, or its user; any
 * other is of somebody outside of the cluster. Tokens, passwords, keys and certificates are never kept.
 */
export function readKubeconfig(object: ObjectAt): readonly ImportedFact[] {
  const { value, place } = object;
  const context = named(value, 'contexts', text(field(value, 'current-context')));
  const clusterName = text(field(context?.entry, 'context', 'cluster'));
  const userName = text(field(context?.entry, 'context', 'user'));
  const cluster = named(value, 'clusters', clusterName);
  const user = named(value, 'users', userName);
  const settings: Record<string, ExplicitSetting> = {};
  const state = (key: string, content: string | undefined, path: DocumentPath) => {
    if (content !== undefined) settings[key] = explicitSetting(content, 'file', object.placeOf(path));
  };
  const at = ['clusters', cluster?.index ?? 0, 'cluster'] as const;
  const skips = 'insecure-skip-tls-verify';
  state(`kubeconfig.${skips}`, scalar(field(cluster?.entry, 'cluster', skips)), [...at, skips]);
  const proxy = text(field(cluster?.entry, 'cluster', 'proxy-url'));
  const proxyUrl = proxy === undefined ? undefined : withoutCredential(proxy);
  state('kubeconfig.proxy-url', proxyUrl?.value, [...at, 'proxy-url']);
  // Whether there is TLS at all, the scheme says; an address without one does not even say that.
  const server = text(field(cluster?.entry, 'cluster', 'server'));
  const scheme = /^(https?):/i.exec(server ?? '')?.[1]?.toLowerCase();
  state('kubeconfig.scheme', server === undefined ? undefined : (scheme ?? ''), [...at, 'server']);
  if (server !== undefined && scheme === undefined)
    settings['kubeconfig.scheme'] = { value: '', origin: 'unknown', source: object.placeOf([...at, 'server']) };
  state('kubeconfig.server', server, [...at, 'server']);
  state('kubeconfig.credential', credentialOf(field(user?.entry, 'user')), ['users', user?.index ?? 0, 'user']);
  const dropped: readonly ImportedFact[] = proxyUrl?.hadCredential
    ? [{ type: 'dropped', what: 'token', count: 1, place }]
    : [];
  const owner = ownerOf(place.file, userName, text(field(user?.entry, 'user', 'tokenFile')));
  if (owner) {
    const { component, host, prefix } = owner;
    const named = Object.fromEntries(Object.entries(settings).map(([key, setting]) => [`${prefix}${key}`, setting]));
    const config = {
      form: 'unknown',
      explicitSettings: prefix ? only(named, `${prefix}kubeconfig.${skips}`) : named,
    } as const;
    return [{ type: 'component', found: { component, host, config, version: null, place } }, ...dropped];
  }
  if (userName?.startsWith('system:'))
    return [{ type: 'issue', issue: { code: 'kind-not-read', severity: 'info', place, params: { kind: 'Config' } } }];
  const name = text(field(context?.entry, 'name')) ?? 'kubectl';
  return [{ type: 'client', name, config: { form: 'documented', explicitSettings: settings }, place }, ...dropped];
}

type Owner = { readonly component: SettingComponent; readonly host: string | null; readonly prefix: string };

function ownerOf(path: string, user: string | undefined, tokenFile: string | undefined): Owner | null {
  const file = path.split('/').at(-1) ?? '';
  const prefix = file.startsWith('bootstrap-') ? 'bootstrap-' : '';
  const byFile = Object.hasOwn(componentFiles, file) ? componentFiles[file] : undefined;
  const byUser = user !== undefined && Object.hasOwn(componentUsers, user) ? componentUsers[user] : undefined;
  if (user?.startsWith(nodeUser)) return { component: 'kubelet', host: user.slice(nodeUser.length), prefix: '' };
  const component = byFile ?? byUser ?? (tokenFile === podTokenFile ? 'kube-proxy' : undefined);
  return component ? { component, host: null, prefix } : null;
}

function only(
  settings: Readonly<Record<string, ExplicitSetting>>,
  key: string,
): Readonly<Record<string, ExplicitSetting>> {
  const setting = settings[key];
  return setting ? { [key]: setting } : {};
}

function named(value: unknown, group: string, name: string | undefined) {
  const entries = list(field(value, group));
  const index = name === undefined ? 0 : entries.findIndex((entry) => text(field(entry, 'name')) === name);
  const entry = entries[index];
  return entry === undefined ? undefined : { entry, index };
}

/**
 * What is sent: a token also beside a certificate, and a certificate only with its key [client-go]. Programs and providers
 * hand out tokens, unless nobody can tell.
 */
function credentialOf(user: unknown): string | undefined {
  if (user === undefined) return undefined;
  const has = (...keys: readonly string[]) => keys.some((key) => field(user, key) !== undefined);
  if (has('token', 'tokenFile', 'auth-provider', 'exec')) return 'bearer';
  if (has('username')) return 'basic';
  const isWhole = has('client-certificate', 'client-certificate-data') && has('client-key', 'client-key-data');
  return isWhole ? 'x509' : 'none';
}
