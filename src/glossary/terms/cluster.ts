import type { Term } from '../term.ts';

/** What a cluster is made of. */
export const clusterTerms: readonly Term[] = [
  {
    id: 'control-plane',
    words: {
      en: ['control plane', 'Control plane (master)', 'control planes', 'master'],
      de: ['Control Plane', 'Control Plane (Master)', 'Control Planes', 'Master'],
    },
    definition: {
      en: 'The programs that run the cluster: kube-apiserver, etcd, scheduler and controllers. Older texts call it the master.',
      de: 'Die Programme, die den Cluster steuern: kube-apiserver, etcd, Scheduler und Controller. Ältere Texte nennen sie Master.',
    },
    see: ['kube-apiserver', 'etcd', 'node'],
    source: 'kubernetes.io: Kubernetes Components',
  },
  {
    id: 'kube-apiserver',
    words: {
      en: ['kube-apiserver', 'apiserver', 'API server', 'kube-apiservers'],
      de: ['kube-apiserver', 'kube-apiservers', 'apiserver', 'API-Server', 'API-Servers'],
    },
    definition: {
      en: 'The one door to the cluster: everybody reads and changes objects through it. It also opens connections itself, to kubelets, pods and webhooks.',
      de: 'Die eine Tür zum Cluster: Alle lesen und ändern Objekte über ihn. Er öffnet auch selbst Verbindungen, zu kubelets, Pods und Webhooks.',
    },
    see: ['control-plane', 'kubelet', 'etcd'],
    source: 'kubernetes.io: kube-apiserver',
  },
  {
    id: 'kubelet',
    words: { en: ['kubelet', 'kubelets'], de: ['kubelet', 'kubelets'] },
    definition: {
      en: 'The program on every node that starts its pods and reports on them. It is a client of the kube-apiserver and also a server of its own on port 10250, for logs, exec and port-forward.',
      de: 'Das Programm auf jedem Node, das dessen Pods startet und über sie berichtet. Es ist Client des kube-apiservers und zugleich selbst Server auf Port 10250, für Protokolle, exec und port-forward.',
    },
    see: ['node', 'kube-apiserver', 'serving-certificate'],
    source: 'kubernetes.io: kubelet',
  },
  {
    id: 'kube-proxy',
    words: { en: ['kube-proxy'], de: ['kube-proxy', 'kube-proxys'] },
    definition: {
      en: 'Programs on each node the rules that turn a Service’s address into that of a pod. It rewrites addresses only; it does not end TLS and is no man in the middle.',
      de: 'Richtet auf jedem Node die Regeln ein, die aus der Adresse eines Service die eines Pods machen. Es schreibt nur Adressen um, beendet kein TLS und ist kein Man-in-the-Middle.',
    },
    see: ['service', 'cluster-ip'],
    source: 'kubernetes.io: Virtual IPs and Service Proxies',
  },
  {
    id: 'etcd',
    words: { en: ['etcd'], de: ['etcd'] },
    definition: {
      en: 'The database with all of the cluster’s state, Secrets included. Any client whose certificate it accepts may read and write everything.',
      de: 'Die Datenbank mit dem ganzen Zustand des Clusters, auch den Secrets. Jeder Client, dessen Zertifikat sie annimmt, darf alles lesen und schreiben.',
    },
    see: ['control-plane', 'kube-apiserver'],
    source: 'etcd.io: Transport security model',
  },
  {
    id: 'node',
    words: { en: ['node', 'nodes'], de: ['Node', 'Nodes', 'Knoten', 'Knotens'] },
    definition: {
      en: 'A machine, real or virtual, on which pods run. On each there is a kubelet, and usually kube-proxy.',
      de: 'Eine Maschine, echt oder virtuell, auf der Pods laufen. Auf jedem läuft ein kubelet und meist kube-proxy.',
    },
    see: ['kubelet', 'pod'],
    source: 'kubernetes.io: Nodes',
  },
  {
    id: 'pod',
    words: { en: ['pod', 'pods'], de: ['Pod', 'Pods'] },
    definition: {
      en: 'One or more containers that run together on a node and share an IP address.',
      de: 'Ein oder mehrere Container, die zusammen auf einem Node laufen und sich eine IP-Adresse teilen.',
    },
    see: ['node', 'service'],
    source: 'kubernetes.io: Pods',
  },
  {
    id: 'service',
    words: { en: ['Service', 'Services'], de: ['Service', 'Services'] },
    definition: {
      en: 'A Kubernetes object: a lasting name and address for a set of pods. It is an address only and proves nothing about who answers.',
      de: 'Ein Kubernetes-Objekt: ein bleibender Name mit Adresse für eine Gruppe von Pods. Er ist nur eine Adresse und beweist nicht, wer antwortet.',
    },
    see: ['cluster-ip', 'node-port', 'kube-proxy'],
    source: 'kubernetes.io: Service',
    exact: true,
  },
  {
    id: 'cluster-ip',
    words: { en: ['ClusterIP', 'ClusterIPs'], de: ['ClusterIP', 'ClusterIPs'] },
    definition: {
      en: 'The address of a Service inside the cluster. No machine has it; kube-proxy’s rules turn it into a pod’s address.',
      de: 'Die Adresse eines Service im Cluster. Keine Maschine hat sie; die Regeln von kube-proxy machen daraus die Adresse eines Pods.',
    },
    see: ['service', 'kube-proxy'],
    source: 'kubernetes.io: Service ClusterIP allocation',
  },
  {
    id: 'node-port',
    words: { en: ['NodePort', 'NodePorts'], de: ['NodePort', 'NodePorts'] },
    definition: {
      en: 'A port that every node opens for a Service, usually between 30000 and 32767. What arrives there is passed on as it comes.',
      de: 'Ein Port, den jeder Node für einen Service öffnet, gewöhnlich zwischen 30000 und 32767. Was dort ankommt, wird unverändert weitergegeben.',
    },
    see: ['service', 'node'],
    source: 'kubernetes.io: Service',
  },
  {
    id: 'webhook',
    words: {
      en: ['webhook', 'webhooks', 'admission webhook', 'admission webhooks'],
      de: ['Webhook', 'Webhooks', 'Admission-Webhook', 'Admission-Webhooks'],
    },
    definition: {
      en: 'A server that the kube-apiserver asks before it decides, for instance whether to admit an object. The kube-apiserver always verifies an admission webhook’s certificate.',
      de: 'Ein Server, den der kube-apiserver fragt, bevor er entscheidet, etwa ob er ein Objekt zulässt. Das Zertifikat eines Admission-Webhooks prüft der kube-apiserver immer.',
    },
    see: ['kube-apiserver', 'serving-certificate'],
    source: 'kubernetes.io: Dynamic Admission Control',
  },
  {
    id: 'aggregated-api',
    words: {
      en: ['aggregated API', 'aggregated APIs', 'aggregated API server', 'aggregated API servers'],
      de: [
        'aggregierte API',
        'aggregierten API',
        'aggregierter API-Server',
        'aggregierte APIs',
        'aggregierten API-Server',
      ],
    },
    definition: {
      en: 'A second API server, such as metrics-server, to which the kube-apiserver passes requests for one API group. It learns the user’s name from a header that only the front proxy’s certificate may send.',
      de: 'Ein zweiter API-Server wie metrics-server, an den der kube-apiserver Anfragen einer API-Gruppe weitergibt. Den Namen des Benutzers erfährt er aus einem Header, den nur das Zertifikat des Front-Proxys senden darf.',
    },
    see: ['kube-apiserver', 'client-certificate'],
    source: 'kubernetes.io: Configure the Aggregation Layer',
  },
  {
    id: 'konnectivity',
    words: {
      en: ['Konnectivity', 'konnectivity-server', 'konnectivity-agent', 'Konnectivity agent', 'Konnectivity agents'],
      de: ['Konnectivity', 'konnectivity-server', 'konnectivity-agent', 'Konnectivity-Agent', 'Konnectivity-Agenten'],
    },
    definition: {
      en: 'The successor of the SSH tunnels: agents on the nodes dial out to a server beside the kube-apiserver, and its traffic into the cluster goes through them. Behind the agent the inner connection is on its own.',
      de: 'Der Nachfolger der SSH-Tunnel: Agenten auf den Nodes wählen einen Server neben dem kube-apiserver an, und dessen Verkehr in den Cluster geht durch sie. Hinter dem Agenten ist die innere Verbindung auf sich gestellt.',
    },
    see: ['tunnel', 'egress-selector', 'last-hop'],
    source: 'kubernetes.io: Set up Konnectivity service',
  },
  {
    id: 'egress-selector',
    words: {
      en: ['egress selector', 'EgressSelectorConfiguration', 'egress selector configuration'],
      de: ['Egress-Selector', 'Egress-Selectors', 'EgressSelectorConfiguration'],
    },
    definition: {
      en: 'The kube-apiserver’s file that says which of its connections go through Konnectivity. A kind of traffic without an entry is dialled directly.',
      de: 'Die Datei des kube-apiservers, die sagt, welche seiner Verbindungen durch Konnectivity gehen. Eine Verkehrsart ohne Eintrag wird direkt angewählt.',
    },
    see: ['konnectivity', 'kube-apiserver'],
    source: 'KEP-1281',
  },
  {
    id: 'kubeconfig',
    words: { en: ['kubeconfig', 'kubeconfigs'], de: ['kubeconfig', 'kubeconfigs'] },
    definition: {
      en: 'A file that tells a client where the kube-apiserver is, which CA to check it against, and how to prove itself.',
      de: 'Eine Datei, die einem Client sagt, wo der kube-apiserver ist, gegen welche CA er ihn prüft und womit er sich selbst ausweist.',
    },
    see: ['ca', 'credential'],
    source: 'kubernetes.io: Organizing Cluster Access Using kubeconfig Files',
  },
  {
    id: 'kubeadm',
    words: { en: ['kubeadm'], de: ['kubeadm'] },
    definition: {
      en: 'The tool of the Kubernetes project that sets up clusters. It gives the kube-apiserver a client certificate for kubelets, but no CA to check their serving certificates with.',
      de: 'Das Werkzeug des Kubernetes-Projekts, das Cluster aufsetzt. Es gibt dem kube-apiserver ein Client-Zertifikat für kubelets, aber keine CA, um deren Server-Zertifikate zu prüfen.',
    },
    see: ['kube-apiserver', 'serving-certificate'],
    source: 'kubernetes.io: kubeadm',
  },
  {
    id: 'static-pod',
    words: {
      en: ['static pod', 'static pods'],
      de: ['statischer Pod', 'statische Pods', 'statischen Pods', 'statischen Pod', 'statisches Pod'],
    },
    definition: {
      en: 'A pod that a kubelet starts from a file on its own disk, without the kube-apiserver. kubeadm runs the control plane so.',
      de: 'Ein Pod, den ein kubelet aus einer Datei auf seiner eigenen Festplatte startet, ohne den kube-apiserver. So betreibt kubeadm die Control Plane.',
    },
    see: ['mirror-pod', 'kubelet', 'kubeadm'],
    source: 'kubernetes.io: Create static Pods',
  },
  {
    id: 'mirror-pod',
    words: {
      en: ['mirror pod', 'mirror pods'],
      de: ['Spiegel-Pod', 'Spiegel-Pods', 'Mirror-Pod', 'Mirror-Pods'],
    },
    definition: {
      en: 'The copy of a static pod that the kubelet shows at the kube-apiserver. Changing the copy changes nothing on the node.',
      de: 'Das Abbild eines statischen Pods, das das kubelet beim kube-apiserver zeigt. Wer das Abbild ändert, ändert auf dem Node nichts.',
    },
    see: ['static-pod'],
    source: 'kubernetes.io: Create static Pods',
  },
  {
    id: 'operator',
    words: { en: ['operator', 'operators'], de: ['Operator', 'Operators', 'Operatoren', 'Betreiber', 'Betreibers'] },
    definition: {
      en: 'Here: the person who runs the cluster and types `kubectl`. (A program that manages applications in the cluster is called so too; that is not meant.)',
      de: 'Hier: die Person, die den Cluster betreibt und `kubectl` eintippt. (Auch ein Programm, das Anwendungen im Cluster verwaltet, heißt so; das ist nicht gemeint.)',
    },
    see: ['kubeconfig'],
  },
  {
    id: 'node-authorizer',
    words: {
      en: ['node authorizer', 'Node authorizer', 'NodeRestriction'],
      de: ['Node-Authorizer', 'NodeRestriction'],
    },
    definition: {
      en: 'Limits what a kubelet may read at the kube-apiserver to what belongs to its own node; the admission plugin `NodeRestriction` limits what it may change in the same way.',
      de: 'Begrenzt, was ein kubelet beim kube-apiserver lesen darf, auf das, was zu seinem eigenen Node gehört; das Admission-Plugin `NodeRestriction` begrenzt ebenso, was es ändern darf.',
    },
    see: ['authorization', 'kubelet'],
    source: 'kubernetes.io: Using Node Authorization',
  },
];
