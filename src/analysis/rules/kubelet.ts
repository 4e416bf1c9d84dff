import type { Topology } from '../../domain/topology.ts';
import { connect, endOf } from '../connect.ts';
import type { Connection, NoteId } from '../connection.ts';
import { type Hop, networkHop } from '../hop.ts';
import { type ComponentClass, componentClasses, type NodeClass } from '../members.ts';
import { ifKnown } from '../settingsReader.ts';
import { isAtLeastMinor } from './apiServerSide.ts';
import { isSelfSigned, kubeletPort, kubeletSide } from './kubeletSide.ts';

/** P08 to P11: the kube-apiserver calls the kubelet. */
export function kubelet(topology: Topology, nodes: readonly NodeClass[]): readonly Connection[] {
  return componentClasses(topology, 'kube-apiserver').flatMap((apiServer) =>
    nodes.flatMap((node) =>
      (['P08', 'P09', 'P10', 'P11'] as const).map((path) => {
        const maySkip = path === 'P08' && isAtLeastMinor(topology.kubernetesVersion, 17);
        const hop = kubeletHop(apiServer, node, maySkip);
        return connect(topology, {
          path,
          client: endOf('kube-apiserver', apiServer.members),
          server: endOf('kubelet', node.members),
          count: apiServer.members.length * node.members.length,
          hop,
          reasons: reasons(apiServer, node),
          notes: notes(apiServer, node, hop),
          port: kubeletPort(node),
        });
      }),
    ),
  );
}

/**
 * Without a CA the kube-apiserver checks nothing. A kubelet without `clientCAFile` never asks for the client's
 * certificate, so it is not sent (measured, 1.36.2).
 */
function kubeletHop(apiServer: ComponentClass, node: NodeClass, maySkip: boolean): Hop {
  const verified = apiServer.reader.isSet('kubelet-certificate-authority');
  const sends = apiServer.reader.isSet('kubelet-client-certificate');
  const asks = node.kubelet.isSet('authentication.x509.clientCAFile');
  return {
    ...networkHop,
    ...kubeletSide(node),
    verify: ifKnown(verified, 'name', 'none'),
    cred: sends === false || asks === false ? 'none' : ifKnown(sends === 'unknown' ? 'unknown' : asks, 'x509', 'none'),
    perRequestSkip: maySkip && verified === true,
  };
}

function reasons(apiServer: ComponentClass, node: NodeClass) {
  return {
    serverAuthentication: [apiServer.reader.reason('kubelet-certificate-authority')],
    clientAuthentication: [
      apiServer.reader.reason('kubelet-client-certificate'),
      node.kubelet.reason('authentication.x509.clientCAFile'),
      node.kubelet.reason('authentication.anonymous.enabled'),
    ],
    authorization: [node.kubelet.reason('authorization.mode')],
  };
}

function notes(apiServer: ComponentClass, node: NodeClass, hop: Hop): readonly NoteId[] {
  const found: readonly (readonly [NoteId, boolean])[] = [
    ['serving-certificate-self-signed', hop.verify === 'name' && isSelfSigned(node)],
    ['no-client-certificate', apiServer.reader.isSet('kubelet-client-certificate') === false],
    ['client-certificate-not-requested', node.kubelet.isSet('authentication.x509.clientCAFile') === false],
    ['calls-refused', hop.cred === 'none' && hop.clientAuthPolicy === 'required'],
    ['open-kubelet', hop.clientAuthPolicy === 'optional' && hop.authz === 'none'],
    ['per-request-skip', hop.perRequestSkip === true],
  ];
  return found.filter(([, holds]) => holds).map(([id]) => id);
}
