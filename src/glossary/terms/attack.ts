import type { Term } from '../term.ts';

/** What an attacker does, and where he stands. */
export const attackTerms: readonly Term[] = [
  {
    id: 'man-in-the-middle',
    words: {
      en: ['man in the middle', 'man-in-the-middle', 'MITM'],
      de: ['Man-in-the-Middle', 'Man in the Middle', 'Mann in der Mitte', 'MITM'],
    },
    definition: {
      en: 'An attacker between two parties who answers each in the other’s place. Without a check of the server he reads and changes what passes, although all of it is encrypted.',
      de: 'Ein Angreifer zwischen zwei Seiten, der jeder anstelle der anderen antwortet. Ohne Prüfung des Servers liest und ändert er, was hindurchgeht, obwohl alles verschlüsselt ist.',
    },
    see: ['impersonate', 'relay', 'server-authentication'],
    source: 'ATT&CK T1557',
  },
  {
    id: 'eavesdrop',
    words: {
      en: ['eavesdrop', 'eavesdrops', 'eavesdropping', 'eavesdropper', 'listener', 'listeners', 'listens in'],
      de: ['abhören', 'abhört', 'abgehört', 'mitlesen', 'mitliest', 'Lauscher', 'Lauschern', 'Lauschers'],
    },
    definition: {
      en: 'To read along on the wire and change nothing. Any encryption with fresh keys is enough against it.',
      de: 'Auf der Leitung mitlesen und nichts ändern. Dagegen genügt jede Verschlüsselung mit frischen Schlüsseln.',
    },
    see: ['passive', 'encryption'],
    source: 'ATT&CK T1040',
  },
  {
    id: 'tamper',
    words: {
      en: ['tamper', 'tampers', 'tampering', 'tampered'],
      de: ['manipulieren', 'manipuliert', 'Manipulation', 'Manipulationen', 'verfälschen', 'verfälscht'],
    },
    definition: {
      en: 'To change data on its way so that nobody notices. It takes an active attacker and a connection without integrity.',
      de: 'Daten unterwegs so ändern, dass es niemand merkt. Dazu braucht es einen aktiven Angreifer und eine Verbindung ohne Integrität.',
    },
    see: ['integrity', 'active'],
  },
  {
    id: 'impersonate',
    words: {
      en: ['impersonate', 'impersonates', 'impersonation', 'impersonating', 'pose as', 'poses as', 'posing as'],
      de: [
        'gibt sich aus',
        'sich ausgeben',
        'ausgeben als',
        'Identitätstäuschung',
        'vortäuschen',
        'vortäuscht',
        'täuscht vor',
      ],
    },
    definition: {
      en: 'To appear as somebody else: as the server to a client that does not check, or as a client with a stolen token.',
      de: 'Als jemand anderes auftreten: als Server gegenüber einem Client, der nicht prüft, oder als Client mit einem gestohlenen Token.',
    },
    see: ['server-authentication', 'replay'],
  },
  {
    id: 'relay',
    words: {
      en: ['relay', 'relays', 'relayed', 'relaying', 'bridge to the true server'],
      de: ['Relay', 'weiterleiten', 'weiterleitet', 'weitergeleitet', 'durchreichen', 'durchreicht'],
    },
    definition: {
      en: 'To pass everything on between client and true server while holding both connections. The data are real, and neither side notices who reads and changes them.',
      de: 'Alles zwischen Client und echtem Server weiterreichen und dabei beide Verbindungen halten. Die Daten sind echt, und keine Seite merkt, wer sie liest und ändert.',
    },
    see: ['man-in-the-middle', 'proof-of-possession', 'replay'],
  },
  {
    id: 'replay',
    words: {
      en: ['replay', 'replays', 'replayed', 'replayable'],
      de: ['Replay', 'erneut verwenden', 'erneut verwendet', 'wiederverwenden', 'wiederverwendet', 'wieder einsetzen'],
    },
    definition: {
      en: 'To use a captured secret again, later and from anywhere. Tokens and passwords can be replayed, certificates cannot.',
      de: 'Ein abgefangenes Geheimnis noch einmal verwenden, später und von überall. Mit Token und Passwörtern geht das, mit Zertifikaten nicht.',
    },
    see: ['bearer-token', 'relay'],
  },
  {
    id: 'downgrade',
    words: {
      en: ['downgrade', 'downgrades', 'downgraded'],
      de: ['Herabstufung', 'herabstufen', 'Downgrade', 'herabgestuft'],
    },
    definition: {
      en: 'To make two parties use weaker protection than both could: an old TLS version, no check, or plain text.',
      de: 'Zwei Seiten dazu bringen, schwächeren Schutz zu nutzen, als beide könnten: eine alte TLS-Version, keine Prüfung oder Klartext.',
    },
    see: ['tls', 'plaintext'],
    source: 'ATT&CK T1562.010',
  },
  {
    id: 'passive',
    words: {
      en: ['passive attacker', 'passive attackers', 'passive attack', 'passive attacks'],
      de: [
        'passiver Angreifer',
        'passiven Angreifer',
        'passive Angreifer',
        'passiven Angreifern',
        'passiver Angriff',
        'passive Angriffe',
      ],
    },
    definition: {
      en: 'An attacker who only listens: he sees what passes and sends nothing himself.',
      de: 'Ein Angreifer, der nur zuhört: Er sieht, was vorbeikommt, und sendet selbst nichts.',
    },
    see: ['eavesdrop', 'active'],
  },
  {
    id: 'active',
    words: {
      en: ['active attacker', 'active attackers', 'active attack', 'active attacks'],
      de: [
        'aktiver Angreifer',
        'aktiven Angreifer',
        'aktive Angreifer',
        'aktiven Angreifern',
        'aktiver Angriff',
        'aktive Angriffe',
      ],
    },
    definition: {
      en: 'An attacker who also sends: he answers in somebody’s place, holds messages back and changes them.',
      de: 'Ein Angreifer, der auch sendet: Er antwortet anstelle anderer, hält Nachrichten zurück und ändert sie.',
    },
    see: ['passive', 'man-in-the-middle'],
  },
  {
    id: 'arp-spoofing',
    words: {
      en: ['ARP spoofing', 'ARP poisoning'],
      de: ['ARP-Spoofing', 'ARP-Spoofings'],
    },
    definition: {
      en: 'To claim on a local network that another machine’s IP address is one’s own. So an attacker in the same network gets between two parties.',
      de: 'In einem lokalen Netz behaupten, die IP-Adresse einer anderen Maschine sei die eigene. So gelangt ein Angreifer im selben Netz zwischen zwei Seiten.',
    },
    see: ['man-in-the-middle', 'net-raw'],
    source: 'ATT&CK T1557.002',
  },
  {
    id: 'net-raw',
    words: { en: ['NET_RAW', 'CAP_NET_RAW'], de: ['NET_RAW', 'CAP_NET_RAW'] },
    definition: {
      en: 'A Linux capability that lets a process build network packets of its own, also forged ones. Containers usually have it unless it is dropped.',
      de: 'Eine Linux-Capability, mit der ein Prozess eigene Netzwerkpakete bauen darf, auch gefälschte. Container haben sie meist, außer sie wird entzogen.',
    },
    see: ['arp-spoofing', 'pod'],
    source: 'capabilities(7)',
  },
  {
    id: 'trust-boundary',
    words: {
      en: ['trust boundary', 'trust boundaries'],
      de: ['Vertrauensgrenze', 'Vertrauensgrenzen'],
    },
    definition: {
      en: 'The line behind which others are in charge. A connection that crosses it must protect itself.',
      de: 'Die Linie, hinter der andere das Sagen haben. Eine Verbindung, die sie überschreitet, muss sich selbst schützen.',
    },
    see: ['untrusted-network'],
  },
  {
    id: 'untrusted-network',
    words: {
      en: ['untrusted network', 'untrusted networks', 'untrusted', 'not trusted'],
      de: [
        'nicht vertrauenswürdiges Netz',
        'nicht vertrauenswürdigen Netz',
        'nicht vertrauenswürdige Netze',
        'nicht vertrauenswürdigen Netzen',
        'nicht vertrauenswürdige Netzwerke',
        'nicht vertrauenswürdigen Netzwerken',
        'nicht vertrauenswürdig',
        'nicht vertrauenswürdige',
        'nicht vertrauenswürdigen',
      ],
    },
    definition: {
      en: 'A network on which somebody hostile may listen and answer. You decide for each network in the map; everything else follows from the connections.',
      de: 'Ein Netz, in dem jemand Feindliches zuhören und antworten könnte. Das legen Sie für jedes Netz der Karte fest; alles andere folgt aus den Verbindungen.',
    },
    see: ['trust-boundary', 'passive', 'active'],
  },
  {
    id: 'stride',
    words: { en: ['STRIDE'], de: ['STRIDE'] },
    definition: {
      en: 'A way to sort threats: spoofing, tampering, repudiation, information disclosure, denial of service, elevation of privilege.',
      de: 'Eine Ordnung für Bedrohungen: Vortäuschen (Spoofing), Manipulieren (Tampering), Abstreiten (Repudiation), Preisgabe (Information disclosure), Lahmlegen (Denial of service), Rechteausweitung (Elevation of privilege).',
    },
    see: ['attack-framework', 'tamper'],
  },
  {
    id: 'attack-framework',
    words: { en: ['ATT&CK', 'MITRE ATT&CK'], de: ['ATT&CK', 'MITRE ATT&CK'] },
    definition: {
      en: 'MITRE’s public catalog of what attackers do, with a number for each technique; T1557 is the adversary in the middle.',
      de: 'MITREs öffentlicher Katalog dessen, was Angreifer tun, mit einer Nummer je Technik; T1557 ist der Angreifer in der Mitte.',
    },
    see: ['stride', 'man-in-the-middle'],
    source: 'attack.mitre.org',
  },
];
