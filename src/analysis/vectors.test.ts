import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { channelSecurity } from './channelSecurity.ts';
import { type KnownHop, networkHop } from './hop.ts';
import type { Exposure } from './rules.ts';
import * as rules from './rules.ts';
import { tunnelOf } from './tunnel.ts';

/*
 * The decision vectors of the catalog for single hops and the 32 for tunnels, derived apart from this code. Exposures: E eavesdrop,
 * T tamper, S impersonate the server, C impersonate the client, R steal a credential, D downgrade.
 */
const letters: Readonly<Record<string, Exposure>> = {
  E: 'eavesdrop',
  T: 'tamper',
  S: 'impersonate-server',
  C: 'impersonate-client',
  R: 'credential-replay',
  D: 'downgrade',
};

const spelt = (short: string): readonly Exposure[] => [...short].flatMap((letter) => letters[letter] ?? []);

type Vector = readonly [
  string,
  string,
  Partial<KnownHop>,
  string,
  string,
  string,
  string,
  boolean,
  string,
  string,
  string,
];

// biome-ignore format: one vector a line
const vectors: readonly Vector[] = [
  ['V01', 'P01', { proto: 'tls', verify: 'name', cred: 'x509', clientAuthPolicy: 'optional', authz: 'policy' }, 'verified', 'name', 'x509', 'full', false, '', '', ''],
  ['V02', 'P01', { proto: 'tls', verify: 'none', cred: 'x509', clientAuthPolicy: 'optional', authz: 'policy' }, 'opportunistic', 'none', 'x509', 'passive-only', false, '', 'ETS', ''],
  ['V03', 'P01', { proto: 'tls', verify: 'name', cred: 'bearer', clientAuthPolicy: 'optional', authz: 'policy' }, 'verified', 'name', 'bearer', 'full', false, '', '', ''],
  ['V04', 'P01', { proto: 'tls', verify: 'none', cred: 'bearer', clientAuthPolicy: 'optional', authz: 'policy' }, 'opportunistic', 'none', 'bearer', 'passive-only', true, '', 'ETSCR', ''],
  ['V05', 'P02', { proto: 'tls', verify: 'name', cred: 'bootstrap', clientAuthPolicy: 'optional', authz: 'policy' }, 'verified', 'name', 'bootstrap', 'full', false, '', '', ''],
  ['V06', 'P02', { proto: 'tls', verify: 'none', cred: 'bootstrap', clientAuthPolicy: 'optional', authz: 'policy' }, 'opportunistic', 'none', 'bootstrap', 'passive-only', true, '', 'ETSCR', ''],
  ['V07', 'P02', { proto: 'tls', verify: 'pin', cred: 'bootstrap', clientAuthPolicy: 'optional', authz: 'policy' }, 'verified', 'pin', 'bootstrap', 'full', false, '', '', ''],
  ['V08', 'P02', { proto: 'tls', verify: 'none', cred: 'none', clientAuthPolicy: 'required', authz: 'policy' }, 'opportunistic', 'none', 'none', 'passive-only', false, '', 'ETS', ''],
  ['V09', 'P03', { proto: 'tls', verify: 'name', cred: 'bearer', clientAuthPolicy: 'optional', authz: 'policy' }, 'verified', 'name', 'bearer', 'full', false, '', '', ''],
  ['V10', 'P03', { proto: 'tls', verify: 'none', cred: 'bearer', clientAuthPolicy: 'optional', authz: 'policy' }, 'opportunistic', 'none', 'bearer', 'passive-only', true, '', 'ETSCR', ''],
  ['V11', 'P04', { proto: 'tls', verify: 'name', cred: 'bearer', clientAuthPolicy: 'optional', authz: 'policy' }, 'verified', 'name', 'bearer', 'full', false, '', '', ''],
  ['V12', 'P04', { proto: 'tls', verify: 'none', cred: 'bearer', clientAuthPolicy: 'optional', authz: 'policy' }, 'opportunistic', 'none', 'bearer', 'passive-only', true, '', 'ETSCR', ''],
  ['V13', 'P04', { proto: 'tls', verify: 'name', cred: 'none', clientAuthPolicy: 'optional', authz: 'policy' }, 'verified', 'name', 'none', 'full', false, '', '', ''],
  ['V14', 'P04', { proto: 'tls', verify: 'name', cred: 'bearer', clientAuthPolicy: 'required', authz: 'none' }, 'verified', 'name', 'bearer', 'full', false, '', '', ''],
  ['V15', 'P05-07', { proto: 'tls', verify: 'name', cred: 'x509', clientAuthPolicy: 'optional', authz: 'policy' }, 'verified', 'name', 'x509', 'full', false, '', '', ''],
  ['V16', 'P05-07', { medium: 'loopback', proto: 'plain', cred: 'none', clientAuthPolicy: 'open', authz: 'none', verify: 'none' }, 'local', 'os-permissions', 'none', 'local', false, '', 'C', 'C'],
  ['V17', 'P05-07', { proto: 'plain', cred: 'none', clientAuthPolicy: 'open', authz: 'none', verify: 'none' }, 'none', 'none', 'none', 'none', true, 'E', 'ETSC', 'C'],
  ['V18', 'P08-10', { proto: 'tls', verify: 'none', cred: 'x509', clientAuthPolicy: 'required', authz: 'policy' }, 'opportunistic', 'none', 'x509', 'passive-only', false, '', 'ETS', ''],
  ['V19', 'P08-10', { proto: 'tls', verify: 'name', cred: 'x509', clientAuthPolicy: 'required', authz: 'policy' }, 'verified', 'name', 'x509', 'full', false, '', '', ''],
  ['V20', 'P08-10', { proto: 'tls', verify: 'none', cred: 'x509', clientAuthPolicy: 'optional', authz: 'none' }, 'opportunistic', 'none', 'x509', 'passive-only', true, '', 'ETSC', 'C'],
  ['V21', 'P08-10', { proto: 'tls', verify: 'name', cred: 'x509', clientAuthPolicy: 'optional', authz: 'none' }, 'verified', 'name', 'x509', 'full', false, '', 'C', 'C'],
  ['V22', 'P08-10', { proto: 'tls', verify: 'name', cred: 'none', clientAuthPolicy: 'required', authz: 'policy' }, 'verified', 'name', 'none', 'full', false, '', '', ''],
  ['V23', 'P08', { proto: 'tls', verify: 'none', cred: 'x509', clientAuthPolicy: 'required', authz: 'policy', perRequestSkip: true }, 'opportunistic', 'none', 'x509', 'passive-only', false, '', 'ETSD', ''],
  ['V24', 'P08', { proto: 'tls', verify: 'name', cred: 'x509', clientAuthPolicy: 'required', authz: 'policy', perRequestSkip: true }, 'verified', 'name', 'x509', 'full', false, '', 'D', ''],
  ['V25', 'P08-10', { proto: 'tls', verify: 'none', cred: 'x509', clientAuthPolicy: 'optional', authz: 'policy' }, 'opportunistic', 'none', 'x509', 'passive-only', false, '', 'ETS', ''],
  ['V26', 'P08-10', { proto: 'plain', cred: 'none', clientAuthPolicy: 'open', authz: 'none', verify: 'none' }, 'none', 'none', 'none', 'none', true, 'E', 'ETSC', 'C'],
  ['V27', 'P11', { proto: 'tls', verify: 'none', cred: 'x509', clientAuthPolicy: 'required', authz: 'policy' }, 'opportunistic', 'none', 'x509', 'passive-only', false, '', 'ETS', ''],
  ['V28', 'P11', { proto: 'tls', verify: 'name', cred: 'x509', clientAuthPolicy: 'required', authz: 'policy' }, 'verified', 'name', 'x509', 'full', false, '', '', ''],
  ['V29', 'P12', { proto: 'plain', cred: 'none', clientAuthPolicy: 'open', authz: 'none', verify: 'none' }, 'none', 'none', 'none', 'none', true, 'E', 'ETSC', 'C'],
  ['V30', 'P13', { proto: 'tls', verify: 'none', cred: 'none', clientAuthPolicy: 'open', authz: 'none' }, 'opportunistic', 'none', 'none', 'passive-only', true, '', 'ETSC', 'C'],
  ['V31', 'P14', { proto: 'plain', cred: 'none', clientAuthPolicy: 'open', authz: 'none', verify: 'none' }, 'none', 'none', 'none', 'none', true, 'E', 'ETSC', 'C'],
  ['V32', 'P15', { proto: 'tls', verify: 'none', cred: 'none', clientAuthPolicy: 'open', authz: 'none' }, 'opportunistic', 'none', 'none', 'passive-only', true, '', 'ETSC', 'C'],
  ['V33', 'P16', { proto: 'plain', cred: 'none', clientAuthPolicy: 'open', authz: 'none', verify: 'none' }, 'none', 'none', 'none', 'none', true, 'E', 'ETSC', 'C'],
  ['V34', 'P17', { proto: 'tls', verify: 'none', cred: 'none', clientAuthPolicy: 'open', authz: 'none' }, 'opportunistic', 'none', 'none', 'passive-only', true, '', 'ETSC', 'C'],
  ['V35', 'P17', { proto: 'tls', verify: 'none', cred: 'basic', clientAuthPolicy: 'required', authz: 'policy' }, 'opportunistic', 'none', 'basic', 'passive-only', true, '', 'ETSCR', ''],
  ['V36', 'P17', { proto: 'tls', verify: 'none', cred: 'none', clientAuthPolicy: 'required', authz: 'policy' }, 'opportunistic', 'none', 'none', 'passive-only', false, '', 'ETS', ''],
  ['V37', 'P18', { proto: 'ssh', verify: 'none', cred: 'sshkey', clientAuthPolicy: 'required', authz: 'policy' }, 'opportunistic', 'none', 'sshkey', 'passive-only', false, '', 'ETS', ''],
  ['V38', 'P18', { proto: 'ssh', verify: 'hostkey', cred: 'sshkey', clientAuthPolicy: 'required', authz: 'policy' }, 'verified', 'hostkey', 'sshkey', 'full', false, '', '', ''],
  ['V39', 'P20', { medium: 'uds', proto: 'plain', cred: 'none', clientAuthPolicy: 'open', authz: 'none', verify: 'none' }, 'local', 'os-permissions', 'none', 'local', false, '', '', ''],
  ['V40', 'P20', { proto: 'tls', verify: 'name', cred: 'x509', clientAuthPolicy: 'required', authz: 'none' }, 'verified', 'name', 'x509', 'full', false, '', '', ''],
  ['V41', 'P21', { proto: 'tls', verify: 'name', cred: 'x509', clientAuthPolicy: 'required', authz: 'none' }, 'verified', 'name', 'x509', 'full', false, '', '', ''],
  ['V42', 'P21', { proto: 'tls', verify: 'name', cred: 'bearer', clientAuthPolicy: 'required', authz: 'policy' }, 'verified', 'name', 'bearer', 'full', false, '', '', ''],
  ['V43', 'P21', { proto: 'tls', verify: 'name', cred: 'none', clientAuthPolicy: 'open', authz: 'none' }, 'verified', 'name', 'none', 'full', false, '', 'C', 'C'],
  ['V44', 'A01', { proto: 'tls', verify: 'name', cred: 'x509', clientAuthPolicy: 'required', authz: 'none' }, 'verified', 'name', 'x509', 'full', false, '', '', ''],
  ['V45', 'A01', { medium: 'loopback', proto: 'plain', cred: 'none', clientAuthPolicy: 'open', authz: 'none', verify: 'none' }, 'local', 'os-permissions', 'none', 'local', false, '', 'C', 'C'],
  ['V46', 'A01', { proto: 'plain', cred: 'none', clientAuthPolicy: 'open', authz: 'none', verify: 'none' }, 'none', 'none', 'none', 'none', true, 'E', 'ETSC', 'C'],
  ['V47', 'A01', { proto: 'tls', verify: 'name', cred: 'none', clientAuthPolicy: 'open', authz: 'none' }, 'verified', 'name', 'none', 'full', false, '', 'C', 'C'],
  ['V48', 'A02', { proto: 'tls', verify: 'name', cred: 'x509', clientAuthPolicy: 'required', authz: 'none' }, 'verified', 'name', 'x509', 'full', false, '', '', ''],
  ['V49', 'A02', { proto: 'tls', verify: 'none', cred: 'none', clientAuthPolicy: 'open', authz: 'none' }, 'opportunistic', 'none', 'none', 'passive-only', true, '', 'ETSC', 'C'],
  ['V50', 'A03', { proto: 'tls', verify: 'name', cred: 'x509', clientAuthPolicy: 'optional', authz: 'policy' }, 'verified', 'name', 'x509', 'full', false, '', '', ''],
  ['V51', 'A03', { proto: 'tls', verify: 'none', cred: 'bearer', clientAuthPolicy: 'optional', authz: 'policy' }, 'opportunistic', 'none', 'bearer', 'passive-only', true, '', 'ETSCR', ''],
  ['V52', 'A03', { proto: 'tls', verify: 'none', cred: 'x509', clientAuthPolicy: 'optional', authz: 'policy' }, 'opportunistic', 'none', 'x509', 'passive-only', false, '', 'ETS', ''],
  ['V53', 'A04', { proto: 'tls', verify: 'name', cred: 'x509', clientAuthPolicy: 'optional', authz: 'policy' }, 'verified', 'name', 'x509', 'full', false, '', '', ''],
  ['V54', 'A04', { proto: 'tls', verify: 'none', cred: 'bearer', clientAuthPolicy: 'optional', authz: 'policy' }, 'opportunistic', 'none', 'bearer', 'passive-only', true, '', 'ETSCR', ''],
  ['V55', 'A05', { proto: 'tls', verify: 'name', cred: 'none', clientAuthPolicy: 'open', authz: 'none' }, 'verified', 'name', 'none', 'full', false, '', 'C', 'C'],
  ['V56', 'A05', { proto: 'tls', verify: 'name', cred: 'x509', clientAuthPolicy: 'required', authz: 'policy' }, 'verified', 'name', 'x509', 'full', false, '', '', ''],
  ['V57', 'A06', { proto: 'tls', verify: 'name', cred: 'frontproxy', clientAuthPolicy: 'required', authz: 'policy' }, 'verified', 'name', 'frontproxy', 'full', false, '', '', ''],
  ['V58', 'A06', { proto: 'tls', verify: 'none', cred: 'frontproxy', clientAuthPolicy: 'required', authz: 'policy' }, 'opportunistic', 'none', 'frontproxy', 'passive-only', false, '', 'ETS', ''],
  ['V59', 'A09', { proto: 'tls', verify: 'name', cred: 'bearer', clientAuthPolicy: 'required', authz: 'policy' }, 'verified', 'name', 'bearer', 'full', false, '', '', ''],
  ['V60', 'A09', { proto: 'tls', verify: 'none', cred: 'bearer', clientAuthPolicy: 'required', authz: 'policy' }, 'opportunistic', 'none', 'bearer', 'passive-only', true, '', 'ETSCR', ''],
  ['V61', 'A09', { proto: 'plain', cred: 'none', clientAuthPolicy: 'open', authz: 'none', verify: 'none' }, 'none', 'none', 'none', 'none', true, 'E', 'ETSC', 'C'],
  ['V62', 'A10', { medium: 'uds', proto: 'plain', cred: 'none', clientAuthPolicy: 'open', authz: 'none', verify: 'none' }, 'local', 'os-permissions', 'none', 'local', false, '', '', ''],
  ['V63', 'A11', { medium: 'loopback', proto: 'plain', cred: 'none', clientAuthPolicy: 'open', authz: 'none', verify: 'none' }, 'local', 'os-permissions', 'none', 'local', false, '', 'C', 'C'],
  ['V64', 'A11', { proto: 'tls', verify: 'none', cred: 'none', clientAuthPolicy: 'open', authz: 'none' }, 'opportunistic', 'none', 'none', 'passive-only', true, '', 'ETSC', 'C'],
  ['V65', 'A12', { proto: 'plain', cred: 'none', clientAuthPolicy: 'open', authz: 'none', verify: 'none' }, 'none', 'none', 'none', 'none', true, 'E', 'ETSC', 'C'],
  ['V66', 'A14', { proto: 'plain', cred: 'none', clientAuthPolicy: 'open', authz: 'none', verify: 'none' }, 'none', 'none', 'none', 'none', true, 'E', 'ETSC', 'C'],
  ['V67', 'A14', { proto: 'tls', verify: 'name', cred: 'x509', clientAuthPolicy: 'required', authz: 'policy' }, 'verified', 'name', 'x509', 'full', false, '', '', ''],
  ['V68', 'A16', { proto: 'plain', cred: 'none', clientAuthPolicy: 'open', authz: 'none', verify: 'none' }, 'none', 'none', 'none', 'none', true, 'E', 'ETSC', 'C'],
  ['V69', 'A17', { proto: 'tls', verify: 'roots', cred: 'basic', clientAuthPolicy: 'required', authz: 'policy' }, 'verified', 'roots', 'basic', 'full', false, '', '', ''],
  ['V70', 'A17', { proto: 'tls', verify: 'none', cred: 'basic', clientAuthPolicy: 'required', authz: 'policy' }, 'opportunistic', 'none', 'basic', 'passive-only', true, '', 'ETSCR', ''],
  ['V71', 'A17', { proto: 'plain', cred: 'basic', clientAuthPolicy: 'required', authz: 'policy', verify: 'none' }, 'none', 'none', 'basic', 'none', true, 'ER', 'ETSCR', ''],
  ['V72', 'any', { proto: 'tls', verify: 'name', cred: 'x509', clientAuthPolicy: 'required', authz: 'policy', oldTls: true }, 'verified', 'name', 'x509', 'full', false, '', 'D', ''],
  ['V73', 'A13', { proto: 'plain', cred: 'none', clientAuthPolicy: 'open', authz: 'none', verify: 'none' }, 'none', 'none', 'none', 'none', true, 'E', 'ETSC', 'C'],
  ['V74', 'A08', { proto: 'tls', verify: 'name', cred: 'frontproxy', clientAuthPolicy: 'required', authz: 'policy' }, 'verified', 'name', 'frontproxy', 'full', false, '', '', ''],
  ['V75', 'A21', { proto: 'tls', verify: 'name', cred: 'x509', clientAuthPolicy: 'required', authz: 'policy' }, 'verified', 'name', 'x509', 'full', false, '', '', ''],
  ['V76', 'A23', { proto: 'tls', verify: 'roots', cred: 'none', clientAuthPolicy: 'open', authz: 'none' }, 'verified', 'roots', 'none', 'full', false, '', 'C', 'C'],
  ['V77', 'A13', { medium: 'reachable-loopback', proto: 'plain', cred: 'none', clientAuthPolicy: 'open', authz: 'none', verify: 'none' }, 'local', 'os-permissions', 'none', 'local', false, '', 'C', 'C'],
  ['V78', 'A22', { medium: 'reachable-loopback', proto: 'tls', verify: 'name', cred: 'x509', clientAuthPolicy: 'required', authz: 'none' }, 'local', 'os-permissions', 'x509', 'local', false, '', '', ''],
];

test('there are no fewer vectors than the README counts', () => {
  const readme = readFileSync('README.md', 'utf8');
  const [, hops, tunnels] = /(\d+) decision vectors for single connections and (\d+) for tunnels/.exec(readme) ?? [];
  expect([vectors.length, tunnelVectors.length].map(String)).toEqual([hops, tunnels]);
});

test.each(vectors.map((row) => ({ id: row[0], path: row[1], row })))('$id $path', ({ row }) => {
  const [, , inputs, encryption, server, client, integrity, relay, passive, active, offPath] = row;
  const hop: KnownHop = { ...networkHop, ...inputs };
  const channel = channelSecurity(hop);
  expect([channel.encryption, channel.serverAuthentication, channel.clientAuthentication, channel.integrity]).toEqual([
    encryption,
    server,
    client,
    integrity,
  ]);
  expect(channel.exposure).toEqual({ passive: spelt(passive), active: spelt(active), offPath: spelt(offPath), relay });
});

test('R12: encryption alone is never protected', () => {
  const verified = { ...networkHop, cred: 'x509' } as const;
  expect(rules.status(verified, false)).toBe('protected');
  expect(rules.status({ ...verified, verify: 'none' }, false)).toBe('unverified');
  expect(rules.status({ ...verified, proto: 'plain' }, false)).toBe('plaintext');
  expect(rules.status({ ...verified, cred: 'none' }, false)).toBe('open');
  expect(rules.status({ ...verified, authz: 'none' }, false)).toBe('open');
  expect(rules.status({ ...verified, authz: 'none' }, true)).toBe('protected');
  expect(rules.status({ ...verified, medium: 'uds' }, false)).toBe('local');
});

test('R12: what an old kubelet leaves open on the loopback address is open, if it asks for nothing (CVE-2020-8558)', () => {
  const plain = { ...networkHop, proto: 'plain', verify: 'none', clientAuthPolicy: 'open', authz: 'none' } as const;
  expect(rules.status({ ...plain, medium: 'loopback' }, false)).toBe('local');
  expect(rules.status({ ...plain, medium: 'reachable-loopback' }, false)).toBe('open');
  expect(rules.status({ ...networkHop, cred: 'x509', medium: 'reachable-loopback' }, false)).toBe('local');
  expect(channelSecurity({ ...plain, medium: 'loopback-perhaps-reachable' }).status).toBe('unknown');
});

test('R11: the documented verdicts', () => {
  expect(rules.isSafeOnUntrustedNetwork({ ...networkHop, cred: 'x509' })).toBe(true);
  expect(rules.isSafeOnUntrustedNetwork({ ...networkHop, cred: 'x509', verify: 'none' })).toBe(false);
  expect(rules.isSafeOnUntrustedNetwork({ ...networkHop, clientAuthPolicy: 'open' })).toBe(false);
});

test('what is not known is unknown, and never protected', () => {
  const channel = channelSecurity({ ...networkHop, cred: 'x509', verify: 'unknown' });
  expect([channel.status, channel.encryption, channel.integrity]).toEqual(['unknown', 'unknown', 'unknown']);
  expect(channel.exposure.active).toEqual(['unknown']);
});

const sshOuter = channelSecurity({ ...networkHop, proto: 'ssh', verify: 'none', cred: 'sshkey' });
const outers = {
  ssh: sshOuter,
  mtls: channelSecurity({ ...networkHop, cred: 'x509', authz: 'none' }),
  token: channelSecurity({ ...networkHop, cred: 'bearer' }),
  open: channelSecurity({ ...networkHop, clientAuthPolicy: 'open', authz: 'none' }),
};
const proxied = { ...networkHop, verify: 'none', clientAuthPolicy: 'open', authz: 'none' } as const;
const inners = {
  'kubelet-unverified': channelSecurity({ ...networkHop, cred: 'x509', verify: 'none' }),
  'kubelet-verified': channelSecurity({ ...networkHop, cred: 'x509' }),
  'logs that may skip': channelSecurity({ ...networkHop, cred: 'x509', perRequestSkip: true }),
  http: channelSecurity({ ...proxied, proto: 'plain' }),
  https: channelSecurity(proxied),
};

type TunnelVector = readonly [
  string,
  keyof typeof outers,
  keyof typeof inners,
  boolean,
  string,
  string,
  string,
  string,
  string,
];

// biome-ignore format: one vector a line
const tunnelVectors: readonly TunnelVector[] = [
  ['T01', 'ssh', 'kubelet-unverified', true, '', 'ETS', 'ETS', '', ''],
  ['T02', 'ssh', 'kubelet-unverified', false, '', 'ETS', 'ETS', '', 'ETS'],
  ['T03', 'ssh', 'kubelet-verified', true, '', '', '', '', ''],
  ['T04', 'ssh', 'kubelet-verified', false, '', '', '', '', ''],
  ['T05', 'ssh', 'http', true, '', 'ETSC', 'ETSC', '', ''],
  ['T06', 'ssh', 'http', false, '', 'ETSC', 'ETSC', 'E', 'ETSC'],
  ['T07', 'ssh', 'https', true, '', 'ETSC', 'ETSC', '', ''],
  ['T08', 'ssh', 'https', false, '', 'ETSC', 'ETSC', '', 'ETSC'],
  ['T09', 'mtls', 'kubelet-unverified', true, '', '', 'ETS', '', ''],
  ['T10', 'mtls', 'kubelet-unverified', false, '', '', 'ETS', '', 'ETS'],
  ['T11', 'mtls', 'kubelet-verified', true, '', '', '', '', ''],
  ['T12', 'mtls', 'kubelet-verified', false, '', '', '', '', ''],
  ['T13', 'mtls', 'http', true, '', '', 'ETSC', '', ''],
  ['T14', 'mtls', 'http', false, '', '', 'ETSC', 'E', 'ETSC'],
  ['T15', 'mtls', 'https', true, '', '', 'ETSC', '', ''],
  ['T16', 'mtls', 'https', false, '', '', 'ETSC', '', 'ETSC'],
  ['T17', 'token', 'kubelet-unverified', true, '', '', 'ETS', '', ''],
  ['T18', 'token', 'kubelet-unverified', false, '', '', 'ETS', '', 'ETS'],
  ['T19', 'token', 'kubelet-verified', true, '', '', '', '', ''],
  ['T20', 'token', 'kubelet-verified', false, '', '', '', '', ''],
  ['T21', 'token', 'http', true, '', '', 'ETSC', '', ''],
  ['T22', 'token', 'http', false, '', '', 'ETSC', 'E', 'ETSC'],
  ['T23', 'token', 'https', true, '', '', 'ETSC', '', ''],
  ['T24', 'token', 'https', false, '', '', 'ETSC', '', 'ETSC'],
  ['T25', 'open', 'kubelet-unverified', true, '', '', 'ETS', '', ''],
  ['T26', 'open', 'kubelet-unverified', false, '', '', 'ETS', '', 'ETS'],
  ['T27', 'open', 'kubelet-verified', true, '', '', '', '', ''],
  ['T28', 'open', 'kubelet-verified', false, '', '', '', '', ''],
  ['T29', 'open', 'http', true, '', '', 'ETSC', '', ''],
  ['T30', 'open', 'http', false, '', '', 'ETSC', 'E', 'ETSC'],
  ['T31', 'open', 'https', true, '', '', 'ETSC', '', ''],
  ['T32', 'open', 'https', false, '', '', 'ETSC', '', 'ETSC'],
];

/** The user's own switch works inside of a tunnel, too; the catalog has it only without one (V24). */
const skippingVectors: readonly TunnelVector[] = [
  ['S01', 'ssh', 'logs that may skip', true, '', 'D', 'D', '', ''],
  ['S02', 'mtls', 'logs that may skip', false, '', '', 'D', '', 'D'],
  ['S03', 'mtls', 'logs that may skip', true, '', '', 'D', '', ''],
];

test.each([...tunnelVectors, ...skippingVectors])(
  '%s %s around %s, ends on the target’s host: %s',
  (_id, outer, inner, endsOnTargetHost, ...expected) => {
    const [passive, active, end, lastPassive, lastActive] = expected.map(spelt);
    const { segments } = tunnelOf({
      kind: outer === 'ssh' ? 'ssh' : 'konnectivity',
      entry: null,
      outer: outers[outer],
      inner: inners[inner],
      endsOnTargetHost,
    });
    expect(segments).toEqual([
      { segment: 'tunnel', passive, active },
      { segment: 'tunnel-end', passive: [], active: end },
      { segment: 'last-hop', passive: lastPassive, active: lastActive },
    ]);
  },
);
