import type { StatedSetting } from '../domain/settings.ts';
import { field, list, scalar, text } from './fields.ts';
import type { Found } from './found.ts';
import type { ObjectAt } from './readObject.ts';

/** A certificate's body is not kept, only that there is one. */
const present = 'present';

/** An APIService whose API another server answers; one without a service is the kube-apiserver's own. */
export function readApiService(object: ObjectAt): readonly Found[] {
  const { value, place } = object;
  if (field(value, 'spec', 'service') === undefined || field(value, 'spec', 'service') === null) return [];
  const stated: Record<string, StatedSetting> = {};
  const skips = scalar(field(value, 'spec', 'insecureSkipTLSVerify'));
  if (skips !== undefined) {
    const line = object.lineOf(['spec', 'insecureSkipTLSVerify']);
    stated['spec.insecureSkipTLSVerify'] = { value: skips, origin: 'object', source: { file: place.file, line } };
  }
  if (text(field(value, 'spec', 'caBundle'))) {
    const line = object.lineOf(['spec', 'caBundle']);
    stated['spec.caBundle'] = { value: present, origin: 'object', source: { file: place.file, line } };
  }
  const name = text(field(value, 'metadata', 'name')) ?? 'aggregated-api';
  return [{ type: 'extension', kind: 'aggregated-api', name, config: { form: 'documented', stated }, place }];
}

/** Each webhook of a ValidatingWebhookConfiguration or MutatingWebhookConfiguration. */
export function readWebhooks(object: ObjectAt): readonly Found[] {
  const { value, place } = object;
  const configuration = text(field(value, 'metadata', 'name')) ?? '';
  return list(field(value, 'webhooks')).map((webhook, index): Found => {
    const path = ['webhooks', index, 'clientConfig', 'caBundle'] as const;
    const source = { file: place.file, line: object.lineOf(path) };
    const stated: Record<string, StatedSetting> = text(field(webhook, 'clientConfig', 'caBundle'))
      ? { 'clientConfig.caBundle': { value: present, origin: 'object', source } }
      : {};
    const name = text(field(webhook, 'name')) ?? configuration;
    return { type: 'extension', kind: 'admission-webhook', name, config: { form: 'documented', stated }, place };
  });
}
