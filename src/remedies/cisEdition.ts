import { minorVersion } from '../domain/topology.ts';

/** An edition of the CIS Kubernetes Benchmark, with the profile of kube-bench that its numbers were read from [KB]. */
export type CisEdition = { readonly title: string; readonly profile: string; readonly kubernetes: string };

/** Editions by their first minor version of 1.x. The numbers of controls named here are the same in all four [KB]. */
const editions: readonly (readonly [first: number, edition: CisEdition])[] = [
  [27, edition('1.9', '1.27')],
  [28, edition('1.10', '1.28')],
  [29, edition('1.11', '1.29 to 1.31')],
  [32, edition('1.12', '1.32 to 1.34')],
];

function edition(number: string, kubernetes: string): CisEdition {
  return { title: `CIS Kubernetes Benchmark v${number}`, profile: `cis-${number}`, kubernetes };
}

/**
 * The edition that fits a cluster: the newest one for a version that is not known or newer than all; null before the
 * first, in which the controls have other numbers.
 */
export function cisEditionOf(kubernetesVersion: string): CisEdition | null {
  const minor = minorVersion(kubernetesVersion) ?? Number.POSITIVE_INFINITY;
  return editions.findLast(([first]) => first <= minor)?.[1] ?? null;
}
