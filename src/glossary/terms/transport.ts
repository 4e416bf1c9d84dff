import type { Term } from '../term.ts';

/** How a connection is protected on its way. */
export const transportTerms: readonly Term[] = [
  {
    id: 'tls',
    words: {
      en: ['TLS', 'TLS connection', 'TLS connections', 'HTTPS'],
      de: ['TLS', 'TLS-Verbindung', 'TLS-Verbindungen', 'HTTPS'],
    },
    definition: {
      en: 'Transport Layer Security encrypts a connection and can prove who answers. It proves that only if the client checks the server’s certificate; HTTPS is HTTP inside TLS.',
      de: 'Transport Layer Security verschlüsselt eine Verbindung und kann beweisen, wer antwortet. Das leistet es nur, wenn der Client das Zertifikat des Servers prüft; HTTPS ist HTTP in TLS.',
    },
    see: ['handshake', 'certificate', 'mutual-tls'],
    source: 'RFC 8446',
  },
  {
    id: 'client-hello',
    words: { en: ['ClientHello'], de: ['ClientHello'] },
    definition: {
      en: 'The first message of a TLS handshake: the client says which versions and ciphers it can use. It is not encrypted and usually shows the name of the wanted server.',
      de: 'Die erste Nachricht eines TLS-Handshakes: Der Client nennt die Versionen und Verfahren, die er beherrscht. Sie ist nicht verschlüsselt und zeigt meist den Namen des gewünschten Servers.',
    },
    see: ['handshake', 'tls'],
    source: 'RFC 8446, 4.1.2',
  },
  {
    id: 'handshake',
    words: {
      en: ['handshake', 'handshakes', 'TLS handshake', 'TLS handshakes'],
      de: ['Handshake', 'Handshakes', 'TLS-Handshake', 'TLS-Handshakes'],
    },
    definition: {
      en: 'The opening of a TLS connection: both sides agree on keys, the server shows its certificate and signs what was said so far. Whoever listened cannot derive the keys.',
      de: 'Der Beginn einer TLS-Verbindung: Beide Seiten vereinbaren Schlüssel, der Server zeigt sein Zertifikat und signiert das bisher Gesagte. Wer nur zuhört, kann die Schlüssel nicht ableiten.',
    },
    see: ['client-hello', 'session', 'proof-of-possession'],
    source: 'RFC 8446, 2',
  },
  {
    id: 'session',
    words: {
      en: ['session', 'sessions', 'TLS session', 'TLS sessions'],
      de: ['Sitzung', 'Sitzungen', 'TLS-Sitzung', 'TLS-Sitzungen'],
    },
    definition: {
      en: 'What two parties exchange under the keys of one handshake. A man in the middle holds two: one with the client and one with the server.',
      de: 'Was zwei Seiten mit den Schlüsseln eines Handshakes austauschen. Ein Man-in-the-Middle hält zwei davon: eine mit dem Client und eine mit dem Server.',
    },
    see: ['handshake', 'man-in-the-middle'],
  },
  {
    id: 'encryption',
    words: {
      en: ['encryption', 'encrypted', 'encrypt', 'encrypts'],
      de: ['Verschlüsselung', 'verschlüsselt', 'verschlüsselte', 'verschlüsselten', 'verschlüsselter', 'verschlüsseln'],
    },
    definition: {
      en: 'Makes what is sent unreadable without the key. It keeps listeners out; against somebody who answers in the server’s place it helps only together with a check of the server.',
      de: 'Macht das Gesendete ohne den Schlüssel unlesbar. Sie hält Lauscher fern; gegen jemanden, der anstelle des Servers antwortet, hilft sie nur zusammen mit einer Prüfung des Servers.',
    },
    see: ['eavesdrop', 'integrity', 'server-authentication'],
  },
  {
    id: 'plaintext',
    words: {
      en: ['plain text', 'plaintext', 'plain HTTP'],
      de: ['Klartext', 'unverschlüsseltes HTTP', 'unverschlüsseltem HTTP', 'einfaches HTTP'],
    },
    definition: {
      en: 'Sent without encryption: whoever is on the way reads it, and an active attacker changes it.',
      de: 'Ohne Verschlüsselung gesendet: Wer auf dem Weg sitzt, liest mit, und ein aktiver Angreifer ändert es.',
    },
    see: ['encryption', 'eavesdrop', 'tamper'],
  },
  {
    id: 'integrity',
    words: { en: ['integrity'], de: ['Integrität'] },
    definition: {
      en: 'What arrives is what was sent: a change on the way would be noticed. With an unproven server there is none against an attacker who holds both sessions himself.',
      de: 'Es kommt an, was gesendet wurde: Eine Änderung unterwegs fiele auf. Ist der Server nicht bewiesen, gibt es keine gegen einen Angreifer, der beide Sitzungen selbst hält.',
    },
    see: ['tamper', 'encryption'],
  },
  {
    id: 'mutual-tls',
    words: {
      en: ['mutual TLS', 'mTLS', 'mutually authenticated TLS'],
      de: ['beidseitiges TLS', 'mTLS', 'gegenseitiges TLS', 'beidseitigem TLS'],
    },
    definition: {
      en: 'TLS in which both sides prove themselves with certificates. kube-apiserver and kubelet only ask for the client’s certificate; whether a caller without one gets in is decided by authentication and authorization.',
      de: 'TLS, bei dem sich beide Seiten mit Zertifikaten ausweisen. kube-apiserver und kubelet fragen nach dem Zertifikat des Clients nur; ob jemand ohne hineinkommt, entscheiden Authentifizierung und Autorisierung.',
    },
    see: ['tls', 'client-certificate', 'anonymous'],
  },
  {
    id: 'ssh-tunnel',
    words: { en: ['SSH tunnel', 'SSH tunnels'], de: ['SSH-Tunnel', 'SSH-Tunnels', 'SSH-Tunneln'] },
    definition: {
      en: 'A connection to a node’s port 22 through which the kube-apiserver once sent its traffic. Removed in Kubernetes 1.22; it never checked the host key, so it protected against listeners only.',
      de: 'Eine Verbindung zu Port 22 eines Nodes, durch die der kube-apiserver früher seinen Verkehr schickte. In Kubernetes 1.22 entfernt; der Host-Schlüssel wurde nie geprüft, also schützte er nur vor Lauschern.',
    },
    see: ['host-key', 'konnectivity'],
  },
  {
    id: 'host-key',
    words: {
      en: ['host key', 'host keys'],
      de: ['Host-Schlüssel', 'Host-Schlüssels', 'Host-Schlüsseln', 'Hostschlüssel'],
    },
    definition: {
      en: 'The key with which an SSH server proves itself, as a certificate does in TLS. A client that does not compare it talks to whoever answers.',
      de: 'Der Schlüssel, mit dem sich ein SSH-Server ausweist, wie es in TLS das Zertifikat tut. Ein Client, der ihn nicht vergleicht, spricht mit jedem, der antwortet.',
    },
    see: ['ssh-tunnel', 'server-authentication'],
    source: 'RFC 4251, 4.1',
  },
  {
    id: 'tunnel',
    words: { en: ['tunnel', 'tunnels'], de: ['Tunnel', 'Tunnels', 'Tunneln'] },
    definition: {
      en: 'A connection that carries other connections inside. It protects them as far as its end; from there on they are as strong or as weak as they are by themselves.',
      de: 'Eine Verbindung, die andere Verbindungen in sich trägt. Sie schützt diese bis zu ihrem Ende; von dort an sind sie so stark oder schwach wie für sich allein.',
    },
    see: ['konnectivity', 'ssh-tunnel', 'last-hop'],
  },
  {
    id: 'last-hop',
    words: { en: ['last hop', 'hop', 'hops'], de: ['letzte Strecke', 'letzten Strecke'] },
    definition: {
      en: 'A hop is one connection from one machine to the next. The last hop is the way from a tunnel’s end to the target: there the tunnel no longer protects.',
      de: 'Eine Strecke ist eine Verbindung von einer Maschine zur nächsten. Die letzte führt vom Ende eines Tunnels zum Ziel: Dort schützt der Tunnel nicht mehr.',
    },
    see: ['tunnel'],
  },
];
