import type { ExplicitSetting } from '../../domain/settings.ts';
import type { ImportedFact } from '../found.ts';
import { explicitSetting } from '../source/explicitSetting.ts';
import { field, list, scalar, text } from '../source/fields.ts';
import type { ObjectAt } from '../source/objectAt.ts';
import type { DocumentPath } from '../source/readDocuments.ts';

/** Where a way to scrape says what, by the settings that it decides; Prometheus and its operator spell them otherwise. */
type Spelling = {
  readonly skips: readonly string[];
  readonly ca: readonly (readonly string[])[];
  readonly certificate: readonly (readonly string[])[];
  readonly token: readonly (readonly string[])[];
};

const ofOperator: Spelling = {
  skips: ['tlsConfig', 'insecureSkipVerify'],
  ca: [
    ['tlsConfig', 'caFile'],
    ['tlsConfig', 'ca'],
  ],
  certificate: [
    ['tlsConfig', 'certFile'],
    ['tlsConfig', 'cert'],
  ],
  token: [['bearerTokenFile'], ['bearerTokenSecret'], ['authorization']],
};

const ofPrometheus: Spelling = {
  skips: ['tls_config', 'insecure_skip_verify'],
  ca: [['tls_config', 'ca_file']],
  certificate: [['tls_config', 'cert_file']],
  token: [['bearer_token_file'], ['bearer_token'], ['authorization']],
};

/** A ServiceMonitor of the Prometheus Operator that selects kubelets; of others nothing here is known. */
export function readServiceMonitor(object: ObjectAt): readonly ImportedFact[] {
  const { value } = object;
  // By labels or by expressions: the Service of kubelets is called so everywhere [PROMOP].
  if (!JSON.stringify(field(value, 'spec', 'selector') ?? {}).includes('"kubelet"')) return [];
  const name = text(field(value, 'metadata', 'name')) ?? 'ServiceMonitor';
  return scrapers(object, ['spec', 'endpoints'], ofOperator, () => name);
}

/** Whether this is Prometheus's own file. */
export function isPrometheusConfig(value: unknown): boolean {
  return Array.isArray(field(value, 'scrape_configs'));
}

/** Prometheus's own file: the jobs that scrape nodes [PROMCONF, kubernetes_sd_config: role node is the kubelet's address]. */
export function readPrometheusConfig(object: ObjectAt): readonly ImportedFact[] {
  return scrapers(object, ['scrape_configs'], ofPrometheus, (job) => {
    const isOfNodes = list(field(job, 'kubernetes_sd_configs')).some((one) => text(field(one, 'role')) === 'node');
    // Jobs that go through the kube-apiserver's proxy dial no kubelet themselves.
    const isProxied = list(field(job, 'relabel_configs')).some((one) =>
      text(field(one, 'replacement'))?.startsWith('kubernetes.default'),
    );
    return isOfNodes && !isProxied ? (text(field(job, 'job_name')) ?? 'Prometheus') : null;
  });
}

function scrapers(
  object: ObjectAt,
  at: DocumentPath,
  spelling: Spelling,
  nameOf: (one: unknown) => string | null,
): readonly ImportedFact[] {
  const known = new Map<string, ImportedFact>();
  list(field(object.value, ...at)).forEach((one, index) => {
    const name = nameOf(one);
    if (name === null) return;
    const explicitSettings = settingsOf(object, [...at, index], spelling);
    const place = object.placeOf([...at, index]);
    const config = { form: 'documented', explicitSettings } as const;
    // Ends of one ServiceMonitor that are told the same are one client.
    const told = JSON.stringify(Object.values(explicitSettings).map(({ value }) => value));
    if (known.has(told)) return;
    const number = known.size === 0 ? '' : ` (${known.size + 1})`;
    known.set(told, { type: 'extension', kind: 'scraper', name: `${name}${number}`, config, place });
  });
  return [...known.values()];
}

function settingsOf(object: ObjectAt, at: DocumentPath, spelling: Spelling): Readonly<Record<string, ExplicitSetting>> {
  const one = field(object.value, ...at);
  const place = (path: readonly string[]) => object.placeOf([...at, ...path]);
  const firstOf = (paths: readonly (readonly string[])[]) => paths.find((path) => field(one, ...path) !== undefined);
  const [scheme, skips] = [scalar(field(one, 'scheme')), scalar(field(one, ...spelling.skips))];
  const ca = firstOf(spelling.ca);
  const certificate = firstOf(spelling.certificate);
  const token = firstOf(spelling.token);
  const sent = token ?? certificate;
  const rules = [...list(field(one, 'relabel_configs')), ...list(field(one, 'relabelings'))];
  const isRewritten = rules.some((rule) =>
    [text(field(rule, 'target_label')), text(field(rule, 'targetLabel'))].includes('__scheme__'),
  );
  const credential = token ? 'bearer' : certificate ? 'x509' : 'none';
  return {
    // Without a scheme it is http, as Prometheus has it; a rule may make it something else.
    scheme: isRewritten
      ? { value: '', origin: 'unknown', source: place([]) }
      : explicitSetting(scheme?.toLowerCase() ?? 'http', 'object', scheme ? place(['scheme']) : place([])),
    ...(skips && { 'tls_config.insecure_skip_verify': explicitSetting(skips, 'object', place(spelling.skips)) }),
    ...(ca && { 'tls_config.ca_file': explicitSetting('present', 'object', place(ca)) }),
    credential: explicitSetting(credential, 'object', place(sent ?? [])),
  };
}
