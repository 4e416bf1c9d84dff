import { clientConfig } from '../analysis/clientConfig.ts';
import type { Connection, Reason } from '../analysis/connection.ts';
import { entriesOf, isExempt } from '../analysis/proxy/goProxy.ts';
import { settingComponents } from '../catalog/settings.ts';
import { groupBy } from '../domain/groupBy.ts';
import { hostOf } from '../domain/hostOf.ts';
import type { Topology } from '../domain/topology.ts';
import type { Weakness } from './weakness.ts';

/** Proxies that clients are told to use: each is in the middle of what goes through it, by intention. */
export function proxiesIn(topology: Topology, connections: readonly Connection[]): readonly Weakness[] {
  const through = connections.filter(({ proxy, variant }) => proxy !== undefined && variant === undefined);
  if (through.length === 0) return [];
  const noProxy = noProxyFor(topology);
  const groups = groupBy(through, ({ proxy }) => `${proxy?.address} ${proxy?.isSure}`);
  return [...groups.values()].map((own): Weakness => {
    const address = own[0]?.proxy?.address ?? '';
    const isSure = own[0]?.proxy?.isSure === true;
    const open = own.filter(({ exposure }) => exposure.active.some((one) => one !== 'downgrade'));
    const clients = [...new Set(own.map(({ client }) => client.component))];
    return {
      id: `proxy:${address}${isSure ? '' : '?'}`,
      topic: open.length > 0 ? 'proxy' : 'proxy-verified',
      severity: open.length > 0 ? 'high' : 'low',
      isSure,
      on: [...new Set(own.map(({ client }) => client.name))],
      params: { proxy: address, clients: clients.join(', '), noProxy },
      connections: own,
      reasons: own.flatMap((one) => reasonOf(topology, one)),
    };
  });
}

function reasonOf(topology: Topology, { client, proxy }: Connection): readonly Reason[] {
  const component = settingComponents.find((one) => one === client.component) ?? 'kubectl';
  const config = clientConfig(topology, client.component, client.members[0] ?? '');
  const setting = proxy && config?.explicitSettings[proxy.key];
  if (!proxy || !setting) return [];
  const { value, origin, source } = setting;
  return [{ component, instance: client.name, key: proxy.key, setting: { value, origin, source }, seen: true }];
}

/** Addresses above which their ranges are named instead. */
const mostAddresses = 16;

/**
 * The value of NO_PROXY that keeps a cluster's own connections from its proxies: what is there already, and every address,
 * range and name of the cluster that is known. A range that nobody shows stands in capitals, to be filled in.
 */
function noProxyFor(topology: Topology): string {
  const { controlPlanes, nodes, outside } = topology;
  const settings = [
    ...controlPlanes.flatMap(({ components }) => Object.values(components)),
    ...new Set(nodes.flatMap(({ kubelet, kubeProxy }) => [kubelet, kubeProxy])),
    ...outside.map((one) => one.settings),
  ].map(({ explicitSettings }) => explicitSettings);
  const values = (key: string) => [...new Set(settings.flatMap((one) => one[key]?.value ?? []))];
  const list = (key: string) =>
    values(key)
      .flatMap((value) => value.split(','))
      .map((one) => one.trim())
      .filter(Boolean);
  const present = list('environment.NO_PROXY');
  const range = (key: string, name: string) => (list(key).length > 0 ? list(key) : [name]);
  const addresses = nodes.flatMap((node) => node.addresses ?? []);
  const hosts = [
    ...(addresses.length > mostAddresses ? rangesOf(addresses) : addresses),
    ...list('etcd-servers').map(hostOf),
    ...values('kubeconfig.server').map(hostOf),
  ];
  const wanted = [
    'localhost',
    '127.0.0.1',
    ...range('service-cluster-ip-range', 'SERVICE-RANGE'),
    ...range('cluster-cidr', 'POD-RANGE'),
    '.svc',
    '.cluster.local',
    ...hosts,
  ];
  const added = [...new Set(wanted)].filter((one) => !isCovered(one, present));
  return [...new Set([...present, ...added])].join(',');
}

function isCovered(entry: string, present: readonly string[]): boolean {
  if (present.includes(entry)) return true;
  const [meant] = entriesOf(entry);
  // A single host may be in a range, or below a name, that is there already.
  const isHost = meant?.kind === 'address' || (meant?.kind === 'domain' && meant.isSelfToo);
  return (
    isHost && !['localhost', '127.0.0.1'].includes(entry) && isExempt(present.join(','), { host: entry, port: 443 })
  );
}

/** The ranges of 256 that IPv4 addresses are in; of IPv6 each for itself. */
function rangesOf(addresses: readonly string[]): readonly string[] {
  return [...new Set(addresses.map((one) => one.replace(/^(\d+\.\d+\.\d+)\.\d+$/, '$1.0/24')))];
}
