import type { Change } from '../remedies/change.ts';
import type { Goal } from './lesson.ts';

/** Every kubelet asks the cluster's CA for its serving certificate, or certificates of another kind are named. */
export const kubeletCertificatesSigned: Goal = {
  type: 'any',
  of: [
    { type: 'setting', component: 'kubelet', key: 'serverTLSBootstrap', value: 'true' },
    { type: 'set', component: 'kubelet', key: 'tlsCertFile' },
  ],
};

/** What comes first: the kubelets ask for a certificate that can be checked. */
export const askForServingCertificates: Change = { component: 'kubelet', key: 'serverTLSBootstrap', value: 'true' };

/** What comes last: the kube-apiserver checks it. */
export const checkKubeletCertificates: Change = {
  component: 'kube-apiserver',
  key: 'kubelet-certificate-authority',
  value: '/etc/kubernetes/pki/ca.crt',
};
