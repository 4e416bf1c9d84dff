import {
  askForServingCertificates,
  checkKubeletCertificates,
  kubeletCertificatesSigned,
} from './kubeletCertificates.ts';
import type { Lesson } from './lesson.ts';

/** What the SSH tunnels hid, whom they never stopped, and what became readable when they went. */
export const sshTunnels: Lesson = {
  id: 'ssh-tunnels',
  title: { en: 'SSH tunnels and what they never did', de: 'SSH-Tunnel und was sie nie taten' },
  aim: {
    en: 'You can explain what the old SSH tunnels protected, against whom they did not help, and why the advice to use them no longer holds.',
    de: 'Sie können erklären, was die alten SSH-Tunnel schützten, gegen wen sie nicht halfen und warum der Rat, sie zu benutzen, nicht mehr gilt.',
  },
  minutes: 12,
  start: { scenario: 'ssh' },
  steps: [
    {
      id: 'why-they-existed',
      title: { en: 'Why there were tunnels', de: 'Warum es Tunnel gab' },
      text: {
        en: 'You are in Kubernetes 1.21. The control plane (master) and the nodes may sit in different networks, with the internet in between. Many paths from the kube-apiserver to the nodes are not safe there.\n\nSo the kube-apiserver can open an SSH connection to every node (path 18) and send the others through it (path 19). `--ssh-user` and `--ssh-keyfile` switch it on. It put its own public key on the nodes through the cloud provider; in practice that worked on one cloud only.\n\nThe documentation of that time recommends it: if the kubelet cannot be verified, use SSH tunnels.',
        de: 'Sie sind in Kubernetes 1.21. Die Control Plane (Master) und die Nodes können in verschiedenen Netzen stehen, mit dem Internet dazwischen. Viele Pfade vom kube-apiserver zu den Nodes sind dort nicht sicher.\n\nDarum kann der kube-apiserver zu jedem Node eine SSH-Verbindung öffnen (Pfad 18) und die anderen hindurchschicken (Pfad 19). `--ssh-user` und `--ssh-keyfile` schalten es ein. Seinen öffentlichen Schlüssel legte er über den Cloud-Anbieter auf die Nodes; in der Praxis ging das nur in einer Cloud.\n\nDie Dokumentation jener Zeit empfiehlt es: Lässt sich das kubelet nicht prüfen, verwende man SSH-Tunnel.',
      },
      look: { paths: ['P18', 'P19'], components: ['sshd'] },
      notes: {
        en: 'Set the scene: this is history, and it is worth an hour because it shows what a tunnel is and is not. Ask who has used `ssh` and been asked "Are you sure you want to continue connecting?" Everybody has. Remember the answer for the third step. Some old pages still give the advice; that is the practical reason for this lesson.',
        de: 'Führen Sie ein: Das ist Geschichte, und sie lohnt sich, weil sie zeigt, was ein Tunnel ist und was nicht. Fragen Sie, wer bei `ssh` schon gefragt wurde: „Are you sure you want to continue connecting?“ Alle. Merken Sie sich die Antwort für den dritten Schritt. Manche alten Seiten geben den Rat noch heute; das ist der praktische Grund für diese Lektion.',
      },
    },
    {
      id: 'against-listeners',
      title: { en: 'Against listeners: it helps', de: 'Gegen Lauscher: Es hilft' },
      text: {
        en: 'The attacker stands between control plane and nodes and only listens. Path 12 is plain HTTP to a port of a node. Inside the tunnel he sees SSH packets and nothing else. The tunnel ends on the very node that is meant, so the plain part never leaves the machine.\n\nPlay the listener on path 18.',
        de: 'Der Angreifer steht zwischen Control Plane und Nodes und hört nur zu. Pfad 12 ist unverschlüsseltes HTTP zu einem Port eines Nodes. Im Tunnel sieht er SSH-Pakete und sonst nichts. Der Tunnel endet auf eben dem Node, der gemeint ist, also verlässt der Klartext nie die Maschine.\n\nSpielen Sie den Lauscher auf Pfad 18 ab.',
      },
      look: { paths: ['P12', 'P18'] },
      attacker: 'cluster-network',
      playback: { path: 'P18', attack: 'passive' },
      notes: {
        en: 'Give the tunnel its due first; otherwise the next step sounds unfair. Open path 12 and show "In the tunnel" in the details: leg by leg, nothing for a listener. The line itself stays plain, because that is what it is inside.',
        de: 'Würdigen Sie zuerst, was der Tunnel leistet; sonst klingt der nächste Schritt ungerecht. Öffnen Sie Pfad 12 und zeigen Sie „Im Tunnel“ in den Details: Strecke für Strecke nichts für einen Lauscher. Die Linie selbst bleibt Klartext, denn das ist sie innen.',
      },
    },
    {
      id: 'nobody-looked-at-the-key',
      title: { en: 'Nobody looked at the host key', de: 'Niemand sah auf den Host-Schlüssel' },
      text: {
        en: 'An SSH server proves itself with its host key. The client compares it with one that it knows. The code of the tunnels said `InsecureIgnoreHostKey`: accept any. There was no option to change it, in no version.\n\nSo somebody on the way answers at port 22 with a key of his own, and the kube-apiserver sends him everything. Play it. He cannot pass the login on to the true node, but he does not need to: the requests inside are already his.',
        de: 'Ein SSH-Server weist sich mit seinem Host-Schlüssel aus. Der Client vergleicht ihn mit einem, den er kennt. Im Code der Tunnel stand `InsecureIgnoreHostKey`: Nimm jeden. Es gab keine Option, das zu ändern, in keiner Version.\n\nAlso antwortet jemand unterwegs an Port 22 mit einem eigenen Schlüssel, und der kube-apiserver schickt ihm alles. Spielen Sie es ab. Die Anmeldung kann er nicht an den echten Node weiterreichen, aber das braucht er nicht: Die Anfragen darin hat er schon.',
      },
      look: { paths: ['P18'] },
      attacker: 'cluster-network',
      playback: { path: 'P18', attack: 'active' },
      notes: {
        en: 'Now recall the question of `ssh` from the first step: it is exactly this check, and the code always said yes. Expect: "but SSH is secure". The protocol is; the client left out the half that proves the server. Draw the parallel to TLS without verification, path 13.',
        de: 'Erinnern Sie nun an die Frage von `ssh` aus dem ersten Schritt: Es ist genau diese Prüfung, und der Code sagte immer Ja. Rechnen Sie mit: „Aber SSH ist doch sicher.“ Das Protokoll schon; der Client ließ die Hälfte weg, die den Server nachweist. Ziehen Sie die Parallele zu TLS ohne Prüfung, Pfad 13.',
      },
    },
    {
      id: 'which-node',
      title: { en: 'Where the tunnel ends', de: 'Wo der Tunnel endet' },
      text: {
        en: 'The kube-apiserver has one tunnel for each node. For every connection it looks for the tunnel whose address is the address that it wants to dial.',
        de: 'Der kube-apiserver hat für jeden Node einen Tunnel. Bei jeder Verbindung sucht er den Tunnel, dessen Adresse die ist, die er anwählen will.',
      },
      look: { paths: ['P14', 'P19'] },
      question: {
        type: 'choice',
        text: {
          en: 'A request goes to the pod with the address 10.2.3.4. On which machine does it leave the tunnel?',
          de: 'Eine Anfrage geht an den Pod mit der Adresse 10.2.3.4. Auf welcher Maschine verlässt sie den Tunnel?',
        },
        options: [
          {
            text: { en: 'On the node on which the pod runs', de: 'Auf dem Node, auf dem der Pod läuft' },
            right: false,
            why: {
              en: 'The code knows addresses of nodes, not which pod is where. That works for kubelets and node ports only.',
              de: 'Der Code kennt Adressen von Nodes, nicht, welcher Pod wo läuft. Das gelingt nur bei kubelets und Ports von Nodes.',
            },
          },
          {
            text: { en: 'On the first node in the list', de: 'Auf dem ersten Node der Liste' },
            right: false,
            why: { en: 'There is no fixed choice.', de: 'Es gibt keine feste Wahl.' },
          },
          {
            text: { en: 'On a node picked at random', de: 'Auf einem zufällig gewählten Node' },
            right: true,
            why: {
              en: 'No tunnel has the address of a pod, so any one is taken; the log says "picking random node". From there the request crosses the pod network as it is: plain, or TLS that nobody checks.',
              de: 'Kein Tunnel hat die Adresse eines Pods, also wird irgendeiner genommen; im Log steht „picking random node“. Von dort läuft die Anfrage durch das Pod-Netz, wie sie ist: im Klartext oder in TLS, das niemand prüft.',
            },
          },
          {
            text: { en: 'On none: the pod itself ends it', de: 'Auf keiner: Der Pod selbst beendet ihn' },
            right: false,
            why: {
              en: 'A pod has no SSH server of the cluster. The tunnel always ends at port 22 of a node.',
              de: 'Ein Pod hat keinen SSH-Server des Clusters. Der Tunnel endet immer an Port 22 eines Nodes.',
            },
          },
        ],
      },
      notes: {
        en: 'Open path 14 and show the last hop in the details: there a listener reads. Compare with path 12, where the last hop is inside the machine. The same question comes back with Konnectivity, so let it sink in.',
        de: 'Öffnen Sie Pfad 14 und zeigen Sie in den Details die letzte Strecke: Dort liest ein Lauscher. Vergleichen Sie mit Pfad 12, wo die letzte Strecke in der Maschine liegt. Dieselbe Frage kommt bei Konnectivity wieder, nehmen Sie sich also Zeit.',
      },
    },
    {
      id: 'on-and-off',
      title: { en: 'On, off, on', de: 'An, aus, an' },
      text: {
        en: 'What exactly did the tunnel add? Switch it off and on again, and compare the paths 12 and 14 for somebody who listens.',
        de: 'Was genau brachte der Tunnel? Schalten Sie ihn aus und wieder an, und vergleichen Sie die Pfade 12 und 14 für jemanden, der zuhört.',
      },
      look: { paths: ['P12', 'P14'] },
      attacker: 'cluster-network',
      demonstration: [
        {
          text: {
            en: 'With the tunnel. A listener reads nothing of path 12. Of path 14 he reads the last hop, on the network of the pods.',
            de: 'Mit Tunnel. Von Pfad 12 liest ein Lauscher nichts. Von Pfad 14 liest er die letzte Strecke, im Netz der Pods.',
          },
          changes: [],
        },
        {
          text: {
            en: 'Without `--ssh-user`. Both are plain on the whole way, and the paths 18 and 19 are gone.',
            de: 'Ohne `--ssh-user`. Beide sind auf der ganzen Strecke Klartext, und die Pfade 18 und 19 sind weg.',
          },
          changes: [{ component: 'kube-apiserver', key: 'ssh-user', value: '' }],
        },
        {
          text: {
            en: 'On again. The classes of the paths are the same in all three pictures: a tunnel hides, it proves nothing about the target.',
            de: 'Wieder an. Die Klassen der Pfade sind in allen drei Bildern gleich: Ein Tunnel verbirgt, er weist nichts über das Ziel nach.',
          },
          changes: [{ component: 'kube-apiserver', key: 'ssh-user', value: 'core' }],
        },
      ],
      notes: {
        en: 'Keep the details of path 12 open while you step back and forth, and look at what a mere listener gets. Ask before the second frame: "Which paths get worse?" The class of no path changes; what a listener gets on 12 does.',
        de: 'Lassen Sie die Details von Pfad 12 offen, während Sie vor und zurück gehen, und sehen Sie darauf, was ein bloßer Lauscher bekommt. Fragen Sie vor dem zweiten Bild: „Welche Pfade werden schlechter?“ Die Klasse ändert sich bei keinem; was ein Lauscher auf 12 bekommt, schon.',
      },
    },
    {
      id: 'verify-inside',
      title: { en: 'Protection that needs no tunnel', de: 'Schutz, der keinen Tunnel braucht' },
      text: {
        en: 'Somebody may answer in the place of the SSH server. Make the paths to the kubelet (8 to 11) survive that, without touching the tunnel. And `kubectl logs` must go on working.',
        de: 'Jemand kann anstelle des SSH-Servers antworten. Sorgen Sie dafür, dass die Pfade zum kubelet (8 bis 11) das überstehen, ohne den Tunnel anzufassen. Und `kubectl logs` muss weiter funktionieren.',
      },
      look: { paths: ['P08', 'P09', 'P10', 'P11'], components: ['kubelet'] },
      attacker: 'cluster-network',
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
          en: 'What goes through the tunnel is TLS of its own. Who has to check what in it?',
          de: 'Was durch den Tunnel geht, ist eigenes TLS. Wer muss darin was prüfen?',
        },
        secondHint: {
          en: 'Certificates first, on both nodes: `serverTLSBootstrap`. Then the flag on the kube-apiserver that names the CA of the kubelets.',
          de: 'Zuerst die Zertifikate, auf beiden Nodes: `serverTLSBootstrap`. Dann das Flag am kube-apiserver, das die CA der kubelets nennt.',
        },
        solution: [askForServingCertificates, checkKubeletCertificates],
        explanation: {
          en: 'TLS now runs from the kube-apiserver to the kubelet and is checked there. A false end of the tunnel holds bytes that he can neither read nor change. Nothing about the tunnel has become better: 12 to 17 are as open to him as before.',
          de: 'TLS läuft nun vom kube-apiserver bis zum kubelet und wird dort geprüft. Ein falsches Ende des Tunnels hat Bytes in der Hand, die es weder lesen noch ändern kann. Am Tunnel ist nichts besser geworden: 12 bis 17 stehen ihm so offen wie zuvor.',
        },
      },
      notes: {
        en: 'This is the core idea of all tunnels: what is checked from end to end does not care who carries it. One exception remains on path 8: a user may ask to skip the check for one log request.',
        de: 'Das ist der Kern aller Tunnel: Was von Ende zu Ende geprüft ist, dem ist gleich, wer es trägt. Eine Ausnahme bleibt auf Pfad 8: Ein Benutzer kann verlangen, dass die Prüfung bei einer Protokoll-Anfrage entfällt.',
      },
    },
    {
      id: 'upgrade',
      title: { en: 'Move to 1.22', de: 'Der Schritt zu 1.22' },
      text: {
        en: 'The tunnels were deprecated in 1.9 and removed in 1.22. An attempt to remove them in 2019 was held back: they had "accidentally added a security property", and there was no replacement yet.\n\nSet the version of the cluster to 1.22 or later and see which paths lose something.',
        de: 'Die Tunnel wurden mit 1.9 abgekündigt und mit 1.22 entfernt. Ein Versuch im Jahr 2019 wurde aufgehalten: Sie hätten „versehentlich eine Sicherheitseigenschaft hinzugefügt“, und es gab noch keinen Ersatz.\n\nSetzen Sie die Version des Clusters auf 1.22 oder später und sehen Sie, welche Pfade etwas verlieren.',
      },
      look: { paths: ['P12', 'P14', 'P16', 'P18'] },
      attacker: 'cluster-network',
      task: {
        goal: {
          type: 'all',
          of: [
            {
              type: 'not',
              goal: {
                type: 'status',
                path: 'P18',
                is: ['protected', 'open', 'unverified', 'plaintext', 'unknown', 'local'],
              },
            },
            { type: 'exposure', path: 'P12', exposure: 'eavesdrop', holds: true },
            { type: 'setting', component: 'kube-apiserver', key: 'ssh-user', value: null },
          ],
        },
        hint: {
          en: 'The version is a property of the whole cluster, not of a box in the picture.',
          de: 'Die Version ist eine Eigenschaft des ganzen Clusters, nicht eines Kastens im Bild.',
        },
        secondHint: {
          en: 'Open "Change the model" below the lesson, look for "Kubernetes version", and choose 1.22 or a later one.',
          de: 'Öffnen Sie „Modell ändern“ unter der Lektion, suchen Sie „Kubernetes-Version“, und wählen Sie 1.22 oder eine spätere.',
        },
        solution: [{ type: 'set-version', version: '1.22' }],
        explanation: {
          en: 'The flags are still written down, but the version does not know them any more. The paths 18 and 19 are gone, and a listener reads 12, 14 and 16 again on the way. What you protected from end to end, 8 to 11, has not noticed.\n\nThe replacement is Konnectivity. It is the next lesson.',
          de: 'Die Flags stehen noch da, aber die Version kennt sie nicht mehr. Die Pfade 18 und 19 sind weg, und ein Lauscher liest 12, 14 und 16 wieder unterwegs. Was Sie von Ende zu Ende geschützt haben, 8 bis 11, hat nichts davon gemerkt.\n\nDer Ersatz ist Konnectivity. Das ist die nächste Lektion.',
        },
      },
      notes: {
        en: 'Say what a real upgrade would meet: a kube-apiserver of 1.22 does not start with a flag that it does not know. A side effect of the tunnels is worth a sentence: they needed the read-only port of the kubelet, so they kept a second door open on every node.',
        de: 'Sagen Sie, was ein echtes Upgrade erlebte: Ein kube-apiserver 1.22 startet nicht mit einem Flag, das er nicht kennt. Eine Nebenwirkung der Tunnel ist einen Satz wert: Sie brauchten den Read-only-Port des kubelet und hielten so auf jedem Node eine zweite Tür offen.',
      },
    },
  ],
  questions: [
    {
      type: 'choice',
      text: {
        en: 'Why did the SSH tunnels not stop somebody who could answer in the place of a node?',
        de: 'Warum hielten die SSH-Tunnel niemanden auf, der anstelle eines Nodes antworten konnte?',
      },
      options: [
        {
          text: {
            en: 'He could copy the private key of the kube-apiserver on its way',
            de: 'Er konnte den privaten Schlüssel des kube-apiservers unterwegs kopieren',
          },
          right: false,
          why: {
            en: 'A private key is never sent, in SSH as in TLS.',
            de: 'Ein privater Schlüssel wird nie gesendet, bei SSH so wenig wie bei TLS.',
          },
        },
        {
          text: {
            en: 'The kube-apiserver took any host key that it was shown',
            de: 'Der kube-apiserver nahm jeden Host-Schlüssel, den man ihm zeigte',
          },
          right: true,
          why: {
            en: 'Without that check SSH encrypts to whoever answers.',
            de: 'Ohne diese Prüfung verschlüsselt SSH zu dem hin, der antwortet.',
          },
        },
        {
          text: {
            en: 'SSH of that time used ciphers that can be broken by now',
            de: 'SSH verwendete damals Verfahren, die heute gebrochen sind',
          },
          right: false,
          why: {
            en: 'The ciphers were not the weak point. Nobody had to break anything.',
            de: 'Die Verfahren waren nicht die Schwachstelle. Niemand musste etwas brechen.',
          },
        },
        {
          text: {
            en: 'All nodes shared one host key, so that one was enough for all',
            de: 'Alle Nodes hatten denselben Host-Schlüssel, einer genügte für alle',
          },
          right: false,
          why: {
            en: 'They did not have to, and it would not have mattered: none was compared.',
            de: 'Das mussten sie nicht, und es wäre gleich gewesen: Keiner wurde verglichen.',
          },
        },
      ],
    },
    {
      type: 'paths',
      text: {
        en: 'The cluster is at 1.22 and has no tunnel. Mark every path in the picture that somebody who only listens can read.',
        de: 'Der Cluster steht auf 1.22 und hat keinen Tunnel. Markieren Sie jeden Pfad im Bild, den jemand lesen kann, der nur zuhört.',
      },
      criterion: { by: 'exposure', mode: 'passive', exposure: 'eavesdrop' },
      why: {
        en: 'Of the documented paths these are 12, 14 and 16, the plain ones. In the tunnel, 12 was hidden on the whole way, 14 and 16 up to a random node.',
        de: 'Von den dokumentierten Pfaden sind das 12, 14 und 16, die mit Klartext. Im Tunnel war 12 auf der ganzen Strecke verborgen, 14 und 16 bis zu irgendeinem Node.',
      },
    },
    {
      type: 'order',
      text: {
        en: 'A plain request to a pod went through the SSH tunnels. Put its way in order.',
        de: 'Eine Klartext-Anfrage an einen Pod lief durch die SSH-Tunnel. Bringen Sie ihren Weg in die richtige Reihenfolge.',
      },
      items: [
        {
          en: 'The kube-apiserver looks for a tunnel with the address of the pod.',
          de: 'Der kube-apiserver sucht einen Tunnel mit der Adresse des Pods.',
        },
        {
          en: 'It finds none and takes one at random.',
          de: 'Er findet keinen und nimmt irgendeinen.',
        },
        {
          en: 'The request travels in SSH to port 22 of that node.',
          de: 'Die Anfrage reist in SSH zu Port 22 dieses Nodes.',
        },
        {
          en: 'The SSH server there opens a connection to the pod.',
          de: 'Der SSH-Server dort öffnet eine Verbindung zum Pod.',
        },
        {
          en: 'The request crosses the pod network in the clear.',
          de: 'Die Anfrage läuft im Klartext durch das Pod-Netz.',
        },
      ],
      why: {
        en: 'A tunnel protects its own leg. What comes behind its end is as weak as it would be without it.',
        de: 'Ein Tunnel schützt seine eigene Strecke. Was hinter seinem Ende kommt, ist so schwach wie ohne ihn.',
      },
    },
  ],
  takeaways: [
    {
      en: 'The tunnels stopped listeners between control plane and nodes, and nobody else.',
      de: 'Die Tunnel hielten Lauscher zwischen Control Plane und Nodes auf, und sonst niemanden.',
    },
    {
      en: 'The host key was never checked, in no version and by no option.',
      de: 'Der Host-Schlüssel wurde nie geprüft, in keiner Version und durch keine Option.',
    },
    {
      en: 'Traffic for pods left the tunnel on a random node.',
      de: 'Verkehr für Pods verließ den Tunnel auf einem zufälligen Node.',
    },
    {
      en: 'They are gone since 1.22; advice that names them is out of date.',
      de: 'Seit 1.22 gibt es sie nicht mehr; ein Rat, der sie nennt, ist veraltet.',
    },
    {
      en: 'What is checked from end to end needs no tunnel and survives a false one.',
      de: 'Was von Ende zu Ende geprüft ist, braucht keinen Tunnel und übersteht einen falschen.',
    },
  ],
  sources: ['SEED', 'SSH', 'TUN', 'PR54433', 'PR102297', 'KC'],
};
