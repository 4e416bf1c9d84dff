import type { PathId } from './communicationPath.ts';
import type { SourceTag } from './sources.ts';

export type ChangeId =
  | 'certificates-api'
  | 'anonymous-auth'
  | 'rotation-beta'
  | 'serving-rotation'
  | 'status-port-controllers'
  | 'structured-authz'
  | 'structured-authn'
  | 'websockets-to-kubelet'
  | 'pod-certificates'
  | 'kubelet-name-planned'
  | 'ssh-deprecated'
  | 'insecure-deprecated'
  | 'read-only-port-file'
  | 'egress-alpha'
  | 'skip-backend-beta'
  | 'egress-beta'
  | 'rotation-ga'
  | 'insecure-port-dead'
  | 'bound-tokens'
  | 'ssh-removed'
  | 'plain-status-ports'
  | 'insecure-flags-removed'
  | 'seed'
  | 'peer-proxy'
  | 'client-group'
  | 'anonymous-paths'
  | 'fine-grained'
  | 'exec-create'
  | 'peer-proxy-beta'
  | 'kubelet-cn';

/** Something that a minor version of 1.x changed about the paths. */
export type VersionChange = {
  readonly id: ChangeId;
  /** The minor version that brought it. */
  readonly minor: number;
  readonly paths: readonly PathId[];
  readonly sources: readonly SourceTag[];
  /** Announced for a version that was not out when this was read. */
  readonly planned?: boolean;
};

const toKubelet = ['P08', 'P09', 'P10', 'P11'] as const;

/** The oldest and the newest minor version that the catalog covers. */
export const oldestMinor = 5;
export const newestMinor = 38;

/** What changed, in the order of the versions. */
export const timeline: readonly VersionChange[] = [
  { id: 'certificates-api', minor: 4, paths: ['P02'], sources: ['TLSB', 'KEP266'] },
  { id: 'anonymous-auth', minor: 5, paths: ['P01', 'P04', 'A03'], sources: ['ANON15', 'H110'] },
  { id: 'rotation-beta', minor: 8, paths: ['P01', 'P02'], sources: ['TLSB', 'KEP266'] },
  { id: 'ssh-deprecated', minor: 9, paths: ['P18', 'P19', 'P02'], sources: ['PR54433', 'KADM-PIN'] },
  { id: 'insecure-deprecated', minor: 10, paths: ['A20'], sources: ['PR59018'] },
  { id: 'read-only-port-file', minor: 10, paths: ['A12'], sources: ['PR59666', 'KTYPES', 'KO'] },
  { id: 'serving-rotation', minor: 12, paths: [...toKubelet, 'A09', 'A18'], sources: ['TLSB', 'KEP266'] },
  { id: 'egress-alpha', minor: 16, paths: ['P20', 'P21', 'P22', 'A19'], sources: ['EGR', 'KEP1281'] },
  { id: 'skip-backend-beta', minor: 17, paths: ['P08'], sources: ['KEP1295'] },
  { id: 'egress-beta', minor: 18, paths: ['P20', 'P21', 'P22'], sources: ['EGR', 'KEP1281'] },
  { id: 'rotation-ga', minor: 19, paths: ['P01', 'P02', ...toKubelet], sources: ['KEP266', 'PR91630'] },
  { id: 'insecure-port-dead', minor: 20, paths: ['A20', 'P20'], sources: ['PR95856', 'PR95235'] },
  { id: 'bound-tokens', minor: 21, paths: ['P04', 'P08'], sources: ['KEP1205', 'KEP1295'] },
  { id: 'ssh-removed', minor: 22, paths: ['P18', 'P19', ...toKubelet], sources: ['PR102297', 'PR101178'] },
  { id: 'status-port-controllers', minor: 22, paths: ['A13'], sources: ['PR96216', 'KADM-2207'] },
  { id: 'plain-status-ports', minor: 23, paths: ['A13'], sources: ['PR96345', 'KADM-2207'] },
  { id: 'insecure-flags-removed', minor: 24, paths: ['A20', 'P04'], sources: ['CKE574', 'KEP2799'] },
  { id: 'seed', minor: 27, paths: [], sources: ['SEED', 'EN127'] },
  { id: 'peer-proxy', minor: 28, paths: ['A08'], sources: ['KEP4020'] },
  { id: 'client-group', minor: 29, paths: toKubelet, sources: ['PR121837'] },
  { id: 'anonymous-paths', minor: 31, paths: ['P04', 'A03'], sources: ['KEP4633'] },
  { id: 'fine-grained', minor: 32, paths: [...toKubelet, 'A09', 'A18'], sources: ['KEP2862'] },
  { id: 'structured-authz', minor: 32, paths: ['P01', 'A03', 'A07'], sources: ['KEP3221', 'AUTHZ'] },
  { id: 'structured-authn', minor: 34, paths: ['A03', 'A23'], sources: ['KEP3331', 'AUTHN'] },
  { id: 'exec-create', minor: 35, paths: ['P09', 'A18'], sources: ['PR136550'] },
  { id: 'peer-proxy-beta', minor: 36, paths: ['A08', 'A18'], sources: ['KEP4020', 'KEP2862'] },
  { id: 'websockets-to-kubelet', minor: 36, paths: ['P09', 'P10'], sources: ['KEP4006'] },
  { id: 'kubelet-cn', minor: 37, paths: ['A11'], sources: ['KEP4939'] },
  { id: 'pod-certificates', minor: 37, paths: ['P04'], sources: ['KEP4317'] },
  { id: 'kubelet-name-planned', minor: 38, paths: toKubelet, sources: ['KEP4872', 'WEB56357'], planned: true },
];

/** What lies between two minor versions, the older one left out; the same for both directions. */
export function changesBetween(one: number, other: number): readonly VersionChange[] {
  const [from, to] = one < other ? [one, other] : [other, one];
  return timeline.filter(({ minor }) => minor > from && minor <= to);
}
