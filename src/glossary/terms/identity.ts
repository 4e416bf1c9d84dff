import type { Term } from '../term.ts';

/** How somebody proves who he is, and what he may do. */
export const identityTerms: readonly Term[] = [
  {
    id: 'certificate',
    words: {
      en: ['certificate', 'certificates'],
      de: ['Zertifikat', 'Zertifikats', 'Zertifikate', 'Zertifikaten', 'Zertifikates'],
    },
    definition: {
      en: 'A signed statement that a public key belongs to a name. Whoever shows it must also prove that he has the private key, which is never sent.',
      de: 'Eine signierte Aussage, dass ein öffentlicher Schlüssel zu einem Namen gehört. Wer es zeigt, muss auch beweisen, dass er den privaten Schlüssel hat, der nie gesendet wird.',
    },
    see: ['ca', 'x509', 'proof-of-possession'],
    source: 'RFC 5280',
  },
  {
    id: 'ca',
    words: {
      en: ['CA', 'CAs', 'certificate authority', 'certification authority'],
      de: ['CA', 'CAs', 'Zertifizierungsstelle', 'Zertifizierungsstellen'],
    },
    definition: {
      en: 'A certificate authority signs certificates. Who trusts a CA accepts every certificate that it has signed for the wanted name.',
      de: 'Eine Zertifizierungsstelle signiert Zertifikate. Wer einer CA vertraut, nimmt jedes Zertifikat an, das sie für den gewünschten Namen signiert hat.',
    },
    see: ['certificate', 'self-signed', 'san'],
    source: 'RFC 5280, 3.2',
  },
  {
    id: 'self-signed',
    words: {
      en: ['self-signed', 'self-signed certificate', 'self-signed certificates'],
      de: [
        'selbst signiert',
        'selbst signiertes',
        'selbst signierte',
        'selbst signierten',
        'selbstsigniert',
        'selbstsigniertes',
        'selbstsignierte',
        'selbstsignierten',
        'selbstsigniertem',
      ],
    },
    definition: {
      en: 'A certificate signed with its own key, by no CA. Anybody can make one with any name on it, so it proves nothing unless the client knew this very certificate before.',
      de: 'Ein Zertifikat, das mit seinem eigenen Schlüssel signiert ist, von keiner CA. Jeder kann eines mit jedem Namen machen; es beweist nichts, außer der Client kannte genau dieses schon vorher.',
    },
    see: ['certificate', 'ca'],
  },
  {
    id: 'serving-certificate',
    words: {
      en: ['serving certificate', 'serving certificates', 'server certificate', 'server certificates'],
      de: [
        'Server-Zertifikat',
        'Server-Zertifikats',
        'Server-Zertifikate',
        'Server-Zertifikaten',
        'Serverzertifikat',
        'Serverzertifikats',
        'Serverzertifikate',
        'Serverzertifikaten',
        'Serving-Zertifikat',
        'Serving-Zertifikats',
        'Serving-Zertifikate',
        'Serving-Zertifikaten',
      ],
    },
    definition: {
      en: 'The certificate that a server shows to its clients. A kubelet makes itself a self-signed one unless it gets one from a CA.',
      de: 'Das Zertifikat, das ein Server seinen Clients zeigt. Ein kubelet macht sich selbst ein selbst signiertes, außer es bekommt eines von einer CA.',
    },
    see: ['certificate', 'self-signed', 'csr'],
    source: 'kubernetes.io: TLS bootstrapping',
  },
  {
    id: 'client-certificate',
    words: {
      en: ['client certificate', 'client certificates'],
      de: [
        'Client-Zertifikat',
        'Client-Zertifikats',
        'Client-Zertifikate',
        'Client-Zertifikaten',
        'Clientzertifikat',
        'Clientzertifikate',
      ],
    },
    definition: {
      en: 'A certificate with which a client proves itself to a server. The proof holds for this one handshake only and cannot be passed on.',
      de: 'Ein Zertifikat, mit dem sich ein Client beim Server ausweist. Der Nachweis gilt nur für diesen einen Handshake und lässt sich nicht weiterreichen.',
    },
    see: ['proof-of-possession', 'mutual-tls', 'bearer-token'],
  },
  {
    id: 'csr',
    words: {
      en: ['CSR', 'CSRs', 'certificate signing request', 'CertificateSigningRequest', 'certificate request'],
      de: [
        'CSR',
        'CSRs',
        'Zertifikatsanforderung',
        'Zertifikatsanforderungen',
        'Zertifikatsanfrage',
        'CertificateSigningRequest',
      ],
    },
    definition: {
      en: 'A request to a CA to sign a certificate. In Kubernetes it is an object that somebody must approve; requests for kubelets’ serving certificates are never approved by Kubernetes itself.',
      de: 'Eine Bitte an eine CA, ein Zertifikat zu signieren. In Kubernetes ist sie ein Objekt, das jemand genehmigen muss; Anträge für Server-Zertifikate von kubelets genehmigt Kubernetes nie selbst.',
    },
    see: ['ca', 'serving-certificate'],
    source: 'kubernetes.io: TLS bootstrapping',
  },
  {
    id: 'san',
    words: {
      en: ['SAN', 'SANs', 'subject alternative name', 'subject alternative names'],
      de: ['SAN', 'SANs', 'Subject Alternative Name', 'Subject Alternative Names'],
    },
    definition: {
      en: 'The names and IP addresses for which a certificate holds. A client that checks compares the address it dialled with them.',
      de: 'Die Namen und IP-Adressen, für die ein Zertifikat gilt. Ein prüfender Client vergleicht damit die Adresse, die er angewählt hat.',
    },
    see: ['certificate', 'server-authentication'],
    source: 'RFC 5280, 4.2.1.6',
  },
  {
    id: 'x509',
    words: { en: ['x509', 'X.509'], de: ['x509', 'X.509'] },
    definition: {
      en: 'The standard form of certificates, also those of TLS. Errors of a failed check in Kubernetes begin with this word.',
      de: 'Die genormte Form von Zertifikaten, auch derer von TLS. Fehlermeldungen einer gescheiterten Prüfung beginnen in Kubernetes mit diesem Wort.',
    },
    see: ['certificate'],
    source: 'RFC 5280',
  },
  {
    id: 'server-authentication',
    words: {
      en: ['server authentication', 'verify the server', 'unverified', 'verified'],
      de: [
        'Server-Authentifizierung',
        'Serverauthentifizierung',
        'Authentifizierung des Servers',
        'ungeprüft',
        'ungeprüftes',
        'ungeprüfte',
        'überprüft',
      ],
    },
    definition: {
      en: 'The client checks that the server is the one it wanted: a trusted CA signed the certificate, and the name or address in it is the one that was dialled. Unverified means that nobody checks.',
      de: 'Der Client prüft, dass der Server der gewünschte ist: Eine vertraute CA hat das Zertifikat signiert, und Name oder Adresse darin sind die angewählten. Ungeprüft heißt, dass niemand nachsieht.',
    },
    see: ['certificate', 'san', 'man-in-the-middle'],
  },
  {
    id: 'authentication',
    words: {
      en: ['authentication', 'authenticate', 'authenticates', 'authenticated'],
      de: ['Authentifizierung', 'authentifiziert', 'authentifizieren', 'Authentisierung'],
    },
    definition: {
      en: 'Finding out who somebody is, by a certificate, a token or a password. What he may do is decided afterwards, by authorization.',
      de: 'Feststellen, wer jemand ist, durch Zertifikat, Token oder Passwort. Was er darf, entscheidet danach die Autorisierung.',
    },
    see: ['authorization', 'anonymous'],
    source: 'kubernetes.io: Authenticating',
  },
  {
    id: 'authorization',
    words: {
      en: ['authorization', 'authorizer', 'authorizers', 'authorize', 'authorizes', 'authorized'],
      de: ['Autorisierung', 'autorisiert', 'autorisieren', 'Authorizer'],
    },
    definition: {
      en: 'Deciding what somebody may do once it is known who he is. In Kubernetes this is usually RBAC; `AlwaysAllow` decides nothing.',
      de: 'Entscheiden, was jemand darf, sobald bekannt ist, wer er ist. In Kubernetes ist das meist RBAC; `AlwaysAllow` entscheidet nichts.',
    },
    see: ['rbac', 'always-allow', 'authentication'],
    source: 'kubernetes.io: Authorization',
  },
  {
    id: 'rbac',
    words: { en: ['RBAC', 'role-based access control'], de: ['RBAC', 'rollenbasierte Zugriffskontrolle'] },
    definition: {
      en: 'Role-based access control: roles list what is allowed, and bindings give them to users, groups and service accounts.',
      de: 'Rollenbasierte Zugriffskontrolle: Rollen zählen auf, was erlaubt ist, und Bindungen geben sie Benutzern, Gruppen und Dienstkonten.',
    },
    see: ['authorization', 'service-account'],
    source: 'kubernetes.io: Using RBAC Authorization',
  },
  {
    id: 'anonymous',
    words: {
      en: ['anonymous', 'anonymous request', 'anonymous requests'],
      de: ['anonym', 'anonyme', 'anonymen', 'anonymer', 'anonyme Anfrage', 'anonyme Anfragen'],
    },
    definition: {
      en: 'A caller without any credential. Where the server lets him in, authorization decides what he may do; with `AlwaysAllow` on a kubelet that is everything.',
      de: 'Ein Aufrufer ohne Anmeldeinformationen. Wo der Server ihn einlässt, entscheidet die Autorisierung, was er darf; mit `AlwaysAllow` auf einem kubelet ist das alles.',
    },
    see: ['authentication', 'always-allow'],
    source: 'kubernetes.io: Kubelet authentication/authorization',
  },
  {
    id: 'always-allow',
    words: { en: ['AlwaysAllow'], de: ['AlwaysAllow'] },
    definition: {
      en: 'A mode of authorization that checks nothing: whoever is let in may do everything. It is what a kubelet does that was started with neither a configuration file nor the flag.',
      de: 'Eine Betriebsart der Autorisierung, die nichts prüft: Wer eingelassen wird, darf alles. So verhält sich ein kubelet, das ohne Konfigurationsdatei und ohne das Flag gestartet wurde.',
    },
    see: ['authorization', 'anonymous'],
    source: 'kubernetes.io: Kubelet authentication/authorization',
    exact: true,
  },
  {
    id: 'credential',
    words: {
      en: ['credential', 'credentials'],
      de: ['Anmeldeinformation', 'Anmeldeinformationen', 'Anmeldedaten', 'Zugangsdaten'],
    },
    definition: {
      en: 'What somebody shows to be let in: a certificate with its key, a token, a password. Tokens and passwords are sent, keys are not.',
      de: 'Was jemand vorweist, um eingelassen zu werden: ein Zertifikat mit seinem Schlüssel, ein Token, ein Passwort. Token und Passwörter werden gesendet, Schlüssel nicht.',
    },
    see: ['client-certificate', 'bearer-token', 'replay'],
  },
  {
    id: 'bearer-token',
    words: {
      en: ['bearer token', 'bearer tokens', 'token', 'tokens'],
      de: ['Bearer-Token', 'Bearer-Tokens', 'Token', 'Tokens'],
    },
    definition: {
      en: 'A secret that is sent with each request; whoever holds it counts as its owner. An attacker who has read it uses it himself until it expires or is revoked.',
      de: 'Ein Geheimnis, das mit jeder Anfrage gesendet wird; wer es hat, gilt als sein Besitzer. Ein Angreifer, der es gelesen hat, verwendet es selbst, bis es abläuft oder widerrufen wird.',
    },
    see: ['replay', 'service-account', 'client-certificate'],
    source: 'RFC 6750',
  },
  {
    id: 'bootstrap-token',
    words: {
      en: ['bootstrap token', 'bootstrap tokens'],
      de: ['Bootstrap-Token', 'Bootstrap-Tokens'],
    },
    definition: {
      en: 'A short-lived token with which a new kubelet asks for its first client certificate. Whoever steals it in time can ask for one as well.',
      de: 'Ein kurzlebiges Token, mit dem ein neues kubelet sein erstes Client-Zertifikat anfordert. Wer es rechtzeitig stiehlt, kann ebenfalls eines anfordern.',
    },
    see: ['csr', 'bearer-token', 'kubelet'],
    source: 'kubernetes.io: Authenticating with Bootstrap Tokens',
  },
  {
    id: 'service-account',
    words: {
      en: ['service account', 'service accounts', 'ServiceAccount', 'ServiceAccounts', 'service account token'],
      de: [
        'Dienstkonto',
        'Dienstkontos',
        'Dienstkonten',
        'ServiceAccount',
        'ServiceAccounts',
        'Service-Account',
        'Service-Accounts',
        'ServiceAccount-Token',
        'Service-Account-Token',
      ],
    },
    definition: {
      en: 'An identity for software in the cluster. Its token usually lies in the pod as a file and is sent as a bearer token.',
      de: 'Eine Identität für Software im Cluster. Ihr Token liegt meist als Datei im Pod und wird als Bearer-Token gesendet.',
    },
    see: ['bearer-token', 'pod', 'rbac'],
    source: 'kubernetes.io: Service Accounts',
  },
  {
    id: 'proof-of-possession',
    words: {
      en: ['proof of possession', 'proves possession'],
      de: ['Besitznachweis', 'Besitznachweises', 'Nachweis des Besitzes'],
    },
    definition: {
      en: 'Showing that one has a private key without sending it: a signature over the present handshake. In another handshake it is worthless, so it cannot be passed on.',
      de: 'Zeigen, dass man einen privaten Schlüssel hat, ohne ihn zu senden: durch eine Signatur über den laufenden Handshake. In einem anderen ist sie wertlos, also lässt sie sich nicht weiterreichen.',
    },
    see: ['client-certificate', 'relay', 'bearer-token'],
    source: 'RFC 8446, 4.4.3',
  },
];
