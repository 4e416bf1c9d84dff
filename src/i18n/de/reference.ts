import type { texts as en } from '../en/reference.ts';

export const texts: Readonly<Record<keyof typeof en, string>> = {
  'change.certificates-api': 'Certificates-API; das kubelet kann sein Client-Zertifikat anfordern (Alpha).',
  'change.anonymous-auth': '--anonymous-auth erscheint: an in 1.5.0, aus ab 1.5.1, später wieder an.',
  'change.rotation-beta': 'Die Rotation der Client-Zertifikate des Kubelets ist Beta.',
  'change.ssh-deprecated':
    '--ssh-user und --ssh-keyfile sind veraltet; kubeadm join verlangt eine festgelegte CA oder ein ausdrückliches Auslassen.',
  'change.insecure-deprecated': 'Die Flags des unsicheren Ports sind veraltet.',
  'change.read-only-port-file':
    'Ein kubelet mit Konfigurationsdatei hat seinen Nur-Lese-Port geschlossen; mit bloßen Flags ist er bis heute auf 10255 offen.',
  'change.egress-alpha': 'EgressSelectorConfiguration (v1alpha1): Konnectivity wird möglich.',
  'change.skip-backend-beta': 'Eine Log-Anfrage kann den kube-apiserver bitten, das kubelet nicht zu prüfen.',
  'change.egress-beta': 'EgressSelectorConfiguration v1beta1: Konnectivity ist Beta.',
  'change.rotation-ga': 'Rotation der Client-Zertifikate ist GA. --kubelet-https ist veraltet: HTTPS gilt immer.',
  'change.insecure-port-dead': 'Der unsichere Port bedient nicht mehr. Die Egress-Klasse heißt controlplane.',
  'change.bound-tokens':
    'Token der Dienstkonten sind gebunden und laufen ab (GA in 1.22). Das Auslassen der kubelet-Prüfung für Logs ist GA.',
  'change.ssh-removed': 'Die Flags der SSH-Tunnel und --kubelet-https werden entfernt.',
  'change.plain-status-ports': 'Der kube-scheduler bedient seinen HTTP-Port 10251 nicht mehr.',
  'change.insecure-flags-removed':
    'Die Flags des unsicheren Ports werden entfernt. Token-Secrets entstehen nicht mehr von selbst.',
  'change.seed': 'Die Version der deutschen Seite, mit der dieser Katalog begann.',
  'change.peer-proxy': 'kube-apiserver können einander Anfragen übergeben (Alpha, --peer-ca-file).',
  'change.client-group': 'kubeadm: Das Zertifikat gegenüber den kubelets verlässt die Gruppe system:masters.',
  'change.anonymous-paths':
    'Anonyme Anfragen lassen sich auf genannte Pfade beschränken (Alpha; Beta in 1.32, GA in 1.34).',
  'change.fine-grained':
    'Feinere kubelet-Autorisierung: Lesen braucht nicht mehr nodes/proxy (Alpha; Beta in 1.33, GA in 1.36).',
  'change.exec-create': 'exec über WebSocket braucht am kube-apiserver das Recht create (Beta).',
  'change.peer-proxy-beta': 'Der Proxy zwischen kube-apiservern ist Beta; feinere kubelet-Autorisierung ist GA.',
  'change.kubelet-cn': 'gRPC-Probes können TLS nutzen (Alpha, aus); sie prüfen den Pod nicht.',
  'change.serving-rotation':
    'Die Rotation der Serverzertifikate des Kubelets ist Beta; serverTLSBootstrap fordert sie bei der CA des Clusters an.',
  'change.status-port-controllers': 'Der kube-controller-manager bedient seinen HTTP-Port 10252 nicht mehr.',
  'change.structured-authz':
    'AuthorizationConfiguration ist GA: Eine Datei nennt die Autorisierer und ihre Reihenfolge.',
  'change.structured-authn':
    'AuthenticationConfiguration ist GA: Eine Datei nennt JWT-Issuer und ob anonyme Anfragen zugelassen werden.',
  'change.websockets-to-kubelet':
    'Sitzungen erreichen das Kubelet als WebSockets (Beta, an): exec, attach und port-forward.',
  'change.pod-certificates':
    'PodCertificateRequest ist GA: Ein Pod kann sich mit einem Zertifikat statt seines Tokens authentifizieren.',
  'change.kubelet-name-planned':
    'Geplant: Der kube-apiserver prüft, ob das Zertifikat eines Kubelets seinen Node nennt. Aus 1.37 wurde das verschoben.',
  'versions.title': 'Was {{from}} → {{to}} ändert',
  'versions.none': 'Nichts, wovon der Katalog weiß.',
  'versions.here': 'In diesem Cluster',
  'versions.here-none': 'Kein Urteil ändert sich.',
  'versions.appears': 'kommt hinzu: {{status}}',
  'versions.disappears': 'entfällt',
  'versions.unchanged': 'Unverändert: {{count}}',
  'versions.back': 'Beim Wechsel zu einer älteren Version entfällt dies wieder.',
  'versions.close': 'Schließen',
  'reference.title': 'Nachschlagen',
  'reference.lead':
    'Jeder Pfad, jede Regel und jede Aussage mit ihren Quellen. Erzeugt aus den Daten, aus denen auch das Bild entsteht.',
  'reference.paths': 'Pfade',
  'reference.rules': 'Regeln',
  'reference.claims': 'Das Dokument, Satz für Satz',
  'reference.versions': 'Versionen',
  'reference.distributions': 'Distributionen',
  'reference.settings': 'Entscheidende Einstellungen',
  'reference.none': 'keine',
  'reference.port': 'Port',
  'reference.protocol': 'Protokoll',
  'reference.exists': 'Versionen',
  'reference.exists-all': 'alle',
  'reference.exists-from': 'ab 1.{{from}}',
  'reference.exists-until': 'bis 1.{{until}}',
  'reference.documented': 'Die Dokumentation',
  'reference.claims-about': 'Aussagen des Dokuments',
  'reference.sources': 'Quellen',
  'reference.rule': 'Regel',
  'reference.says': 'Was sie sagt',
  'reference.version': 'Version',
  'reference.change': 'Änderung',
  'reference.became': 'Wurde zu',
  'reference.test': 'Test',
  'reference.planned': 'geplant',
  'reference.save': 'Als Markdown speichern',
  'reference.count': '{{count}} Pfade',
  'distribution.kubeadm.known':
    'Setzt die Client-Hälfte gegenüber den kubelets (Zertifikat, Webhook, kein anonymer Zugang), nicht die CA: kubelet-Verbindungen sind ungeprüft.',
  'distribution.kubeadm.unknown': 'nichts, was einen dokumentierten Pfad entscheidet',
  'distribution.kind.known': 'Wie kubeadm; Nodes treten ohne Prüfung der CA bei, mit einem bekannten Token.',
  'distribution.kind.unknown': 'nichts, was einen dokumentierten Pfad entscheidet',
  'distribution.minikube.known': 'Wie kubeadm auf Port 8443; sein metrics-server prüft kubelets nicht.',
  'distribution.minikube.unknown': 'nichts, was einen dokumentierten Pfad entscheidet',
  'distribution.kubespray.known':
    'Wie kubeadm; die kubelet-CA wird nur mit kubelet_rotate_server_certificates gesetzt, das von Haus aus aus ist.',
  'distribution.kubespray.unknown': 'Ob Ihr Inventar es einschaltet.',
  'distribution.kops.known':
    'Port 443, kein anonymer Zugang, kubelet-Zertifikate der Cluster-CA; die kubelet-CA ist von Haus aus nicht gesetzt.',
  'distribution.kops.unknown': 'Alles Übrige an Control Plane und kubelet.',
  'distribution.talos.known': 'TLS 1.3 am kube-apiserver, Webhook am kubelet; die kubelet-CA ist nicht gesetzt.',
  'distribution.talos.unknown': 'Alles Übrige.',
  'distribution.k3s.known':
    'Die kubelet-CA ist gesetzt, und kubelets haben Zertifikate von ihr; kubelet-Verkehr läuft durch einen eigenen Tunnel.',
  'distribution.k3s.unknown': 'Wie sich der Tunnel im Einzelnen authentisiert.',
  'distribution.rke2.known':
    'Wie K3s, dessen Kern es ist: Die Kubelet-CA ist gesetzt, und standardmäßig läuft ein Tunnel.',
  'distribution.rke2.unknown': 'Was im Tunnel authentifiziert wird.',
  'distribution.openshift.known':
    'Die kubelet-CA ist gesetzt, kubelets fordern ihre Zertifikate an, der Nur-Lese-Port ist geschlossen.',
  'distribution.openshift.unknown': 'Wie die Anfragen genehmigt werden.',
  'distribution.the-hard-way.known':
    'Die kubelet-CA ist gesetzt, und kubelets haben Zertifikate von ihr; etcd spricht Klartext auf der Loopback-Adresse.',
  'distribution.the-hard-way.unknown': 'Was Sie beim Abtippen geändert haben.',
  'distribution.eks.known': 'Kubelets fordern Zertifikate an, nutzen Webhook und haben keinen Nur-Lese-Port.',
  'distribution.eks.unknown': 'Jedes Flag der Control Plane: Sie wird Benutzern nicht gezeigt.',
  'distribution.gke.known':
    'Konnectivity wird benutzt. Der Anbieter sagt, dass Anfragen an Nodes authentisiert und verschlüsselt sind; die Flags werden nicht gezeigt.',
  'distribution.gke.unknown': 'Jedes Flag der Control Plane und wie Agenten authentisiert werden.',
  'distribution.aks.known':
    'Der Anbieter sagt, dass die CA des Clusters Zertifikate für den Weg vom API-Server zu den Kubelets signiert. Auf den Nodes laufen Agenten namens konnectivity-agent: Es gibt einen Tunnel.',
  'distribution.aks.unknown': 'Jedes Flag der Control Plane.',
  'distribution.k0s.known':
    'Konnectivity ist eingebaut, mit Agenten auf Port 8132, die sich mit einem Token authentifizieren, und einem Socket zum kube-apiserver. Die Kubelet-CA ist gesetzt, anonymer Zugriff ist aus, die Modi sind Node und RBAC, und Kubelets fordern Serverzertifikate an.',
  'distribution.k0s.unknown': 'Was die Konfiguration des Clusters daran geändert hat.',
  'distribution.known': 'Bekannt',
  'distribution.unknown': 'Nicht bekannt',
  'documented.short.safe': 'standardmäßig gesichert',
  'documented.short.unsafe': 'nicht sicher',
  'documented.short.unsafe-unless-kubelet-ca': 'ohne kubelet-CA nicht sicher',
  'documented.short.listeners-only': 'vor Mithörern verborgen',
  'documented.short.replacement': 'als Ersatz angekündigt',
  'documented.short.kubelet-port': 'als unverschlüsselt beschrieben, was nicht stimmt',
  'documented.short.not-covered': 'nicht genannt',
};
