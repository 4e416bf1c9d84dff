import type { Lesson } from './lesson.ts';

/** Badges, dots, rings and networks: what the picture says, and what it does not. */
export const howToReadTheMap: Lesson = {
  id: 'how-to-read-the-map',
  title: { en: 'How to read the map', de: 'Wie man die Karte liest' },
  aim: {
    en: 'You can say of any line who opens it, how it is protected, and how well that is known.',
    de: 'Sie können von jeder Linie sagen, wer sie öffnet, wie sie geschützt ist und wie gut das bekannt ist.',
  },
  minutes: 10,
  start: { scenario: 'kubeadm' },
  steps: [
    {
      id: 'boxes-and-lines',
      title: { en: 'Boxes and lines', de: 'Kästen und Linien' },
      text: {
        en: 'At the top is the control plane (master): the programs that steer the cluster. Below are the nodes, the machines on which your pods run.\n\nEach line is a path: one program opens a connection to another. The arrow points from the one who opens it to the one who serves it. Click a line, and the details say what flows there.',
        de: 'Oben steht die Control Plane (Master): die Programme, die den Cluster steuern. Darunter stehen die Nodes, also die Maschinen, auf denen Ihre Pods laufen.\n\nJede Linie ist ein Pfad: Ein Programm öffnet eine Verbindung zu einem anderen. Der Pfeil zeigt von dem, der sie öffnet, zu dem, der sie bedient. Klicken Sie auf eine Linie, dann sagen die Details, was dort fließt.',
      },
      look: { paths: ['P01', 'P08'], components: ['kube-apiserver', 'kubelet'] },
      notes: {
        en: 'Say: this cluster is what kubeadm sets up, nothing was broken on purpose. Ask: between the kubelet and the kube-apiserver there are lines in both directions, why? Expect “requests and answers”. Put it right: an answer travels on the same connection; a second line means that the other side opens one too.',
        de: 'Sagen Sie: Dieser Cluster ist so, wie kubeadm ihn einrichtet, nichts wurde absichtlich verdorben. Fragen Sie: Zwischen kubelet und kube-apiserver gibt es Linien in beiden Richtungen, warum? Erwarten Sie „Anfrage und Antwort“. Stellen Sie richtig: Eine Antwort reist auf derselben Verbindung; eine zweite Linie heißt, dass auch die andere Seite eine öffnet.',
      },
    },
    {
      id: 'badges',
      title: { en: 'The badge: the verdict', de: 'Die Plakette: das Urteil' },
      text: {
        en: 'Every line carries a badge. A circle with a closed padlock is protected. A triangle with a question mark is encrypted, but nobody checked who answers. An octagon with an open padlock can be read and changed on the way.\n\nShape and sign say the same as the color. The list below has all of them.',
        de: 'Jede Linie trägt eine Plakette. Ein Kreis mit geschlossenem Schloss ist geschützt. Ein Dreieck mit Fragezeichen ist verschlüsselt, doch niemand hat geprüft, wer antwortet. Ein Achteck mit offenem Schloss ist unterwegs lesbar und veränderbar.\n\nForm und Zeichen sagen dasselbe wie die Farbe. Die Liste darunter zeigt alle.',
      },
      look: { paths: ['P01', 'P08', 'P14'] },
      legend: true,
      notes: {
        en: 'Show one of each: 1 (circle), 8 (triangle), 14 (octagon). Ask before you explain: which of the three would you run across a public network? Many take the triangle too, because “it is encrypted”. Leave it open; lesson 5 answers it.',
        de: 'Zeigen Sie je eine: 1 (Kreis), 8 (Dreieck), 14 (Achteck). Fragen Sie vor dem Erklären: Welche der drei würden Sie durch ein öffentliches Netz leiten? Viele nehmen auch das Dreieck, weil „ja verschlüsselt ist“. Lassen Sie das offen; Lektion 5 beantwortet es.',
      },
    },
    {
      id: 'find-plaintext',
      title: { en: 'Find the octagons', de: 'Finden Sie die Achtecke' },
      text: {
        en: 'So far you went from a line to its badge. Now look for all lines with one badge: the octagon.',
        de: 'Bisher gingen Sie von einer Linie zu ihrer Plakette. Suchen Sie nun alle Linien mit einer Plakette: dem Achteck.',
      },
      question: {
        type: 'paths',
        text: {
          en: 'Mark every path on which somebody who only listens can read along.',
          de: 'Markieren Sie jeden Pfad, auf dem jemand mitlesen kann, der nur lauscht.',
        },
        criterion: { by: 'exposure', mode: 'passive', exposure: 'eavesdrop' },
        why: {
          en: 'These are the proxy paths without TLS: 12 to a node, 14 to a pod, 16 to a Service. A listener gets nothing from a triangle, since that is encrypted.',
          de: 'Es sind die Proxy-Pfade ohne TLS: 12 zu einem Node, 14 zu einem Pod, 16 zu einem Service. Aus einem Dreieck erfährt ein Lauscher nichts, denn dort ist verschlüsselt.',
        },
      },
      notes: {
        en: 'Expect some to click the triangles as well. Ask them: what does a listener do, and what does he not do? He only copies bytes. Whoever wants more must answer himself.',
        de: 'Erwarten Sie, dass manche auch die Dreiecke anklicken. Fragen Sie: Was tut ein Lauscher, und was tut er nicht? Er kopiert nur Bytes. Wer mehr will, muss selbst antworten.',
      },
    },
    {
      id: 'dots',
      title: { en: 'Three dots: the reasons', de: 'Drei Punkte: die Gründe' },
      text: {
        en: 'Below a badge are three dots: encrypted, server proven, client proven. A full dot is yes, an empty one is no.\n\nStep through the pictures and watch path 1, where the kubelet calls the kube-apiserver.',
        de: 'Unter einer Plakette stehen drei Punkte: verschlüsselt, Server belegt, Client belegt. Ein voller Punkt heißt ja, ein leerer nein.\n\nGehen Sie durch die Bilder und beobachten Sie Pfad 1, auf dem das kubelet den kube-apiserver anruft.',
      },
      look: { paths: ['P01'] },
      demonstration: [
        {
          text: {
            en: 'All three dots are full. The kubelet checks the certificate of the kube-apiserver, and proves itself with one of its own.',
            de: 'Alle drei Punkte sind voll. Das kubelet prüft das Zertifikat des kube-apiservers und weist sich selbst mit einem aus.',
          },
          changes: [],
        },
        {
          text: {
            en: 'Now the kubeconfig of the kubelet says `insecure-skip-tls-verify: true`: do not check the server. The middle dot is empty: whoever answers is taken for the server. The circle has become a triangle.',
            de: 'Nun steht in der kubeconfig des kubelets `insecure-skip-tls-verify: true`: den Server nicht prüfen. Der mittlere Punkt ist leer: Wer antwortet, gilt als der Server. Aus dem Kreis ist ein Dreieck geworden.',
          },
          changes: [{ component: 'kubelet', key: 'kubeconfig.insecure-skip-tls-verify', value: 'true' }],
        },
        {
          text: {
            en: 'The line is taken back, and the server is checked again. One setting of one program decided it all.',
            de: 'Die Zeile ist zurückgenommen, und der Server wird wieder geprüft. Eine Einstellung eines Programms hat alles entschieden.',
          },
          changes: [{ component: 'kubelet', key: 'kubeconfig.insecure-skip-tls-verify', value: 'false' }],
        },
      ],
      notes: {
        en: 'Go back and forth between the second and the third picture. Point out that the first dot never changed: it was encrypted all the time. Also point out the pencil at the badge: this value was set by hand.',
        de: 'Gehen Sie zwischen zweitem und drittem Bild hin und her. Weisen Sie darauf hin, dass der erste Punkt sich nie änderte: Verschlüsselt war es die ganze Zeit. Zeigen Sie auch den Stift an der Plakette: Dieser Wert wurde von Hand gesetzt.',
      },
    },
    {
      id: 'rings',
      title: { en: 'The ring: how we know', de: 'Der Ring: woher wir es wissen' },
      text: {
        en: 'The ring around a badge tells where the verdict comes from. A whole ring: the value was seen in a file. A dashed ring: nobody showed a file, so the default counts. A pencil: you set it yourself.\n\nIn this cluster every ring is dashed. No file was read yet.',
        de: 'Der Ring um eine Plakette sagt, woher das Urteil stammt. Ein durchgezogener Ring: Der Wert stand in einer Datei. Ein gestrichelter Ring: Niemand hat eine Datei gezeigt, also gilt der Standard. Ein Stift: Sie haben ihn selbst gesetzt.\n\nIn diesem Cluster ist jeder Ring gestrichelt. Noch wurde keine Datei gelesen.',
      },
      look: { paths: ['P05', 'P08'] },
      notes: {
        en: 'Ask: may you write into a report that this cluster is protected on path 1? Expect yes. Answer: only that it is so if nobody changed a default. For more, import the files.',
        de: 'Fragen Sie: Dürfen Sie in einen Bericht schreiben, dieser Cluster sei auf Pfad 1 geschützt? Erwarten Sie ein Ja. Antwort: nur, dass es so ist, falls niemand einen Standard geändert hat. Für mehr importieren Sie die Dateien.',
      },
    },
    {
      id: 'add-a-node',
      title: { en: 'Do it: a third node', de: 'Tun Sie es: ein dritter Node' },
      text: {
        en: 'The map is a model that you may change. Open “Change the model” at the foot of this text, add one more node, and see which lines come with it.',
        de: 'Die Karte ist ein Modell, das Sie ändern dürfen. Öffnen Sie „Modell ändern“ am Fuß dieses Textes, fügen Sie einen weiteren Node hinzu, und sehen Sie, welche Linien mit ihm kommen.',
      },
      task: {
        goal: { type: 'count', of: 'nodes', atLeast: 3 },
        hint: {
          en: 'Here beside the picture, “Change the model” has buttons that add things to the cluster.',
          de: 'Hier neben dem Bild enthält „Modell ändern“ Schaltflächen, die dem Cluster etwas hinzufügen.',
        },
        secondHint: {
          en: 'The button is called “Add node”. You also find it with “Find anything” (Ctrl+K, at the top of the page) if you type the word node.',
          de: 'Die Schaltfläche heißt „Node hinzufügen“. Sie finden sie auch über „Alles finden“ (Strg+K, oben auf der Seite), wenn Sie das Wort Node eingeben.',
        },
        solution: [{ type: 'add-node' }],
        explanation: {
          en: 'The new node has the settings of the last one, so it has the same lines with the same badges. A weak default comes along with every machine that you add.',
          de: 'Der neue Node hat die Einstellungen des letzten, also dieselben Linien mit denselben Plaketten. Ein schwacher Standard kommt mit jeder Maschine mit, die Sie hinzufügen.',
        },
      },
      notes: {
        en: 'Anything can be undone, so let them play. Say that a large cluster is no forest of lines: nodes that are alike are drawn as one box.',
        de: 'Alles lässt sich rückgängig machen, lassen Sie also spielen. Sagen Sie, dass ein großer Cluster kein Wald aus Linien wird: Gleiche Nodes werden als ein Kasten gezeichnet.',
      },
    },
    {
      id: 'trust',
      title: { en: 'Do it: whom do you trust?', de: 'Tun Sie es: Wem vertrauen Sie?' },
      text: {
        en: 'The band across the picture is a network. It says whether you trust it, that is, whether somebody hostile could be on the wire.\n\nSuppose that the network between control plane and nodes is yours alone. Mark it as trusted. No badge changes. Why?',
        de: 'Das Band quer durch das Bild ist ein Netz. An ihm steht, ob Sie ihm vertrauen, das heißt, ob jemand Feindliches auf der Leitung sein könnte.\n\nAngenommen, das Netz zwischen Control Plane und Nodes gehört Ihnen allein. Kennzeichnen Sie es als vertrauenswürdig. Keine Plakette ändert sich. Warum?',
      },
      task: {
        goal: { type: 'network', id: 'cluster-network', trust: 'trusted' },
        hint: {
          en: 'The band itself says “not trusted”. That word can be clicked.',
          de: 'Am Band selbst steht „nicht vertrauenswürdig“. Dieses Wort lässt sich anklicken.',
        },
        secondHint: {
          en: 'Click the plate in the band “Network between control plane and nodes”, or choose “trusted” for it under “Networks” in “Change the model”.',
          de: 'Klicken Sie auf das Schild im Band „Netz zwischen Control Plane und Nodes“, oder wählen Sie unter „Modell ändern“ bei „Netze“ für dieses „vertrauenswürdig“.',
        },
        solution: [{ type: 'set-network', id: 'cluster-network', trust: 'trusted' }],
        explanation: {
          en: 'Badges tell about connections, not about networks. A connection is as well protected as before; you only assume that nobody is there to use it. If the assumption is wrong, all of it is open at once.',
          de: 'Plaketten sagen etwas über Verbindungen, nicht über Netze. Eine Verbindung ist so gut geschützt wie zuvor; Sie nehmen nur an, dass niemand da ist, der es ausnutzt. Ist die Annahme falsch, steht alles auf einmal offen.',
        },
      },
      notes: {
        en: 'This is the point most worth a discussion. Ask who in the room could prove that nobody else is on that network: shared hosts, a provider, a forgotten switch port. Expect a long silence.',
        de: 'Dies ist der Punkt, der am meisten Gespräch verdient. Fragen Sie, wer im Raum beweisen könnte, dass sonst niemand in diesem Netz ist: geteilte Hosts, ein Anbieter, ein vergessener Switch-Port. Erwarten Sie eine lange Stille.',
      },
    },
  ],
  questions: [
    {
      type: 'choice',
      text: {
        en: 'A badge is a triangle with a question mark. What do you know?',
        de: 'Eine Plakette ist ein Dreieck mit Fragezeichen. Was wissen Sie?',
      },
      options: [
        {
          text: {
            en: 'Anybody on the wire can read the content.',
            de: 'Wer an der Leitung ist, kann den Inhalt lesen.',
          },
          right: false,
          why: {
            en: 'That is the octagon. Here a mere listener sees encrypted bytes.',
            de: 'Das ist das Achteck. Hier sieht ein bloßer Lauscher nur verschlüsselte Bytes.',
          },
        },
        {
          text: { en: 'It is encrypted to whoever answers.', de: 'Es ist für den verschlüsselt, der antwortet.' },
          right: true,
          why: {
            en: 'Yes. The client did not check whose certificate it was shown.',
            de: 'Ja. Der Client hat nicht geprüft, wessen Zertifikat ihm gezeigt wurde.',
          },
        },
        {
          text: {
            en: 'The page has not found out the settings.',
            de: 'Die Seite hat die Einstellungen nicht ermittelt.',
          },
          right: false,
          why: {
            en: 'That is the square with a question mark: not determined. The triangle is a certain verdict.',
            de: 'Das ist das Quadrat mit Fragezeichen: nicht ermittelt. Das Dreieck ist ein sicheres Urteil.',
          },
        },
        {
          text: { en: 'It is HTTPS, so nothing can happen.', de: 'Es ist HTTPS, also kann nichts passieren.' },
          right: false,
          why: {
            en: 'HTTPS without a check of the server keeps listeners out, not somebody who answers in its place.',
            de: 'HTTPS ohne Prüfung des Servers hält Lauscher ab, nicht aber jemanden, der an seiner Stelle antwortet.',
          },
        },
      ],
    },
    {
      type: 'choice',
      text: {
        en: 'You mark a network as trusted. What changes about the connections that cross it?',
        de: 'Sie kennzeichnen ein Netz als vertrauenswürdig. Was ändert sich an den Verbindungen darin?',
      },
      options: [
        {
          text: { en: 'They are encrypted from then on.', de: 'Sie werden von da an verschlüsselt.' },
          right: false,
          why: {
            en: 'A mark on the map configures nothing. Plain HTTP stays plain HTTP.',
            de: 'Eine Kennzeichnung auf der Karte stellt nichts ein. Einfaches HTTP bleibt einfaches HTTP.',
          },
        },
        {
          text: { en: 'Their badges turn into circles.', de: 'Ihre Plaketten werden zu Kreisen.' },
          right: false,
          why: {
            en: 'You saw it: no badge changed. It tells about the connection, not about your adjacent.',
            de: 'Sie haben es gesehen: Keine Plakette änderte sich. Sie sagt etwas über die Verbindung, nicht über Ihre Nachbarn.',
          },
        },
        {
          text: {
            en: 'Nothing; you state who is on the wire.',
            de: 'Nichts; Sie sagen nur, wer auf der Leitung ist.',
          },
          right: true,
          why: {
            en: 'Yes. It is an assumption, and it should be written down with its reason.',
            de: 'Ja. Es ist eine Annahme, und sie sollte samt Grund festgehalten werden.',
          },
        },
      ],
    },
    {
      type: 'paths',
      text: {
        en: 'Mark every path that is encrypted while the identity of the server is not checked.',
        de: 'Markieren Sie jeden Pfad, der verschlüsselt ist, dessen Server aber nicht geprüft wird.',
      },
      criterion: { by: 'status', is: ['unverified'] },
      why: {
        en: 'All triangles: 8 to 11 from the kube-apiserver to kubelets, and the proxy paths with the prefix `https:`, 13, 15 and 17.',
        de: 'Alle Dreiecke: 8 bis 11 vom kube-apiserver zu kubelets und die Proxy-Pfade mit dem Präfix `https:`, also 13, 15 und 17.',
      },
    },
  ],
  takeaways: [
    {
      en: 'An arrow points from whoever opens a connection to whoever serves it.',
      de: 'Ein Pfeil zeigt von dem, der eine Verbindung öffnet, zu dem, der sie bedient.',
    },
    {
      en: 'Encrypted, server proven and client proven are three different things.',
      de: 'Verschlüsselt, Server belegt und Client belegt sind drei verschiedene Dinge.',
    },
    {
      en: 'A dashed ring is a default that nobody has looked at.',
      de: 'Ein gestrichelter Ring ist ein Standard, den niemand nachgesehen hat.',
    },
    {
      en: 'Trust in a network is an assumption, never a protection.',
      de: 'Vertrauen in ein Netz ist eine Annahme, nie ein Schutz.',
    },
  ],
  sources: ['EN127', 'KC', 'AS'],
};
