import type { ExplicitSetting } from '../../domain/settings.ts';
import type { ImportedFact } from '../found.ts';
import { explicitSetting } from '../source/explicitSetting.ts';
import { field, text } from '../source/fields.ts';
import type { ObjectAt } from '../source/objectAt.ts';

const prefix = 'nginx.ingress.kubernetes.io/';

/** An Ingress: its controller, by class, and how that talks to what is behind it. Controllers differ; these are the words of one. */
export function readIngress({ value, place, placeOf }: ObjectAt): readonly ImportedFact[] {
  const annotation = (name: string) => text(field(value, 'metadata', 'annotations', name));
  const className =
    text(field(value, 'spec', 'ingressClassName')) ?? annotation('kubernetes.io/ingress.class') ?? 'ingress';
  const explicitSettings: Record<string, ExplicitSetting> = {};
  for (const key of ['backend-protocol', 'proxy-ssl-verify']) {
    const found = annotation(`${prefix}${key}`);
    const shown = key === 'backend-protocol' ? found?.toUpperCase() : found?.toLowerCase();
    const at = placeOf(['metadata', 'annotations', `${prefix}${key}`]);
    if (shown !== undefined) explicitSettings[key] = explicitSetting(shown, 'object', at);
  }
  // Hundreds of Ingresses that are served alike are one line.
  const told = Object.values(explicitSettings).map(({ value: one }) => one);
  const name = [className, ...told].join(' ');
  const config = { form: 'documented', explicitSettings } as const;
  return [{ type: 'extension', kind: 'ingress-controller', name, config, place }];
}
