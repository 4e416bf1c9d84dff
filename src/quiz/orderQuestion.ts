import type { Connection } from '../analysis/connection.ts';
import { type Playback, playbackOf } from '../attack/playback.ts';
import type { Topology } from '../domain/topology.ts';
import { remedyFacts } from '../remedies/remedyFacts.ts';
import { type RemedyId, remedyIds } from '../remedies/remedyIds.ts';
import { changesOf } from '../remedies/resolveRemedy.ts';
import { scenario } from '../scenarios/scenarios.ts';
import { analysisOf } from './analysisOf.ts';
import { askable } from './pathsQuestion.ts';
import { bootstrapSteps, type Level, type OrderItem, type OrderQuestion } from './question.ts';
import { layerOf, quizCluster } from './quizCluster.ts';
import { oneOf, type Random, shuffled } from './seededRandom.ts';

const itemCount: Readonly<Record<Level, number>> = { 1: 4, 2: 5, 3: 6 };

type Ordered = Pick<OrderQuestion, 'of' | 'connection' | 'topology'> & { readonly items: readonly OrderItem[] };

/** Put steps in order; null where this draw has no such question. */
export function orderQuestion(random: Random, level: Level): OrderQuestion | null {
  const kind = oneOf(random, ['attack', 'attack', 'listening', 'remedy', 'bootstrap'] as const);
  const ordered =
    kind === 'remedy'
      ? oneOf(random, remedyChains(scenario(oneOf(random, ['documentation', 'kubeadm', 'ha'] as const) ?? 'kubeadm')))
      : kind === 'bootstrap'
        ? bootstrap()
        : attack(random, level, kind === 'listening' ? 'passive' : 'active');
  if (ordered === null || ordered.items.length < 3) return null;
  const items = some(random, ordered.items, itemCount[level]);
  const ids = items.map(({ id }) => id);
  const mixed = shuffled(random, ids);
  // Whoever presses Check at once shall not be right.
  const shown = mixed.join() === ids.join() ? [...ids].reverse() : mixed;
  return { kind: 'order', key: `order ${ids.join()}`, layer: layerOf(level), ...ordered, items, shown };
}

/** A few of the items, still in their order. */
function some(random: Random, items: readonly OrderItem[], count: number): readonly OrderItem[] {
  const kept = shuffled(random, items).slice(0, Math.min(items.length, count));
  return items.filter((item) => kept.includes(item));
}

function bootstrap(): Ordered {
  return {
    of: 'bootstrap',
    connection: null,
    topology: { ...scenario('kubeadm'), name: 'quiz' },
    items: bootstrapSteps.map((id) => ({ type: 'bootstrap', id })),
  };
}

/**
 * From the first packet to the forged answer; who is where before, and what it came to, is not a matter of order, nor is
 * the agreement on keys, which TLS 1.3 makes before the certificate and TLS 1.2 after it.
 */
const orderedSteps =
  /^(tcp|hello-(tls|ssh|passing)|certificate-|check-(?!unknown)|hang-up|credential-(?!unknown)|request(-passing|-hidden)?$|relay-(?!unknown)|answer-(?!unknown)|effect)/;

/** The steps of an attack whose order is fixed, as the playback tells them. */
export function stepsInOrder({ steps }: Playback, { server }: Connection): readonly OrderItem[] {
  // A token goes with the request, and nothing is sent where there is no proof: neither has a place of its own.
  const isSentAlong = steps.some(({ id }) => /^credential-(bearer|bootstrap|basic)$/.test(id));
  return steps
    .filter(({ id }) => orderedSteps.test(id) && id !== 'credential-none')
    .filter(({ id }) => !isSentAlong || !id.startsWith('request'))
    .map(({ id, texts }) => ({ type: 'play', id, title: texts.title, server: server.name }));
}

function attack(random: Random, level: Level, mode: 'active' | 'passive'): Ordered | null {
  const topology = quizCluster(random, level);
  const connections = askable(analysisOf(topology), layerOf(level)).filter(({ encryption }) => encryption !== 'local');
  const connection = oneOf(random, connections);
  if (connection === null) return null;
  const played = playbackOf(connection, mode, topology.kubernetesVersion);
  return {
    of: mode === 'active' ? 'attack' : 'listening',
    connection: connection.id,
    topology,
    items: stepsInOrder(played, connection),
  };
}

/** Every remedy that needs another one first: that one, its commands, then the remedy, and how to see that it holds. */
export function remedyChains(topology: Topology): readonly Ordered[] {
  return remedyIds.flatMap((remedy) =>
    (remedyFacts[remedy].after ?? []).flatMap((first) => {
      const items = [...carriedOut(topology, first), ...carriedOut(topology, remedy)];
      const distinct = items.filter(({ id }, index) => items.findIndex((one) => one.id === id) === index);
      const isThere = changesOf(topology, first).length > 0 && changesOf(topology, remedy).length > 0;
      return isThere ? [{ of: 'remedy' as const, connection: null, topology, items: distinct }] : [];
    }),
  );
}

/** A change, the commands that go with it in order, and one check of its own. */
function carriedOut(topology: Topology, remedy: RemedyId): readonly OrderItem[] {
  const { commands = [], checks } = remedyFacts[remedy];
  const [change] = changesOf(topology, remedy);
  const check = checks.map(({ command }) => command).find((command) => !commands.includes(command));
  return [
    ...(change ? [{ type: 'change' as const, id: `${change.component} ${change.key}`, change }] : []),
    ...[...commands, ...(check ? [check] : [])].map(
      (command): OrderItem => ({ type: 'command', id: command, command }),
    ),
  ];
}
