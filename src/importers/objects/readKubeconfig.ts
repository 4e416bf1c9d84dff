import type { StatedSetting } from '../../domain/settings.ts';
import type { Found } from '../found.ts';
import { field, list, scalar, text } from '../source/fields.ts';
import type { ObjectAt } from '../source/objectAt.ts';
import type { DocumentPath } from '../source/readDocuments.ts';
import { stated } from '../source/stated.ts';

/**
 * A kubeconfig of somebody outside of the cluster: whether the server is checked, and the kind of credential. Tokens,
 * passwords, keys and certificates are never kept. One of a system component is passed over: whose it is, its place on
 * the machine says and not the file.
 */
export function readKubeconfig(object: ObjectAt): readonly Found[] {
  const { value, place } = object;
  const context = named(value, 'contexts', text(field(value, 'current-context')));
  const clusterName = text(field(context?.entry, 'context', 'cluster'));
  const userName = text(field(context?.entry, 'context', 'user'));
  if (userName?.startsWith('system:'))
    return [{ type: 'issue', issue: { code: 'kind-not-read', severity: 'info', place, params: { kind: 'Config' } } }];
  const cluster = named(value, 'clusters', clusterName);
  const user = named(value, 'users', userName);
  const settings: Record<string, StatedSetting> = {};
  const state = (key: string, content: string | undefined, path: DocumentPath) => {
    if (content !== undefined) settings[key] = stated(content, 'file', object.placeOf(path));
  };
  const at = ['clusters', cluster?.index ?? 0, 'cluster'] as const;
  const skips = 'insecure-skip-tls-verify';
  state(`kubeconfig.${skips}`, scalar(field(cluster?.entry, 'cluster', skips)), [...at, skips]);
  // The address itself says nothing but whether there is TLS at all.
  const scheme = text(field(cluster?.entry, 'cluster', 'server'))?.split('://')[0];
  state('kubeconfig.scheme', scheme === 'http' ? 'http' : 'https', [...at, 'server']);
  state('kubeconfig.credential', credentialOf(field(user?.entry, 'user')), ['users', user?.index ?? 0, 'user']);
  const name = text(field(context?.entry, 'name')) ?? 'kubectl';
  return [{ type: 'client', name, config: { form: 'documented', stated: settings }, place }];
}

function named(value: unknown, group: string, name: string | undefined) {
  const entries = list(field(value, group));
  const index = name === undefined ? 0 : entries.findIndex((entry) => text(field(entry, 'name')) === name);
  const entry = entries[index];
  return entry === undefined ? undefined : { entry, index };
}

/** Programs and providers hand out tokens, unless nobody can tell. */
function credentialOf(user: unknown): string | undefined {
  const has = (...keys: readonly string[]) => keys.some((key) => field(user, key) !== undefined);
  if (has('client-certificate', 'client-certificate-data')) return 'x509';
  if (has('token', 'tokenFile', 'auth-provider', 'exec')) return 'bearer';
  return has('username') ? 'basic' : undefined;
}
