import type { ExplicitSetting } from '../../domain/settings.ts';
import type { ImportedFact } from '../found.ts';
import { explicitSetting } from '../source/explicitSetting.ts';
import { field, list, scalar, text } from '../source/fields.ts';
import type { ObjectAt } from '../source/objectAt.ts';
import type { DocumentPath } from '../source/readDocuments.ts';
import { isPartial } from './readPatch.ts';

/** A certificate's body and an address are not kept, only that there is one. */
const present = 'present';

/** An APIService whose API another server answers; one without a service is the kube-apiserver's own. */
export function readApiService(object: ObjectAt): readonly ImportedFact[] {
  const { value, place } = object;
  const service = field(value, 'spec', 'service') ?? null;
  if (service === null && !isPartial(place.file)) return [];
  const settings: Record<string, ExplicitSetting> = {};
  const skips = scalar(field(value, 'spec', 'insecureSkipTLSVerify'));
  if (skips !== undefined)
    settings['spec.insecureSkipTLSVerify'] = explicitSetting(
      skips,
      'object',
      object.placeOf(['spec', 'insecureSkipTLSVerify']),
    );
  if (text(field(value, 'spec', 'caBundle')))
    settings['spec.caBundle'] = explicitSetting(present, 'object', object.placeOf(['spec', 'caBundle']));
  const name = text(field(value, 'metadata', 'name')) ?? 'aggregated-api';
  return [
    {
      type: 'extension',
      kind: 'aggregated-api',
      name,
      config: { form: 'documented', explicitSettings: settings },
      place,
    },
  ];
}

/** Each webhook of a ValidatingWebhookConfiguration or MutatingWebhookConfiguration. */
export function readWebhooks(object: ObjectAt): readonly ImportedFact[] {
  const { value, place } = object;
  const configuration = text(field(value, 'metadata', 'name')) ?? '';
  return list(field(value, 'webhooks')).map((webhook, index): ImportedFact => {
    const name = text(field(webhook, 'name')) ?? configuration;
    const explicitSettings = clientConfigAt(object, ['webhooks', index, 'clientConfig']);
    const config = { form: 'documented', explicitSettings } as const;
    return { type: 'extension', kind: 'admission-webhook', name, config, place };
  });
}

/** The conversion webhook of a CustomResourceDefinition, which the kube-apiserver calls as it calls those of admission. */
export function readConversion(object: ObjectAt): readonly ImportedFact[] {
  const { value, place } = object;
  const at = ['spec', 'conversion', 'webhook', 'clientConfig'];
  if (text(field(value, 'spec', 'conversion', 'strategy')) !== 'Webhook' || field(value, ...at) === undefined)
    return [];
  const name = `conversion: ${text(field(value, 'metadata', 'name')) ?? ''}`;
  const config = { form: 'documented', explicitSettings: clientConfigAt(object, at) } as const;
  return [{ type: 'extension', kind: 'admission-webhook', name, config, place }];
}

/** What a webhook's `clientConfig` decides. */
function clientConfigAt(object: ObjectAt, path: DocumentPath): Readonly<Record<string, ExplicitSetting>> {
  return Object.fromEntries(
    ['caBundle', 'url'].flatMap((key): [string, ExplicitSetting][] =>
      text(field(object.value, ...path, key))
        ? [[`clientConfig.${key}`, explicitSetting(present, 'object', object.placeOf([...path, key]))]]
        : [],
    ),
  );
}
