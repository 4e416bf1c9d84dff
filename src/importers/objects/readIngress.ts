import type { ExplicitSetting } from '../../domain/settings.ts';
import type { ImportedFact } from '../found.ts';
import { explicitSetting } from '../source/explicitSetting.ts';
import { field, text } from '../source/fields.ts';
import type { ObjectAt } from '../source/objectAt.ts';

const upper = (text: string) => text.toUpperCase();
const lower = (text: string) => text.toLowerCase();
/** Which Secret it is, is nobody's business. */
const present = () => 'present';

const prefix = 'nginx.ingress.kubernetes.io/';

/** An Ingress: its controller, by class, and how that talks to what is behind it. Controllers differ; these are the words of one. */
export function readIngress({ value, place, placeOf }: ObjectAt): readonly ImportedFact[] {
  const annotation = (name: string) => text(field(value, 'metadata', 'annotations', name));
  const className =
    text(field(value, 'spec', 'ingressClassName')) ?? annotation('kubernetes.io/ingress.class') ?? 'ingress';
  const explicitSettings: Record<string, ExplicitSetting> = {};
  const shownAs = { 'backend-protocol': upper, 'proxy-ssl-verify': lower, 'proxy-ssl-secret': present } as const;
  for (const [key, show] of Object.entries(shownAs)) {
    const found = annotation(`${prefix}${key}`);
    const shown = found && show(found);
    const at = placeOf(['metadata', 'annotations', `${prefix}${key}`]);
    if (shown) explicitSettings[key] = explicitSetting(shown, 'object', at);
  }
  // Hundreds of Ingresses that are served alike are one line.
  const told = Object.values(explicitSettings).map(({ value: one }) => one);
  const name = [className, ...told].join(' ');
  const config = { form: 'documented', explicitSettings } as const;
  return [{ type: 'extension', kind: 'ingress-controller', name, config, place }];
}
