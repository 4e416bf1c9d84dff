import type { Term } from '../term.ts';

/** What beside the settings of a path puts somebody in its middle. */
export const weaknessTerms: readonly Term[] = [
  {
    id: 'forward-proxy',
    words: { en: ['forward proxy', 'HTTPS_PROXY', 'NO_PROXY'], de: ['Forward-Proxy', 'HTTPS_PROXY', 'NO_PROXY'] },
    definition: {
      en: 'A host that clients send their requests through, as `HTTPS_PROXY` and `HTTP_PROXY` tell them, except to servers that `NO_PROXY` names. It is in the middle by intention: TLS with a verified server passes it unread, everything else is its own.',
      de: 'Ein Host, über den Clients ihre Anfragen senden, wie `HTTPS_PROXY` und `HTTP_PROXY` es vorgeben, außer an Server, die `NO_PROXY` nennt. Er ist mit Absicht in der Mitte: TLS mit geprüftem Server geht ungelesen hindurch, alles andere gehört ihm.',
    },
    see: ['man-in-the-middle', 'server-authentication'],
    source: 'Go: golang.org/x/net/http/httpproxy',
  },
  {
    id: 'external-ip',
    words: {
      en: ['external IP', 'external IPs', 'externalIPs'],
      de: ['externe IP', 'externe IPs', 'externen IPs', 'externalIPs'],
    },
    definition: {
      en: 'An address that a Service takes connections for beside its own. Kubernetes does not check whose it is: with the right to create Services an attacker draws the traffic for any address to their pods (CVE-2020-8554).',
      de: 'Eine Adresse, für die ein Service neben seiner eigenen Verbindungen annimmt. Kubernetes prüft nicht, wem sie gehört: Wer Services anlegen darf, zieht den Verkehr für jede Adresse auf eigene Pods (CVE-2020-8554).',
    },
    see: ['man-in-the-middle'],
    source: 'kubernetes.io: Service, external IPs',
  },
  {
    id: 'shared-ca',
    words: { en: ['shared CA'], de: ['gemeinsame CA', 'gemeinsamen CA'] },
    definition: {
      en: 'A CA that two servers trust for clients that should differ. Mutual TLS says that a client holds a certificate of the CA, and not which client it is: those whom one server lets in, the other lets in too.',
      de: 'Eine CA, der zwei Server für Clients vertrauen, die verschieden sein sollten. Gegenseitiges TLS sagt, dass ein Client ein Zertifikat der CA hat, und nicht, welcher Client es ist: Wer beim einen Server eingelassen wird, wird es auch beim anderen.',
    },
    see: ['ca', 'client-certificate'],
    source: 'kubernetes.io: Configure the Aggregation Layer',
  },
  {
    id: 'vulnerability',
    words: {
      en: ['known vulnerability', 'known vulnerabilities', 'CVE'],
      de: ['bekannte Schwachstelle', 'bekannte Schwachstellen', 'CVE'],
    },
    definition: {
      en: 'A flaw of a released program with a record of its own, a CVE: which releases have it, and which the fix. The release of each component decides, to the patch version.',
      de: 'Ein Fehler eines veröffentlichten Programms mit eigenem Eintrag, einer CVE: welche Versionen ihn haben und welche die Behebung. Es entscheidet die Version jeder Komponente, bis zur Patch-Version.',
    },
    source: 'kubernetes.io: Official CVE Feed',
    exact: true,
  },
];
