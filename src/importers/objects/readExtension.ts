import type { StatedSetting } from '../../domain/settings.ts';
import type { Found } from '../found.ts';
import { field, list, scalar, text } from '../source/fields.ts';
import type { ObjectAt } from '../source/objectAt.ts';
import { stated } from '../source/stated.ts';
import { isPartial } from './readPatch.ts';

/** A certificate's body is not kept, only that there is one. */
const present = 'present';

/** An APIService whose API another server answers; one without a service is the kube-apiserver's own. */
export function readApiService(object: ObjectAt): readonly Found[] {
  const { value, place } = object;
  const service = field(value, 'spec', 'service') ?? null;
  if (service === null && !isPartial(place.file)) return [];
  const settings: Record<string, StatedSetting> = {};
  const skips = scalar(field(value, 'spec', 'insecureSkipTLSVerify'));
  if (skips !== undefined)
    settings['spec.insecureSkipTLSVerify'] = stated(skips, 'object', object.placeOf(['spec', 'insecureSkipTLSVerify']));
  if (text(field(value, 'spec', 'caBundle')))
    settings['spec.caBundle'] = stated(present, 'object', object.placeOf(['spec', 'caBundle']));
  const name = text(field(value, 'metadata', 'name')) ?? 'aggregated-api';
  return [{ type: 'extension', kind: 'aggregated-api', name, config: { form: 'documented', stated: settings }, place }];
}

/** Each webhook of a ValidatingWebhookConfiguration or MutatingWebhookConfiguration. */
export function readWebhooks(object: ObjectAt): readonly Found[] {
  const { value, place } = object;
  const configuration = text(field(value, 'metadata', 'name')) ?? '';
  return list(field(value, 'webhooks')).map((webhook, index): Found => {
    const path = ['webhooks', index, 'clientConfig', 'caBundle'] as const;
    const settings: Record<string, StatedSetting> = text(field(webhook, 'clientConfig', 'caBundle'))
      ? { 'clientConfig.caBundle': stated(present, 'object', object.placeOf(path)) }
      : {};
    const name = text(field(webhook, 'name')) ?? configuration;
    const config = { form: 'documented', stated: settings } as const;
    return { type: 'extension', kind: 'admission-webhook', name, config, place };
  });
}
