import { z } from 'zod';
import type { Fragment } from '../domain/fragment.ts';
import {
  alikeChoices,
  controlPlaneComponents,
  extensionKinds,
  networkIds,
  remarkKinds,
  type Topology,
} from '../domain/topology.ts';

/** Version of our own file form; a reader refuses a newer one and says so. */
const projectVersion = 1;

const text = z.string().max(4096);
const source = z.object({ file: text, line: z.number().int().nonnegative() }).nullable();
const value = { value: text, origin: z.enum(['flag', 'file', 'object', 'default', 'user', 'unknown']), source };
const config = z.object({
  form: z.enum(['flags', 'config-file', 'kubeadm', 'documented', 'unknown']),
  stated: z.record(text, z.object({ ...value, overruled: z.array(z.object(value)).optional() })),
});
const labels = z.record(text, text);
const elements = {
  controlPlanes: z.array(
    z.object({ id: text, name: text, components: z.partialRecord(z.enum(controlPlaneComponents), config) }),
  ),
  nodes: z.array(
    z.object({
      id: text,
      name: text,
      kubelet: config,
      kubeProxy: config,
      konnectivityAgent: config.nullable(),
      implied: z.boolean().optional(),
    }),
  ),
  pods: z.array(
    z.object({
      id: text,
      name: text,
      namespace: text,
      nodeId: text.nullable(),
      labels,
      hostNetwork: z.boolean(),
      running: z.boolean(),
      tokenMounted: z.boolean(),
      skipsVerification: z.boolean(),
      ports: z.array(z.number()),
    }),
  ),
  services: z.array(
    z.object({
      id: text,
      name: text,
      namespace: text,
      type: z.enum(['ClusterIP', 'NodePort', 'LoadBalancer', 'ExternalName']),
      clusterIp: text.nullable(),
      selector: labels,
      ports: z.array(z.number()),
      endpointPods: z.array(text).optional(),
    }),
  ),
  outside: z.array(
    z.object({
      id: text,
      name: text,
      kind: z.enum(['client', 'load-balancer']),
      settings: config.default({ form: 'documented', stated: {} }),
    }),
  ),
  extensions: z.array(z.object({ id: text, name: text, kind: z.enum(extensionKinds), settings: config })).default([]),
};
const topology = z.object({
  name: text,
  kubernetesVersion: text,
  distribution: text.nullable().default(null),
  ...elements,
  networks: z.array(
    z.object({
      id: z.enum(networkIds),
      name: text,
      trust: z.enum(['trusted', 'untrusted', 'unknown']),
    }),
  ),
  listDocumentedTunnels: z.boolean(),
  sources: z.array(text),
  arrangement: z
    .object({
      pins: z.record(text, z.object({ x: z.number(), drop: z.number() })),
      alike: z.enum(alikeChoices),
    })
    .default({ pins: {}, alike: 'auto' }),
  remarks: z.record(text, z.object({ kind: z.enum(remarkKinds), text: z.string().max(20_000) })).default({}),
});
const fragment = z.object({ mitmap: z.literal('fragment'), ...elements });
const project = z.object({ mitmap: z.literal(projectVersion), topology });

/** A topology as text of our own form. */
export function writeProject(value: Topology): string {
  return JSON.stringify({ mitmap: projectVersion, topology: value });
}

/** A topology from text of our own form; null when it is none, or of another version. */
export function readProject(content: string): Topology | null {
  try {
    const parsed = project.safeParse(JSON.parse(content));
    // JSON cannot hold `undefined`, so an optional field is either absent or set.
    return parsed.success ? (parsed.data.topology as Topology) : null;
  } catch {
    return null;
  }
}

/** Elements that were copied in this or another tab; null when the text is something else. */
export function readFragment(content: string): Fragment | null {
  if (!content.startsWith('{"mitmap"')) return null;
  try {
    const parsed = fragment.safeParse(JSON.parse(content));
    return parsed.success ? (parsed.data as Fragment) : null;
  } catch {
    return null;
  }
}

const recent = z.array(z.object({ date: text, topology }));

/** A cluster that another one has replaced. */
export type RecentWork = { readonly topology: Topology; readonly date: string };

/** Earlier clusters as text; large ones are left out, because a browser's store is small. */
export function writeRecent(works: readonly RecentWork[]): string {
  const small = works.filter((work) => JSON.stringify(work).length < largestRecent);
  return JSON.stringify(small);
}

const largestRecent = 400_000;

/** Earlier clusters from text; none when it is damaged. */
export function readRecent(content: string): readonly RecentWork[] {
  try {
    const parsed = recent.safeParse(JSON.parse(content));
    return parsed.success ? (parsed.data as readonly RecentWork[]) : [];
  } catch {
    return [];
  }
}
