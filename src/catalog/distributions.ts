import type { SourceTag } from './sources.ts';

export const distributionIds = [
  'kubeadm',
  'kind',
  'minikube',
  'kubespray',
  'kops',
  'talos',
  'k3s',
  'rke2',
  'openshift',
  'the-hard-way',
  'eks',
  'gke',
  'aks',
  'k0s',
] as const;
export type DistributionId = (typeof distributionIds)[number];

/** Its own name, and where its settings were read. What is known and what is not stands in the locale files. */
export const distributions: Readonly<
  Record<DistributionId, { readonly name: string; readonly sources: readonly SourceTag[] }>
> = {
  kubeadm: { name: 'kubeadm', sources: ['KADM-M', 'KADM-K', 'KADM-E'] },
  kind: { name: 'kind', sources: ['KIND', 'KADM-M'] },
  minikube: { name: 'minikube', sources: ['MINI', 'KADM-M'] },
  kubespray: { name: 'Kubespray', sources: ['KSPRAY'] },
  kops: { name: 'kOps', sources: ['KOPS'] },
  talos: { name: 'Talos Linux', sources: ['TALOS'] },
  k3s: { name: 'K3s', sources: ['K3S', 'K3SNET', 'KB'] },
  rke2: { name: 'RKE2', sources: ['KB', 'K3SPR'] },
  openshift: { name: 'OpenShift 4', sources: ['OCP', 'MCO'] },
  'the-hard-way': { name: 'Kubernetes the Hard Way', sources: ['KTHW'] },
  eks: { name: 'Amazon EKS', sources: ['EKSAMI', 'EKSAPI'] },
  gke: { name: 'Google GKE', sources: ['GKETRUST', 'GKE-RO'] },
  aks: { name: 'Azure AKS', sources: ['AKSROT', 'AKSTE', 'AKSKONN'] },
  k0s: { name: 'k0s', sources: ['K0S'] },
};
