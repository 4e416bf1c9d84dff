import type { CommunicationPath } from '../communicationPath.ts';

const common = {
  stake: 'PX',
  worth: 'traffic',
  request: 'GET /PATH?QUERY',
  limit: 'proxy',
  family: 'apiserver-proxy',
  client: 'kube-apiserver',
  port: null,
  documented: 'unsafe',
  germanPageSection: 'Apiserver zu Nodes, Pods und Services',
  implied: false,
  // Nothing on the kube-apiserver decides these: only the URL, RBAC and the network do.
  settings: [],
} as const satisfies Partial<CommunicationPath>;

export const proxies: readonly CommunicationPath[] = [
  {
    ...common,
    id: 'P12',
    route: 'node',
    dialed: 'kubelet-address',
    server: 'node',
    protocol: 'HTTP',
    sources: ['SEED', 'LAB', 'NS', 'AS', 'AM', 'APF'],
  },
  {
    ...common,
    id: 'P13',
    route: 'node',
    dialed: 'kubelet-address',
    server: 'node',
    protocol: 'HTTPS',
    sources: ['SEED', 'LAB', 'AS', 'AM', 'NS'],
  },
  {
    ...common,
    id: 'P14',
    route: 'pod',
    dialed: 'address',
    server: 'pod',
    protocol: 'HTTP',
    sources: ['SEED', 'LAB', 'PS', 'AS'],
  },
  {
    ...common,
    id: 'P15',
    route: 'pod',
    dialed: 'address',
    server: 'pod',
    protocol: 'HTTPS',
    sources: ['SEED', 'LAB', 'PS', 'AS', 'AM'],
  },
  {
    ...common,
    id: 'P16',
    route: 'pod',
    dialed: 'address',
    server: 'service',
    protocol: 'HTTP',
    sources: ['SEED', 'LAB', 'SVC'],
  },
  {
    ...common,
    id: 'P17',
    route: 'pod',
    dialed: 'address',
    server: 'service',
    protocol: 'HTTPS',
    sources: ['SEED', 'LAB', 'SVC', 'AS'],
  },
];
