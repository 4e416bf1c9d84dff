import ipaddr from 'ipaddr.js';
import type { Connection } from '../analysis/connection.ts';
import type { EndKind } from '../catalog/communicationPath.ts';
import { hostOf } from '../domain/hostOf.ts';
import type { ExplicitSetting } from '../domain/settings.ts';
import { isKubernetesService, type Service, type Topology } from '../domain/topology.ts';
import type { Weakness } from './weakness.ts';

/** Whose an address is, and which connections go to it. */
type Owner = { readonly name: string; readonly isServer: (connection: Connection) => boolean };

/**
 * Services that take connections for an address of the cluster's own parts, by the external IPs of their specification or
 * the addresses of their status: kube-proxy sends what pods and nodes have for that address to the Service's pods, on its
 * ports [EXTERNALIPS, CVE-2020-8554].
 */
export function takenAddresses(topology: Topology, connections: readonly Connection[]): readonly Weakness[] {
  const taking = topology.services.filter(
    // kube-proxy takes no notice of a headless Service, nor of a mere name.
    ({ externalIps, loadBalancerIps, clusterIp, type }) =>
      (externalIps !== undefined || loadBalancerIps !== undefined) && clusterIp !== 'None' && type !== 'ExternalName',
  );
  if (taking.length === 0) return [];
  const owners = ownersOf(topology);
  return taking.flatMap((service) =>
    (['external-ip', 'load-balancer-ip'] as const).flatMap((topic) => {
      const addresses = (topic === 'external-ip' ? service.externalIps : service.loadBalancerIps) ?? [];
      return [...new Set(addresses)].flatMap((address): readonly Weakness[] => {
        const owner = owners.get(normalized(address));
        if (!owner) return [];
        const taken = connections.filter((one) => isTaken(one, owner, service));
        const isOwnPort = taken.some(({ port }) => port !== null);
        // Load balancers of K3s and others name the nodes, for ports that no part of the cluster dials.
        if (topic === 'load-balancer-ip' && !isOwnPort) return [];
        return [
          {
            id: `${topic}:${service.id}:${address}`,
            topic,
            severity: isOwnPort ? 'critical' : 'medium',
            isSure: true,
            on: [`${service.namespace}/${service.name}`],
            params: {
              service: `${service.namespace}/${service.name}`,
              address,
              owner: owner.name,
              ports: service.ports.join(', '),
            },
            connections: taken,
            reasons: [],
          },
        ];
      });
    }),
  );
}

/** kube-proxy answers for the Service's ports alone, and only to what comes from a host that it runs on, or from its pods. */
function isTaken(connection: Connection, { isServer }: Owner, { ports, udpPorts = [] }: Service): boolean {
  const { count, port, hop, client, server } = connection;
  return (
    count > 0 &&
    hop.medium !== 'loopback' &&
    hop.medium !== 'uds' &&
    client.component !== 'client' &&
    server.component !== 'container-runtime' &&
    isServer(connection) &&
    (port === null || (ports.includes(port) && (server.component === 'dns' || !udpPorts.includes(port))))
  );
}

function ownersOf(topology: Topology): ReadonlyMap<string, Owner> {
  const { controlPlanes, nodes, services, extensions, outside } = topology;
  const owners = new Map<string, Owner>();
  const add = (address: string, name: string, isServer: Owner['isServer']) => {
    if (address !== '' && !owners.has(normalized(address))) owners.set(normalized(address), { name, isServer });
  };
  const has = (ids: readonly string[]) => (one: Connection) => one.server.members.some((id) => ids.includes(id));
  const is = (component: EndKind) => (one: Connection) => one.server.component === component;
  for (const { id, name, addresses = [] } of nodes) {
    const host = controlPlanes.find((one) => one.name === name);
    for (const address of addresses) add(address, `Node ${name}`, has(host ? [id, host.id] : [id]));
  }
  for (const { name, components } of controlPlanes) {
    const setting = (component: 'kube-apiserver' | 'etcd', key: string) => components[component]?.explicitSettings[key];
    for (const address of hostsIn(setting('kube-apiserver', 'advertise-address')))
      add(address, `kube-apiserver (${name})`, is('kube-apiserver'));
    for (const address of hostsIn(setting('kube-apiserver', 'etcd-servers'))) add(address, 'etcd', is('etcd'));
    for (const key of ['listen-client-urls', 'listen-peer-urls', 'advertise-client-urls'])
      for (const address of hostsIn(setting('etcd', key))) add(address, `etcd (${name})`, is('etcd'));
  }
  const configs = [
    ...outside.map(({ settings }) => settings),
    ...nodes.flatMap(({ kubelet, kubeProxy }) => [kubelet, kubeProxy]),
    ...controlPlanes.flatMap(({ components }) => Object.values(components)),
  ];
  for (const { explicitSettings } of new Set(configs))
    for (const address of hostsIn(explicitSettings['kubeconfig.server']))
      add(address, 'kube-apiserver', is('kube-apiserver'));
  for (const service of services) {
    const { clusterIp, name, namespace } = service;
    if (clusterIp === null || clusterIp === 'None') continue;
    if (isKubernetesService(service)) add(clusterIp, `Service ${namespace}/${name}`, (one) => one.path === 'P04');
    else if (name === 'kube-dns') add(clusterIp, `Service ${namespace}/${name}`, is('dns'));
  }
  for (const { id, name, kind, settings } of extensions)
    for (const address of hostsIn(settings.explicitSettings['clientConfig.url']))
      add(address, `${kind} ${name}`, has([id]));
  return owners;
}

/** The hosts of a list of URLs or addresses; a host's own loopback is nobody else's. */
function hostsIn(setting: ExplicitSetting | undefined): readonly string[] {
  if (!setting || setting.origin === 'unknown') return [];
  return setting.value
    .split(',')
    .map(hostOf)
    .filter((host) => !/^(127\.|0\.0\.0\.0$|::1?$|localhost$)/i.test(host));
}

/** An address in one way of writing it; a name in lower case. */
function normalized(address: string): string {
  const text = address.trim().toLowerCase();
  return ipaddr.isValid(text) ? ipaddr.process(text).toString() : text;
}
