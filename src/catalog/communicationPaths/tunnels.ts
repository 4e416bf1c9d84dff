import type { CommunicationPath } from '../communicationPath.ts';

const ssh = { family: 'tunnel', seedSection: 'SSH Tunnels', versions: { until: 21 } } as const;
const konnectivity = { family: 'tunnel', seedSection: 'SSH Tunnels', implied: true, versions: { from: 16 } } as const;

export const tunnels: readonly CommunicationPath[] = [
  {
    ...ssh,
    id: 'P18',
    client: 'kube-apiserver',
    server: 'sshd',
    protocol: 'SSH',
    port: 22,
    implied: false,
    settings: [
      ['kube-apiserver', 'ssh-user'],
      ['kube-apiserver', 'ssh-keyfile'],
    ],
    documented: 'listeners-only',
    sources: ['SSH', 'TUN', 'PR54433', 'PR102297', 'SEED'],
  },
  {
    ...ssh,
    id: 'P19',
    client: 'sshd',
    server: 'node',
    protocol: 'TCP',
    port: null,
    implied: false,
    settings: [['kube-apiserver', 'ssh-user']],
    documented: 'listeners-only',
    sources: ['SSH', 'TUN', 'SEED'],
  },
  {
    ...konnectivity,
    id: 'P20',
    client: 'kube-apiserver',
    server: 'konnectivity-server',
    protocol: 'gRPC',
    port: null,
    settings: [
      ['kube-apiserver', 'egress-selector-config-file'],
      ['kube-apiserver', 'egressSelections.cluster.proxyProtocol'],
      ['kube-apiserver', 'egressSelections.cluster.transport'],
    ],
    documented: 'replacement',
    sources: ['EGR', 'KNP', 'KONN', 'KEP1281'],
  },
  {
    ...konnectivity,
    id: 'P21',
    client: 'konnectivity-agent',
    server: 'konnectivity-server',
    protocol: 'gRPC',
    port: 8091,
    settings: [
      ['konnectivity-server', 'cluster-ca-cert'],
      ['konnectivity-server', 'agent-namespace'],
      ['konnectivity-server', 'agent-service-account'],
      ['konnectivity-server', 'authentication-audience'],
    ],
    documented: 'replacement',
    sources: ['KNP', 'KONN'],
  },
  {
    ...konnectivity,
    id: 'P22',
    client: 'konnectivity-agent',
    server: 'node',
    protocol: 'TCP',
    port: null,
    settings: [
      ['kube-apiserver', 'egressSelections.cluster.proxyProtocol'],
      ['konnectivity-server', 'proxy-strategies'],
    ],
    documented: 'replacement',
    sources: ['KEP1281', 'EGR', 'KNP', 'EN127', 'LAB'],
  },
];
