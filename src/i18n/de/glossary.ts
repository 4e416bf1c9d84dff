import type { texts as en } from '../en/glossary.ts';

export const texts: Readonly<Record<keyof typeof en, string>> = {
  'glossary.title': 'Glossar',
  'glossary.lead':
    'Die Wörter von TLS, Kubernetes und dieser Karte. In Texten sind sie gepunktet unterstrichen: Zeigen Sie auf eines oder gehen Sie mit Tab dorthin, dann steht dabei, was es heißt.',
  'glossary.search': 'Suchen auf Deutsch, Englisch und in den Erklärungen',
  'glossary.count': '{{count}} von {{all}} Begriffen',
  'glossary.none': 'Kein Begriff passt. Versuchen Sie ein kürzeres Wort.',
  'glossary.see': 'Siehe auch',
  'glossary.source': 'Mehr dazu: {{source}}',
  'glossary.link': 'Link zu „{{word}}“',
  'tour.title': 'Ein kurzer Rundgang',
  'tour.step': '{{step}} von {{count}}',
  'tour.next': 'Weiter',
  'tour.back': 'Zurück',
  'tour.end': 'Nein danke',
  'tour.done': 'Fertig',
  'tour.toolbar.title': 'Die Werkzeugleiste',
  'tour.toolbar.text':
    'Ganz oben wählen Sie einen Cluster, lesen die Dateien eines eigenen ein und sichern Bilder und Berichte.',
  'tour.picture.title': 'Das Bild',
  'tour.picture.text':
    'Oben steht die Control Plane (Master), unten stehen die Nodes, dazwischen liegen Netze. Jede Linie ist eine Verbindung; ihre Nummer ist die des Pfads.',
  'tour.legend.title': 'Die Legende',
  'tour.legend.text':
    'Form und Farbe der Marke sagen, wie ein Pfad geschützt ist. Wählen Sie in der Legende eine Klasse, um nur deren Pfade zu sehen.',
  'tour.details.title': 'Die Einzelheiten',
  'tour.details.text':
    'Klicken Sie auf einen Pfad oder ein Kästchen. Neben dem Bild lesen Sie dann, was fließt, was ein Angreifer kann, woher wir das wissen und was es schließt.',
  'tour.learn.title': 'Lernen',
  'tour.learn.text':
    'Lektionen, Quiz und Glossar finden Sie über den Hut in der Werkzeugleiste und die Suche (Strg+K). Die Hilfe (?) bringt diesen Rundgang zurück.',
};
