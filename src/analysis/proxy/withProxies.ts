import { hostOf } from '../../domain/hostOf.ts';
import { onceFor } from '../../domain/onceFor.ts';
import type { ComponentConfig, ExplicitSetting } from '../../domain/settings.ts';
import { crossingOf, minorVersion, type Topology } from '../../domain/topology.ts';
import { clientConfig, nodesById } from '../clientConfig.ts';
import type { Connection } from '../connection.ts';
import { areExempt, entriesOf, isExempt, type ProxyEnvironment, proxyAddress, type Target } from './goProxy.ts';
import { type ProxyClient, proxyClients } from './proxyClients.ts';
import type { ProxyLeg } from './proxyLeg.ts';

/**
 * The connections with the proxies that their clients are told to use. Such a connection leaves for the proxy, which is outside
 * of the cluster unless somebody says otherwise; how it is protected stays as it is: TLS goes through it as CONNECT, plaintext
 * is the proxy's to read and to change.
 */
export function withProxies(topology: Topology, connections: readonly Connection[]): readonly Connection[] {
  if (!isAnySet(topology)) return connections;
  return connections.map((one) => {
    const proxy = proxyOf(topology, one);
    if (!proxy) return one;
    const beyond = crossingOf(topology, 'outside-network');
    const isWorse = proxy.isSure && one.network.trust !== 'untrusted' && beyond.trust !== 'trusted';
    return { ...one, proxy, ...(isWorse ? { network: beyond } : {}) };
  });
}

const proxyKeys = ['environment.HTTPS_PROXY', 'environment.HTTP_PROXY', 'kubeconfig.proxy-url'] as const;

function isAnySet({ controlPlanes, nodes, outside }: Topology): boolean {
  return isAnyOnNodes(nodes) || isAnyOnHosts(controlPlanes) || outside.some(({ settings }) => hasProxy(settings));
}

const isAnyOnNodes = onceFor((nodes: Topology['nodes']) =>
  nodes.some(
    ({ kubelet, kubeProxy, konnectivityAgent }) =>
      hasProxy(kubelet) || hasProxy(kubeProxy) || (konnectivityAgent !== null && hasProxy(konnectivityAgent)),
  ),
);
const isAnyOnHosts = onceFor((hosts: Topology['controlPlanes']) =>
  hosts.some(({ components }) => Object.values(components).some(hasProxy)),
);

function hasProxy({ explicitSettings }: ComponentConfig): boolean {
  return proxyKeys.some((key) => {
    const setting = explicitSettings[key];
    return setting !== undefined && (setting.value !== '' || setting.origin === 'unknown');
  });
}

function proxyOf(topology: Topology, connection: Connection): ProxyLeg | null {
  const { path, count, hop, tunnel } = connection;
  const client = proxyClients[path];
  const config = client && configOf(topology, connection);
  if (!client || !config || count === 0 || tunnel !== null || hop.medium === 'loopback' || hop.medium === 'uds')
    return null;
  const value = (key: string) => textOf(config.explicitSettings[key]);
  const named = value('kubeconfig.proxy-url');
  // A kubeconfig's own proxy is taken for every server, whatever the environment says (measured).
  if (client.dials === 'kubeconfig' && named) {
    const address = proxyAddress(named);
    return address === null ? null : { address, isSure: true, key: 'kubeconfig.proxy-url' };
  }
  const environment: ProxyEnvironment = {
    httpsProxy: value('environment.HTTPS_PROXY'),
    httpProxy: value('environment.HTTP_PROXY'),
    noProxy: value('environment.NO_PROXY'),
  };
  const isPlain = client.scheme === 'http' || (client.scheme === 'https' && hop.proto === 'plain');
  const key = isPlain ? 'environment.HTTP_PROXY' : 'environment.HTTPS_PROXY';
  const isShown = config.explicitSettings[key]?.origin !== 'unknown';
  const address = isShown
    ? proxyAddress(isPlain ? environment.httpProxy : environment.httpsProxy)
    : `$${key.slice('environment.'.length)}`;
  if (address === null) return null;
  // What runs in K3s dials its own process or the load balancer in it, and was told to use no proxy for that [k3s#352].
  if (client.dials === 'kubeconfig' && value('kubeconfig.server') === null && isRancher(topology)) return null;
  const goes =
    config.explicitSettings['environment.NO_PROXY']?.origin === 'unknown'
      ? 'unknown'
      : isSent(topology, connection, client, environment.noProxy ?? '');
  if (goes === false) return null;
  const takes = takesProxies(client, topology.kubernetesVersion);
  return takes === false ? null : { address, isSure: goes === true && takes === true && isShown, key };
}

function isRancher({ distribution }: Topology): boolean {
  return distribution === 'k3s' || distribution === 'rke2';
}

function takesProxies({ since }: ProxyClient, version: string): boolean | 'unknown' {
  if (since === undefined) return true;
  const minor = minorVersion(version);
  return minor === null ? 'unknown' : minor >= since;
}

/** Whether a connection goes through the proxy; `unknown` where what it dials is not known, or its members differ. */
function isSent(
  topology: Topology,
  connection: Connection,
  { dials }: ProxyClient,
  noProxy: string,
): boolean | 'unknown' {
  const entries = entriesOf(noProxy);
  if (entries.some(({ kind }) => kind === 'all')) return false;
  const targets = targetsOf(topology, connection, dials);
  if (targets.length > 0) {
    const answers = new Set(targets.map((target) => !isExempt(noProxy, target)));
    return answers.size === 1 ? answers.has(true) : 'unknown';
  }
  if (entries.length === 0) return true;
  if (dials === 'service-name') return isServiceSent(noProxy);
  // Of pods and Services only their ranges are known; names cannot exempt them.
  if (dials === 'pod' || dials === 'service-address') {
    if (areExempt(noProxy, rangesOf(topology, dials))) return false;
    return entries.every(({ kind }) => kind === 'domain') ? true : 'unknown';
  }
  return 'unknown';
}

/** The ranges of pods or of Services, as some component is told them. */
function rangesOf({ controlPlanes }: Topology, of: 'pod' | 'service-address'): readonly string[] {
  const key = of === 'pod' ? 'cluster-cidr' : 'service-cluster-ip-range';
  const all = controlPlanes.flatMap(({ components }) => Object.values(components));
  return all.flatMap(({ explicitSettings }) => textOf(explicitSettings[key])?.split(',') ?? []);
}

/** A webhook is dialed as `NAME.NAMESPACE.svc`. */
function isServiceSent(noProxy: string): boolean | 'unknown' {
  if (isExempt(noProxy, { host: 'name.namespace.svc', port: 443 })) return false;
  const isSomeNamed = entriesOf(noProxy).some((entry) => entry.kind === 'domain' && /\.svc$/.test(entry.suffix));
  return isSomeNamed ? 'unknown' : true;
}

type Dialed = Pick<Target, 'host' | 'port'>;

function targetsOf(topology: Topology, connection: Connection, dials: ProxyClient['dials']): readonly Dialed[] {
  const config = configOf(topology, connection);
  const setting = (key: string) => textOf(config?.explicitSettings[key]);
  if (dials === 'kubeconfig') return dialedIn(setting('kubeconfig.server'));
  if (dials === 'etcd') return (setting('etcd-servers') ?? '').split(',').flatMap((url) => dialedIn(url));
  if (dials === 'service-name') {
    const url = textOf(extensionConfig(topology, connection)?.explicitSettings['clientConfig.url']);
    return dialedIn(url);
  }
  if (dials === 'node') {
    const nodes = nodesById(topology.nodes);
    const port = connection.port ?? 443;
    return connection.server.members.flatMap((id) =>
      (nodes.get(id)?.addresses ?? []).map((host): Dialed => ({ host, port })),
    );
  }
  return typeof dials === 'object' ? dialedIn(setting(dials.setting)) : [];
}

function dialedIn(url: string | null): readonly Dialed[] {
  if (url === null || url.trim() === '') return [];
  const host = hostOf(url);
  const port = /:(\d+)(?:\/|$)/.exec(url.replace(/^[a-z]+:\/\//i, ''))?.[1];
  return host === '' ? [] : [{ host, port: Number(port ?? (/^http:/i.test(url) ? 80 : 443)) }];
}

/** What is written; null where nothing is, or files contradict each other. */
function textOf(setting: ExplicitSetting | undefined): string | null {
  return setting && setting.origin !== 'unknown' && setting.value !== '' ? setting.value : null;
}

/** Its members have the same environment. */
function configOf(topology: Topology, { client }: Connection): ComponentConfig | null {
  const [id] = client.members;
  return id === undefined ? null : clientConfig(topology, client.component, id);
}

function extensionConfig({ extensions }: Topology, { server }: Connection): ComponentConfig | null {
  return extensions.find(({ id }) => server.members.includes(id))?.settings ?? null;
}
