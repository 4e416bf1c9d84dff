import type { ExplicitSetting } from '../../domain/settings.ts';
import type { ImportedFact } from '../found.ts';
import { byType, componentsOf } from './byType.ts';

const namingFlag = /-webhook-config-file$|^imagePolicy\.kubeConfigFile$/;

/**
 * What was found, where a file in the form of a kubeconfig that a flag of the kube-apiserver or an AdmissionConfiguration
 * names is nobody's kubectl: its cluster is the webhook, and its user the kube-apiserver [KAREF, Webhook mode]. Where
 * several are named, what they do not all show alike is not known of any.
 */
export function withWebhookFiles(found: readonly ImportedFact[]): readonly ImportedFact[] {
  const settings = [
    ...componentsOf(found, 'kube-apiserver').map(({ config }) => config.explicitSettings),
    ...byType(found, 'api-server-file').map(({ explicitSettings }) => explicitSettings),
  ];
  const named = new Set(
    settings.flatMap((own) =>
      Object.entries(own).flatMap(([key, { value }]) =>
        namingFlag.test(key) && value !== '' ? [fileName(value)] : [],
      ),
    ),
  );
  const isNamed = (one: ImportedFact) => one.type === 'client' && named.has(fileName(one.place.file));
  const shown = byType(found, 'client').filter(isNamed);
  if (shown.length === 0) return found;
  const files = new Set(shown.map(({ place }) => fileName(place.file)));
  const isSure = (key: string) =>
    files.size === named.size && new Set(shown.map(({ config }) => config.explicitSettings[key]?.value)).size === 1;
  return found.map((one) => {
    if (one.type !== 'client' || !isNamed(one)) return one;
    const explicitSettings = Object.fromEntries(
      webhookKeys.flatMap((key): [string, ExplicitSetting][] => {
        const setting = one.config.explicitSettings[key];
        if (!isSure(key)) return [[`webhook-${key}`, { value: '', origin: 'unknown', source: one.place }]];
        return setting ? [[`webhook-${key}`, setting]] : [];
      }),
    );
    return { type: 'api-server-file', explicitSettings, place: one.place };
  });
}

/** What such a file decides. */
const webhookKeys = ['insecure-skip-tls-verify', 'scheme', 'credential'].map((key) => `kubeconfig.${key}`);

function fileName(path: string): string {
  return path.split('/').at(-1) ?? path;
}
