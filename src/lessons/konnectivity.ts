import type { TopologyEdit } from '../domain/edit.ts';
import {
  askForServingCertificates,
  checkKubeletCertificates,
  kubeletCertificatesSigned,
} from './kubeletCertificates.ts';
import type { Goal, Lesson } from './lesson.ts';

/** Who may be the end of the tunnel, and what happens behind it. */
export const konnectivity: Lesson = {
  id: 'konnectivity',
  title: {
    en: 'Konnectivity: the end of the tunnel and the last hop',
    de: 'Konnectivity: Tunnelende und letzte Strecke',
  },
  aim: {
    en: 'You can say who may be an end of the tunnel, what the tunnel protects, and what has to be done for the way behind it.',
    de: 'Sie können sagen, wer ein Ende des Tunnels sein darf, was der Tunnel schützt und was für den Weg dahinter zu tun ist.',
  },
  minutes: 15,
  start: { scenario: 'konnectivity', changes: withoutProofOfAgents() },
  steps: [
    {
      id: 'who-dials-whom',
      title: { en: 'The nodes dial, the control plane sends', de: 'Die Nodes wählen an, die Control Plane sendet' },
      text: {
        en: 'Konnectivity is what replaced the SSH tunnels. On each node an agent runs. It opens a connection to the konnectivity-server in the control plane (master): that is path 21. So the nodes need no open port for it.\n\nWhen the kube-apiserver wants to reach a node or a pod, it hands the request to the konnectivity-server (path 20). Here they share a host and talk through a Unix socket. The server passes it to an agent, backwards through the connection that is already there, and the agent dials the target. What travels in it is path 22.',
        de: 'Konnectivity ersetzte die SSH-Tunnel. Auf jedem Node läuft ein Agent. Er öffnet eine Verbindung zum konnectivity-server in der Control Plane (Master): Das ist Pfad 21. So brauchen die Nodes dafür keinen offenen Port.\n\nWill der kube-apiserver einen Node oder Pod erreichen, gibt er die Anfrage dem konnectivity-server (Pfad 20). Hier teilen sie sich einen Host und sprechen über einen Unix-Socket. Der Server gibt sie einem Agenten, rückwärts durch die Verbindung, die schon steht, und der Agent wählt das Ziel an. Was darin reist, ist Pfad 22.',
      },
      look: { paths: ['P20', 'P21', 'P22'], components: ['konnectivity-server', 'konnectivity-agent'] },
      notes: {
        en: 'Draw two arrows that point in opposite directions: the connection is opened by the agent, the requests come from the control plane. Beginners mix these up all through the lesson unless it is drawn. Note that the port of the konnectivity-server must be reachable from the nodes: so the kube-apiserver is no longer the only remote service of the control plane.',
        de: 'Zeichnen Sie zwei Pfeile in entgegengesetzter Richtung: Der Agent öffnet die Verbindung, die Anfragen kommen von der Control Plane. Ohne Zeichnung verwechseln Anfänger das die ganze Lektion lang. Beachten Sie: Der Port des konnectivity-servers muss von den Nodes aus erreichbar sein; der kube-apiserver ist also nicht mehr der einzige Dienst der Control Plane nach außen.',
      },
    },
    {
      id: 'which-way',
      title: { en: 'What goes through it', de: 'Was hindurchgeht' },
      text: {
        en: 'The tunnel has one direction of use. Decide which of these four goes through it, then look at the picture.',
        de: 'Der Tunnel wird in einer Richtung benutzt. Entscheiden Sie, was von diesen vier hindurchgeht, und sehen Sie dann ins Bild.',
      },
      question: {
        type: 'choice',
        text: { en: 'Which of these travels through Konnectivity?', de: 'Was davon reist durch Konnectivity?' },
        options: [
          {
            text: {
              en: 'The report of a kubelet on the state of its node',
              de: 'Der Bericht eines kubelet über den Zustand seines Nodes',
            },
            right: false,
            why: {
              en: 'That is path 1: the kubelet dials the kube-apiserver directly, as without Konnectivity.',
              de: 'Das ist Pfad 1: Das kubelet wählt den kube-apiserver direkt an, wie ohne Konnectivity.',
            },
          },
          {
            text: {
              en: 'The request of a pod to the API, with its token',
              de: 'Die Anfrage eines Pods an die API, mit seinem Token',
            },
            right: false,
            why: {
              en: 'That is path 4. Nothing that goes to the kube-apiserver ever uses the tunnel.',
              de: 'Das ist Pfad 4. Was zum kube-apiserver geht, benutzt den Tunnel nie.',
            },
          },
          {
            text: {
              en: 'The command that somebody runs with kubectl exec',
              de: 'Der Befehl, den jemand mit kubectl exec ausführt',
            },
            right: true,
            why: {
              en: 'From the kube-apiserver to the kubelet (path 9) it goes through the tunnel, as do 8 to 17.',
              de: 'Vom kube-apiserver zum kubelet (Pfad 9) geht er durch den Tunnel, wie 8 bis 17.',
            },
          },
          {
            text: {
              en: 'The login of a person at the kube-apiserver',
              de: 'Die Anmeldung einer Person am kube-apiserver',
            },
            right: false,
            why: {
              en: 'That is path A3, from outside. The tunnel begins behind the kube-apiserver.',
              de: 'Das ist Pfad A3, von außen. Der Tunnel beginnt hinter dem kube-apiserver.',
            },
          },
        ],
      },
      notes: {
        en: 'The misunderstanding to catch: "Konnectivity secures node to control plane". It does not touch that direction, although it is the agents that dial. Let somebody explain the third option by walking the lines in the picture with a finger.',
        de: 'Hier fängt man das Missverständnis „Konnectivity sichert Nodes zur Control Plane“. Diese Richtung berührt es nicht, obwohl die Agenten anwählen. Lassen Sie jemanden die dritte Antwort am Bild mit dem Finger erklären.',
      },
    },
    {
      id: 'the-rogue-agent',
      title: { en: 'An agent that nobody invited', de: 'Ein Agent, den niemand eingeladen hat' },
      text: {
        en: 'The agent always checks the server. Whether the server checks the agent depends on its settings. In this cluster nobody set anything: TLS, but no proof from the agent.\n\nThe attacker runs code in one pod and reaches the port of the konnectivity-server. He registers as an agent. The server picks agents at random, so he gets his share of everything: 8 to 17 are in his reach now, although he is on no wire.',
        de: 'Der Agent prüft den Server immer. Ob der Server den Agenten prüft, hängt von seinen Einstellungen ab. In diesem Cluster hat niemand etwas gesetzt: TLS, aber kein Nachweis des Agenten.\n\nDer Angreifer führt Code in einem Pod aus und erreicht den Port des konnectivity-servers. Er meldet sich als Agent an. Der Server wählt Agenten zufällig, also bekommt er seinen Teil von allem: 8 bis 17 sind nun in seiner Reichweite, obwohl er auf keiner Leitung ist.',
      },
      look: { paths: ['P21'] },
      attacker: 'pod',
      playback: { path: 'P21', attack: 'active' },
      notes: {
        en: 'Point at the class of path 21: "server proven, clients not". Ask what is odd about it: the attacker is not in the middle of a connection, he becomes one end of it. Watch how far his reach goes: path 9 is in it because the inner TLS to the kubelet is not checked.',
        de: 'Zeigen Sie auf die Klasse von Pfad 21: „Server geprüft, Clients nicht“. Fragen Sie, was daran seltsam ist: Der Angreifer sitzt nicht in der Mitte einer Verbindung, er wird ein Ende davon. Sehen Sie, wie weit er kommt: Pfad 9 gehört dazu, weil das innere TLS zum kubelet nicht geprüft wird.',
      },
    },
    {
      id: 'prove-the-agents',
      title: { en: 'Let in only known agents', de: 'Nur bekannte Agenten einlassen' },
      text: {
        en: 'There are two ways. Either each agent shows a client certificate, and the server knows the CA. Or each agent sends the token of its service account, and the server has it checked for namespace, account and audience.\n\nChoose one. The agents need the proof, and the server must ask for it.',
        de: 'Es gibt zwei Wege. Entweder zeigt jeder Agent ein Client-Zertifikat, und der Server kennt die CA. Oder jeder Agent sendet das Token seines Dienstkontos, und der Server lässt es auf Namespace, Konto und Audience prüfen.\n\nWählen Sie einen. Die Agenten brauchen den Nachweis, und der Server muss danach fragen.',
      },
      look: { paths: ['P21'], components: ['konnectivity-server', 'konnectivity-agent'] },
      attacker: 'pod',
      task: {
        goal: { type: 'all', of: [{ type: 'status', path: 'P21', is: ['protected'] }, agentsHaveProof()] },
        hint: {
          en: 'The settings are in two boxes: the konnectivity-server on the control plane, and the agents on both nodes.',
          de: 'Die Einstellungen liegen in zwei Kästen: beim konnectivity-server in der Control Plane und bei den Agenten auf beiden Nodes.',
        },
        secondHint: {
          en: 'With tokens: `--agent-namespace`, `--agent-service-account` and `--authentication-audience` on the server, `--service-account-token-path` on the agents. With certificates: `--cluster-ca-cert` on the server, `--agent-cert` on the agents.',
          de: 'Mit Token: `--agent-namespace`, `--agent-service-account` und `--authentication-audience` beim Server, `--service-account-token-path` bei den Agenten. Mit Zertifikaten: `--cluster-ca-cert` beim Server, `--agent-cert` bei den Agenten.',
        },
        solution: [
          {
            component: 'konnectivity-agent',
            key: 'service-account-token-path',
            value: '/var/run/secrets/tokens/konnectivity-agent-token',
          },
          { component: 'konnectivity-server', key: 'agent-namespace', value: 'kube-system' },
          { component: 'konnectivity-server', key: 'agent-service-account', value: 'konnectivity-agent' },
          { component: 'konnectivity-server', key: 'authentication-audience', value: 'system:konnectivity-server' },
        ],
        explanation: {
          en: 'The server asks the kube-apiserver whether the token is genuine, and compares namespace and account. The pod of the attacker has another account and is turned away. Give the agents their proof first and the server the demand last; otherwise all tunnels break at once.',
          de: 'Der Server fragt den kube-apiserver, ob das Token echt ist, und vergleicht Namespace und Konto. Der Pod des Angreifers hat ein anderes Konto und wird abgewiesen. Geben Sie zuerst den Agenten den Nachweis und zuletzt dem Server die Forderung; sonst brechen alle Tunnel auf einmal.',
        },
      },
      notes: {
        en: 'Let half the group take tokens and the other half certificates; both reach the goal. The two exclude each other on one server. Ask why no authorizer is named on path 21: an accepted agent may do everything by design, so the proof is all there is.',
        de: 'Lassen Sie die halbe Gruppe Token nehmen und die andere Zertifikate; beides erreicht das Ziel. Auf einem Server schließen sie sich aus. Fragen Sie, warum auf Pfad 21 keine Autorisierung steht: Ein zugelassener Agent darf absichtlich alles, der Nachweis ist also alles, was es gibt.',
      },
    },
    {
      id: 'the-last-hop',
      title: { en: 'Behind the agent', de: 'Hinter dem Agenten' },
      text: {
        en: 'Strangers are out, and on the way between control plane and nodes nobody reads or changes anything. But the tunnel ends at an agent. The server picks one at random; often it runs on another node than the target. From there the rest of the way crosses the network of the nodes, as weak as the inner connection is.\n\nThe attacker is now on that network. Play path 9, and open "In the tunnel" in its details.',
        de: 'Fremde sind draußen, und auf dem Weg zwischen Control Plane und Nodes liest und ändert niemand etwas. Aber der Tunnel endet bei einem Agenten. Der Server wählt einen zufällig; oft läuft er auf einem anderen Node als das Ziel. Von dort führt der Rest des Weges durch das Netz der Nodes, so schwach, wie die innere Verbindung ist.\n\nDer Angreifer ist jetzt in diesem Netz. Spielen Sie Pfad 9 ab und öffnen Sie in dessen Details „Im Tunnel“.',
      },
      look: { paths: ['P09', 'P14', 'P22'] },
      attacker: 'node-network',
      playback: { path: 'P09', attack: 'active' },
      notes: {
        en: 'Say it in one sentence: the tunnel moves the attacker from the public network into the network of the nodes and onto the agents, it does not remove him. Ask which machines are now as sensitive as the control plane: every node with an agent, because each gets a share of all the traffic.',
        de: 'In einem Satz: Der Tunnel verlegt den Angreifer aus dem öffentlichen Netz in das Netz der Nodes und auf die Agenten, er beseitigt ihn nicht. Fragen Sie, welche Maschinen jetzt so heikel sind wie die Control Plane: jeder Node mit Agent, denn jeder bekommt einen Teil des ganzen Verkehrs.',
      },
    },
    {
      id: 'closer-to-the-target',
      title: { en: 'Can the server choose better?', de: 'Kann der Server besser wählen?' },
      text: {
        en: 'Agents can announce the address of their host, and the server can prefer the agent on the host of the target. See what this does for paths 9, 12 and 14.',
        de: 'Agenten können die Adresse ihres Hosts mitteilen, und der Server kann den Agenten auf dem Host des Ziels bevorzugen. Sehen Sie, was das bei den Pfaden 9, 12 und 14 bewirkt.',
      },
      look: { paths: ['P09', 'P12', 'P14'] },
      attacker: 'node-network',
      demonstration: [
        {
          text: {
            en: 'The default strategy: any agent. On all three paths the last hop may cross the network.',
            de: 'Die Standardstrategie: irgendein Agent. Auf allen drei Pfaden kann die letzte Strecke durch das Netz führen.',
          },
          changes: [],
        },
        {
          text: {
            en: '`--proxy-strategies=destHost,default` on the server alone. Nothing changes yet: no agent has said where it is.',
            de: '`--proxy-strategies=destHost,default` nur beim Server. Noch ändert sich nichts: Kein Agent hat gesagt, wo er ist.',
          },
          changes: [{ component: 'konnectivity-server', key: 'proxy-strategies', value: 'destHost,default' }],
        },
        {
          text: {
            en: 'Now the agents have `--agent-identifiers` with the address of their host. For kubelets and node ports the last hop stays inside the machine. For pods it does not: no agent announces the address of a pod.',
            de: 'Jetzt haben die Agenten `--agent-identifiers` mit der Adresse ihres Hosts. Bei kubelets und Ports von Nodes bleibt die letzte Strecke in der Maschine. Bei Pods nicht: Kein Agent nennt die Adresse eines Pods.',
          },
          changes: [{ component: 'konnectivity-agent', key: 'agent-identifiers', value: 'ipv4=$(HOST_IP)' }],
        },
        {
          text: {
            en: 'The class of path 9 is the same as at the start. The machine on which the tunnel ends still holds the inner connection in its hand, and the kubelet is still not checked.',
            de: 'Die Klasse von Pfad 9 ist dieselbe wie am Anfang. Die Maschine, auf der der Tunnel endet, hat die innere Verbindung noch immer in der Hand, und das kubelet wird noch immer nicht geprüft.',
          },
          changes: [],
        },
      ],
      notes: {
        en: 'Keep the details of path 9 open at "In the tunnel" and watch the last hop. It is a good improvement and not a proof. If a node is down, the server falls back to the next strategy, so it is no guarantee either.',
        de: 'Lassen Sie die Details von Pfad 9 bei „Im Tunnel“ offen und sehen Sie auf die letzte Strecke. Es ist eine gute Verbesserung und kein Nachweis. Ist ein Node ausgefallen, nimmt der Server die nächste Strategie, eine Garantie ist es also auch nicht.',
      },
    },
    {
      id: 'verify-the-last-hop',
      title: { en: 'Protect the last hop', de: 'Die letzte Strecke schützen' },
      text: {
        en: 'Make the paths to the kubelet (8 to 11) independent of who carries them: neither the network of the nodes nor the agent may read or change anything. `kubectl logs` must go on working.',
        de: 'Machen Sie die Pfade zum kubelet (8 bis 11) unabhängig davon, wer sie trägt: Weder das Netz der Nodes noch der Agent darf etwas lesen oder ändern. `kubectl logs` muss weiter funktionieren.',
      },
      look: { paths: ['P08', 'P09', 'P10', 'P11'], components: ['kubelet'] },
      attacker: 'tunnel-end',
      task: {
        goal: {
          type: 'all',
          of: [
            { type: 'status', path: 'P08', is: ['protected'] },
            { type: 'status', path: 'P09', is: ['protected'] },
            { type: 'works', path: 'P09' },
            kubeletCertificatesSigned,
          ],
        },
        hint: {
          en: 'No setting of Konnectivity does this. It is about the TLS that runs inside.',
          de: 'Keine Einstellung von Konnectivity leistet das. Es geht um das TLS, das innen läuft.',
        },
        secondHint: {
          en: 'It is the same pair as without a tunnel: `serverTLSBootstrap` on both kubelets first, `--kubelet-certificate-authority` on the kube-apiserver last.',
          de: 'Es ist dasselbe Paar wie ohne Tunnel: zuerst `serverTLSBootstrap` bei beiden kubelets, zuletzt `--kubelet-certificate-authority` beim kube-apiserver.',
        },
        solution: [askForServingCertificates, checkKubeletCertificates],
        explanation: {
          en: 'TLS now reaches from the kube-apiserver to the kubelet and is checked. The agent passes bytes on that mean nothing to it. The attacker at the end of the tunnel keeps 12 to 17, which nothing verifies, and on path 8 what a user gives away who skips the check for one log request.',
          de: 'TLS reicht nun vom kube-apiserver bis zum kubelet und wird geprüft. Der Agent reicht Bytes weiter, mit denen er nichts anfangen kann. Dem Angreifer am Ende des Tunnels bleiben 12 bis 17, die nichts prüft, und auf Pfad 8, was ein Benutzer preisgibt, der die Prüfung für eine Anfrage abschaltet.',
        },
      },
      notes: {
        en: 'The documentation offers Konnectivity as the replacement of the SSH tunnels and does not take the advice about kubelet certificates back. Many read it as "either or". Close with: the tunnel is for the way, the certificate is for the end.',
        de: 'Die Dokumentation bietet Konnectivity als Ersatz der SSH-Tunnel an und nimmt den Rat zu den kubelet-Zertifikaten nicht zurück. Viele lesen das als „entweder oder“. Schließen Sie mit: Der Tunnel ist für den Weg, das Zertifikat ist für das Ende.',
      },
    },
  ],
  questions: [
    {
      type: 'choice',
      text: {
        en: 'A konnectivity-server runs with `--cluster-cert` and `--cluster-key`, and with nothing else about agents. What follows?',
        de: 'Ein konnectivity-server läuft mit `--cluster-cert` und `--cluster-key` und sonst nichts zu Agenten. Was folgt daraus?',
      },
      options: [
        {
          text: {
            en: 'Only agents with a certificate of that CA are let in',
            de: 'Nur Agenten mit einem Zertifikat dieser CA kommen hinein',
          },
          right: false,
          why: {
            en: 'These two flags are the certificate of the server itself. For agents it would be `--cluster-ca-cert`.',
            de: 'Diese zwei Flags sind das Zertifikat des Servers selbst. Für Agenten wäre es `--cluster-ca-cert`.',
          },
        },
        {
          text: {
            en: 'Whoever reaches the port can become an agent',
            de: 'Wer den Port erreicht, kann Agent werden',
          },
          right: true,
          why: {
            en: 'The server proves itself and asks the agents for nothing.',
            de: 'Der Server weist sich aus und verlangt von den Agenten nichts.',
          },
        },
        {
          text: {
            en: 'Agents and server speak without encryption',
            de: 'Agenten und Server sprechen unverschlüsselt',
          },
          right: false,
          why: {
            en: 'They speak TLS, and the agent checks the server. What is missing is the other direction.',
            de: 'Sie sprechen TLS, und der Agent prüft den Server. Was fehlt, ist die andere Richtung.',
          },
        },
        {
          text: {
            en: 'The server refuses to start without a CA',
            de: 'Der Server startet ohne CA nicht',
          },
          right: false,
          why: {
            en: 'That holds for its front side in TCP mode, towards the kube-apiserver. On the side of the agents it starts.',
            de: 'Das gilt für seine vordere Seite im TCP-Betrieb, zum kube-apiserver. Auf der Seite der Agenten startet er.',
          },
        },
      ],
    },
    {
      type: 'choice',
      text: {
        en: 'All legs of Konnectivity use certificates in both directions, the strategy is the default one, and the kube-apiserver does not check kubelets. Where can `kubectl exec` still be intercepted?',
        de: 'Alle Strecken von Konnectivity verwenden Zertifikate in beide Richtungen, die Strategie ist der Standard, und der kube-apiserver prüft kubelets nicht. Wo lässt sich `kubectl exec` noch abfangen?',
      },
      options: [
        {
          text: {
            en: 'On the way between the konnectivity-server and the agents',
            de: 'Auf dem Weg zwischen konnectivity-server und Agenten',
          },
          right: false,
          why: {
            en: 'That leg is checked in both directions. Nobody gets in there.',
            de: 'Diese Strecke ist in beide Richtungen geprüft. Dort kommt niemand hinein.',
          },
        },
        {
          text: {
            en: 'Nowhere: certificates in both directions cover the whole way',
            de: 'Nirgends: Zertifikate in beide Richtungen decken den ganzen Weg ab',
          },
          right: false,
          why: {
            en: 'They cover the tunnel. It ends at an agent, and the way does not.',
            de: 'Sie decken den Tunnel ab. Er endet bei einem Agenten, der Weg nicht.',
          },
        },
        {
          text: {
            en: 'On the host of the agent, and from there to the target node',
            de: 'Auf dem Host des Agenten und von dort bis zum Ziel-Node',
          },
          right: true,
          why: {
            en: 'There the inner TLS is alone, and nobody checks it. Only the CA of the kubelets helps.',
            de: 'Dort ist das innere TLS allein, und niemand prüft es. Nur die CA der kubelets hilft.',
          },
        },
        {
          text: {
            en: 'Between the kube-apiserver and the konnectivity-server',
            de: 'Zwischen kube-apiserver und konnectivity-server',
          },
          right: false,
          why: {
            en: 'That is a socket on one machine, or TLS with certificates on both sides.',
            de: 'Das ist ein Socket auf einer Maschine oder TLS mit Zertifikaten auf beiden Seiten.',
          },
        },
      ],
    },
    {
      type: 'order',
      text: {
        en: 'Somebody starts `kubectl exec`. Put the way of the request behind the kube-apiserver in order.',
        de: 'Jemand startet `kubectl exec`. Bringen Sie den Weg der Anfrage hinter dem kube-apiserver in die richtige Reihenfolge.',
      },
      items: [
        {
          en: 'The kube-apiserver asks the konnectivity-server for a connection to the node.',
          de: 'Der kube-apiserver bittet den konnectivity-server um eine Verbindung zum Node.',
        },
        { en: 'The server picks an agent.', de: 'Der Server wählt einen Agenten.' },
        {
          en: 'The agent opens a TCP connection to the kubelet.',
          de: 'Der Agent öffnet eine TCP-Verbindung zum kubelet.',
        },
        {
          en: 'The kube-apiserver begins TLS with the kubelet through it.',
          de: 'Der kube-apiserver beginnt darin TLS mit dem kubelet.',
        },
        {
          en: 'It checks the certificate of the kubelet, if it knows the CA.',
          de: 'Er prüft das Zertifikat des kubelet, wenn er die CA kennt.',
        },
        { en: 'It sends the command.', de: 'Er sendet den Befehl.' },
      ],
      why: {
        en: 'The inner TLS begins only when the way is there, and its ends are the kube-apiserver and the kubelet. The agent is on the way, like a router.',
        de: 'Das innere TLS beginnt erst, wenn der Weg steht, und seine Enden sind kube-apiserver und kubelet. Der Agent liegt auf dem Weg, wie ein Router.',
      },
    },
  ],
  takeaways: [
    {
      en: 'Agents dial the konnectivity-server; requests of the control plane travel backwards through that.',
      de: 'Agenten wählen den konnectivity-server an; Anfragen der Control Plane reisen rückwärts hindurch.',
    },
    {
      en: 'Without `--cluster-ca-cert` or the three token options, whoever reaches the port becomes an agent.',
      de: 'Ohne `--cluster-ca-cert` oder die drei Token-Optionen wird Agent, wer den Port erreicht.',
    },
    {
      en: 'Behind the agent the connection is as weak as without a tunnel.',
      de: 'Hinter dem Agenten ist die Verbindung so schwach wie ohne Tunnel.',
    },
    {
      en: 'End-to-end protection of 8 to 11 is still the CA of the kubelets.',
      de: 'Den Schutz von Ende zu Ende gibt 8 bis 11 noch immer die CA der kubelets.',
    },
    {
      en: 'What nodes and pods send to the kube-apiserver never goes through Konnectivity.',
      de: 'Was Nodes und Pods an den kube-apiserver senden, geht nie durch Konnectivity.',
    },
  ],
  sources: ['KONN', 'KNP', 'EGR', 'KEP1281', 'EN127', 'LAB'],
};

/** The scenario's agents prove themselves with a token; the lesson begins before somebody has set that up. */
function withoutProofOfAgents(): readonly TopologyEdit[] {
  const server = { at: 'control-plane', hostId: 'control-plane-1', component: 'konnectivity-server' } as const;
  const agents = ['worker-1', 'worker-2'].map(
    (nodeId) => ({ at: 'node', nodeId, component: 'konnectivity-agent' }) as const,
  );
  return [
    ...['agent-namespace', 'agent-service-account', 'authentication-audience'].map(
      (key): TopologyEdit => ({ type: 'set-setting', refs: [server], key, value: null }),
    ),
    { type: 'set-setting', refs: agents, key: 'service-account-token-path', value: null },
  ];
}

/** One of the two ways, with both of its ends. */
function agentsHaveProof(): Goal {
  const isSet = (component: 'konnectivity-server' | 'konnectivity-agent', key: string): Goal => ({
    type: 'not',
    goal: { type: 'setting', component, key, value: null },
  });
  return {
    type: 'any',
    of: [
      { type: 'all', of: [isSet('konnectivity-agent', 'agent-cert'), isSet('konnectivity-server', 'cluster-ca-cert')] },
      {
        type: 'all',
        of: [
          isSet('konnectivity-agent', 'service-account-token-path'),
          isSet('konnectivity-server', 'agent-namespace'),
          isSet('konnectivity-server', 'agent-service-account'),
          isSet('konnectivity-server', 'authentication-audience'),
        ],
      },
    ],
  };
}
