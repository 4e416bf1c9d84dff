import { type ExposureList, unionOf } from '../analysis/channelSecurity.ts';
import type { Connection, Reason } from '../analysis/connection.ts';
import type { SegmentName } from '../analysis/tunnel.ts';
import { communicationPath } from '../catalog/communicationPaths.ts';
import { type Attack, type Facts, factsOf, relayOf } from './playbackFacts.ts';
import { openingSteps } from './playbackOpening.ts';
import { activeSteps, outcomeStep, passiveSteps, type Stage } from './playbackSteps.ts';
import { type Actor, type StepId, type StepTexts, stepWords, type Tone } from './playbackWords.ts';
import { refusal, refusalKnown } from './refusal.ts';

export type PlaybackStep = {
  readonly id: StepId;
  readonly from: Actor;
  readonly to: Actor;
  readonly tone: Tone;
  readonly texts: StepTexts;
  /** What the attacker has from here on; `unknown` where it depends on what nothing tells. */
  readonly yields: ExposureList;
  /** The setting that decides the step, with the value that counted. */
  readonly setting: Reason | null;
  /** The leg of a tunnel that the step is about. */
  readonly segment: SegmentName | null;
  /** What the operator’s terminal or the client’s log prints, and how well that is known. */
  readonly output: { readonly text: string; readonly known: 'measured' | 'near' | 'usual' } | null;
  /** What the attacker reads, word for word. */
  readonly wire: string | null;
};

export type Playback = {
  readonly attack: Attack;
  readonly steps: readonly PlaybackStep[];
  /** What all steps together yield. */
  readonly gained: ExposureList;
  /** Whether the attacker can bridge to the true server. */
  readonly relay: boolean | 'unknown';
};

/** An attack on a connection, step by step, as its hop, its tunnel and its notes decide it. */
export function playbackOf(connection: Connection, attack: Attack, kubernetesVersion: string): Playback {
  const facts = factsOf(connection, attack);
  const relay = relayOf(facts);
  const middle = facts.reach === 'no' ? [] : attack === 'passive' ? passiveSteps(facts) : activeSteps(facts);
  const played = [...openingSteps(facts), ...middle];
  const gained = unionOf(played.map(({ yields = [] }) => yields));
  const steps = [...played, outcomeStep(facts, gained, relay)].map((stage) => stepOf(facts, stage, kubernetesVersion));
  return { attack, steps, gained, relay };
}

function stepOf({ connection, attack, reach }: Facts, stage: Stage, kubernetesVersion: string): PlaybackStep {
  const { stake, request } = communicationPath(connection.path);
  const { id, yields = [], setting = null, segment = null } = stage;
  const { from, to, tone, operator, able } =
    id === 'effect'
      ? { from: 'client' as const, to: 'client' as const, tone: 'harm' as const, operator: stake, able: stake }
      : stepWords[id];
  // What the client sends reaches a listener in passing, and whoever answers instead of the server.
  const receiver = attack === 'passive' ? 'server' : 'attacker';
  const isUnsure = yields.includes('unknown') && yields.length === 1;
  const isHarm = yields.some((one) => one !== 'unknown') || (tone === 'harm' && reach === 'yes');
  return {
    id,
    from,
    to: from === 'client' && to !== 'client' ? receiver : to,
    tone: isUnsure ? 'undetermined' : isHarm ? 'harm' : tone === 'harm' ? 'undetermined' : tone,
    texts: {
      title: `play.title.${id}`,
      attacker: `play.attacker.${id}`,
      operator: `play.operator.${operator}`,
      able: isUnsure ? 'play.able.perhaps' : `play.able.${able}`,
    },
    yields,
    setting,
    segment,
    output:
      operator === 'error'
        ? { text: refusal(connection, kubernetesVersion), known: refusalKnown(connection, kubernetesVersion) }
        : null,
    wire: id === 'request' || id === 'request-passing' ? request : null,
  };
}
