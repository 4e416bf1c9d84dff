import { type Credential, type KnownHop, networkHop, type Verify } from '../../analysis/hop.ts';
import type { TlsVersion } from './exchange.ts';

/** One setup of the laboratory: a hop, and the version of TLS where it has one. */
export type Combination = { readonly hop: KnownHop; readonly version: TlsVersion | null };

const servers = [
  { clientAuthPolicy: 'required', authz: 'policy' },
  { clientAuthPolicy: 'required', authz: 'none' },
  { clientAuthPolicy: 'optional', authz: 'policy' },
  { clientAuthPolicy: 'optional', authz: 'none' },
  { clientAuthPolicy: 'open', authz: 'none' },
] as const;
const tlsChecks: readonly Verify[] = ['none', 'chain', 'name', 'roots', 'pin'];
const tlsCredentials: readonly Credential[] = ['none', 'x509', 'bearer', 'basic'];
const plainCredentials: readonly Credential[] = ['none', 'bearer', 'basic'];
const versions: readonly TlsVersion[] = ['TLSv1.2', 'TLSv1.3'];

/** Every combination of the rules' inputs that TCP and TLS can realize on a network. */
export const combinations: readonly Combination[] = [
  ...plainCredentials.flatMap((cred) =>
    servers.map((server): Combination => {
      const hop: KnownHop = { ...networkHop, ...server, proto: 'plain', verify: 'none', cred };
      return { hop, version: null };
    }),
  ),
  ...tlsChecks.flatMap((verify) =>
    tlsCredentials.flatMap((cred) =>
      servers.flatMap((server) =>
        versions.map((version): Combination => ({ hop: { ...networkHop, ...server, verify, cred }, version })),
      ),
    ),
  ),
];

/** Channels that are led through every kind of tunnel. */
export const innerChannels: readonly KnownHop[] = [
  { ...networkHop, proto: 'plain', verify: 'none', cred: 'none', clientAuthPolicy: 'open', authz: 'none' },
  { ...networkHop, proto: 'plain', verify: 'none', cred: 'bearer' },
  { ...networkHop, verify: 'none', cred: 'none', clientAuthPolicy: 'open', authz: 'none' },
  { ...networkHop, verify: 'none', cred: 'x509' },
  { ...networkHop, verify: 'none', cred: 'x509', clientAuthPolicy: 'optional', authz: 'none' },
  { ...networkHop, verify: 'none', cred: 'bearer', clientAuthPolicy: 'optional' },
  { ...networkHop, verify: 'chain', cred: 'x509' },
  { ...networkHop, verify: 'name', cred: 'x509' },
  { ...networkHop, verify: 'name', cred: 'none', clientAuthPolicy: 'open', authz: 'none' },
];

/** SSH with and without the host key, by key and by password. */
export const sshSetups = [true, false].flatMap((checksHostKey) =>
  (['sshkey', 'basic'] as const).map((credential) => ({ checksHostKey, credential })),
);
