import { minorVersion, type Topology } from '../../../domain/topology.ts';
import { connect, endOf } from '../../connect.ts';
import type { Connection } from '../../connection.ts';
import { networkHop, plainAndOpen, unknownHop } from '../../hop.ts';
import { type ComponentClass, componentClasses } from '../../members.ts';
import { isAtLeastMinor } from '../apiServerSide.ts';
import { frontProxy, frontProxyReasons } from '../frontProxy.ts';
import { isLoopback } from '../isLoopback.ts';
import { securePort, serverEnd } from '../toApiServer.ts';

/** A08 and A20: kube-apiservers among each other, and their insecure port. */
export function apiServers(topology: Topology): readonly Connection[] {
  return componentClasses(topology, 'kube-apiserver').flatMap((apiServer) => [
    ...apiServerPeers(topology, apiServer),
    ...insecurePort(topology, apiServer),
  ]);
}

/** A08: without `--peer-ca-file` there is no peer proxy. */
function apiServerPeers(topology: Topology, apiServer: ComponentClass): readonly Connection[] {
  const all = topology.controlPlanes.filter((host) => host.components['kube-apiserver'] !== undefined);
  const exists = isAtLeastMinor(topology.kubernetesVersion, 28) && apiServer.reader.isSet('peer-ca-file') === true;
  if (all.length < 2 || !exists) return [];
  return [
    connect(topology, {
      path: 'A08',
      client: endOf('kube-apiserver', apiServer.members),
      server: endOf('kube-apiserver', all),
      count: apiServer.members.length * (all.length - 1),
      hop: { ...networkHop, cred: frontProxy(apiServer.reader) },
      reasons: {
        serverAuthentication: [apiServer.reader.reason('peer-ca-file')],
        clientAuthentication: frontProxyReasons(apiServer.reader),
      },
      network: 'control-plane-network',
      port: securePort(apiServer),
    }),
  ];
}

/** A20: no longer served since 1.20. */
function insecurePort(topology: Topology, apiServer: ComponentClass): readonly Connection[] {
  const minor = minorVersion(topology.kubernetesVersion);
  const port = apiServer.reader.value('insecure-port');
  if (port === null || port === '0' || (minor !== null && minor >= 20)) return [];
  const address = apiServer.reader.value('insecure-bind-address');
  const medium = address === 'unknown' || address === null ? 'unknown' : isLoopback(address) ? 'loopback' : 'network';
  // Since 1.20 nothing but 0 is taken, so who states another port runs an earlier version.
  const isExplicit = apiServer.reader.reason('insecure-port').setting.origin !== 'default';
  const isKnown = port !== 'unknown' && (minor !== null || isExplicit);
  const reason = ['insecure-port', 'insecure-bind-address'].map(apiServer.reader.reason);
  return [
    connect(topology, {
      path: 'A20',
      client: endOf('anyone', []),
      server: serverEnd(apiServer),
      count: apiServer.members.length,
      hop: isKnown ? { ...plainAndOpen, medium } : { ...unknownHop, ...(medium === 'loopback' ? { medium } : {}) },
      reasons: { encryption: reason },
      network: 'control-plane-network',
      port: Number(port) > 0 ? Number(port) : null,
    }),
  ];
}
