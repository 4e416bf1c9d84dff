import type { Goal, Lesson } from './lesson.ts';

const ca = '/etc/kubernetes/pki/ca.crt';
const requestsCertificates: Goal = {
  type: 'setting',
  component: 'kubelet',
  key: 'serverTLSBootstrap',
  value: 'true',
};
/** As long as the kube-apiserver checks nothing, kubelets can change their certificates without breaking anything. */
const checksNobody: Goal = {
  type: 'setting',
  component: 'kube-apiserver',
  key: 'kubelet-certificate-authority',
  value: null,
};

/** Serving certificates first, the flag last. */
export const fixingInTheRightOrder: Lesson = {
  id: 'fixing-in-the-right-order',
  title: { en: 'Fixing it in the right order', de: 'In der richtigen Reihenfolge beheben' },
  aim: {
    en: 'You can switch on the check of kubelets in a running cluster without breaking `kubectl logs`.',
    de: 'Sie können in einem laufenden Cluster die Prüfung der kubelets einschalten, ohne `kubectl logs` zu unterbrechen.',
  },
  minutes: 15,
  start: { scenario: 'kubeadm' },
  steps: [
    {
      id: 'the-plan',
      title: { en: 'Two ends, one plan', de: 'Zwei Enden, ein Plan' },
      text: {
        en: 'Paths 8 to 11 have two ends. The kubelet needs a serving certificate that the cluster’s CA has signed. The kube-apiserver needs to be told that CA, with `--kubelet-certificate-authority`.\n\nBefore you touch anything: what has to come first?',
        de: 'Die Pfade 8 bis 11 haben zwei Enden. Das kubelet braucht ein Serving-Zertifikat, das die CA des Clusters signiert hat. Dem kube-apiserver muss man diese CA nennen, mit `--kubelet-certificate-authority`.\n\nBevor Sie etwas anfassen: Was muss zuerst kommen?',
      },
      look: { paths: ['P08', 'P09', 'P10', 'P11'], components: ['kube-apiserver', 'kubelet'] },
      question: {
        type: 'choice',
        text: {
          en: 'Kubelets still have the certificates that they made themselves. What happens if the flag is set now?',
          de: 'Die kubelets haben noch die Zertifikate, die sie selbst erstellt haben. Was geschieht, wenn die Option jetzt gesetzt wird?',
        },
        options: [
          {
            text: { en: 'Logs and exec fail at once.', de: 'Logs und exec schlagen sofort fehl.' },
            right: true,
            why: {
              en: 'Yes. The check works, and the true kubelet does not pass it.',
              de: 'Ja. Die Prüfung wirkt, und das echte kubelet besteht sie nicht.',
            },
          },
          {
            text: {
              en: 'Kubelets get new certificates on their own.',
              de: 'Die kubelets erhalten von selbst neue Zertifikate.',
            },
            right: false,
            why: {
              en: 'The flag is a matter of the kube-apiserver. Kubelets do not even learn of it.',
              de: 'Die Option ist Sache des kube-apiservers. Die kubelets erfahren nicht einmal davon.',
            },
          },
          {
            text: {
              en: 'A warning is logged, and all goes on.',
              de: 'Eine Warnung wird protokolliert, und alles läuft weiter.',
            },
            right: false,
            why: {
              en: 'There is no such mode. A certificate passes or the connection is dropped.',
              de: 'Diesen Modus gibt es nicht. Ein Zertifikat besteht, oder die Verbindung wird abgebrochen.',
            },
          },
          {
            text: { en: 'Nodes lose their contact to the cluster.', de: 'Nodes verlieren den Kontakt zum Cluster.' },
            right: false,
            why: {
              en: 'Path 1 is opened by the kubelet and is not concerned. Pods go on running.',
              de: 'Pfad 1 öffnet das kubelet, er ist nicht betroffen. Pods laufen weiter.',
            },
          },
        ],
      },
      notes: {
        en: 'Do not correct answers yet, the next step shows it. If somebody asks about the last option: an outage of logs and exec is bad enough, above all on the day when you need them to find out why.',
        de: 'Berichtigen Sie Antworten noch nicht, der nächste Schritt zeigt es. Fragt jemand nach der letzten Antwort: Ein Ausfall von Logs und exec ist schlimm genug, vor allem an dem Tag, an dem man sie braucht, um die Ursache zu finden.',
      },
    },
    {
      id: 'the-wrong-order',
      title: { en: 'The wrong order', de: 'Die falsche Reihenfolge' },
      text: {
        en: 'Step through, and read the note in the details of path 8 on the second picture. A circle does not mean that it works.',
        de: 'Gehen Sie durch die Bilder und lesen Sie beim zweiten den Hinweis in den Details von Pfad 8. Ein Kreis heißt nicht, dass es funktioniert.',
      },
      look: { paths: ['P08', 'P09'] },
      demonstration: [
        {
          text: {
            en: 'The start: nothing is checked, `kubectl logs` works, with the true kubelet and with a false one.',
            de: 'Der Anfang: Nichts wird geprüft, `kubectl logs` funktioniert, mit dem echten kubelet und mit einem falschen.',
          },
          changes: [],
        },
        {
          text: {
            en: 'The flag first. The attacker is out, and so is the true kubelet: `x509: certificate signed by unknown authority`, or a complaint about missing addresses.',
            de: 'Die Option zuerst. Der Angreifer ist draußen und das echte kubelet auch: `x509: certificate signed by unknown authority` oder eine Klage über fehlende Adressen.',
          },
          changes: [{ component: 'kube-apiserver', key: 'kubelet-certificate-authority', value: ca }],
        },
        {
          text: {
            en: 'Only when kubelets have signed certificates does it work, and is safe. In between lay an outage that nobody needed.',
            de: 'Erst wenn die kubelets signierte Zertifikate haben, funktioniert es und ist sicher. Dazwischen lag ein Ausfall, den niemand brauchte.',
          },
          changes: [{ component: 'kubelet', key: 'serverTLSBootstrap', value: 'true' }],
        },
      ],
      notes: {
        en: 'Play the attack on path 8 on the second picture: it begins with “the true kubelet would fail the check too”. Ask what operators do in that situation. Expect: take the flag back, and never try again.',
        de: 'Spielen Sie beim zweiten Bild den Angriff auf Pfad 8 ab: Er beginnt damit, dass auch das echte kubelet an der Prüfung scheitern würde. Fragen Sie, was Betreiber in dieser Lage tun. Erwarten Sie: die Option zurücknehmen und es nie wieder versuchen.',
      },
    },
    {
      id: 'ask-for-certificates',
      title: { en: 'Do it: certificates first', de: 'Tun Sie es: zuerst die Zertifikate' },
      text: {
        en: 'Let every kubelet ask the cluster’s CA for a serving certificate. The kube-apiserver stays as it is for now.',
        de: 'Lassen Sie jedes kubelet bei der CA des Clusters ein Serving-Zertifikat anfordern. Der kube-apiserver bleibt vorerst, wie er ist.',
      },
      look: { paths: ['P08'], components: ['kubelet'] },
      task: {
        goal: { type: 'all', of: [requestsCertificates, checksNobody, { type: 'works', path: 'P08' }] },
        hint: {
          en: 'The setting is in the kubelet’s configuration, on both nodes. If you have set anything at the kube-apiserver, take it back.',
          de: 'Die Einstellung steht in der Konfiguration des kubelets, auf beiden Nodes. Haben Sie am kube-apiserver etwas gesetzt, nehmen Sie es zurück.',
        },
        secondHint: {
          en: 'It is called `serverTLSBootstrap`, and one node alone is not enough. `--kubelet-certificate-authority` must not be set yet.',
          de: 'Sie heißt `serverTLSBootstrap`, und ein Node allein genügt nicht. `--kubelet-certificate-authority` darf noch nicht gesetzt sein.',
        },
        solution: [{ component: 'kubelet', key: 'serverTLSBootstrap', value: 'true' }],
        explanation: {
          en: 'No badge has changed, and that is right: alone it closes nothing. Each kubelet has now handed in a request, a CSR, and waits. Until it is approved, it has nothing to serve with, and logs from its node fail: so go node by node, and approve at once.',
          de: 'Keine Plakette hat sich geändert, und das ist richtig: Allein schließt es nichts. Jedes kubelet hat nun eine Anforderung eingereicht, einen CSR, und wartet. Bis sie genehmigt ist, hat es nichts, womit es antworten kann, und Logs von seinem Node schlagen fehl: Gehen Sie also Node für Node vor und genehmigen Sie sofort.',
        },
      },
      notes: {
        en: 'Tell the alternative: `tlsCertFile` and `tlsPrivateKeyFile`, if you issue certificates yourself. Ask who will approve, and how fast: the wait is an outage of logs on that node.',
        de: 'Nennen Sie die andere Möglichkeit: `tlsCertFile` und `tlsPrivateKeyFile`, wenn man Zertifikate selbst ausstellt. Fragen Sie, wer genehmigen wird und wie schnell: Das Warten ist ein Ausfall der Logs auf diesem Node.',
      },
    },
    {
      id: 'approve',
      title: { en: 'Do it: approve, and write it down', de: 'Tun Sie es: genehmigen und festhalten' },
      text: {
        en: 'Nothing in Kubernetes approves these requests by itself, on purpose. Somebody has to compare the names and addresses in them with the node: `kubectl get csr`, `kubectl describe csr NAME`, `kubectl certificate approve NAME`.\n\nThe map cannot see that. So write it down: add a note to path 8 that says who approved and checked.',
        de: 'Nichts in Kubernetes genehmigt diese Anforderungen von selbst, und das mit Absicht. Jemand muss die Namen und Adressen darin mit dem Node vergleichen: `kubectl get csr`, `kubectl describe csr NAME`, `kubectl certificate approve NAME`.\n\nDie Karte kann das nicht sehen. Halten Sie es also fest: Fügen Sie Pfad 8 eine Notiz hinzu, die sagt, wer genehmigt und geprüft hat.',
      },
      look: { paths: ['P08'] },
      task: {
        goal: { type: 'all', of: [{ type: 'remark', path: 'P08', kind: 'note' }, requestsCertificates, checksNobody] },
        hint: {
          en: 'Select path 8. Somewhere in its details you can write something.',
          de: 'Wählen Sie Pfad 8. Irgendwo in seinen Details können Sie etwas schreiben.',
        },
        secondHint: {
          en: 'In the details there is “Remark”. Choose the kind “Note” and write a sentence; an empty one does not count.',
          de: 'In den Details gibt es „Anmerkung“. Wählen Sie die Art „Notiz“ und schreiben Sie einen Satz; ein leerer zählt nicht.',
        },
        solution: [
          {
            type: 'remark',
            target: 'P08:control-plane-1:worker-1',
            remark: { kind: 'note', text: 'kubectl get csr: kubernetes.io/kubelet-serving, Approved,Issued' },
          },
        ],
        explanation: {
          en: 'A note changes no verdict. But whoever sets the flag tomorrow now knows that the certificates are there.',
          de: 'Eine Notiz ändert kein Urteil. Doch wer morgen die Option setzt, weiß nun, dass die Zertifikate da sind.',
        },
      },
      notes: {
        en: 'Ask why Kubernetes does not approve them. Expect “laziness”. The reason: it cannot know which addresses belong to a node, and a wrong approval lets one node pose as another. There are approvers as add-ons that ask the cloud or compare addresses.',
        de: 'Fragen Sie, warum Kubernetes sie nicht genehmigt. Erwarten Sie „Bequemlichkeit“. Der Grund: Es kann nicht wissen, welche Adressen einem Node gehören, und eine falsche Genehmigung lässt einen Node als einen anderen auftreten. Es gibt Zusatzprogramme, die genehmigen, indem sie die Cloud fragen oder Adressen vergleichen.',
      },
    },
    {
      id: 'set-the-flag',
      title: { en: 'Do it: the flag last', de: 'Tun Sie es: zuletzt die Option' },
      text: {
        en: 'Certificates are signed. Now let the kube-apiserver check them, so that paths 8 to 11 are protected and logs go on working.',
        de: 'Die Zertifikate sind signiert. Lassen Sie den kube-apiserver sie nun prüfen, sodass die Pfade 8 bis 11 geschützt sind und Logs weiter funktionieren.',
      },
      look: { paths: ['P08', 'P09', 'P10', 'P11'], components: ['kube-apiserver'] },
      task: {
        goal: {
          type: 'all',
          of: [
            { type: 'works', path: 'P08' },
            { type: 'status', path: 'P08', is: ['protected'] },
            { type: 'status', path: 'P09', is: ['protected'] },
            { type: 'status', path: 'P10', is: ['protected'] },
            { type: 'status', path: 'P11', is: ['protected'] },
          ],
        },
        hint: {
          en: 'One setting of the kube-apiserver is left. It names a file.',
          de: 'Eine Einstellung des kube-apiservers fehlt noch. Sie nennt eine Datei.',
        },
        secondHint: {
          en: 'Set `--kubelet-certificate-authority` to the file of the CA that has signed, under `/etc/kubernetes/pki`.',
          de: 'Setzen Sie `--kubelet-certificate-authority` auf die Datei der CA, die signiert hat, unter `/etc/kubernetes/pki`.',
        },
        solution: [{ component: 'kube-apiserver', key: 'kubelet-certificate-authority', value: ca }],
        explanation: {
          en: 'Chain and address of the kubelet are now checked before the kube-apiserver sends anything. An attacker gets neither the request nor even its certificate.',
          de: 'Kette und Adresse des kubelets werden nun geprüft, bevor der kube-apiserver etwas sendet. Ein Angreifer bekommt weder die Anfrage noch auch nur dessen Zertifikat.',
        },
      },
      notes: {
        en: 'Have them try it on the real cluster afterwards: `kubectl logs` and `kubectl exec` on a pod of every node. Mention `--kubelet-preferred-address-types`: the address that is dialled must be in the certificate.',
        de: 'Lassen Sie es danach am echten Cluster probieren: `kubectl logs` und `kubectl exec` für einen Pod jedes Nodes. Erwähnen Sie `--kubelet-preferred-address-types`: Die Adresse, die gewählt wird, muss im Zertifikat stehen.',
      },
    },
    {
      id: 'what-is-left',
      title: { en: 'What is left', de: 'Was bleibt' },
      text: {
        en: 'Play the attack on path 8 again: he is refused. One door is left, for logs only: a user may switch the check off for a single request, with `kubectl logs --insecure-skip-tls-verify-backend`.\n\nAnd some paths did not change at all.',
        de: 'Spielen Sie den Angriff auf Pfad 8 noch einmal ab: Er wird abgewiesen. Eine Tür bleibt, nur für Logs: Jemand kann die Prüfung für eine einzelne Anfrage abschalten, mit `kubectl logs --insecure-skip-tls-verify-backend`.\n\nUnd manche Pfade haben sich gar nicht geändert.',
      },
      playback: { path: 'P08', attack: 'active' },
      question: {
        type: 'paths',
        text: {
          en: 'Mark every path that the flag has not helped: somebody in the middle can still pose as the server.',
          de: 'Markieren Sie jeden Pfad, dem die Option nicht geholfen hat: Jemand dazwischen kann sich noch als Server ausgeben.',
        },
        criterion: { by: 'exposure', mode: 'active', exposure: 'impersonate-server' },
        why: {
          en: 'The proxy paths 12 to 17. Their lack of a check is hard coded; no flag changes it. Lesson 7 deals with them.',
          de: 'Die Proxy-Pfade 12 bis 17. Dass sie nicht prüfen, ist fest einprogrammiert; keine Option ändert es. Lektion 7 behandelt sie.',
        },
      },
      notes: {
        en: 'Many think that one flag secures everything from the control plane to the nodes. Let the picture contradict. Ask for exec: can a user skip the check there too? No, logs only.',
        de: 'Viele meinen, eine Option sichere alles von der Control Plane zu den Nodes. Lassen Sie das Bild widersprechen. Fragen Sie nach exec: Kann man die Prüfung auch dort überspringen? Nein, nur bei Logs.',
      },
    },
  ],
  questions: [
    {
      type: 'order',
      text: {
        en: 'Bring the change of a running cluster into the right order.',
        de: 'Bringen Sie die Umstellung eines laufenden Clusters in die richtige Reihenfolge.',
      },
      items: [
        {
          en: 'Set `serverTLSBootstrap: true` on the kubelets.',
          de: '`serverTLSBootstrap: true` auf den kubelets setzen.',
        },
        {
          en: 'Compare the addresses in each request with the node.',
          de: 'Die Adressen in jeder Anforderung mit dem Node vergleichen.',
        },
        { en: 'Approve the requests.', de: 'Die Anforderungen genehmigen.' },
        {
          en: 'See that every kubelet serves with the new certificate.',
          de: 'Nachsehen, dass jedes kubelet mit dem neuen Zertifikat antwortet.',
        },
        {
          en: 'Set `--kubelet-certificate-authority` on the kube-apiserver.',
          de: '`--kubelet-certificate-authority` am kube-apiserver setzen.',
        },
      ],
      why: {
        en: 'What is to be checked must be there before the check. So the flag comes last.',
        de: 'Was geprüft werden soll, muss vor der Prüfung da sein. Darum kommt die Option zuletzt.',
      },
    },
    {
      type: 'choice',
      text: {
        en: 'A colleague has set `serverTLSBootstrap: true` everywhere and says that the finding is closed. What do you answer?',
        de: 'Ein Kollege hat überall `serverTLSBootstrap: true` gesetzt und sagt, der Befund sei erledigt. Was antworten Sie?',
      },
      options: [
        {
          text: { en: 'Right, the certificates are signed now.', de: 'Richtig, die Zertifikate sind nun signiert.' },
          right: false,
          why: {
            en: 'Only asked for. Core Kubernetes approves no request for a serving certificate.',
            de: 'Nur angefordert. Kubernetes selbst genehmigt keine Anforderung eines Serving-Zertifikats.',
          },
        },
        {
          text: {
            en: 'Approval is missing, then it is closed.',
            de: 'Es fehlt die Genehmigung, dann ist er erledigt.',
          },
          right: false,
          why: {
            en: 'Even then nobody looks at the certificates: the kube-apiserver still checks nothing.',
            de: 'Auch dann sieht niemand die Zertifikate an: Der kube-apiserver prüft noch immer nichts.',
          },
        },
        {
          text: {
            en: 'Approval and the flag are still missing.',
            de: 'Es fehlen die Genehmigung und die Option.',
          },
          right: true,
          why: {
            en: 'Yes. Alone this setting changes no property of any path.',
            de: 'Ja. Allein ändert diese Einstellung keine Eigenschaft irgendeines Pfads.',
          },
        },
      ],
    },
    {
      type: 'choice',
      text: {
        en: 'A benchmark reports that the kubelet CA flag is present. What does that prove?',
        de: 'Ein Benchmark meldet, die Option für die kubelet-CA sei vorhanden. Was beweist das?',
      },
      options: [
        {
          text: { en: 'That the flag is there', de: 'Dass die Option da ist' },
          right: true,
          why: {
            en: 'Yes, and no more. Whether logs work, and whether the CA is the right one, shows only a call.',
            de: 'Ja, und nicht mehr. Ob Logs funktionieren und ob es die richtige CA ist, zeigt nur ein Aufruf.',
          },
        },
        {
          text: { en: 'That kubelets have signed certificates', de: 'Dass kubelets signierte Zertifikate haben' },
          right: false,
          why: {
            en: 'The check looks at the command line of the kube-apiserver, not at kubelets.',
            de: 'Die Prüfung sieht auf die Befehlszeile des kube-apiservers, nicht auf kubelets.',
          },
        },
        {
          text: { en: 'That all calls to nodes are verified', de: 'Dass alle Aufrufe an Nodes geprüft sind' },
          right: false,
          why: {
            en: 'The proxy to other ports, pods and Services never verifies, whatever the flag says.',
            de: 'Der Proxy zu anderen Ports, Pods und Services prüft nie, gleich was die Option sagt.',
          },
        },
      ],
    },
  ],
  takeaways: [
    {
      en: 'Have certificates requested first, then approve them, and set the flag last.',
      de: 'Lassen Sie zuerst Zertifikate anfordern, genehmigen Sie sie dann und setzen Sie die Option zuletzt.',
    },
    {
      en: '`serverTLSBootstrap` alone changes nothing, and the flag alone breaks logs.',
      de: '`serverTLSBootstrap` allein ändert nichts, und die Option allein unterbricht Logs.',
    },
    {
      en: 'Whoever approves a request vouches for its addresses.',
      de: 'Wer eine Anforderung genehmigt, steht für ihre Adressen ein.',
    },
    {
      en: 'The flag covers paths 8 to 11; the proxy paths stay as they were.',
      de: 'Die Option deckt die Pfade 8 bis 11 ab; die Proxy-Pfade bleiben, wie sie waren.',
    },
  ],
  sources: ['TLSB', 'KC', 'KTLS', 'KEP4872', 'KEP1295', 'KB'],
};
