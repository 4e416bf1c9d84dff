import type { Connection } from '../analysis/connection.ts';
import type { Topology } from '../domain/topology.ts';
import { remarkLetters } from '../scene/sceneOptions.ts';
import type { Translate } from './translate.ts';

/** What a remark is about, in words: a path or the name of an element. */
function remarkSubject(target: string, topology: Topology, connections: readonly Connection[], t: Translate): string {
  const connection = connections.find((one) => one.id === target);
  if (connection)
    return `${connection.path} ${t(`path.${connection.path}.name`)} (${connection.client.name} → ${connection.server.name})`;
  const elements = [
    topology.controlPlanes,
    topology.nodes,
    topology.pods,
    topology.services,
    topology.outside,
    topology.extensions,
  ].flat();
  return elements.find((one) => one.id === target)?.name ?? target;
}

/**
 * What the letters in a picture stand for, one line for each text. Remarks that say the same share a line.
 * @param connections every connection, whichever are drawn
 * @param drawn letters that stand in the picture
 */
export function remarkLines(
  topology: Topology,
  connections: readonly Connection[],
  drawn: ReadonlySet<string>,
  t: Translate,
): readonly string[] {
  const said = new Map<string, { readonly letters: string[]; readonly subjects: string[] }>();
  for (const [target, letter] of remarkLetters(topology.remarks)) {
    const remark = topology.remarks[target];
    if (!remark || !drawn.has(letter)) continue;
    const words = `${t(`remark.${remark.kind}`)}. ${remark.text}`.trim();
    const line = said.get(words) ?? { letters: [], subjects: [] };
    line.letters.push(letter);
    line.subjects.push(remarkSubject(target, topology, connections, t));
    said.set(words, line);
  }
  return [...said].map(([words, { letters, subjects }]) => {
    const more = subjects.length - mostSubjects;
    const about = subjects.slice(0, mostSubjects).join(', ') + (more > 0 ? ` … +${more}` : '');
    return `${letters.join(', ')}  ${about}: ${words}`;
  });
}

/** Of one line; the others are counted. */
const mostSubjects = 3;
