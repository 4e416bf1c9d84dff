import { scenario } from '../scenarios/scenarios.ts';
import type { Lesson } from './lesson.ts';

const loopback = '127.0.0.1';

/** Hub and spokes: who opens a connection to whom, and the few exceptions. */
export const allRoadsLeadToTheApiserver: Lesson = {
  id: 'all-roads-lead-to-the-apiserver',
  title: { en: 'All roads lead to the apiserver', de: 'Alle Wege führen zum Apiserver' },
  aim: {
    en: 'You can say for each connection of a cluster who opens it, and name the exceptions to hub and spoke.',
    de: 'Sie können für jede Verbindung eines Clusters sagen, wer sie öffnet, und die Ausnahmen von der sternförmigen Ordnung nennen.',
  },
  minutes: 10,
  start: { scenario: 'documentation' },
  steps: [
    {
      id: 'the-hub',
      title: { en: 'One door', de: 'Eine Tür' },
      text: {
        en: 'Whoever wants something from a Kubernetes cluster asks the kube-apiserver. Nodes, pods and the other parts of the control plane (master) talk to it, not to each other. The documentation calls this hub and spoke: a wheel with the kube-apiserver as its hub.\n\nThe lit paths are the ones that lead to it. All of them end at one port.',
        de: 'Wer etwas von einem Kubernetes-Cluster will, fragt den kube-apiserver. Nodes, Pods und die übrigen Teile der Control Plane (Master) sprechen mit ihm, nicht miteinander. Alles ist sternförmig um den kube-apiserver angeordnet; die Dokumentation nennt das „hub and spoke“.\n\nHervorgehoben sind die Pfade, die zu ihm führen. Alle enden an einem Port.',
      },
      look: { paths: ['P01', 'P02', 'P03', 'P04', 'P05', 'P06', 'P07'], components: ['kube-apiserver'] },
      notes: {
        en: 'Ask: what is the advantage of a single door? Expect: one place to check who somebody is and what he may do. Then ask for the drawback: if this door is open, everything is.',
        de: 'Fragen Sie: Was ist der Vorteil einer einzigen Tür? Erwarten Sie: ein Ort, an dem geprüft wird, wer jemand ist und was er darf. Fragen Sie dann nach dem Nachteil: Steht diese Tür offen, steht alles offen.',
      },
    },
    {
      id: 'port',
      title: { en: 'Which port is it?', de: 'Welcher Port ist es?' },
      text: {
        en: 'The documentation says that the kube-apiserver is typically reached at 443. Click one of the lit paths and read the details: there it is 6443, the default of the program itself. Port 443 is what is often put in front of it.\n\nEvery one of these paths is protected: TLS, a checked server, a proven client.',
        de: 'In der Dokumentation steht, der kube-apiserver sei üblicherweise auf 443 zu erreichen. Klicken Sie auf einen der hervorgehobenen Pfade und lesen Sie die Details: Dort ist es 6443, der Standard des Programms selbst. Port 443 wird oft davorgesetzt.\n\nJeder dieser Pfade ist geschützt: TLS, ein geprüfter Server, ein belegter Client.',
      },
      look: { paths: ['P01', 'P04'] },
      question: {
        type: 'choice',
        text: {
          en: 'The kube-scheduler wants to place a pod on a node. To whom does it talk?',
          de: 'Der kube-scheduler will einen Pod auf einen Node setzen. Mit wem spricht er?',
        },
        options: [
          {
            text: { en: 'To the kubelet of that node', de: 'Mit dem kubelet dieses Nodes' },
            right: false,
            why: {
              en: 'No line leads from the scheduler to a kubelet. The kubelet learns of the pod by watching the kube-apiserver.',
              de: 'Keine Linie führt vom Scheduler zu einem kubelet. Das kubelet erfährt von dem Pod, indem es den kube-apiserver beobachtet.',
            },
          },
          {
            text: { en: 'To etcd, where the pod is stored', de: 'Mit etcd, wo der Pod gespeichert ist' },
            right: false,
            why: {
              en: 'Only the kube-apiserver talks to etcd.',
              de: 'Mit etcd spricht nur der kube-apiserver.',
            },
          },
          {
            text: { en: 'To the kube-apiserver, nobody else', de: 'Mit dem kube-apiserver, sonst niemandem' },
            right: true,
            why: {
              en: 'Yes. It writes the name of the node into the pod’s object, and the kubelet finds it there.',
              de: 'Ja. Er schreibt den Namen des Nodes in das Objekt des Pods, und das kubelet findet ihn dort.',
            },
          },
        ],
      },
      notes: {
        en: 'Many picture the scheduler as a commander who calls the nodes. Let somebody follow the lines with a finger. Path 5 is the only one that it opens.',
        de: 'Viele stellen sich den Scheduler als Befehlshaber vor, der die Nodes anruft. Lassen Sie jemanden die Linien mit dem Finger verfolgen. Pfad 5 ist der einzige, den er öffnet.',
      },
    },
    {
      id: 'one-more-spoke',
      title: { en: 'Do it: one more spoke', de: 'Tun Sie es: eine Speiche mehr' },
      text: {
        en: 'Add a pod to the node, then look at path 4. Where does the new pod’s line lead?',
        de: 'Fügen Sie dem Node einen Pod hinzu und sehen Sie dann Pfad 4 an. Wohin führt die Linie des neuen Pods?',
      },
      task: {
        goal: { type: 'count', of: 'pods', atLeast: 3 },
        hint: {
          en: 'You need one more pod; the node is there already.',
          de: 'Sie brauchen einen weiteren Pod; den Node gibt es schon.',
        },
        secondHint: {
          en: 'The button is called “Add pod” and is in “Change the model”, here beside the picture. The menu of the node’s box has it too.',
          de: 'Die Schaltfläche heißt „Pod hinzufügen“ und steht unter „Modell ändern“, hier neben dem Bild. Auch das Menü des Nodes enthält sie.',
        },
        solution: [{ type: 'add-pod', nodeId: 'worker-1' }],
        explanation: {
          en: 'A new pod gets a service account token by default, so it too can talk to the kube-apiserver. No line leads to the control plane’s other programs.',
          de: 'Ein neuer Pod erhält standardmäßig ein ServiceAccount-Token, also kann auch er mit dem kube-apiserver sprechen. Zu den anderen Programmen der Control Plane führt keine Linie.',
        },
      },
      notes: {
        en: 'Use it to name the term spoke. Ask: is every pod a client of the API, then? Expect a no. Right: it holds the means for it, unless the mount is switched off. Lesson 4 is about that.',
        de: 'Nutzen Sie dies, um den Begriff Speiche einzuführen. Fragen Sie: Ist also jeder Pod ein Client der API? Erwarten Sie ein Nein. Richtig: Er hat die Mittel dafür, sofern das Einbinden nicht abgeschaltet ist. Darum geht es in Lektion 4.',
      },
    },
    {
      id: 'the-way-back',
      title: { en: 'The hub calls back', de: 'Der kube-apiserver ruft zurück' },
      text: {
        en: 'Not all is opened from below. For `kubectl logs`, `exec` and `port-forward` the kube-apiserver calls the kubelet. And its proxy calls nodes, pods and Services.\n\nLook at the badges: what goes up is protected, what comes down is not. Directions are two different stories.',
        de: 'Nicht alles wird von unten geöffnet. Für `kubectl logs`, `exec` und `port-forward` ruft der kube-apiserver das kubelet an. Und sein Proxy ruft Nodes, Pods und Services an.\n\nSehen Sie auf die Plaketten: Was nach oben geht, ist geschützt, was herunterkommt, nicht. Die Richtungen sind zwei verschiedene Geschichten.',
      },
      look: {
        paths: ['P08', 'P09', 'P10', 'P11', 'P12', 'P13', 'P14', 'P15', 'P16', 'P17'],
        components: ['kube-apiserver'],
      },
      question: {
        type: 'choice',
        text: {
          en: 'Somebody types `kubectl logs web-1`. Who opens the connection to the kubelet?',
          de: 'Jemand tippt `kubectl logs web-1`. Wer öffnet die Verbindung zum kubelet?',
        },
        options: [
          {
            text: { en: 'kubectl on the laptop', de: 'kubectl auf dem Laptop' },
            right: false,
            why: {
              en: 'kubectl talks to the kube-apiserver only. It does not even need a route to the node.',
              de: 'kubectl spricht nur mit dem kube-apiserver. Es braucht nicht einmal eine Route zum Node.',
            },
          },
          {
            text: { en: 'The kube-apiserver', de: 'Der kube-apiserver' },
            right: true,
            why: {
              en: 'Yes. It is a second connection with its own TLS; the user’s credential stops at the kube-apiserver.',
              de: 'Ja. Es ist eine zweite Verbindung mit eigenem TLS; die Anmeldedaten der Person enden am kube-apiserver.',
            },
          },
          {
            text: {
              en: 'Nobody: the kubelet’s own connection is used',
              de: 'Niemand: Die Verbindung des kubelets wird genutzt',
            },
            right: false,
            why: {
              en: 'Path 1 is not used backwards. Path 8 is opened anew, from the other side, with other settings.',
              de: 'Pfad 1 wird nicht rückwärts benutzt. Pfad 8 wird neu geöffnet, von der anderen Seite und mit anderen Einstellungen.',
            },
          },
        ],
      },
      notes: {
        en: 'This is the heart of the lesson. Let them compare path 1 and path 8: same two programs, other direction, other verdict. Whoever has understood it knows why a firewall that only lets nodes call out breaks logs.',
        de: 'Das ist der Kern der Lektion. Lassen Sie Pfad 1 und Pfad 8 vergleichen: dieselben zwei Programme, andere Richtung, anderes Urteil. Wer das verstanden hat, weiß, warum eine Firewall, die Nodes nur hinausrufen lässt, die Protokolle unterbricht.',
      },
    },
    {
      id: 'konnectivity',
      title: { en: 'First exception: Konnectivity', de: 'Erste Ausnahme: Konnectivity' },
      text: {
        en: 'What if nodes may not be called at all? Then agents on the nodes call up and keep a tunnel open.',
        de: 'Was, wenn Nodes gar nicht angerufen werden dürfen? Dann rufen Agenten auf den Nodes oben an und halten einen Tunnel offen.',
      },
      look: { paths: ['P20', 'P21'] },
      demonstration: [
        {
          text: {
            en: 'Here no tunnel is configured. The kube-apiserver dials the nodes itself.',
            de: 'Hier ist kein Tunnel eingerichtet. Der kube-apiserver wählt die Nodes selbst an.',
          },
          changes: [],
        },
        {
          text: {
            en: 'Another cluster, with Konnectivity. On path 21 the agents dial the konnectivity-server: a second program that is reached from the nodes. It is an exception to the one door.',
            de: 'Ein anderer Cluster, mit Konnectivity. Auf Pfad 21 wählen die Agenten den konnectivity-server an: ein zweites Programm, das von den Nodes aus erreicht wird. Das ist eine Ausnahme von der einen Tür.',
          },
          changes: [{ type: 'replace', topology: scenario('konnectivity') }],
        },
      ],
      notes: {
        en: 'Stress what did not change: path 1, the kubelet’s own way up, never uses the tunnel. Konnectivity carries only what the kube-apiserver sends down.',
        de: 'Betonen Sie, was sich nicht geändert hat: Pfad 1, der eigene Weg des kubelets nach oben, benutzt den Tunnel nie. Konnectivity trägt nur, was der kube-apiserver hinunterschickt.',
      },
    },
    {
      id: 'status-ports',
      title: { en: 'Do it: second exception, status ports', de: 'Tun Sie es: zweite Ausnahme, Statusports' },
      text: {
        en: 'kube-scheduler and kube-controller-manager have ports of their own, for health and metrics. The page now draws such paths too; these are called A13.\n\nNobody said here on which address they listen. Let both listen on the machine’s own address only: `127.0.0.1`.',
        de: 'kube-scheduler und kube-controller-manager haben eigene Ports für Zustand und Metriken. Die Seite zeichnet nun auch solche Pfade; diese heißen A13.\n\nHier hat niemand gesagt, an welcher Adresse sie lauschen. Lassen Sie beide nur an der eigenen Adresse der Maschine lauschen: `127.0.0.1`.',
      },
      look: { paths: ['A13'], components: ['kube-scheduler', 'kube-controller-manager'] },
      task: {
        goal: {
          type: 'all',
          of: [
            { type: 'setting', component: 'kube-scheduler', key: 'bind-address', value: loopback },
            { type: 'setting', component: 'kube-controller-manager', key: 'bind-address', value: loopback },
          ],
        },
        hint: {
          en: 'Select the box of each program and look through its settings for an address.',
          de: 'Wählen Sie den Kasten jedes Programms und suchen Sie in seinen Einstellungen nach einer Adresse.',
        },
        secondHint: {
          en: 'The setting is called `--bind-address`. It has to be changed in both programs, each in its own box.',
          de: 'Die Einstellung heißt `--bind-address`. Sie muss in beiden Programmen geändert werden, jeweils im eigenen Kasten.',
        },
        solution: [
          { component: 'kube-scheduler', key: 'bind-address', value: loopback },
          { component: 'kube-controller-manager', key: 'bind-address', value: loopback },
        ],
        explanation: {
          en: 'Their badges are now houses: these connections never leave the machine. kubeadm sets this address by itself.',
          de: 'Ihre Plaketten sind nun Häuser: Diese Verbindungen verlassen die Maschine nie. kubeadm setzt diese Adresse von selbst.',
        },
      },
      notes: {
        en: 'The documentation says that no other component offers remote services. Ask whether that is quite true. Status ports are small, but they are reachable services. Prices to mention: monitoring from another machine no longer gets at them.',
        de: 'Die Dokumentation sagt, keine andere Komponente biete Dienste nach außen an. Fragen Sie, ob das ganz stimmt. Statusports sind klein, aber erreichbare Dienste. Nennen Sie den Preis: Eine Überwachung von einer anderen Maschine kommt nicht mehr heran.',
      },
    },
  ],
  questions: [
    {
      type: 'choice',
      text: {
        en: 'Which of these does a pod call to read a ConfigMap?',
        de: 'Wen ruft ein Pod an, um eine ConfigMap zu lesen?',
      },
      options: [
        {
          text: { en: 'The kube-controller-manager', de: 'Den kube-controller-manager' },
          right: false,
          why: {
            en: 'It is a client of the kube-apiserver itself and serves no objects.',
            de: 'Er ist selbst Client des kube-apiservers und gibt keine Objekte aus.',
          },
        },
        {
          text: { en: 'The kube-apiserver', de: 'Den kube-apiserver' },
          right: true,
          why: {
            en: 'Yes, through the Service `kubernetes`: path 4.',
            de: 'Ja, über den Service `kubernetes`: Pfad 4.',
          },
        },
        {
          text: { en: 'etcd, through its Service', de: 'etcd, über dessen Service' },
          right: false,
          why: {
            en: 'etcd has all the data, and that is why only the kube-apiserver may call it.',
            de: 'etcd hat alle Daten, und gerade deshalb darf nur der kube-apiserver es anrufen.',
          },
        },
      ],
    },
    {
      type: 'choice',
      text: {
        en: 'What does Konnectivity change about the kubelet’s way to the kube-apiserver?',
        de: 'Was ändert Konnectivity am Weg des kubelets zum kube-apiserver?',
      },
      options: [
        {
          text: { en: 'It runs inside of the tunnel.', de: 'Er verläuft innerhalb des Tunnels.' },
          right: false,
          why: {
            en: 'The tunnel carries the opposite direction only, from the control plane to the nodes.',
            de: 'Der Tunnel trägt nur die Gegenrichtung, von der Control Plane zu den Nodes.',
          },
        },
        {
          text: { en: 'It no longer needs TLS.', de: 'Er braucht kein TLS mehr.' },
          right: false,
          why: {
            en: 'Path 1 keeps its TLS and its client certificate.',
            de: 'Pfad 1 behält sein TLS und sein Client-Zertifikat.',
          },
        },
        {
          text: { en: 'Nothing at all.', de: 'Gar nichts.' },
          right: true,
          why: {
            en: 'Right: nodes always dialled the kube-apiserver themselves, and still do.',
            de: 'Richtig: Nodes haben den kube-apiserver immer selbst angewählt und tun es weiterhin.',
          },
        },
      ],
    },
    {
      type: 'order',
      text: {
        en: 'A user runs `kubectl exec`. Put what happens in order.',
        de: 'Jemand führt `kubectl exec` aus. Bringen Sie in die richtige Reihenfolge, was geschieht.',
      },
      items: [
        {
          en: 'kubectl opens a connection to the kube-apiserver.',
          de: 'kubectl öffnet eine Verbindung zum kube-apiserver.',
        },
        {
          en: 'The kube-apiserver checks whether the user may do that.',
          de: 'Der kube-apiserver prüft, ob die Person das darf.',
        },
        {
          en: 'The kube-apiserver opens a second connection to the kubelet.',
          de: 'Der kube-apiserver öffnet eine zweite Verbindung zum kubelet.',
        },
        {
          en: 'The kubelet hands the stream to the container runtime.',
          de: 'Das kubelet übergibt den Datenstrom an die Container-Laufzeit.',
        },
      ],
      why: {
        en: 'Two TLS connections meet at the kube-apiserver. The first is the user’s, the second is its own, and the weaker of the two counts.',
        de: 'Am kube-apiserver treffen zwei TLS-Verbindungen aufeinander. Die erste ist die der Person, die zweite seine eigene, und die schwächere von beiden zählt.',
      },
    },
  ],
  takeaways: [
    {
      en: 'Nodes, pods and control-plane programs talk to the kube-apiserver and not to each other.',
      de: 'Nodes, Pods und Programme der Control Plane sprechen mit dem kube-apiserver und nicht miteinander.',
    },
    {
      en: 'Ask first who opens a connection: the two directions are protected by different settings.',
      de: 'Fragen Sie zuerst, wer eine Verbindung öffnet: Die beiden Richtungen schützen verschiedene Einstellungen.',
    },
    {
      en: 'Logs, exec and port-forward are calls of the kube-apiserver to the kubelet.',
      de: 'Logs, exec und port-forward sind Anrufe des kube-apiservers beim kubelet.',
    },
    {
      en: 'Exceptions are Konnectivity’s agents and the small status ports.',
      de: 'Ausnahmen sind die Agenten von Konnectivity und die kleinen Statusports.',
    },
  ],
  sources: ['SEED', 'EN127', 'PORTS', 'KEP1281'],
};
