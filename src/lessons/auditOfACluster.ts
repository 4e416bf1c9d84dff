import type { ComponentRef } from '../domain/edit.ts';
import { unknownConfig, userConfig } from '../domain/settings.ts';
import { type ClusterNode, emptyTopology, type Pod, type Service, type Topology } from '../domain/topology.ts';
import {
  askForServingCertificates,
  checkKubeletCertificates,
  kubeletCertificatesSigned,
} from './kubeletCertificates.ts';
import type { Lesson } from './lesson.ts';

const pki = '/etc/kubernetes/pki';

/** From a picture with several problems and an unknown node to a report. */
export const auditOfACluster: Lesson = {
  id: 'audit-of-a-cluster',
  title: { en: 'Audit of a cluster, from picture to report', de: 'Prüfung eines Clusters, vom Bild zum Bericht' },
  aim: {
    en: 'You can take a cluster with several problems, find the worst, close what can be closed in an order that breaks nothing, and account for the rest in a report.',
    de: 'Sie können einen Cluster mit mehreren Problemen nehmen, das schlimmste finden, in einer Reihenfolge schließen, was sich schließen lässt, ohne etwas zu zerbrechen, und über den Rest in einem Bericht Rechenschaft geben.',
  },
  minutes: 15,
  start: { topology: theShop() },
  steps: [
    {
      id: 'first-look',
      title: { en: 'The first look', de: 'Der erste Blick' },
      text: {
        en: 'A shop runs on this cluster: one host for the control plane (master), three nodes that were set up at different times by different people. You are asked for a report on who can sit in the middle.\n\nThe picture shows all paths. Do not open anything yet. Look for three things: lines that are drawn twice or three times, because nodes that should be equal are not; lines whose class is "not determined"; and which network the lines cross.',
        de: 'Auf diesem Cluster läuft ein Shop: ein Host für die Control Plane (Master), drei Nodes, die zu verschiedenen Zeiten von verschiedenen Leuten eingerichtet wurden. Man bittet Sie um einen Bericht, wer dazwischen sitzen kann.\n\nDas Bild zeigt alle Pfade. Öffnen Sie noch nichts. Achten Sie auf drei Dinge: Linien, die zwei- oder dreimal gezeichnet sind, weil Nodes, die gleich sein sollten, es nicht sind; Linien, deren Klasse „nicht ermittelt“ ist; und welches Netz die Linien kreuzen.',
      },
      look: { paths: ['P08', 'A12', 'A18'], components: ['kubelet'] },
      notes: {
        en: 'Give the group two minutes of silence with the picture and collect what they saw on a board, without judging. Most name the red lines first; ask what they would need to know about the third node before they say anything about it. This habit, known before judged, is what the lesson trains.',
        de: 'Geben Sie der Gruppe zwei stille Minuten mit dem Bild und sammeln Sie an einer Tafel, was sie sah, ohne zu werten. Die meisten nennen zuerst die roten Linien; fragen Sie, was man über den dritten Node wissen müsste, bevor man etwas über ihn sagt. Diese Gewohnheit, erst wissen, dann urteilen, übt die Lektion ein.',
      },
    },
    {
      id: 'what-is-not-known',
      title: { en: 'First make known what is not', de: 'Zuerst klären, was nicht bekannt ist' },
      text: {
        en: 'Nobody gave you the configuration of shop-node-3, so A12 and A18 are not determined there. "Not determined" is not "safe": it may be the worst of the three.\n\nYou ask, and its owner sends the file. It is a kubelet configuration file. It names `clientCAFile: /etc/kubernetes/pki/ca.crt` and says nothing else about access. Enter that.',
        de: 'Die Konfiguration von shop-node-3 hat Ihnen niemand gegeben, also sind A12 und A18 dort nicht ermittelt. „Nicht ermittelt“ ist nicht „sicher“: Es kann der schlimmste der drei sein.\n\nSie fragen nach, und die Zuständige schickt die Datei. Es ist eine Konfigurationsdatei des kubelet. Sie nennt `clientCAFile: /etc/kubernetes/pki/ca.crt` und sagt sonst nichts zum Zugang. Tragen Sie das ein.',
      },
      look: { paths: ['A12', 'A18'], components: ['kubelet'] },
      task: {
        goal: {
          type: 'all',
          of: [
            { type: 'status', path: 'A18', is: ['protected', 'open', 'unverified', 'plaintext'] },
            { type: 'works', path: 'P09' },
          ],
        },
        hint: {
          en: 'An absent line in a file counts as the default of files. So two things must be entered: how the kubelet is started, and the one line.',
          de: 'Was in einer Datei fehlt, zählt mit dem Standard für Dateien. Zwei Dinge sind also einzutragen: womit das kubelet gestartet wird, und die eine Zeile.',
        },
        secondHint: {
          en: 'Click the kubelet of shop-node-3. Set "Started with" to "a configuration file", then `authentication.x509.clientCAFile`.',
          de: 'Klicken Sie auf das kubelet von shop-node-3. Setzen Sie „Gestartet mit“ auf „einer Konfigurationsdatei“, dann `authentication.x509.clientCAFile`.',
        },
        solution: [
          { type: 'set-form', refs: [kubeletOf('shop-node-3')], form: 'config-file' },
          {
            type: 'set-setting',
            refs: [kubeletOf('shop-node-3')],
            key: 'authentication.x509.clientCAFile',
            value: `${pki}/ca.crt`,
          },
        ],
        explanation: {
          en: 'shop-node-3 is now like shop-node-2, and the two share their lines. Strangers are turned away, rights are checked, and port 10255 is closed: all that by default, because there is a file. One node is left that differs: shop-node-1.',
          de: 'shop-node-3 ist nun wie shop-node-2, und beide teilen sich ihre Linien. Fremde werden abgewiesen, Rechte geprüft, und Port 10255 ist geschlossen: alles ohne Zutun, weil es eine Datei gibt. Ein Node bleibt, der anders ist: shop-node-1.',
        },
      },
      notes: {
        en: 'On a real job you would import the file; here it is entered by hand to see what follows from what. If somebody sets the form alone, path 9 says that the calls are refused, which is a good reason to ask the owner again.',
        de: 'Im echten Auftrag würden Sie die Datei importieren; hier wird sie von Hand eingetragen, damit man sieht, was woraus folgt. Setzt jemand nur die Form, sagt Pfad 9, dass die Aufrufe abgewiesen werden: ein guter Grund, noch einmal nachzufragen.',
      },
    },
    {
      id: 'the-worst',
      title: { en: 'Find the worst', de: 'Das Schlimmste finden' },
      text: {
        en: 'Many lines are not protected. They are not equally bad. Ask of each: where must an attacker stand, and what does he get?\n\nHe now runs code in one ordinary pod. The list in the attacker’s panel begins with the worst that he reaches.',
        de: 'Viele Linien sind nicht geschützt. Gleich schlimm sind sie nicht. Fragen Sie bei jeder: Wo muss ein Angreifer stehen, und was bekommt er?\n\nEr führt jetzt Code in einem gewöhnlichen Pod aus. Die Liste beim Angreifer beginnt mit dem Schlimmsten, das er erreicht.',
      },
      attacker: 'pod',
      playback: { path: 'A18', attack: 'active' },
      question: {
        type: 'choice',
        text: {
          en: 'You may report one finding by telephone today. Which one?',
          de: 'Einen Befund dürfen Sie heute schon am Telefon melden. Welchen?',
        },
        options: [
          {
            text: {
              en: 'The kube-apiserver does not check any kubelet (8 to 11)',
              de: 'Der kube-apiserver prüft kein kubelet (8 bis 11)',
            },
            right: false,
            why: {
              en: 'Bad, on all nodes. But he must be on the way, and where the kubelet turns strangers away he only poses.',
              de: 'Schlimm, auf allen Nodes. Aber er muss auf dem Weg stehen, und wo das kubelet Fremde abweist, gibt er sich nur aus.',
            },
          },
          {
            text: {
              en: 'The proxy to pods and Services is not encrypted (14, 16)',
              de: 'Der Proxy zu Pods und Services ist Klartext (14, 16)',
            },
            right: false,
            why: {
              en: 'Readable on the way, whenever somebody uses the proxy. No command is run with it.',
              de: 'Unterwegs lesbar, sooft jemand den Proxy benutzt. Befehle führt man damit nicht aus.',
            },
          },
          {
            text: {
              en: 'metrics-server sends its token to whoever answers (A9)',
              de: 'metrics-server gibt sein Token dem, der antwortet (A9)',
            },
            right: false,
            why: {
              en: 'A real finding: the token can be used again. But he must answer on the network of the nodes, and the account has few rights.',
              de: 'Ein echter Befund: Das Token gilt wieder. Aber er muss im Netz der Nodes antworten, und das Konto hat wenige Rechte.',
            },
          },
          {
            text: {
              en: 'The kubelet of shop-node-1 lets everybody in (A18)',
              de: 'Das kubelet von shop-node-1 lässt alle ein (A18)',
            },
            right: true,
            why: {
              en: 'From any pod, without being in the middle of anything, he runs commands in all pods of that node. Nothing else is so near and so grave.',
              de: 'Aus jedem Pod, ohne irgendwo dazwischen zu sitzen, führt er Befehle in allen Pods dieses Nodes aus. Nichts anderes liegt so nah und wiegt so schwer.',
            },
          },
        ],
      },
      notes: {
        en: 'Let people argue for each of the four; all are findings, the question is the order. Two measures help: how little the attacker needs, and how much he gets. Ask how the order would change for somebody on the network between control plane and nodes.',
        de: 'Lassen Sie für jeden der vier argumentieren; Befunde sind es alle, die Frage ist die Reihenfolge. Zwei Maße helfen: wie wenig der Angreifer braucht und wie viel er bekommt. Fragen Sie, wie sich die Reihenfolge für jemanden im Netz zwischen Control Plane und Nodes änderte.',
      },
    },
    {
      id: 'close-the-open-kubelet',
      title: { en: 'Close the open kubelet', de: 'Das offene kubelet schließen' },
      text: {
        en: 'shop-node-1 was started with flags only. Close its doors: no strangers, rights checked, no read-only port. The kube-apiserver must still be let in.\n\nOpen "Fixes" and look for the remedies about the kubelet. "Try it" shows what would change; "Keep" takes it over.',
        de: 'shop-node-1 wurde nur mit Flags gestartet. Schließen Sie seine Türen: keine Fremden, geprüfte Rechte, kein Read-only-Port. Der kube-apiserver muss weiter hineinkommen.\n\nÖffnen Sie „Abhilfen“ und suchen Sie die zum kubelet. „Ausprobieren“ zeigt, was sich änderte; „Übernehmen“ behält es.',
      },
      look: { paths: ['P09', 'A12', 'A18'], components: ['kubelet'] },
      attacker: 'pod',
      task: {
        goal: {
          type: 'all',
          of: [
            { type: 'setting', component: 'kubelet', key: 'authentication.anonymous.enabled', value: 'false' },
            { type: 'setting', component: 'kubelet', key: 'authorization.mode', value: 'Webhook' },
            { type: 'setting', component: 'kubelet', key: 'readOnlyPort', value: '0' },
            { type: 'works', path: 'P09' },
          ],
        },
        hint: {
          en: 'There are two remedies: one for the main port of the kubelet, one for its second port.',
          de: 'Es sind zwei Abhilfen: eine für den Hauptport des kubelet, eine für seinen zweiten Port.',
        },
        secondHint: {
          en: 'They are "Let nobody into the kubelet without a name and a right" and "Close the kubelet’s read-only port". By hand it is: anonymous, webhook, `clientCAFile`, `authorization.mode` and `readOnlyPort`.',
          de: 'Gemeint sind die Abhilfe, nach der niemand ohne Namen und Recht in das kubelet kommt, und die, die den Read-only-Port schließt. Von Hand sind es: anonymous, webhook, `clientCAFile`, `authorization.mode` und `readOnlyPort`.',
        },
        solution: [
          {
            component: 'kubelet',
            key: 'authentication.x509.clientCAFile',
            value: `${pki}/ca.crt`,
            unless: 'set',
          },
          { component: 'kubelet', key: 'authentication.anonymous.enabled', value: 'false' },
          { component: 'kubelet', key: 'authentication.webhook.enabled', value: 'true' },
          { component: 'kubelet', key: 'authorization.mode', value: 'Webhook' },
          { component: 'kubelet', key: 'readOnlyPort', value: '0' },
        ],
        explanation: {
          en: 'Each remedy changes only the kubelets that need it. The attacker in the pod has lost the node; what is left to him there depends on the rights of the account of the pod, which is not in the model. Note what the remedy breaks: monitoring that reads kubelets without a name.',
          de: 'Jede Abhilfe ändert nur die kubelets, die es nötig haben. Der Angreifer im Pod hat den Node verloren; was ihm dort bleibt, hängt von den Rechten des Kontos dieses Pods ab, und die stehen nicht im Modell. Beachten Sie, was die Abhilfe außer Kraft setzt: Monitoring, das kubelets ohne Namen ausliest.',
        },
      },
      notes: {
        en: 'Show the page "Fixes" once in full: what a remedy changes, what it breaks, how one sees that it holds, and what it does not close. Insist that people read "Breaks" aloud before they keep anything; it is the sentence that a change request needs.',
        de: 'Zeigen Sie die Seite „Abhilfen“ einmal ganz: was eine Abhilfe ändert, was sie außer Kraft setzt, woran man sieht, dass sie wirkt, und was sie nicht schließt. Bestehen Sie darauf, dass „Setzt außer Kraft“ vorgelesen wird, bevor jemand übernimmt; es ist der Satz, den ein Änderungsantrag braucht.',
      },
    },
    {
      id: 'flag-last',
      title: { en: 'Certificates first, the flag last', de: 'Zuerst die Zertifikate, zuletzt das Flag' },
      text: {
        en: 'Now have the kube-apiserver check the kubelets, on paths 8 to 11. `kubectl logs` must work at every moment. If the kube-apiserver checks before the kubelets have certificates that pass, every call fails.\n\nMake the changes one by one in the order in which you would make them on the real cluster.',
        de: 'Lassen Sie nun den kube-apiserver die kubelets prüfen, auf den Pfaden 8 bis 11. `kubectl logs` muss jederzeit funktionieren. Prüft der kube-apiserver, bevor die kubelets Zertifikate haben, die bestehen, schlägt jeder Aufruf fehl.\n\nMachen Sie die Änderungen einzeln, in der Reihenfolge, in der Sie sie am echten Cluster machen würden.',
      },
      look: { paths: ['P08', 'P09', 'P10', 'P11'], components: ['kubelet', 'kube-apiserver'] },
      task: {
        goal: {
          type: 'all',
          of: [
            kubeletCertificatesSigned,
            { type: 'status', path: 'P08', is: ['protected'] },
            { type: 'status', path: 'P09', is: ['protected'] },
            { type: 'works', path: 'P08' },
          ],
        },
        hint: {
          en: 'One change is on every node and changes no color. The other is on the kube-apiserver and changes four.',
          de: 'Die eine Änderung liegt auf jedem Node und macht keine dieser Linien anders. Die andere liegt beim kube-apiserver und ändert vier.',
        },
        secondHint: {
          en: '`serverTLSBootstrap` on all three nodes; on the real cluster the requests are then approved. Only after that `--kubelet-certificate-authority`.',
          de: '`serverTLSBootstrap` auf allen drei Nodes; am echten Cluster werden dann die Anträge genehmigt. Erst danach `--kubelet-certificate-authority`.',
        },
        solution: [askForServingCertificates, checkKubeletCertificates],
        explanation: {
          en: 'Between the two lies a step that no model shows: somebody looks at each request and approves it. Kubernetes does not do that by itself, because it cannot know which addresses belong to a node. The remedy in "Fixes" has the commands for it, and the check that logs still work.',
          de: 'Zwischen beiden liegt ein Schritt, den kein Modell zeigt: Jemand sieht jeden Antrag an und genehmigt ihn. Kubernetes tut das nicht von selbst, denn es kann nicht wissen, welche Adressen einem Node gehören. Die Abhilfe unter „Abhilfen“ nennt die Befehle dafür und die Probe, dass Protokolle noch funktionieren.',
        },
      },
      notes: {
        en: 'Let somebody do it the wrong way round on purpose: the note on path 8 says that logs fail until certificates are signed. Then ask for the rollback plan of the flag. The addresses in the certificates must be of the kind that the kube-apiserver dials.',
        de: 'Lassen Sie es jemanden absichtlich falsch herum machen: Der Hinweis an Pfad 8 sagt, dass Protokolle fehlschlagen, bis Zertifikate signiert sind. Fragen Sie dann, wie das Flag zurückgenommen würde. Die Adressen in den Zertifikaten müssen von der Art sein, die der kube-apiserver anwählt.',
      },
    },
    {
      id: 'the-tokens',
      title: { en: 'The two tokens', de: 'Die zwei Token' },
      text: {
        en: 'Two tokens still go to servers that nobody checks: that of metrics-server (A9), and that of the pod price-import (path 4). The kubelets have certificates that can be checked now, so nothing stands in the way any more.',
        de: 'Zwei Token gehen noch an Server, die niemand prüft: das von metrics-server (A9) und das des Pods price-import (Pfad 4). Die kubelets haben jetzt prüfbare Zertifikate, also steht nichts mehr im Weg.',
      },
      look: { paths: ['P04', 'A09'] },
      task: {
        goal: {
          type: 'all',
          of: [
            { type: 'exposure', path: 'P04', exposure: 'credential-replay', holds: false },
            { type: 'exposure', path: 'A09', exposure: 'credential-replay', holds: false },
            { type: 'status', path: 'A09', is: ['protected'] },
          ],
        },
        hint: {
          en: 'One is a flag of metrics-server, the other a tick at a pod.',
          de: 'Das eine ist ein Flag von metrics-server, das andere ein Haken bei einem Pod.',
        },
        secondHint: {
          en: 'Set `--kubelet-insecure-tls` to false, and take the tick away at "Client skips verification (curl -k)" of price-import.',
          de: 'Setzen Sie `--kubelet-insecure-tls` auf false, und nehmen Sie bei price-import den Haken bei „Client prüft nicht (curl -k)“ weg.',
        },
        solution: [
          { component: 'metrics-server', key: 'kubelet-insecure-tls', value: 'false' },
          { component: 'pod', key: 'skips-verification', value: 'false' },
        ],
        explanation: {
          en: 'Neither sends its token before it has checked the server. Tokens that were sent before may have been taken: in the report, recommend to delete the pods once, so that their tokens end with them.',
          de: 'Keiner sendet sein Token mehr, bevor er den Server geprüft hat. Token von vorher können genommen worden sein: Empfehlen Sie im Bericht, die Pods einmal zu löschen, damit ihre Token mit ihnen enden.',
        },
      },
      notes: {
        en: 'Ask why this comes after the certificates and not before: metrics-server would have failed on self-signed certificates, and somebody would have set the flag again. The order of remedies is half of their value.',
        de: 'Fragen Sie, warum das nach den Zertifikaten kommt und nicht davor: metrics-server wäre an selbst signierten Zertifikaten gescheitert, und jemand hätte das Flag wieder gesetzt. Die Reihenfolge der Abhilfen ist ihr halber Wert.',
      },
    },
    {
      id: 'accept-with-a-reason',
      title: { en: 'Account for what stays', de: 'Über das Verbleibende Rechenschaft geben' },
      text: {
        en: 'No setting closes the proxy paths. They stay in the report, and somebody must decide about them. Write that decision down, as a remark on the paths 14 and 16: the kind "Accepted", and a reason. A good reason says who decided, why the risk is bearable, and until when that holds.\n\nExample: "Accepted by the head of operations until the next audit. Only two administrators have the right pods/proxy; nothing secret is opened through it."',
        de: 'Keine Einstellung schließt die Proxy-Pfade. Sie bleiben im Bericht, und jemand muss über sie entscheiden. Halten Sie die Entscheidung als Anmerkung an den Pfaden 14 und 16 fest: die Art „Akzeptiert“ und eine Begründung. Eine gute sagt, wer entschieden hat, warum das Risiko tragbar ist und bis wann das gilt.\n\nBeispiel: „Von der Betriebsleitung bis zur nächsten Prüfung akzeptiert. Nur zwei Administratoren haben das Recht pods/proxy; Geheimes wird darüber nicht geöffnet.“',
      },
      look: { paths: ['P14', 'P16'] },
      task: {
        goal: {
          type: 'all',
          of: [
            { type: 'remark', path: 'P14', kind: 'accepted' },
            { type: 'remark', path: 'P16', kind: 'accepted' },
          ],
        },
        hint: {
          en: 'Click a path. In the details there is a place for a remark.',
          de: 'Klicken Sie auf einen Pfad. In den Details ist Platz für eine Anmerkung.',
        },
        secondHint: {
          en: 'Choose the kind "Accepted" and write a sentence under "Reason". Do it on one line of path 14 and on path 16.',
          de: 'Wählen Sie die Art „Akzeptiert“ und schreiben Sie einen Satz unter „Begründung“. Tun Sie das an einer Linie von Pfad 14 und an Pfad 16.',
        },
        solution: [
          {
            type: 'remark',
            target: 'P14:shop-control-1:pod-web-1',
            remark: {
              kind: 'accepted',
              text: 'Head of operations, until the next audit: only two administrators have pods/proxy, nothing secret is opened through it. / Betriebsleitung, bis zur nächsten Prüfung: Nur zwei Administratoren haben pods/proxy, Geheimes wird darüber nicht geöffnet.',
            },
          },
          {
            type: 'remark',
            target: 'P16:shop-control-1:service-web',
            remark: {
              kind: 'accepted',
              text: 'Head of operations, until the next audit: services/proxy is granted to nobody else. / Betriebsleitung, bis zur nächsten Prüfung: services/proxy hat sonst niemand.',
            },
          },
        ],
        explanation: {
          en: 'The lines keep their class: an accepted risk is still a risk. But whoever reads the report sees that it was seen, by whom, and why it stays. A remark without a reason counts for nothing.',
          de: 'Die Linien behalten ihre Klasse: Ein akzeptiertes Risiko bleibt ein Risiko. Aber wer den Bericht liest, sieht, dass es gesehen wurde, von wem und warum es bleibt. Eine Anmerkung ohne Begründung zählt nicht.',
        },
      },
      notes: {
        en: 'Let two people read their reasons aloud and have the others play the auditor: who decided, why, until when? Weak reasons are "internal only" and "we have always done so". "Out of scope" is for what somebody else is responsible for, and should name that person.',
        de: 'Lassen Sie zwei ihre Begründungen vorlesen und die anderen Prüfer spielen: Wer hat entschieden, warum, bis wann? Schwache Begründungen sind „nur intern“ und „das war immer so“. „Außer Betracht“ ist für das, wofür jemand anders verantwortlich ist, und soll ihn nennen.',
      },
    },
    {
      id: 'the-report',
      title: { en: 'From picture to report', de: 'Vom Bild zum Bericht' },
      text: {
        en: 'Open "Export" and there the report. Read it as the person who asked for it: the summary, the exposed paths with their reasons, your remarks, what was assumed, and what is not known.\n\nSave it together with the project. With the project file you can show at the next audit what has changed since.',
        de: 'Öffnen Sie „Export“ und dort den Bericht. Lesen Sie ihn wie die Person, die ihn bestellt hat: die Zusammenfassung, die angreifbaren Pfade mit ihren Gründen, Ihre Anmerkungen, was angenommen wurde und was nicht bekannt ist.\n\nSpeichern Sie ihn zusammen mit dem Projekt. Mit der Projektdatei können Sie bei der nächsten Prüfung zeigen, was sich seitdem geändert hat.',
      },
      notes: {
        en: 'Ask: "What would you say first if you had one minute with the management?" Expected: one open kubelet was found and closed, the kubelets are verified now, the proxy stays and was accepted with a reason. Point at the section on assumptions: rights in RBAC and firewalls are not in the model, and the report says so.',
        de: 'Fragen Sie: „Was würden Sie in einer Minute der Leitung sagen?“ Erwartet: Ein offenes kubelet wurde gefunden und geschlossen, die kubelets werden jetzt geprüft, der Proxy bleibt und wurde mit Begründung akzeptiert. Zeigen Sie auf den Abschnitt über Annahmen: Rechte in RBAC und Firewalls stehen nicht im Modell, und der Bericht sagt das.',
      },
    },
  ],
  questions: [
    {
      type: 'choice',
      text: {
        en: 'In the picture of a cluster, a path is "not determined". What do you write in the report?',
        de: 'Im Bild eines Clusters ist ein Pfad „nicht ermittelt“. Was schreiben Sie in den Bericht?',
      },
      options: [
        {
          text: {
            en: 'That it counts as protected until somebody proves otherwise',
            de: 'Dass er als geschützt gilt, bis jemand anderes beweist',
          },
          right: false,
          why: {
            en: 'The kubelet that nobody shows may be the open one.',
            de: 'Gerade das kubelet, das niemand zeigt, kann das offene sein.',
          },
        },
        {
          text: {
            en: 'Which setting on which machine is missing to decide it',
            de: 'Welche Einstellung auf welcher Maschine dafür fehlt',
          },
          right: true,
          why: {
            en: 'A question with an address can be answered. The report lists these questions.',
            de: 'Eine Frage mit Adresse lässt sich beantworten. Der Bericht führt diese Fragen auf.',
          },
        },
        {
          text: {
            en: 'That it is open, since defaults are insecure in general',
            de: 'Dass er offen ist, denn Standards sind meist unsicher',
          },
          right: false,
          why: {
            en: 'The defaults differ with the way a component is started. Guessing makes the rest of the report doubtful.',
            de: 'Die Standards hängen davon ab, wie eine Komponente gestartet wird. Wer rät, macht den übrigen Bericht zweifelhaft.',
          },
        },
        {
          text: {
            en: 'Nothing, because only what is known belongs in a report',
            de: 'Nichts, denn in einen Bericht gehört nur Bekanntes',
          },
          right: false,
          why: {
            en: 'Then a reader takes the silence for a good sign.',
            de: 'Dann hält ein Leser das Schweigen für ein gutes Zeichen.',
          },
        },
      ],
    },
    {
      type: 'paths',
      text: {
        en: 'Everything that settings can close is closed. Mark every path in the picture that is still readable and changeable.',
        de: 'Alles, was Einstellungen schließen können, ist geschlossen. Markieren Sie jeden Pfad im Bild, der noch lesbar und veränderbar ist.',
      },
      criterion: { by: 'status', is: ['plaintext'] },
      why: {
        en: 'Of the documented paths these are 12, 14 and 16, the proxy without a prefix. Your remarks have not changed their class. Beside them there is what the applications speak to each other, and the health port of kube-proxy.',
        de: 'Von den dokumentierten Pfaden sind das 12, 14 und 16, der Proxy ohne Präfix. Ihre Anmerkungen haben ihre Klasse nicht geändert. Daneben gibt es, was die Anwendungen miteinander sprechen, und den Statusport von kube-proxy.',
      },
    },
    {
      type: 'order',
      text: {
        en: 'Put the work on paths 8 to 11 in an order in which `kubectl logs` never fails.',
        de: 'Bringen Sie die Arbeit an den Pfaden 8 bis 11 in eine Reihenfolge, in der `kubectl logs` nie fehlschlägt.',
      },
      items: [
        {
          en: 'Find out how each kubelet is started.',
          de: 'Herausfinden, wie jedes kubelet gestartet wird.',
        },
        {
          en: 'Set `serverTLSBootstrap` on every kubelet.',
          de: '`serverTLSBootstrap` bei jedem kubelet setzen.',
        },
        {
          en: 'Look at the certificate requests and approve them.',
          de: 'Die Zertifikatsanträge ansehen und genehmigen.',
        },
        {
          en: 'Set `--kubelet-certificate-authority` on the kube-apiserver.',
          de: '`--kubelet-certificate-authority` beim kube-apiserver setzen.',
        },
        {
          en: 'Fetch a log line from a pod on every node.',
          de: 'Von einem Pod auf jedem Node eine Protokollzeile abrufen.',
        },
      ],
      why: {
        en: 'A request exists only after a kubelet has asked, and a certificate only after somebody approved. The flag turns the check on for all nodes at once, so it comes when all of them can pass.',
        de: 'Einen Antrag gibt es erst, wenn ein kubelet ihn stellt, und ein Zertifikat erst, wenn jemand genehmigt. Das Flag schaltet die Prüfung für alle Nodes auf einmal ein, also kommt es, wenn alle bestehen können.',
      },
    },
  ],
  takeaways: [
    {
      en: 'Make known what is not known before you judge.',
      de: 'Klären Sie, was nicht bekannt ist, bevor Sie urteilen.',
    },
    {
      en: 'The worst finding is the one that needs least and gives most.',
      de: 'Der schlimmste Befund ist der, der am wenigsten braucht und am meisten gibt.',
    },
    {
      en: 'Certificates first, the flag last.',
      de: 'Zuerst die Zertifikate, zuletzt das Flag.',
    },
    {
      en: 'What cannot be closed is accepted by somebody, with a reason, and keeps its class.',
      de: 'Was sich nicht schließen lässt, akzeptiert jemand mit Begründung, und es behält seine Klasse.',
    },
  ],
  sources: ['SEED', 'KAA', 'KO', 'KD', 'TLSB', 'MS', 'AS', 'LAB'],
};

/** A cluster with an open kubelet, an unknown one, two tokens that are given away, and nobody who checks a kubelet. */
function theShop(): Topology {
  const kubeadm = userConfig('kubeadm');
  return {
    ...emptyTopology,
    name: 'shop',
    kubernetesVersion: '1.33',
    controlPlanes: [
      {
        id: 'shop-control-1',
        name: 'shop-control-1',
        components: {
          'kube-apiserver': kubeadm,
          'kube-scheduler': kubeadm,
          'kube-controller-manager': kubeadm,
          etcd: kubeadm,
        },
      },
    ],
    nodes: [
      node('shop-node-1', userConfig('flags')),
      node('shop-node-2', userConfig('config-file', { 'authentication.x509.clientCAFile': `${pki}/ca.crt` })),
      node('shop-node-3', unknownConfig),
    ],
    pods: [
      pod('web-1', 'shop-node-2', 'web', 8080),
      { ...pod('price-import', 'shop-node-2', 'price-import', 8080), skipsVerification: true },
      { ...pod('db-0', 'shop-node-1', 'db', 5432), tokenMounted: false },
      pod('web-2', 'shop-node-3', 'web', 8080),
    ],
    services: [
      { ...service('kubernetes', 443), namespace: 'default', clusterIp: '10.96.0.1', selector: {} },
      service('web', 80),
      service('db', 5432),
    ],
    outside: [{ id: 'kubectl', name: 'kubectl', kind: 'client', settings: userConfig('documented') }],
    extensions: [
      {
        id: 'metrics-server',
        name: 'metrics-server',
        kind: 'metrics-server',
        settings: userConfig('flags', { 'kubelet-insecure-tls': 'true' }),
      },
      { id: 'pod-network', name: 'pod-network', kind: 'pod-network', settings: userConfig('documented') },
    ],
  };
}

function node(name: string, kubelet: ClusterNode['kubelet']): ClusterNode {
  return { id: name, name, kubelet, kubeProxy: userConfig('documented'), konnectivityAgent: null };
}

function pod(name: string, nodeId: string, app: string, port: number): Pod {
  return {
    id: `pod-${name}`,
    name,
    namespace: 'shop',
    nodeId,
    labels: { app },
    hostNetwork: false,
    running: true,
    tokenMounted: true,
    skipsVerification: false,
    ports: [port],
  };
}

function service(name: string, port: number): Service {
  return {
    id: `service-${name}`,
    name,
    namespace: 'shop',
    type: 'ClusterIP',
    clusterIp: null,
    selector: { app: name },
    ports: [port],
  };
}

function kubeletOf(nodeId: string): ComponentRef {
  return { at: 'node', nodeId, component: 'kubelet' };
}
