import type { texts as english } from '../en/fixes.ts';

const kubeconfig = 'Tragen Sie die CA des Clusters in die kubeconfig ein und entfernen Sie insecure-skip-tls-verify.';

export const texts: Readonly<Record<keyof typeof english, string>> = {
  'remedy.kubelet-serving-certificates.title':
    'Jedes kubelet sein Server-Zertifikat von der CA des Clusters holen lassen',
  'remedy.kubelet-serving-certificates.do':
    'Setzen Sie serverTLSBootstrap auf jedem kubelet und genehmigen Sie dann die Zertifikatsanträge: Kubernetes tut das nie von selbst, weil es nicht wissen kann, welche Adressen dem Node gehören.',
  'remedy.kubelet-certificate-files.title': 'Jedem kubelet ein Server-Zertifikat einer CA geben, die Sie nennen',
  'remedy.kubelet-certificate-files.do':
    'Stellen Sie ein Zertifikat mit Namen und Adressen des Nodes aus, legen Sie es auf den Node und nennen Sie es in tlsCertFile und tlsPrivateKeyFile.',
  'remedy.kubelet-authorization.title': 'Niemanden ohne Namen und Recht an das kubelet lassen',
  'remedy.kubelet-authorization.do':
    'Schalten Sie anonymen Zugriff ab, nennen Sie die CA der Clients und lassen Sie das kubelet den kube-apiserver fragen, wer was darf.',
  'remedy.read-only-port.title': 'Den Nur-Lese-Port des kubelet schließen',
  'remedy.read-only-port.do':
    'Setzen Sie readOnlyPort auf 0: Der Port hat weder Verschlüsselung noch Authentifizierung.',
  'remedy.kubelet-client-certificate.title': 'Den kube-apiserver sich beim kubelet ausweisen lassen',
  'remedy.kubelet-client-certificate.do':
    'Geben Sie ihm ein Client-Zertifikat und nennen Sie auf jedem kubelet die CA, die es signiert hat: Sonst fragt das kubelet nie danach.',
  'remedy.kubelet-ca.title': 'Den kube-apiserver das Zertifikat des kubelet prüfen lassen',
  'remedy.kubelet-ca.do':
    'Nennen Sie die CA der Server-Zertifikate der kubelets. Erst wenn jedes kubelet ein solches hat: zuerst die Zertifikate, zuletzt dieses Flag.',
  'remedy.kubeconfig-kubelet.title': 'Das kubelet den kube-apiserver prüfen lassen',
  'remedy.kubeconfig-kubelet.do': kubeconfig,
  'remedy.kubeconfig-kube-proxy.title': 'kube-proxy den kube-apiserver prüfen lassen',
  'remedy.kubeconfig-kube-proxy.do': kubeconfig,
  'remedy.kubeconfig-kube-scheduler.title': 'kube-scheduler den kube-apiserver prüfen lassen',
  'remedy.kubeconfig-kube-scheduler.do': kubeconfig,
  'remedy.kubeconfig-kube-controller-manager.title': 'kube-controller-manager den kube-apiserver prüfen lassen',
  'remedy.kubeconfig-kube-controller-manager.do': kubeconfig,
  'remedy.kubeconfig-cloud-controller-manager.title': 'cloud-controller-manager den kube-apiserver prüfen lassen',
  'remedy.kubeconfig-cloud-controller-manager.do': kubeconfig,
  'remedy.kubeconfig-konnectivity-server.title': 'konnectivity-server den kube-apiserver prüfen lassen',
  'remedy.kubeconfig-konnectivity-server.do': kubeconfig,
  'remedy.kubeconfig-kubectl.title': 'kubectl den kube-apiserver prüfen lassen',
  'remedy.kubeconfig-kubectl.do':
    'Verwenden Sie eine Adresse mit https://, tragen Sie die CA des Clusters in die kubeconfig ein und entfernen Sie insecure-skip-tls-verify.',
  'remedy.bootstrap-ca-pin.title': 'Die CA des Clusters festlegen, wenn ein Node beitritt',
  'remedy.bootstrap-ca-pin.do':
    'Treten Sie mit dem Hash der CA bei, statt ihre Prüfung zu überspringen, und mit Tokens, die eine Stunde gelten.',
  'remedy.bootstrap-kubeconfig.title': 'Das kubelet den kube-apiserver beim Bootstrap prüfen lassen',
  'remedy.bootstrap-kubeconfig.do':
    'Tragen Sie die CA des Clusters in die Bootstrap-kubeconfig ein und entfernen Sie insecure-skip-tls-verify: Das Token ist einen Node wert.',
  'remedy.pod-client.title': 'Clients in Pods den kube-apiserver prüfen lassen',
  'remedy.pod-client.do':
    'Verwenden Sie die eingehängte ca.crt, nie curl -k. Hängen Sie kein Token ein, wo keines gebraucht wird.',
  'remedy.apiserver-client-ca.title': 'Den kube-apiserver Client-Zertifikate annehmen lassen',
  'remedy.apiserver-client-ca.do': 'Nennen Sie die CA der Clients: Ohne sie beweisen deren Zertifikate nichts.',
  'remedy.apiserver-authorization.title': 'Am kube-apiserver die Rechte aller prüfen',
  'remedy.apiserver-authorization.do':
    'Setzen Sie die Modi Node und RBAC und dazu das Admission-Plugin NodeRestriction.',
  'remedy.insecure-port.title': 'Den unsicheren Port des kube-apiserver schließen',
  'remedy.insecure-port.do': 'Setzen Sie ihn auf 0 oder aktualisieren Sie: Seit 1.20 wird er nicht mehr bedient.',
  'remedy.insecure-port-loopback.title': 'Den unsicheren Port auf der eigenen Maschine lassen',
  'remedy.insecure-port-loopback.do':
    'Binden Sie ihn an die Loopback-Adresse. Jeder Prozess dieser Maschine bleibt Administrator.',
  'remedy.etcd-tls.title': 'Mit etcd TLS sprechen',
  'remedy.etcd-tls.do':
    'Geben Sie etcd ein Server-Zertifikat, verwenden Sie Adressen mit https:// und nennen Sie dem kube-apiserver die CA von etcd. Zuerst etcd.',
  'remedy.etcd-client-certificates.title': 'Niemanden ohne Zertifikat an etcd lassen',
  'remedy.etcd-client-certificates.do':
    'Geben Sie dem kube-apiserver ein Client-Zertifikat der eigenen CA von etcd und lassen Sie etcd dann eines verlangen.',
  'remedy.etcd-peer-certificates.title': 'Die Mitglieder von etcd sich gegenseitig ausweisen lassen',
  'remedy.etcd-peer-certificates.do':
    'Geben Sie jedem Mitglied ein Peer-Zertifikat der CA von etcd und lassen Sie alle eines verlangen; kein peer-auto-tls.',
  'remedy.load-balancer-tcp.title': 'Den Load Balancer TLS durchreichen lassen',
  'remedy.load-balancer-tcp.do':
    'Leiten Sie TCP weiter und beenden Sie TLS nicht, damit Clients und kube-apiserver sich gegenseitig ausweisen.',
  'remedy.load-balancer-verifies.title': 'Den Load Balancer den kube-apiserver prüfen lassen',
  'remedy.load-balancer-verifies.do':
    'Wo er TLS beenden muss: Prüfen Sie das Zertifikat dahinter mit der CA des Clusters.',
  'remedy.aggregated-api.title': 'Den kube-apiserver aggregierte API-Server prüfen lassen',
  'remedy.aggregated-api.do': 'Tragen Sie deren CA in caBundle ein und entfernen Sie insecureSkipTLSVerify.',
  'remedy.front-proxy-certificate.title': 'Den kube-apiserver sich bei aggregierten API-Servern ausweisen lassen',
  'remedy.front-proxy-certificate.do': 'Geben Sie ihm das Client-Zertifikat des Front-Proxys.',
  'remedy.admission-webhook-credential.title': 'Den kube-apiserver sich bei Webhooks ausweisen lassen',
  'remedy.admission-webhook-credential.do':
    'Nennen Sie in --admission-control-config-file eine kubeconfig mit Client-Zertifikat und lassen Sie den Webhook alle anderen abweisen.',
  'remedy.webhook-kubeconfig.title': 'Die Webhooks prüfen, die entscheiden, wer jemand ist und was er darf',
  'remedy.webhook-kubeconfig.do': 'Tragen Sie deren CA und ein Client-Zertifikat in die Datei ein, die sie nennt.',
  'remedy.metrics-server.title': 'metrics-server die kubelets prüfen lassen',
  'remedy.metrics-server.do':
    'Entfernen Sie --kubelet-insecure-tls, sobald die kubelets signierte Zertifikate haben: Das Token geht an jeden, der antwortet.',
  'remedy.scraper.title': 'Den Metrik-Sammler Kubelet-Zertifikate prüfen lassen',
  'remedy.scraper.do':
    'Sammeln Sie über https, ohne insecure_skip_verify und mit der CA, die die Serverzertifikate signiert hat: Sonst geht das Token an jeden, der antwortet.',
  'remedy.static-pod-url.title': 'Keine statischen Pods von einem Webserver annehmen',
  'remedy.static-pod-url.do':
    'Entfernen Sie staticPodURL und legen Sie die Manifeste in das Verzeichnis von staticPodPath.',
  'remedy.scheduler-extender.title': 'Den Scheduler-Extender prüfen',
  'remedy.scheduler-extender.do': 'Geben Sie eine https-Adresse, enableHTTPS und die CA des Extender-Zertifikats an.',
  'remedy.konnectivity-agents-token.title': 'Konnectivity-Agenten mit Token zulassen',
  'remedy.konnectivity-agents-token.do':
    'Geben Sie den Agenten ein projiziertes Token und nennen Sie dann auf dem Server Namespace, Service Account und Audience.',
  'remedy.konnectivity-agents-certificate.title': 'Konnectivity-Agenten mit Zertifikat zulassen',
  'remedy.konnectivity-agents-certificate.do':
    'Geben Sie jedem Agenten ein Client-Zertifikat und nennen Sie dann auf dem Server dessen CA mit --cluster-ca-cert.',
  'remedy.kube-proxy-listeners.title': 'Zustand und Metriken von kube-proxy auf dem Node lassen',
  'remedy.kube-proxy-listeners.do': 'Binden Sie beide an die Loopback-Adresse.',
  'remedy.kubelet-healthz.title': 'Den Zustands-Port des kubelet auf dem Node lassen',
  'remedy.kubelet-healthz.do': 'Binden Sie ihn an die Loopback-Adresse.',
  'remedy.kube-scheduler-listener.title': 'Den Status-Port von kube-scheduler auf seiner Maschine lassen',
  'remedy.kube-scheduler-listener.do': 'Binden Sie ihn an die Loopback-Adresse und schalten Sie den Port ohne TLS ab.',
  'remedy.kube-controller-manager-listener.title':
    'Den Status-Port von kube-controller-manager auf seiner Maschine lassen',
  'remedy.kube-controller-manager-listener.do':
    'Binden Sie ihn an die Loopback-Adresse und schalten Sie den Port ohne TLS ab.',
  'remedy.etcd-metrics.title': 'Die Metriken von etcd auf seiner Maschine lassen',
  'remedy.etcd-metrics.do': 'Bieten Sie sie nur auf der Loopback-Adresse an.',
  'remedy.pod-network-mesh.title': 'Pods sich gegenseitig ausweisen lassen',
  'remedy.pod-network-mesh.do':
    'Ein Service Mesh mit striktem mTLS. Verschlüsselung des Pod-Netzes allein verbirgt, was gesagt wird, und beweist keinen Pod.',
  'remedy.registry.title': 'Die Image-Registry prüfen',
  'remedy.registry.do': 'Verwenden Sie https ohne skip_verify.',
  'remedy.tls-version-apiserver.title': 'Am kube-apiserver kein TLS vor 1.2 sprechen',
  'remedy.tls-version-apiserver.do':
    'Setzen Sie --tls-min-version auf VersionTLS12 oder lassen Sie es beim Standardwert.',
  'remedy.tls-version-kubelet.title': 'Am kubelet kein TLS vor 1.2 sprechen',
  'remedy.tls-version-kubelet.do': 'Setzen Sie tlsMinVersion auf VersionTLS12 oder lassen Sie es beim Standardwert.',

  'breaks.serving-until-approved':
    'kubectl logs, exec, port-forward und metrics-server, bis jeder Zertifikatsantrag genehmigt ist',
  'breaks.logs-until-signed':
    'kubectl logs, exec und port-forward, bis jedes kubelet ein signiertes Server-Zertifikat hat',
  'breaks.unauthenticated-scrapers': 'Monitoring, das kubelets ohne Anmeldung ausliest',
  'breaks.tools-on-read-only-port': 'Werkzeuge, die Port 10255 lesen',
  'breaks.clients-without-rights': 'Clients, die noch keine Rolle haben: Vergeben Sie zuerst deren Rollen',
  'breaks.skip-users-without-ca': 'den Client selbst, wenn die CA in seiner Datei fehlt oder falsch ist',
  'breaks.join-needs-hash': 'Beitrittsbefehle ohne den Hash der CA',
  'breaks.etcd-restart':
    'die API für einen Moment, während etcd und kube-apiserver neu starten: zuerst etcd, dann kube-apiserver',
  'breaks.peers-during-rollout': 'das Quorum, wenn Mitglieder gleichzeitig umgestellt werden: eines nach dem anderen',
  'breaks.load-balancer-health':
    'Zustandsprüfungen der Load Balancer von Cloud-Anbietern (externalTrafficPolicy: Local)',
  'breaks.external-monitoring': 'Monitoring von anderen Maschinen aus',
  'breaks.metrics-until-signed': 'kubectl top und Autoscaling, bis kubelets signierte Zertifikate haben',
  'breaks.pods-from-the-web': 'die Pods, die von der URL kommen, bis ihre Manifeste auf dem Node liegen',
  'breaks.extender-without-tls':
    'das Einplanen von Pods, über die der Extender entscheidet, bis er TLS mit einem Zertifikat dieser CA spricht',
  'breaks.agents-without-credential':
    'Logs, exec und Webhooks, solange Agenten keinen Ausweis haben: zuerst die Agenten, zuletzt den Server',
  'breaks.webhook-refuses-all':
    'Admission, wenn der Webhook ein Zertifikat verlangt, bevor der kube-apiserver eines hat',
  'breaks.aggregated-until-ca': 'die aggregierte API, wenn caBundle nicht deren CA enthält',
  'breaks.plain-clients': 'Clients, die den Port ohne TLS verwenden',
  'breaks.proxies-without-mesh': 'Aufrufe von Pods über den Proxy des kube-apiserver, denn er ist nicht im Mesh',
  'breaks.old-clients': 'Clients, die höchstens TLS 1.1 kennen',

  'leaves.log-skip':
    'Wer Logs lesen darf, darf sie weiterhin ohne die Prüfung anfordern (--insecure-skip-tls-verify-backend).',
  'leaves.proxy-paths':
    'Der Proxy des kube-apiserver zu Pods, Services und anderen Ports eines Nodes prüft niemanden, gleich was eingestellt ist.',
  'leaves.node-name-not-bound': 'Das Zertifikat beweist CA und Adresse, nicht, welcher Node es ist (KEP-4872).',
  'leaves.nodes-proxy-right': 'Wer nodes/proxy hat, darf alles auf dem kubelet; geben Sie es niemandem.',
  'leaves.token-on-node': 'Root auf dem eigenen Node des Pods liest das Token von der Platte.',
  'leaves.bootstrap-token-lifetime': 'Ein Bootstrap-Token ist einen Node wert, bis es abläuft.',
  'leaves.etcd-all-or-nothing': 'etcd kennt hier keine Rechte: Jedes Zertifikat seiner CA liest und schreibt alles.',
  'leaves.tunnel-last-hop': 'Hinter dem Agenten ist die Verbindung so schwach wie ohne Tunnel.',
  'leaves.same-host': 'Prozesse auf derselben Maschine erreichen ihn weiterhin.',
  'leaves.tags-not-digests': 'Ein Tag kann morgen auf ein anderes Image zeigen, ein Digest nicht.',
  'leaves.nothing-alone': 'Allein ändert es kein Urteil: Es ist das, was die Prüfung braucht.',
  'leaves.load-balancer-sees-tokens': 'Der Load Balancer sieht weiterhin jedes Token.',

  'limit.proxy':
    'fest einprogrammiert: Keine Einstellung lässt den Proxy jemanden prüfen. Verwenden Sie ihn nicht, geben Sie niemandem pods/proxy, services/proxy und nodes/proxy, oder verschlüsseln Sie das Netz zwischen Control Plane und Nodes (WireGuard, IPsec). kubectl port-forward ist der geprüfte Weg, sobald die Zertifikate der kubelets geprüft werden.',
  'limit.ssh':
    'Der kube-apiserver hat nie Host-Schlüssel geprüft. Aktualisieren Sie auf 1.22 oder neuer; Konnectivity tritt an seine Stelle.',
  'limit.application': 'Kubernetes reicht es durch: Die Anwendung muss selbst TLS sprechen.',
  'limit.client-decides':
    'Wer direkt mit dem kubelet spricht, entscheidet selbst, was er prüft: nie mit -k und einem Token.',
  'limit.network-not-modeled':
    'Keine Einstellung dieses Modells schützt es; ein Service Mesh oder Verschlüsselung des Pod-Netzes tut es.',
  'limit.no-setting': 'Keine Einstellung schließt es.',

  'sees.issued': 'Approved,Issued für jeden Node',
  'sees.log-line': 'eine Zeile des Logs und kein x509-Fehler',
  'sees.refused': '7: Die Verbindung wird abgewiesen',
  'sees.version': 'die Version und kein Zertifikatsfehler',
  'sees.own-name': 'der Name Ihres Zertifikats',
  'sees.tls-only': 'ein Fehler: Der Port spricht nur TLS',
  'sees.certificate-demanded': 'ein Fehler: Ein Zertifikat wird verlangt',
  'sees.healthy': '„is healthy“ für jedes Mitglied',
  'sees.cluster-ca': 'die CA des Clusters',
  'sees.nothing': 'nichts',
  'sees.figures': 'Zahlen für jeden Node',
  'sees.no-unauthenticated': 'kein „unauthenticated“',
  'sees.no-bad-certificate': 'kein „bad certificate“',
  'sees.unreadable': 'nichts, das sich lesen lässt',
  'sees.nothing-or-false': 'nichts oder false',
  'sees.alert-version': 'eine Warnung: „protocol version“',

  'patch.kubeadm-v1beta4': 'kubeadm v1beta4',
  'patch.kubeadm-v1beta3': 'kubeadm v1beta3',
  'patch.kubeadm-join': 'kubeadm join',
  'patch.kubeadm-patch': 'kubeadm --patches',
  'patch.kubelet-configuration': 'KubeletConfiguration',
  'patch.kubelet-flags': 'kubelet-Flags',
  'patch.kube-proxy-configuration': 'KubeProxyConfiguration',
  'patch.rancher': 'K3s, RKE2',
  'patch.object': 'API-Objekt',
  'patch.kubeconfig': 'kubeconfig',
  'patch.by-hand': 'von Hand',
  'patch.manifest-diff': 'Diff Ihres Manifests',
  'patch.commands': 'Befehle',

  'fixes.title': 'Schließen, was offen ist',
  'fixes.lead':
    'Alles hier ist berechnet: Jede Abhilfe wird auf Ihr Modell angewendet und erneut analysiert; was sich dabei zeigt, lesen Sie. Nichts berührt den Cluster.',
  'fixes.smallest': 'Die kleinste Menge',
  'fixes.smallest-lead':
    '{{exposed}} Arten von Verbindungen über nicht vertrauenswürdige Netze sind offen. Diese {{count}} Abhilfen schließen alles, was eine Einstellung schließen kann, in dieser Reihenfolge. Weniger genügen nicht.',
  'fixes.smallest-none': 'Keine Einstellung schließt noch etwas über ein nicht vertrauenswürdiges Netz.',
  'fixes.none-open': 'Über nicht vertrauenswürdige Netze ist nichts offen.',
  'fixes.alternatives': 'Ebenso klein: statt „{{from}}“',
  'fixes.top': 'Was am meisten schließt',
  'fixes.top-lead':
    'Jede Abhilfe für sich, mit dem, was vor ihr kommen muss, nach der Zahl der Verbindungen, die sie schließt.',
  'fixes.closes-count': 'Verbindungen, die sie schließt: {{count}}',
  'fixes.stays-open': 'Was keine Einstellung schließt',
  'fixes.step': 'Schritt {{number}}',
  'fixes.closes': 'Schließt',
  'fixes.closes-nothing': 'noch nichts; die nächsten Schritte brauchen es',
  'fixes.still-open': 'Danach offen',
  'fixes.changes': 'Was zu ändern ist',
  'fixes.all-instances': 'überall, wo es fehlt',
  'fixes.first': 'Zuerst',
  'fixes.breaks': 'Beeinträchtigt',
  'fixes.breaks-nothing': 'nichts, wovon wir wissen',
  'fixes.leaves': 'Schließt nicht',
  'fixes.verify': 'Woran Sie sehen, dass es wirkt',
  'fixes.expect': 'erwartet',
  'fixes.references': 'Verweise',
  'fixes.since': 'ab Kubernetes 1.{{minor}}',
  'fixes.patches': 'Zum Mitnehmen',
  'fixes.download': 'Speichern',
  'fixes.patch-for': 'nur für {{hosts}}',
  'fixes.try': 'Ausprobieren',
  'fixes.try-all': 'Alle {{count}} ausprobieren',
  'fixes.details': 'Wie, Nebenwirkungen, Patches',
  'fixes.of-path': 'Was es schließt',
  'fixes.of-path-closes': 'schließt es',
  'fixes.of-path-part': 'schließt einen Teil davon; es braucht mehr',
  'fixes.of-path-nothing': 'Keine Einstellung schließt es:',
  'fixes.all': 'Alle Abhilfen und die kleinste Menge',

  'trial.title': 'Versuch',
  'trial.summary': '{{protected}} mehr geschützt, {{open}} noch offen',
  'trial.worse': '{{count}} schlechter',
  'trial.none': 'kein Urteil ändert sich',
  'trial.breaks': 'Beeinträchtigt: {{what}}',
  'trial.more-breaks': 'Weitere Nebenwirkungen: {{count}}',
  'trial.apply': 'Übernehmen',
  'trial.discard': 'Verwerfen',
  'trial.compare': 'Vorher und nachher',
  'trial.hint':
    'Jede Änderung, die Sie jetzt machen, gehört zum Versuch. Ihr Modell bleibt unberührt, bis Sie übernehmen.',
  'trial.begin': 'Was wäre, wenn …',
  'trial.slider': 'Schieber',
  'trial.side-by-side': 'Nebeneinander',
  'trial.before': 'vorher',
  'trial.after': 'nachher',
  'trial.position': 'Wo vorher endet und nachher beginnt',
  'trial.changed': 'Was sich ändert',
};
