import type { Connection } from '../analysis/connection.ts';
import type { Exposure } from '../analysis/rules.ts';
import { worthOf } from '../catalog/communicationPaths.ts';
import type { SourceTag } from '../catalog/sources.ts';
import { isOpenKubelet } from './consequence.ts';

/** The six kinds of threat of STRIDE that an exposure can be; nobody in the middle needs a name for the others. */
export const threats = ['spoofing', 'tampering', 'information-disclosure', 'elevation-of-privilege'] as const;
export type Threat = (typeof threats)[number];

export const threatsOf: Readonly<Record<Exposure, readonly Threat[]>> = {
  eavesdrop: ['information-disclosure'],
  tamper: ['tampering'],
  'impersonate-server': ['spoofing'],
  'impersonate-client': ['spoofing', 'elevation-of-privilege'],
  'credential-replay': ['information-disclosure', 'spoofing'],
  downgrade: ['information-disclosure', 'tampering'],
};

/** Names of MITRE ATT&CK (Enterprise), which are not translated. */
export const techniques = {
  T1040: 'Network Sniffing',
  T1133: 'External Remote Services',
  T1528: 'Steal Application Access Token',
  'T1550.001': 'Application Access Token',
  T1552: 'Unsecured Credentials',
  T1557: 'Adversary-in-the-Middle',
  'T1565.002': 'Transmitted Data Manipulation',
  T1609: 'Container Administration Command',
  T1613: 'Container and Resource Discovery',
} as const;
export type TechniqueId = keyof typeof techniques;

export const techniquesSource: SourceTag = 'ATTACK';

export function techniqueUrl(id: TechniqueId): string {
  return `https://attack.mitre.org/techniques/${id.replace('.', '/')}/`;
}

/** Which techniques an exposure of a connection is; the same exposure differs by how it comes about. */
export function techniquesOf(connection: Connection, exposure: Exposure): readonly TechniqueId[] {
  const { path, exposure: lists, hop } = connection;
  const isOpen = lists.offPath.includes('impersonate-client');
  switch (exposure) {
    case 'eavesdrop': {
      const how: readonly TechniqueId[] = lists.passive.includes('eavesdrop') ? ['T1040', 'T1557'] : ['T1557'];
      const found: readonly TechniqueId[] = worthOf(path) === 'etcd' ? [...how, 'T1552'] : how;
      return worthOf(path) === 'read-only' ? [...found, 'T1613'] : found;
    }
    case 'tamper':
      return ['T1557', 'T1565.002'];
    case 'impersonate-server':
    case 'downgrade':
      return ['T1557'];
    case 'impersonate-client': {
      if (!isOpen) return hop.cred === 'bearer' || hop.cred === 'bootstrap' ? ['T1550.001'] : ['T1557'];
      if (worthOf(path) === 'read-only') return ['T1613'];
      if (worthOf(path) === 'etcd') return ['T1552'];
      if (worthOf(path) === 'insecure-port') return ['T1133', 'T1609'];
      return isOpenKubelet(connection) ? ['T1133', 'T1609'] : [];
    }
    case 'credential-replay':
      return hop.cred === 'basic' ? ['T1557'] : ['T1528', 'T1550.001'];
  }
}
