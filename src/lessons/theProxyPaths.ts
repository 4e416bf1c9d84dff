import {
  askForServingCertificates,
  checkKubeletCertificates,
  kubeletCertificatesSigned,
} from './kubeletCertificates.ts';
import type { Lesson } from './lesson.ts';

/** Paths 12 to 17: plain by default, never verified with `https:`, and one exception on the node. */
export const theProxyPaths: Lesson = {
  id: 'the-proxy-paths',
  title: { en: 'The proxy paths and the https: prefix', de: 'Die Proxy-Pfade und das Präfix https:' },
  aim: {
    en: 'You can say what protects a request that the kube-apiserver passes on to a node, a pod or a Service, and what does not.',
    de: 'Sie können sagen, was eine Anfrage schützt, die der kube-apiserver an einen Node, einen Pod oder einen Service weiterreicht, und was nicht.',
  },
  minutes: 15,
  start: { scenario: 'kubeadm' },
  steps: [
    {
      id: 'three-targets',
      title: { en: 'One door, three kinds of target', de: 'Eine Tür, drei Arten von Zielen' },
      text: {
        en: 'The control plane (master) can pass a web request on. Somebody opens an address such as `/api/v1/namespaces/default/services/web/proxy/`, and the kube-apiserver fetches the page from the target. This is the proxy of the kube-apiserver.\n\nThere are three kinds of target: a port of a node (paths 12 and 13), a pod (paths 14 and 15) and a Service (paths 16 and 17).\n\nFor a Service, the kube-apiserver picks a ready pod behind it and connects to the address of that pod. The ClusterIP of the Service and kube-proxy take no part.',
        de: 'Die Control Plane (Master) kann eine Web-Anfrage weiterreichen. Jemand öffnet eine Adresse wie `/api/v1/namespaces/default/services/web/proxy/`, und der kube-apiserver holt die Seite vom Ziel. Das ist der Proxy des kube-apiservers.\n\nEs gibt drei Arten von Zielen: ein Port eines Nodes (Pfade 12 und 13), ein Pod (Pfade 14 und 15) und ein Service (Pfade 16 und 17).\n\nBei einem Service wählt der kube-apiserver einen bereiten Pod dahinter und verbindet sich mit dessen Adresse. Die ClusterIP des Service und kube-proxy sind nicht beteiligt.',
      },
      look: { paths: ['P12', 'P13', 'P14', 'P15', 'P16', 'P17'] },
      notes: {
        en: 'Ask who has used `kubectl proxy` or opened a dashboard through the API server. Most have, without knowing that a second connection starts behind the kube-apiserver. Draw the two halves: user to kube-apiserver, kube-apiserver to target. This lesson is about the second half only. A frequent question is where kube-proxy comes in: it does not, in spite of the name.',
        de: 'Fragen Sie, wer schon `kubectl proxy` benutzt oder ein Dashboard über den API-Server geöffnet hat. Die meisten haben es, ohne zu wissen, dass hinter dem kube-apiserver eine zweite Verbindung beginnt. Zeichnen Sie beide Hälften: Benutzer zum kube-apiserver, kube-apiserver zum Ziel. Diese Lektion handelt nur von der zweiten. Oft wird gefragt, wo kube-proxy ins Spiel kommt: gar nicht, trotz des Namens.',
      },
    },
    {
      id: 'plain-by-default',
      title: { en: 'Plain by default', de: 'Ohne Zutun im Klartext' },
      text: {
        en: 'If the address says nothing else, the kube-apiserver speaks plain HTTP to the target. Plain means that nothing is encrypted.\n\nThe attacker now stands on the network between control plane and nodes. On paths 12, 14 and 16 it is enough to listen: pages, form fields, search words and cookies pass in readable form.\n\nPlay the attack and read what passes.',
        de: 'Sagt die Adresse nichts anderes, spricht der kube-apiserver mit dem Ziel unverschlüsseltes HTTP. Das heißt Klartext.\n\nDer Angreifer steht jetzt im Netz zwischen Control Plane und Nodes. Auf den Pfaden 12, 14 und 16 genügt es, zuzuhören: Seiten, Formularfelder, Suchwörter und Cookies laufen lesbar vorbei.\n\nSpielen Sie den Angriff ab und lesen Sie mit.',
      },
      look: { paths: ['P12', 'P14', 'P16'] },
      attacker: 'cluster-network',
      playback: { path: 'P14', attack: 'passive' },
      notes: {
        en: 'Say: the user may well see a lock in the browser. It belongs to the first half. Ask what a listener could take from a login form of an internal tool: the password, once, in clear. Expect the objection "but that is inside our data center"; answer that the color says what the connection offers, and the network says who is there.',
        de: 'Sagen Sie: Im Browser sieht der Benutzer womöglich ein Schloss. Es gehört zur ersten Hälfte. Fragen Sie, was ein Lauscher von der Anmeldeseite eines internen Werkzeugs mitnähme: das Passwort, im Klartext. Rechnen Sie mit dem Einwand „das ist doch in unserem Rechenzentrum“; antworten Sie, dass die Farbe sagt, was die Verbindung bietet, und das Netz sagt, wer dort ist.',
      },
    },
    {
      id: 'the-prefix',
      title: { en: 'What the prefix changes', de: 'Was das Präfix ändert' },
      text: {
        en: 'An address can ask for TLS: `services/https:web:443/proxy/`. Then the kube-apiserver encrypts. These are paths 13, 15 and 17.\n\nBut it never checks who answers. In the code stands `InsecureSkipVerify: true`, and no flag changes it: the target is dialled by an IP address, so the code does not expect a name in the certificate that it could compare.\n\nA listener learns nothing now. Whoever answers in the place of the target shows any certificate, and it is taken. Play it on path 17.',
        de: 'Eine Adresse kann TLS verlangen: `services/https:web:443/proxy/`. Dann verschlüsselt der kube-apiserver. Das sind die Pfade 13, 15 und 17.\n\nAber er prüft nie, wer antwortet. Im Code steht `InsecureSkipVerify: true`, und kein Flag ändert das: Das Ziel wird über eine IP-Adresse angewählt, also erwartet der Code keinen Namen im Zertifikat, den er vergleichen könnte.\n\nEin Lauscher erfährt nun nichts mehr. Wer anstelle des Ziels antwortet, zeigt irgendein Zertifikat, und es wird angenommen. Spielen Sie es auf Pfad 17 ab.',
      },
      look: { paths: ['P13', 'P15', 'P17'] },
      attacker: 'cluster-network',
      playback: { path: 'P17', attack: 'active' },
      notes: {
        en: 'This is the most important step. Let people name the difference between "encrypted" and "verified" in their own words. Stress that the attacker here can build a bridge: nobody proves anything to anybody, so he connects to the real target himself and passes everything on, changed or not. Compare with admission webhooks, which the same kube-apiserver always verifies: it can, but not here.',
        de: 'Das ist der wichtigste Schritt. Lassen Sie den Unterschied zwischen „verschlüsselt“ und „geprüft“ mit eigenen Worten sagen. Betonen Sie, dass der Angreifer hier eine Brücke bauen kann: Niemand weist jemandem etwas nach, also verbindet er sich selbst mit dem echten Ziel und reicht alles weiter, verändert oder nicht. Vergleichen Sie mit Admission-Webhooks, die derselbe kube-apiserver immer prüft: Er kann es, nur hier nicht.',
      },
    },
    {
      id: 'three-parts',
      title: { en: 'How the prefix is written', de: 'Wie das Präfix geschrieben wird' },
      text: {
        en: 'The part of the address that names the target has one, two or three pieces, with colons between them: `name`, or `name:port`, or `scheme:name:port`. What a piece means depends on how many there are.',
        de: 'Der Teil der Adresse, der das Ziel nennt, hat ein, zwei oder drei Stücke mit Doppelpunkten dazwischen: `name`, oder `name:port`, oder `schema:name:port`. Was ein Stück bedeutet, hängt davon ab, wie viele es sind.',
      },
      look: { paths: ['P16', 'P17'] },
      question: {
        type: 'choice',
        text: {
          en: 'Somebody wants TLS to the Service `web` and opens `/api/v1/namespaces/shop/services/https:web/proxy/`. What does the kube-apiserver look for?',
          de: 'Jemand möchte TLS zum Service `web` und öffnet `/api/v1/namespaces/shop/services/https:web/proxy/`. Was sucht der kube-apiserver?',
        },
        options: [
          {
            text: {
              en: 'The Service `web`, over TLS, at its first port',
              de: 'Den Service `web`, über TLS, an seinem ersten Port',
            },
            right: false,
            why: {
              en: 'That would need three pieces. With a port that has no name or number to give, the third one is empty: `https:web:`.',
              de: 'Dafür bräuchte es drei Stücke. Soll kein Port genannt werden, ist das dritte leer: `https:web:`.',
            },
          },
          {
            text: {
              en: 'A Service called `https`, at its port called `web`',
              de: 'Einen Service namens `https`, an seinem Port namens `web`',
            },
            right: true,
            why: {
              en: 'Two pieces are read as name and port. TLS is not even asked for.',
              de: 'Zwei Stücke gelten als Name und Port. TLS wird gar nicht verlangt.',
            },
          },
          {
            text: {
              en: 'The Service `web`, over TLS, at port 443 in any case',
              de: 'Den Service `web`, über TLS, in jedem Fall an Port 443',
            },
            right: false,
            why: {
              en: 'No port is guessed from the word `https`. It is taken for a name here.',
              de: 'Aus dem Wort `https` wird kein Port erraten. Es gilt hier als Name.',
            },
          },
          {
            text: {
              en: 'Nothing: such an address is turned down as malformed',
              de: 'Nichts: Eine solche Adresse wird als fehlerhaft abgewiesen',
            },
            right: false,
            why: {
              en: 'It is well formed, it only means something else. That is why the mistake is easy to miss.',
              de: 'Sie ist wohlgeformt, sie bedeutet nur etwas anderes. Darum übersieht man den Fehler leicht.',
            },
          },
        ],
      },
      notes: {
        en: 'Let everybody decide before you go on. The trap is that the address looks like a web address, where `https:` always comes first. If there is time, ask for the right form with a port that has no name: `https:web:`.',
        de: 'Lassen Sie alle entscheiden, bevor Sie weitergehen. Die Falle: Die Adresse sieht aus wie eine Web-Adresse, in der `https:` immer vorn steht. Wenn Zeit ist, fragen Sie nach der richtigen Form für einen Port ohne Namen: `https:web:`.',
      },
    },
    {
      id: 'the-kubelet-port',
      title: { en: 'The exception: the port of the kubelet', de: 'Die Ausnahme: der Port des kubelet' },
      text: {
        en: 'On a node there is one exception. If the address names no port, or the port of the kubelet (10250), the request takes path 11. There the kube-apiserver uses its client for the kubelet: always TLS, with its own client certificate, whatever the prefix says. This client can be told to check the server.\n\nMake path 11 protected, in a way in which `kubectl logs` goes on working. Two things belong together: every kubelet needs a certificate that can be checked, and the kube-apiserver must be told which CA signed it.',
        de: 'Bei Nodes gibt es eine Ausnahme. Nennt die Adresse keinen Port oder den Port des kubelet (10250), nimmt die Anfrage Pfad 11. Dort verwendet der kube-apiserver seinen Client für das kubelet: immer TLS, mit seinem eigenen Client-Zertifikat, was auch immer das Präfix sagt. Diesem Client kann man sagen, dass er den Server prüfen soll.\n\nMachen Sie Pfad 11 geschützt, und zwar so, dass `kubectl logs` weiter funktioniert. Zwei Dinge gehören zusammen: Jedes kubelet braucht ein Zertifikat, das sich prüfen lässt, und der kube-apiserver muss wissen, welche CA es signiert hat.',
      },
      look: { paths: ['P11', 'P12', 'P13'], components: ['kubelet'] },
      task: {
        goal: {
          type: 'all',
          of: [
            { type: 'status', path: 'P11', is: ['protected'] },
            { type: 'works', path: 'P11' },
            kubeletCertificatesSigned,
          ],
        },
        hint: {
          en: 'One setting is on the kubelets, the other on the kube-apiserver. Click the box of each and look through its settings in the details.',
          de: 'Eine Einstellung liegt bei den kubelets, die andere beim kube-apiserver. Klicken Sie auf deren Kästen und sehen Sie in den Details die Einstellungen durch.',
        },
        secondHint: {
          en: 'On both nodes it is `serverTLSBootstrap`; "Find anything" (Ctrl+K) has the action "Select all nodes", which lets you set both at once. On the kube-apiserver it is the flag that names the authority of the kubelets.',
          de: 'Auf beiden Nodes ist es `serverTLSBootstrap`; „Alles finden“ (Strg+K) hat die Aktion „Alle Nodes auswählen“, mit der Sie beide auf einmal setzen. Beim kube-apiserver ist es das Flag, das die Zertifizierungsstelle der kubelets nennt.',
        },
        solution: [askForServingCertificates, checkKubeletCertificates],
        explanation: {
          en: '`serverTLSBootstrap` makes each kubelet ask the CA of the cluster for a serving certificate; on a real cluster somebody then approves the requests. `--kubelet-certificate-authority` makes the kube-apiserver check it, and the address as well.\n\nPath 11 is protected now, and 8 to 10 with it, because all four use the same client. Look at 12 to 17: nothing has changed there.',
          de: '`serverTLSBootstrap` lässt jedes kubelet die CA des Clusters um ein Serving-Zertifikat bitten; auf einem echten Cluster genehmigt danach jemand die Anträge. `--kubelet-certificate-authority` lässt den kube-apiserver es prüfen, und die Adresse dazu.\n\nPfad 11 ist jetzt geschützt, und 8 bis 10 mit ihm, denn alle vier verwenden denselben Client. Sehen Sie auf 12 bis 17: Dort hat sich nichts geändert.',
        },
      },
      notes: {
        en: 'The documentation says that connections to a node default to plain HTTP. For the port of the kubelet that is too broad: measured, `nodes/http:NAME:10250/proxy` is TLS all the same. Let the group find both settings. Expect somebody to set only the flag on the kube-apiserver: the picture turns green, and the note in the details says that logs fail until the certificates are signed. That is why the task asks for both.',
        de: 'Die Dokumentation sagt, Verbindungen zu einem Node seien ohne Zutun unverschlüsseltes HTTP. Für den Port des kubelet ist das zu allgemein: Gemessen ist `nodes/http:NAME:10250/proxy` trotzdem TLS. Lassen Sie die Gruppe beide Einstellungen finden. Rechnen Sie damit, dass jemand nur das Flag am kube-apiserver setzt: Das Bild wird grün, und der Hinweis in den Details sagt, dass Protokolle fehlschlagen, bis die Zertifikate signiert sind. Darum verlangt die Aufgabe beides.',
      },
    },
    {
      id: 'no-flag-helps',
      title: { en: 'Looking for a switch', de: 'Die Suche nach einem Schalter' },
      text: {
        en: 'The paths 8 to 11 are protected. Surely some flag does the same for 12 to 17? Watch what happens when one after the other is tried.',
        de: 'Die Pfade 8 bis 11 sind geschützt. Sicher gibt es ein Flag, das dasselbe für 12 bis 17 tut? Sehen Sie zu, wie eines nach dem anderen versucht wird.',
      },
      look: { paths: ['P12', 'P13', 'P14', 'P15', 'P16', 'P17'] },
      demonstration: [
        {
          text: {
            en: 'The CA of the kubelets is set. It belongs to the client for the kubelet. The proxy has a client of its own, which reads no CA.',
            de: 'Die CA der kubelets ist gesetzt. Sie gehört zum Client für das kubelet. Der Proxy hat einen eigenen Client, der keine CA liest.',
          },
          changes: [],
        },
        {
          text: {
            en: 'Now `--anonymous-auth=false` on the kube-apiserver. Nobody enters at the front without a name any more. Behind it, nothing has changed.',
            de: 'Nun `--anonymous-auth=false` am kube-apiserver. Vorne kommt niemand mehr ohne Namen hinein. Dahinter hat sich nichts geändert.',
          },
          changes: [{ component: 'kube-apiserver', key: 'anonymous-auth', value: 'false' }],
        },
        {
          text: {
            en: 'Now `--tls-min-version=VersionTLS13`. That is about the port on which the kube-apiserver serves. It says nothing about what it dials.',
            de: 'Nun `--tls-min-version=VersionTLS13`. Das betrifft den Port, auf dem der kube-apiserver bedient. Über das, was er selbst anwählt, sagt es nichts.',
          },
          changes: [{ component: 'kube-apiserver', key: 'tls-min-version', value: 'VersionTLS13' }],
        },
        {
          text: {
            en: 'Now a service mesh, in which pods prove themselves to each other. The kube-apiserver is not a member of it. Paths 14 to 17 stay as they were.',
            de: 'Nun ein Service Mesh, in dem Pods sich voreinander ausweisen. Der kube-apiserver gehört nicht dazu. Die Pfade 14 bis 17 bleiben, wie sie waren.',
          },
          changes: [{ component: 'pod-network', key: 'encryption', value: 'mesh' }],
        },
      ],
      notes: {
        en: 'Before each frame ask for a vote: will a line change its color? The answer is no every time, and that is the message. For the mesh, add that a strict mesh may turn such calls away altogether.',
        de: 'Lassen Sie vor jedem Bild abstimmen: Ändert eine Linie ihre Farbe? Die Antwort ist jedes Mal Nein, und das ist die Botschaft. Zum Mesh: Ein strenges Mesh weist solche Aufrufe womöglich ganz ab.',
      },
    },
    {
      id: 'who-are-you',
      title: { en: 'What the target learns about the user', de: 'Was das Ziel über den Benutzer erfährt' },
      text: {
        en: 'The user has logged in at the kube-apiserver, with a token or a certificate. The target behind the proxy may want to know who is calling.',
        de: 'Der Benutzer hat sich am kube-apiserver angemeldet, mit einem Token oder einem Zertifikat. Das Ziel hinter dem Proxy möchte vielleicht wissen, wer ruft.',
      },
      look: { paths: ['P14'] },
      question: {
        type: 'choice',
        text: {
          en: 'A person with a valid token opens a pod through the proxy. What of it arrives at the pod?',
          de: 'Eine Person mit einem gültigen Token öffnet über den Proxy einen Pod. Was davon kommt beim Pod an?',
        },
        options: [
          {
            text: {
              en: 'The token, because the request is passed on whole',
              de: 'Das Token, denn die Anfrage wird im Ganzen weitergereicht',
            },
            right: false,
            why: {
              en: 'The `Authorization` header is removed. In measurements the token arrived in not one of 132 requests.',
              de: 'Der Header `Authorization` wird entfernt. In Messungen kam das Token in keiner von 132 Anfragen an.',
            },
          },
          {
            text: {
              en: 'The client certificate of the kube-apiserver in its place',
              de: 'Das Client-Zertifikat des kube-apiservers an dessen Stelle',
            },
            right: false,
            why: {
              en: 'The proxy presents no certificate. A target that demands one cannot be reached like this. Only the port of the kubelet is different.',
              de: 'Der Proxy zeigt kein Zertifikat. Ein Ziel, das eines verlangt, ist so nicht erreichbar. Nur beim Port des kubelet ist es anders.',
            },
          },
          {
            text: {
              en: 'Neither token nor certificate, but cookies and form data',
              de: 'Weder Token noch Zertifikat, aber Cookies und Formulardaten',
            },
            right: true,
            why: {
              en: 'No identity is passed on. Cookies, bodies, queries and other headers are, and on a plain path they can be read.',
              de: 'Es wird keine Identität weitergegeben. Cookies, Inhalte, Abfragen und andere Header schon, und auf einem Klartextpfad sind sie lesbar.',
            },
          },
          {
            text: {
              en: 'Only the bare address: headers and bodies are dropped',
              de: 'Nur die bloße Adresse: Header und Inhalte entfallen',
            },
            right: false,
            why: {
              en: 'Then no form would work. Bodies, queries and cookies are delivered in full.',
              de: 'Dann ginge kein Formular. Inhalte, Abfragen und Cookies werden vollständig übergeben.',
            },
          },
        ],
      },
      notes: {
        en: 'Two consequences to bring out. Good: an attacker on these paths cannot take the token of the user. Bad: for the target every user with the right to proxy looks the same, and a NetworkPolicy that admits the control plane admits all of them.',
        de: 'Arbeiten Sie zwei Folgen heraus. Gut: Ein Angreifer auf diesen Pfaden bekommt das Token des Benutzers nicht. Schlecht: Für das Ziel sehen alle gleich aus, die den Proxy benutzen dürfen, und eine NetworkPolicy, die die Control Plane zulässt, lässt sie alle zu.',
      },
    },
    {
      id: 'beneath',
      title: { en: 'What is left to do', de: 'Was zu tun bleibt' },
      text: {
        en: 'Three things help. Do not use the proxy for anything secret; `kubectl port-forward` takes path 10. Give the rights `nodes/proxy`, `pods/proxy` and `services/proxy` to few people. Or encrypt the network beneath, for example with WireGuard or IPsec.\n\nAssume that the network between the control plane host and all nodes now runs in IPsec. Tell the model: the network between control plane and nodes is trusted.',
        de: 'Drei Dinge helfen. Verwenden Sie den Proxy für nichts Geheimes; `kubectl port-forward` nimmt Pfad 10. Geben Sie die Rechte `nodes/proxy`, `pods/proxy` und `services/proxy` nur wenigen. Oder verschlüsseln Sie das Netz darunter, etwa mit WireGuard oder IPsec.\n\nNehmen Sie an, das Netz zwischen dem Host der Control Plane und allen Nodes läuft jetzt in IPsec. Sagen Sie es dem Modell: Das Netz zwischen Control Plane und Nodes ist vertrauenswürdig.',
      },
      look: { paths: ['P12', 'P13', 'P14', 'P15', 'P16', 'P17'] },
      task: {
        goal: { type: 'network', id: 'cluster-network', trust: 'trusted' },
        hint: {
          en: 'The trust in a network is not a setting of a component. It belongs to the band that the lines cross.',
          de: 'Das Vertrauen in ein Netz ist keine Einstellung einer Komponente. Es gehört zu dem Band, das die Linien kreuzen.',
        },
        secondHint: {
          en: 'Click the button in the band itself, or open "Change the model" below the lesson and look under "Networks".',
          de: 'Klicken Sie auf die Schaltfläche im Band selbst, oder öffnen Sie „Modell ändern“ unter der Lektion und sehen Sie unter „Netze“ nach.',
        },
        solution: [{ type: 'set-network', id: 'cluster-network', trust: 'trusted' }],
        explanation: {
          en: 'The lines keep their class: the connections themselves are as weak as before. But as long as the assumption holds, nobody is on the wire who could use it. Open a path and compare "now" with "on an untrusted network".\n\nWhat no network closes: whoever can reach the port of the target directly.',
          de: 'Die Linien behalten ihre Klasse: Die Verbindungen selbst sind so schwach wie zuvor. Aber solange die Annahme stimmt, ist niemand auf der Leitung, der das nutzen könnte. Öffnen Sie einen Pfad und vergleichen Sie „jetzt“ mit „in einem nicht vertrauenswürdigen Netz“.\n\nWas kein Netz schließt: wer den Port des Ziels direkt erreicht.',
        },
      },
      notes: {
        en: 'Make the difference plain: a setting can be verified in a file, trust in a network is a statement that somebody must stand behind. Ask who in the organisation could sign it. Mention that port-forward is TLS up to the node and plain from there to the port of the pod.',
        de: 'Machen Sie den Unterschied deutlich: Eine Einstellung lässt sich in einer Datei nachsehen, Vertrauen in ein Netz ist eine Aussage, für die jemand geradestehen muss. Fragen Sie, wer in der Organisation sie unterschreiben könnte. Erwähnen Sie, dass port-forward bis zum Node TLS ist und von dort zum Port des Pods Klartext.',
      },
    },
  ],
  questions: [
    {
      type: 'choice',
      text: {
        en: 'All kubelets have signed certificates and `--kubelet-certificate-authority` is set. You open a dashboard through `services/https:dashboard:443/proxy/`. What does the kube-apiserver check of the certificate of the dashboard?',
        de: 'Alle kubelets haben signierte Zertifikate, und `--kubelet-certificate-authority` ist gesetzt. Sie öffnen ein Dashboard über `services/https:dashboard:443/proxy/`. Was prüft der kube-apiserver am Zertifikat des Dashboards?',
      },
      options: [
        {
          text: {
            en: 'That the CA of the kubelets signed it, and the address in it',
            de: 'Dass die CA der kubelets es signiert hat, und die Adresse darin',
          },
          right: false,
          why: {
            en: 'That holds for paths 8 to 11. The flag reaches no pod and no Service.',
            de: 'Das gilt für die Pfade 8 bis 11. Das Flag erreicht keinen Pod und keinen Service.',
          },
        },
        {
          text: {
            en: 'That a public CA signed it, the way a browser would',
            de: 'Dass eine öffentliche CA es signiert hat, wie ein Browser',
          },
          right: false,
          why: {
            en: 'No roots are consulted. A certificate that the attacker signed himself is as good.',
            de: 'Es werden keine Wurzelzertifikate befragt. Ein Zertifikat, das der Angreifer selbst signiert hat, ist ebenso gut.',
          },
        },
        {
          text: {
            en: 'Nothing at all: it takes whatever certificate it is shown',
            de: 'Gar nichts davon: Er nimmt jedes, das man ihm zeigt',
          },
          right: true,
          why: {
            en: 'The proxy is built not to check, by its code. The dashboard is as exposed as before.',
            de: 'Der Proxy ist im Code so gebaut, dass er nicht prüft. Das Dashboard ist so angreifbar wie zuvor.',
          },
        },
        {
          text: {
            en: 'Only the dates: an expired certificate is turned down',
            de: 'Nur die Daten: Ein abgelaufenes wird abgewiesen',
          },
          right: false,
          why: {
            en: 'The dates are a part of the check that is switched off as a whole.',
            de: 'Die Daten gehören zu der Prüfung, die als Ganzes abgeschaltet ist.',
          },
        },
      ],
    },
    {
      type: 'paths',
      text: {
        en: 'Leave the trust in the network aside. Mark every path in the picture on which the content passes in readable form, so that listening would be enough.',
        de: 'Lassen Sie das Vertrauen in das Netz beiseite. Markieren Sie jeden Pfad im Bild, auf dem der Inhalt lesbar vorbeiläuft, sodass Zuhören genügen würde.',
      },
      criterion: { by: 'exposure', mode: 'passive', exposure: 'eavesdrop' },
      why: {
        en: 'Only what is plain can be read by listening: of the documented paths these are 12, 14 and 16, the proxy without the prefix. On 13, 15 and 17 somebody must answer in the place of the target.',
        de: 'Durch Zuhören liest man nur Klartext: Von den dokumentierten Pfaden sind das 12, 14 und 16, der Proxy ohne Präfix. Auf 13, 15 und 17 muss jemand anstelle des Ziels antworten.',
      },
    },
    {
      type: 'order',
      text: {
        en: 'Somebody opens `services/web/proxy/`. What happens first, and what then?',
        de: 'Jemand öffnet `services/web/proxy/`. Was geschieht zuerst und was danach?',
      },
      items: [
        {
          en: 'The kube-apiserver finds out who is calling.',
          de: 'Der kube-apiserver stellt fest, wer ruft.',
        },
        {
          en: 'It removes the `Authorization` header from the request.',
          de: 'Er entfernt den Header `Authorization` aus der Anfrage.',
        },
        {
          en: 'It picks a ready pod behind the Service.',
          de: 'Er wählt einen bereiten Pod hinter dem Service.',
        },
        {
          en: 'It connects to the address of that pod.',
          de: 'Er verbindet sich mit der Adresse dieses Pods.',
        },
        {
          en: 'The request crosses the network in plain HTTP.',
          de: 'Die Anfrage läuft als unverschlüsseltes HTTP durch das Netz.',
        },
      ],
      why: {
        en: 'Who calls is decided at the front, and the proof stays there. Behind it the kube-apiserver dials a pod itself, without the ClusterIP and without kube-proxy.',
        de: 'Wer ruft, wird vorne entschieden, und der Nachweis bleibt dort. Dahinter wählt der kube-apiserver selbst einen Pod an, ohne die ClusterIP und ohne kube-proxy.',
      },
    },
  ],
  takeaways: [
    {
      en: 'Without a prefix the proxy speaks plain HTTP to nodes, pods and Services.',
      de: 'Ohne Präfix spricht der Proxy mit Nodes, Pods und Services unverschlüsseltes HTTP.',
    },
    {
      en: 'With `https:` it encrypts and never checks who answers, and no flag changes that.',
      de: 'Mit `https:` verschlüsselt er und prüft nie, wer antwortet, und kein Flag ändert das.',
    },
    {
      en: 'The prefix needs three pieces: `https:name:port`.',
      de: 'Das Präfix braucht drei Stücke: `https:name:port`.',
    },
    {
      en: 'The port of the kubelet is different: it uses the client for the kubelet, which the kubelet CA protects.',
      de: 'Der Port des kubelet ist anders: Dort gilt der Client für das kubelet, den die CA der kubelets schützt.',
    },
    {
      en: 'No identity of the user is passed on, but cookies and form data are.',
      de: 'Die Identität des Benutzers wird nicht weitergegeben, Cookies und Formulardaten schon.',
    },
  ],
  sources: ['SEED', 'AS', 'NS', 'SVC', 'AM', 'APF', 'LAB'],
};
