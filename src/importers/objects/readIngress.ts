import type { ExplicitSetting } from '../../domain/settings.ts';
import type { ImportedFact } from '../found.ts';
import { explicitSetting } from '../source/explicitSetting.ts';
import { field, text } from '../source/fields.ts';
import type { ObjectAt } from '../source/objectAt.ts';

const upper = (text: string) => text.toUpperCase();
const exact = (text: string) => text;
/** Which Secret it is, is nobody's business. */
const present = () => 'present';

const prefix = 'nginx.ingress.kubernetes.io/';

/** An Ingress: its controller, by class, and how that talks to what is behind it. Only the words of Ingress-Nginx are known. */
export function readIngress({ value, place, placeOf }: ObjectAt): readonly ImportedFact[] {
  const annotation = (name: string) => text(field(value, 'metadata', 'annotations', name));
  const className =
    text(field(value, 'spec', 'ingressClassName')) ?? annotation('kubernetes.io/ingress.class') ?? 'ingress';
  const explicitSettings: Record<string, ExplicitSetting> = {};
  const shownAs = { 'backend-protocol': upper, 'proxy-ssl-verify': exact, 'proxy-ssl-secret': present } as const;
  for (const [key, show] of Object.entries(shownAs)) {
    const found = annotation(`${prefix}${key}`);
    const shown = found && show(found);
    const at = placeOf(['metadata', 'annotations', `${prefix}${key}`]);
    if (shown) explicitSettings[key] = explicitSetting(shown, 'object', at);
  }
  // Others have annotations of their own, also on Services; and TLS that is passed through does not end at the controller.
  const isOther = !/nginx|^ingress$/i.test(className);
  const passes = annotation(`${prefix}ssl-passthrough`) === 'true';
  if (isOther || passes) {
    const unknown = { value: '', origin: 'unknown', source: place } as const;
    for (const key of Object.keys(shownAs)) explicitSettings[key] = unknown;
  }
  // Hundreds of Ingresses that are served alike are one line.
  const told = Object.values(explicitSettings).map(({ value: one }) => one);
  const name = [className, ...told].filter((part) => part).join(' ');
  const config = { form: 'documented', explicitSettings } as const;
  return [{ type: 'extension', kind: 'ingress-controller', name, config, place }];
}
