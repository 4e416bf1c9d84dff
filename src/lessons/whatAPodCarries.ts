import type { Lesson } from './lesson.ts';

/** Service account, CA, the Service `kubernetes`, and what `curl -k` gives away. */
export const whatAPodCarries: Lesson = {
  id: 'what-a-pod-carries',
  title: { en: 'What a pod carries', de: 'Was ein Pod bei sich trägt' },
  aim: {
    en: 'You can say what a pod needs to talk to the kube-apiserver safely, and how one option loses it.',
    de: 'Sie können sagen, was ein Pod für sichere Gespräche mit dem kube-apiserver braucht und wie eine Option das verspielt.',
  },
  minutes: 12,
  start: { scenario: 'kubeadm' },
  steps: [
    {
      id: 'the-luggage',
      title: { en: 'The luggage', de: 'Das Gepäck' },
      text: {
        en: 'Of what Kubernetes puts into a pod, three things matter here. An address: the environment names the Service `kubernetes`. A CA: the file `ca.crt`, to check the kube-apiserver with. And a token: the file `token`, with which the pod proves its service account.\n\nThe files are in `/var/run/secrets/kubernetes.io/serviceaccount/`. Path 4 uses all three.',
        de: 'Von dem, was Kubernetes in einen Pod legt, zählen hier drei Dinge. Eine Adresse: Die Umgebung nennt den Service `kubernetes`. Eine CA: die Datei `ca.crt`, um den kube-apiserver zu prüfen. Und ein Token: die Datei `token`, mit der sich der Pod als sein ServiceAccount ausweist.\n\nDie Dateien liegen in `/var/run/secrets/kubernetes.io/serviceaccount/`. Pfad 4 benutzt alle drei.',
      },
      look: { paths: ['P04'], components: ['pod'] },
      notes: {
        en: 'If you have a cluster at hand, list that directory in a pod. Ask which of the files is secret. Expect both. Only the token is; everybody may see the CA.',
        de: 'Haben Sie einen Cluster zur Hand, dann zeigen Sie dieses Verzeichnis in einem Pod. Fragen Sie, welche der Dateien geheim ist. Erwarten Sie: beide. Nur das Token ist es; die CA darf jeder sehen.',
      },
    },
    {
      id: 'kube-proxy',
      title: { en: 'Is kube-proxy in the middle?', de: 'Sitzt kube-proxy dazwischen?' },
      text: {
        en: 'The Service `kubernetes` is only an address. On the node, rules that kube-proxy wrote rewrite it to the address of a kube-apiserver. Somebody changes the packets on the way, then. Is that a man in the middle?\n\nSuppose that kube-proxy itself is deceived, and step through.',
        de: 'Der Service `kubernetes` ist nur eine Adresse. Auf dem Node schreiben Regeln, die kube-proxy gesetzt hat, sie auf die Adresse eines kube-apiservers um. Jemand verändert also die Pakete unterwegs. Ist das ein Man-in-the-Middle?\n\nNehmen Sie an, kube-proxy selbst werde getäuscht, und gehen Sie die Bilder durch.',
      },
      look: { paths: ['P03', 'P04'], components: ['kube-proxy'] },
      demonstration: [
        {
          text: {
            en: 'All is well: kube-proxy checks the kube-apiserver on path 3, and the pods check it on path 4.',
            de: 'Alles ist gut: kube-proxy prüft den kube-apiserver auf Pfad 3, und die Pods prüfen ihn auf Pfad 4.',
          },
          changes: [],
        },
        {
          text: {
            en: 'Now kube-proxy checks nobody. An attacker tells it false addresses, so even the Service `kubernetes` may lead to him. Yet path 4 stays a circle: the pod sees his certificate and hangs up.',
            de: 'Nun prüft kube-proxy niemanden. Ein Angreifer nennt ihm falsche Adressen, sodass sogar der Service `kubernetes` zu ihm führen kann. Dennoch bleibt Pfad 4 ein Kreis: Der Pod sieht sein Zertifikat und legt auf.',
          },
          changes: [{ component: 'kube-proxy', key: 'kubeconfig.insecure-skip-tls-verify', value: 'true' }],
        },
      ],
      notes: {
        en: 'The TLS session runs from the pod to the kube-apiserver; kube-proxy works below it, on addresses. A wrong rewrite breaks a connection, it does not decrypt it. Ask what the attacker does gain: outage, and everything on this node that goes to other Services without TLS.',
        de: 'Die TLS-Sitzung reicht vom Pod bis zum kube-apiserver; kube-proxy arbeitet darunter, an den Adressen. Ein falsches Umschreiben unterbricht eine Verbindung, es entschlüsselt sie nicht. Fragen Sie, was der Angreifer doch gewinnt: Ausfall, und alles, was auf diesem Node ohne TLS zu anderen Services geht.',
      },
    },
    {
      id: 'who-checks',
      title: { en: 'Who notices?', de: 'Wer bemerkt es?' },
      text: {
        en: 'The last picture was a hostile address list. Say in your own words what saved the pod, then answer.',
        de: 'Das letzte Bild war eine feindliche Adressliste. Sagen Sie in eigenen Worten, was den Pod gerettet hat, und antworten Sie dann.',
      },
      look: { paths: ['P04'] },
      question: {
        type: 'choice',
        text: {
          en: 'A pod is led to an attacker’s machine. What stops the attack?',
          de: 'Ein Pod wird zur Maschine eines Angreifers geleitet. Was hält den Angriff auf?',
        },
        options: [
          {
            text: { en: 'kube-proxy refuses unknown addresses.', de: 'kube-proxy lehnt unbekannte Adressen ab.' },
            right: false,
            why: {
              en: 'kube-proxy writes what it is told. It knows no good or bad address.',
              de: 'kube-proxy schreibt, was man ihm sagt. Gute und schlechte Adressen kennt es nicht.',
            },
          },
          {
            text: {
              en: 'The pod compares the certificate with its CA.',
              de: 'Der Pod vergleicht das Zertifikat mit seiner CA.',
            },
            right: true,
            why: {
              en: 'Yes. The attacker has no certificate of this CA in the Service’s name.',
              de: 'Ja. Der Angreifer hat kein Zertifikat dieser CA auf den Namen des Service.',
            },
          },
          {
            text: {
              en: 'The token is encrypted, so it is of no use.',
              de: 'Das Token ist verschlüsselt und nützt ihm nichts.',
            },
            right: false,
            why: {
              en: 'It is encrypted on the way only. Whoever ends the TLS session reads it in clear.',
              de: 'Verschlüsselt ist es nur unterwegs. Wer die TLS-Sitzung beendet, liest es im Klartext.',
            },
          },
          {
            text: { en: 'The kubelet checks who its pods call.', de: 'Das kubelet prüft, wen seine Pods anrufen.' },
            right: false,
            why: {
              en: 'The kubelet has no part in the connections of its pods.',
              de: 'Das kubelet ist an den Verbindungen seiner Pods nicht beteiligt.',
            },
          },
        ],
      },
      notes: {
        en: 'Expect the third option to be popular. Ask back: encrypted for whom? For the other end of the session, and that would be the attacker.',
        de: 'Erwarten Sie, dass die dritte Antwort beliebt ist. Fragen Sie zurück: verschlüsselt für wen? Für das andere Ende der Sitzung, und das wäre der Angreifer.',
      },
    },
    {
      id: 'break-it',
      title: { en: 'Do it: a convenient script', de: 'Tun Sie es: ein bequemes Skript' },
      text: {
        en: 'Somebody in the pod `web-1` writes a script: `curl -k -H "Authorization: Bearer $TOKEN" https://kubernetes.default.svc/api`. It works at once, and nobody had to look for a CA file.\n\nModel that: let the client in `web-1` skip verification.',
        de: 'Im Pod `web-1` schreibt jemand ein Skript: `curl -k -H "Authorization: Bearer $TOKEN" https://kubernetes.default.svc/api`. Es geht auf Anhieb, und niemand musste eine CA-Datei suchen.\n\nBilden Sie das ab: Lassen Sie den Client in `web-1` nicht prüfen.',
      },
      look: { paths: ['P04'], components: ['pod'] },
      task: {
        goal: { type: 'exposure', path: 'P04', exposure: 'credential-replay', holds: true },
        hint: {
          en: 'Select the box of the pod and look at its own switches in the details.',
          de: 'Wählen Sie den Kasten des Pods und sehen Sie sich in den Details seine eigenen Schalter an.',
        },
        secondHint: {
          en: 'Select the pod `web-1` and switch on the one that names `curl -k`.',
          de: 'Wählen Sie den Pod `web-1` und schalten Sie den ein, der `curl -k` nennt.',
        },
        solution: [{ type: 'change-pods', ids: ['pod-web-1'], change: { skipsVerification: true } }],
        explanation: {
          en: 'One letter, and the circle has become a triangle. The other pods keep theirs: each client decides for itself.',
          de: 'Ein Buchstabe, und aus dem Kreis ist ein Dreieck geworden. Die anderen Pods behalten ihren: Jeder Client entscheidet für sich.',
        },
      },
      notes: {
        en: 'Ask who has typed `-k` this month. Name its relatives: `verify=False`, `InsecureSkipVerify`, `rejectUnauthorized: false`. No setting of the cluster can forbid them.',
        de: 'Fragen Sie, wer diesen Monat `-k` getippt hat. Nennen Sie die Verwandten: `verify=False`, `InsecureSkipVerify`, `rejectUnauthorized: false`. Keine Einstellung des Clusters kann sie verbieten.',
      },
    },
    {
      id: 'what-he-gets',
      title: { en: 'What the attacker gets', de: 'Was der Angreifer bekommt' },
      text: {
        en: 'Somebody is on the network. Play the attack on path 4, and note what he has at the end.\n\nThe token is good until it expires or the pod is deleted. By default the kube-apiserver lets old clients use such tokens for up to a year.',
        de: 'Jemand ist im Netz. Spielen Sie den Angriff auf Pfad 4 ab und merken Sie sich, was er am Ende hat.\n\nDas Token gilt, bis es abläuft oder der Pod gelöscht wird. Standardmäßig lässt der kube-apiserver alte Clients solche Token bis zu einem Jahr lang benutzen.',
      },
      playback: { path: 'P04', attack: 'active' },
      question: {
        type: 'paths',
        text: {
          en: 'Mark every path on which somebody in the middle can get at a token that he can use from elsewhere.',
          de: 'Markieren Sie jeden Pfad, auf dem jemand dazwischen an ein Token kommt, das er anderswo benutzen kann.',
        },
        criterion: { by: 'exposure', mode: 'active', exposure: 'credential-replay' },
        why: {
          en: 'Only path 4 of the pod that does not check. kube-proxy and the other pods send tokens too, but only to a server that they have checked.',
          de: 'Nur Pfad 4 des Pods, der nicht prüft. Auch kube-proxy und die anderen Pods senden Token, aber nur an einen Server, den sie geprüft haben.',
        },
      },
      notes: {
        en: 'Ask what he can do with it: exactly what the service account may do, no less and no more. So the damage depends on RBAC, which this map does not show. Ask what rights their default accounts have.',
        de: 'Fragen Sie, was er damit tun kann: genau das, was das ServiceAccount darf, nicht weniger und nicht mehr. Der Schaden hängt also von RBAC ab, das diese Karte nicht zeigt. Fragen Sie nach den Rechten der Standardkonten im eigenen Haus.',
      },
    },
    {
      id: 'mend-it',
      title: { en: 'Do it: check again', de: 'Tun Sie es: wieder prüfen' },
      text: {
        en: 'The script can be mended without losing anything: `curl --cacert /var/run/secrets/kubernetes.io/serviceaccount/ca.crt`. Model it, so that no token can be stolen on path 4.',
        de: 'Das Skript lässt sich ohne Verlust reparieren: `curl --cacert /var/run/secrets/kubernetes.io/serviceaccount/ca.crt`. Bilden Sie das ab, sodass auf Pfad 4 kein Token gestohlen werden kann.',
      },
      look: { paths: ['P04'] },
      task: {
        goal: {
          type: 'all',
          of: [
            { type: 'status', path: 'P04', is: ['protected'] },
            { type: 'exposure', path: 'P04', exposure: 'credential-replay', holds: false },
          ],
        },
        hint: {
          en: 'It is the same switch as before, the other way.',
          de: 'Es ist derselbe Schalter wie eben, nur andersherum.',
        },
        secondHint: {
          en: 'Select the pod `web-1` and switch `curl -k` off; its line must become a circle like those of the other pods.',
          de: 'Wählen Sie den Pod `web-1` und schalten Sie `curl -k` aus; seine Linie muss ein Kreis werden wie die der anderen Pods.',
        },
        solution: [{ component: 'pod', key: 'skips-verification', value: 'false' }],
        explanation: {
          en: 'The CA was in the pod all the time. The pod now sends its token only after the check.',
          de: 'Die CA lag die ganze Zeit im Pod. Der Pod sendet sein Token nun erst nach der Prüfung.',
        },
      },
      notes: {
        en: 'Somebody will ask whether a stolen token is harmless now. No: it was sent already. Delete the pod, and it is no longer accepted.',
        de: 'Jemand wird fragen, ob ein gestohlenes Token nun harmlos ist. Nein: Gesendet wurde es schon. Löschen Sie den Pod, dann wird es nicht mehr angenommen.',
      },
    },
    {
      id: 'travel-light',
      title: { en: 'Do it: travel light', de: 'Tun Sie es: mit leichtem Gepäck' },
      text: {
        en: 'Checking does not help against one who sits on the pod’s own node as root: he reads the token from the disk. What a pod does not have cannot be stolen.\n\nSuppose that none of these three pods uses the API. Keep the pods, and take their tokens away.',
        de: 'Gegen jemanden, der als root auf dem Node des Pods sitzt, hilft kein Prüfen: Er liest das Token von der Platte. Was ein Pod nicht hat, kann niemand stehlen.\n\nAngenommen, keiner dieser drei Pods nutzt die API. Behalten Sie die Pods und nehmen Sie ihnen die Token.',
      },
      look: { paths: ['P04'], components: ['pod'] },
      task: {
        goal: {
          type: 'all',
          of: [
            { type: 'count', of: 'pods', atLeast: 3 },
            {
              type: 'not',
              goal: {
                type: 'status',
                path: 'P04',
                is: ['protected', 'open', 'unverified', 'plaintext', 'unknown', 'local'],
              },
            },
          ],
        },
        hint: {
          en: 'Path 4 has to vanish from the map, while the pods stay.',
          de: 'Pfad 4 muss von der Karte verschwinden, die Pods aber bleiben.',
        },
        secondHint: {
          en: 'Each pod has a switch “Service account token mounted”. In YAML it is `automountServiceAccountToken: false`.',
          de: 'Jeder Pod hat einen Schalter „Token des Dienstkontos eingebunden“. In YAML ist es `automountServiceAccountToken: false`.',
        },
        solution: [
          { type: 'change-pods', ids: ['pod-web-1', 'pod-web-2', 'pod-db-0'], change: { tokenMounted: false } },
        ],
        explanation: {
          en: 'Without a token a pod has no identity at the kube-apiserver. A path that is not there needs no protection.',
          de: 'Ohne Token hat ein Pod am kube-apiserver keine Identität. Ein Pfad, den es nicht gibt, braucht keinen Schutz.',
        },
      },
      notes: {
        en: 'Ask which workloads of theirs call the API at all. Usually few: operators, controllers, monitoring. All others may travel without a token.',
        de: 'Fragen Sie, welche der eigenen Anwendungen die API überhaupt aufrufen. Meist wenige: Operatoren, Controller, Überwachung. Alle anderen dürfen ohne Token reisen.',
      },
    },
  ],
  questions: [
    {
      type: 'choice',
      text: {
        en: 'kube-proxy rewrites the address of the Service `kubernetes`. What follows for TLS?',
        de: 'kube-proxy schreibt die Adresse des Service `kubernetes` um. Was folgt daraus für TLS?',
      },
      options: [
        {
          text: { en: 'TLS ends at kube-proxy and begins anew.', de: 'TLS endet bei kube-proxy und beginnt neu.' },
          right: false,
          why: {
            en: 'kube-proxy has no certificate for that and takes part in no TLS session of pods.',
            de: 'kube-proxy hat dafür kein Zertifikat und nimmt an keiner TLS-Sitzung von Pods teil.',
          },
        },
        {
          text: { en: 'The session still reaches from end to end.', de: 'Die Sitzung reicht weiter von Ende zu Ende.' },
          right: true,
          why: {
            en: 'Yes. Only addresses change, far below the encryption.',
            de: 'Ja. Nur Adressen ändern sich, weit unterhalb der Verschlüsselung.',
          },
        },
        {
          text: { en: 'The name can no longer be checked.', de: 'Der Name lässt sich nicht mehr prüfen.' },
          right: false,
          why: {
            en: 'It can: the certificate of the kube-apiserver lists the Service’s address and name.',
            de: 'Doch: Das Zertifikat des kube-apiservers nennt Adresse und Namen des Service.',
          },
        },
      ],
    },
    {
      type: 'choice',
      text: {
        en: 'A token was stolen through `curl -k`. From where can the thief use it?',
        de: 'Durch `curl -k` wurde ein Token gestohlen. Von wo kann der Dieb es benutzen?',
      },
      options: [
        {
          text: { en: 'Only from the pod it was made for', de: 'Nur aus dem Pod, für den es gemacht ist' },
          right: false,
          why: {
            en: 'Its lifetime is bound to the pod, not its use. Nobody checks where a request comes from.',
            de: 'An den Pod ist seine Lebensdauer gebunden, nicht seine Benutzung. Niemand prüft, woher eine Anfrage kommt.',
          },
        },
        {
          text: { en: 'Only from inside of the cluster', de: 'Nur aus dem Inneren des Clusters' },
          right: false,
          why: {
            en: 'It is accepted from anywhere, if the kube-apiserver can be reached from there.',
            de: 'Es wird von überall angenommen, sofern der kube-apiserver von dort erreichbar ist.',
          },
        },
        {
          text: { en: 'From wherever he reaches the API', de: 'Von überall, wo er die API erreicht' },
          right: true,
          why: {
            en: 'Yes. A token says who holds it, and nothing else.',
            de: 'Ja. Ein Token sagt, wer es hat, und sonst nichts.',
          },
        },
        {
          text: { en: 'Nowhere, since he has no key to it', de: 'Nirgends, denn ihm fehlt der Schlüssel dazu' },
          right: false,
          why: {
            en: 'That would be true of a certificate. A token has no key.',
            de: 'Das träfe auf ein Zertifikat zu. Ein Token hat keinen Schlüssel.',
          },
        },
      ],
    },
    {
      type: 'order',
      text: {
        en: 'A well-behaved pod calls the API. Put the steps in order.',
        de: 'Ein braver Pod ruft die API auf. Bringen Sie die Schritte in die richtige Reihenfolge.',
      },
      items: [
        {
          en: 'The pod dials the address of the Service `kubernetes`.',
          de: 'Der Pod wählt die Adresse des Service `kubernetes`.',
        },
        {
          en: 'The node’s rules turn it into that of a kube-apiserver.',
          de: 'Die Regeln des Nodes machen daraus die eines kube-apiservers.',
        },
        {
          en: 'The pod checks the certificate with `ca.crt`.',
          de: 'Der Pod prüft das Zertifikat mit `ca.crt`.',
        },
        { en: 'The pod sends its request with the token.', de: 'Der Pod sendet seine Anfrage mit dem Token.' },
        {
          en: 'The kube-apiserver looks up what the account may do.',
          de: 'Der kube-apiserver sieht nach, was das Konto darf.',
        },
      ],
      why: {
        en: 'The check stands between address and token. Whoever leaves it out hands the token to whatever the address led to.',
        de: 'Die Prüfung steht zwischen Adresse und Token. Wer sie auslässt, gibt das Token dem, zu dem die Adresse geführt hat.',
      },
    },
  ],
  takeaways: [
    {
      en: 'A pod carries an address, a CA and a token, and needs all three.',
      de: 'Ein Pod trägt eine Adresse, eine CA und ein Token bei sich und braucht alle drei.',
    },
    {
      en: 'kube-proxy changes addresses below TLS and cannot decrypt anything.',
      de: 'kube-proxy ändert Adressen unterhalb von TLS und kann nichts entschlüsseln.',
    },
    {
      en: 'With `curl -k` the token goes to whoever answers.',
      de: 'Mit `curl -k` geht das Token an den, der antwortet.',
    },
    {
      en: 'A pod that does not use the API should have no token.',
      de: 'Ein Pod, der die API nicht nutzt, sollte kein Token haben.',
    },
  ],
  sources: ['EN127', 'CG', 'KEP1205', 'AUTHN', 'KP'],
};
