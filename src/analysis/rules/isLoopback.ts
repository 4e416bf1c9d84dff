import { hostOf } from '../../domain/hostOf.ts';

/** Whether an address or URL, with or without a port, stays on the machine. */
export function isLoopback(address: string): boolean {
  return /^(127(\.\d+){3}|localhost|::1|::ffff:127(\.\d+){3})$/i.test(hostOf(address));
}
