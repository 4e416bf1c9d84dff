import type { texts as en } from '../en/explanations.ts';

export const texts: Readonly<Record<keyof typeof en, string>> = {
  'path.P01.flow':
    'Das kubelet meldet seinen Knoten (Node) und beobachtet die Pods, die es ausführen soll. Es weist sich mit einem Client-Zertifikat aus (system:node:NAME).',
  'path.P02.flow':
    'Beim ersten Start fordert das kubelet ein Client-Zertifikat an und weist sich mit einem Bootstrap-Token aus.',
  'path.P03.flow': 'kube-proxy beobachtet Services und EndpointSlices, meist mit dem Token eines Dienstkontos.',
  'path.P04.flow':
    'Ein Pod ruft die API über den Service kubernetes auf, mit der eingebundenen CA und dem Token seines Dienstkontos. kube-proxy schreibt nur die Adresse um; die TLS-Sitzung bleibt durchgehend.',
  'path.P05.flow': 'Der Scheduler beobachtet Pods und weist sie Knoten zu, über den sicheren Port.',
  'path.P06.flow': 'Die Controller lesen und schreiben fast jedes Objekt, über den sicheren Port.',
  'path.P07.flow': 'Die Cloud-Controller gleichen Knoten, Routen und Load Balancer mit dem Anbieter ab.',
  'path.P08.flow': 'kubectl logs: Der kube-apiserver holt das Protokoll eines Containers vom kubelet.',
  'path.P09.flow': 'kubectl exec und attach: Befehle, Tastatureingaben und Ausgaben gehen zum kubelet und zurück.',
  'path.P10.flow': 'kubectl port-forward: rohes TCP zu einem Port eines Pods, über das kubelet.',
  'path.P11.flow':
    'nodes/NAME/proxy ohne Port oder mit dem kubelet-Port nutzt die kubelet-Verbindung: immer TLS, mit dem Zertifikat des kube-apiservers, gleich welches Präfix die URL hat.',
  'path.P12.flow': 'nodes/NAME:PORT/proxy: einfaches HTTP zu einem anderen Port eines Knotens.',
  'path.P13.flow': 'nodes/https:NAME:PORT/proxy: TLS zu einem anderen Port eines Knotens, nie überprüft.',
  'path.P14.flow': 'pods/NAME/proxy: einfaches HTTP zu einem Pod.',
  'path.P15.flow': 'pods/https:NAME:PORT/proxy: TLS zu einem Pod, nie überprüft.',
  'path.P16.flow': 'services/NAME/proxy: einfaches HTTP zu einem Pod hinter dem Service.',
  'path.P17.flow': 'services/https:NAME:PORT/proxy: TLS zu einem Pod hinter dem Service, nie überprüft.',
  'path.P18.flow': 'Der kube-apiserver öffnet einen SSH-Tunnel zu jedem Knoten (in 1.22 entfernt).',
  'path.P19.flow':
    'Die innere Verbindung verlässt den Tunnel auf einem Knoten: bei kubelets auf dem des Ziels, bei Pods und Services auf einem zufälligen.',
  'path.P20.flow': 'Der kube-apiserver übergibt Verbindungen in den Cluster an den konnectivity-server.',
  'path.P21.flow':
    'Der Agent auf einem Knoten wählt sich ein und hält den Tunnel offen; durch ihn gehen die Anfragen in den Cluster.',
  'path.P22.flow':
    'Die innere Verbindung verlässt den Tunnel bei einem Agenten und läuft als einfaches TCP weiter, mit eigenem Schutz oder ohne.',
  'documented.safe':
    'Die Dokumentation zählt diesen Pfad zu den standardmäßig gesicherten, tauglich für nicht vertrauenswürdige und öffentliche Netze.',
  'documented.unsafe':
    'Die Dokumentation nennt diese Verbindungen unsicher in nicht vertrauenswürdigen oder öffentlichen Netzen. Mit dem Präfix https: sind sie verschlüsselt, doch das Zertifikat wird nicht geprüft und es werden keine Anmeldeinformationen gesendet.',
  'documented.unsafe-unless-kubelet-ca':
    'Die Dokumentation warnt: Standardmäßig prüft der kube-apiserver das Zertifikat des kubelets nicht, was einem Man-in-the-Middle offensteht; verwenden Sie --kubelet-certificate-authority, sonst einen Tunnel.',
  'documented.listeners-only':
    'Die Dokumentation sagt, der Tunnel halte den Datenverkehr außerhalb des Netzes der Knoten unsichtbar. Das gilt gegen Lauscher; der Host-Schlüssel wurde nie geprüft.',
  'documented.not-covered':
    'Die Seite sagt nur, ein Ersatz für SSH-Tunnel werde entwickelt. Konnectivity ist dieser Ersatz.',
  'documented.P11':
    'Die Dokumentation sagt, Verbindungen zu Knoten seien standardmäßig einfaches HTTP. Für den kubelet-Port gilt das nicht: Dort ist es TLS, wie bei Protokollen und exec.',
  'stake.P01.read': 'Pod-Spezifikationen, Secrets und ConfigMaps, die dieser Knoten abruft',
  'stake.P01.change': 'die Liste der Pods, die der Knoten ausführt',
  'stake.P01.server': 'schiebt dem kubelet erfundene Pods unter, auch privilegierte, die dann auf dem Knoten laufen',
  'stake.P02.read': 'das Bootstrap-Token und die Zertifikatsanforderung',
  'stake.P02.change': 'das Zertifikat und die CA, die der Knoten erhält',
  'stake.P02.server': 'gibt dem beitretenden Knoten eine falsche CA und beherrscht ihn dauerhaft',
  'stake.P03.read': 'Services und Endpunkte sowie das Token',
  'stake.P03.change': 'die Liste der Endpunkte',
  'stake.P03.server': 'lenkt jede ClusterIP auf diesem Knoten zu sich',
  'stake.P04.read': 'was der Pod anfragt und erhält, auch Secrets',
  'stake.P04.change': 'die Antworten, nach denen der Pod handelt',
  'stake.P04.server': 'zeigt dem Pod einen erfundenen Cluster',
  'stake.PC.read': 'den Clusterzustand, den die Komponente beobachtet',
  'stake.PC.change': 'diesen Zustand und damit Zuweisung und Verdrängung',
  'stake.PC.server': 'füttert die Komponente mit falschem Clusterzustand',
  'stake.P08.read': 'nach welchem Pod gefragt wurde; das Protokoll selbst nur, wenn er weiterleiten kann',
  'stake.P08.change': 'Protokollzeilen: kubectl zeigt gefälschte oder zensierte Protokolle',
  'stake.P08.server': 'antwortet als kubelet mit erfundenen Protokollen',
  'stake.P09.read': 'die Befehlszeile und jede Tastatureingabe, auch Passwörter',
  'stake.P09.change': 'die Ausgabe und den Exit-Code, die der Operator sieht',
  'stake.P09.server': 'antwortet als kubelet mit einer falschen Shell',
  'stake.P10.read': 'was eine Anwendung durch die Weiterleitung sendet, auch Anmeldedaten',
  'stake.P10.change': 'die Bytes in beiden Richtungen, außer die Anwendung hat eigenes geprüftes TLS',
  'stake.P10.server': 'gibt sich als Dienst des Pods aus und sammelt dessen Anmeldedaten',
  'stake.P11.read': 'die Anfragen an die API des kubelets',
  'stake.P11.change': 'Antworten von /configz, /metrics und /run',
  'stake.P11.server': 'antwortet als kubelet',
  'stake.PX.read':
    'Pfade, Abfragen, Inhalte, Cookies und die Antworten; das Token des Benutzers wird nie weitergereicht',
  'stake.PX.change': 'Anfragen und Antworten, die im Browser unter dem Ursprung des kube-apiservers ankommen',
  'stake.PX.server': 'antwortet anstelle des Knotens, Pods oder Service',
  'stake.PT.read': 'alles im Inneren, was keinen eigenen Schutz hat',
  'stake.PT.change': 'alles im Inneren, was keinen eigenen Schutz hat',
  'stake.PT.server': 'gibt sich als Tunnelende aus und empfängt den Verkehr',
  'verb.read': 'Lesen',
  'verb.change': 'Verändern',
  'verb.server': 'Sich als Server ausgeben',
  'verb.client': 'Sich als Client ausgeben',
  'verb.steal': 'Anmeldeinformationen stehlen',
  'because.none': 'die Verbindung ist nicht verschlüsselt',
  'because.opportunistic':
    'der Client akzeptiert jedes Zertifikat oder jeden Host-Schlüssel, also beendet der Angreifer die verschlüsselte Sitzung selbst',
  'because.verified':
    'der Client prüft Zertifikat und Namen des Servers, und der Angreifer kann keines zeigen, das besteht',
  'because.local': 'sie verlässt die Maschine nie: Dateirechte schützen sie',
  'because.unknown': 'die entscheidenden Einstellungen sind nicht bekannt',
  'because.open': 'der Server lässt Clients ohne Anmeldeinformationen zu',
  'because.replay': 'die gestohlenen Anmeldeinformationen gelten beim echten Server erneut',
  'because.plain-client': 'nichts auf dieser Verbindung unterscheidet einen Client vom anderen',
  'because.possession':
    'der Client weist sich mit einem Schlüssel aus, der nie übertragen wird, und der Nachweis lässt sich nicht weiterreichen',
  'because.token-hidden': 'das Geheimnis reist nur in der geprüften Sitzung',
  'because.no-credential': 'auf dieser Verbindung werden keine Anmeldeinformationen gesendet',
  'because.refused': 'der Server weist Clients ohne Anmeldeinformationen ab',
  'because.token-seen': 'das Token wird als Daten gesendet, und wer die Sitzung beendet, besitzt es',
  'because.trusted': 'niemand Feindliches ist in diesem Netz',
  'because.local-process': 'jeder Prozess auf diesem Host kann sich verbinden',
  'answer.yes': 'ja',
  'answer.no': 'nein',
  'answer.unknown': 'nicht ermittelt',
  'relay.true':
    'Er kann alles an den echten Server weiterleiten: Er liest und verändert echte Daten, und niemand bemerkt es.',
  'relay.false': 'Er kann den echten Server nicht als Client erreichen.',
  'relay.false-poser':
    'Er kann den echten Server nicht als Client erreichen: Er sieht, was der Client sendet, und erfindet die Antworten.',
  'relay.unknown': 'Ob er den echten Server erreichen kann, ist nicht ermittelt.',
  'fix.none': 'Nichts zu schließen.',
  'fix.kubelet':
    '1. Lassen Sie jedes kubelet ein signiertes Serving-Zertifikat anfordern. 2. Genehmigen Sie die CSRs (kubernetes.io/kubelet-serving). 3. Geben Sie erst dann dem kube-apiserver die CA: vorher würden logs und exec fehlschlagen.',
  'fix.proxy':
    'Keine Einstellung des kube-apiservers schließt das. Verwenden Sie diesen Proxy in einem solchen Netz nicht; verbieten Sie ihn per RBAC (nodes/proxy, pods/proxy, services/proxy), nutzen Sie kubectl port-forward mit geprüftem kubelet oder verschlüsseln Sie das Netz darunter (WireGuard, IPsec).',
  'fix.kubeconfig': 'Tragen Sie die CA des Clusters in die kubeconfig ein und entfernen Sie insecure-skip-tls-verify.',
  'fix.bootstrap':
    'Legen Sie die CA fest: kubeadm join --discovery-token-ca-cert-hash sha256:HASH, und verwenden Sie kurzlebige Token.',
  'fix.pod':
    'Lassen Sie den Client die eingebundene ca.crt verwenden, nie curl -k. Binden Sie kein Token ein, wo keines gebraucht wird.',
  'fix.authorization': 'Setzen Sie am kube-apiserver --authorization-mode=Node,RBAC und eine Client-CA.',
  'fix.open-kubelet':
    'Schalten Sie den anonymen Zugriff ab und lassen Sie den kube-apiserver autorisieren, auf jedem kubelet.',
  'fix.ssh':
    'Nicht möglich: Kein Flag prüfte je Host-Schlüssel. Aktualisieren Sie und verwenden Sie Konnectivity oder ein verschlüsseltes Netz, und prüfen Sie kubelets per CA.',
  'fix.agents': 'Authentifizieren Sie die Agenten: --cluster-ca-cert oder die drei Optionen für Agenten-Token.',
  'fix.unknown':
    'Importieren Sie die entscheidenden Dateien: das Manifest des kube-apiservers und jede KubeletConfiguration.',
  'segment.entry': 'Eingang',
  'segment.tunnel': 'Im Tunnel',
  'segment.tunnel-end': 'Am Tunnelende',
  'segment.last-hop': 'Letzte Strecke',
};
