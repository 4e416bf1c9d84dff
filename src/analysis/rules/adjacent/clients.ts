import type { ExternalActor, Topology } from '../../../domain/topology.ts';
import { connect, endOf } from '../../connect.ts';
import type { Connection, NoteId } from '../../connection.ts';
import type { Hop } from '../../hop.ts';
import { type ComponentClass, componentClasses } from '../../members.ts';
import { ifKnown, type SettingsReader } from '../../settingsReader.ts';
import { apiServerSide } from '../apiServerSide.ts';
import { readerOf } from '../readerOf.ts';
import { securePort, serverEnd, toApiServer, withKubeconfig } from '../toApiServer.ts';

/** A03 and A04: who comes to the kube-apiserver from outside the cluster. */
export function externalClients(topology: Topology): readonly Connection[] {
  return componentClasses(topology, 'kube-apiserver').flatMap((apiServer) => [
    ...clients(topology, apiServer),
    ...loadBalancers(topology, apiServer),
  ]);
}

function outsideReader(topology: Topology, one: ExternalActor): SettingsReader {
  return readerOf(topology, one.kind === 'client' ? 'kubectl' : 'load-balancer', one);
}

/** A03 */
function clients(topology: Topology, apiServer: ComponentClass): readonly Connection[] {
  return topology.outside
    .filter((one) => one.kind === 'client')
    .map((one) => {
      const reader = outsideReader(topology, one);
      return connect(topology, {
        path: 'A03',
        client: endOf('client', [one]),
        ...withKubeconfig(apiServer, reader),
        count: 1,
        network: 'outside-network',
      });
    });
}

/** A04. One that forwards TCP leaves TLS end to end; one that ends TLS sees tokens and cannot pass a certificate on (R13). */
function loadBalancers(topology: Topology, apiServer: ComponentClass): readonly Connection[] {
  const side = apiServerSide(apiServer);
  return topology.outside
    .filter((one) => one.kind === 'load-balancer')
    .map((one) => {
      const reader = outsideReader(topology, one);
      const mode = reader.value('mode');
      const client = topology.outside.find(({ kind }) => kind === 'client');
      const passed = client ? withKubeconfig(apiServer, outsideReader(topology, client)).hop : null;
      const through: Hop = passed ?? { ...toApiServer(side), cred: 'x509' };
      const ended: Hop = {
        ...toApiServer(side),
        verify: ifKnown(reader.isTrue('verifies-backend'), 'name', 'none'),
        cred: 'bearer',
      };
      const notes: readonly NoteId[] = mode === 'tls' ? ['lb-ends-tls'] : [];
      return connect(topology, {
        path: 'A04',
        client: endOf('load-balancer', [one]),
        server: serverEnd(apiServer),
        count: apiServer.members.length,
        hop: mode === 'unknown' ? { ...through, verify: 'unknown', cred: 'unknown' } : mode === 'tls' ? ended : through,
        reasons: {
          serverAuthentication: [reader.reason('mode'), ...(mode === 'tls' ? [reader.reason('verifies-backend')] : [])],
          authorization: side.authzReasons,
        },
        notes,
        network: 'outside-network',
        port: securePort(apiServer),
      });
    });
}
