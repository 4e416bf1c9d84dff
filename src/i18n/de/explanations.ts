import type { texts as en } from '../en/explanations.ts';

export const texts: Readonly<Record<keyof typeof en, string>> = {
  'path.P01.flow':
    'Das kubelet meldet seinen Node und beobachtet die Pods, die es ausführen soll. Es weist sich mit einem Client-Zertifikat aus (system:node:NAME).',
  'path.P02.flow':
    'Beim ersten Start fordert das kubelet ein Client-Zertifikat an und weist sich mit einem Bootstrap-Token aus.',
  'path.P03.flow': 'kube-proxy beobachtet Services und EndpointSlices, meist mit dem Token eines Dienstkontos.',
  'path.P04.flow':
    'Ein Pod ruft die API über den Service kubernetes auf, mit der eingebundenen CA und dem Token seines Dienstkontos. kube-proxy schreibt nur die Adresse um; die TLS-Sitzung bleibt durchgehend.',
  'path.P05.flow': 'Der Scheduler beobachtet Pods und weist sie Nodes zu, über den sicheren Port.',
  'path.P06.flow': 'Die Controller lesen und schreiben fast jedes Objekt, über den sicheren Port.',
  'path.P07.flow': 'Die Cloud-Controller gleichen Nodes, Routen und Load Balancer mit dem Anbieter ab.',
  'path.P08.flow': 'kubectl logs: Der kube-apiserver holt das Log eines Containers vom kubelet.',
  'path.P09.flow': 'kubectl exec und attach: Befehle, Tastatureingaben und Ausgaben gehen zum kubelet und zurück.',
  'path.P10.flow': 'kubectl port-forward: rohes TCP zu einem Port eines Pods, über das kubelet.',
  'path.P11.flow':
    'nodes/NAME/proxy ohne Port oder mit dem kubelet-Port nutzt die kubelet-Verbindung: immer TLS, mit dem Zertifikat des kube-apiservers, gleich welches Präfix die URL hat.',
  'path.P12.flow': 'nodes/NAME:PORT/proxy: einfaches HTTP zu einem anderen Port eines Nodes.',
  'path.P13.flow': 'nodes/https:NAME:PORT/proxy: TLS zu einem anderen Port eines Nodes, nie überprüft.',
  'path.P14.flow': 'pods/NAME/proxy: einfaches HTTP zu einem Pod.',
  'path.P15.flow': 'pods/https:NAME:PORT/proxy: TLS zu einem Pod, nie überprüft.',
  'path.P16.flow': 'services/NAME/proxy: einfaches HTTP zu einem Pod hinter dem Service.',
  'path.P17.flow': 'services/https:NAME:PORT/proxy: TLS zu einem Pod hinter dem Service, nie überprüft.',
  'path.P18.flow': 'Der kube-apiserver öffnet einen SSH-Tunnel zu jedem Node (in 1.22 entfernt).',
  'path.P19.flow':
    'Die innere Verbindung verlässt den Tunnel auf einem Node: bei kubelets auf dem des Ziels, bei Pods und Services auf einem zufälligen.',
  'path.P20.flow': 'Der kube-apiserver übergibt Verbindungen in den Cluster an den konnectivity-server.',
  'path.P21.flow':
    'Der Agent auf einem Node wählt sich ein und hält den Tunnel offen; durch ihn gehen die Anfragen in den Cluster.',
  'path.P22.flow':
    'Die innere Verbindung verlässt den Tunnel bei einem Agenten und läuft als einfaches TCP weiter, mit eigenem Schutz oder ohne.',
  'documented.safe':
    'Die Dokumentation zählt diesen Pfad zu den standardmäßig gesicherten, tauglich für nicht vertrauenswürdige und öffentliche Netze.',
  'documented.unsafe':
    'Die Dokumentation nennt diese Verbindungen unsicher in nicht vertrauenswürdigen oder öffentlichen Netzen. Mit dem Präfix https: sind sie verschlüsselt, doch das Zertifikat wird nicht geprüft und es werden keine Anmeldeinformationen gesendet.',
  'documented.unsafe-unless-kubelet-ca':
    'Die Dokumentation warnt: Standardmäßig prüft der kube-apiserver das Zertifikat des kubelets nicht, was einem Man-in-the-Middle offensteht; verwenden Sie --kubelet-certificate-authority, sonst einen Tunnel.',
  'documented.listeners-only':
    'Die Dokumentation sagt, der Tunnel halte den Datenverkehr außerhalb des Netzes der Nodes unsichtbar. Das gilt gegen Lauscher; der Host-Schlüssel wurde nie geprüft.',
  'documented.replacement':
    'Die Seite sagt nur, ein Ersatz für SSH-Tunnel werde entwickelt. Konnectivity ist dieser Ersatz.',
  'documented.kubelet-port':
    'Die Dokumentation sagt, Verbindungen zu Nodes seien standardmäßig einfaches HTTP. Für den kubelet-Port gilt das nicht: Dort ist es TLS, wie bei Logs und exec.',
  'stake.P01.read': 'Pod-Spezifikationen, Secrets und ConfigMaps, die dieser Node abruft',
  'stake.P01.change': 'die Liste der Pods, die der Node ausführt',
  'stake.P01.server': 'schiebt dem kubelet erfundene Pods unter, auch privilegierte, die dann auf dem Node laufen',
  'stake.P02.read': 'das Bootstrap-Token und die Zertifikatsanforderung',
  'stake.P02.change': 'das Zertifikat und die CA, die der Node erhält',
  'stake.P02.server': 'gibt dem beitretenden Node eine falsche CA und beherrscht ihn dauerhaft',
  'stake.P03.read': 'Services und Endpunkte sowie das Token',
  'stake.P03.change': 'die Liste der Endpunkte',
  'stake.P03.server': 'lenkt jede ClusterIP auf diesem Node zu sich',
  'stake.P04.read': 'was der Pod anfragt und erhält, auch Secrets',
  'stake.P04.change': 'die Antworten, nach denen der Pod handelt',
  'stake.P04.server': 'zeigt dem Pod einen erfundenen Cluster',
  'stake.PC.read': 'den Clusterzustand, den die Komponente beobachtet',
  'stake.PC.change': 'diesen Zustand und damit Zuweisung und Verdrängung',
  'stake.PC.server': 'füttert die Komponente mit falschem Clusterzustand',
  'stake.P08.read': 'nach welchem Pod gefragt wurde; das Log selbst nur, wenn er weiterleiten kann',
  'stake.P08.change': 'Logzeilen: kubectl zeigt gefälschte oder zensierte Logs',
  'stake.P08.server': 'antwortet als kubelet mit erfundenen Logs',
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
  'stake.PX.server': 'antwortet anstelle des Nodes, Pods oder Service',
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
  'because.trusted': 'angenommen ist, dass niemand Feindliches in diesem Netz ist',
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
  'fix.unknown':
    'Importieren Sie die entscheidenden Dateien: das Manifest des kube-apiservers und jede KubeletConfiguration.',
  'segment.entry': 'Eingang',
  'segment.tunnel': 'Im Tunnel',
  'segment.tunnel-end': 'Am Tunnelende',
  'segment.last-hop': 'Letzte Strecke',
  'path.A01.flow':
    'Hier wird der ganze Zustand des Clusters gelesen und geschrieben, auch Secrets. Wessen Client-Zertifikat angenommen wird, der darf alles.',
  'path.A02.flow': 'Die etcd-Mitglieder geben jeden Schreibvorgang aneinander weiter.',
  'path.A03.flow':
    'Die vordere Hälfte von logs, exec und jedem Proxy-Aufruf: Anfragen einer Person, mit Zertifikat oder Token.',
  'path.A04.flow':
    'Leitet er TCP weiter, bleibt TLS Ende zu Ende. Beendet er TLS, sieht er jedes Token und kann kein Client-Zertifikat weitergeben.',
  'path.A05.flow':
    'Der kube-apiserver zeigt einem Webhook ganze Objekte und fragt, ob er sie zulässt oder ändert. Immer geprüft, gegen caBundle oder die Wurzelzertifikate des Systems.',
  'path.A06.flow':
    'Anfragen an eine andere API-Gruppe werden weitergereicht, mit dem Zertifikat des Front-Proxys und dem Namen der Person in X-Remote-Headern.',
  'path.A07.flow':
    'In Dateien benannte Webhooks entscheiden, wer jemand ist und was er darf, oder erhalten das Audit-Log.',
  'path.A08.flow':
    'Bei verschiedenen Versionen fragt ein kube-apiserver einen anderen nach Ressourcen, die er selbst nicht anbietet.',
  'path.A09.flow':
    'metrics-server sammelt den Verbrauch bei jedem kubelet und weist sich mit seinem ServiceAccount-Token aus.',
  'path.A10.flow': 'Ein Unix-Socket ohne TLS: Nur Dateirechte schützen ihn. Wer ihn erreicht, dem gehört der Node.',
  'path.A11.flow':
    'Liveness-, Readiness- und Startup-Probes, in der Regel auf demselben Node. HTTPS-Probes prüfen nie das Zertifikat.',
  'path.A12.flow': 'Unverschlüsseltes HTTP ohne Anmeldung nennt jeden Pod des Nodes samt wörtlichen Umgebungswerten.',
  'path.A13.flow': 'Kleine Statusserver der Komponenten. Was an der Loopback-Adresse lauscht, bleibt auf der Maschine.',
  'path.A14.flow':
    'Was die Anwendungen sprechen, über das Pod-Netz. Kubernetes fügt weder Verschlüsselung noch Authentifizierung hinzu.',
  'path.A15.flow': 'Wie Pod zu Pod, nur schreibt kube-proxy die Adresse um. Der Name eines Service beweist nichts.',
  'path.A16.flow':
    'Unverändert an einen Pod durchgereicht, womöglich von Node zu Node. Nur die Anwendung kann verschlüsseln.',
  'path.A17.flow':
    'Images kommen über HTTPS mit den Wurzelzertifikaten des Systems, außer die Runtime wurde anders eingestellt. Digests schützen den Inhalt, Tags nicht.',
  'path.A18.flow':
    'Derselbe Port wie für den kube-apiserver, für alle, die den Node erreichen: keine Admission, kein Audit am kube-apiserver.',
  'path.A19.flow': 'Der konnectivity-server fragt den kube-apiserver, ob das Token eines Agenten echt ist.',
  'path.A20.flow': 'Unverschlüsseltes HTTP, keine Anmeldung, alles erlaubt. Seit 1.20 wird es nicht mehr bedient.',
  'path.A21.flow':
    'k3s und RKE2 bringen einen eigenen Tunnel mit: Agenten wählen den Server an, der darüber die kubelets erreicht.',
  'path.A22.flow':
    'Jede Adresse, an der etcd lauscht, so wie ein beliebiger Client sie antrifft. etcd kennt keine Autorisierung: Ein akzeptierter Client darf alles lesen und schreiben.',
  'path.A23.flow':
    'Der kube-apiserver holt Konfiguration und Schlüssel des Issuers. Damit entscheidet er, welche ID-Tokens gelten, also wer ein Benutzer ist.',
  'path.A24.flow':
    'Mit staticPodURL fragt das Kubelet einen Webserver, welche Pods laufen sollen, und startet, was in der Antwort steht, an jeder Zulassungsprüfung vorbei.',
  'path.A25.flow':
    'Pods schlagen Namen über UDP und TCP im Klartext nach. Die Antwort bestimmt, zu welcher Adresse die nächste Verbindung geht.',
  'path.A26.flow':
    'Er fragt den Anbieter nach Nodes, Routen und Load Balancern, mit Zugangsdaten des Anbieters. Die TLS-Einstellungen sind die des Anbieters; keine Datei von Kubernetes zeigt sie.',
  'path.A27.flow':
    'Spans gehen per gRPC ohne TLS hinaus: Der Exporter ist so gebaut, und keine Einstellung ändert das. Ohne Endpunkt gehen sie an denselben Host.',
  'path.A28.flow': 'Datenschlüssel und Signaturen kommen von einem Socket auf dem Host des kube-apiservers.',
  'path.A29.flow':
    'Der Scheduler sendet Pods und Nodes an den Extender und übernimmt dessen Antwort. Ob es TLS gibt, sagt die Adresse; mit enableHTTPS und ohne CA wird nichts geprüft.',
  'path.A30.flow':
    'Ein Agent tritt mit dem Token des Clusters am Supervisor-Port des Servers bei. Nur ein Token mit dem Hash der CA prüft den Server.',
  'path.A31.flow':
    'Prometheus und seinesgleichen holen Metriken von jedem kubelet, mit einem ServiceAccount-Token. Verbreitete Konfigurationen lassen sie das Zertifikat des Kubelet nicht prüfen.',
  'path.A32.flow':
    'Auf einer Instanz in der Cloud erreichen Pods die Adresse, die die Zugangsdaten der Instanz ausgibt, über einfaches HTTP. Was der Anbieter dagegen tut (Hop-Limit, eigener Metadaten-Server), steht in keiner Kubernetes-Datei; auf AWS zeigt es aws ec2 describe-instances (MetadataOptions).',
  'path.A33.flow':
    'Ein weiterer Host der Control Plane holt mit einem Bootstrap-Token die Schlüssel des Clusters; sie sind mit dem Certificate Key verschlüsselt. Ob der Host den Server geprüft hat, stand auf seiner Befehlszeile.',
  'path.A34.flow':
    'Clouds und andere Dienste, die ServiceAccount-Token des Clusters annehmen, holen die Schlüssel des Ausstellers. Was sie prüfen, ist ihre eigene Einstellung.',
  'path.A35.flow':
    'Netzwerk-Plugins teilen einander mit, wo Pods sind: über BGP, ein eigenes Protokoll oder die Kubernetes-API. Was davon zutrifft, sagt kein Kubernetes-Objekt sicher; calicoctl node status und cilium status sagen es.',
  'path.A36.flow':
    'Für exec, attach und port-forward wählt das Kubelet einen Server der Container-Runtime an; im Standard lauscht er auf Loopback, ohne TLS. Was Anmeldungen an Registrys liefert (imageCredentialProvider), sind Programme, die das Kubelet startet.',
  'path.A37.flow':
    'TLS eines Ingress endet an seinem Controller. Von dort zu den Pods geht es über einfaches HTTP, wenn der Controller nichts anderes gesagt bekommt, und auch dann prüft er sie im Standard nicht.',
  'stake.AE.read': 'Jedes Secret und Token des Clusters.',
  'stake.AE.change': 'Jeden Schreibvorgang: neue Administratoren, geänderte Workloads.',
  'stake.AE.server': 'Die Control Plane arbeitet mit erfundenem Zustand.',
  'stake.AU.read': 'Was die Person sendet: Manifeste mit Secrets, Eingaben in Shells.',
  'stake.AU.change': 'Was angewendet wird und was die Person als Antwort des Clusters sieht.',
  'stake.AU.server': 'Die Person glaubt einem erfundenen Cluster.',
  'stake.AW.read': 'Ganze Objekte in Prüfung, oder Token und Namen.',
  'stake.AW.change': 'Die Entscheidung: wer jemand ist, was zugelassen wird.',
  'stake.AW.server': 'Der Webhook des Angreifers entscheidet für den kube-apiserver.',
  'stake.AG.read': 'Name und Gruppen der Person und die Objekte, die die Erweiterung liefert.',
  'stake.AG.change': 'Die Objekte, die die Erweiterung liefert, etwa die Metriken, nach denen skaliert wird.',
  'stake.AG.server': 'Erfundene Objekte einer ganzen API-Gruppe.',
  'stake.AM.read': 'Verbrauchszahlen von Nodes und Pods.',
  'stake.AM.change': 'Zahlen, nach denen skaliert und verteilt wird.',
  'stake.AM.server': 'Erfundene Metriken; und er erhält, was an Anmeldung gesendet wird.',
  'stake.AN.read': 'Pod-Spezifikationen, Zustand des Nodes, Logs, je nach Port.',
  'stake.AN.change': 'Was Überwachung und Betrieb über den Node glauben.',
  'stake.AN.server': 'Ein Node, der gesund aussieht und es nicht ist.',
  'stake.AP.read': 'Daten, Anmeldungen und Cookies der Anwendung.',
  'stake.AP.change': 'Jede Anfrage und jede Antwort der Anwendung.',
  'stake.AP.server': 'Menschen und Pods sprechen mit der Anwendung des Angreifers.',
  'stake.AI.read': 'Welche Images laufen und die Anmeldung an der Registry.',
  'stake.AI.change': 'Das Image hinter einem Tag: Code des Angreifers läuft im Cluster.',
  'stake.AI.server': 'Beliebiger Inhalt für jedes Tag; ein Digest würde es bemerken.',
  'stake.AO.read': 'Konfiguration und öffentliche Schlüssel des Issuers.',
  'stake.AO.change':
    'Die Schlüssel, mit denen ID-Tokens geprüft werden: Der Angreifer signiert Tokens für beliebige Benutzer.',
  'stake.AO.server': 'Die Schlüssel des Angreifers gelten: jeder Benutzer, jede Gruppe.',
  'stake.AS.read': 'Die Manifeste der statischen Pods des Nodes.',
  'stake.AS.change': 'Welche Container auf dem Node laufen, auch privilegierte.',
  'stake.AS.server': 'Das Kubelet startet die Pods, die der Angreifer nennt.',
  'stake.AD.read': 'Welche Namen jeder Pod nachschlägt.',
  'stake.AD.change': 'Die Adresse hinter einem Namen: Verbindungen gehen zum Angreifer.',
  'stake.AD.server': 'Jeder Name führt, wohin der Angreifer will; nur eine Prüfung des Servers fällt auf.',
  'stake.AT.read': 'Namen, Zeiten und Attribute von Anfragen.',
  'stake.AT.change': 'Traces: Eine Anfrage verschwindet oder wird erfunden.',
  'stake.AT.server': 'Der Angreifer erhält die Traces.',
  'stake.AX.read': 'Was gefragt wird, und die Objekte, die mitgesendet werden.',
  'stake.AX.change': 'Die Antwort: wo ein Pod läuft, welche Nodes und Load Balancer es gibt.',
  'stake.AX.server': 'Der Angreifer antwortet für den Dienst.',
  'stake.AV.read': 'Die Zugangsdaten des Node bei der Cloud.',
  'stake.AV.change': 'Was der Anbieter einem Node sagt: seine User Data, seine Schlüssel.',
  'stake.AV.server': 'Der Angreifer antwortet als Anbieter: eigene Startskripte und Schlüssel.',
  'stake.AR.read': 'Welche Pods auf welchem Node sind.',
  'stake.AR.change': 'Routen: Verkehr zu Pods nimmt einen anderen Weg.',
  'stake.AR.server': 'Der Angreifer ist Nachbar und zieht den Verkehr der Pods an sich.',
  'stake.AY.read': 'Öffentliche Schlüssel des Ausstellers.',
  'stake.AY.change': 'Die Schlüssel: Token des Angreifers gelten als solche des Clusters.',
  'stake.AY.server': 'Wer Token des Clusters annimmt, nimmt die des Angreifers an.',
  'rule.R1':
    'Verschlüsselung: lokal, wo kein Netz gekreuzt wird; keine bei Klartext; opportunistisch, wo der Client den Server nicht prüft; sonst geprüft. Eine Kette ohne den Namen beweist niemanden.',
  'rule.R2':
    'Authentisierung des Servers: was der Client prüft, wo die Verschlüsselung geprüft ist; Dateirechte, wo nichts die Maschine verlässt.',
  'rule.R3': 'Authentisierung des Clients: der Nachweis, der gesendet wird, außer der Server fragt nicht danach.',
  'rule.R4': 'Autorisierung: was der Server prüft, außer er fragt nicht, wer da ist.',
  'rule.R5': 'Integrität folgt der Verschlüsselung: keine, nur gegen Mithörer, oder vollständig.',
  'rule.R6': 'Ein Mithörer liest nur Klartext und kann ein gelesenes Geheimnis wieder verwenden.',
  'rule.R7':
    'Wer anstelle des Servers antwortet, liest, ändert und gibt sich aus, wo der Server nicht geprüft wird; ein Geheimnis nimmt er mit; den Platz des Clients erhält er, wo Fremde bedient werden, mit einem Geheimnis oder im Klartext.',
  'rule.R8': 'Ist niemand auf der Leitung, bleibt, wer den Port erreicht, sofern Fremde bedient werden.',
  'rule.R9':
    'Eine Brücke zum echten Server braucht einen ungeprüften Server und eines von diesen: Fremde werden bedient, ein wieder verwendbares Geheimnis, Klartext.',
  'rule.R10': 'Ohne Brücke sieht der Angreifer, was der Client sendet, nicht, was der echte Server geantwortet hätte.',
  'rule.R11':
    'Sicher in einem nicht vertrauenswürdigen Netz: Wer antwortet, kann weder lesen noch ändern, sich ausgeben oder stehlen, und Fremde werden nicht bedient.',
  'rule.R12':
    'Geschützt heißt: Server geprüft, Client ausgewiesen, Rechte geprüft. Verschlüsselung allein genügt nie. Bei Servern, die bauartbedingt keinen Authorizer haben (etcd, der Konnectivity-Server), genügt der ausgewiesene Client: Wen sie annehmen, der darf alles.',
  'rule.R13':
    'Eine Zwischenstelle, die TLS beendet, sieht jedes Geheimnis und macht Client-Zertifikate durch sie hindurch unmöglich.',
  'rule.R14':
    'Token und Passwörter kann wieder verwenden, wer sie sah; Zertifikate und SSH-Schlüssel nicht, denn gesendet wird nur ein Beweis.',
  'rule.G1': 'Ein innerer Kanal, dessen Server durchgehend geprüft ist, verliert im Tunnel nichts.',
  'rule.G2': 'Auf einer Strecke des Tunnels erreicht den inneren Kanal nur, wer durch den äußeren Schutz kommt.',
  'rule.G3': 'Der Rechner, auf dem der Tunnel endet, hat den inneren Kanal so, wie er ist, in der Hand.',
  'rule.G4':
    'Der letzte Abschnitt zu einem anderen Rechner ist so schwach wie der innere Kanal; auf demselben Rechner gibt es keine Leitung.',
  'rule.G5':
    'Welcher Rechner das Ende ist: bei SSH der Node mit der Adresse, sonst irgendeiner; bei Konnectivity irgendein Agent, außer es wird zum Rechner geleitet.',
  'rule.G6':
    'Ein falsches Ende ist möglich, wo Agenten nicht authentisiert werden, ein Node übernommen ist oder die äußere Strecke nicht geprüft wird.',
  'rule.G7': 'Ein Tunnel ändert nie, wer an den Enden des inneren Kanals was nachweist.',
  'rule.G8': 'Verkehr ohne Eintrag im Egress-Selector wird direkt aufgebaut.',
  'rule.G9': 'Was Nodes und Clients zur Control Plane öffnen, läuft nie in diesen Tunneln.',
  'rules.title': 'Regel für Regel',
  'rules.passive': 'Ein Mithörer',
  'rules.active': 'Wer anstelle des Servers antwortet',
  'rules.offPath': 'Wer den Port erreicht',
  'rules.relay': 'Brücke zum echten Server',
  'rules.status': 'Gesamt',
  'prove.title': 'Beweisen Sie es',
  'prove.lead':
    'Das Labor des Projekts baut diesen Kanal aus echten Sockets auf der Loopback-Adresse, mit Wegwerf-Zertifikaten, und greift ihn in jedem Testlauf an. Das haben die Angreifer erhalten.',
  'prove.setup': 'Aufbau',
  'prove.listener': 'Hört mit',
  'prove.listener-nothing': 'las nichts vom Austausch',
  'prove.listener-read': 'las: {{words}}',
  'prove.word.request': 'die Anfrage',
  'prove.word.answer': 'die Antwort',
  'prove.word.credential': 'den Nachweis',
  'prove.word.server-name': 'den Namen des Servers',
  'prove.word.client-certificate': 'den Namen im Client-Zertifikat',
  'prove.impostor': 'Antwortet anstelle des Servers',
  'prove.impostor-yes': 'Der Client nahm die gefälschte Antwort an.',
  'prove.impostor-no': 'Der Client legte auf, bevor er etwas sendete:',
  'prove.bytes': 'Die Anfrage, wie der Angreifer sie las',
  'prove.bridge': 'Überbrückt zum echten Server',
  'prove.bridge-yes': 'Die echte Antwort wurde verändert, und der Client nahm sie an.',
  'prove.bridge-no': 'Die echte Antwort kam so nicht zum Client.',
  'prove.tamper': 'Ändert Bytes unterwegs',
  'prove.tamper-yes': 'Niemand bemerkte es.',
  'prove.tamper-no': 'Es wurde bemerkt, und die Verbindung endete.',
  'prove.replay': 'Verwendet den Nachweis wieder',
  'prove.replay-yes': 'Er wurde angenommen.',
  'prove.replay-no': 'Es gab keinen, der wieder gilt.',
  'prove.anonymous': 'Verbindet sich ohne Nachweis',
  'prove.anonymous-yes': 'Er wurde bedient.',
  'prove.anonymous-no': 'Er wurde abgewiesen.',
  'prove.refused': 'In diesem Aufbau wird auch der ehrliche Client abgewiesen.',
  'prove.agrees': 'Die Regeln leiten dasselbe ab, in diesem und allen {{count}} Aufbauten des letzten Laufs.',
  'prove.local': 'Hier wird kein Netz gekreuzt; es gibt nichts, worauf sich ein Angreifer setzen ließe.',
  'prove.unknown': 'Welcher Aufbau das ist, lässt sich nicht sagen, weil nicht alles bekannt ist: {{fields}}.',
  'prove.tunnel': 'Im Tunnel',
  'prove.tunnel-lead': 'Derselbe Kanal durch eine äußere Strecke ({{outer}}), auf jedem Teil gemessen.',
  'inspector.how-known': 'Woher wir das wissen',
  'claim.title.says': 'Die Control Plane heißt „Master“.',
  'claim.title.truth':
    'Das Wort wurde aufgegeben; die Seite heißt heute „Communication between Nodes and the Control Plane“. Die Momentaufnahme sagt selbst, dass sie nicht mehr gepflegt wird.',
  'claim.title.english': 'Durchgehend Control Plane.',
  'claim.ends-at-apiserver.says':
    'Alle Pfade vom Cluster zum Master enden beim Apiserver; keine andere Master-Komponente bietet Remote-Services an.',
  'claim.ends-at-apiserver.truth':
    'Gilt für die API. Aber der konnectivity-server nimmt Verbindungen von Agenten an, und Scheduler und Controller-Manager haben HTTPS-Statusports.',
  'claim.ends-at-apiserver.english': 'Spricht von Nabe und Speichen, mit derselben Einschränkung.',
  'claim.secure-port.says':
    'Der Apiserver lauscht an einem sicheren HTTPS-Port (443) mit einer oder mehreren Formen der Clientauthentifizierung.',
  'claim.secure-port.truth':
    'Der Port ist 6443, wenn niemand einen anderen setzt. Ein Client-Zertifikat wird erbeten, nicht verlangt: Ohne Nachweis ist ein Aufrufer anonym.',
  'claim.secure-port.english': '„Typically 443“.',
  'claim.authorization-on.says':
    'Autorisierung sollte aktiviert sein, vor allem wo anonyme Anfragen oder Service-Account-Tokens erlaubt sind.',
  'claim.authorization-on.truth':
    'Gilt. Ohne sie darf jeder angenommene Client alles; der kube-apiserver schaltet anonyme Anfragen dann selbst ab, eine Konfigurationsdatei für die Authentisierung ist daran nicht gebunden (gemessen an 1.36).',
  'claim.authorization-on.english': 'Dasselbe.',
  'claim.nodes-have-root.says':
    'Nodes sollten das Stammzertifikat des Clusters haben, damit sie sich sicher und mit gültigen Anmeldeinformationen verbinden.',
  'claim.nodes-have-root.truth':
    'Gilt: Die CA in der kubeconfig macht den Pfad geprüft. Ein Feld, insecure-skip-tls-verify, hebt das auf.',
  'claim.nodes-have-root.english': 'Dasselbe.',
  'claim.gke-certificate.says': 'Bei GKE ist der Nachweis des kubelets ein Client-Zertifikat.',
  'claim.gke-certificate.truth':
    'Ein Client-Zertifikat ist überall üblich; es lässt sich auf der Leitung nicht stehlen.',
  'claim.gke-certificate.english': 'Das Beispiel ist entfallen; ein Client-Zertifikat heißt ein guter Ansatz.',
  'claim.tls-bootstrapping.says': 'TLS-Bootstrapping stellt kubelet-Client-Zertifikate automatisch bereit.',
  'claim.tls-bootstrapping.truth':
    'Gilt. Die erste Anfrage geschieht mit einem Bootstrap-Token, das gestohlen werden kann, wo der Server nicht geprüft wird.',
  'claim.tls-bootstrapping.english': 'Dasselbe.',
  'claim.service-account.says':
    'Pods verbinden sich sicher mit einem Dienstkonto: Kubernetes fügt Stammzertifikat und Trägertoken in den Pod ein.',
  'claim.service-account.truth':
    'Gilt für einen Client, der beides benutzt. Einer, der die Prüfung auslässt, gibt sein Token dem, der antwortet. Seit 1.21 sind die Token standardmäßig gebunden und laufen ab.',
  'claim.service-account.english': 'Dasselbe.',
  'claim.kubernetes-service.says': 'Den Dienst kubernetes gibt es in allen Namespaces, mit virtueller IP-Adresse.',
  'claim.kubernetes-service.truth':
    'Es gibt ihn nur im Namespace default. Jeder Pod erhält seine Adresse in der Umgebung.',
  'claim.kubernetes-service.english': '„In the default namespace“.',
  'claim.kube-proxy-redirect.says':
    'Die virtuelle IP wird von kube-proxy an den HTTPS-Endpunkt des Apiservers umgeleitet.',
  'claim.kube-proxy-redirect.truth':
    'Gilt. Nur Adressen werden umgeschrieben, unterhalb von TLS: Falsch umgeschrieben bricht die Verbindung, sie öffnet sich nicht.',
  'claim.kube-proxy-redirect.english': 'Dasselbe.',
  'claim.components-secure-port.says': 'Auch die Master-Komponenten nutzen den sicheren Port des Apiservers.',
  'claim.components-secure-port.truth': 'Gilt.',
  'claim.components-secure-port.english': 'Dasselbe.',
  'claim.secured-by-default.says':
    'Verbindungen von Nodes und Pods zum Master sind standardmäßig gesichert und dürfen nicht vertrauenswürdige Netzwerke kreuzen.',
  'claim.secured-by-default.truth': 'Gilt für jeden Client, der den Server prüft; gemessen.',
  'claim.secured-by-default.english': 'Dasselbe.',
  'claim.two-ways.says':
    'Vom Master zum Cluster führen zwei Wege: zu jedem Kubelet, und über die Proxy-Funktion zu jedem Node, Pod oder Dienst.',
  'claim.two-ways.truth': 'Gilt. Webhooks und aggregierte API-Server sind ein dritter, den die Seite nicht nennt.',
  'claim.two-ways.english': 'Dasselbe.',
  'claim.kubelet-uses.says': 'Die Kubelet-Verbindungen dienen Logs, dem Verbinden und der Portweiterleitung.',
  'claim.kubelet-uses.truth': 'exec nimmt denselben Weg, ebenso Metriken, Statistiken und der Node-Proxy ohne Port.',
  'claim.kubelet-uses.english': 'Dasselbe.',
  'claim.kubelet-https.says': 'Diese Verbindungen enden am HTTPS-Endpunkt des kubelet.',
  'claim.kubelet-https.truth': 'Gilt; einen Klartextweg gibt es nicht, und --kubelet-https=false wurde ignoriert.',
  'claim.kubelet-https.english': 'Dasselbe.',
  'claim.kubelet-not-verified.says':
    'Standardmäßig überprüft der Apiserver das Serverzertifikat des Kubelets nicht; das erlaubt einen Man-in-the-Middle.',
  'claim.kubelet-not-verified.truth':
    'Noch immer so, in 1.36 wie in 1.20: Gefälschte Logs und Ausgaben wurden angezeigt, Eingaben mitgelesen, und keine Meldung warnte.',
  'claim.kubelet-not-verified.english': 'Dasselbe.',
  'claim.kubelet-unsafe.says': 'Darum sind diese Verbindungen über nicht vertrauenswürdige Netzwerke unsicher.',
  'claim.kubelet-unsafe.truth': 'Gilt, solange die CA nicht gesetzt ist.',
  'claim.kubelet-unsafe.english': 'Dasselbe.',
  'claim.kubelet-ca.says':
    'Zur Überprüfung dem Apiserver mit --kubelet-certificate-authority ein Stammzertifikatbündel geben.',
  'claim.kubelet-ca.truth':
    'Gilt; Kette, Name und Verwendungszweck werden geprüft. Die kubelets brauchen dafür signierte Zertifikate, sonst scheitern logs und exec, und eine Log-Anfrage kann die Prüfung weiterhin abwählen.',
  'claim.kubelet-ca.english': 'Dasselbe.',
  'claim.ssh-instead.says': 'Wo das nicht möglich ist, SSH-Tunnel verwenden.',
  'claim.ssh-instead.truth':
    'Seit 1.22 unmöglich: Die Flags wurden entfernt. Konnectivity trat an ihre Stelle; wie sie verschiebt es den Angreifer und prüft das kubelet nicht.',
  'claim.ssh-instead.english': 'Nennt weiterhin SSH-Tunnel, als veraltet, und verweist auf Konnectivity.',
  'claim.kubelet-authentication.says':
    'Kubelet-Authentifizierung und Autorisierung sollten aktiviert sein, um die kubelet-API abzusichern.',
  'claim.kubelet-authentication.truth':
    'Gilt, und ein kubelet mit Konfigurationsdatei hat es von Haus aus; eines mit bloßen Flags nicht. Es hält Fremde fern, verhindert aber kein gefälschtes kubelet.',
  'claim.kubelet-authentication.english': 'Dasselbe.',
  'claim.proxy-plain.says':
    'Verbindungen zu Node, Pod oder Dienst sind standardmäßig einfaches HTTP, weder authentifiziert noch verschlüsselt.',
  'claim.proxy-plain.truth':
    'Gilt für Pods, Services und andere Ports eines Nodes. Nicht für nodes/NAME/proxy ohne Port oder mit dem des kubelets: Das ist die kubelet-Verbindung, immer TLS mit Client-Zertifikat.',
  'claim.proxy-plain.english': 'Dasselbe.',
  'claim.proxy-https-prefix.says': 'Für HTTPS dem Namen in der URL „https:“ voranstellen.',
  'claim.proxy-https-prefix.truth':
    'Nötig sind drei Teile, https:NAME:PORT. „https:web“ wird als Name https mit Port web gelesen.',
  'claim.proxy-https-prefix.english': 'Dasselbe.',
  'claim.proxy-not-verified.says': 'Das Zertifikat dieses Endpunkts wird nicht überprüft.',
  'claim.proxy-not-verified.truth':
    'Gilt und steht fest im Programm; kein Flag ändert es. Ausnahme ist der eigene Port des kubelets, der mit gesetzter CA geprüft wird.',
  'claim.proxy-not-verified.english': 'Dasselbe.',
  'claim.proxy-no-credentials.says': 'Es werden keine Clientanmeldeinformationen bereitgestellt.',
  'claim.proxy-no-credentials.truth':
    'Gilt für Pods, Services und andere Ports: kein Zertifikat, und das Token des Aufrufers wird entfernt. Am eigenen Port des kubelets wird das Zertifikat vorgelegt.',
  'claim.proxy-no-credentials.english': 'Dasselbe.',
  'claim.proxy-no-integrity.says': 'Die Verbindung ist also verschlüsselt, garantiert aber keine Integrität.',
  'claim.proxy-no-integrity.truth':
    'Gilt gegen einen Angreifer, der antwortet. Bloß auf der Leitung geänderte Bytes fallen auf.',
  'claim.proxy-no-integrity.english': 'Dasselbe.',
  'claim.proxy-unsafe.says': 'Diese Verbindungen sind derzeit nicht sicher in nicht vertrauenswürdigen Netzen.',
  'claim.proxy-unsafe.truth': 'Noch immer so.',
  'claim.proxy-unsafe.english': 'Dasselbe.',
  'claim.ssh-supported.says': 'Kubernetes unterstützt SSH-Tunnel zum Schutz dieser Pfade.',
  'claim.ssh-supported.truth':
    'In 1.22 entfernt. In 1.20 scheiterten die Flags ohne laufende Tunnel; heute sind sie unbekannt.',
  'claim.ssh-supported.english': 'Nennt SSH-Tunnel veraltet (deprecated).',
  'claim.ssh-to-each-node.says': 'Der Apiserver öffnet einen SSH-Tunnel zu jedem Node, an Port 22.',
  'claim.ssh-to-each-node.truth': 'So war es. Der Host-Key wurde nie geprüft, sodass jeder antworten konnte.',
  'claim.ssh-to-each-node.english': 'Dasselbe, in einem als veraltet markierten Abschnitt.',
  'claim.ssh-all-traffic.says': 'Aller Verkehr für kubelet, Node, Pod oder Dienst läuft durch den Tunnel.',
  'claim.ssh-all-traffic.truth':
    'So war es; doch für einen Pod diente der Tunnel irgendeines Nodes, und der letzte Abschnitt lief von Node zu Node im Klartext.',
  'claim.ssh-all-traffic.english': 'Dasselbe, in einem als veraltet markierten Abschnitt.',
  'claim.ssh-not-visible.says':
    'Der Tunnel stellt sicher, dass der Verkehr außerhalb des Netzes der Nodes nicht sichtbar ist.',
  'claim.ssh-not-visible.truth': 'Nur gegen Mithörer. Da kein Host-Key geprüft wurde, erhielt alles, wer antwortete.',
  'claim.ssh-not-visible.english': 'Dasselbe, in einem als veraltet markierten Abschnitt.',
  'claim.ssh-not-supported.says': 'SSH-Tunnel werden zur Zeit nicht unterstützt.',
  'claim.ssh-not-supported.truth':
    'Ein Übersetzungsfehler und im Widerspruch zum Satz davor: Das englische Wort ist „deprecated“. In 1.22 entfernt.',
  'claim.ssh-not-supported.english': '„Deprecated“.',
  'claim.replacement.says': 'Ein Ersatz für diesen Kommunikationskanal wird entwickelt.',
  'claim.replacement.truth':
    'Fertig: Konnectivity, Beta seit 1.18. Agenten wählen sich ein, sodass kein Port eines Nodes offen sein muss; der letzte Abschnitt ist so schwach wie das, was darin läuft.',
  'claim.replacement.english': 'Hat einen Abschnitt über Konnectivity.',
  'claim.verdict.holds': 'gilt',
  'claim.verdict.incomplete': 'sagt zu viel oder zu wenig',
  'claim.verdict.outdated': 'überholt',
  'claim.verdict.wrong': 'falsch',
  'claim.check.measured': 'am kube-apiserver 1.20.2 und 1.36.2 angegriffen',
  'claim.check.laboratory': 'im Labor dieses Projekts angegriffen',
  'claim.check.read': 'in der Quelle gelesen',
  'claim.says': 'Sie sagt',
  'claim.truth': 'Was stimmt',
  'claim.checked': 'Geprüft',
  'claim.held-by': 'gehalten von',
  'documentation.version': 'Dokumentation',
  'documentation.seed': 'deutsch, v1.27',
  'documentation.english': 'englisch, aktuell',

  'documentation.same': 'dasselbe wie auf der deutschen Seite',
  'documented.not-covered': 'Die Seite nennt diesen Pfad nicht.',
  'documentation.sentences': 'Satz für Satz ({{count}})',
};
