import { type ExposureList, possibleExposures } from '../analysis/channelSecurity.ts';
import type { Connection } from '../analysis/connection.ts';
import { type Exposure, isReplayable } from '../analysis/rules.ts';
import type { Trust } from '../domain/topology.ts';

const verbs = ['read', 'change', 'server', 'client', 'steal'] as const;
export type Verb = (typeof verbs)[number];
export type Answer = 'yes' | 'no' | 'unknown';

/** Why an answer is as it is; the words are in the locale files. */
export type Because =
  | 'none'
  | 'opportunistic'
  | 'verified'
  | 'local'
  | 'unknown'
  | 'open'
  | 'replay'
  | 'plain-client'
  | 'possession'
  | 'token-hidden'
  | 'no-credential'
  | 'refused'
  | 'token-seen'
  | 'trusted'
  | 'local-process';

export type VerbAnswer = { readonly verb: Verb; readonly answer: Answer; readonly because: Because };

const exposureOf: Readonly<Record<Verb, Exposure>> = {
  read: 'eavesdrop',
  change: 'tamper',
  server: 'impersonate-server',
  client: 'impersonate-client',
  steal: 'credential-replay',
};

/** What somebody in the middle can do on a connection, verb by verb, if the network were of this trust. */
export function verbAnswers(connection: Connection, trust: Exclude<Trust, 'unknown'>): readonly VerbAnswer[] {
  const mode = trust === 'untrusted' ? 'active' : 'offPath';
  const list = connection.exposure[mode];
  // In a tunnel an unknown is one of its legs; outside, what is unknown may still rule some of it out.
  const isOpen = list.includes('unknown') && connection.tunnel === null && connection.encryption !== 'unknown';
  const possible = isOpen ? possibleExposures(connection.hop)[mode] : null;
  return verbs.map((verb) => {
    const exposure = exposureOf[verb];
    const answer = possible && !possible.includes(exposure) ? 'no' : answerOf(list, exposure);
    return { verb, answer, because: becauseOf(connection, verb, answer, trust) };
  });
}

function answerOf(list: ExposureList, exposure: Exposure): Answer {
  if (list.includes(exposure)) return 'yes';
  return list.includes('unknown') ? 'unknown' : 'no';
}

function becauseOf(connection: Connection, verb: Verb, answer: Answer, trust: 'trusted' | 'untrusted'): Because {
  if (answer === 'unknown') return 'unknown';
  if (verb === 'client') return whyClient(connection, answer, trust);
  if (trust === 'trusted' && connection.encryption !== 'local') return 'trusted';
  if (verb === 'steal') return whySteal(connection, answer);
  return connection.encryption;
}

function whyClient(connection: Connection, answer: Answer, trust: 'trusted' | 'untrusted'): Because {
  const { exposure, encryption, hop } = connection;
  if (answer === 'yes') {
    if (encryption === 'local') return 'local-process';
    if (trust === 'untrusted' && exposure.active.includes('credential-replay')) return 'replay';
    return exposure.offPath.includes('impersonate-client') ? 'open' : 'plain-client';
  }
  if (encryption === 'local') return 'local';
  if (hop.cred === 'none') return 'refused';
  if (hop.cred !== 'unknown' && isReplayable(hop.cred)) return trust === 'trusted' ? 'trusted' : 'token-hidden';
  return 'possession';
}

function whySteal({ hop, encryption }: Connection, answer: Answer): Because {
  if (answer === 'yes') return 'token-seen';
  if (encryption === 'local') return 'local';
  if (hop.cred === 'none') return 'no-credential';
  return hop.cred !== 'unknown' && isReplayable(hop.cred) ? 'token-hidden' : 'possession';
}
