import type { CommunicationPath } from '../communicationPath.ts';

const common = {
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
    seedSection: 'Apiserver zum kubelet',
    sources: ['SEED', 'LAB', 'KC', 'PS', 'KAA', 'KEP1295', 'KEP4872', 'KD', 'KO'],
  },
  { ...common, id: 'P09', seedSection: 'Apiserver zum kubelet', sources: ['SEED', 'LAB', 'PSUB', 'KC', 'KEP4872'] },
  { ...common, id: 'P10', seedSection: 'Apiserver zum kubelet', sources: ['SEED', 'LAB', 'PS', 'PSUB'] },
  { ...common, id: 'P11', seedSection: 'Apiserver zu Nodes, Pods und Services', sources: ['NS', 'LAB', 'KAA', 'SEED'] },
];
