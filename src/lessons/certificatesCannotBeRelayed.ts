import { askForServingCertificates, kubeletCertificatesSigned } from './kubeletCertificates.ts';
import type { Lesson } from './lesson.ts';

/** Why a captured certificate is of no use, and a captured token is everything. */
export const certificatesCannotBeRelayed: Lesson = {
  id: 'certificates-cannot-be-relayed',
  title: {
    en: 'Certificates cannot be relayed, tokens can',
    de: 'Zertifikate lassen sich nicht weiterreichen, Token schon',
  },
  aim: {
    en: 'You can say what a man in the middle does with what a client sends: whether he only poses as the server, or reaches the true one.',
    de: 'Sie können sagen, was ein Man-in-the-Middle mit dem anfängt, was ein Client sendet: ob er sich nur als Server ausgibt oder den echten erreicht.',
  },
  minutes: 15,
  start: {
    scenario: 'kubeadm',
    changes: [
      { type: 'add-extension', kind: 'metrics-server' },
      { component: 'metrics-server', key: 'kubelet-insecure-tls', value: 'true' },
      { type: 'change-pods', ids: ['pod-web-1'], change: { skipsVerification: true } },
      { component: 'kubelet', key: 'bootstrap-kubeconfig.insecure-skip-tls-verify', value: 'true' },
    ],
  },
  steps: [
    {
      id: 'ticket-and-signature',
      title: { en: 'A ticket and a signature', de: 'Eine Marke und eine Unterschrift' },
      text: {
        en: 'There are two ways in which a client proves who it is.\n\nA token is a text, like a cloakroom ticket. The client sends it. Whoever holds it is taken for the owner.\n\nA client certificate comes with a private key. The key is never sent. The client signs a value that belongs to this one connection and to both of its ends. In another connection the value is another one, so the signature is worth nothing there.\n\nBoth lead to the control plane (master) here: path 1 uses a certificate, path 4 a token.',
        de: 'Ein Client kann auf zwei Arten nachweisen, wer er ist.\n\nEin Token ist ein Text, wie eine Garderobenmarke. Der Client sendet ihn. Wer ihn hat, gilt als Besitzer.\n\nZu einem Client-Zertifikat gehört ein privater Schlüssel. Er wird nie gesendet. Der Client unterschreibt einen Wert, der zu dieser einen Verbindung und zu ihren beiden Enden gehört. In einer anderen Verbindung ist der Wert ein anderer, also ist die Unterschrift dort nichts wert.\n\nBeides führt hier zur Control Plane (Master): Pfad 1 verwendet ein Zertifikat, Pfad 4 ein Token.',
      },
      look: { paths: ['P01', 'P04'] },
      notes: {
        en: 'Use the cloakroom: show a ticket, take a photograph of it, the photograph gets the coat. Then let somebody sign "today, for Anna"; can Bob use that signature tomorrow? If people know TLS, add that the signed value covers the whole handshake, including the certificate of the server, which differs when the attacker is in between.',
        de: 'Nehmen Sie die Garderobe: Zeigen Sie eine Marke, fotografieren Sie sie, und das Foto bekommt den Mantel. Lassen Sie dann jemanden „heute, für Anna“ unterschreiben; hilft das Bob morgen? Wer TLS kennt: Der unterschriebene Wert umfasst den ganzen Handshake samt dem Zertifikat des Servers, und das ist ein anderes, wenn der Angreifer dazwischen sitzt.',
      },
    },
    {
      id: 'same-hole',
      title: { en: 'The same hole, two outcomes', de: 'Dasselbe Loch, zwei Ausgänge' },
      text: {
        en: 'One and the same mistake on path 1: the kubelet does not check the kube-apiserver. See what the attacker gets from it, once with a certificate and once with a token. Open path 1 and read in the details what someone in the middle can do.',
        de: 'Ein und derselbe Fehler auf Pfad 1: Das kubelet prüft den kube-apiserver nicht. Sehen Sie, was der Angreifer davon hat, einmal mit einem Zertifikat und einmal mit einem Token. Öffnen Sie Pfad 1 und lesen Sie in den Details, was jemand dazwischen tun kann.',
      },
      look: { paths: ['P01'], components: ['kubelet'] },
      attacker: 'cluster-network',
      demonstration: [
        {
          text: {
            en: 'As it should be: the kubelet checks the server. The attacker gets nothing.',
            de: 'Wie es sein soll: Das kubelet prüft den Server. Der Angreifer bekommt nichts.',
          },
          changes: [],
        },
        {
          text: {
            en: '`insecure-skip-tls-verify: true`, with a client certificate. He reads what the kubelet sends and invents answers. He cannot log in at the true kube-apiserver.',
            de: '`insecure-skip-tls-verify: true`, mit einem Client-Zertifikat. Er liest, was das kubelet sendet, und erfindet Antworten. Am echten kube-apiserver kann er sich nicht anmelden.',
          },
          changes: [{ component: 'kubelet', key: 'kubeconfig.insecure-skip-tls-verify', value: 'true' }],
        },
        {
          text: {
            en: 'The same with a token. Now he has the token as well: he logs in as the node, reads real data, and passes everything on. He can come back later, too.',
            de: 'Dasselbe mit einem Token. Jetzt hat er auch das Token: Er meldet sich als der Node an, liest echte Daten und reicht alles weiter. Er kann auch später wiederkommen.',
          },
          changes: [{ component: 'kubelet', key: 'kubeconfig.credential', value: 'bearer' }],
        },
      ],
      notes: {
        en: 'The color is the same in frames two and three; the reach is not. That is why the details list what somebody in the middle can do, and whether he can reach the true server. Ask which of the two a night-time attacker prefers, and why.',
        de: 'In Bild zwei und drei ist die Farbe gleich, die Reichweite nicht. Darum nennen die Details, was jemand dazwischen tun kann und ob er den echten Server erreicht. Fragen Sie, was ein nächtlicher Angreifer lieber hätte, und warum.',
      },
    },
    {
      id: 'the-poser',
      title: { en: 'The one who poses', de: 'Der Hochstapler' },
      text: {
        en: 'Path 9 as kubeadm leaves it: the kube-apiserver does not check the kubelet, but proves itself with a certificate. And the kubelet turns strangers away.\n\nPlay the attack, then decide.',
        de: 'Pfad 9, wie kubeadm ihn hinterlässt: Der kube-apiserver prüft das kubelet nicht, weist sich aber mit einem Zertifikat aus. Und das kubelet weist Fremde ab.\n\nSpielen Sie den Angriff ab und entscheiden Sie dann.',
      },
      look: { paths: ['P09'] },
      attacker: 'cluster-network',
      playback: { path: 'P09', attack: 'active' },
      question: {
        type: 'choice',
        text: {
          en: 'What can the attacker do while an operator works with `kubectl exec`?',
          de: 'Was kann der Angreifer tun, während ein Operator mit `kubectl exec` arbeitet?',
        },
        options: [
          {
            text: {
              en: 'Run his own commands on the true kubelet, with the rights of the kube-apiserver',
              de: 'Eigene Befehle am echten kubelet ausführen, mit den Rechten des kube-apiservers',
            },
            right: false,
            why: {
              en: 'For that he would have to prove that he is the kube-apiserver. He saw the certificate, not the key.',
              de: 'Dazu müsste er nachweisen, dass er der kube-apiserver ist. Er sah das Zertifikat, nicht den Schlüssel.',
            },
          },
          {
            text: {
              en: 'Show a shell of his own, and read everything that the operator types into it',
              de: 'Eine eigene Shell zeigen und alles lesen, was der Operator hineintippt',
            },
            right: true,
            why: {
              en: 'He poses as the kubelet. The command line and the typed input are real, passwords included; the output is invented.',
              de: 'Er gibt sich als kubelet aus. Befehlszeile und Eingaben sind echt, Passwörter eingeschlossen; die Ausgabe ist erfunden.',
            },
          },
          {
            text: {
              en: 'Nothing of use, because the certificate of the kube-apiserver guards the session',
              de: 'Nichts Brauchbares, denn das Zertifikat des kube-apiservers schützt die Sitzung',
            },
            right: false,
            why: {
              en: 'That certificate protects the kubelet from strangers. It does not protect the kube-apiserver from a false kubelet.',
              de: 'Dieses Zertifikat schützt das kubelet vor Fremden. Den kube-apiserver schützt es nicht vor einem falschen kubelet.',
            },
          },
          {
            text: {
              en: 'Read the output of the true pod, as long as he changes nothing in it himself',
              de: 'Die Ausgabe des echten Pods lesen, solange er selbst nichts daran ändert',
            },
            right: false,
            why: {
              en: 'There is no true output on his side: the true kubelet has not been asked.',
              de: 'Auf seiner Seite gibt es keine echte Ausgabe: Das echte kubelet wurde gar nicht gefragt.',
            },
          },
        ],
      },
      notes: {
        en: 'Two opposite errors meet here: "he has all the rights of the kube-apiserver" and "then it is harmless". Let both be argued. Against the second: people type passwords into shells, and they act on output. And if the kubelet let strangers in, he could build the bridge after all.',
        de: 'Hier treffen zwei entgegengesetzte Irrtümer aufeinander: „Er hat alle Rechte des kube-apiservers“ und „dann ist es harmlos“. Lassen Sie beide vertreten. Gegen den zweiten: Menschen tippen Passwörter in Shells, und sie handeln nach Ausgaben. Und ließe das kubelet Fremde ein, könnte er die Brücke doch bauen.',
      },
    },
    {
      id: 'where-secrets-fall',
      title: { en: 'Where secrets fall into his hands', de: 'Wo ihm Geheimnisse in die Hände fallen' },
      text: {
        en: 'Now look at the whole picture; it shows all paths from here on. Drag it, or press “Fit” below it to see all at once. Every line that is lit is readable on the way, or its server is not checked. On some of these paths the client sends a secret to a server that it does not check. Those are the worst ones.',
        de: 'Sehen Sie nun auf das ganze Bild; ab hier zeigt es alle Pfade. Ziehen Sie es, oder drücken Sie darunter auf „Einpassen“, um alles zugleich zu sehen. Jede hervorgehobene Linie ist unterwegs lesbar, oder ihr Server wird nicht geprüft. Auf manchen dieser Pfade sendet der Client ein Geheimnis an einen Server, den er nicht prüft. Das sind die schlimmsten.',
      },
      look: { statuses: ['plaintext', 'unverified'], layer: 'all' },
      question: {
        type: 'paths',
        text: {
          en: 'Mark every path in the picture on which somebody who answers in the place of the server gets a credential that he can use again.',
          de: 'Markieren Sie jeden Pfad im Bild, auf dem jemand, der anstelle des Servers antwortet, einen Nachweis bekommt, den er wieder verwenden kann.',
        },
        criterion: { by: 'exposure', mode: 'active', exposure: 'credential-replay' },
        why: {
          en: 'Two things must come together: the server is not checked, and a token is sent. That is path 2 (the bootstrap token), the one pod on path 4 that uses `curl -k`, A9 (metrics-server) and A18 (a direct caller with a token, as long as the kubelet has a self-signed certificate). On 8 to 11 a certificate is used, and on 12 to 17 nothing is sent at all.',
          de: 'Zwei Dinge müssen zusammenkommen: Der Server wird nicht geprüft, und ein Token wird gesendet. Das sind Pfad 2 (das Bootstrap-Token), der eine Pod auf Pfad 4, der `curl -k` verwendet, A9 (metrics-server) und A18 (ein direkter Anrufer mit Token, solange das kubelet ein selbst signiertes Zertifikat hat). Auf 8 bis 11 gilt ein Zertifikat, auf 12 bis 17 wird gar nichts gesendet.',
        },
      },
      notes: {
        en: 'Give two minutes, in pairs. Wrong clicks are useful: whoever clicks 8 has not separated "not checked" from "can be used again"; whoever clicks 12 thinks of cookies, which are of the application and not counted here. Path 4 has two lines: one pod does not check, the others do and are not meant.',
        de: 'Geben Sie zwei Minuten, zu zweit. Falsche Klicks sind nützlich: Wer 8 anklickt, hat „nicht geprüft“ und „wieder verwendbar“ nicht getrennt; wer 12 anklickt, denkt an Cookies, die zur Anwendung gehören und hier nicht zählen. Pfad 4 hat zwei Linien: Ein Pod prüft nicht, die anderen prüfen und sind nicht gemeint.',
      },
    },
    {
      id: 'the-bootstrap-token',
      title: { en: 'A token that is worth a node', de: 'Ein Token, das einen Node wert ist' },
      text: {
        en: 'A new node introduces itself with a bootstrap token (path 2). Its bootstrap kubeconfig says `insecure-skip-tls-verify`: trust any server that answers. Whoever stands in between gets the token, and with automatic approval it buys a certificate for a node name of their choice.\n\nMake sure that the token is only ever sent to the true kube-apiserver, on both nodes. The bootstrap kubeconfig needs the CA of the cluster for that.',
        de: 'Ein neuer Node stellt sich mit einem Bootstrap-Token vor (Pfad 2). In seiner Bootstrap-kubeconfig steht `insecure-skip-tls-verify`: Sprich mit jedem, der antwortet. Wer dazwischen steht, bekommt das Token, und bei automatischer Genehmigung gibt es dafür ein Zertifikat auf einen Node-Namen nach Wahl.\n\nSorgen Sie dafür, dass das Token nur noch an den echten kube-apiserver geht, auf beiden Nodes. Die Bootstrap-kubeconfig braucht dazu die CA des Clusters.',
      },
      look: { paths: ['P02'] },
      attacker: 'cluster-network',
      playback: { path: 'P02', attack: 'active' },
      task: {
        goal: { type: 'exposure', path: 'P02', exposure: 'credential-replay', holds: false },
        hint: {
          en: 'The bootstrap kubeconfig belongs to the kubelet. Look for settings that begin with `bootstrap-kubeconfig`.',
          de: 'Die Bootstrap-kubeconfig gehört zum Kubelet. Suchen Sie Einstellungen, die mit `bootstrap-kubeconfig` beginnen.',
        },
        secondHint: {
          en: 'Switch `bootstrap-kubeconfig.insecure-skip-tls-verify` off on both nodes.',
          de: 'Schalten Sie `bootstrap-kubeconfig.insecure-skip-tls-verify` auf beiden Nodes ab.',
        },
        solution: [{ component: 'kubelet', key: 'bootstrap-kubeconfig.insecure-skip-tls-verify', value: 'false' }],
        explanation: {
          en: 'The kubelet now checks the server before the token leaves. `kubeadm join` makes such a kubeconfig by itself: it first fetches the CA without any credential, compares it with the hash from the join command, and believes the answer only if it is signed with the token. The token can still be stolen elsewhere, so give it a short life.',
          de: 'Das Kubelet prüft nun den Server, bevor das Token den Node verlässt. `kubeadm join` legt eine solche kubeconfig selbst an: Es holt zuerst ohne Zugangsdaten die CA, vergleicht sie mit dem Hash aus dem Beitrittsbefehl und glaubt der Antwort nur, wenn sie mit dem Token signiert ist. Anderswo kann das Token weiter gestohlen werden, also geben Sie ihm ein kurzes Leben.',
        },
      },
      notes: {
        en: 'Contrast with the certificate that the node gets in the end: the token is used once and for any name, the certificate belongs to one key. Ask how long bootstrap tokens live in the clusters of the group, and who has ever deleted one.',
        de: 'Stellen Sie es dem Zertifikat gegenüber, das der Node am Ende bekommt: Das Token gilt für jeden Namen, das Zertifikat gehört zu einem Schlüssel. Fragen Sie, wie lange Bootstrap-Token in den Clustern der Gruppe leben und wer je eines gelöscht hat.',
      },
    },
    {
      id: 'metrics-server',
      title: { en: 'The token for figures', de: 'Das Token für Zahlen' },
      text: {
        en: 'metrics-server asks every kubelet for its figures (path A9) and sends its token each time. With `--kubelet-insecure-tls` it sends it to whoever answers. This flag is common, because kubelets with self-signed certificates cannot be checked.\n\nTake the flag away, and first give it something that it can check. `kubectl top` must go on working.\n\nIn a real cluster `serverTLSBootstrap` only makes each kubelet ask for a certificate. Somebody must approve these requests (CSRs), or logs and exec break as well.',
        de: 'metrics-server fragt jedes kubelet nach seinen Zahlen (Pfad A9) und sendet jedes Mal sein Token. Mit `--kubelet-insecure-tls` sendet er es an jeden, der antwortet. Dieses Flag ist verbreitet, weil sich kubelets mit selbst signierten Zertifikaten nicht prüfen lassen.\n\nNehmen Sie das Flag weg, und geben Sie ihm vorher etwas, das er prüfen kann. `kubectl top` muss weiter funktionieren.\n\nIn einem echten Cluster fordert jedes kubelet mit `serverTLSBootstrap` nur ein Zertifikat an. Jemand muss diese Anforderungen (CSRs) genehmigen, sonst gehen auch Logs und exec nicht mehr.',
      },
      look: { paths: ['A09'], components: ['metrics-server', 'kubelet'] },
      attacker: 'node-network',
      playback: { path: 'A09', attack: 'active' },
      task: {
        goal: {
          type: 'all',
          of: [
            { type: 'exposure', path: 'A09', exposure: 'credential-replay', holds: false },
            { type: 'status', path: 'A09', is: ['protected'] },
            kubeletCertificatesSigned,
          ],
        },
        hint: {
          en: 'The cause is on the kubelets, the symptom on metrics-server. Begin with the cause.',
          de: 'Die Ursache liegt bei den kubelets, das Symptom bei metrics-server. Beginnen Sie mit der Ursache.',
        },
        secondHint: {
          en: 'Set `serverTLSBootstrap` to true on both nodes. Then set `--kubelet-insecure-tls` of metrics-server to false.',
          de: 'Setzen Sie `serverTLSBootstrap` auf beiden Nodes auf true. Setzen Sie dann `--kubelet-insecure-tls` von metrics-server auf false.',
        },
        solution: [
          askForServingCertificates,
          { component: 'metrics-server', key: 'kubelet-insecure-tls', value: 'false' },
        ],
        explanation: {
          en: 'metrics-server now checks the certificate before it sends the token. Paths 8 to 11 have not changed: the kube-apiserver has not been told to check. Each client decides for itself.',
          de: 'metrics-server prüft nun das Zertifikat, bevor er das Token sendet. Die Pfade 8 bis 11 haben sich nicht geändert: Dem kube-apiserver hat niemand gesagt, dass er prüfen soll. Jeder Client entscheidet für sich.',
        },
      },
      notes: {
        en: 'The sentence to refute is "it is only figures". The token is an identity: it works until it expires, at the kube-apiserver too, with whatever rights the account has. Some installers set the flag for you, kops and the addon of minikube among them.',
        de: 'Zu widerlegen ist der Satz „das sind doch nur Zahlen“. Das Token ist eine Identität: Es gilt, bis es abläuft, auch am kube-apiserver, mit allen Rechten des Kontos. Manche Installationswerkzeuge setzen das Flag von sich aus, darunter kops und das Addon von minikube.',
      },
    },
    {
      id: 'curl-k',
      title: { en: 'curl -k in a pod', de: 'curl -k in einem Pod' },
      text: {
        en: 'One pod calls the kube-apiserver with `curl -k` (path 4). `-k` means: do not check the server. The pod sends the token of its service account with each call.\n\nFind that pod and make it check.',
        de: 'Ein Pod ruft den kube-apiserver mit `curl -k` (Pfad 4). `-k` heißt: den Server nicht prüfen. Der Pod sendet mit jedem Aufruf das Token seines Dienstkontos.\n\nFinden Sie diesen Pod und lassen Sie ihn prüfen.',
      },
      look: { paths: ['P04'] },
      attacker: 'cluster-network',
      task: {
        goal: { type: 'exposure', path: 'P04', exposure: 'credential-replay', holds: false },
        hint: {
          en: 'Path 4 is drawn twice, because the pods differ. Follow the line that is not protected.',
          de: 'Pfad 4 ist zweimal gezeichnet, denn die Pods unterscheiden sich. Folgen Sie der Linie, die nicht geschützt ist.',
        },
        secondHint: {
          en: 'Click the pod web-1. In the details there is a tick at "Client skips verification (curl -k)".',
          de: 'Klicken Sie auf den Pod web-1. In den Details steht ein Haken bei „Client prüft nicht (curl -k)“.',
        },
        solution: [{ component: 'pod', key: 'skips-verification', value: 'false' }],
        explanation: {
          en: 'Every pod with a token also has the CA of the cluster as a file beside it, `ca.crt`. `curl --cacert` with that file checks the server. If a pod does not need the API at all, it is better still to mount no token.',
          de: 'Jeder Pod mit einem Token hat auch die CA des Clusters als Datei daneben, `ca.crt`. `curl --cacert` mit dieser Datei prüft den Server. Braucht ein Pod die API gar nicht, ist es noch besser, kein Token einzubinden.',
        },
      },
      notes: {
        en: 'Ask who has seen `-k` in a script. It usually came from a copied answer that "fixed" a certificate error. Show that the right way costs one more word, because the CA is already there.',
        de: 'Fragen Sie, wer `-k` schon in einem Skript gesehen hat. Meist kam es aus einer kopierten Antwort, die einen Zertifikatsfehler „behob“. Zeigen Sie, dass der richtige Weg nur ein Wort mehr kostet, denn die CA liegt schon da.',
      },
    },
  ],
  questions: [
    {
      type: 'choice',
      text: {
        en: 'A pod used `curl -k` once, with its bound token, while an attacker answered. You remove `-k` the same evening. For how long can the stolen token be used?',
        de: 'Ein Pod verwendete einmal `curl -k` mit seinem gebundenen Token, während ein Angreifer antwortete. Am selben Abend entfernen Sie `-k`. Wie lange gilt das gestohlene Token noch?',
      },
      options: [
        {
          text: {
            en: 'Not any more: the kube-apiserver sees that it comes from another address',
            de: 'Gar nicht mehr: Der kube-apiserver sieht, dass es von anderswo kommt',
          },
          right: false,
          why: {
            en: 'A token is not bound to an address. Whoever holds it is the account.',
            de: 'Ein Token ist an keine Adresse gebunden. Wer es hat, ist das Konto.',
          },
        },
        {
          text: {
            en: 'Until it expires, which may be up to a year, or until the pod is deleted',
            de: 'Bis es abläuft, womöglich erst in einem Jahr, oder bis der Pod gelöscht wird',
          },
          right: true,
          why: {
            en: 'Bound tokens end with their pod. By default those for the kube-apiserver are accepted for up to a year. So delete the pod.',
            de: 'Gebundene Token enden mit ihrem Pod. Ohne Zutun gelten die für den kube-apiserver bis zu einem Jahr. Löschen Sie also den Pod.',
          },
        },
        {
          text: {
            en: 'Only until the pod fetches a new one, since the old one is then void',
            de: 'Nur bis der Pod ein neues holt, denn dann ist das alte ungültig',
          },
          right: false,
          why: {
            en: 'A new token does not end the old one.',
            de: 'Ein neues Token beendet das alte nicht.',
          },
        },
        {
          text: {
            en: 'For ever: such a token has no end unless the account is deleted',
            de: 'Für immer: Ein solches Token endet nur mit dem Konto',
          },
          right: false,
          why: {
            en: 'That was true of the old tokens in Secrets. Bound ones have an end, and hang on the pod.',
            de: 'Das galt für die alten Token in Secrets. Gebundene haben ein Ende und hängen am Pod.',
          },
        },
      ],
    },
    {
      type: 'paths',
      text: {
        en: 'The three holes are closed. Mark every path without an A in its number on which a man in the middle can still reach the true server and read real data.',
        de: 'Die drei Löcher sind geschlossen. Markieren Sie jeden Pfad, dessen Nummer kein A hat und auf dem ein Man-in-the-Middle noch den echten Server erreicht und echte Daten liest.',
      },
      criterion: { by: 'relay' },
      among: 'documented',
      why: {
        en: 'What is left of these paths is the proxy, 12 to 17: no proof is sent there, and none is asked for. On 8 to 11 he can pose, but he does not get through.',
        de: 'Von diesen Pfaden bleibt der Proxy, 12 bis 17: Dort wird kein Nachweis gesendet und keiner verlangt. Auf 8 bis 11 kann er sich ausgeben, kommt aber nicht durch.',
      },
    },
    {
      type: 'order',
      text: {
        en: 'A node joins without checking the CA. Put the attack in order.',
        de: 'Ein Node tritt bei, ohne die CA zu prüfen. Bringen Sie den Angriff in die richtige Reihenfolge.',
      },
      items: [
        {
          en: 'The node connects to the address that it was given.',
          de: 'Der Node verbindet sich mit der Adresse, die man ihm nannte.',
        },
        {
          en: 'The attacker answers with a certificate of his own.',
          de: 'Der Angreifer antwortet mit einem eigenen Zertifikat.',
        },
        { en: 'The node sends its bootstrap token.', de: 'Der Node sendet sein Bootstrap-Token.' },
        {
          en: 'With it the attacker asks the true kube-apiserver for a node certificate.',
          de: 'Der Angreifer beantragt damit beim echten kube-apiserver ein Node-Zertifikat.',
        },
        { en: 'The request is approved automatically.', de: 'Der Antrag wird automatisch genehmigt.' },
        { en: 'He acts as a node of the cluster.', de: 'Er tritt als Node des Clusters auf.' },
      ],
      why: {
        en: 'The token is the only proof until the certificate exists, and it can be used again. Checking the CA stops the attack before the third step.',
        de: 'Bis es das Zertifikat gibt, ist das Token der einzige Nachweis, und es ist wieder verwendbar. Wird die CA geprüft, endet der Angriff vor dem dritten Schritt.',
      },
    },
  ],
  takeaways: [
    {
      en: 'A certificate is proven by a signature for one connection; it cannot be passed on.',
      de: 'Ein Zertifikat wird durch eine Unterschrift für eine Verbindung nachgewiesen; es lässt sich nicht weiterreichen.',
    },
    {
      en: 'A token is sent as text; whoever receives it is the account until it ends.',
      de: 'Ein Token wird als Text gesendet; wer es empfängt, ist das Konto, bis es endet.',
    },
    {
      en: 'With a certificate the attacker poses as the server, with a token he also reaches the true one.',
      de: 'Bei einem Zertifikat gibt sich der Angreifer als Server aus, bei einem Token erreicht er auch den echten.',
    },
    {
      en: 'Posing is not harmless: typed passwords are real, and people act on invented output.',
      de: 'Sich auszugeben ist nicht harmlos: Getippte Passwörter sind echt, und Menschen handeln nach erfundener Ausgabe.',
    },
    {
      en: 'Bootstrap tokens, metrics-server and `curl -k` are the places to look first.',
      de: 'Bootstrap-Token, metrics-server und `curl -k` sind die Stellen, an denen man zuerst nachsieht.',
    },
  ],
  sources: ['LAB', 'KEP1295', 'KEP4872', 'TLSB', 'KADM-J', 'MS', 'KEP1205', 'AUTHN'],
};
