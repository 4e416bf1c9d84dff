import type { TopologyEdit } from '../domain/edit.ts';
import type { ConfigSource } from '../domain/settings.ts';
import type { Lesson } from './lesson.ts';

/** Who is let in by the kubelet and what he may do, and why that depends on how it is started. */
export const whoMayIn: Lesson = {
  id: 'who-may-in',
  title: { en: 'Who may in: the doors of the kubelet', de: 'Wer darf hinein: die Türen des kubelet' },
  aim: {
    en: 'You can tell for any kubelet whether strangers are let in, what those who are let in may do, and which door is easily forgotten.',
    de: 'Sie können für jedes kubelet sagen, ob Fremde hineinkommen, was Eingelassene dürfen und welche Tür leicht vergessen wird.',
  },
  minutes: 15,
  start: { scenario: 'kubeadm', changes: [startedWith('flags')] },
  steps: [
    {
      id: 'three-doors',
      title: { en: 'A port with a shell behind it', de: 'Ein Port, hinter dem eine Shell liegt' },
      text: {
        en: 'On every node a kubelet listens at port 10250. Whoever is let in there can read logs and run commands in every pod of the node. The control plane (master) is one caller, on paths 8 to 11. It is not the only one that can reach the port.\n\nThe picture shows all paths here, also those beside the documented ones. Two belong to this lesson: A18, whoever calls the kubelet directly, and A12, a second port without TLS.\n\nThe kubelets of this cluster were started with flags only. The attacker runs code in one ordinary pod. The strong colors show how far he gets.',
        de: 'Auf jedem Node lauscht ein kubelet an Port 10250. Wer dort eingelassen wird, liest Protokolle und führt Befehle in jedem Pod des Nodes aus. Die Control Plane (Master) ruft dort an, auf den Pfaden 8 bis 11. Erreichen können den Port auch andere.\n\nDas Bild zeigt hier alle Pfade, auch die neben den dokumentierten. Zwei gehören zu dieser Lektion: A18, wer das kubelet direkt anruft, und A12, ein zweiter Port ohne TLS.\n\nDie kubelets dieses Clusters wurden nur mit Flags gestartet. Der Angreifer führt Code in einem gewöhnlichen Pod aus. Die kräftigen Farben zeigen, wie weit er kommt.',
      },
      look: { paths: ['P08', 'P09', 'A12', 'A18'], components: ['kubelet'] },
      attacker: 'pod',
      notes: {
        en: 'Begin with the question: "Who of you could open a TCP connection from a pod to port 10250 of its node?" In most clusters everybody can. Then explain the three things to look at: is a stranger let in (authentication), what may somebody who is in do (authorization), is there a second door (read-only port). Keep TLS out of it for now: this lesson is about the server asking the client, not the other way round.',
        de: 'Beginnen Sie mit der Frage: „Wer könnte aus einem Pod eine TCP-Verbindung zu Port 10250 seines Nodes öffnen?“ In den meisten Clustern alle. Erklären Sie dann, worauf zu achten ist: Kommt ein Fremder hinein (Authentifizierung), was darf, wer drin ist (Autorisierung), gibt es eine zweite Tür (Read-only-Port). Lassen Sie TLS noch beiseite: Hier fragt der Server den Client, nicht umgekehrt.',
      },
    },
    {
      id: 'flags-against-file',
      title: { en: 'Flags against file', de: 'Flags gegen Datei' },
      text: {
        en: 'The defaults of a kubelet depend on how it is started. The same version has two sets of them. Watch three kubelets, and keep an eye on the paths 8, A12 and A18.',
        de: 'Was bei einem kubelet ohne Zutun gilt, hängt davon ab, wie es gestartet wird. Dieselbe Version hat zwei Sätze von Standards. Sehen Sie drei kubelets an und behalten Sie die Pfade 8, A12 und A18 im Auge.',
      },
      look: { paths: ['P08', 'A12', 'A18'] },
      demonstration: [
        {
          text: {
            en: 'Flags only, none of them about access. Strangers are let in (`anonymous` is on), everybody may do everything (`AlwaysAllow`), and the read-only port 10255 is open.',
            de: 'Nur Flags, keines davon zum Zugang. Fremde kommen hinein (`anonymous` ist an), alle dürfen alles (`AlwaysAllow`), und der Read-only-Port 10255 ist offen.',
          },
          changes: [],
        },
        {
          text: {
            en: 'The same, started with an empty configuration file. Strangers are turned away, rights are checked (`Webhook`), and 10255 is gone. But nothing works now: without `clientCAFile` the kubelet never asks for the certificate of the kube-apiserver, and turns it away like a stranger (401).',
            de: 'Dasselbe, gestartet mit einer leeren Konfigurationsdatei. Fremde werden abgewiesen, Rechte werden geprüft (`Webhook`), und 10255 ist weg. Nur funktioniert jetzt nichts: Ohne `clientCAFile` fragt das kubelet nie nach dem Zertifikat des kube-apiservers und weist ihn ab wie einen Fremden (401).',
          },
          changes: [startedWith('config-file')],
        },
        {
          text: {
            en: 'The file also names `clientCAFile`. The kube-apiserver is known, strangers are not. This is how kubeadm sets kubelets up.',
            de: 'Die Datei nennt auch `clientCAFile`. Der kube-apiserver wird erkannt, Fremde nicht. So richtet kubeadm kubelets ein.',
          },
          changes: [
            { component: 'kubelet', key: 'authentication.x509.clientCAFile', value: '/etc/kubernetes/pki/ca.crt' },
          ],
        },
      ],
      notes: {
        en: 'Many believe "the defaults are secure" or "the defaults are insecure"; both are half true. The official reference page still describes the defaults of the flags. Dwell on the second frame: "it is refused" is not the same as "it is safe", and a cluster in that state gets repaired in a hurry, often by switching anonymous access on.',
        de: 'Viele glauben „die Standards sind sicher“ oder „die Standards sind unsicher“; beides stimmt halb. Die offizielle Referenz beschreibt bis heute die Standards der Flags. Verweilen Sie beim zweiten Bild: „abgewiesen“ ist nicht dasselbe wie „sicher“, und ein Cluster in diesem Zustand wird eilig repariert, oft, indem man anonymen Zugriff einschaltet.',
      },
    },
    {
      id: 'no-strangers',
      title: { en: 'Close the first door: no strangers', de: 'Die erste Tür schließen: keine Fremden' },
      text: {
        en: 'These kubelets stay with their flags; now you state what you want. Take strangers out, on both nodes. But the kube-apiserver must still be let in: it has a client certificate, and the kubelet must know how to check it.\n\nPlay the attack on path 9 before and after: at first a man in the middle can pass everything on to the true kubelet, because it lets him in like anybody else.',
        de: 'Diese kubelets bleiben bei ihren Flags; jetzt sagen Sie, was Sie wollen. Schließen Sie Fremde auf beiden Nodes aus. Aber der kube-apiserver muss weiter hineinkommen: Er hat ein Client-Zertifikat, und das kubelet muss wissen, wie es zu prüfen ist.\n\nSpielen Sie den Angriff auf Pfad 9 vorher und nachher ab: Zuerst kann ein Man-in-the-Middle alles an das echte kubelet weiterreichen, denn es lässt auch ihn ein.',
      },
      look: { paths: ['P08', 'P09', 'P10', 'P11', 'A18'], components: ['kubelet'] },
      attacker: 'cluster-network',
      playback: { path: 'P09', attack: 'active' },
      task: {
        goal: {
          type: 'all',
          of: [
            { type: 'setting', component: 'kubelet', key: 'authentication.anonymous.enabled', value: 'false' },
            { type: 'exposure', path: 'P09', exposure: 'impersonate-client', holds: false },
            { type: 'works', path: 'P09' },
          ],
        },
        hint: {
          en: 'Two settings of the kubelet belong together. One is about those who show nothing, the other is about those who show a certificate.',
          de: 'Zwei Einstellungen des kubelet gehören zusammen. Eine betrifft die, die nichts vorzeigen, die andere die, die ein Zertifikat vorzeigen.',
        },
        secondHint: {
          en: 'On both nodes ("Find anything", Ctrl+K, can select all), set `authentication.anonymous.enabled` to false. Then look at the note on path 9 and name the CA in `authentication.x509.clientCAFile`.',
          de: 'Setzen Sie auf beiden Nodes („Alles finden“, Strg+K, kann alle auswählen) `authentication.anonymous.enabled` auf false. Lesen Sie dann den Hinweis an Pfad 9 und nennen Sie die CA in `authentication.x509.clientCAFile`.',
        },
        solution: [
          { component: 'kubelet', key: 'authentication.x509.clientCAFile', value: '/etc/kubernetes/pki/ca.crt' },
          { component: 'kubelet', key: 'authentication.anonymous.enabled', value: 'false' },
        ],
        explanation: {
          en: 'A stranger now gets 401. The kube-apiserver shows its certificate, and the kubelet checks it against `clientCAFile`. With only the first half every call would be refused, that of the kube-apiserver as well.\n\nThe bridge is gone too: a man in the middle can still pose as the kubelet, but he no longer reaches the real one.',
          de: 'Ein Fremder bekommt nun 401. Der kube-apiserver zeigt sein Zertifikat, und das kubelet prüft es gegen `clientCAFile`. Mit nur der ersten Hälfte würde jeder Aufruf abgewiesen, auch der des kube-apiservers.\n\nAuch die Brücke ist weg: Ein Man-in-the-Middle kann sich noch als kubelet ausgeben, erreicht aber das echte nicht mehr.',
        },
      },
      notes: {
        en: 'Let people set `anonymous` first and read the note "these calls are refused (401)". That is the moment in which the need for `clientCAFile` becomes clear. Say that monitoring which scrapes kubelets without credentials stops at this point, so announce it before.',
        de: 'Lassen Sie zuerst `anonymous` setzen und den Hinweis „Diese Aufrufe werden abgewiesen (401)“ lesen. In diesem Moment wird klar, wozu `clientCAFile` da ist. Sagen Sie dazu, dass Überwachung, die kubelets ohne Anmeldung ausliest, hier aufhört: also vorher ankündigen.',
      },
    },
    {
      id: 'two-servers',
      title: { en: 'The same words on two servers', de: 'Dieselben Wörter auf zwei Servern' },
      text: {
        en: 'The kube-apiserver and the kubelet both know anonymous access and `AlwaysAllow`. They do not treat the pair in the same way.',
        de: 'kube-apiserver und kubelet kennen beide anonymen Zugriff und `AlwaysAllow`. Das Paar behandeln sie nicht gleich.',
      },
      look: { components: ['kube-apiserver', 'kubelet'] },
      question: {
        type: 'choice',
        text: {
          en: 'Both are started with flags: `--anonymous-auth=true` and `--authorization-mode=AlwaysAllow`. Where may a stranger do everything?',
          de: 'Beide werden mit Flags gestartet: `--anonymous-auth=true` und `--authorization-mode=AlwaysAllow`. Wo darf ein Fremder alles?',
        },
        options: [
          {
            text: { en: 'On both of them', de: 'Bei beiden' },
            right: false,
            why: {
              en: 'The kube-apiserver switches anonymous access off by itself when `AlwaysAllow` is among its modes, even if the flag asks for it.',
              de: 'Der kube-apiserver schaltet anonymen Zugriff selbst ab, wenn `AlwaysAllow` unter seinen Modi ist, auch wenn das Flag ihn verlangt.',
            },
          },
          {
            text: { en: 'On the kubelet only', de: 'Nur beim kubelet' },
            right: true,
            why: {
              en: 'The kubelet does what it is told. The kube-apiserver has a guard for this pair of flags; the kubelet has none.',
              de: 'Das kubelet tut, was man ihm sagt. Der kube-apiserver hat für dieses Paar von Flags eine Sicherung, das kubelet hat keine.',
            },
          },
          {
            text: { en: 'On the kube-apiserver only', de: 'Nur beim kube-apiserver' },
            right: false,
            why: {
              en: 'It is the other way round: there strangers are turned away with 401.',
              de: 'Umgekehrt: Dort werden Fremde mit 401 abgewiesen.',
            },
          },
          {
            text: { en: 'On neither of them', de: 'Bei keinem von beiden' },
            right: false,
            why: {
              en: 'You have seen the kubelet of this cluster at the start: from a pod everything was open.',
              de: 'Sie haben das kubelet dieses Clusters am Anfang gesehen: Aus einem Pod stand alles offen.',
            },
          },
        ],
      },
      notes: {
        en: 'Good moment to say that names of flags do not carry meaning across components. For experts: the guard covers the flag; an authentication configuration file on newer versions is not bound by it, as measured on 1.36.2.',
        de: 'Ein guter Moment, um zu sagen, dass Namen von Flags in verschiedenen Komponenten nicht dasselbe bedeuten müssen. Für Fachleute: Die Sicherung gilt für das Flag; eine Authentifizierungsdatei neuerer Versionen ist nicht daran gebunden, gemessen mit 1.36.2.',
      },
    },
    {
      id: 'not-everything-for-everybody',
      title: {
        en: 'Close the second door: not everything for everybody',
        de: 'Die zweite Tür schließen: nicht alles für alle',
      },
      text: {
        en: 'Strangers are out. But whoever shows a valid certificate of the cluster may still do everything, because `authorization.mode` is `AlwaysAllow`. Every node has such a certificate.\n\nLet the kubelet ask the kube-apiserver for each request whether the caller may do that.',
        de: 'Fremde sind draußen. Aber wer ein gültiges Zertifikat des Clusters zeigt, darf noch immer alles, denn `authorization.mode` ist `AlwaysAllow`. Jeder Node hat ein solches Zertifikat.\n\nLassen Sie das kubelet bei jeder Anfrage den kube-apiserver fragen, ob der Anrufer das darf.',
      },
      look: { paths: ['P09', 'A18'], components: ['kubelet'] },
      task: {
        goal: {
          type: 'all',
          of: [
            { type: 'setting', component: 'kubelet', key: 'authorization.mode', value: 'Webhook' },
            { type: 'works', path: 'P09' },
          ],
        },
        hint: {
          en: 'Only one setting is needed. Its name says that it is about what somebody may do.',
          de: 'Es braucht nur eine Einstellung. Ihr Name sagt, dass es darum geht, was jemand darf.',
        },
        secondHint: {
          en: 'It is `authorization.mode`, on both nodes. Of its two values one asks somebody else.',
          de: 'Es ist `authorization.mode`, auf beiden Nodes. Von den zwei Werten fragt einer bei jemand anderem nach.',
        },
        solution: [{ component: 'kubelet', key: 'authorization.mode', value: 'Webhook' }],
        explanation: {
          en: 'With `Webhook` the kubelet asks the kube-apiserver about the caller, the verb and a part of `nodes`: logs, exec and port-forward count as `nodes/proxy`. The color stays, because it shows the worst that is left, and that is still the unchecked server. In the details the line "Authorization" has changed.',
          de: 'Mit `Webhook` fragt das kubelet den kube-apiserver nach dem Anrufer, dem Verb und einem Teil von `nodes`: logs, exec und port-forward zählen als `nodes/proxy`. Die Farbe bleibt, denn sie zeigt das Schlimmste, das übrig ist, und das ist noch immer der ungeprüfte Server. In den Details hat sich die Zeile „Autorisierung“ geändert.',
        },
      },
      notes: {
        en: 'Expect: "Nothing has happened, the line has the same color." Use it: the color is the weakest point of a path, not the sum. Show the row "Authorization" in the details before and after. The right `nodes/proxy` is everything on a node; from 1.32 on finer rights are coming (`nodes/pods`, `nodes/healthz` and others).',
        de: 'Rechnen Sie mit: „Es ist nichts passiert, die Linie hat dieselbe Farbe.“ Nutzen Sie das: Die Farbe ist die schwächste Stelle eines Pfades, nicht die Summe. Zeigen Sie die Zeile „Autorisierung“ in den Details vorher und nachher. Das Recht `nodes/proxy` ist alles auf einem Node; ab 1.32 kommen feinere (`nodes/pods`, `nodes/healthz` und andere).',
      },
    },
    {
      id: 'the-forgotten-door',
      title: { en: 'Close the third door: 10255', de: 'Die dritte Tür schließen: 10255' },
      text: {
        en: 'Path A12 is still there. The read-only port speaks plain HTTP and asks nobody for anything. It lists every pod of the node, with the values of environment variables that are written in the pod itself. Some of them are passwords.\n\nNone of what you have set so far applies to it. Close it.',
        de: 'Pfad A12 ist noch da. Der Read-only-Port spricht unverschlüsseltes HTTP und fragt niemanden nach etwas. Er nennt jeden Pod des Nodes samt den Werten von Umgebungsvariablen, die im Pod selbst stehen. Manche davon sind Passwörter.\n\nNichts von dem, was Sie bisher gesetzt haben, gilt für ihn. Schließen Sie ihn.',
      },
      look: { paths: ['A12'] },
      attacker: 'pod',
      task: {
        goal: { type: 'setting', component: 'kubelet', key: 'readOnlyPort', value: '0' },
        hint: {
          en: 'A port is closed by a number. Look for the setting whose value is 10255 now.',
          de: 'Ein Port wird durch eine Zahl geschlossen. Suchen Sie die Einstellung, deren Wert jetzt 10255 ist.',
        },
        secondHint: {
          en: 'Set `readOnlyPort` on both nodes. The number that means "no port" is the smallest there is.',
          de: 'Setzen Sie `readOnlyPort` auf beiden Nodes. Die Zahl für „kein Port“ ist die kleinste, die es gibt.',
        },
        solution: [{ component: 'kubelet', key: 'readOnlyPort', value: '0' }],
        explanation: {
          en: 'With 0 the kubelet does not open the port, and path A12 disappears from the picture. "Read only" meant that nobody could change anything through it. It never meant that there was nothing to steal.\n\nWhat is left on paths 8 to 11: the kube-apiserver does not check who answers. No setting of this lesson is about that.',
          de: 'Mit 0 öffnet das kubelet den Port nicht, und Pfad A12 verschwindet aus dem Bild. „Nur lesend“ hieß, dass darüber niemand etwas ändern konnte. Es hieß nie, dass es nichts zu stehlen gab.\n\nWas auf den Pfaden 8 bis 11 bleibt: Der kube-apiserver prüft nicht, wer antwortet. Davon handelt keine Einstellung dieser Lektion.',
        },
      },
      notes: {
        en: 'Ask what a pod list gives away: images, versions, names of Secrets, service accounts, literal passwords. Older monitoring reads this port, so it must be moved to 10250 first. The path is only visible when all paths are shown.',
        de: 'Fragen Sie, was eine Pod-Liste verrät: Images, Versionen, Namen von Secrets, ServiceAccounts, wörtliche Passwörter. Ältere Überwachung liest diesen Port und muss vorher auf 10250 umziehen. Der Pfad ist nur zu sehen, wenn alle Pfade gezeigt werden.',
      },
    },
    {
      id: 'get-is-not-harmless',
      title: { en: 'A right that sounds harmless', de: 'Ein Recht, das harmlos klingt' },
      text: {
        en: 'Rights are checked now. So it matters which rights are given. In RBAC a right is a verb and a resource, for example `get` on `nodes/proxy`.\n\nAssume that the kubelets take tokens, too (`authentication.webhook.enabled`), as they do with a configuration file.',
        de: 'Rechte werden jetzt geprüft. Also kommt es darauf an, welche vergeben sind. In RBAC besteht ein Recht aus einem Verb und einer Ressource, zum Beispiel `get` auf `nodes/proxy`.\n\nNehmen Sie an, dass die kubelets auch Token annehmen (`authentication.webhook.enabled`), wie sie es mit einer Konfigurationsdatei tun.',
      },
      look: { paths: ['A18'] },
      question: {
        type: 'choice',
        text: {
          en: 'The account of a monitoring tool has `get` on `nodes/proxy` and nothing else. What can somebody with its token do at port 10250?',
          de: 'Das Konto eines Überwachungswerkzeugs hat `get` auf `nodes/proxy` und sonst nichts. Was kann jemand mit dessen Token an Port 10250 tun?',
        },
        options: [
          {
            text: {
              en: 'Read metrics and the list of pods, not more',
              de: 'Metriken und die Pod-Liste lesen, mehr nicht',
            },
            right: false,
            why: {
              en: 'For metrics alone there is the smaller right `nodes/metrics`. This one goes further.',
              de: 'Für Metriken allein gibt es das kleinere Recht `nodes/metrics`. Dieses geht weiter.',
            },
          },
          {
            text: { en: 'Read logs as well, but start nothing', de: 'Auch Protokolle lesen, aber nichts starten' },
            right: false,
            why: {
              en: 'Logs yes. But a command can be started through a connection that begins with GET, too.',
              de: 'Protokolle ja. Aber auch ein Befehl lässt sich über eine Verbindung starten, die mit GET beginnt.',
            },
          },
          {
            text: { en: 'Run commands in the pods of the node', de: 'Befehle in den Pods des Nodes ausführen' },
            right: true,
            why: {
              en: 'A WebSocket begins as GET, and the kubelet checks `get` on `nodes/proxy` for it. Neither the rights on `pods/exec` nor admission are asked.',
              de: 'Ein WebSocket beginnt als GET, und das kubelet prüft dafür `get` auf `nodes/proxy`. Weder die Rechte auf `pods/exec` noch Admission werden gefragt.',
            },
          },
          {
            text: { en: 'Nothing, since exec needs the verb create', de: 'Nichts, denn exec braucht das Verb create' },
            right: false,
            why: {
              en: 'That is the rule for `pods/exec` at the kube-apiserver, and even there only with POST or in recent versions.',
              de: 'Das ist die Regel für `pods/exec` am kube-apiserver, und auch dort nur mit POST oder in neueren Versionen.',
            },
          },
        ],
      },
      notes: {
        en: 'Ask the group to look for `nodes/proxy` in their own roles after the lesson; monitoring charts often ask for it. Direct calls to the kubelet are not in the audit log of the kube-apiserver either.',
        de: 'Bitten Sie die Gruppe, nach der Lektion in den eigenen Rollen nach `nodes/proxy` zu suchen; Charts für Überwachung verlangen es oft. Direkte Aufrufe am kubelet stehen auch nicht im Audit-Log des kube-apiservers.',
      },
    },
  ],
  questions: [
    {
      type: 'choice',
      text: {
        en: 'A kubelet runs without a configuration file and without `--read-only-port`. A benchmark tool reports control 4.2.4 (read-only port) as passed. What is the state of port 10255?',
        de: 'Ein kubelet läuft ohne Konfigurationsdatei und ohne `--read-only-port`. Ein Prüfwerkzeug meldet Kontrolle 4.2.4 (Read-only-Port) als bestanden. Wie steht es um Port 10255?',
      },
      options: [
        {
          text: { en: 'Closed, just as the tool reports', de: 'Geschlossen, wie es das Werkzeug meldet' },
          right: false,
          why: {
            en: 'The control also passes where nothing is set. It looks at text, not at the port.',
            de: 'Die Kontrolle gilt auch als bestanden, wo nichts gesetzt ist. Sie sieht auf Text, nicht auf den Port.',
          },
        },
        {
          text: { en: 'Open, but only on the address 127.0.0.1', de: 'Offen, aber nur auf der Adresse 127.0.0.1' },
          right: false,
          why: {
            en: 'It binds to the address of the kubelet, and that is 0.0.0.0 if nothing else is set.',
            de: 'Er bindet sich an die Adresse des kubelet, und das ist ohne Zutun 0.0.0.0.',
          },
        },
        {
          text: { en: 'Open to everybody who reaches it', de: 'Offen für jeden, der ihn erreichen kann' },
          right: true,
          why: {
            en: 'The default of the flag is 10255. Only a configuration file turns the default into 0.',
            de: 'Der Standard des Flags ist 10255. Erst eine Konfigurationsdatei macht den Standard zu 0.',
          },
        },
        {
          text: { en: 'Closed since it needs a file', de: 'Geschlossen, denn er braucht eine Datei' },
          right: false,
          why: {
            en: 'It is the other way round: with a file it is closed unless the file opens it.',
            de: 'Umgekehrt: Mit einer Datei ist er geschlossen, außer sie öffnet ihn.',
          },
        },
      ],
    },
    {
      type: 'paths',
      text: {
        en: 'The doors are closed now. Mark every path in the picture on which a man in the middle could still reach the true server and pass everything on.',
        de: 'Die Türen sind jetzt zu. Markieren Sie jeden Pfad im Bild, auf dem ein Man-in-the-Middle noch den echten Server erreichen und alles weiterreichen könnte.',
      },
      criterion: { by: 'relay' },
      why: {
        en: 'Of the documented paths it is the proxy, 12 to 17: there nobody proves anything. On 8 to 11 it is no longer possible: the kubelet demands a certificate that the attacker cannot pass on. A18 is among them only where the kubelet takes tokens, because a token can be passed on.',
        de: 'Von den dokumentierten Pfaden ist es der Proxy, 12 bis 17: Dort weist niemand etwas nach. Auf 8 bis 11 geht es nicht mehr: Das kubelet verlangt ein Zertifikat, das der Angreifer nicht weiterreichen kann. A18 gehört nur dazu, wo das kubelet Token annimmt, denn ein Token lässt sich weiterreichen.',
      },
    },
    {
      type: 'order',
      text: {
        en: 'A caller with a token arrives at port 10250 of a kubelet with `Webhook` in both places. In which order is it decided?',
        de: 'Ein Anrufer mit einem Token kommt an Port 10250 eines kubelet an, bei dem an beiden Stellen `Webhook` gilt. In welcher Reihenfolge wird entschieden?',
      },
      items: [
        { en: 'The TLS connection is set up.', de: 'Die TLS-Verbindung wird aufgebaut.' },
        {
          en: 'The kubelet asks the kube-apiserver whose token it is.',
          de: 'Das kubelet fragt den kube-apiserver, wessen Token es ist.',
        },
        {
          en: 'It finds out which part of `nodes` the request is about.',
          de: 'Es stellt fest, um welchen Teil von `nodes` es geht.',
        },
        {
          en: 'It asks the kube-apiserver whether this account may do that.',
          de: 'Es fragt den kube-apiserver, ob dieses Konto das darf.',
        },
        { en: 'The command is run.', de: 'Der Befehl wird ausgeführt.' },
      ],
      why: {
        en: 'First who you are, then what you may do. Both answers come from the kube-apiserver; the kubelet keeps no list of its own.',
        de: 'Zuerst, wer Sie sind, dann, was Sie dürfen. Beide Antworten kommen vom kube-apiserver; das kubelet führt keine eigene Liste.',
      },
    },
  ],
  takeaways: [
    {
      en: 'With flags only, a kubelet lets strangers in, allows everything and opens port 10255; with a file, none of it.',
      de: 'Nur mit Flags lässt ein kubelet Fremde ein, erlaubt alles und öffnet Port 10255; mit einer Datei nichts davon.',
    },
    {
      en: 'Without `clientCAFile` the kubelet never asks for a certificate: then the kube-apiserver is a stranger as well.',
      de: 'Ohne `clientCAFile` fragt das kubelet nie nach einem Zertifikat: Dann ist auch der kube-apiserver ein Fremder.',
    },
    {
      en: 'Nobody has to be in the middle where the door is open to all.',
      de: 'Niemand muss dazwischen sitzen, wo die Tür allen offen steht.',
    },
    {
      en: '`get` on `nodes/proxy` is the right to run commands.',
      de: '`get` auf `nodes/proxy` ist das Recht, Befehle auszuführen.',
    },
  ],
  sources: ['KD', 'KO', 'KAA', 'KSRV', 'AUTHN', 'WEB54191', 'KB', 'LAB'],
};

function startedWith(form: ConfigSource): TopologyEdit {
  const refs = ['worker-1', 'worker-2'].map((nodeId) => ({ at: 'node', nodeId, component: 'kubelet' }) as const);
  return { type: 'set-form', refs, form };
}
