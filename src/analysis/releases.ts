import { readRelease } from '../catalog/release.ts';
import { affects, type ReleaseRange, vulnerabilities } from '../catalog/vulnerabilities.ts';
import { onceForNamed } from '../domain/onceFor.ts';
import type { ComponentConfig } from '../domain/settings.ts';
import { minorVersion, type Topology } from '../domain/topology.ts';

/** A kubelet may be three minor versions older than its kube-apiserver, before 1.28 two [SKEW]. */
const skewSince28 = 3;
const skewBefore28 = 2;

/**
 * The releases that a component may be: the one that its image or its Node names; else those that the cluster's version
 * allows. Null where nothing tells.
 */
export function releasesOf(
  topology: Pick<Topology, 'kubernetesVersion'>,
  component: 'kubelet' | 'control-plane',
  { explicitSettings }: ComponentConfig,
): ReleaseRange | null {
  const told = explicitSettings[component === 'kubelet' ? 'kubeletVersion' : 'image.version'];
  // Files that contradict each other leave it open, whatever the policy allows.
  if (told?.origin === 'unknown') return null;
  const own = told ? readRelease(told.value) : null;
  if (own) return { minors: [own.minor], patch: own.patch, build: own.build };
  const minor = minorVersion(topology.kubernetesVersion);
  if (minor === null) return null;
  const skew = component === 'kubelet' ? (minor >= 28 ? skewSince28 : skewBefore28) : 0;
  const minors = Array.from({ length: Math.min(skew, minor) + 1 }, (_unused, back) => minor - back);
  return { minors, patch: null, build: '' };
}

const loopbackVulnerability = vulnerabilities.find(({ id }) => id === 'CVE-2020-8558');

/** Whether a kubelet of one of the releases that it may be leaves the loopback address of its node open (CVE-2020-8558). */
export const opensLoopback = onceForNamed(
  (kubelet: ComponentConfig, kubernetesVersion: string): boolean | 'unknown' => {
    const releases = releasesOf({ kubernetesVersion }, 'kubelet', kubelet);
    return releases && loopbackVulnerability ? affects(loopbackVulnerability, releases) : 'unknown';
  },
);
