import type { Term } from '../term.ts';

/** What this map calls things. */
export const mapTerms: readonly Term[] = [
  {
    id: 'path',
    words: { en: ['path', 'paths'], de: ['Pfad', 'Pfade', 'Pfads', 'Pfaden'] },
    definition: {
      en: 'Who opens a connection to whom, and what for. P01 to P22 are those of the Kubernetes documentation, A01 and on are those beside them.',
      de: 'Wer zu wem eine Verbindung öffnet und wozu. P01 bis P22 sind die der Kubernetes-Dokumentation, A01 und folgende die daneben.',
    },
    see: ['trust-boundary', 'status'],
  },
  {
    id: 'status',
    words: { en: ['status of a path', 'overall status'], de: ['Status eines Pfads', 'Gesamtstatus'] },
    definition: {
      en: 'The one verdict on a path: protected; server proven, clients not; encrypted, identity not checked; readable and changeable; not determined; or stays on the machine.',
      de: 'Das eine Urteil über einen Pfad: geschützt; Server geprüft, Clients nicht; verschlüsselt, Identität nicht geprüft; lesbar und veränderbar; nicht ermittelt; oder bleibt auf der Maschine.',
    },
    see: ['pips', 'unknown'],
  },
  {
    id: 'pips',
    words: { en: ['pips', 'pip'], de: ['Punkte am Pfad', 'Pips'] },
    definition: {
      en: 'The three small marks at a path: encrypted, server proven, client proven. Filled means yes, empty no, dashed not known.',
      de: 'Die drei kleinen Zeichen an einem Pfad: verschlüsselt, Server bewiesen, Client bewiesen. Gefüllt heißt ja, leer nein, gestrichelt nicht bekannt.',
    },
    see: ['status', 'path'],
  },
  {
    id: 'evidence',
    words: { en: ['evidence'], de: ['Beleg', 'Belege', 'Belegs', 'Belegen'] },
    definition: {
      en: 'Where a value comes from: seen in a file, set by you, an assumed default, or not known.',
      de: 'Woher ein Wert stammt: in einer Datei gesehen, von Ihnen gesetzt, ein angenommener Standard oder nicht bekannt.',
    },
    see: ['assumed-default', 'unknown'],
  },
  {
    id: 'assumed-default',
    words: {
      en: ['assumed default', 'assumed defaults'],
      de: ['angenommener Standard', 'angenommene Standardwerte', 'angenommenen Standard', 'angenommener Standardwert'],
    },
    definition: {
      en: 'No file says it, so the default of this Kubernetes version counts. It can be wrong where somebody has set another value.',
      de: 'Keine Datei sagt es, also gilt der Standardwert dieser Kubernetes-Version. Er kann falsch sein, wo jemand einen anderen Wert gesetzt hat.',
    },
    see: ['evidence', 'unknown'],
  },
  {
    id: 'unknown',
    words: {
      en: ['not determined', 'unknown value', 'unknown values'],
      de: ['nicht ermittelt', 'unbekannter Wert', 'unbekannte Werte', 'unbekannten Werte', 'unbekannten Werten'],
    },
    definition: {
      en: 'What decides is unknown: it is neither in a file nor a known default. Such a path is drawn as not determined, never as safe.',
      de: 'Was den Ausschlag gibt, ist unbekannt: Es steht in keiner Datei und ist kein bekannter Standardwert. Ein solcher Pfad wird als nicht ermittelt gezeichnet, nie als sicher.',
    },
    see: ['evidence', 'assumed-default'],
  },
];
