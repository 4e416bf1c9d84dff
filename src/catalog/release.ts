/** A release of Kubernetes as a component names it: `v1.18.3-eks-56b7512` is minor 18, patch 3, build `-eks-56b7512`. */
export type Release = {
  readonly minor: number;
  /** Null where only the minor version is told. */
  readonly patch: number | null;
  /** What a vendor or a pre-release adds; empty for a release of Kubernetes itself. */
  readonly build: string;
};

/** A release from a text such as `v1.27.3`, `1.27` or `v1.29.1+k3s2`; null where it names no release of Kubernetes 1. */
export function readRelease(text: string): Release | null {
  const [, minor, patch, build = ''] = /^v?1\.(\d{1,3})(?:\.(\d{1,4}))?((?:[-+_].*)?)$/.exec(text.trim()) ?? [];
  if (minor === undefined) return null;
  return { minor: Number(minor), patch: patch === undefined ? null : Number(patch), build };
}

/**
 * Whether a build has of Kubernetes what the release has, no more and no less: K3s, RKE2 and k0s only add their own number.
 * Amazon, Google and others put fixes into builds of older releases, and a pre-release is from before its release.
 */
export function isPlainBuild(build: string): boolean {
  return build === '' || /^\+(k3s|rke2r|k0s)[.\d]*$/.test(build);
}
