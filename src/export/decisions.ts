import type { Connection } from '../analysis/connection.ts';
import type { Remark, Topology } from '../domain/topology.ts';
import type { Translate } from '../i18n/translate.ts';

/** What somebody decided about a connection: at itself, or at every element of one of its ends. Its class stays what it is. */
export function decisionOn({ remarks }: Topology, { id, client, server }: Connection): Remark | null {
  const decided = (target: string) => {
    const remark = remarks[target];
    return remark && remark.kind !== 'note' ? remark : null;
  };
  const ofEnd = (members: readonly string[]) =>
    members.length > 0 && members.every((member) => decided(member)) ? decided(members[0] ?? '') : null;
  return decided(id) ?? ofEnd(client.members) ?? ofEnd(server.members);
}

/** Why somebody decided so; that he gave no reason, where he gave none. */
export function reasonGiven({ text }: Remark, t: Translate): string {
  return text.trim() || t('remark.no-reason');
}
