import type { Stake } from '../catalog/communicationPath.ts';

export type Actor = 'client' | 'attacker' | 'server';
export type Tone = 'neutral' | 'refused' | 'harm' | 'undetermined';

/** What the operator sees, where several steps share it. */
export type OperatorWords =
  | 'before'
  | 'usual'
  | 'waiting'
  | 'no-warning'
  | 'error'
  | 'error-other'
  | 'honest-refused'
  | 'local'
  | 'unsaid'
  | 'not-configured'
  | 'true-answer'
  | 'anonymous-refused'
  | 'anonymous-served'
  | 'in-his-name'
  | 'switch'
  | 'nothing-wrong'
  | 'safe'
  | Stake;

/** What the attacker can do from now on, where several steps share it. */
export type AbleWords =
  | 'nothing-yet'
  | 'nothing'
  | 'position'
  | 'record'
  | 'metadata'
  | 'certificate'
  | 'impersonate'
  | 'impersonate-plain'
  | 'read'
  | 'steal'
  | 'no-credential'
  | 'no-possession'
  | 'bridge'
  | 'no-bridge'
  | 'change'
  | 'invent'
  | 'client'
  | 'not-client'
  | 'weaken'
  | 'perhaps'
  | 'leg-open'
  | 'leg-closed'
  | 'leg-end'
  | 'sum'
  | 'sum-nothing'
  | Stake;

type Words = {
  readonly from: Actor;
  readonly to: Actor;
  readonly operator: OperatorWords;
  readonly able: AbleWords;
  /** What the step means where it yields nothing itself; a step that yields takes its tone from that. */
  readonly tone: Tone;
};

function at(actor: Actor, operator: OperatorWords, able: AbleWords, tone: Tone = 'neutral'): Words {
  return { from: actor, to: actor, operator, able, tone };
}

function arrow(from: Actor, to: Actor, operator: OperatorWords, able: AbleWords, tone: Tone = 'neutral'): Words {
  return { from, to, operator, able, tone };
}

/** Every kind of step: between whom it happens, and which words of the operator's and the attacker's go with it. */
export const stepWords = {
  'start-untrusted': at('attacker', 'before', 'nothing-yet'),
  'start-trusted': at('attacker', 'before', 'nothing-yet'),
  'start-unknown': at('attacker', 'before', 'nothing-yet'),
  'not-configured': at('client', 'not-configured', 'nothing-yet'),
  'calls-refused': arrow('server', 'client', 'honest-refused', 'nothing-yet'),
  'true-refused': arrow('server', 'client', 'honest-refused', 'nothing-yet'),
  loopback: at('client', 'local', 'nothing', 'refused'),
  'reachable-loopback': at('client', 'local', 'nothing', 'refused'),
  socket: at('client', 'local', 'nothing', 'refused'),
  'medium-unknown': at('client', 'unsaid', 'perhaps', 'undetermined'),
  'leg-open': at('attacker', 'usual', 'leg-open', 'harm'),
  'leg-perhaps': at('attacker', 'unsaid', 'perhaps', 'undetermined'),
  'leg-outer': at('attacker', 'usual', 'leg-closed', 'refused'),
  'leg-same-host': at('attacker', 'usual', 'leg-closed', 'refused'),
  'leg-inner': at('attacker', 'usual', 'leg-closed', 'refused'),
  'leg-end': at('attacker', 'usual', 'leg-end'),
  'route-node': at('attacker', 'usual', 'position'),
  'route-pod': at('attacker', 'usual', 'position'),
  'route-service': at('attacker', 'usual', 'position'),
  'route-config': at('attacker', 'usual', 'position'),
  'route-registry': at('attacker', 'usual', 'position'),
  wire: at('attacker', 'usual', 'record'),
  'no-wire': at('attacker', 'local', 'nothing', 'refused'),
  tcp: arrow('client', 'attacker', 'waiting', 'position'),
  'tcp-passing': arrow('client', 'server', 'waiting', 'metadata'),
  'hello-tls': arrow('client', 'attacker', 'waiting', 'metadata'),
  'hello-ssh': arrow('client', 'attacker', 'waiting', 'metadata'),
  'hello-unknown': arrow('client', 'attacker', 'unsaid', 'perhaps', 'undetermined'),
  'hello-passing': arrow('client', 'server', 'waiting', 'metadata'),
  'certificate-own': arrow('attacker', 'client', 'waiting', 'certificate'),
  'certificate-same-ca': arrow('attacker', 'client', 'waiting', 'certificate'),
  'certificate-hostkey': arrow('attacker', 'client', 'waiting', 'certificate'),
  'certificate-passing': arrow('server', 'client', 'waiting', 'metadata'),
  keys: arrow('client', 'server', 'waiting', 'nothing', 'refused'),
  'check-plain': at('client', 'no-warning', 'impersonate-plain', 'harm'),
  'check-none': at('client', 'no-warning', 'impersonate', 'harm'),
  'check-chain': at('client', 'no-warning', 'impersonate', 'harm'),
  'check-ssh-none': at('client', 'no-warning', 'impersonate', 'harm'),
  'check-name': at('client', 'error', 'nothing', 'refused'),
  'check-roots': at('client', 'error', 'nothing', 'refused'),
  'check-pin': at('client', 'error-other', 'nothing', 'refused'),
  'check-hostkey': at('client', 'error-other', 'nothing', 'refused'),
  'check-unknown': at('client', 'unsaid', 'perhaps', 'undetermined'),
  'hang-up': arrow('client', 'attacker', 'error-other', 'nothing', 'refused'),
  'credential-none': arrow('client', 'attacker', 'waiting', 'no-credential'),
  'credential-x509': arrow('client', 'attacker', 'waiting', 'no-possession'),
  'credential-frontproxy': arrow('client', 'attacker', 'waiting', 'no-possession'),
  'credential-sshkey': arrow('client', 'attacker', 'waiting', 'no-possession'),
  'credential-bearer': arrow('client', 'attacker', 'waiting', 'steal', 'harm'),
  'credential-bootstrap': arrow('client', 'attacker', 'waiting', 'steal', 'harm'),
  'credential-basic': arrow('client', 'attacker', 'waiting', 'steal', 'harm'),
  'credential-unknown': arrow('client', 'attacker', 'unsaid', 'perhaps', 'undetermined'),
  request: arrow('client', 'attacker', 'waiting', 'read', 'harm'),
  'request-passing': arrow('client', 'server', 'waiting', 'read', 'harm'),
  'request-hidden': arrow('client', 'server', 'waiting', 'nothing', 'refused'),
  'request-unknown': arrow('client', 'server', 'unsaid', 'perhaps', 'undetermined'),
  'relay-token': arrow('attacker', 'server', 'in-his-name', 'bridge', 'harm'),
  'relay-open': arrow('attacker', 'server', 'anonymous-served', 'bridge', 'harm'),
  'relay-plain': arrow('attacker', 'server', 'in-his-name', 'bridge', 'harm'),
  'relay-anonymous': arrow('attacker', 'server', 'anonymous-served', 'bridge', 'harm'),
  'relay-proof': arrow('server', 'attacker', 'anonymous-refused', 'no-bridge', 'refused'),
  'relay-refused': arrow('server', 'attacker', 'anonymous-refused', 'no-bridge', 'refused'),
  'relay-unknown': arrow('attacker', 'server', 'unsaid', 'perhaps', 'undetermined'),
  'answer-altered': arrow('attacker', 'client', 'nothing-wrong', 'change', 'harm'),
  'answer-invented': arrow('attacker', 'client', 'nothing-wrong', 'invent', 'harm'),
  'answer-unknown': arrow('attacker', 'client', 'unsaid', 'perhaps', 'undetermined'),
  'answer-passing': arrow('server', 'client', 'true-answer', 'read', 'harm'),
  'answer-hidden': arrow('server', 'client', 'true-answer', 'nothing', 'refused'),
  'client-replay': arrow('attacker', 'server', 'in-his-name', 'client', 'harm'),
  'client-open': arrow('attacker', 'server', 'anonymous-served', 'client', 'harm'),
  'client-plain': arrow('attacker', 'server', 'in-his-name', 'client', 'harm'),
  'client-any': arrow('attacker', 'server', 'in-his-name', 'client', 'harm'),
  'client-process': arrow('attacker', 'server', 'local', 'client', 'harm'),
  'client-permissions': arrow('server', 'attacker', 'local', 'not-client', 'refused'),
  'client-refused': arrow('server', 'attacker', 'anonymous-refused', 'not-client', 'refused'),
  'client-hidden': arrow('server', 'attacker', 'anonymous-refused', 'not-client', 'refused'),
  'client-proof': arrow('server', 'attacker', 'anonymous-refused', 'not-client', 'refused'),
  'client-beside': arrow('attacker', 'server', 'anonymous-served', 'leg-closed'),
  'client-unknown': arrow('attacker', 'server', 'unsaid', 'perhaps', 'undetermined'),
  'weaken-skip': at('client', 'switch', 'weaken', 'harm'),
  'weaken-old-tls': at('server', 'usual', 'weaken', 'harm'),
  'weaken-fallback': at('client', 'usual', 'weaken', 'harm'),
  'weaken-unknown': at('client', 'unsaid', 'perhaps', 'undetermined'),
  'outcome-nothing': at('attacker', 'safe', 'sum-nothing', 'refused'),
  'outcome-listener-nothing': at('attacker', 'true-answer', 'sum-nothing', 'refused'),
  'outcome-listener-reads': at('attacker', 'true-answer', 'sum', 'harm'),
  'outcome-listener-steals': at('attacker', 'true-answer', 'sum', 'harm'),
  'outcome-impersonates': at('attacker', 'nothing-wrong', 'sum', 'harm'),
  'outcome-relays': at('attacker', 'nothing-wrong', 'sum', 'harm'),
  'outcome-impersonates-perhaps': at('attacker', 'nothing-wrong', 'sum', 'harm'),
  'outcome-client': at('attacker', 'safe', 'sum', 'harm'),
  'outcome-weaken': at('attacker', 'safe', 'sum', 'harm'),
  'outcome-unknown': at('attacker', 'unsaid', 'perhaps', 'undetermined'),
} as const satisfies Readonly<Record<string, Words>>;

export type FixedStep = keyof typeof stepWords;
/** A kind of step; what a forged answer does in Kubernetes is a step of its own, with the words of its path. */
export type StepId = FixedStep | 'effect';

/** The texts of a step, as keys of the area `playback`. */
export type StepTexts = {
  readonly title: `play.title.${StepId}`;
  readonly attacker: `play.attacker.${StepId}`;
  readonly operator: `play.operator.${OperatorWords}`;
  readonly able: `play.able.${AbleWords}`;
};
