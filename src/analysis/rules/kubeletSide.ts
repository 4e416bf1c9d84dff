import type { Medium } from '../hop.ts';
import type { NodeClass } from '../members.ts';
import { acceptsOldTls, policyFor } from './apiServerSide.ts';
import { isLoopback } from './isLoopback.ts';

/** What a kubelet does with those who connect to its port, whoever they are. */
export function kubeletSide({ kubelet }: NodeClass) {
  const anonymous = kubelet.isTrue('authentication.anonymous.enabled');
  const mode = kubelet.value('authorization.mode');
  return {
    clientAuthPolicy: policyFor(anonymous),
    authz: mode === 'unknown' ? ('unknown' as const) : mode === 'AlwaysAllow' ? ('none' as const) : ('policy' as const),
    oldTls: acceptsOldTls(kubelet, 'tlsMinVersion'),
  };
}

/** Whether nothing but the kubelet itself has signed its serving certificate. */
export function isSelfSigned({ kubelet }: NodeClass): boolean {
  return [kubelet.isTrue('serverTLSBootstrap'), kubelet.isSet('tlsCertFile')].every((answer) => answer === false);
}

/** Where those have to be who call a kubelet at its ports, by the address that it listens on. */
export function kubeletMedium({ kubelet }: NodeClass): Medium | 'unknown' {
  const address = kubelet.value('address');
  if (address === 'unknown') return 'unknown';
  return address !== null && isLoopback(address) ? 'loopback' : 'network';
}

/** The kubelet's own port; 10250 where nothing is known. */
export function kubeletPort({ kubelet }: NodeClass): number {
  const port = Number(kubelet.value('port'));
  return Number.isInteger(port) && port > 0 ? port : 10250;
}
