import type { texts as english } from '../en/about.ts';

export const texts: Readonly<Record<keyof typeof english, string>> = {
  'about.title': 'Über mitmap',
  'about.version': 'Version',
  'about.built': 'Erstellt am',
  'about.license': 'Lizenz',
  'about.private': 'Nichts verlässt diesen Browser',
  'about.private.what':
    'Alles, was Sie importieren, zeichnen und exportieren, entsteht auf dieser Seite. Kein Server ist beteiligt, nichts wird gezählt oder gemeldet.',
  'about.private.served': 'Nach dem Laden fordert die Seite nur noch ihre eigenen Teile an.',
  'about.private.one-file': 'Die Seite fordert gar nichts an.',
  'about.proof':
    'Sie müssen uns das nicht glauben. Diese Content Security Policy steht am Anfang der Seite, und der Browser setzt sie durch, für die Seite wie für den Worker, der Ihre Dateien liest:',
  'about.proof.served':
    '„self“ ist die Adresse, von der diese Seite stammt. Überzeugen Sie sich selbst: Öffnen Sie die Netzwerkanalyse der Entwicklerwerkzeuge (F12) und importieren Sie eine Datei. Es wird nichts gesendet.',
  'about.proof.one-file':
    'Sie nennt keine Adresse in irgendeinem Netz, und die Prüfsummen lassen nur den Code laufen, der gebaut wurde. Überzeugen Sie sich selbst: Trennen Sie die Netzverbindung. Alles funktioniert weiter.',
  'about.proof.none':
    'Diese Seite kommt vom Entwicklungsserver, der keine Policy setzt. Fertig gebaute Seiten haben eine.',
  'about.kept': 'Was dieser Browser aufbewahrt',
  'about.kept.where':
    'Damit Sie Ihre Arbeit wiederfinden, legt die Seite Folgendes im lokalen Speicher dieses Browsers ab. Es bleibt auf diesem Gerät, und jeder, der dieses Browserprofil benutzt, kann es lesen.',
  'about.kept.one-file':
    'Manche Browser lassen jede von der Festplatte geöffnete Seite diesen Speicher lesen. Löschen Sie ihn auf einem gemeinsam genutzten Gerät, wenn Sie fertig sind.',
  'about.kept.name': 'Name',
  'about.kept.content': 'Inhalt',
  'about.kept.now': 'Derzeit',
  'about.kept.nothing': 'nichts',
  'about.kept.project': 'Ihr jetziges Modell: Elemente, Einstellungen mit Datei und Zeile, Notizen, Anordnung',
  'about.kept.recent': 'Modelle, die Sie durch ein anderes ersetzt haben',
  'about.kept.locale': 'die Sprache',
  'about.kept.theme': 'hell oder dunkel',
  'about.kept.letterKeys': 'ob einzelne Buchstaben Tastenkürzel sind',
  'about.kept.panels': 'die Breiten der Liste und der Details',
  'about.kept.tour': 'dass der Rundgang schon gezeigt wurde',
  'about.kept.deck': 'Ansichten, die Sie zum Vorführen gesichert haben',
  'about.kept.progress': 'was Sie in den Lektionen erledigt haben',
  'about.kept.draft': 'eine Lektion, an der Sie schreiben',
  'about.kept.quiz': 'Ergebnisse des Quiz',
  'about.delete': 'Alles davon löschen',
  'about.delete.ask':
    'Ihr Modell und Ihre Vorlieben aus diesem Browser löschen? Was Sie sehen, bleibt, bis Sie die Seite schließen. Die nächste Änderung wird wieder aufbewahrt.',
  'about.delete.yes': 'Löschen',
  'about.delete.no': 'Abbrechen',
  'about.deleted': 'Gelöscht. Dieser Browser bewahrt nichts mehr von dieser Seite auf.',
  'about.put-back': 'Wiederherstellen',
  'about.offline': 'Ohne Netz',
  'about.offline.served':
    'Die ganze Seite gibt es auch als eine einzige Datei. Speichern Sie sie, nehmen Sie sie in den Raum ohne Netz mit und öffnen Sie sie dort mit einem Doppelklick. Sie braucht keinen Server und keine Installation.',
  'about.offline.one-file':
    'Dies ist die eine Datei: Alles ist darin enthalten, auch alle Sprachen. Kopieren Sie sie dorthin, wo Sie sie brauchen, und öffnen Sie sie mit einem Doppelklick. Sie braucht keinen Server und keine Installation.',
  'about.copy.none': 'Noch nicht bekannt, ob dieser Browser eine Kopie der Seite hat.',
  'about.copy.kept': 'Dieser Browser hat eine Kopie der Seite mit allen ihren Teilen: Sie öffnet sich auch ohne Netz.',
  'about.copy.insecure':
    'Dieser Browser behält keine Kopie der Seite, weil sie über unverschlüsseltes HTTP kam. Stellen Sie sie über HTTPS bereit, oder speichern Sie die eine Datei.',
  'about.copy.forbidden':
    'Dieser Browser behält keine Kopie der Seite: Er kennt keine Service Worker oder verbietet sie hier, wie in manchen privaten Fenstern. Speichern Sie stattdessen die eine Datei.',
  'about.copy.incomplete':
    'Dieser Browser behält keine Kopie der Seite, weil einige ihrer Teile nicht so ankamen, wie sie gebaut wurden. Laden Sie die Seite neu, um es noch einmal zu versuchen, oder speichern Sie die eine Datei.',
  'about.look': 'Nach einer neuen Version fragen',
  'about.look.asked': 'Der Server wurde gefragt. Hat er eine neue Version, bietet die Seite sie an.',
  'about.look.failed': 'Der Server hat nicht geantwortet.',
  'about.offline.save': '{{name}} speichern',
  'about.others': 'Lizenzen',
  'about.others.what':
    'mitmap ist freie Software unter der Apache-Lizenz 2.0. Eingebaut sind quelloffene Pakete anderer, jedes unter seiner eigenen Lizenz.',
  'about.others.show': 'Lizenzen der Pakete',
};
