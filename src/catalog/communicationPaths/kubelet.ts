import type { CommunicationPath } from '../communicationPath.ts';

const common = {
  route: 'node',
  dialed: 'kubelet-address',
  limit: 'no-setting',
  family: 'apiserver-to-kubelet',
  client: 'kube-apiserver',
  server: 'kubelet',
  protocol: 'HTTPS',
  port: 10250,
  documented: 'unsafe-unless-kubelet-ca',
  implied: false,
  settings: [
    ['kube-apiserver', 'kubelet-certificate-authority'],
    ['kube-apiserver', 'kubelet-client-certificate'],
    ['kubelet', 'authentication.x509.clientCAFile'],
    ['kubelet', 'authentication.anonymous.enabled'],
    ['kubelet', 'authorization.mode'],
    ['kubelet', 'serverTLSBootstrap'],
    ['kubelet', 'tlsCertFile'],
  ],
} as const satisfies Partial<CommunicationPath>;

export const kubelet: readonly CommunicationPath[] = [
  {
    ...common,
    id: 'P08',
    stake: 'P08',
    worth: 'kubelet-read',
    request: 'GET /containerLogs/NAMESPACE/POD/CONTAINER',
    germanPageSection: 'Apiserver zum kubelet',
    sources: ['SEED', 'LAB', 'KC', 'PS', 'KAA', 'KEP1295', 'KEP4872', 'KD', 'KO'],
  },
  {
    ...common,
    id: 'P09',
    stake: 'P09',
    worth: 'exec',
    request: 'POST /exec/NAMESPACE/POD/CONTAINER?command=COMMAND&input=1&output=1',
    germanPageSection: 'Apiserver zum kubelet',
    sources: ['SEED', 'LAB', 'PSUB', 'KC', 'KEP4872'],
  },
  {
    ...common,
    id: 'P10',
    stake: 'P10',
    worth: 'exec',
    request: 'POST /portForward/NAMESPACE/POD',
    germanPageSection: 'Apiserver zum kubelet',
    sources: ['SEED', 'LAB', 'PS', 'PSUB'],
  },
  {
    ...common,
    id: 'P11',
    documented: 'kubelet-port',
    stake: 'P11',
    worth: 'kubelet-read',
    request: 'GET /configz',
    germanPageSection: 'Apiserver zu Nodes, Pods und Services',
    sources: ['NS', 'LAB', 'KAA', 'SEED'],
  },
];
