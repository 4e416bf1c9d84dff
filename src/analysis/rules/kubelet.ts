import { minorVersion, type Topology } from '../../domain/topology.ts';
import { connect, endOf } from '../connect.ts';
import type { Connection, NoteId } from '../connection.ts';
import { type Hop, networkHop, plainAndOpen } from '../hop.ts';
import { type ComponentClass, componentClasses, type NodeClass } from '../members.ts';
import { both, ifKnown, type SettingsReader } from '../settingsReader.ts';
import { isAtLeastMinor } from './apiServerSide.ts';
import { toNodes } from './crossing.ts';
import { isSelfSigned, kubeletPort, kubeletSide } from './kubeletSide.ts';

/** P08 to P11: the kube-apiserver calls the kubelet. */
export function kubelet(topology: Topology, nodes: readonly NodeClass[]): readonly Connection[] {
  return componentClasses(topology, 'kube-apiserver').flatMap((apiServer) =>
    nodes.flatMap((node) =>
      (['P08', 'P09', 'P10', 'P11'] as const).map((path) => {
        const maySkip = path === 'P08' && isAtLeastMinor(topology.kubernetesVersion, 17);
        const hop = kubeletHop(topology, apiServer, node, maySkip);
        return connect(topology, {
          path,
          client: endOf('kube-apiserver', apiServer.members),
          server: endOf('kubelet', node.members),
          count: apiServer.members.length * node.members.length,
          hop,
          reasons: reasons(apiServer, node),
          notes: notes(apiServer, node, hop),
          network: toNodes(topology, node),
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
function kubeletHop(topology: Topology, apiServer: ComponentClass, node: NodeClass, maySkip: boolean): Hop {
  const verified = apiServer.reader.isSet('kubelet-certificate-authority');
  const sends = sendsCertificate(apiServer);
  const asks = node.kubelet.isSet('authentication.x509.clientCAFile');
  const plain = callsOverHttp(topology, apiServer);
  if (plain === true) return plainAndOpen;
  return {
    ...networkHop,
    ...(plain === 'unknown' ? { proto: 'unknown' as const } : {}),
    ...kubeletSide(node),
    verify: ifKnown(verified, 'name', 'none'),
    cred: sends === false || asks === false ? 'none' : ifKnown(sends === 'unknown' ? 'unknown' : asks, 'x509', 'none'),
    perRequestSkip: maySkip && verified === true,
  };
}

/** A certificate without its key is not sent [client-go, HasCertAuth]. */
function sendsCertificate({ reader }: ComponentClass): boolean | 'unknown' {
  return both(reader.isSet('kubelet-client-certificate'), reader.isSet('kubelet-client-key'));
}

/** Up to 1.18 a flag made the kube-apiserver call kubelets without TLS. */
function callsOverHttp(topology: Topology, { reader }: ComponentClass): boolean | 'unknown' {
  const hasVersion = minorVersion(topology.kubernetesVersion) !== null;
  const https = reader.value('kubelet-https');
  if (https === 'unknown') return hasVersion ? 'unknown' : false;
  if (https === null || reader.isTrue('kubelet-https') === true) return false;
  return hasVersion ? true : 'unknown';
}

function isSwitchedOff(reader: SettingsReader): boolean {
  return reader.isSet('kubelet-https') === true && reader.isTrue('kubelet-https') === false;
}

function reasons(apiServer: ComponentClass, node: NodeClass) {
  const { reader } = apiServer;
  return {
    ...(isSwitchedOff(reader) && { encryption: [reader.reason('kubelet-https')] }),
    serverAuthentication: [apiServer.reader.reason('kubelet-certificate-authority')],
    clientAuthentication: [
      apiServer.reader.reason('kubelet-client-certificate'),
      apiServer.reader.reason('kubelet-client-key'),
      node.kubelet.reason('authentication.x509.clientCAFile'),
      node.kubelet.reason('authentication.anonymous.enabled'),
    ],
    authorization: [node.kubelet.reason('authorization.mode')],
  };
}

function notes(apiServer: ComponentClass, node: NodeClass, hop: Hop): readonly NoteId[] {
  const found: readonly (readonly [NoteId, boolean])[] = [
    ['serving-certificate-self-signed', hop.verify === 'name' && isSelfSigned(node)],
    ['no-client-certificate', sendsCertificate(apiServer) === false],
    ['client-certificate-not-requested', node.kubelet.isSet('authentication.x509.clientCAFile') === false],
    ['calls-refused', hop.cred === 'none' && hop.clientAuthPolicy === 'required'],
    ['open-kubelet', hop.clientAuthPolicy === 'optional' && hop.authz === 'none'],
    ['per-request-skip', hop.perRequestSkip === true],
  ];
  return found.filter(([, holds]) => holds).map(([id]) => id);
}
