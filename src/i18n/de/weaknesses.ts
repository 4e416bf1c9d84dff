import type { texts as english } from '../en/weaknesses.ts';

export const texts: Readonly<Record<keyof typeof english, string>> = {
  'weaknesses.short': 'Schwachstellen',
  'weaknesses.title': 'Schwachstellen neben den Einstellungen der Pfade',
  'weaknesses.lead':
    'Was darüber entscheidet, wer in der Mitte sein kann und was dort zu holen ist, obwohl keine Einstellung des Pfades selbst es sagt.',
  'weaknesses.none': 'Nichts dergleichen wurde gefunden.',
  'weaknesses.on-path': 'Entscheidet hier mit',
  'weaknesses.sure': 'Trifft zu',
  'weaknesses.possible': 'Trifft möglicherweise zu',
  'weaknesses.severity.critical': 'kritisch',
  'weaknesses.severity.high': 'hoch',
  'weaknesses.severity.medium': 'mittel',
  'weaknesses.severity.low': 'niedrig',
  'weaknesses.on': 'Auf',
  'weaknesses.paths': 'Pfade',
  'weaknesses.show': 'Nur diese zeigen',
  'weaknesses.no-path': 'kein Pfad dieses Clusters auf diesen Ports',
  'weaknesses.fix': 'Maßnahme',
  'weaknesses.with-version': 'mit {{component}} {{versions}}',
  'weaknesses.open.record': 'der Eintrag nennt Versionen bis {{last}} und sagt nichts über spätere',
  'weaknesses.open.vendor':
    '{{component}} {{versions}} stammt von einem Hersteller, der den Fehler womöglich behoben hat',
  'weaknesses.open.policy':
    'eine Richtlinie nennt externe IPs ({{policy}}); was sie ablehnt und ob sie durchgesetzt wird, wird nicht gelesen',
  'weaknesses.open.release': 'die Version von {{component}} ist nicht bis zur Patch-Version bekannt',
  'weaknesses.without-names': 'der Wert, der entscheidet, ist nicht zu sehen',
  'weaknesses.record': 'Eintrag',
  'weaknesses.assumed':
    'CAs gelten als dieselbe, wenn derselbe Host dieselbe Datei für sie nennt; Dateien verschiedener Pfade gelten als verschiedene CAs. Versionen sind die der Images und Nodes; ohne sie kann ein Kubelet so alt sein, wie es die Regeln für Versionsabstände erlauben.',
  'weakness.external-ip.title': 'Ein Service nimmt Verbindungen für eine Adresse des Clusters an',
  'weakness.external-ip.what':
    'Der Service {{service}} hat {{address}} unter seinen externen IPs. Das ist eine Adresse von {{owner}}. Was Nodes und Pods auf Port {{ports}} dorthin senden, geht an die Pods dieses Service: Sie sind jetzt in der Mitte.',
  'weakness.external-ip.fix':
    'Entfernen Sie {{address}} aus `spec.externalIPs`, und lehnen Sie externe IPs mit dem Admission-Plugin `DenyServiceExternalIPs` ab. Services, die schon da sind, berührt es nicht.',
  'weakness.load-balancer-ip.title': 'Der Status eines Service nimmt Verbindungen für eine Adresse des Clusters an',
  'weakness.load-balancer-ip.what':
    'Der Status des Service {{service}} nennt {{address}} als seinen Load Balancer. Das ist eine Adresse von {{owner}}. Was Nodes und Pods auf Port {{ports}} dorthin senden, geht an die Pods dieses Service: Sie sind jetzt in der Mitte.',
  'weakness.load-balancer-ip.fix':
    'Klären Sie, wer den Status geschrieben hat, und löschen Sie den Service. Nur der Cloud-Controller darf `services/status` ändern; kein Admission-Plugin von Kubernetes prüft es.',
  'weakness.etcd-shared-ca.title': 'Jedes Client-Zertifikat des Clusters öffnet etcd',
  'weakness.etcd-shared-ca.what':
    '{{own}} und {{other}} nennen dieselbe CA ({{file}}). etcd verlangt ein Zertifikat seiner CA und sonst nichts. Wer eines des Clusters hat (jedes Kubelet, alle mit einem Client-Zertifikat, jeder genehmigte CertificateSigningRequest), liest und schreibt also alles am kube-apiserver vorbei. Wer einen Node übernommen hat, hat ein solches Zertifikat.',
  'weakness.etcd-shared-ca.fix':
    'Geben Sie etcd eine eigene CA: Lassen Sie etcd zuerst beiden CAs vertrauen, geben Sie dann dem kube-apiserver ein Zertifikat der neuen, und nehmen Sie zuletzt die alte aus `--trusted-ca-file`. Bis dahin lässt `--client-cert-allowed-hostname` nur Zertifikate für die Namen ein, die es nennt.',
  'weakness.etcd-peer-shared-ca.title': 'Jedes Client-Zertifikat des Clusters öffnet den Peer-Port von etcd',
  'weakness.etcd-peer-shared-ca.what':
    '{{own}} und {{other}} nennen dieselbe CA ({{file}}). Der Peer-Port verlangt ein Zertifikat seiner CA und sonst nichts: Wer ein Client-Zertifikat des Clusters hat, spricht mit etcd wie ein Mitglied.',
  'weakness.etcd-peer-shared-ca.fix':
    'Geben Sie den Peers eine eigene CA, in derselben Reihenfolge: beiden vertrauen, Zertifikate ersetzen, die alte entfernen. Bis dahin lässt `--peer-cert-allowed-cn` nur einen Namen ein.',
  'weakness.front-proxy-shared-ca.title': 'Jedes Client-Zertifikat des Clusters darf einen beliebigen Benutzer nennen',
  'weakness.front-proxy-shared-ca.what':
    '{{own}} und {{other}} nennen dieselbe CA ({{file}}), und `--requestheader-allowed-names` ist leer. Der kube-apiserver hält alle, die ein Client-Zertifikat des Clusters haben, für den Front Proxy und glaubt den Benutzer und die Gruppen, die ihre Header nennen, auch `system:masters`.',
  'weakness.front-proxy-shared-ca.fix':
    'Geben Sie dem Front Proxy eine eigene CA, und setzen Sie `--requestheader-allowed-names` auf den Namen seines Zertifikats, wie es kubeadm tut (`front-proxy-client`).',
  'weakness.load-balancer-status.title':
    'Externe IPs werden abgelehnt, der Status eines Service vom Typ LoadBalancer nicht',
  'weakness.load-balancer-status.what':
    'DenyServiceExternalIPs hält externe IPs aus neuen Services heraus. Wer `services/status` ändern darf, kann weiterhin eine Adresse als die eines Load Balancers angeben und deren Verkehr auf eigene Pods ziehen (CVE-2020-8554).',
  'weakness.load-balancer-status.fix': 'Geben Sie das Recht, `services/status` zu ändern, allein dem Cloud-Controller.',
  'weakness.endpoint-open.title': 'Der kube-apiserver ist im Internet offen',
  'weakness.endpoint-open.what':
    'Der Provider bietet den kube-apiserver für jede Adresse an. Alle im Internet erreichen seinen Port: Gestohlene Zugangsdaten genügen dann, und ein Fehler seiner Authentifizierung lässt sich von überall versuchen. TLS zwischen Client und Server bleibt, was es ist.',
  'weakness.endpoint-open.fix':
    'Beschränken Sie die Adressen, die ihn erreichen dürfen (EKS `publicAccessCidrs`, GKE Authorized Networks, AKS autorisierte IP-Bereiche), oder bieten Sie den Endpunkt nur privat an.',
  'weakness.proxy.title': 'Ein Proxy ist in der Mitte',
  'weakness.proxy.what':
    'Anfragen von {{clients}} gehen über {{proxy}}, wie es die Umgebung oder die kubeconfig sagt, und `NO_PROXY` nennt diese Server nicht. Der Proxy, das Netz dorthin und wer eines von beiden kontrolliert sind in der Mitte: Sie lesen und ändern Klartext und antworten anstelle von Servern, die nicht geprüft werden. Von dem, was geprüft wird, sehen sie Namen und Zeiten, und sie können es unterbrechen.',
  'weakness.proxy.fix':
    'Setzen Sie `NO_PROXY` überall dort, wo der Proxy gesetzt ist (`env` statischer Pods, `Environment=` von Units, Dateien mit Variablen), auf `{{noProxy}}`. Wörter in Großbuchstaben stehen für Bereiche, die keine Datei zeigt. kubeadm übernimmt diese Variablen aus der Shell, in der `kubeadm init` läuft.',
  'weakness.proxy-verified.title': 'Geprüfte Verbindungen gehen über einen Proxy',
  'weakness.proxy-verified.what':
    'Anfragen von {{clients}} gehen über {{proxy}}, wie es die Umgebung oder die kubeconfig sagt, und `NO_PROXY` nennt diese Server nicht. Alle prüfen den Server: Der Proxy sieht Namen und Zeiten und kann sie unterbrechen, lesen kann er nichts.',
  'weakness.proxy-verified.fix':
    'Ist der Proxy hier nicht gewollt, setzen Sie `NO_PROXY` überall dort, wo er gesetzt ist, auf `{{noProxy}}`. Wörter in Großbuchstaben stehen für Bereiche, die keine Datei zeigt.',
  'weakness.CVE-2018-1002102.title': 'Der kube-apiserver folgt Weiterleitungen eines Kubelets',
  'weakness.CVE-2018-1002102.what':
    'Ein Kubelet eines Angreifers, oder ein Angreifer, der sich als eines ausgibt, beantwortet exec, attach oder port-forward mit einer Weiterleitung. Der kube-apiserver folgt ihr, mit seinem Client-Zertifikat für Kubelets.',
  'weakness.CVE-2018-1002105.title': 'Beliebige Anfragen über eine aufgewertete Verbindung, als kube-apiserver',
  'weakness.CVE-2018-1002105.what':
    'Wer exec, attach oder port-forward aufrufen darf, behält nach einem Fehler die Verbindung zum Kubelet und sendet darüber beliebige Anfragen, als kube-apiserver. Mit einem aggregierten API-Server geht das sogar ohne Zugangsdaten.',
  'weakness.CVE-2019-11248.title': 'Der Health-Port des Kubelets bietet seinen Profiler an',
  'weakness.CVE-2019-11248.what':
    '/debug/pprof antwortet auf dem Health-Port ohne Zugangsdaten. Er lauscht hier nicht nur auf der Loopback-Adresse: Wer ihn erreicht, liest Speicheradressen und Konfiguration.',
  'weakness.CVE-2020-8554.title': 'Wer Services anlegen darf, kann Verkehr auf eigene Pods ziehen',
  'weakness.CVE-2020-8554.what':
    'Ein Service darf jede Adresse als externe IP nennen: Auf jedem Node leitet kube-proxy dann, was für diese Adresse und die Ports des Service bestimmt ist, an die Pods des Service. Sie sind in der Mitte jeder Verbindung, die von einem Node oder Pod dorthin geht; was nicht geprüft wird, gehört ihnen. Kubernetes behebt es in keiner Version.',
  'weakness.CVE-2020-8554.fix':
    'Schalten Sie das Admission-Plugin `DenyServiceExternalIPs` ein (ab 1.21, standardmäßig aus) oder eine Richtlinie, die nur gelistete Adressen zulässt. Geben Sie das Recht, `services/status` zu ändern, allein dem Cloud-Controller.',
  'weakness.CVE-2020-8555.title':
    'Wer StorageClasses oder Volumes anlegen darf, liest, was nur die Control Plane erreichen soll',
  'weakness.CVE-2020-8555.what':
    'Der kube-controller-manager sendet Anfragen an eine Adresse, die ein Volume nennt (GlusterFS, Quobyte, StorageOS, ScaleIO), und verrät bis zu 500 Byte der Antwort: auch von dem, was auf der Loopback-Adresse der Control Plane lauscht.',
  'weakness.CVE-2020-8558.title': 'Die Loopback-Adresse des Nodes steht seinen Nachbarn offen',
  'weakness.CVE-2020-8558.what':
    'Kubelet und kube-proxy schalten `route_localnet` ein. Benachbarte Hosts und Container des Nodes erreichen, was auf 127.0.0.1 lauscht, darunter den ungesicherten Port eines kube-apiservers.',
  'weakness.CVE-2020-8559.title': 'Mit einer Weiterleitung von einem Node zu anderen',
  'weakness.CVE-2020-8559.what':
    'Ein Angreifer, der einen Node übernommen hat, beantwortet exec, attach oder port-forward mit einer Weiterleitung. Der Client hinter dem kube-apiserver folgt ihr mit seinen eigenen Zugangsdaten, zu einem anderen Node oder einem anderen Cluster.',
  'weakness.CVE-2020-8561.title': 'Ein Webhook leitet den kube-apiserver weiter',
  'weakness.CVE-2020-8561.what':
    'Ein Angreifer, der als Admission-Webhook antwortet, schickt den kube-apiserver an eine andere Adresse in dessen Netz. Mit Log-Level 10 steht die Antwort im Log.',
  'weakness.CVE-2020-8561.fix':
    'Es gibt keine Behebung. Halten Sie `--v` des kube-apiservers unter 10, und setzen Sie `--profiling=false`, damit sich das im Betrieb nicht ändern lässt.',
  'weakness.CVE-2020-8562.title': 'Der kube-apiserver prüft eine Adresse und wählt eine andere an',
  'weakness.CVE-2020-8562.what':
    'Für seine Proxys fragt der kube-apiserver das DNS zweimal: Die erste Antwort wird geprüft, die zweite angewählt. Wer Nodes ändern darf und für ihre Namen antwortet, führt ihn zu Loopback- und Link-Local-Adressen der Control Plane.',
  'weakness.CVE-2020-8562.fix':
    'Es gibt keine Behebung. Lassen Sie die Control Plane einen Resolver fragen, der Antworten behält, etwa dnsmasq mit `min-cache-ttl`.',
  'weakness.CVE-2020-10749.title': 'Ein Container wird zum Router seines Nodes',
  'weakness.CVE-2020-10749.what':
    'Ein Container mit CAP_NET_RAW sendet IPv6-Router-Advertisements, und der Node glaubt ihnen: Sein Verkehr zu Namen, die eine IPv6-Adresse haben, geht durch den Container. Die CNI-Plugins, die mit diesen Kubelets kamen, verhindern es nicht.',
  'weakness.CVE-2021-25737.title': 'Ein EndpointSlice führt zur Loopback-Adresse eines Nodes',
  'weakness.CVE-2021-25737.what':
    'Wer EndpointSlices schreiben darf, nennt darin Loopback- oder Link-Local-Adressen. Was Pods an den Service senden, kommt bei Ports an, die der Node selbst bedient.',
  'weakness.CVE-2021-25740.title': 'Endpoints führen in andere Namespaces',
  'weakness.CVE-2021-25740.what':
    'Wer Endpoints oder EndpointSlices schreiben darf, lässt einen Service, oder den Ingress-Controller dahinter, an Pods senden, die sonst nicht zu erreichen wären.',
  'weakness.CVE-2021-25740.fix':
    'Es gibt keine Behebung. Nehmen Sie das Recht, Endpoints und EndpointSlices zu schreiben, aus den Rollen `edit` und `admin`; Cluster, die mit 1.22 oder später begonnen haben, haben es dort nicht.',
  'weakness.CVE-2022-3172.title': 'Ein aggregierter API-Server leitet Clients weiter',
  'weakness.CVE-2022-3172.what':
    'Ein Angreifer, der als aggregierter API-Server antwortet, schickt Clients an eine beliebige Adresse. Sie folgen mit den Zugangsdaten, die für den kube-apiserver bestimmt sind.',
  'weakness.CVE-2022-3294.title': 'Der kube-apiserver wählt Nodes an Adressen an, die er ablehnen sollte',
  'weakness.CVE-2022-3294.what':
    'Wer Node-Objekte ändern und ihren Proxy benutzen darf, führt den kube-apiserver zu Adressen in dessen eigenem Netz, mit seinem Client-Zertifikat für Kubelets.',
  'weakness.CVE-2025-13281.title': 'Wer Portworx-Volumes anlegen darf, liest, was nur die Control Plane erreichen soll',
  'weakness.CVE-2025-13281.what':
    'Mit dem eingebauten Portworx-Treiber sendet der kube-controller-manager Anfragen an eine Adresse, zu der eine StorageClass führt, und verrät die Antwort: auch von dem, was auf der Loopback-Adresse der Control Plane lauscht.',
  'weaknesses.upgrade': 'Aktualisieren Sie {{component}} auf {{fixed}} oder neuer.',
};
