import { pathNumber } from '../catalog/communicationPath.ts';
import { type SourceTag, sources } from '../catalog/sources.ts';
import { recordUrl } from '../catalog/vulnerabilities.ts';
import type { Translate } from '../i18n/translate.ts';
import { openReasons, vulnerabilityOf, type Weakness, type WeaknessTopic } from '../weaknesses/weakness.ts';

/** The id of a vulnerability, and what it is, in one line. */
export function weaknessTitle({ topic }: Pick<Weakness, 'topic'>, t: Translate): string {
  const title = t(`weakness.${topic}.title`);
  return vulnerabilityOf({ topic }) ? `${topic}: ${title}` : title;
}

/** What it gives to whom. */
export function weaknessText({ topic, params }: Weakness, t: Translate): string {
  return t(`weakness.${topic}.what`, params);
}

/** Whether it is there, and by what that is known. */
export function certaintyText(weakness: Weakness, t: Translate): string {
  const { isSure, params } = weakness;
  const sure = t(isSure ? 'weaknesses.sure' : 'weaknesses.possible');
  if (!vulnerabilityOf(weakness)) return isSure ? sure : `${sure}: ${t('weaknesses.without-names')}`;
  const open = openReasons.find((one) => one === params['open']);
  if (open) return `${sure}: ${t(`weaknesses.open.${open}`, params)}`;
  return params['versions'] ? `${sure}, ${t('weaknesses.with-version', params)}` : sure;
}

const withOwnFix = {
  'external-ip': true,
  'load-balancer-ip': true,
  'etcd-shared-ca': true,
  'etcd-peer-shared-ca': true,
  'front-proxy-shared-ca': true,
  'load-balancer-status': true,
  'endpoint-open': true,
  proxy: true,
  'proxy-verified': true,
  'CVE-2020-8554': true,
  'CVE-2020-8561': true,
  'CVE-2020-8562': true,
  'CVE-2021-25740': true,
} as const satisfies Partial<Record<WeaknessTopic, true>>;

/** What closes it: of most vulnerabilities a release. */
export function fixText({ topic, params }: Weakness, t: Translate): string {
  return hasOwnFix(topic) ? t(`weakness.${topic}.fix`, params) : t('weaknesses.upgrade', params);
}

function hasOwnFix(topic: WeaknessTopic): topic is keyof typeof withOwnFix {
  return topic in withOwnFix;
}

/** The paths that it changes, by their numbers. */
export function weaknessPaths({ connections }: Weakness): readonly string[] {
  return [...new Set(connections.map(({ path }) => pathNumber(path)))];
}

const sourceOf: Readonly<Record<string, SourceTag>> = {
  'external-ip': 'EXTERNALIPS',
  'load-balancer-ip': 'EXTERNALIPS',
  'load-balancer-status': 'ADMCTL',
  'endpoint-open': 'EKSENDPOINT',
  proxy: 'GOPROXY',
  'proxy-verified': 'GOPROXY',
  'etcd-shared-ca': 'KOPS5591',
  'etcd-peer-shared-ca': 'ETCD',
  'front-proxy-shared-ca': 'AGGREUSE',
};

/** Where it is recorded or explained. */
export function weaknessSource(weakness: Pick<Weakness, 'topic'>): {
  readonly title: string;
  readonly url: string | null;
} {
  const id = vulnerabilityOf(weakness);
  if (id) return { title: id, url: recordUrl(id) };
  return sources[sourceOf[weakness.topic] ?? 'CVEFEED'];
}
