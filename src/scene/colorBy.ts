import type { Connection } from '../analysis/connection.ts';
import type { Status } from '../analysis/rules.ts';

export const colorByValues = ['overall', 'encryption', 'server', 'client', 'integrity'] as const;
export type ColorBy = (typeof colorByValues)[number];

/** The status that a connection is drawn as: its own, or that of one facet in the words of a status. */
export function displayStatus(connection: Connection, colorBy: ColorBy): Status {
  switch (colorBy) {
    case 'overall':
      return connection.status;
    case 'encryption':
      return byEncryption[connection.encryption];
    case 'integrity':
      return byIntegrity[connection.integrity];
    case 'server':
      return byServer(connection);
    case 'client':
      return byClient(connection);
  }
}

const byEncryption = {
  verified: 'protected',
  opportunistic: 'unverified',
  none: 'plaintext',
  local: 'local',
  unknown: 'unknown',
} as const;

const byIntegrity = {
  full: 'protected',
  'passive-only': 'unverified',
  none: 'plaintext',
  local: 'local',
  unknown: 'unknown',
} as const;

function byServer({ serverAuthentication }: Connection): Status {
  if (serverAuthentication === 'unknown') return 'unknown';
  if (serverAuthentication === 'os-permissions') return 'local';
  return serverAuthentication === 'none' ? 'unverified' : 'protected';
}

function byClient({ clientAuthentication, encryption }: Connection): Status {
  if (clientAuthentication === 'unknown') return 'unknown';
  if (encryption === 'local') return 'local';
  return clientAuthentication === 'none' ? 'open' : 'protected';
}
