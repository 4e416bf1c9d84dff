import { factsOf, type SettingComponent } from '../../catalog/settings.ts';
import type { ExplicitSetting } from '../../domain/settings.ts';
import type { ImportedFact } from '../found.ts';
import { explicitSetting } from '../source/explicitSetting.ts';
import { field, list, scalar, text } from '../source/fields.ts';
import { type ObjectAt, partOf } from '../source/objectAt.ts';

/** Fields of which a base configuration has at least one; a file without any is a drop-in that changes something else. */
const baseFields = [
  'authentication',
  'authorization',
  'readOnlyPort',
  'serverTLSBootstrap',
  'tlsCertFile',
  'rotateCertificates',
  'staticPodPath',
  'cgroupDriver',
  'containerRuntimeEndpoint',
  'clusterDomain',
  'address',
];

/** A KubeletConfiguration. What is missing in it has the secure defaults of the file form. */
export function readKubeletConfiguration(object: ObjectAt): readonly ImportedFact[] {
  const { value, place } = object;
  const config = { form: 'config-file', explicitSettings: fieldsOf(object, 'kubelet') } as const;
  const fileName = place.file.split('/').at(-1) ?? '';
  // A directory of drop-ins, whatever a file in it sets [kubernetes.io, kubelet: drop-in directory].
  const liesInDropIns = /\.conf\.d\/[^/]+\.conf$/.test(place.file);
  const own = Object.keys(value ?? {}).filter((name) => !['apiVersion', 'kind', 'metadata'].includes(name));
  // A file without any field is a whole configuration of defaults: it would be no use as a drop-in.
  const isBase = own.length === 0 || baseFields.some((name) => field(value, name) !== undefined);
  if (isBase && !liesInDropIns) return [{ type: 'kubelet-config', found: { config, place } }];
  return [{ type: 'kubelet-config', found: { config: { ...config, form: 'unknown' }, place, dropIn: fileName } }];
}

/** What a running kubelet answers at `/configz`: its whole configuration, with every default filled in. */
export function readKubeletConfigz(object: ObjectAt): readonly ImportedFact[] {
  const part = partOf(object, ['kubeletconfig']);
  const config = { form: 'config-file', explicitSettings: fieldsOf(part, 'kubelet') } as const;
  return [{ type: 'kubelet-config', found: { config, place: object.place } }];
}

/** A KubeProxyConfiguration: where its metrics and its health are served. */
export function readKubeProxyConfiguration(object: ObjectAt): readonly ImportedFact[] {
  const config = { form: 'config-file', explicitSettings: fieldsOf(object, 'kube-proxy') } as const;
  const found = { component: 'kube-proxy', host: null, config, version: null, place: object.place } as const;
  return [{ type: 'component', found }];
}

/** Every field of a configuration that the catalog knows for a component. */
export function fieldsOf(
  { value, placeOf }: ObjectAt,
  component: SettingComponent,
): Readonly<Record<string, ExplicitSetting>> {
  return Object.fromEntries(
    factsOf(component).flatMap((fact) => {
      const { key } = fact;
      const path = key.split('.');
      const found = scalar(field(value, ...path));
      // An empty text is what the defaults are filled into, as kubeadm writes it for kube-proxy; without one it takes back.
      const isFilled = found === '' && (fact.default !== null || fact.kubeadm !== undefined);
      return found === undefined || isFilled ? [] : [[key, explicitSetting(found, 'file', placeOf(path))]];
    }),
  );
}

/** EgressSelectorConfiguration: how the kube-apiserver dials the cluster. */
export function readEgressSelector({ value, place, placeOf }: ObjectAt): readonly ImportedFact[] {
  const selections = list(field(value, 'egressSelections'));
  const index = selections.findIndex((selection) => text(field(selection, 'name'))?.toLowerCase() === 'cluster');
  const path = ['egressSelections', index, 'connection'];
  const protocol = index < 0 ? 'Direct' : (text(field(value, ...path, 'proxyProtocol')) ?? 'Direct');
  const transport = ['uds', 'tcp'].find((kind) => field(value, ...path, 'transport', kind) !== undefined);
  const dial = explicitSetting(protocol, 'file', placeOf([...path, 'proxyProtocol']));
  const urlAt = [...path, 'transport', 'tcp', 'url'];
  const scheme = /^(https?):/i.exec(text(field(value, ...urlAt)) ?? '')?.[1]?.toLowerCase();
  return [
    {
      type: 'api-server-file',
      place,
      explicitSettings: {
        'egressSelections.cluster.proxyProtocol': dial,
        ...(scheme && {
          'egressSelections.cluster.transport.tcp.scheme': explicitSetting(scheme, 'file', placeOf(urlAt)),
        }),
        ...(transport && {
          'egressSelections.cluster.transport': explicitSetting(
            transport,
            'file',
            placeOf([...path, 'transport', transport]),
          ),
        }),
      },
    },
  ];
}

/**
 * AuthenticationConfiguration: whether it lets strangers in (what it says nothing of, the flag says [KEP4633]), and whether
 * the issuers of its JWTs are verified by a CA of their own.
 */
export function readAuthentication({ value, place, placeOf }: ObjectAt): readonly ImportedFact[] {
  const at = ['anonymous', 'enabled'];
  const enabled = scalar(field(value, ...at));
  const issuers = list(field(value, 'jwt')).map((one) => field(one, 'issuer'));
  const jwt = issuers.every((issuer) => text(field(issuer, 'certificateAuthority'))) ? 'ca' : 'roots';
  return [
    {
      type: 'api-server-file',
      place,
      explicitSettings: {
        // A file that says nothing is seen, too: an empty value takes nothing for granted.
        'authenticationConfiguration.anonymous.enabled': explicitSetting(
          enabled ?? '',
          'file',
          enabled === undefined ? place : placeOf(at),
        ),
        ...(issuers.length > 0 && {
          'authenticationConfiguration.jwt': explicitSetting(jwt, 'file', placeOf(['jwt'])),
        }),
      },
    },
  ];
}

/** AuthorizationConfiguration: its authorizers by their types, in their order. */
export function readAuthorization({ value, place, placeOf }: ObjectAt): readonly ImportedFact[] {
  const types = list(field(value, 'authorizers')).flatMap((one) => text(field(one, 'type')) ?? []);
  if (types.length === 0) return [];
  const authorizers = explicitSetting(types.join(','), 'file', placeOf(['authorizers']));
  return [
    { type: 'api-server-file', place, explicitSettings: { 'authorizationConfiguration.authorizers': authorizers } },
  ];
}

/** AdmissionConfiguration: whether images are asked about at a webhook, which a file of its own names [IMGPOLICY]. */
export function readAdmission({ value, place, placeOf }: ObjectAt): readonly ImportedFact[] {
  const plugins = list(field(value, 'plugins'));
  const index = plugins.findIndex((one) => text(field(one, 'name')) === 'ImagePolicyWebhook');
  if (index < 0) return [];
  const at = ['configuration', 'imagePolicy', 'kubeConfigFile'];
  const named = text(field(plugins[index], ...at));
  // A plugin may be configured by a further file: that there is a webhook, its name says.
  const file = named ?? text(field(plugins[index], 'path')) ?? 'present';
  const key = 'imagePolicy.kubeConfigFile';
  const found = explicitSetting(file, 'file', placeOf(['plugins', index, ...(named ? at : [])]));
  return [{ type: 'api-server-file', place, explicitSettings: { [key]: found } }];
}

/** TracingConfiguration: where spans are sent. */
export function readTracing({ value, place, placeOf }: ObjectAt): readonly ImportedFact[] {
  const endpoint = explicitSetting(text(field(value, 'endpoint')) ?? '', 'file', placeOf(['endpoint']));
  return [{ type: 'api-server-file', place, explicitSettings: { 'tracingConfiguration.endpoint': endpoint } }];
}

/** EncryptionConfiguration: only whether a KMS plugin is asked. Its keys are never kept. */
export function readEncryption({ value, place, placeOf }: ObjectAt): readonly ImportedFact[] {
  const providers = list(field(value, 'resources')).flatMap((one) => list(field(one, 'providers')));
  const usesKms = providers.some((provider) => field(provider, 'kms') !== undefined);
  const kms = explicitSetting(String(usesKms), 'file', placeOf(['resources']));
  return [{ type: 'api-server-file', place, explicitSettings: { 'encryptionConfiguration.kms': kms } }];
}

/** KubeSchedulerConfiguration: the extender that is protected least. */
export function readScheduler(object: ObjectAt): readonly ImportedFact[] {
  const { value, place, placeOf } = object;
  const extenders = list(field(value, 'extenders'));
  const weakest = extenders.map((_one, index) => index).sort((a, b) => rank(extenders[a]) - rank(extenders[b]))[0];
  if (weakest === undefined) return [];
  const at = ['extenders', weakest];
  const scheme = /^(https?):/i.exec(text(field(value, ...at, 'urlPrefix')) ?? '')?.[1]?.toLowerCase();
  const explicitSettings = Object.fromEntries([
    ...(scheme ? [['extenders.scheme', explicitSetting(scheme, 'file', placeOf([...at, 'urlPrefix']))] as const] : []),
    ...[['enableHTTPS'], ['tlsConfig', 'insecure'], ['tlsConfig', 'caFile']].flatMap((path) => {
      const found = scalar(field(value, ...at, ...path));
      const setting = found && explicitSetting(found, 'file', placeOf([...at, ...path]));
      return setting ? [[`extenders.${path.join('.')}`, setting] as const] : [];
    }),
  ]);
  const config = { form: 'unknown', explicitSettings } as const;
  return [{ type: 'component', found: { component: 'kube-scheduler', host: null, config, version: null, place } }];
}

/** The lower, the less an extender is protected: without TLS, unverified, by the system's roots, by a CA. */
function rank(extender: unknown): number {
  const hasCa = ['caFile', 'caData'].some((key) => text(field(extender, 'tlsConfig', key)));
  if (/^http:/i.test(text(field(extender, 'urlPrefix')) ?? '')) return 0;
  if (field(extender, 'tlsConfig', 'insecure') === true || (field(extender, 'enableHTTPS') === true && !hasCa))
    return 1;
  return hasCa ? 3 : 2;
}
