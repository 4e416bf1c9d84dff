import type { NodeClass } from '../members.ts';
import { ifKnown } from '../settingsReader.ts';
import { acceptsOldTls } from './apiServerSide.ts';

/** What a kubelet does with those who connect to its port, whoever they are. */
export function kubeletSide({ kubelet }: NodeClass) {
  const anonymous = kubelet.isTrue('authentication.anonymous.enabled');
  const mode = kubelet.value('authorization.mode');
  return {
    clientAuthPolicy: ifKnown(anonymous, 'optional' as const, 'required' as const),
    authz: mode === 'unknown' ? ('unknown' as const) : mode === 'AlwaysAllow' ? ('none' as const) : ('policy' as const),
    oldTls: acceptsOldTls(kubelet, 'tlsMinVersion'),
  };
}

/** Whether nothing but the kubelet itself has signed its serving certificate. */
export function isSelfSigned({ kubelet }: NodeClass): boolean {
  return [kubelet.isTrue('serverTLSBootstrap'), kubelet.isSet('tlsCertFile')].every((answer) => answer === false);
}

/** The kubelet's own port; 10250 where nothing is known. */
export function kubeletPort({ kubelet }: NodeClass): number {
  const port = Number(kubelet.value('port'));
  return Number.isInteger(port) && port > 0 ? port : 10250;
}
