import type { GermanPageSection, PathId } from './communicationPath.ts';
import type { RuleId } from './ruleIds.ts';
import type { SourceTag } from './sources.ts';

/** What became of a sentence of the document: it holds, says too much or too little, was overtaken, or was never so. */
export type ClaimVerdict = 'holds' | 'incomplete' | 'outdated' | 'wrong';
/** How it was checked: under attack on a real kube-apiserver, in the laboratory, or by reading the source. */
export type ClaimCheck = 'measured' | 'laboratory' | 'read';
/** What the current English page makes of the sentence. */
export type EnglishPage = 'same' | 'changed' | 'dropped';

/** One sentence of the German v1.27 document that claims something, and what the catalog made of it. */
export type Claim = {
  readonly id: ClaimId;
  readonly section: GermanPageSection;
  readonly verdict: ClaimVerdict;
  readonly english: EnglishPage;
  readonly paths: readonly PathId[];
  readonly rules: readonly RuleId[];
  readonly check: ClaimCheck;
  readonly sources: readonly SourceTag[];
};

export const claimIds = [
  'title',
  'ends-at-apiserver',
  'secure-port',
  'authorization-on',
  'nodes-have-root',
  'gke-certificate',
  'tls-bootstrapping',
  'service-account',
  'kubernetes-service',
  'kube-proxy-redirect',
  'components-secure-port',
  'secured-by-default',
  'two-ways',
  'kubelet-uses',
  'kubelet-https',
  'kubelet-not-verified',
  'kubelet-unsafe',
  'kubelet-ca',
  'ssh-instead',
  'kubelet-authentication',
  'proxy-plain',
  'proxy-https-prefix',
  'proxy-not-verified',
  'proxy-no-credentials',
  'proxy-no-integrity',
  'proxy-unsafe',
  'ssh-supported',
  'ssh-to-each-node',
  'ssh-all-traffic',
  'ssh-not-visible',
  'ssh-not-supported',
  'replacement',
] as const;
export type ClaimId = (typeof claimIds)[number];

const toControlPlane = { section: 'Cluster zum Master', english: 'same' } as const;
const toKubelet = { section: 'Apiserver zum kubelet', english: 'same', paths: ['P08', 'P09', 'P10', 'P11'] } as const;
const toTargets = {
  section: 'Apiserver zu Nodes, Pods und Services',
  english: 'same',
  paths: ['P12', 'P13', 'P14', 'P15', 'P16', 'P17'],
} as const;
const tunnel = { section: 'SSH Tunnels', english: 'changed', paths: ['P18', 'P19'] } as const;

/** Every claim of the document, in its order. Words are in the locale files; `analysis/claims.test.ts` holds each. */
export const claims: readonly Claim[] = [
  {
    id: 'title',
    section: 'Cluster zum Master',
    verdict: 'outdated',
    english: 'changed',
    paths: [],
    rules: [],
    check: 'read',
    sources: ['SEED', 'DECP', 'EN127'],
  },
  {
    ...toControlPlane,
    id: 'ends-at-apiserver',
    verdict: 'incomplete',
    english: 'changed',
    paths: ['P01', 'P02', 'P03', 'P04', 'P05', 'P06', 'P07', 'P21', 'A13'],
    rules: ['G9'],
    check: 'read',
    sources: ['SEED', 'KNP', 'PORTS'],
  },
  {
    ...toControlPlane,
    id: 'secure-port',
    verdict: 'incomplete',
    english: 'changed',
    paths: ['P01', 'P02', 'P03', 'P04'],
    rules: ['R1', 'R3'],
    check: 'measured',
    sources: ['SEED', 'SERV', 'EN127', 'LAB'],
  },
  {
    ...toControlPlane,
    id: 'authorization-on',
    verdict: 'holds',
    paths: ['P01', 'P04', 'A03'],
    rules: ['R4', 'R8', 'R12'],
    check: 'measured',
    sources: ['SEED', 'AUTHN', 'LAB'],
  },
  {
    ...toControlPlane,
    id: 'nodes-have-root',
    verdict: 'holds',
    paths: ['P01', 'P03'],
    rules: ['R1', 'R2'],
    check: 'laboratory',
    sources: ['SEED', 'CG', 'CERTS'],
  },
  {
    ...toControlPlane,
    id: 'gke-certificate',
    verdict: 'holds',
    english: 'dropped',
    paths: ['P01'],
    rules: ['R3', 'R14'],
    check: 'laboratory',
    sources: ['SEED', 'EN127'],
  },
  {
    ...toControlPlane,
    id: 'tls-bootstrapping',
    verdict: 'holds',
    paths: ['P02'],
    rules: ['R3'],
    check: 'read',
    sources: ['SEED', 'TLSB', 'KEP266'],
  },
  {
    ...toControlPlane,
    id: 'service-account',
    verdict: 'holds',
    paths: ['P04'],
    rules: ['R1', 'R3'],
    check: 'laboratory',
    sources: ['SEED', 'CG', 'KEP1205'],
  },
  {
    ...toControlPlane,
    id: 'kubernetes-service',
    verdict: 'wrong',
    english: 'changed',
    paths: ['P04'],
    rules: [],
    check: 'read',
    sources: ['SEED', 'EN127', 'PT27415'],
  },
  {
    ...toControlPlane,
    id: 'kube-proxy-redirect',
    verdict: 'holds',
    paths: ['P04'],
    rules: ['R1'],
    check: 'read',
    sources: ['SEED', 'KP', 'CG'],
  },
  {
    ...toControlPlane,
    id: 'components-secure-port',
    verdict: 'holds',
    paths: ['P05', 'P06', 'P07'],
    rules: ['R1', 'R3'],
    check: 'read',
    sources: ['SEED', 'KADM-M', 'CERTS'],
  },
  {
    ...toControlPlane,
    id: 'secured-by-default',
    verdict: 'holds',
    paths: ['P01', 'P02', 'P03', 'P04', 'P05', 'P06', 'P07'],
    rules: ['R7', 'R11'],
    check: 'measured',
    sources: ['SEED', 'EN127', 'LAB'],
  },
  {
    section: 'Apiserver zum kubelet',
    english: 'same',
    id: 'two-ways',
    verdict: 'holds',
    paths: ['P08', 'P09', 'P10', 'P11', 'P12', 'P13', 'P14', 'P15', 'P16', 'P17'],
    rules: [],
    check: 'measured',
    sources: ['SEED', 'NS', 'PS', 'SVC', 'LAB'],
  },
  {
    ...toKubelet,
    id: 'kubelet-uses',
    verdict: 'incomplete',
    rules: [],
    check: 'measured',
    sources: ['SEED', 'KSRV', 'LAB'],
  },
  {
    ...toKubelet,
    id: 'kubelet-https',
    verdict: 'holds',
    rules: ['R1'],
    check: 'measured',
    sources: ['SEED', 'PR91630', 'LAB'],
  },
  {
    ...toKubelet,
    id: 'kubelet-not-verified',
    verdict: 'holds',
    rules: ['R1', 'R2', 'R7'],
    check: 'measured',
    sources: ['SEED', 'KC', 'LAB'],
  },
  {
    ...toKubelet,
    id: 'kubelet-unsafe',
    verdict: 'holds',
    rules: ['R11'],
    check: 'measured',
    sources: ['SEED', 'LAB'],
  },
  {
    ...toKubelet,
    id: 'kubelet-ca',
    verdict: 'incomplete',
    rules: ['R1', 'R2'],
    check: 'measured',
    sources: ['SEED', 'KC', 'KEP1295', 'LAB'],
  },
  {
    ...toKubelet,
    id: 'ssh-instead',
    verdict: 'outdated',
    english: 'changed',
    paths: ['P18', 'P20', 'P21'],
    rules: ['G1', 'G2'],
    check: 'measured',
    sources: ['SEED', 'PR102297', 'KNP', 'LAB'],
  },
  {
    ...toKubelet,
    id: 'kubelet-authentication',
    verdict: 'incomplete',
    paths: ['P08', 'P09', 'P10', 'P11', 'A18'],
    rules: ['R8', 'R9'],
    check: 'measured',
    sources: ['SEED', 'KAA', 'KO', 'KD', 'LAB'],
  },
  {
    ...toTargets,
    id: 'proxy-plain',
    verdict: 'incomplete',
    paths: ['P11', 'P12', 'P14', 'P16'],
    rules: ['R1'],
    check: 'measured',
    sources: ['SEED', 'NS', 'AS', 'LAB'],
  },
  {
    ...toTargets,
    id: 'proxy-https-prefix',
    verdict: 'incomplete',
    paths: ['P13', 'P15', 'P17'],
    rules: ['R1'],
    check: 'measured',
    sources: ['SEED', 'AM', 'LAB'],
  },
  {
    ...toTargets,
    id: 'proxy-not-verified',
    verdict: 'incomplete',
    paths: ['P11', 'P13', 'P15', 'P17'],
    rules: ['R1', 'R2'],
    check: 'measured',
    sources: ['SEED', 'AS', 'NS', 'LAB'],
  },
  {
    ...toTargets,
    id: 'proxy-no-credentials',
    verdict: 'incomplete',
    paths: ['P11', 'P13', 'P15', 'P17'],
    rules: ['R3'],
    check: 'measured',
    sources: ['SEED', 'APF', 'NS', 'LAB'],
  },
  {
    ...toTargets,
    id: 'proxy-no-integrity',
    verdict: 'holds',
    paths: ['P13', 'P15', 'P17'],
    rules: ['R5', 'R7'],
    check: 'laboratory',
    sources: ['SEED', 'LAB'],
  },
  {
    ...toTargets,
    id: 'proxy-unsafe',
    verdict: 'holds',
    rules: ['R11'],
    check: 'measured',
    sources: ['SEED', 'AS', 'LAB'],
  },
  {
    ...tunnel,
    id: 'ssh-supported',
    verdict: 'outdated',
    rules: ['G7'],
    check: 'measured',
    sources: ['SEED', 'PR102297', 'PR54433', 'LAB'],
  },
  {
    ...tunnel,
    id: 'ssh-to-each-node',
    verdict: 'outdated',
    rules: ['G5'],
    check: 'read',
    sources: ['SEED', 'TUN', 'SSH'],
  },
  {
    ...tunnel,
    id: 'ssh-all-traffic',
    verdict: 'outdated',
    rules: ['G4', 'G5'],
    check: 'read',
    sources: ['SEED', 'TUN', 'SSH'],
  },
  {
    ...tunnel,
    id: 'ssh-not-visible',
    verdict: 'incomplete',
    rules: ['R6', 'R7', 'G2', 'G3'],
    check: 'laboratory',
    sources: ['SEED', 'SSH'],
  },
  {
    ...tunnel,
    id: 'ssh-not-supported',
    verdict: 'wrong',
    rules: [],
    check: 'read',
    sources: ['SEED', 'EN127', 'PR54433', 'PR102297'],
  },
  {
    ...tunnel,
    id: 'replacement',
    verdict: 'outdated',
    paths: ['P20', 'P21', 'P22'],
    rules: ['G1', 'G6'],
    check: 'measured',
    sources: ['SEED', 'KONN', 'KEP1281', 'LAB'],
  },
];

/** The claims about one path. */
export function claimsAbout(path: PathId): readonly Claim[] {
  return claims.filter(({ paths }) => paths.includes(path));
}
