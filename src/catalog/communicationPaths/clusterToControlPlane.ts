import type { CommunicationPath } from '../communicationPath.ts';
import type { SettingComponent } from '../settings.ts';

const apiServerSide: readonly (readonly [SettingComponent, string])[] = [
  ['kube-apiserver', 'client-ca-file'],
  ['kube-apiserver', 'anonymous-auth'],
  ['kube-apiserver', 'authorization-mode'],
];

const kubeconfig = (component: SettingComponent): readonly (readonly [SettingComponent, string])[] => [
  [component, 'kubeconfig.insecure-skip-tls-verify'],
  [component, 'kubeconfig.credential'],
  ...apiServerSide,
];

const common = {
  route: 'config',
  dialed: 'unknown',
  limit: 'no-setting',
  family: 'cluster-to-control-plane',
  server: 'kube-apiserver',
  protocol: 'HTTPS',
  port: 6443,
  documented: 'safe',
  germanPageSection: 'Cluster zum Master',
} as const;

export const clusterToControlPlane: readonly CommunicationPath[] = [
  {
    ...common,
    id: 'P01',
    stake: 'P01',
    worth: 'node',
    request: 'GET /api/v1/pods?fieldSelector=spec.nodeName=NODE&watch=true',
    client: 'kubelet',
    implied: false,
    settings: kubeconfig('kubelet'),
    sources: ['SEED', 'EN127', 'CERTS', 'KADM-M', 'CG', 'KEP266'],
  },
  {
    ...common,
    id: 'P02',
    stake: 'P02',
    worth: 'bootstrap',
    request: 'POST /apis/certificates.k8s.io/v1/certificatesigningrequests',
    client: 'kubelet',
    implied: false,
    settings: [
      ['kubelet', 'bootstrap-kubeconfig.insecure-skip-tls-verify'],
      ['kubelet', 'discovery.bootstrapToken.unsafeSkipCAVerification'],
      ['kubelet', 'discovery.bootstrapToken.caCertHashes'],
      ['kube-apiserver', 'enable-bootstrap-token-auth'],
      ...apiServerSide.slice(1),
    ],
    sources: ['SEED', 'TLSB', 'KADM-J', 'KADM-T', 'KEP266'],
  },
  {
    ...common,
    id: 'P03',
    stake: 'P03',
    worth: 'account',
    request: 'GET /apis/discovery.k8s.io/v1/endpointslices?watch=true',
    client: 'kube-proxy',
    implied: true,
    settings: kubeconfig('kube-proxy'),
    sources: ['SEED', 'TLSB', 'KP'],
  },
  {
    ...common,
    id: 'P04',
    stake: 'P04',
    worth: 'pod-account',
    route: 'service',
    request: 'GET /api/v1/namespaces/NAMESPACE/secrets/NAME',
    client: 'pod',
    implied: false,
    settings: apiServerSide.slice(1),
    sources: ['SEED', 'EN127', 'CG', 'KEP1205', 'AUTHN'],
  },
  {
    ...common,
    id: 'P05',
    stake: 'PC',
    worth: 'component',
    request: 'POST /api/v1/namespaces/NAMESPACE/pods/POD/binding',
    client: 'kube-scheduler',
    implied: false,
    settings: kubeconfig('kube-scheduler'),
    sources: ['SEED', 'KADM-M', 'CERTS', 'PORTS'],
  },
  {
    ...common,
    id: 'P06',
    stake: 'PC',
    worth: 'controller',
    request: 'GET /apis/apps/v1/replicasets?watch=true',
    client: 'kube-controller-manager',
    implied: false,
    settings: kubeconfig('kube-controller-manager'),
    sources: ['SEED', 'KADM-M', 'CERTS', 'PORTS'],
  },
  {
    ...common,
    id: 'P07',
    stake: 'PC',
    worth: 'component',
    request: 'GET /api/v1/nodes?watch=true',
    client: 'cloud-controller-manager',
    implied: false,
    settings: kubeconfig('cloud-controller-manager'),
    sources: ['SEED', 'PORTS', 'CERTS'],
  },
];
