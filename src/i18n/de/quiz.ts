import type { texts as english } from '../en/quiz.ts';

export const texts: Readonly<Record<keyof typeof english, string>> = {
  'quiz.title': 'Quiz',
  'quiz.lead':
    'Fragen am Bild, aus der Analyse erzeugt. Dieselbe Analyse prüft die Antworten, Pfad für Pfad. Ihr eigenes Modell wird so lange beiseitegelegt und kommt zurück, wenn Sie das Quiz verlassen.',
  'quiz.seed': 'Nummer der Serie',
  'quiz.seed.hint': 'Gleiche Nummer, Stufe und Arten ergeben für eine ganze Klasse dieselben Fragen.',
  'quiz.seed.wrong': 'Eine Zahl von 0 bis 999999.',
  'quiz.seed.new': 'Andere Nummer',
  'quiz.level': 'Stufe',
  'quiz.level.1': '1: wenige Pfade, alles bekannt',
  'quiz.level.2': '2: alle dokumentierten Pfade',
  'quiz.level.3': '3: mit Tunneln, benachbarten Pfaden und unbekannten Einstellungen',
  'quiz.kinds': 'Arten von Fragen',
  'quiz.kind.paths': 'Pfade markieren',
  'quiz.kind.predict': 'Eine Änderung vorhersagen',
  'quiz.kind.fix': 'Die Abhilfe wählen',
  'quiz.kind.order': 'In Reihenfolge bringen',
  'quiz.kind.claims': 'Stimmt der Satz?',
  'quiz.kind.catalog': 'Fragen des Katalogs',
  'quiz.kinds.wrong': 'Wählen Sie mindestens eine Art.',
  'quiz.count': 'Anzahl der Fragen',
  'quiz.scored': 'Punkte zählen',
  'quiz.scored.hint': 'Ohne Punkte ist es eine Übung, von der nichts aufbewahrt wird.',
  'quiz.start': 'Beginnen',
  'quiz.leave': 'Quiz verlassen',
  'quiz.link': 'Link zu diesen Fragen kopieren',
  'quiz.link.copied': 'Link kopiert',
  'quiz.earlier': 'Frühere Ergebnisse auf diesem Gerät',
  'quiz.earlier.line': '{{date}}: {{points}} von {{of}} Punkten (Serie {{seed}}, Stufe {{level}})',
  'quiz.export': 'Ergebnisse als Datei sichern',

  'quiz.progress': 'Frage {{number}} von {{count}}',
  'quiz.series': 'Serie {{seed}}, Stufe {{level}}',
  'quiz.points': '{{points}} von {{of}} Punkten',
  'quiz.mark':
    'Klicken Sie Pfade im Bild an, oder haken Sie sie hier an. Ihre Klassen sind verborgen, bis Sie „Prüfen“ drücken.',
  'quiz.mark.predict': 'Klicken Sie Pfade im Bild an, oder haken Sie sie hier an. Das Bild zeigt, wie es jetzt ist.',
  'quiz.mark.few': 'Nur die Pfade dieser Liste zählen; die anderen sind blass gezeichnet.',
  'quiz.paths': 'Pfade ({{count}})',
  'quiz.marked': '{{count}} markiert',
  'quiz.none': 'Keiner dieser Pfade ändert seine Klasse',
  'quiz.settings': 'Was über diesen Cluster bekannt ist ({{count}})',
  'quiz.settings.careless': 'Pods, deren Client den Server nicht prüft: {{names}}',
  'quiz.settings.version': 'Kubernetes {{version}}',
  'quiz.choose': 'Wählen Sie alles, was richtig ist.',
  'quiz.order.hint': 'Bewegen Sie jeden Schritt nach oben oder unten.',
  'quiz.order.up': 'Nach oben: {{item}}',
  'quiz.order.down': 'Nach unten: {{item}}',
  'quiz.order.moved': '{{item}}: jetzt Nummer {{place}}',
  'quiz.check': 'Prüfen',
  'quiz.next': 'Nächste Frage',
  'quiz.finish': 'Zum Ergebnis',

  'quiz.ask.read': 'Ein Angreifer steht {{position}}. Markieren Sie jeden Pfad, auf dem er mitlesen kann.',
  'quiz.ask.change':
    'Ein Angreifer steht {{position}}. Markieren Sie jeden Pfad, auf dem er verändern kann, was gesendet wird.',
  'quiz.ask.use':
    'Ein Angreifer steht {{position}}. Markieren Sie jeden Pfad, auf dem er hineinkommt: Der Server hält ihn für einen Client, lässt ihn als Fremden ein, oder er erlangt einen Nachweis, der noch einmal gilt.',
  'quiz.ask.status': 'Markieren Sie jeden Pfad der Klasse „{{status}}“.',
  'quiz.ask.passive-eavesdrop':
    'Angenommen, die Netze wären feindlich. Markieren Sie jeden Pfad, dessen Inhalt jemand lesen könnte, der nur mithört.',
  'quiz.ask.active-eavesdrop':
    'Angenommen, die Netze wären feindlich. Markieren Sie jeden Pfad, dessen Inhalt jemand lesen könnte, der an der Stelle des Servers antwortet.',
  'quiz.ask.active-impersonate-server':
    'Angenommen, die Netze wären feindlich. Markieren Sie jeden Pfad, auf dem sich jemand als Server ausgeben könnte, ohne dass der Client es merkt.',
  'quiz.ask.active-credential-replay':
    'Angenommen, die Netze wären feindlich. Markieren Sie jeden Pfad, auf dem jemand, der an der Stelle des Servers antwortet, einen Nachweis bekommt, der noch einmal gilt.',
  'quiz.ask.offPath-impersonate-client':
    'Markieren Sie jeden Pfad, dessen Server alle einlässt, die seinen Port erreichen, auch ohne Nachweis.',
  'quiz.ask.relay':
    'Angenommen, die Netze wären feindlich. Markieren Sie jeden Pfad, auf dem jemand in der Mitte alles an den echten Server weitergeben und so echte Daten lesen und verändern könnte.',
  'quiz.ask.predict':
    'Diese Änderung wird auf jeder Instanz vorgenommen. Markieren Sie jeden Pfad, der dadurch seine Klasse ändert oder den es danach nicht mehr gibt.',
  'quiz.ask.predict-many':
    'All das wird auf jeder Instanz geändert. Markieren Sie jeden Pfad, der dadurch seine Klasse ändert oder den es danach nicht mehr gibt.',
  'quiz.ask.fix':
    'Diese Pfade stehen einem Angreifer offen. Welche einzelne Änderung schließt sie alle, in diesem Cluster, wie er jetzt ist?',
  'quiz.ask.order-attack':
    'Auf diesem Pfad antwortet ein Angreifer an der Stelle des Servers. Bringen Sie die Schritte in die Reihenfolge, in der sie geschehen.',
  'quiz.ask.order-listening':
    'Jemand hört auf diesem Pfad mit. Bringen Sie die Schritte, die an ihm vorbeikommen, in ihre Reihenfolge.',
  'quiz.ask.order-remedy':
    'Bringen Sie diese Schritte in die Reihenfolge, in der nichts ausfällt: Einstellungen, Befehle und jede Probe gleich nach dem, was sie belegt.',
  'quiz.ask.order-bootstrap':
    'Ein neuer Node kommt hinzu. Bringen Sie die Schritte in Reihenfolge, bis sein kubelet ein eigenes Client-Zertifikat hat.',
  'quiz.ask.claim': 'So steht es in der Dokumentation (deutsche Seite, v1.27). Stimmt das für einen Cluster von heute?',
  'quiz.ask.claim-verdict': 'So steht es in der Dokumentation (deutsche Seite, v1.27). Was ist aus dem Satz geworden?',
  'quiz.claim.yes': 'Ja, es stimmt',
  'quiz.claim.no': 'Nein, nicht oder nicht mehr',

  'quiz.bootstrap.kubeconfig':
    'Der Node bekommt eine Bootstrap-kubeconfig mit der CA des Clusters und einem Bootstrap-Token.',
  'quiz.bootstrap.check-server':
    'Der kubelet verbindet sich und prüft mit dieser CA das Zertifikat des kube-apiserver.',
  'quiz.bootstrap.request': 'Der kubelet sendet einen Zertifikatsantrag und weist sich mit dem Token aus.',
  'quiz.bootstrap.approve': 'Der kube-controller-manager genehmigt den Antrag.',
  'quiz.bootstrap.sign': 'Der kube-controller-manager signiert das Zertifikat.',
  'quiz.bootstrap.fetch': 'Der kubelet holt das Zertifikat ab und schreibt seine eigene kubeconfig.',
  'quiz.bootstrap.reconnect': 'Der kubelet verbindet sich mit seinem Client-Zertifikat, als system:node:NAME.',

  'quiz.change.unset': '{{component}}: {{name}} wird entfernt',
  'quiz.change.pods-skip': 'der Client jedes Pods prüft den Server nicht mehr (curl -k)',
  'quiz.change.pods-check': 'der Client jedes Pods prüft den Server (kein curl -k)',
  'quiz.origin.explicitSettings': 'gesetzt',

  'quiz.verdict.right': 'richtig',
  'quiz.verdict.wrong': 'falsch',
  'quiz.verdict.missed': 'übersehen',
  'quiz.verdict.left': 'zu Recht nicht gewählt',
  'quiz.verdict.undetermined': 'nicht ermittelt, zählt nicht',
  'quiz.exact': 'Genau richtig.',
  'quiz.partly': 'Nicht ganz.',
  'quiz.score': '{{right}} richtig, {{wrong}} falsch, {{missed}} übersehen: {{points}} von {{of}} Punkten.',
  'quiz.score.exercise': '{{right}} richtig, {{wrong}} falsch, {{missed}} übersehen.',
  'quiz.feedback': 'Pfad für Pfad',
  'quiz.feedback.choices': 'Antwort für Antwort',
  'quiz.feedback.left': 'Zu Recht nicht gewählt ({{count}})',
  'quiz.feedback.settings': 'Entschieden durch',
  'quiz.feedback.look': 'Im Bild zeigen',
  'quiz.feedback.order': 'Die richtige Reihenfolge',
  'quiz.after': 'Das Bild zeigt jetzt den Cluster nach der Änderung; die kleinen Zeichen zeigen, was vorher war.',
  'quiz.open-picture': 'Das Bild zeigt die Klassen wieder. Klicken Sie einen Pfad an, um Näheres zu sehen.',

  'quiz.because.open': 'der Server weist sich aus, aber Clients müssen es nicht, oder niemand prüft, was sie dürfen',
  'quiz.because.encrypted': 'es ist verschlüsselt, und wer nur mithört, hat keinen Schlüssel',
  'quiz.because.perhaps-more': 'vielleicht mehr',
  'quiz.because.gone': 'Er war „{{status}}“ und ist weg: Dort lauscht nichts mehr.',
  'quiz.because.changed': 'Von „{{was}}“ zu „{{is}}“.',
  'quiz.because.same': 'Er bleibt „{{was}}“; diese Einstellung entscheidet ihn nicht.',
  'quiz.because.same-class': 'Seine Klasse bleibt „{{was}}“, auch wenn sich ändert, was ein Angreifer dort tun kann.',
  'quiz.because.none': 'Kein Pfad ändert seine Klasse: Für sich allein entscheidet das keinen von ihnen.',
  'quiz.because.some': 'Pfade, die ihre Klasse ändern: {{count}}.',
  'quiz.because.closes-all': 'Schließt alle diese Pfade, an diesem Cluster ausprobiert.',
  'quiz.because.closes-none': 'Schließt keinen dieser Pfade.',
  'quiz.because.leaves': 'Lässt offen: {{paths}}.',
  'quiz.because.unprepared':
    'Nicht für sich allein: Erst brauchen die kubelets Serverzertifikate dieser CA, sonst scheitern Aufrufe bei ihnen.',
  'quiz.why.order-attack':
    'Die Reihenfolge ist die der Wiedergabe dieses Angriffs, mit den Einstellungen dieses Clusters.',
  'quiz.why.order-listening':
    'Die Reihenfolge ist die der Wiedergabe für jemanden, der mithört: erst der Handshake, dann, was er schützt.',
  'quiz.why.order-remedy':
    'Erst die Zertifikate, zuletzt das Flag, das sie prüft: Andersherum scheitern Aufrufe bei den kubelets, bis jeder sein Zertifikat hat.',
  'quiz.why.order-bootstrap':
    'Der Server wird geprüft, bevor das Token gesendet wird: Sonst hätte es jeder, der antwortet. Die Genehmigung kommt vor der Signatur; erst dann gibt es ein Zertifikat abzuholen.',

  'quiz.result': 'Ergebnis',
  'quiz.result.done': 'Alle Fragen sind beantwortet.',
  'quiz.result.all-right': 'Jede Antwort war genau richtig.',
  'quiz.result.question': 'Frage',
  'quiz.result.kind': 'Art',
  'quiz.result.verdict': 'Antwort',
  'quiz.result.points': 'Punkte',
  'quiz.result.exact': '✓ genau richtig',
  'quiz.result.partly': '✗ nicht genau',
  'quiz.result.total': 'Zusammen',
  'quiz.repeat': 'Wiederholen, was falsch war ({{count}})',
  'quiz.again': 'Neue Serie',
};
