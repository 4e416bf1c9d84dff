import type { Lesson } from './lesson.ts';

const pki = '/etc/kubernetes/pki';
const certificate = `${pki}/apiserver-kubelet-client.crt`;
const key = `${pki}/apiserver-kubelet-client.key`;

/** From the bootstrap token to the client certificate, and the certificate of the other side. */
export const howAKubeletAuthenticates: Lesson = {
  id: 'how-a-kubelet-proves-itself',
  title: { en: 'How a kubelet proves itself', de: 'Wie sich ein kubelet ausweist' },
  aim: {
    en: 'You can explain how a node gets its certificate, and why that is worth more than a token.',
    de: 'Sie können erklären, wie ein Node zu seinem Zertifikat kommt und warum es mehr wert ist als ein Token.',
  },
  minutes: 15,
  start: {
    scenario: 'kubeadm',
    changes: [
      { component: 'kubelet', key: 'bootstrap-kubeconfig.insecure-skip-tls-verify', value: 'true' },
      { component: 'kubelet', key: 'kubeconfig.credential', value: 'bearer' },
      { component: 'kube-apiserver', key: 'kubelet-client-certificate', value: '' },
      { component: 'kube-apiserver', key: 'kubelet-client-key', value: '' },
    ],
  },
  steps: [
    {
      id: 'two-kinds',
      title: { en: 'A ticket and an identity card', de: 'Eine Marke und ein Ausweis' },
      text: {
        en: 'There are two ways to say who you are. A token is a secret text, like a cloakroom ticket: whoever holds it gets the coat. A client certificate is like an identity card with a private key. The key never travels; it only proves that it is there.\n\nIn this cluster somebody has made three mistakes with such proofs. You will find and mend them.',
        de: 'Es gibt zwei Wege zu sagen, wer man ist. Ein Token ist ein geheimer Text, wie eine Garderobenmarke: Wer sie hat, bekommt den Mantel. Ein Client-Zertifikat gleicht einem Ausweis mit einem privaten Schlüssel. Der Schlüssel reist nie; er beweist nur, dass er da ist.\n\nIn diesem Cluster hat jemand drei Fehler mit solchen Nachweisen gemacht. Sie werden sie finden und beheben.',
      },
      look: { paths: ['P01', 'P02', 'P08'], components: ['kubelet'] },
      notes: {
        en: 'Ask for everyday examples of both kinds: a door code, a ticket, a passport with a chip. Keep the list; every credential of the course belongs on one side of it.',
        de: 'Fragen Sie nach Beispielen beider Arten aus dem Alltag: Türcode, Eintrittskarte, Reisepass mit Chip. Behalten Sie die Liste; jeder Nachweis des Kurses gehört auf eine ihrer Seiten.',
      },
    },
    {
      id: 'first-contact',
      title: { en: 'First contact: the bootstrap token', de: 'Erster Kontakt: das Bootstrap-Token' },
      text: {
        en: 'A new node has no certificate. On path 2 it shows a bootstrap token, and asks for one. In this cluster it does so without checking who answers.\n\nPlay what somebody on the network makes of that, then compare with the other paths.',
        de: 'Ein neuer Node hat kein Zertifikat. Auf Pfad 2 zeigt er ein Bootstrap-Token und fordert eines an. In diesem Cluster tut er das, ohne zu prüfen, wer antwortet.\n\nSpielen Sie ab, was jemand im Netz daraus macht, und vergleichen Sie dann mit den anderen Pfaden.',
      },
      playback: { path: 'P02', attack: 'active' },
      question: {
        type: 'paths',
        text: {
          en: 'Mark every path on which somebody in the middle can steal a credential and use it himself.',
          de: 'Markieren Sie jeden Pfad, auf dem jemand dazwischen einen Nachweis stehlen und selbst benutzen kann.',
        },
        criterion: { by: 'exposure', mode: 'active', exposure: 'credential-replay' },
        why: {
          en: 'Of the documented paths only path 2: a token travels there, and the server is not checked. With the token he asks for a certificate himself, in the name of any node.',
          de: 'Unter den dokumentierten Pfaden nur Pfad 2: Dort reist ein Token, und der Server wird nicht geprüft. Mit dem Token fordert er selbst ein Zertifikat an, auf den Namen eines beliebigen Nodes.',
        },
      },
      notes: {
        en: 'Expect clicks on path 1, because it sends a token too. Ask what is different: there the server is checked, so the token goes to the right one only. Say also that nodes bootstrap rarely, but an attacker can wait.',
        de: 'Erwarten Sie Klicks auf Pfad 1, weil auch dort ein Token gesendet wird. Fragen Sie, was anders ist: Dort wird der Server geprüft, das Token geht also nur an den richtigen. Sagen Sie auch: Nodes treten selten bei, aber ein Angreifer kann warten.',
      },
    },
    {
      id: 'pin-the-ca',
      title: { en: 'Do it: check before you show', de: 'Tun Sie es: prüfen, dann zeigen' },
      text: {
        en: 'A token may only be shown to a server that was checked. The bootstrap kubeconfig can hold the CA of the cluster for that. Here it says not to check at all.\n\nChange the kubelets so that nobody can steal the bootstrap token.',
        de: 'Ein Token darf man nur einem geprüften Server zeigen. Die Bootstrap-kubeconfig kann dafür die CA des Clusters enthalten. Hier steht in ihr, dass gar nicht geprüft wird.\n\nÄndern Sie die Kubelets so, dass niemand das Bootstrap-Token stehlen kann.',
      },
      look: { paths: ['P02'] },
      task: {
        goal: { type: 'exposure', path: 'P02', exposure: 'credential-replay', holds: false },
        hint: {
          en: 'Select both kubelets and look for a setting that begins with `bootstrap-kubeconfig`.',
          de: 'Wählen Sie beide Kubelets und suchen Sie eine Einstellung, die mit `bootstrap-kubeconfig` beginnt.',
        },
        secondHint: {
          en: '`bootstrap-kubeconfig.insecure-skip-tls-verify` is true on both. Skipping must stop.',
          de: '`bootstrap-kubeconfig.insecure-skip-tls-verify` steht auf beiden auf true. Das Überspringen muss aufhören.',
        },
        solution: [{ component: 'kubelet', key: 'bootstrap-kubeconfig.insecure-skip-tls-verify', value: 'false' }],
        explanation: {
          en: 'The kubelet now checks the server’s certificate against the CA before it sends anything secret. An attacker cannot show a certificate of that CA, so they never see the token.',
          de: 'Das Kubelet prüft nun das Zertifikat des Servers gegen die CA, bevor es etwas Geheimes sendet. Ein Angreifer kann kein Zertifikat dieser CA zeigen und sieht das Token nie.',
        },
      },
      notes: {
        en: 'Tell how `kubeadm join` comes by the CA: it asks for cluster-info without a credential, and compares the hash from `--discovery-token-ca-cert-hash`. Without a hash those who know the token already can impersonate the control plane, but nobody learns it. Add what protects beside it: tokens that live for an hour, and one for each node.',
        de: 'Sagen Sie, wie `kubeadm join` zur CA kommt: Es fragt ohne Zugangsdaten nach cluster-info und vergleicht den Hash aus `--discovery-token-ca-cert-hash`. Ohne Hash kann sich als Control Plane ausgeben, wer das Token schon kennt; erfahren kann es niemand. Ergänzen Sie, was sonst noch schützt: Token, die eine Stunde gelten, und eines je Node.',
      },
    },
    {
      id: 'the-request',
      title: { en: 'The request for a certificate', de: 'Die Anforderung eines Zertifikats' },
      text: {
        en: 'The kubelet makes a key pair. The private key stays on the node. The public half goes into a certificate signing request, a CSR, to the kube-apiserver. The kube-controller-manager usually approves and signs it by itself.\n\nThe result names the node: `system:node:NAME` in the group `system:nodes`.',
        de: 'Das kubelet erzeugt ein Schlüsselpaar. Der private Schlüssel bleibt auf dem Node. Die öffentliche Hälfte geht in einer Zertifikatsanforderung, einem CSR, an den kube-apiserver. Der kube-controller-manager genehmigt und signiert sie in der Regel von selbst.\n\nDas Ergebnis nennt den Node: `system:node:NAME` in der Gruppe `system:nodes`.',
      },
      look: { paths: ['P02', 'P06'], components: ['kube-controller-manager', 'kubelet'] },
      question: {
        type: 'order',
        text: {
          en: 'Put the first start of a kubelet in order.',
          de: 'Bringen Sie den ersten Start eines kubelets in die richtige Reihenfolge.',
        },
        items: [
          {
            en: 'The kubelet checks the kube-apiserver against the CA.',
            de: 'Das kubelet prüft den kube-apiserver anhand der CA.',
          },
          {
            en: 'It shows the bootstrap token and hands in a CSR.',
            de: 'Es zeigt das Bootstrap-Token und reicht einen CSR ein.',
          },
          {
            en: 'The request is approved and signed on the control plane.',
            de: 'Die Anforderung wird auf der Control Plane genehmigt und signiert.',
          },
          {
            en: 'The kubelet fetches the certificate and stores it beside its key.',
            de: 'Das kubelet holt das Zertifikat ab und legt es neben seinen Schlüssel.',
          },
          {
            en: 'From now on it proves itself with the certificate.',
            de: 'Von nun an weist es sich mit dem Zertifikat aus.',
          },
        ],
        why: {
          en: 'Check first, show the secret next. The token is needed for this one request; afterwards the certificate takes its place and renews itself.',
          de: 'Erst prüfen, dann das Geheimnis zeigen. Das Token wird für diese eine Anforderung gebraucht; danach tritt das Zertifikat an seine Stelle und erneuert sich selbst.',
        },
      },
      notes: {
        en: 'Many believe that the private key is sent along to be signed. Ask who has it at the end: only the node. Warn of a mix-up: this is the client certificate. The serving certificate, with which the kubelet answers, is another request, and nobody approves that by itself.',
        de: 'Viele glauben, der private Schlüssel werde zum Signieren mitgeschickt. Fragen Sie, wer ihn am Ende hat: nur der Node. Warnen Sie vor einer Verwechslung: Dies ist das Client-Zertifikat. Das Serving-Zertifikat, mit dem das kubelet antwortet, ist eine andere Anforderung, und die genehmigt niemand von selbst.',
      },
    },
    {
      id: 'token-or-certificate',
      title: { en: 'What if the check is missing?', de: 'Was, wenn die Prüfung fehlt?' },
      text: {
        en: 'In daily work, on path 1, these kubelets send a token. As long as the server is checked, that goes well. Step through what happens when it is not.',
        de: 'Im Alltag, auf Pfad 1, senden diese kubelets ein Token. Solange der Server geprüft wird, geht das gut. Gehen Sie durch, was geschieht, wenn nicht.',
      },
      look: { paths: ['P01'] },
      demonstration: [
        {
          text: {
            en: 'The server is checked: the attacker can do nothing, although a token is sent.',
            de: 'Der Server wird geprüft: Der Angreifer kann nichts tun, obwohl ein Token gesendet wird.',
          },
          changes: [],
        },
        {
          text: {
            en: 'The check is off, and a token is sent. He answers, takes the token, and acts as the node. He can pass on everything both ways.',
            de: 'Die Prüfung ist aus, und ein Token wird gesendet. Er antwortet, nimmt das Token und handelt als der Node. Er kann alles in beide Richtungen weitergeben.',
          },
          changes: [{ component: 'kubelet', key: 'kubeconfig.insecure-skip-tls-verify', value: 'true' }],
        },
        {
          text: {
            en: 'The check is still off, but now a certificate is used. He can deceive the kubelet, for instance with invented pods. He cannot act as the node: he has no key.',
            de: 'Die Prüfung ist noch aus, doch nun wird ein Zertifikat benutzt. Er kann das kubelet täuschen, etwa mit erfundenen Pods. Als der Node handeln kann er nicht: Ihm fehlt der Schlüssel.',
          },
          changes: [{ component: 'kubelet', key: 'kubeconfig.credential', value: 'x509' }],
        },
      ],
      notes: {
        en: 'Let them read the details of path 1 on each picture: “steal a credential” comes with the second and goes with the third. Stress that the third is not safe either: a node that runs invented pods is lost.',
        de: 'Lassen Sie bei jedem Bild die Details von Pfad 1 lesen: „Anmeldeinformationen stehlen“ kommt mit dem zweiten und geht mit dem dritten. Betonen Sie, dass auch das dritte nicht sicher ist: Ein Node, der erfundene Pods ausführt, ist verloren.',
      },
    },
    {
      id: 'use-certificates',
      title: { en: 'Do it: a certificate for every kubelet', de: 'Tun Sie es: ein Zertifikat für jedes kubelet' },
      text: {
        en: 'Let all kubelets prove themselves to the kube-apiserver with a certificate in place of the token.',
        de: 'Lassen Sie alle kubelets sich gegenüber dem kube-apiserver mit einem Zertifikat statt mit dem Token ausweisen.',
      },
      look: { paths: ['P01'] },
      task: {
        goal: { type: 'setting', component: 'kubelet', key: 'kubeconfig.credential', value: 'x509' },
        hint: {
          en: 'It is a setting of the kubelet about the file with which it calls the kube-apiserver.',
          de: 'Es ist eine Einstellung des kubelets zu der Datei, mit der es den kube-apiserver anruft.',
        },
        secondHint: {
          en: 'Change `kubeconfig.credential` on both nodes. It offers two values, and `bearer` is the token.',
          de: 'Ändern Sie `kubeconfig.credential` auf beiden Nodes. Es bietet zwei Werte, und `bearer` ist das Token.',
        },
        solution: [{ component: 'kubelet', key: 'kubeconfig.credential', value: 'x509' }],
        explanation: {
          en: 'With `x509` nothing travels that could be used again. If the check of the server were ever lost, the node’s identity would still be safe.',
          de: 'Mit `x509` reist nichts, was sich wiederverwenden ließe. Ginge die Prüfung des Servers je verloren, wäre die Identität des Nodes noch immer sicher.',
        },
      },
      notes: {
        en: 'The badge does not change, because the server is checked either way. Use that: a circle says “protected now”. It does not say how much would be lost if one layer failed.',
        de: 'Die Plakette ändert sich nicht, denn geprüft wird der Server in beiden Fällen. Nutzen Sie das: Ein Kreis sagt „jetzt geschützt“. Er sagt nicht, wie viel verloren wäre, wenn eine Schicht ausfiele.',
      },
    },
    {
      id: 'the-other-side',
      title: { en: 'Do it: the other side too', de: 'Tun Sie es: auch die andere Seite' },
      text: {
        en: 'On path 8 the roles change: the kube-apiserver calls, and the kubelet asks who that is. In this cluster it has nothing to show, so `kubectl logs` ends with 401. Read the note in the details of path 8.\n\nGive the kube-apiserver a client certificate, so that logs work again.',
        de: 'Auf Pfad 8 tauschen die Rollen: Der kube-apiserver ruft an, und das kubelet fragt, wer das ist. In diesem Cluster hat er nichts vorzuzeigen, also endet `kubectl logs` mit 401. Lesen Sie den Hinweis in den Details von Pfad 8.\n\nGeben Sie dem kube-apiserver ein Client-Zertifikat, damit Logs wieder funktionieren.',
      },
      look: { paths: ['P08', 'P09'] },
      task: {
        goal: { type: 'works', path: 'P08' },
        hint: {
          en: 'The missing thing belongs to the caller. Look into the settings of the kube-apiserver.',
          de: 'Was fehlt, gehört dem Anrufer. Sehen Sie in die Einstellungen des kube-apiservers.',
        },
        secondHint: {
          en: 'Two settings belong together: `--kubelet-client-certificate` and `--kubelet-client-key`. kubeadm keeps such files in `/etc/kubernetes/pki`; any path will do here.',
          de: 'Zwei Einstellungen gehören zusammen: `--kubelet-client-certificate` und `--kubelet-client-key`. kubeadm bewahrt solche Dateien in `/etc/kubernetes/pki` auf; hier genügt irgendein Pfad.',
        },
        solution: [
          { component: 'kube-apiserver', key: 'kubelet-client-certificate', value: certificate },
          { component: 'kube-apiserver', key: 'kubelet-client-key', value: key },
        ],
        explanation: {
          en: 'The kubelet now knows the caller, and the third dot of paths 8 to 11 is full. The badge is still a triangle, for the kube-apiserver does not check the kubelet. That is what lesson 5 is about.',
          de: 'Das kubelet kennt nun den Anrufer, und der dritte Punkt der Pfade 8 bis 11 ist voll. Die Plakette bleibt ein Dreieck, denn der kube-apiserver prüft das kubelet nicht. Davon handelt Lektion 5.',
        },
      },
      notes: {
        en: 'Ask why it must not be solved by letting anonymous callers in. Expect “because then everybody gets in”. Quite so: a broken call tempts people to switch a lock off.',
        de: 'Fragen Sie, warum man das nicht lösen darf, indem man anonyme Anrufer einlässt. Erwarten Sie „weil dann jeder hineinkommt“. Genau: Ein fehlschlagender Aufruf verführt dazu, ein Schloss auszubauen.',
      },
    },
  ],
  questions: [
    {
      type: 'choice',
      text: {
        en: 'Somebody records the handshake in which a kubelet shows its certificate. What is that worth to him?',
        de: 'Jemand zeichnet den Handshake auf, in dem ein kubelet sein Zertifikat zeigt. Was nützt ihm das?',
      },
      options: [
        {
          text: {
            en: 'He can call the kube-apiserver as the node until it expires.',
            de: 'Er kann den kube-apiserver als der Node anrufen, bis es abläuft.',
          },
          right: false,
          why: {
            en: 'The certificate is public. Without the private key the handshake fails.',
            de: 'Das Zertifikat ist öffentlich. Ohne den privaten Schlüssel scheitert der Handshake.',
          },
        },
        {
          text: {
            en: 'He can pass it on to the kube-apiserver at the same moment.',
            de: 'Er kann es im selben Augenblick an den kube-apiserver weiterreichen.',
          },
          right: false,
          why: {
            en: 'The proof is bound to the one connection that it was made for.',
            de: 'Der Nachweis ist an die eine Verbindung gebunden, für die er gemacht wurde.',
          },
        },
        {
          text: { en: 'He may learn the name of the node.', de: 'Er erfährt vielleicht den Namen des Nodes.' },
          right: true,
          why: {
            en: 'Yes, and no more. With TLS 1.3 even that is hidden.',
            de: 'Ja, und nicht mehr. Mit TLS 1.3 ist selbst das verborgen.',
          },
        },
      ],
    },
    {
      type: 'choice',
      text: {
        en: 'What does a stolen bootstrap token buy in a cluster with the usual automatic approval?',
        de: 'Was erkauft ein gestohlenes Bootstrap-Token in einem Cluster mit der üblichen automatischen Genehmigung?',
      },
      options: [
        {
          text: {
            en: 'A certificate in the name of any node',
            de: 'Ein Zertifikat auf den Namen eines beliebigen Nodes',
          },
          right: true,
          why: {
            en: 'Yes. It can be used again, and the request names the node.',
            de: 'Ja. Es lässt sich wiederverwenden, und die Anforderung nennt den Node.',
          },
        },
        {
          text: {
            en: 'Administrator rights over the whole cluster',
            de: 'Administratorrechte über den ganzen Cluster',
          },
          right: false,
          why: {
            en: 'Bootstrappers may hand in requests; the result is a node, not an administrator.',
            de: 'Wer damit kommt, darf Anforderungen einreichen; heraus kommt ein Node, kein Administrator.',
          },
        },
        {
          text: { en: 'Nothing, because it has been used already', de: 'Nichts, denn es wurde schon benutzt' },
          right: false,
          why: {
            en: 'A bootstrap token is no one-time password. It is good until it expires or is deleted.',
            de: 'Ein Bootstrap-Token ist kein Einmalpasswort. Es gilt, bis es abläuft oder gelöscht wird.',
          },
        },
      ],
    },
    {
      type: 'choice',
      text: {
        en: 'Whom does `--kubelet-client-certificate` help?',
        de: 'Wem hilft `--kubelet-client-certificate`?',
      },
      options: [
        {
          text: {
            en: 'The kube-apiserver, which knows the kubelet by it',
            de: 'Dem kube-apiserver, der daran das kubelet erkennt',
          },
          right: false,
          why: {
            en: 'It is the caller’s own card. To know the kubelet, the kube-apiserver needs a CA to check it with.',
            de: 'Es ist der eigene Ausweis des Anrufers. Um das kubelet zu erkennen, braucht der kube-apiserver eine CA zum Prüfen.',
          },
        },
        {
          text: {
            en: 'The kubelet, which knows the kube-apiserver by it',
            de: 'Dem kubelet, das daran den kube-apiserver erkennt',
          },
          right: true,
          why: {
            en: 'Yes. It protects the kubelet from strangers, and says nothing to the caller.',
            de: 'Ja. Es schützt das kubelet vor Fremden und sagt dem Anrufer nichts.',
          },
        },
        {
          text: {
            en: 'The user, whose name it carries to the kubelet',
            de: 'Der Person, deren Namen es zum kubelet trägt',
          },
          right: false,
          why: {
            en: 'The user’s identity stops at the kube-apiserver. The kubelet only sees the latter.',
            de: 'Die Identität der Person endet am kube-apiserver. Das kubelet sieht nur diesen.',
          },
        },
      ],
    },
  ],
  takeaways: [
    {
      en: 'A token is what you hold and can be passed on; a certificate is proven by a key that stays.',
      de: 'Ein Token hat man und kann es weitergeben; ein Zertifikat belegt ein Schlüssel, der bleibt.',
    },
    {
      en: 'Check the server before you show it a secret, above all at the first contact.',
      de: 'Prüfen Sie den Server, bevor Sie ihm ein Geheimnis zeigen, vor allem beim ersten Kontakt.',
    },
    {
      en: 'A bootstrap token buys a node’s certificate, so keep it short-lived.',
      de: 'Ein Bootstrap-Token erkauft das Zertifikat eines Nodes, also halten Sie es kurzlebig.',
    },
    {
      en: 'Client and serving certificate of a kubelet are two requests with two fates.',
      de: 'Client- und Serving-Zertifikat eines kubelets sind zwei Anforderungen mit zwei Schicksalen.',
    },
  ],
  sources: ['TLSB', 'KADM-J', 'KADM-T', 'CERTS', 'LAB'],
};
