import type { texts as english } from '../en/formats.ts';

export const texts: Readonly<Record<keyof typeof english, string>> = {
  'formats.title': 'Daten',
  'formats.lead':
    'Dieselbe Analyse für andere Werkzeuge. Die Datei entsteht hier, in diesem Fenster; nichts wird gesendet.',
  'formats.format': 'Format',
  'formats.for.json': 'Alles, was die Analyse sagt, für Skripte und Pipelines; das Format ist im README beschrieben.',
  'formats.for.csv': 'Die Tabelle der Pfade, eine Zeile für jeden; öffnet sich in jeder Tabellenkalkulation.',
  'formats.for.sarif':
    'Ein Befund für jede angreifbare Verbindung, für Code Scanning und SARIF-Betrachter. Geprüft gegen das Schema von SARIF 2.1.0 und darauf, dass jeder Befund eine Datei nennt, wie GitHub es verlangt.',
  'formats.for.mermaid':
    'Ein Flussdiagramm als Text; GitHub, GitLab, Wikis und viele Editoren zeichnen es in einer Markdown-Seite.',
  'formats.for.d2': 'Ein Diagramm als Text für D2, das es neu anordnet und als SVG, PNG oder PDF zeichnet.',
  'formats.for.drawio': 'Kästen und Linien, wo sie hier sind, zum Weiterzeichnen in draw.io (diagrams.net).',
  'formats.for.threat-dragon':
    'Ein Bedrohungsmodell mit Datenflussdiagramm und Bedrohungen nach STRIDE; öffnet sich in OWASP Threat Dragon 2.',
  'formats.for.otm': 'Ein Bedrohungsmodell in einem offenen Format; IriusRisk und OWASP Threat Dragon importieren es.',
  'formats.without.json':
    'Nicht enthalten: Notizen und die Orte der Kästen. Was akzeptiert oder außer Betracht gelassen wurde, ist mit seinem Grund markiert.',
  'formats.without.csv':
    'Nicht enthalten: Einstellungen, was entschied, Abhilfen und Notizen. Was akzeptiert oder außer Betracht gelassen wurde, ist mit seinem Grund markiert.',
  'formats.without.sarif':
    'Nicht enthalten: geschützte Verbindungen und solche, die auf der Maschine bleiben. Akzeptierte Risiken sind als unterdrückt markiert.',
  'formats.without.mermaid':
    'Nicht enthalten: Gründe, Abhilfen, Notizen und die Orte der Kästen. Was akzeptiert oder außer Betracht gelassen wurde, ist markiert. Gleiche Nodes sind ein Kasten, und Linien einer Klasse zwischen denselben Kästen sind eine Linie.',
  'formats.without.d2':
    'Nicht enthalten: Gründe, Abhilfen, Notizen und die Orte der Kästen. Was akzeptiert oder außer Betracht gelassen wurde, ist markiert. Gleiche Nodes sind ein Kasten, und Linien einer Klasse zwischen denselben Kästen sind eine Linie.',
  'formats.without.drawio':
    'Nicht enthalten: Plaketten, Gründe, Abhilfen und Notizen. Was eine Linie ist, steht in ihrer Kurzinfo, mit dem, was über sie entschieden wurde.',
  'formats.without.threat-dragon':
    'Nicht enthalten: Pfade, die dokumentiert und nicht eingerichtet sind. Gleiche Nodes sind ein Element; der Schweregrad folgt daraus, was ein Angreifer für den Cluster gewinnt, und aus dem Vertrauen in das Netz.',
  'formats.without.otm':
    'Nicht enthalten: Pfade, die dokumentiert und nicht eingerichtet sind. Gleiche Nodes sind eine Komponente; die Auswirkung folgt daraus, was ein Angreifer für den Cluster gewinnt, die Wahrscheinlichkeit aus dem Vertrauen in das Netz.',
  'formats.paths': 'Pfade',
  'formats.paths-all': 'Das JSON hat immer alle Pfade: Werkzeuge verlassen sich darauf.',
  'formats.preview': 'Anfang von {{name}}',
  'formats.lines-more': 'und {{count}} weitere Zeilen',
  'formats.size': '{{name}}, {{size}} kB',
  'formats.save': 'Speichern',
  'formats.copy': 'Kopieren',
  'formats.copied': 'Kopiert',
  'formats.lines-missing': '{{count}} geschützte Linien weggelassen',
  'formats.closed-by': 'Geschlossen durch',
  'formats.eased-by': 'Nichts schließt es allein. Zusammen mit anderen Schritten',
  'formats.by-request':
    'Wer solche Anfragen stellen darf, ist eine Frage der Rechte: Geben Sie sie wenigen, und prüfen Sie diese Aufrufe auf anderem Weg.',
  'formats.or': 'Oder',
  'formats.at-stake': 'Auf dem Spiel',
  'formats.decided-by': 'Entschieden durch',
  'formats.project-file':
    'Steht für das Modell, das gezeichnet und nicht aus Dateien gelesen wurde: Speichern Sie seine Projektdatei unter diesem Namen.',
  'column.id': 'Kennung',
  'column.decision': 'Entscheidung',
  'column.reason': 'Grund der Entscheidung',
};
