import type { CommunicationPath } from '../communicationPath.ts';

const common = {
  family: 'apiserver-proxy',
  client: 'kube-apiserver',
  port: null,
  documented: 'unsafe',
  seedSection: 'Apiserver zu Nodes, Pods und Services',
  implied: false,
  // Nothing on the kube-apiserver decides these: only the URL, RBAC and the network do.
  settings: [],
} as const satisfies Partial<CommunicationPath>;

export const proxies: readonly CommunicationPath[] = [
  { ...common, id: 'P12', server: 'node', protocol: 'HTTP', sources: ['SEED', 'LAB', 'NS', 'AS', 'AM', 'APF'] },
  { ...common, id: 'P13', server: 'node', protocol: 'HTTPS', sources: ['SEED', 'LAB', 'AS', 'AM', 'NS'] },
  { ...common, id: 'P14', server: 'pod', protocol: 'HTTP', sources: ['SEED', 'LAB', 'PS', 'AS'] },
  { ...common, id: 'P15', server: 'pod', protocol: 'HTTPS', sources: ['SEED', 'LAB', 'PS', 'AS', 'AM'] },
  { ...common, id: 'P16', server: 'service', protocol: 'HTTP', sources: ['SEED', 'LAB', 'SVC'] },
  { ...common, id: 'P17', server: 'service', protocol: 'HTTPS', sources: ['SEED', 'LAB', 'SVC', 'AS'] },
];
