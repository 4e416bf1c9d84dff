import type { KnownHop } from '../../analysis/hop.ts';
import { type Exposure, exposures } from '../../analysis/rules.ts';
import type { Finding, Observation } from '../../laboratory/record.ts';
import {
  type Attack,
  alteredMark,
  anonymousClient,
  forgedAnswer,
  impostor,
  listener,
  type Mask,
  relay,
  replay,
  replayCertificate,
  tamperer,
} from './attacker.ts';
import { type Identities, serverName } from './certificates.ts';
import {
  type Answer,
  ask,
  type ClientSetup,
  type Listening,
  parsed,
  privatePath,
  publicPath,
  serve,
  type TlsVersion,
} from './exchange.ts';

/** A channel under attack: an honest client, a true server, and a place on the way where an attacker sits. */
export type Stage = {
  readonly hop: KnownHop;
  readonly version: TlsVersion | null;
  /** Lets the client ask, with the way leading through this port where the attacker listens. */
  readonly reach: (port: number) => Promise<Answer>;
  /** Where the way goes on behind the attacker. */
  readonly target: number;
  readonly trueServer: number;
  /** A server that knows the same credentials and serves no strangers. */
  readonly strictServer: number;
  readonly identities: Identities;
};

/** What the honest client asks for: without a credential, where strangers get little, what everybody may see. */
export function pathOf({ cred, clientAuthPolicy, authz }: KnownHop): string {
  return cred === 'none' && clientAuthPolicy === 'optional' && authz === 'policy' ? publicPath : privatePath;
}

/** One attack from start to end; the attacker's port is closed whatever happens. */
async function during<T>(attack: Promise<Attack>, run: (attack: Attack) => Promise<T>): Promise<T> {
  const started = await attack;
  try {
    return await run(started);
  } finally {
    await started.close();
  }
}

const inOrder = (found: Partial<Record<Exposure, boolean>>) => exposures.filter((one) => found[one] === true);

/** What a listener on the wire gets, and which words he can read. */
export async function listenIn(stage: Stage): Promise<Finding> {
  const { hop, strictServer, version } = stage;
  return during(listener(stage.target), async ({ port, caught }) => {
    const client = await stage.reach(port);
    const read = (word: string) => caught.seen.includes(word);
    const words = {
      request: read(pathOf(hop)),
      answer: client.body !== '' && read(client.body),
      credential: /authorization: /i.test(caught.seen),
      'server-name': read(serverName),
      'client-certificate': read('honest-client'),
    };
    const found = inOrder({
      eavesdrop: words.request,
      'credential-replay': await replay(strictServer, version, privatePath, caught.seen),
    });
    const readable = (Object.keys(words) as (keyof typeof words)[]).filter((word) => words[word]);
    return { exposures: found, readable, seen: words.request ? firstLines(caught.seen) : '', client: outcome(client) };
  });
}

/** What an attacker gets who answers, bridges or alters, with any certificate that he could have. */
export async function interfere(
  stage: Stage,
  masks: readonly Mask[],
): Promise<Finding & { readonly relay: boolean; readonly bytesChanged: boolean }> {
  const { hop, version, strictServer, trueServer, target, identities } = stage;
  const path = pathOf(hop);
  let seen = '';
  let client: Answer | null = null;
  let accepted = false;
  let bridged = false;
  for (const mask of masks) {
    await during(impostor(mask), async ({ port, caught }) => {
      const got = await stage.reach(port);
      seen ||= caught.seen;
      accepted ||= got.body === forgedAnswer;
      if (client === null || got.body === forgedAnswer) client = got;
    });
    await during(relay(mask, trueServer), async ({ port }) => {
      const { body } = await stage.reach(port);
      bridged ||= body.includes(alteredMark);
    });
  }
  const bytesChanged = await during(tamperer(target, path, '/other'), async ({ port, caught }) => {
    const got = await stage.reach(port);
    // Whatever the server answered to the changed request, it took it for the client's own.
    return parsed(caught.answered).status !== 0 && got.status !== 0;
  });
  const replayed = await replay(strictServer, version, privatePath, seen);
  const withCertificate =
    hop.cred === 'x509' && version !== null && (await replayCertificate(trueServer, version, identities));
  const found = inOrder({
    eavesdrop: seen !== '',
    tamper: accepted || bridged || bytesChanged,
    'impersonate-server': accepted,
    'impersonate-client': bytesChanged || replayed || withCertificate || (await servesAnonymous(stage)),
    'credential-replay': replayed || withCertificate,
  });
  return {
    exposures: found,
    readable: [],
    seen: firstLines(seen),
    client: outcome(client),
    // Changed bytes travel on the client's own connection: the bridge is there already.
    relay: bridged || bytesChanged,
    bytesChanged,
  };
}

/** Whether anybody who reaches the server gets what is not for everybody. */
async function servesAnonymous({ trueServer, version }: Stage): Promise<boolean> {
  const answers = await anonymousClient(trueServer, version, privatePath);
  return answers.status === 200;
}

function firstLines(text: string): string {
  const end = text.indexOf('\r\n\r\n');
  return (end < 0 ? text : text.slice(0, end)).replaceAll('\r', '').trim();
}

function outcome(answer: Answer | null): string {
  if (answer === null) return '';
  return answer.refused ?? `${answer.status} ${answer.body}`;
}

/** The servers of a run, started once for each kind. */
export class Servers {
  readonly #identities: Identities;
  readonly #started = new Map<string, Promise<Listening>>();

  constructor(identities: Identities) {
    this.#identities = identities;
  }

  /** The port of a server that treats clients as the hop says. */
  async port(
    hop: Pick<KnownHop, 'clientAuthPolicy' | 'authz' | 'verify'>,
    version: TlsVersion | null,
  ): Promise<number> {
    const identity = hop.verify === 'roots' ? this.#identities.publicServer : this.#identities.server;
    const key = [hop.clientAuthPolicy, hop.authz, version, identity === this.#identities.server].join();
    const known = this.#started.get(key);
    const starting =
      known ?? serve({ version, anonymousPolicy: hop.clientAuthPolicy, authz: hop.authz, identity }, this.#identities);
    this.#started.set(key, starting);
    return (await starting).port;
  }

  async close(): Promise<void> {
    await Promise.all([...this.#started.values()].map(async (one) => (await one).close()));
  }
}

/** The certificates that an attacker could have: one of his own, and one of the same CA for another name. */
export function masksFor(hop: KnownHop, version: TlsVersion | null, identities: Identities): readonly Mask[] {
  if (version === null) return [null];
  const sibling = hop.verify === 'roots' ? identities.publicSibling : identities.sibling;
  return [identities.selfSigned, sibling].map((identity) => ({ version, identity }));
}

/** Puts each attacker on one hop, and says what each got by the bytes. */
export async function experiment(
  hop: KnownHop,
  version: TlsVersion | null,
  servers: Servers,
  identities: Identities,
): Promise<Observation> {
  const trueServer = await servers.port(hop, version);
  const strictServer = await servers.port({ ...hop, clientAuthPolicy: 'required', authz: 'policy' }, version);
  const setup: ClientSetup = { version, verify: hop.verify, cred: hop.cred };
  const reach = (port: number) => ask(port, pathOf(hop), setup, identities);
  const stage: Stage = { hop, version, reach, target: trueServer, trueServer, strictServer, identities };
  const honest = await reach(trueServer);
  const listening = await listenIn(stage);
  const { relay: bridged, bytesChanged, ...interfering } = await interfere(stage, masksFor(hop, version, identities));
  return {
    served: honest.status === 200,
    passive: listening,
    active: interfering,
    offPath: (await servesAnonymous(stage)) ? ['impersonate-client'] : [],
    relay: bridged,
    bytesChanged,
  };
}
