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
    factsOf(component).flatMap(({ key }) => {
      const path = key.split('.');
      const found = scalar(field(value, ...path));
      // An empty text is what the defaults are filled into, as kubeadm writes it for kube-proxy.
      return found === undefined || found === '' ? [] : [[key, explicitSetting(found, 'file', placeOf(path))]];
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

/** AuthenticationConfiguration: whether it lets strangers in; what it says nothing of, the flag says [KEP4633]. */
export function readAuthentication({ value, place, placeOf }: ObjectAt): readonly ImportedFact[] {
  const at = ['anonymous', 'enabled'];
  const enabled = scalar(field(value, ...at));
  const key = 'authenticationConfiguration.anonymous.enabled';
  // A file that says nothing is seen, too: an empty value takes nothing for granted.
  const stated = explicitSetting(enabled ?? '', 'file', enabled === undefined ? place : placeOf(at));
  return [{ type: 'api-server-file', place, explicitSettings: { [key]: stated } }];
}

/** AuthorizationConfiguration: its authorizers by their types, in their order. */
export function readAuthorization({ value, place, placeOf }: ObjectAt): readonly ImportedFact[] {
  const types = list(field(value, 'authorizers')).flatMap((one) => text(field(one, 'type')) ?? []);
  if (types.length === 0) return [];
  const stated = explicitSetting(types.join(','), 'file', placeOf(['authorizers']));
  return [{ type: 'api-server-file', place, explicitSettings: { 'authorizationConfiguration.authorizers': stated } }];
}
