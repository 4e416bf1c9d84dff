/** In which form a change is written down. */
export type PatchKind =
  | 'kubeadm-v1beta4'
  | 'kubeadm-v1beta3'
  | 'kubeadm-join'
  | 'kubeadm-patch'
  | 'kubelet-configuration'
  | 'kubelet-flags'
  | 'kube-proxy-configuration'
  | 'rancher'
  | 'object'
  | 'kubeconfig'
  | 'by-hand';

/** Something to put into a cluster: the name under which the importer knows what it is, and its text. */
export type Patch = {
  readonly kind: PatchKind;
  readonly file: string;
  readonly text: string;
  /** The hosts that it is for, where it is not for all. */
  readonly hosts?: readonly string[];
};
