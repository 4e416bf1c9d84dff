import { farthestPin, longestText, mostAddresses, mostElements, mostPorts, mostSources } from '../domain/limits.ts';
import { configSources } from '../domain/settings.ts';
import { controlPlaneComponents, extensionKinds, networkIds, nodeGroupings, remarkKinds } from '../domain/topology.ts';
import { z } from './validation.ts';

/*
 * The present form. A file keeps the names that it was first written with (`stated`, `drop`, `alike`), whatever the program calls them.
 * Keys that it does not know are left out, so that a later version may add what an earlier one can do
 * without; whatever changes the meaning of a file gets a new number.
 */

const text = z.string().max(longestText);
/** An id is a key of many maps, so it may not be the name of something that every object has. */
const id = text.refine((value) => !(value in Object.prototype));
const line = z.number().int().nonnegative();
const source = z.object({ file: text, line, column: line.optional() }).nullable();
const value = { value: text, origin: z.enum(['flag', 'file', 'object', 'default', 'user', 'unknown']), source };
const config = z
  .object({
    form: z.enum(configSources),
    stated: z.record(text, z.object({ ...value, overruled: z.array(z.object(value)).max(100).optional() })),
  })
  .transform(({ form, stated }) => ({ form, explicitSettings: stated }));
const labels = z.record(text, text);
const ports = z.array(z.number()).max(mostPorts);
const host = z.object({ id, name: text, components: z.partialRecord(z.enum(controlPlaneComponents), config) });
const node = z.object({
  id,
  name: text,
  kubelet: config,
  kubeProxy: config,
  konnectivityAgent: config.nullable(),
  implied: z.boolean().optional(),
  zone: text.optional(),
  pool: text.optional(),
  addresses: z.array(text).max(mostAddresses).optional(),
  externalAddresses: z.array(text).max(mostAddresses).optional(),
});
const pod = z.object({
  id,
  name: text,
  namespace: text,
  nodeId: text.nullable(),
  labels,
  hostNetwork: z.boolean(),
  running: z.boolean(),
  tokenMounted: z.boolean(),
  skipsVerification: z.boolean(),
  ports,
});
const service = z.object({
  id,
  name: text,
  namespace: text,
  type: z.enum(['ClusterIP', 'NodePort', 'LoadBalancer', 'ExternalName']),
  clusterIp: text.nullable(),
  selector: labels,
  ports,
  endpointPods: z.array(text).max(mostElements.pods).optional(),
  externalIps: z.array(text).max(1000).optional(),
  loadBalancerIps: z.array(text).max(1000).optional(),
  udpPorts: ports.optional(),
});
const outside = z.object({ id, name: text, kind: z.enum(['client', 'load-balancer']), settings: config });
const extension = z.object({ id, name: text, kind: z.enum(extensionKinds), settings: config });
const elements = {
  controlPlanes: z.array(host).max(mostElements.controlPlanes),
  nodes: z.array(node).max(mostElements.nodes),
  pods: z.array(pod).max(mostElements.pods),
  services: z.array(service).max(mostElements.services),
  outside: z.array(outside).max(mostElements.outside),
  extensions: z.array(extension).max(mostElements.extensions),
};
const network = z.object({
  id: z.enum(networkIds),
  name: text,
  trust: z.enum(['trusted', 'untrusted', 'unknown']),
});
const pixels = z.number().min(-farthestPin).max(farthestPin);
const arrangement = z
  .object({
    pins: z.record(
      id,
      z.object({ x: pixels, drop: pixels }).transform(({ x, drop }) => ({ x, y: drop })),
    ),
    alike: z.enum(nodeGroupings),
    alone: z.array(id).max(mostElements.nodes).optional(),
  })
  .transform(({ alike, ...rest }) => ({ ...rest, nodeGrouping: alike }));

/** A topology in the present form. */
export const topologySchema = z
  .object({
    name: text,
    kubernetesVersion: text,
    distribution: text.nullable(),
    ...elements,
    networks: z.array(network).max(networkIds.length),
    listDocumentedTunnels: z.boolean(),
    sources: z.array(text).max(mostSources),
    pseudonymous: z.literal(true).optional(),
    pseudonymMark: text.min(1).optional(),
    arrangement,
    remarks: z.record(id, z.object({ kind: z.enum(remarkKinds), text })),
  })
  .transform(({ pseudonymMark, ...rest }) =>
    rest.pseudonymous && pseudonymMark !== undefined ? { ...rest, pseudonymous: pseudonymMark } : rest,
  );

/** Elements on their way from one tab to another. */
export const modelPartSchema = z.object({ mitmap: z.literal('fragment'), ...elements });
