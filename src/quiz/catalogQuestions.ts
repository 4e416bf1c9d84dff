import type { Localized } from '../lessons/lesson.ts';
import type { ScenarioId } from '../scenarios/scenarios.ts';

/** One answer to choose; `id` is unique in its question. */
export type CatalogOption = { readonly id: string; readonly right: boolean; readonly text: Localized };

/** A question of the catalog with its answers and why they are so. */
export type CatalogItem = {
  readonly text: Localized;
  readonly options: readonly CatalogOption[];
  readonly why: Localized;
  /** The cluster that is shown beside it. */
  readonly scenario: ScenarioId;
};

const yes = (id: string, en: string, de: string): CatalogOption => ({ id, right: true, text: { en, de } });
const no = (id: string, en: string, de: string): CatalogOption => ({ id, right: false, text: { en, de } });

/** The questions of the catalog (section 5.2), in its order. */
const catalogQuestions = {
  'kubelet-edge': {
    scenario: 'kubeadm',
    text: {
      en: 'kubectl logs and exec are to be protected on the way from the kube-apiserver to the kubelet, and still work. Which two things are needed?',
      de: 'kubectl logs und exec sollen auf dem Weg vom kube-apiserver zum kubelet geschützt sein und weiter funktionieren. Welche zwei Dinge braucht es?',
    },
    options: [
      yes(
        'ca',
        '--kubelet-certificate-authority on the kube-apiserver',
        '--kubelet-certificate-authority am kube-apiserver',
      ),
      yes(
        'serving',
        'a serving certificate of that CA on every kubelet',
        'ein Serverzertifikat dieser CA auf jedem kubelet',
      ),
      no(
        'client',
        'a new --kubelet-client-certificate on the kube-apiserver',
        'ein neues --kubelet-client-certificate am kube-apiserver',
      ),
      no(
        'rotate',
        'rotation of the client certificate on every kubelet',
        'die Erneuerung des Client-Zertifikats auf jedem kubelet',
      ),
    ],
    why: {
      en: 'The flag makes the kube-apiserver check. It can only succeed if the kubelets show certificates of that CA (serverTLSBootstrap or tlsCertFile). The client certificate proves the kube-apiserver to the kubelet, which is the other direction.',
      de: 'Das Flag lässt den kube-apiserver prüfen. Das gelingt nur, wenn die kubelets Zertifikate dieser CA zeigen (serverTLSBootstrap oder tlsCertFile). Das Client-Zertifikat weist den kube-apiserver beim kubelet aus, also in der anderen Richtung.',
    },
  },
  'real-logs': {
    scenario: 'kubeadm',
    text: {
      en: 'An attacker sits between kube-apiserver and kubelet. No kubelet CA is set; the kubelet refuses anonymous callers. Can he read the real logs of a pod?',
      de: 'Ein Angreifer sitzt zwischen kube-apiserver und kubelet. Es ist keine kubelet-CA gesetzt, der kubelet weist anonyme Aufrufe ab. Kann er die echten Logs eines Pods lesen?',
    },
    options: [
      yes(
        'invent',
        'No. He can only answer with logs that he invents.',
        'Nein. Er kann nur mit Logs antworten, die er erfindet.',
      ),
      no(
        'relay',
        'Yes. He passes the kube-apiserver’s certificate on to the kubelet.',
        'Ja. Er reicht das Zertifikat des kube-apiserver an den kubelet weiter.',
      ),
      no('listen', 'Yes. It is enough that he listens on the network.', 'Ja. Es genügt, dass er im Netz mithört.'),
      no(
        'refused',
        'No. The kube-apiserver notices him and hangs up.',
        'Nein. Der kube-apiserver bemerkt ihn und legt auf.',
      ),
    ],
    why: {
      en: 'Nobody checks the kubelet’s certificate, so he can pose as the kubelet and sees what is asked for. But the kube-apiserver proves itself with a key that never travels, so he cannot call the true kubelet in its name.',
      de: 'Niemand prüft das Zertifikat des kubelet, also kann er sich als kubelet ausgeben und sieht, wonach gefragt wird. Der kube-apiserver weist sich aber mit einem Schlüssel aus, der nie übertragen wird. In seinem Namen kann er den echten kubelet also nicht aufrufen.',
    },
  },
  'bare-kubelet': {
    scenario: 'everything-wrong',
    text: {
      en: 'The same, but the kubelet was started without a configuration file and without any flag about authentication. And now?',
      de: 'Dasselbe, aber der kubelet wurde ohne Konfigurationsdatei und ohne ein Flag zur Authentisierung gestartet. Und jetzt?',
    },
    options: [
      yes(
        'anonymous',
        'He gets the real logs, even without sitting in the middle.',
        'Er bekommt die echten Logs, sogar ohne in der Mitte zu sitzen.',
      ),
      no(
        'middle',
        'He gets the real logs, but only from a place in the middle.',
        'Er bekommt die echten Logs, aber nur von einem Platz in der Mitte.',
      ),
      no(
        'invent',
        'Nothing changes: he can invent logs and read no real ones.',
        'Nichts ändert sich: Er kann Logs erfinden und keine echten lesen.',
      ),
      no(
        'starts',
        'The kubelet does not start without a client CA.',
        'Der kubelet startet ohne Client-CA gar nicht erst.',
      ),
    ],
    why: {
      en: 'With bare flags the defaults are anonymous access on and AlwaysAllow: the kubelet serves strangers. Whoever reaches the port is served, in the middle or not.',
      de: 'Bei bloßen Flags ist der Standard: anonymer Zugriff an und AlwaysAllow. Der kubelet bedient Fremde. Wer den Port erreicht, wird bedient, ob in der Mitte oder nicht.',
    },
  },
  'passed-on': {
    scenario: 'documentation',
    text: {
      en: 'Somebody intercepts a connection and the client does not check the server. Which credentials can he use at the true server?',
      de: 'Jemand fängt eine Verbindung ab, und der Client prüft den Server nicht. Welche Nachweise kann er beim echten Server verwenden?',
    },
    options: [
      yes('bearer', 'the token of a service account', 'das Token eines Service Accounts'),
      yes('bootstrap', 'a bootstrap token', 'ein Bootstrap-Token'),
      yes('basic', 'a user name with a password', 'einen Benutzernamen mit Kennwort'),
      no('x509', 'a client certificate (x509)', 'ein Client-Zertifikat (x509)'),
      no('ssh', 'the key of an SSH connection', 'den Schlüssel einer SSH-Verbindung'),
    ],
    why: {
      en: 'Tokens and passwords are sent as data: whoever sees them owns them. With a certificate or an SSH key only a proof is sent that fits this one connection; the key itself stays where it is.',
      de: 'Tokens und Kennwörter werden als Daten gesendet: Wer sie sieht, hat sie. Bei einem Zertifikat oder SSH-Schlüssel wird nur ein Beweis gesendet, der zu dieser einen Verbindung passt; der Schlüssel selbst bleibt, wo er ist.',
    },
  },
  'https-web': {
    scenario: 'documentation',
    text: {
      en: 'What does /api/v1/namespaces/a/services/https:web/proxy/ address?',
      de: 'Was spricht /api/v1/namespaces/a/services/https:web/proxy/ an?',
    },
    options: [
      yes('name', 'the Service “https”, at its port “web”', 'den Service „https“ an seinem Port „web“'),
      no('tls', 'the Service “web”, over TLS', 'den Service „web“ über TLS'),
      no(
        'verified',
        'the Service “web”, over TLS with a check of its certificate',
        'den Service „web“ über TLS mit Prüfung seines Zertifikats',
      ),
      no('nothing', 'nothing: such a name is refused', 'nichts: Ein solcher Name wird abgewiesen'),
    ],
    why: {
      en: 'Two parts are read as name and port. For TLS three parts are needed, https:web:443 or https:web: with an empty port. Even then the certificate is not checked.',
      de: 'Zwei Teile werden als Name und Port gelesen. Für TLS braucht es drei Teile, https:web:443 oder https:web: mit leerem Port. Auch dann wird das Zertifikat nicht geprüft.',
    },
  },
  'proxy-and-ca': {
    scenario: 'hardened',
    text: {
      en: 'You set --kubelet-certificate-authority. What does that do for the dashboard that you open through the service proxy with “https:”?',
      de: 'Sie setzen --kubelet-certificate-authority. Was bringt das für das Dashboard, das Sie über den Service-Proxy mit „https:“ öffnen?',
    },
    options: [
      yes(
        'nothing',
        'Nothing. Its certificate is still not checked.',
        'Nichts. Sein Zertifikat wird weiterhin nicht geprüft.',
      ),
      no('checked', 'Its certificate is checked from now on.', 'Sein Zertifikat wird von nun an geprüft.'),
      no(
        'refused',
        'It is refused until its certificate comes from that CA.',
        'Es wird abgewiesen, bis sein Zertifikat von dieser CA kommt.',
      ),
      no('plain', 'The connection falls back to plain HTTP.', 'Die Verbindung fällt auf einfaches HTTP zurück.'),
    ],
    why: {
      en: 'The flag is for the kubelet’s port only. For pods, Services and other ports of a node, leaving the check out is hard coded; no flag changes it.',
      de: 'Das Flag gilt nur für den Port des kubelet. Bei Pods, Services und anderen Ports eines Nodes ist fest einprogrammiert, dass nicht geprüft wird; kein Flag ändert das.',
    },
  },
  'skip-per-request': {
    scenario: 'hardened',
    text: {
      en: 'On which of these paths may a user switch the check of the kubelet’s certificate off, for one request?',
      de: 'Auf welchem dieser Wege darf ein Benutzer die Prüfung des kubelet-Zertifikats für eine einzelne Anfrage abschalten?',
    },
    options: [
      yes('logs', 'kubectl logs', 'kubectl logs'),
      no('exec', 'kubectl exec', 'kubectl exec'),
      no('attach', 'kubectl attach', 'kubectl attach'),
      no('forward', 'kubectl port-forward', 'kubectl port-forward'),
    ],
    why: {
      en: 'A log request may carry insecureSkipTLSVerifyBackend (kubectl logs --insecure-skip-tls-verify-backend). None of the others can.',
      de: 'Eine Log-Anfrage darf insecureSkipTLSVerifyBackend enthalten (kubectl logs --insecure-skip-tls-verify-backend). Keine der anderen kann das.',
    },
  },
  'ssh-exit': {
    scenario: 'ssh',
    text: {
      en: 'With the old SSH tunnels: on which host does traffic for the pod 10.2.3.4 leave the tunnel?',
      de: 'Mit den alten SSH-Tunneln: Auf welchem Host verlässt der Verkehr für den Pod 10.2.3.4 den Tunnel?',
    },
    options: [
      yes('random', 'on any node, chosen at random', 'auf irgendeinem Node, zufällig gewählt'),
      no('own', 'on the node on which the pod runs', 'auf dem Node, auf dem der Pod läuft'),
      no('first', 'on the first node of the cluster', 'auf dem ersten Node des Clusters'),
      no('plane', 'on the host of the kube-apiserver', 'auf dem Host des kube-apiserver'),
    ],
    why: {
      en: 'Tunnels were looked up by the address of a node. A pod’s address is none, so any tunnel was taken, and the last stretch went from node to node without it.',
      de: 'Tunnel wurden über die Adresse eines Nodes gesucht. Die Adresse eines Pods ist keine solche, also wurde irgendein Tunnel genommen, und das letzte Stück ging ohne ihn von Node zu Node.',
    },
  },
  'ssh-active': {
    scenario: 'ssh',
    text: {
      en: 'Why did SSH tunnels not stop an attacker who answers in the node’s place?',
      de: 'Warum hielten die SSH-Tunnel einen Angreifer nicht auf, der an der Stelle des Nodes antwortet?',
    },
    options: [
      yes('hostkey', 'The kube-apiserver did not check host keys.', 'Der kube-apiserver prüfte keine Host-Keys.'),
      no('cipher', 'The ciphers of the tunnels were too weak.', 'Die Verschlüsselung der Tunnel war zu schwach.'),
      no(
        'password',
        'It logged in with a password that he could read.',
        'Er meldete sich mit einem lesbaren Kennwort an.',
      ),
      no('port', 'Port 22 had to be open to everybody.', 'Port 22 musste für alle offen sein.'),
    ],
    why: {
      en: 'Any host key was accepted, so whoever answered became the end of the tunnel. Against somebody who only listens, the tunnels did help.',
      de: 'Jeder Host-Key wurde angenommen. Wer antwortete, wurde also zum Ende des Tunnels. Gegen jemanden, der nur mithört, halfen die Tunnel.',
    },
  },
  'agents-unproven': {
    scenario: 'konnectivity',
    text: {
      en: 'A konnectivity-server runs with --cluster-cert and --cluster-key, and no other flag about agents. What is wrong?',
      de: 'Ein konnectivity-server läuft mit --cluster-cert und --cluster-key und ohne weitere Flags zu Agents. Was stimmt nicht?',
    },
    options: [
      yes(
        'agents',
        'Whoever reaches the port can register as an agent.',
        'Wer den Port erreicht, kann sich als Agent anmelden.',
      ),
      no('plain', 'Agents and server talk without encryption.', 'Agents und Server sprechen unverschlüsselt.'),
      no(
        'server',
        'Agents cannot check that it is the true server.',
        'Agents können nicht prüfen, ob es der echte Server ist.',
      ),
      no('apiserver', 'The kube-apiserver is not let in any more.', 'Der kube-apiserver wird nicht mehr eingelassen.'),
    ],
    why: {
      en: 'These two flags are the server’s own certificate. Agents must prove themselves only with --cluster-ca-cert, or with the three options for agent tokens. Without them a stranger becomes an agent and gets traffic.',
      de: 'Diese beiden Flags sind das Zertifikat des Servers selbst. Ausweisen müssen sich Agents erst mit --cluster-ca-cert oder mit den drei Optionen für Agent-Tokens. Ohne sie wird ein Fremder zum Agent und bekommt Verkehr.',
    },
  },
  'konnectivity-exec': {
    scenario: 'konnectivity',
    text: {
      en: 'Konnectivity, every leg with certificates on both sides, default strategy, no kubelet CA. Where can exec still be intercepted?',
      de: 'Konnectivity, jede Strecke mit Zertifikaten auf beiden Seiten, Standardstrategie, keine kubelet-CA. Wo lässt sich exec noch abfangen?',
    },
    options: [
      yes('host', 'on the host of the agent', 'auf dem Host des Agents'),
      yes('last', 'between that host and the node of the pod', 'zwischen diesem Host und dem Node des Pods'),
      no('middle', 'between konnectivity-server and agent', 'zwischen konnectivity-server und Agent'),
      no('front', 'between kube-apiserver and konnectivity-server', 'zwischen kube-apiserver und konnectivity-server'),
    ],
    why: {
      en: 'The tunnel protects as far as it goes. It ends at any agent, not always on the pod’s node; from there on only the inner connection protects, and nobody checks the kubelet’s certificate.',
      de: 'Der Tunnel schützt, so weit er reicht. Er endet bei irgendeinem Agent, nicht immer auf dem Node des Pods. Von dort an schützt nur die innere Verbindung, und niemand prüft das Zertifikat des kubelet.',
    },
  },
  'stock-kubeadm': {
    scenario: 'kubeadm',
    text: {
      en: 'A cluster as kubeadm makes it, nothing changed. Which of these connections uses TLS without checking the server?',
      de: 'Ein Cluster, wie kubeadm ihn anlegt, ohne Änderungen. Welche dieser Verbindungen nutzt TLS, ohne den Server zu prüfen?',
    },
    options: [
      yes('kubelet', 'kube-apiserver → kubelet', 'kube-apiserver → kubelet'),
      no('apiserver', 'kubelet → kube-apiserver', 'kubelet → kube-apiserver'),
      no('scheduler', 'kube-scheduler → kube-apiserver', 'kube-scheduler → kube-apiserver'),
      no('etcd', 'kube-apiserver → etcd', 'kube-apiserver → etcd'),
    ],
    why: {
      en: 'kubeadm sets the client half towards the kubelet (certificate, webhook, no anonymous access) and not the server half: no CA, so nothing is checked. The other three know the CA.',
      de: 'kubeadm richtet zum kubelet hin die Client-Hälfte ein (Zertifikat, Webhook, kein anonymer Zugriff), nicht die Server-Hälfte: keine CA, also wird nichts geprüft. Die anderen drei kennen die CA.',
    },
  },
  'curl-k': {
    scenario: 'kubeadm',
    text: {
      en: 'A pod calls the API with its token and “curl -k”. An attacker answers in the kube-apiserver’s place. What does he get?',
      de: 'Ein Pod ruft die API mit seinem Token und „curl -k“ auf. Ein Angreifer antwortet an der Stelle des kube-apiserver. Was bekommt er?',
    },
    options: [
      yes(
        'token',
        'the token, good until it expires or the pod is deleted',
        'das Token, gültig, bis es abläuft oder der Pod gelöscht wird',
      ),
      no('once', 'this one answer, and nothing for later', 'diese eine Antwort und nichts für später'),
      no(
        'nothing',
        'nothing, since the connection is encrypted all the same',
        'nichts, denn die Verbindung ist trotzdem verschlüsselt',
      ),
      no(
        'admin',
        'the rights of an administrator of the cluster, at once',
        'sofort die Rechte eines Administrators des Clusters',
      ),
    ],
    why: {
      en: '-k switches the check off, so the token is handed to whoever answers. With it he is that service account and may what that may. Bound tokens expire, by default extended to up to a year for the kube-apiserver.',
      de: '-k schaltet die Prüfung ab, also geht das Token an jeden, der antwortet. Damit ist er dieser Service Account und darf, was dieser darf. Gebundene Tokens laufen ab, für den kube-apiserver standardmäßig auf bis zu ein Jahr verlängert.',
    },
  },
  'no-auto-approval': {
    scenario: 'kubeadm',
    text: {
      en: 'Why does Kubernetes itself never approve the request of a kubelet for a serving certificate?',
      de: 'Warum genehmigt Kubernetes selbst nie den Antrag eines kubelet auf ein Serverzertifikat?',
    },
    options: [
      yes(
        'addresses',
        'It cannot know which addresses and names are the node’s.',
        'Es kann nicht wissen, welche Adressen und Namen dem Node gehören.',
      ),
      no(
        'ca',
        'The cluster’s CA must not sign serving certificates.',
        'Die CA des Clusters darf keine Serverzertifikate signieren.',
      ),
      no(
        'key',
        'The kubelet would have to send its private key along.',
        'Der kubelet müsste dafür seinen privaten Schlüssel mitsenden.',
      ),
      no(
        'load',
        'So many requests would be too much for the kube-controller-manager.',
        'So viele Anträge wären für den kube-controller-manager zu viel.',
      ),
    ],
    why: {
      en: 'A serving certificate says “I am this address”. A wrong approval lets one node pose as another. So a person or an approver that knows the addresses has to decide.',
      de: 'Ein Serverzertifikat sagt „ich bin diese Adresse“. Eine falsche Genehmigung ließe einen Node als einen anderen auftreten. Darum muss ein Mensch oder ein Approver entscheiden, der die Adressen kennt.',
    },
  },
  'read-only-check': {
    scenario: 'everything-wrong',
    text: {
      en: 'kube-bench reports 4.2.4 (read-only port) as passed. The kubelet has no configuration file and no --read-only-port. Is port 10255 closed?',
      de: 'kube-bench meldet 4.2.4 (Read-only-Port) als bestanden. Der kubelet hat keine Konfigurationsdatei und kein --read-only-port. Ist Port 10255 zu?',
    },
    options: [
      yes(
        'open',
        'No. The flag’s default opens it, and the check also passes where nothing is set.',
        'Nein. Der Standard des Flags öffnet ihn, und die Prüfung besteht auch, wenn nichts gesetzt ist.',
      ),
      no(
        'closed',
        'Yes. Without the flag the kubelet does not open it, and that is what the check reads.',
        'Ja. Ohne das Flag öffnet der kubelet ihn nicht, und genau das liest die Prüfung.',
      ),
      no(
        'local',
        'It is open, but only on 127.0.0.1, which is why the check passes all the same.',
        'Er ist offen, aber nur auf 127.0.0.1, und darum besteht die Prüfung trotzdem.',
      ),
      no(
        'removed',
        'Yes. The port was removed from the kubelet many versions ago, so nothing is there.',
        'Ja. Der Port wurde schon vor vielen Versionen aus dem kubelet entfernt, es gibt ihn nicht.',
      ),
    ],
    why: {
      en: 'With bare flags the default is 10255 to this day; only a kubelet with a configuration file has it closed. The check looks for a forbidden value and finds none.',
      de: 'Bei bloßen Flags ist der Standard bis heute 10255; nur ein kubelet mit Konfigurationsdatei hat ihn zu. Die Prüfung sucht nach einem verbotenen Wert und findet keinen.',
    },
  },
  'nodes-proxy': {
    scenario: 'kubeadm',
    text: {
      en: 'Somebody has the right nodes/proxy and runs a command in a pod through it. What does he get past?',
      de: 'Jemand hat das Recht nodes/proxy und führt damit einen Befehl in einem Pod aus. Woran kommt er vorbei?',
    },
    options: [
      yes('rbac', 'the right pods/exec in the pod’s namespace', 'am Recht pods/exec im Namespace des Pods'),
      yes('admission', 'admission plugins that look at exec', 'an Admission-Plugins, die auf exec achten'),
      no(
        'audit',
        'the audit entry of a proxy request at the kube-apiserver',
        'am Audit-Eintrag einer Proxy-Anfrage beim kube-apiserver',
      ),
      no('kubelet', 'the kubelet’s own question whether he may', 'an der Frage des kubelet, ob er das darf'),
    ],
    why: {
      en: 'For the kube-apiserver it is a request for a node, not for a pod: what guards pods/exec is not asked. The proxy request is in its audit log; calls straight to the kubelet are not. The kubelet does ask, and nodes/proxy is its answer.',
      de: 'Für den kube-apiserver ist es eine Anfrage an einen Node, nicht an einen Pod: Was pods/exec bewacht, wird nicht gefragt. Die Proxy-Anfrage steht in seinem Audit-Log, Aufrufe direkt am kubelet nicht. Der kubelet fragt durchaus, und nodes/proxy ist die Antwort.',
    },
  },
  'insecure-port': {
    scenario: 'everything-wrong',
    text: {
      en: 'The insecure port of the kube-apiserver: since which version is it not served any more, and since which version is its flag gone?',
      de: 'Der unsichere Port des kube-apiserver: Seit welcher Version wird er nicht mehr bedient, und seit welcher ist sein Flag entfernt?',
    },
    options: [
      yes('20-24', '1.20 and 1.24', '1.20 und 1.24'),
      no('10-20', '1.10 and 1.20', '1.10 und 1.20'),
      no('22-22', '1.22 and 1.22', '1.22 und 1.22'),
      no('24-27', '1.24 and 1.27', '1.24 und 1.27'),
    ],
    why: {
      en: 'From 1.20 on the flag did nothing but accept 0; in 1.24 it was removed, and a kube-apiserver with it does not start.',
      de: 'Ab 1.20 nahm das Flag nur noch 0 an und bewirkte nichts; in 1.24 wurde es entfernt, und ein kube-apiserver mit diesem Flag startet nicht.',
    },
  },
  'bootstrap-token': {
    scenario: 'kubeadm',
    text: {
      en: 'Nobody checks the server. Why is a bootstrap token then a greater danger than the certificate of a kubelet?',
      de: 'Niemand prüft den Server. Warum ist ein Bootstrap-Token dann gefährlicher als das Zertifikat eines kubelet?',
    },
    options: [
      yes(
        'replay',
        'It works again, and buys a certificate for any node name.',
        'Es gilt noch einmal und kauft ein Zertifikat für jeden Node-Namen.',
      ),
      no(
        'admin',
        'It has the rights of an administrator until it is deleted.',
        'Es hat die Rechte eines Administrators, bis es gelöscht wird.',
      ),
      no(
        'short',
        'It is so short that it can be guessed in a few hours.',
        'Es ist so kurz, dass es sich in Stunden erraten lässt.',
      ),
      no(
        'plain',
        'It is always sent without encryption, unlike a certificate.',
        'Es wird anders als ein Zertifikat immer unverschlüsselt gesendet.',
      ),
    ],
    why: {
      en: 'A token is sent as data and can be used again; a certificate’s key stays on the node. With the usual automatic approval the token is worth a client certificate for the name of any node.',
      de: 'Ein Token wird als Daten gesendet und lässt sich wieder verwenden; der Schlüssel eines Zertifikats bleibt auf dem Node. Mit der üblichen automatischen Genehmigung ist das Token ein Client-Zertifikat auf den Namen eines beliebigen Nodes wert.',
    },
  },
} as const satisfies Readonly<Record<string, CatalogItem>>;

export type CatalogQuestionId = keyof typeof catalogQuestions;
export const catalogQuestionIds = Object.keys(catalogQuestions) as readonly CatalogQuestionId[];

/** One of them, whatever its id. */
export function catalogItem(id: CatalogQuestionId): CatalogItem {
  return catalogQuestions[id];
}
