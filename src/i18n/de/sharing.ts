import type { texts as english } from '../en/sharing.ts';

export const texts: Readonly<Record<keyof typeof english, string>> = {
  'sharing.title': 'Link und Projekt',
  'sharing.link': 'Link',
  'sharing.link.what':
    'Das ganze Modell steht in dem Teil der Adresse nach dem „#“. Diesen Teil senden Browser nie an einen Server. Wer aber den Link hat, hat auch das Modell.',
  'sharing.contains': 'Was der Link enthält',
  'sharing.contains.counts':
    'Namen und Einstellungen. Control-Plane-Hosts: {{hosts}}, Nodes: {{nodes}}, Pods: {{pods}}, Services: {{services}}, Clients und weitere Komponenten: {{others}}.',
  'sharing.contains.examples': 'Zum Beispiel: {{names}}',
  'sharing.contains.files': 'Namen der Dateien, aus denen das Modell gelesen wurde: {{count}}, die erste ist {{name}}.',
  'sharing.contains.remarks': 'Anmerkungen: {{count}}.',
  'sharing.contains.no-secrets':
    'Das Modell enthält keine Passwörter, Schlüssel oder Zertifikate, nur die Einstellungen, die sie nennen.',
  'sharing.contains.pseudonyms': 'Namen sind durch Pseudonyme ersetzt, außer denen, die Kubernetes selbst vergibt.',
  'sharing.imported':
    'Dieses Modell stammt aus Dateien eines echten Clusters. Seine Namen, Adressen und Hostnamen können Fremden viel verraten. Ersetzen Sie sie, bevor Sie es weitergeben.',
  'sharing.pseudonyms': 'Namen durch Pseudonyme ersetzen',
  'sharing.pseudonyms.hint':
    'Namen von Nodes, Pods, Namespaces, Services und Dateien, Labels, Adressen und Hostnamen. Dateipfade auf den Hosts bleiben. Ihr eigenes Modell behält seine Namen.',
  'sharing.key': 'Schlüsseldatei herunterladen',
  'sharing.key.hint':
    'Die Schlüsseldatei macht aus Pseudonymen wieder Namen. Behalten Sie sie für sich: Auf der Seite abgelegt, stellt sie die Namen wieder her.',
  'sharing.remarks': 'Anmerkungen mitgeben',
  'sharing.remarks.hint': 'Was Sie geschrieben haben, bleibt, wie es ist, auch mit Namen darin.',
  'sharing.view-only': 'Nur zum Ansehen',
  'sharing.view-only.hint':
    'Ändern lässt sich das verlinkte Modell erst, nachdem eine Kopie angelegt wurde. Das ist eine Höflichkeit und kein Schutz.',
  'sharing.selection': 'Auswahl, Standort des Angreifers und Abfrage mitgeben',
  'sharing.selection.none': 'Zurzeit ist nichts ausgewählt und nichts gesucht.',
  'sharing.language': 'Sprache',
  'sharing.theme': 'Farben',
  'sharing.theirs': 'Wie beim Empfänger eingestellt',
  'sharing.english': 'Englisch',
  'sharing.german': 'Deutsch',
  'sharing.light': 'Hell',
  'sharing.dark': 'Dunkel',
  'sharing.address': 'Link',
  'sharing.length': '{{length}} Zeichen',
  'sharing.length.of': '{{length}} von höchstens {{most}} Zeichen',
  'sharing.copy': 'Link kopieren',
  'sharing.copied': 'Kopiert.',
  'sharing.copy-failed':
    'Der Browser erlaubt das Kopieren nicht. Markieren Sie den Link und kopieren Sie ihn mit Strg+C.',
  'sharing.long':
    'Der Link ist länger als {{limit}} Zeichen. Browser öffnen ihn, aber manche Chat- und Mailprogramme kürzen ihn. Eine Datei ist sicherer.',
  'sharing.too-long':
    'Der Link hätte {{length}} Zeichen. Über {{limit}} gibt ihn kaum ein Programm vollständig weiter. Speichern Sie das Modell als Datei und senden Sie stattdessen diese.',
  'sharing.far-too-long':
    'Das Modell ist für einen Link viel zu groß. Speichern Sie es als Datei und senden Sie stattdessen diese.',
  'sharing.save-instead': 'Stattdessen als Datei speichern',
  'sharing.local':
    'Diese Seite wurde von einem Datenträger geöffnet. Der Link funktioniert bei anderen nur, wenn dieselbe Datei dort am selben Ort liegt; senden Sie sonst die Projektdatei.',
  'sharing.project': 'Projektdatei',
  'sharing.project.what':
    'Alles über das Modell: Namen, Einstellungen mit Datei und Zeile, Anmerkungen und wohin Sie Rahmen gesetzt haben. Menschen können die Datei lesen und zeilenweise vergleichen.',
  'sharing.project.size': '{{size}}, Form {{version}}',
  'sharing.project.save': 'Projekt speichern',
  'sharing.project.open':
    'Zum Öffnen legen Sie die Datei irgendwo auf der Seite ab oder drücken {{keys}}. Ein SVG-Bild, das mit seinem Modell exportiert wurde, öffnen Sie ebenso.',
  'sharing.project.saved': 'Gespeichert als {{name}}.',
  'sharing.opened':
    '{{file}} geöffnet: {{nodes}} Nodes, {{pods}} Pods, {{services}} Services. Rückgängig holt das vorige Modell zurück.',
  'sharing.failed.project': '{{file}} wurde nicht geöffnet.',
  'sharing.failed.picture': '{{file}} wurde nicht geöffnet.',
  'sharing.failed.lesson': '{{file}} wurde nicht geöffnet.',
  'sharing.failed.link': 'Das Modell in diesem Link wurde nicht geöffnet.',
  'sharing.failed.stored':
    'Das Modell, das dieser Browser von Ihrem letzten Besuch behalten hat, wurde nicht geöffnet.',
  'sharing.reason.foreign': 'Es ist kein Projekt von mitmap.',
  'sharing.reason.no-lesson': 'Es ist keine Lektion von mitmap.',
  'sharing.reason.no-model':
    'Darin steckt kein Modell. Öffnen lassen sich nur SVG-Bilder, die mitmap zusammen mit ihrem Modell exportiert hat.',
  'sharing.reason.damaged': 'Beschädigte Stelle: {{place}}.',
  'sharing.reason.newer': 'Ein neueres mitmap hat es geschrieben: Nötig ist Form {{needs}}, die dieses nicht kennt.',
  'sharing.reason.truncated': 'Das Ende fehlt.',
  'sharing.reason.too-large': 'Es ist größer als alles, was mitmap öffnet ({{place}}).',
  'sharing.reason.contradictory':
    'Ein Widerspruch steht bei {{place}}: Eine Kennung kommt zweimal vor, oder ein Pod läuft auf einem Node, den es nicht gibt.',
  'sharing.advice.project':
    'Lassen Sie sich die Datei noch einmal geben, oder sehen Sie sich die Stelle in einem Editor an.',
  'sharing.advice.lesson':
    'Lassen Sie sich die Datei noch einmal geben, oder bessern Sie die Stelle in einem Editor aus.',
  'sharing.advice.picture': 'Lassen Sie sich das Bild noch einmal geben, oder die Projektdatei.',
  'sharing.advice.link':
    'Vielleicht hat ein Chat- oder Mailprogramm ihn gekürzt. Lassen Sie sich den Link noch einmal geben, oder eine Projektdatei.',
  'sharing.advice.stored':
    'Es bleibt in diesem Browser, bis Sie hier etwas ändern. Speichern Sie es als Datei, um es zu behalten.',
  'sharing.advice.newer': 'Öffnen Sie es mit einer neueren Version von mitmap.',
  'sharing.unchanged': 'Ihr eigenes Modell ist unverändert.',
  'sharing.save-stored': 'Als Datei speichern',
  'sharing.visit': 'Ein Modell aus einem Link',
  'sharing.visit.editable':
    'Sie sehen {{name}}, ein Modell aus einem Link. Ihr eigenes Modell ist unberührt. Mit Ihrer ersten Änderung wird dieses zu Ihrem, und Ihr bisheriges steht bei den letzten auf der Startseite.',
  'sharing.visit.view-only':
    'Sie sehen {{name}}, ein Modell aus einem Link nur zum Ansehen. Ihr eigenes Modell ist unberührt.',
  'sharing.visit.refused': 'Dieser Link ist nur zum Ansehen. Legen Sie eine Kopie an, um das Modell zu ändern.',
  'sharing.visit.copy': 'Kopie zum Bearbeiten anlegen',
  'sharing.visit.back': 'Zurück zu meinem Modell',
  'sharing.waiting': 'Ihr Modell ersetzen?',
  'sharing.waiting.what':
    '{{file}} enthält ein anderes Modell: {{nodes}} Nodes, {{pods}} Pods, {{services}} Services. Ihr jetziges Modell ist nicht als Datei gespeichert. Es käme zu den letzten auf der Startseite, und Rückgängig holt es zurück.',
  'sharing.waiting.open': 'Öffnen und ersetzen',
  'sharing.waiting.keep': 'Meines behalten',
};
