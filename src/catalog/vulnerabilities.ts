import type { PathId } from './communicationPath.ts';
import { isPlainBuild } from './release.ts';
import type { SettingComponent } from './settings.ts';

/** Vulnerabilities that change who can be in the middle of a path, or what they gain there. */
export const vulnerabilityIds = [
  'CVE-2018-1002102',
  'CVE-2018-1002105',
  'CVE-2019-11248',
  'CVE-2020-8554',
  'CVE-2020-8555',
  'CVE-2020-8558',
  'CVE-2020-8559',
  'CVE-2020-8561',
  'CVE-2020-8562',
  'CVE-2020-10749',
  'CVE-2021-25737',
  'CVE-2021-25740',
  'CVE-2022-3172',
  'CVE-2022-3294',
  'CVE-2025-13281',
] as const;
export type VulnerabilityId = (typeof vulnerabilityIds)[number];

/** A release as minor and patch version. */
type Point = readonly [minor: number, patch: number];

/** Releases from one on that have the fault. */
type Affected = {
  readonly from: Point;
  /** First release without it. */
  readonly fixed?: Point;
  /** Last release that the record names; of later ones it says that nothing is known. */
  readonly last?: Point;
};

/** Which connections of its paths a vulnerability changes: those that the host’s own loopback address or others reach. */
export type Reached = 'on-loopback' | 'on-network';

/** What the official record says of a vulnerability. */
export type Vulnerability = {
  readonly id: VulnerabilityId;
  /** Whose release counts. */
  readonly component: SettingComponent;
  /** In the order of releases; without an end there is no fix. */
  readonly affected: readonly Affected[];
  /** CVSS base score. */
  readonly score: number;
  /** The paths that it changes. */
  readonly paths: readonly PathId[];
  readonly reached?: Reached;
  /** The listener of these paths that it is in, where others are beside it. */
  readonly listener?: string;
  /** True where a CNI plugin decides too, which distributions may have updated earlier. */
  readonly bundled?: true;
  /** Number of the issue in kubernetes/kubernetes that the feed leads to. */
  readonly issue: number;
};

/** What a pod of an attacker draws to itself, or answers in place of another: all that leaves a node for an address. */
const fromNodes = ['P01', 'P03', 'P04', 'A09', 'A14', 'A15', 'A17', 'A24', 'A25', 'A26', 'A27', 'A31', 'A32'] as const;
const toKubelet = ['P08', 'P09', 'P10', 'P11'] as const;

/**
 * Records of the official feed [https://kubernetes.io/docs/reference/issues-security/official-cve-feed/] and of the CVE list
 * that concern a path. Left out is what gives nobody a place in the middle of one: denial of service, files of volumes and
 * of `kubectl cp`, tokens in logs, ways around admission, and what only Windows nodes have.
 */
export const vulnerabilities: readonly Vulnerability[] = [
  {
    id: 'CVE-2018-1002102',
    component: 'kube-apiserver',
    affected: [{ from: [0, 0], fixed: [14, 0] }],
    score: 2.6,
    paths: ['P09', 'P10', 'P11'],
    issue: 85867,
  },
  {
    id: 'CVE-2018-1002105',
    component: 'kube-apiserver',
    affected: [
      { from: [0, 0], fixed: [10, 11] },
      { from: [11, 0], fixed: [11, 5] },
      { from: [12, 0], fixed: [12, 3] },
    ],
    score: 9.8,
    paths: ['P09', 'P10', 'P11', 'A06'],
    issue: 71411,
  },
  {
    id: 'CVE-2019-11248',
    component: 'kubelet',
    affected: [
      { from: [0, 0], fixed: [12, 10] },
      { from: [13, 0], fixed: [13, 8] },
      { from: [14, 0], fixed: [14, 4] },
    ],
    score: 6.5,
    paths: ['A13'],
    reached: 'on-network',
    listener: 'kubelet healthz',
    issue: 81023,
  },
  {
    id: 'CVE-2020-8554',
    component: 'kube-apiserver',
    affected: [{ from: [0, 0] }],
    score: 6.3,
    paths: [...fromNodes, ...toKubelet, 'P12', 'P13', 'P14', 'P15'],
    issue: 97076,
  },
  {
    id: 'CVE-2020-8555',
    component: 'kube-controller-manager',
    affected: [
      { from: [0, 0], fixed: [15, 12] },
      { from: [16, 0], fixed: [16, 9] },
      { from: [17, 0], fixed: [17, 5] },
      { from: [18, 0], fixed: [18, 1] },
    ],
    score: 6.3,
    paths: ['A13', 'A20', 'A22'],
    reached: 'on-loopback',
    issue: 91542,
  },
  {
    id: 'CVE-2020-8558',
    component: 'kubelet',
    affected: [
      { from: [0, 0], fixed: [16, 11] },
      { from: [17, 0], fixed: [17, 7] },
      { from: [18, 0], fixed: [18, 4] },
    ],
    score: 5.4,
    paths: ['A12', 'A13', 'A18', 'A20', 'A22'],
    reached: 'on-loopback',
    issue: 92315,
  },
  {
    id: 'CVE-2020-8559',
    component: 'kube-apiserver',
    affected: [
      { from: [0, 0], fixed: [16, 13] },
      { from: [17, 0], fixed: [17, 9] },
      { from: [18, 0], fixed: [18, 6] },
    ],
    score: 6.4,
    paths: ['P09', 'P10', 'P11'],
    issue: 92914,
  },
  {
    id: 'CVE-2020-8561',
    component: 'kube-apiserver',
    affected: [{ from: [0, 0], last: [22, 2] }],
    score: 4.1,
    paths: ['A05'],
    issue: 104720,
  },
  {
    id: 'CVE-2020-8562',
    component: 'kube-apiserver',
    affected: [{ from: [0, 0], last: [21, 0] }],
    score: 2.2,
    paths: ['P11', 'P12', 'P13', 'P14', 'P15', 'P16', 'P17'],
    issue: 101493,
  },
  {
    id: 'CVE-2020-10749',
    component: 'kubelet',
    affected: [
      { from: [0, 0], fixed: [16, 11] },
      { from: [17, 0], fixed: [17, 17] },
      { from: [18, 0], fixed: [18, 4] },
    ],
    score: 6,
    paths: fromNodes,
    bundled: true,
    issue: 91507,
  },
  {
    id: 'CVE-2021-25737',
    component: 'kube-apiserver',
    affected: [
      { from: [16, 0], fixed: [18, 19] },
      { from: [19, 0], fixed: [19, 11] },
      { from: [20, 0], fixed: [20, 7] },
      { from: [21, 0], fixed: [21, 1] },
    ],
    score: 2.7,
    paths: ['A15'],
    issue: 102106,
  },
  {
    id: 'CVE-2021-25740',
    component: 'kube-apiserver',
    affected: [{ from: [0, 0], last: [22, 2] }],
    score: 3.1,
    paths: ['A15', 'A37'],
    issue: 103675,
  },
  {
    id: 'CVE-2022-3172',
    component: 'kube-apiserver',
    affected: [
      { from: [0, 0], fixed: [22, 14] },
      { from: [23, 0], fixed: [23, 11] },
      { from: [24, 0], fixed: [24, 5] },
      { from: [25, 0], fixed: [25, 1] },
    ],
    score: 5.1,
    paths: ['A06'],
    issue: 112513,
  },
  {
    id: 'CVE-2022-3294',
    component: 'kube-apiserver',
    affected: [
      { from: [0, 0], fixed: [22, 16] },
      { from: [23, 0], fixed: [23, 14] },
      { from: [24, 0], fixed: [24, 8] },
      { from: [25, 0], fixed: [25, 4] },
    ],
    score: 6.6,
    paths: ['P11', 'P12', 'P13'],
    issue: 113757,
  },
  {
    id: 'CVE-2025-13281',
    component: 'kube-controller-manager',
    affected: [
      { from: [30, 0], fixed: [32, 10] },
      { from: [33, 0], fixed: [33, 6] },
      { from: [34, 0], fixed: [34, 2] },
    ],
    score: 5.8,
    paths: ['A13', 'A20', 'A22'],
    reached: 'on-loopback',
    issue: 135525,
  },
];

/** CVSS base score of a vulnerability, as its record has it. */
export function scoreOf(id: VulnerabilityId): number {
  return vulnerabilities.find((one) => one.id === id)?.score ?? 0;
}

/** The record of a vulnerability. */
export function recordUrl(id: VulnerabilityId): string {
  return `https://www.cve.org/CVERecord?id=${id}`;
}

/** Releases that may be meant: one, or all of some minor versions. */
export type ReleaseRange = {
  readonly minors: readonly number[];
  readonly patch: number | null;
  readonly build: string;
};

/** More than any release of Kubernetes had. */
const lastPatch = 99;

/**
 * Whether a vulnerability is in a release; `unknown` where not every release that may be meant says the same, where the record
 * ends before it, or where a vendor's build may have the fix.
 */
export function affects(
  { affected, bundled }: Vulnerability,
  { minors, patch, build }: ReleaseRange,
): boolean | 'unknown' {
  const answers = new Set(
    minors.flatMap((minor) => patchesOf(affected, minor, patch).map((one) => isIn(affected, [minor, one]))),
  );
  const [answer] = answers;
  if (answers.size !== 1 || answer === undefined) return 'unknown';
  const isFixable = affected.some(({ fixed }) => fixed);
  if (answer === false && isBeforeFix(affected, minors, patch, build)) return 'unknown';
  if (answer !== true || !isFixable) return answer;
  const isSure = bundled ? build === '' : isPlainBuild(build);
  return isSure ? true : 'unknown';
}

/** Whether a build is a pre-release from about when the fix was made: of the release that has it, or of the next minor version. */
function isBeforeFix(
  affected: readonly Affected[],
  minors: readonly number[],
  patch: number | null,
  build: string,
): boolean {
  return (
    /^-(alpha|beta|rc)\b/.test(build) &&
    affected.some(({ fixed }) => {
      if (!fixed) return false;
      const isOf = minors.includes(fixed[0]) && (patch === null || fixed[1] === patch);
      return isOf || (fixed[1] > 0 && minors.includes(fixed[0] + 1) && (patch ?? 0) === 0);
    })
  );
}

/** The patch versions between which the answer may change. */
function patchesOf(affected: readonly Affected[], minor: number, patch: number | null): readonly number[] {
  if (patch !== null) return [patch];
  const turns = affected.flatMap(({ from, fixed, last }) =>
    [from, fixed, last].flatMap((point) => (point?.[0] === minor ? [point[1], point[1] + 1] : [])),
  );
  return [0, ...turns, lastPatch];
}

function isIn(affected: readonly Affected[], release: Point): boolean | 'unknown' {
  const found = affected.filter(({ from }) => compare(from, release) <= 0);
  const range = found.at(-1);
  if (!range) return false;
  const { fixed, last } = range;
  if (fixed) return compare(release, fixed) < 0;
  return !last || compare(release, last) <= 0 ? true : 'unknown';
}

function compare(one: Point, other: Point): number {
  return one[0] - other[0] || one[1] - other[1];
}

/** First release of the same minor version without the vulnerability, else the first one at all; null where there is none. */
export function firstFixed({ affected }: Vulnerability, minor: number | null): string | null {
  const fixes = affected.flatMap(({ fixed }) => (fixed ? [fixed] : []));
  const own = fixes.find(([of]) => of === minor) ?? fixes.find(([of]) => minor !== null && of > minor) ?? fixes.at(-1);
  return own ? `1.${own[0]}.${own[1]}` : null;
}
