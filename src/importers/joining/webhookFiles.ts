import type { ExplicitSetting } from '../../domain/settings.ts';
import type { ImportedFact } from '../found.ts';
import { byType, componentsOf } from './byType.ts';

const namingFlag = /-webhook-config-file$|^imagePolicy\.kubeConfigFile$/;

/**
 * What was found, where a file in the form of a kubeconfig that a flag of the kube-apiserver names is nobody's kubectl: its
 * cluster is the webhook, and its user the kube-apiserver [KAREF, Webhook mode].
 */
export function withWebhookFiles(found: readonly ImportedFact[]): readonly ImportedFact[] {
  const named = componentsOf(found, 'kube-apiserver').flatMap(({ config }) =>
    Object.entries(config.explicitSettings).flatMap(([key, { value }]) =>
      namingFlag.test(key) && value !== '' ? [fileName(value)] : [],
    ),
  );
  if (named.length === 0 || byType(found, 'client').length === 0) return found;
  return found.map((one) => {
    if (one.type !== 'client' || !named.includes(fileName(one.place.file))) return one;
    const explicitSettings = Object.fromEntries(
      Object.entries(one.config.explicitSettings).map(([key, setting]): [string, ExplicitSetting] => [
        `webhook-${key}`,
        setting,
      ]),
    );
    return { type: 'api-server-file', explicitSettings, place: one.place };
  });
}

function fileName(path: string): string {
  return path.split('/').at(-1) ?? path;
}
