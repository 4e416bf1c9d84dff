import type { Topology } from '../domain/topology.ts';
import type { Translate } from '../i18n/translate.ts';
import type { Change } from '../remedies/change.ts';
import { limitCommands } from '../remedies/exposed.ts';
import { type Fix, rankFixes, smallestSet } from '../remedies/smallestSet.ts';
import { markdownBlocks } from './report/markdownReport.ts';
import { remedyBlocks } from './report/remedyBlocks.ts';

/** A change in the words of the contract. */
function changeRow({ component, key, value }: Change) {
  return { component, key, value };
}

function fixRow({ remedy, changes, closes, leavesOpen, breaks, order }: Fix, t: Translate) {
  return {
    id: remedy,
    title: t(`remedy.${remedy}.title`),
    changes: changes.map(changeRow),
    closes,
    leavesOpen,
    breaks: breaks.map((id) => t(`breaks.${id}`)),
    order,
  };
}

/** The smallest set, its alternatives, and the ranked remedies, as the JSON contract has them; see README. */
export function remediesJson(topology: Topology, t: Translate): string {
  const { plans, open, exposed } = smallestSet(topology);
  const [best, ...others] = plans;
  const report = {
    schemaVersion: 1,
    exposed,
    fixes: (best?.fixes ?? []).map((fix) => fixRow(fix, t)),
    alternatives: others.map(({ fixes }) => fixes.map(({ remedy }) => remedy)),
    ranked: rankFixes(topology).map(({ remedy, fixes, closes }) => ({
      id: remedy,
      connections: closes,
      fixes: fixes.map((fix) => fixRow(fix, t)),
    })),
    notClosable: open.map(({ path, count, because }) => ({
      path,
      count,
      because: t(`limit.${because}`),
      commands: limitCommands[because] ?? [],
    })),
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

/** The same for people. */
export function remediesMarkdown(topology: Topology, t: Translate): string {
  const blocks = remedyBlocks(smallestSet(topology), rankFixes(topology), topology.kubernetesVersion, t);
  return `${[`# ${t('fixes.title')}`, ...markdownBlocks(blocks, 2)].join('\n\n')}\n`;
}
