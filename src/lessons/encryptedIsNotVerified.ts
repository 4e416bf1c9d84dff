import type { Lesson } from './lesson.ts';

const ca = '/etc/kubernetes/pki/ca.crt';

/** The kube-apiserver calls the kubelet over TLS and checks nothing: what that gives an attacker, and what not. */
export const encryptedIsNotVerified: Lesson = {
  id: 'encrypted-is-not-verified',
  title: {
    en: 'Apiserver to kubelet: encrypted is not verified',
    de: 'Apiserver zum kubelet: Verschlüsselt heißt nicht geprüft',
  },
  aim: {
    en: 'You can say precisely what an attacker between kube-apiserver and kubelet can do, and what he cannot.',
    de: 'Sie können genau sagen, was ein Angreifer zwischen kube-apiserver und kubelet kann und was nicht.',
  },
  minutes: 15,
  start: { scenario: 'kubeadm' },
  steps: [
    {
      id: 'the-default',
      title: { en: 'The default', de: 'Der Standard' },
      text: {
        en: 'On paths 8 to 11 the kube-apiserver calls kubelets: for logs, exec and attach, port-forward, and the node proxy on the kubelet’s port. It is always TLS.\n\nBut it checks no certificate unless `--kubelet-certificate-authority` is set, and by default it is not. kubeadm does not set it either. Look at the three dots below the badges: encrypted yes, server proven no, client proven yes.',
        de: 'Auf den Pfaden 8 bis 11 ruft der kube-apiserver kubelets an: für Logs, für exec und attach, für port-forward und für den Node-Proxy am Port des kubelets. Es ist immer TLS.\n\nDoch er prüft kein Zertifikat, solange `--kubelet-certificate-authority` nicht gesetzt ist, und standardmäßig ist es das nicht. Auch kubeadm setzt es nicht. Sehen Sie auf die drei Punkte unter den Plaketten: verschlüsselt ja, Server belegt nein, Client belegt ja.',
      },
      look: { paths: ['P08', 'P09', 'P10', 'P11'], components: ['kube-apiserver', 'kubelet'] },
      notes: {
        en: 'Somebody will say that this is a bug of kubeadm. Explain: the kubelet makes its own serving certificate by default, signed by itself. No CA could check that one, so the check is off until somebody issues real ones.',
        de: 'Jemand wird sagen, das sei ein Fehler von kubeadm. Erklären Sie: Das kubelet stellt sich standardmäßig selbst ein Serving-Zertifikat aus. Keine CA könnte das prüfen, also bleibt die Prüfung aus, bis jemand echte ausstellt.',
      },
    },
    {
      id: 'listen-or-answer',
      title: { en: 'Listening and answering', de: 'Lauschen und antworten' },
      text: {
        en: 'The attacker now stands on the network between control plane (master) and nodes. If he only listens, TLS keeps him out. If he answers in the kubelet’s place, TLS encrypts to him.\n\nPlay the attack on path 9, once as a listener, once as somebody who answers.',
        de: 'Der Angreifer steht nun im Netz zwischen Control Plane (Master) und Nodes. Lauscht er nur, hält TLS ihn ab. Antwortet er anstelle des kubelets, verschlüsselt TLS zu ihm.\n\nSpielen Sie den Angriff auf Pfad 9 ab, einmal als Lauscher, einmal als jemand, der antwortet.',
      },
      look: { paths: ['P09'] },
      attacker: 'cluster-network',
      playback: { path: 'P09', attack: 'active' },
      notes: {
        en: 'Pause at the step where the kube-apiserver shows its own certificate. Ask for bets: what can the attacker do with it? Write the bets down; the next step resolves them.',
        de: 'Halten Sie bei dem Schritt an, in dem der kube-apiserver sein eigenes Zertifikat zeigt. Lassen Sie wetten: Was kann der Angreifer damit anfangen? Notieren Sie die Wetten; der nächste Schritt löst sie auf.',
      },
    },
    {
      id: 'can-and-cannot',
      title: { en: 'What he can and cannot', de: 'Was er kann und was nicht' },
      text: {
        en: 'He can pose as the kubelet. He learns which pod was asked for, the command line of an exec, everything that is typed, and what an application sends through a port-forward. And he invents the answers.\n\nHe cannot pose as the kube-apiserver. It has proven itself to him with a key that he does not have, and this proof cannot be passed on.',
        de: 'Er kann sich als kubelet ausgeben. Er erfährt, nach welchem Pod gefragt wurde, die Befehlszeile eines exec, alles, was getippt wird, und was eine Anwendung durch ein port-forward sendet. Und er erfindet die Antworten.\n\nEr kann sich nicht als kube-apiserver ausgeben. Dieser hat sich ihm gegenüber mit einem Schlüssel ausgewiesen, den er nicht hat, und dieser Nachweis lässt sich nicht weiterreichen.',
      },
      look: { paths: ['P08', 'P09'] },
      question: {
        type: 'choice',
        text: {
          en: 'The attacker answers in the place of a kubelet that refuses strangers. Somebody runs `kubectl logs web-1`. What appears on the screen?',
          de: 'Der Angreifer antwortet anstelle eines kubelets, das Fremde abweist. Jemand führt `kubectl logs web-1` aus. Was erscheint auf dem Bildschirm?',
        },
        options: [
          {
            text: {
              en: 'The true log, with some lines left out',
              de: 'Das echte Protokoll, in dem Zeilen fehlen',
            },
            right: false,
            why: {
              en: 'For that he would have to fetch it from the true kubelet, which answers him with 401.',
              de: 'Dazu müsste er es beim echten kubelet holen, und das antwortet ihm mit 401.',
            },
          },
          {
            text: {
              en: 'A log that he has made up from start to end',
              de: 'Ein Protokoll, das er ganz erfunden hat',
            },
            right: true,
            why: {
              en: 'Yes. It was measured: kubectl prints it like any other.',
              de: 'Ja. Das wurde gemessen: kubectl gibt es aus wie jedes andere.',
            },
          },
          {
            text: {
              en: 'A warning that the certificate is unknown',
              de: 'Eine Warnung, das Zertifikat sei unbekannt',
            },
            right: false,
            why: {
              en: 'Nobody checks it, so nobody warns, not even in the log of the kube-apiserver.',
              de: 'Niemand prüft es, also warnt auch niemand, nicht einmal das Protokoll des kube-apiservers.',
            },
          },
        ],
      },
      notes: {
        en: 'Two wrong extremes come up here. “Then he has the rights of the apiserver”: no. “Then it is harmless”: no. Let the room find damage: a password typed into a shell, a decision made on a false log.',
        de: 'Zwei falsche Extreme kommen hier auf. „Dann hat er die Rechte des Apiservers“: nein. „Dann ist es harmlos“: nein. Lassen Sie den Raum Schäden finden: ein in eine Shell getipptes Passwort, eine Entscheidung aufgrund eines falschen Protokolls.',
      },
    },
    {
      id: 'open-the-kubelet',
      title: { en: 'Do it: give him what he lacks', de: 'Tun Sie es: Geben Sie ihm, was ihm fehlt' },
      text: {
        en: 'The kubelet’s lock is what keeps him from real data. Open it for a moment: change the kubelets of both nodes so that he can pass on all calls to the true one. Then everything that he shows is real, or altered as he likes. Play the attack on path 8 before and after, and compare the last step.',
        de: 'Was ihn von echten Daten trennt, ist das Schloss des kubelets. Öffnen Sie es für einen Augenblick: Ändern Sie die kubelets beider Nodes so, dass er alle Aufrufe an das echte weiterleiten kann. Dann ist alles, was er zeigt, echt oder nach Belieben verändert. Spielen Sie den Angriff auf Pfad 8 vorher und nachher ab, und vergleichen Sie den letzten Schritt.',
      },
      look: { paths: ['P08', 'P09'], components: ['kubelet'] },
      playback: { path: 'P08', attack: 'active' },
      task: {
        goal: { type: 'relay', path: 'P08', holds: true, everywhere: true },
        hint: {
          en: 'The kubelet asks two things of a caller: who are you, and may you? Both questions have to fall.',
          de: 'Das kubelet fragt einen Anrufer zweierlei: Wer sind Sie, und dürfen Sie das? Beide Fragen müssen fallen.',
        },
        secondHint: {
          en: 'On both nodes. Who are you: `authentication.anonymous.enabled`. May you: `authorization.mode`, which has a value that says yes to everybody.',
          de: 'Auf beiden Nodes. Wer sind Sie: `authentication.anonymous.enabled`. Dürfen Sie: `authorization.mode`, das einen Wert hat, der zu allen Ja sagt.',
        },
        solution: [
          { component: 'kubelet', key: 'authentication.anonymous.enabled', value: 'true' },
          { component: 'kubelet', key: 'authorization.mode', value: 'AlwaysAllow' },
        ],
        explanation: {
          en: 'These are the defaults of a kubelet that is started with flags alone. Read the note of path 8: such a kubelet needs no man in the middle, whoever reaches its port is in.',
          de: 'Das sind die Standardwerte eines kubelets, das nur mit Optionen gestartet wird. Lesen Sie den Hinweis zu Pfad 8: Solch ein kubelet braucht keinen Man-in-the-Middle, wer seinen Port erreicht, ist drin.',
        },
      },
      notes: {
        en: 'Let them try one setting alone first: nothing happens. That is worth seeing. Then play path 8 again and compare the last step.',
        de: 'Lassen Sie zuerst nur eine der Einstellungen probieren: Es geschieht nichts. Das lohnt zu sehen. Spielen Sie dann Pfad 8 erneut ab und vergleichen Sie den letzten Schritt.',
      },
    },
    {
      id: 'lock-the-kubelet',
      title: { en: 'Do it: lock the kubelet again', de: 'Tun Sie es: das kubelet wieder verschließen' },
      text: {
        en: 'Now lock the kubelets of both nodes. Nobody without a name may get in, and the kubelet shall ask the kube-apiserver who may do what. A kubelet with both settings is called hardened here.',
        de: 'Verschließen Sie nun die kubelets beider Nodes. Niemand ohne Namen darf hinein, und das kubelet soll den kube-apiserver fragen, wer was darf. Ein kubelet mit beiden Einstellungen heißt hier gehärtet.',
      },
      look: { paths: ['P08'], components: ['kubelet'] },
      playback: { path: 'P08', attack: 'active' },
      task: {
        goal: {
          type: 'all',
          of: [
            { type: 'relay', path: 'P08', holds: false },
            { type: 'setting', component: 'kubelet', key: 'authentication.anonymous.enabled', value: 'false' },
            { type: 'setting', component: 'kubelet', key: 'authorization.mode', value: 'Webhook' },
          ],
        },
        hint: {
          en: 'Both settings that you changed go back, on both nodes.',
          de: 'Beide Einstellungen, die Sie geändert haben, gehen zurück, auf beiden Nodes.',
        },
        secondHint: {
          en: 'Set `authentication.anonymous.enabled` to false. For `authorization.mode` take the value that asks somebody else.',
          de: 'Setzen Sie `authentication.anonymous.enabled` auf false. Nehmen Sie für `authorization.mode` den Wert, der jemand anderen fragt.',
        },
        solution: [
          { component: 'kubelet', key: 'authentication.anonymous.enabled', value: 'false' },
          { component: 'kubelet', key: 'authorization.mode', value: 'Webhook' },
        ],
        explanation: {
          en: 'The relay is gone, and the triangle is still there. The lock protects the kubelet. It does not tell the kube-apiserver with whom it talks.',
          de: 'Das Weiterleiten ist vorbei, das Dreieck noch da. Das Schloss schützt das kubelet. Es sagt dem kube-apiserver nicht, mit wem er spricht.',
        },
      },
      notes: {
        en: 'Say it as a rule: authentication of the client decides whether real data can be reached, verification of the server decides whether one can be deceived. Two questions, two settings, two machines.',
        de: 'Sagen Sie es als Regel: Die Authentifizierung des Clients entscheidet, ob echte Daten erreichbar sind, die Prüfung des Servers, ob man getäuscht werden kann. Zwei Fragen, zwei Einstellungen, zwei Maschinen.',
      },
    },
    {
      id: 'what-closes-it',
      title: { en: 'What closes it', de: 'Was es schließt' },
      text: {
        en: 'Two things are needed: certificates that can be checked, and somebody who checks them. Step through, and watch paths 8 to 11, and 13 too.\n\nPaths 12 to 17 are the proxy of the kube-apiserver: it passes a web request on to a node, a pod or a Service. There it shows neither a certificate nor a token, so whoever stands in between needs none to go on to the true server.',
        de: 'Zweierlei ist nötig: Zertifikate, die sich prüfen lassen, und jemand, der sie prüft. Gehen Sie durch die Bilder und beobachten Sie die Pfade 8 bis 11, und auch 13.\n\nDie Pfade 12 bis 17 sind der Proxy des kube-apiservers: Er reicht eine Web-Anfrage an einen Node, einen Pod oder einen Service weiter. Dort zeigt er weder Zertifikat noch Token, also braucht auch keines, wer dazwischen steht und zum echten Server weitergeht.',
      },
      look: { paths: ['P08', 'P09', 'P10', 'P11', 'P13'] },
      demonstration: [
        {
          text: {
            en: 'As it is: a triangle on each of these paths.',
            de: 'So ist es jetzt: auf jedem dieser Pfade ein Dreieck.',
          },
          changes: [],
        },
        {
          text: {
            en: 'Kubelets ask for serving certificates that are signed by the CA (`serverTLSBootstrap`). Somebody must approve these requests (CSRs). Until then the kubelet has no certificate to answer with, and logs and exec fail. No badge changes: nobody checks yet.',
            de: 'Kubelets fordern Serving-Zertifikate an, die die CA signiert (`serverTLSBootstrap`). Jemand muss diese Anforderungen (CSRs) genehmigen. Bis dahin hat das kubelet kein Zertifikat, mit dem es antworten kann, und Logs und exec schlagen fehl. Keine Plakette ändert sich: Noch prüft niemand.',
          },
          changes: [{ component: 'kubelet', key: 'serverTLSBootstrap', value: 'true' }],
        },
        {
          text: {
            en: 'The kube-apiserver is told the CA. Paths 8 to 11 become circles. Path 13 stays: the flag is about kubelets, not about other ports.',
            de: 'Der kube-apiserver erfährt die CA. Die Pfade 8 bis 11 werden zu Kreisen. Pfad 13 bleibt: Die Option betrifft kubelets, nicht andere Ports.',
          },
          changes: [{ component: 'kube-apiserver', key: 'kubelet-certificate-authority', value: ca }],
        },
      ],
      notes: {
        en: 'The demonstration leaves out what happens in between; lesson 6 does it for real. Ask which of the two steps could be reversed. Whoever says “both” will break logs in the next lesson.',
        de: 'Die Vorführung lässt aus, was dazwischen geschieht; Lektion 6 macht es richtig. Fragen Sie, ob man die beiden Schritte vertauschen darf. Wer Ja sagt, unterbricht in der nächsten Lektion die Protokolle.',
      },
    },
  ],
  questions: [
    {
      type: 'choice',
      text: {
        en: 'Why can the attacker not use the kube-apiserver’s certificate at the true kubelet?',
        de: 'Warum kann der Angreifer das Zertifikat des kube-apiservers nicht beim echten kubelet benutzen?',
      },
      options: [
        {
          text: {
            en: 'It travels encrypted, so he never sees it.',
            de: 'Es reist verschlüsselt, er sieht es also nie.',
          },
          right: false,
          why: {
            en: 'He does see it: he is the other end of the session. It is public anyway.',
            de: 'Er sieht es sehr wohl: Er ist das andere Ende der Sitzung. Geheim ist es ohnehin nicht.',
          },
        },
        {
          text: { en: 'It is valid for one call only.', de: 'Es gilt nur für einen einzigen Aufruf.' },
          right: false,
          why: {
            en: 'It is valid for months. What is good for one connection only is the proof made with the key.',
            de: 'Es gilt Monate. Nur für eine Verbindung gut ist der Nachweis, der mit dem Schlüssel erbracht wird.',
          },
        },
        {
          text: { en: 'He lacks the private key behind it.', de: 'Ihm fehlt der private Schlüssel dazu.' },
          right: true,
          why: {
            en: 'Yes. The true kubelet asks for a fresh proof, and he cannot make one.',
            de: 'Ja. Das echte kubelet verlangt einen frischen Nachweis, und den kann er nicht erbringen.',
          },
        },
        {
          text: {
            en: 'The kubelet knows the apiserver’s address.',
            de: 'Das kubelet kennt die Adresse des Apiservers.',
          },
          right: false,
          why: {
            en: 'The kubelet checks certificates or tokens, not addresses.',
            de: 'Das kubelet prüft Zertifikate oder Token, keine Adressen.',
          },
        },
      ],
    },
    {
      type: 'paths',
      text: {
        en: 'Mark every path on which an attacker in the middle can bridge to the true server and alter real data.',
        de: 'Markieren Sie jeden Pfad, auf dem ein Angreifer dazwischen zum echten Server weiterleiten und echte Daten verändern kann.',
      },
      criterion: { by: 'relay' },
      why: {
        en: 'The proxy paths 12 to 17: there the client proves nothing, so anybody can take its part. On 8 to 11 the hardened kubelet stops him: it admits nobody without a name.',
        de: 'Die Proxy-Pfade 12 bis 17: Dort weist sich der Client nicht aus, also kann jeder seine Rolle übernehmen. Auf 8 bis 11 hält ihn das gehärtete kubelet auf: Es lässt niemanden ohne Namen ein.',
      },
    },
    {
      type: 'choice',
      text: {
        en: 'Somebody opens a shell with `kubectl exec` and types a database password. No kubelet CA is set, and the kubelet is hardened: it admits no strangers and asks the kube-apiserver who may do what. What does an attacker who answers learn?',
        de: 'Jemand öffnet mit `kubectl exec` eine Shell und tippt ein Datenbankpasswort. Keine kubelet-CA ist gesetzt, das kubelet ist gehärtet: Es lässt keine Fremden ein und fragt den kube-apiserver, wer was darf. Was erfährt ein Angreifer, der antwortet?',
      },
      options: [
        {
          text: { en: 'The password', de: 'Das Passwort' },
          right: true,
          why: {
            en: 'Yes. What is typed goes to him, into a shell that he only plays.',
            de: 'Ja. Das Getippte geht an ihn, in eine Shell, die er nur vorspielt.',
          },
        },
        {
          text: { en: 'The true contents of the container’s files', de: 'Den wahren Inhalt der Dateien im Container' },
          right: false,
          why: {
            en: 'He does not get into the container: the true kubelet refuses him.',
            de: 'In den Container gelangt er nicht: Das echte kubelet weist ihn ab.',
          },
        },
        {
          text: { en: 'Nothing, since the connection is TLS', de: 'Nichts, denn die Verbindung ist TLS' },
          right: false,
          why: {
            en: 'TLS encrypts to the one who answers, and that is the attacker.',
            de: 'TLS verschlüsselt zu dem, der antwortet, und das ist der Angreifer.',
          },
        },
      ],
    },
  ],
  takeaways: [
    {
      en: 'Without `--kubelet-certificate-authority` TLS to the kubelet protects against listeners only.',
      de: 'Ohne `--kubelet-certificate-authority` schützt TLS zum kubelet nur vor Lauschern.',
    },
    {
      en: 'The attacker can pose as the kubelet: false logs, a false shell, typed secrets.',
      de: 'Der Angreifer kann sich als kubelet ausgeben: falsche Protokolle, eine falsche Shell, getippte Geheimnisse.',
    },
    {
      en: 'He cannot act as the kube-apiserver, as long as the kubelet refuses strangers.',
      de: 'Er kann nicht als kube-apiserver handeln, solange das kubelet Fremde abweist.',
    },
    {
      en: 'Locking the kubelet and checking the kubelet are two different jobs.',
      de: 'Das kubelet zu verschließen und das kubelet zu prüfen, sind zwei verschiedene Aufgaben.',
    },
  ],
  sources: ['SEED', 'KC', 'KAA', 'KEP4872', 'LAB'],
};
