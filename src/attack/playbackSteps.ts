import type { ExposureList } from '../analysis/channelSecurity.ts';
import type { Facet, Reason } from '../analysis/connection.ts';
import type { KnownHop } from '../analysis/hop.ts';
import type { SegmentName } from '../analysis/tunnel.ts';
import { communicationPath } from '../catalog/communicationPaths.ts';
import { asClient, bridge, type Facts, isFooled, weaknesses } from './playbackFacts.ts';
import type { FixedStep, StepId } from './playbackWords.ts';

/** A step before its words: what happens, what it yields, what decided it. */
export type Stage = {
  readonly id: StepId;
  readonly yields?: ExposureList;
  readonly setting?: Reason | null;
  readonly segment?: SegmentName;
};

function isLocal({ agreed }: Facts): boolean | 'unknown' {
  return agreed((hop) => hop.medium !== 'network');
}

/** Somebody who copies what passes, and sends nothing. */
export function passiveSteps(facts: Facts): readonly Stage[] {
  const { agreed, yields } = facts;
  if (isLocal(facts) === true) return [{ id: 'no-wire' }];
  const inClear = agreed((hop) => hop.medium === 'network' && hop.proto === 'plain');
  const encryption = deciding(facts, 'encryption');
  const opening: readonly Stage[] = [{ id: 'wire' }, { id: 'tcp-passing' }];
  if (inClear === false) {
    const unseen = ['certificate-passing', 'keys', 'request-hidden', 'answer-hidden'] as const;
    return [...opening, { id: 'hello-passing' }, ...unseen.map((id) => ({ id }))];
  }
  const stolen = yields('credential-replay');
  const credential: Stage = {
    id: credentialOf(facts),
    yields: stolen,
    setting: deciding(facts, 'clientAuthentication'),
  };
  if (inClear === 'unknown') {
    const request: Stage = { id: 'request-unknown', yields: yields('eavesdrop'), setting: encryption };
    return [
      ...opening,
      { id: 'hello-unknown', setting: encryption },
      ...(stolen.length > 0 ? [credential] : []),
      request,
    ];
  }
  const request: Stage = { id: 'request-passing', yields: yields('eavesdrop'), setting: encryption };
  return [...opening, credential, request, { id: 'answer-passing' }];
}

/** Somebody who answers in the server's place, and then calls the server himself. */
export function activeSteps(facts: Facts): readonly Stage[] {
  if (isLocal(facts) === true) return clientSteps(facts);
  return [...meeting(facts), ...afterTheCheck(facts), ...clientSteps(facts), ...weakSteps(facts)];
}

function meeting(facts: Facts): readonly Stage[] {
  const { agreed, yields, connection } = facts;
  const proto = agreed((hop) => hop.proto);
  const check: Stage = {
    id: agreed(checkOf) === 'unknown' ? 'check-unknown' : `check-${agreed(checkOf)}`,
    yields: yields('impersonate-server'),
    setting: deciding(facts, proto === 'plain' ? 'encryption' : 'serverAuthentication'),
  };
  return [
    { id: `route-${communicationPath(connection.path).route}` },
    { id: 'tcp' },
    ...(proto === 'plain' ? [] : [{ id: `hello-${proto}` as const }]),
    ...(proto === 'tls' || proto === 'ssh' ? [{ id: agreed(certificateOf) } as Stage] : []),
    check,
  ];
}

type Check = 'plain' | 'none' | 'ssh-none' | 'chain' | 'name' | 'roots' | 'pin' | 'hostkey';

/** What the client makes of the certificate or key that it is shown. */
function checkOf({ proto, verify }: KnownHop): Check {
  if (proto === 'plain') return 'plain';
  return proto === 'ssh' && verify === 'none' ? 'ssh-none' : verify;
}

/** The best that the attacker can show. */
function certificateOf({ proto, verify }: KnownHop): FixedStep {
  if (proto === 'ssh') return 'certificate-hostkey';
  return verify === 'chain' ? 'certificate-same-ca' : 'certificate-own';
}

function afterTheCheck(facts: Facts): readonly Stage[] {
  const { agreed, yields, reach } = facts;
  const fooled = agreed(isFooled);
  if (fooled === false) return [{ id: 'hang-up' }];
  const credential: Stage = {
    id: credentialOf(facts),
    yields: yields('credential-replay'),
    setting: deciding(facts, 'clientAuthentication'),
  };
  const certain = fooled === true;
  const way = agreed(bridge);
  const relay: Stage = {
    id: way === 'unknown' || way === 'no-client' ? 'relay-unknown' : `relay-${way}`,
    setting: deciding(facts, 'clientAuthentication', anonymousPolicy),
  };
  return [
    credential,
    { id: certain ? 'request' : 'request-unknown', yields: yields('eavesdrop') },
    relay,
    { id: answerOf(facts, certain), yields: yields('tamper') },
    ...(certain && reach === 'yes' ? [{ id: 'effect' } as const] : []),
  ];
}

function answerOf({ agreed }: Facts, certain: boolean): StepId {
  if (!certain) return 'answer-unknown';
  const relayed = agreed((hop) => !['proof', 'refused', 'no-client'].includes(bridge(hop)));
  return relayed === true ? 'answer-altered' : 'answer-invented';
}

function credentialOf({ agreed }: Facts): FixedStep {
  return `credential-${agreed((hop) => hop.cred)}`;
}

/** Settings that say what a server does with strangers, rather than what the client sends. */
const anonymousPolicy = /anonymous|auth$|agent-namespace|cluster-ca-cert|clientCAFile/;

function clientSteps(facts: Facts): readonly Stage[] {
  const { agreed, yields, sealed } = facts;
  const way = agreed(asClient);
  if (sealed) return way === 'open' ? [{ id: 'client-beside' }] : [];
  const gain = yields('impersonate-client');
  const step: Stage = {
    id: way === 'unknown' && gain.includes('impersonate-client') ? 'client-any' : `client-${way}`,
    yields: gain,
    setting: deciding(facts, 'clientAuthentication', anonymousPolicy),
  };
  return [step];
}

/** What weakens the protection although it is there. The first such thing yields it; more of them are told. */
function weakSteps(facts: Facts): readonly Stage[] {
  const { agreed, yields } = facts;
  const gain = yields('downgrade');
  if (gain.length === 0) return [];
  const certain = (['skip', 'old-tls', 'fallback'] as const).filter(
    (one) => agreed((hop) => weaknesses(hop).includes(one)) === true,
  );
  if (certain.length === 0) return [{ id: 'weaken-unknown', yields: gain }];
  return certain.map((one, index) => ({ id: `weaken-${one}`, ...(index === 0 ? { yields: gain } : {}) }));
}

/** What it all came to, and why not more. */
export function outcomeStep({ attack }: Facts, gained: ExposureList, relay: boolean | 'unknown'): Stage {
  if (gained.length === 0) return { id: attack === 'passive' ? 'outcome-listener-nothing' : 'outcome-nothing' };
  if (gained.includes('impersonate-server')) {
    if (relay === 'unknown') return { id: 'outcome-impersonates-perhaps' };
    return { id: relay ? 'outcome-relays' : 'outcome-impersonates' };
  }
  if (gained.includes('credential-replay')) return { id: 'outcome-listener-steals' };
  if (gained.includes('eavesdrop')) return { id: 'outcome-listener-reads' };
  if (gained.includes('impersonate-client')) return { id: 'outcome-client' };
  return { id: gained.includes('downgrade') ? 'outcome-weaken' : 'outcome-unknown' };
}

/** The setting that a step turns on: of those behind a facet the one asked for, else one that somebody set. */
export function deciding({ connection }: Facts, facet: Facet, wanted: RegExp = /^$/): Reason | null {
  const reasons = connection.reasons[facet];
  return (
    reasons.find(({ key }) => wanted.test(key)) ??
    reasons.find(({ setting }) => setting.origin !== 'default') ??
    reasons[0] ??
    null
  );
}
