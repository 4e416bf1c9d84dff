import type { PathExplanations } from '../wordsOfPaths.ts';

/** What the details of a path say: what flows, why, what it means, what closes it. Loaded with the details. English is the source; German has the same keys, or does not compile. */
export const texts = {
  'path.P01.flow':
    'The kubelet reports its node and watches the pods it shall run. It proves itself with a client certificate (system:node:NAME).',
  'path.P02.flow':
    'On its first start the kubelet asks for a client certificate and proves itself with a bootstrap token.',
  'path.P03.flow': 'kube-proxy watches Services and EndpointSlices, usually with a service account token.',
  'path.P04.flow':
    'A pod calls the API through the kubernetes Service, with the mounted CA and its service account token. kube-proxy rewrites the address only; the TLS session is end to end.',
  'path.P05.flow': 'The scheduler watches pods and binds them to nodes, over the secure port.',
  'path.P06.flow': 'The controllers read and write nearly every object, over the secure port.',
  'path.P07.flow': 'The cloud controllers keep nodes, routes and load balancers in step with the provider.',
  'path.P08.flow': 'kubectl logs: the kube-apiserver fetches a container’s log from the kubelet.',
  'path.P09.flow': 'kubectl exec and attach: commands, keystrokes and output travel to and from the kubelet.',
  'path.P10.flow': 'kubectl port-forward: raw TCP to a port of a pod, through the kubelet.',
  'path.P11.flow':
    'nodes/NAME/proxy without a port, or with the kubelet’s port, uses the kubelet connection: always TLS, with the kube-apiserver’s certificate, whatever prefix the URL has.',
  'path.P12.flow': 'nodes/NAME:PORT/proxy: plain HTTP to another port of a node.',
  'path.P13.flow': 'nodes/https:NAME:PORT/proxy: TLS to another port of a node, never verified.',
  'path.P14.flow': 'pods/NAME/proxy: plain HTTP to a pod.',
  'path.P15.flow': 'pods/https:NAME:PORT/proxy: TLS to a pod, never verified.',
  'path.P16.flow': 'services/NAME/proxy: plain HTTP to a pod behind the Service.',
  'path.P17.flow': 'services/https:NAME:PORT/proxy: TLS to a pod behind the Service, never verified.',
  'path.P18.flow': 'The kube-apiserver opens an SSH tunnel to each node (removed in 1.22).',
  'path.P19.flow':
    'The inner connection leaves the tunnel on a node: on the target’s own node for kubelets, on a random one for pods and Services.',
  'path.P20.flow': 'The kube-apiserver hands connections into the cluster to the konnectivity-server.',
  'path.P21.flow':
    'The agent on a node dials out and keeps the tunnel open; requests travel through it towards the cluster.',
  'path.P22.flow':
    'The inner connection leaves the tunnel at an agent and goes on as plain TCP with its own protection, or none.',
  'documented.safe': 'The documentation counts this path as secured by default, fit for untrusted and public networks.',
  'documented.unsafe':
    'The documentation calls these connections not safe on untrusted or public networks. With the https: prefix they are encrypted, but the certificate is not checked and no credential is sent.',
  'documented.unsafe-unless-kubelet-ca':
    'The documentation warns: by default the kube-apiserver does not verify the kubelet’s certificate, which is open to a man in the middle; use --kubelet-certificate-authority, else a tunnel.',
  'documented.listeners-only':
    'The documentation says that the tunnel keeps traffic from being seen outside of the nodes’ network. That holds against listeners; the host key was never checked.',
  'documented.replacement':
    'The seed page only says that a replacement for SSH tunnels is being developed. Konnectivity is that replacement.',
  'documented.kubelet-port':
    'The documentation says that connections to nodes default to plain HTTP. For the kubelet’s own port that is not so: it is TLS, like logs and exec.',
  'stake.P01.read': 'pod specs, Secrets and ConfigMaps that this node fetches',
  'stake.P01.change': 'the list of pods that the node runs',
  'stake.P01.server': 'feeds the kubelet invented pods, even privileged ones, which then run on the node',
  'stake.P02.read': 'the bootstrap token and the certificate request',
  'stake.P02.change': 'the certificate and the CA that the node gets',
  'stake.P02.server': 'gives the joining node a false CA and owns it for good',
  'stake.P03.read': 'Services and endpoints, and the token',
  'stake.P03.change': 'the endpoint list',
  'stake.P03.server': 'points any ClusterIP on that node to himself',
  'stake.P04.read': 'what the pod asks and gets, Secrets included',
  'stake.P04.change': 'the answers that the pod acts on',
  'stake.P04.server': 'shows the pod an invented cluster',
  'stake.PC.read': 'the cluster state that the component watches',
  'stake.PC.change': 'that state, and so scheduling and eviction',
  'stake.PC.server': 'feeds the component false cluster state',
  'stake.P08.read': 'which pod was asked for; the log itself only if he can relay',
  'stake.P08.change': 'log lines: kubectl shows forged or censored logs',
  'stake.P08.server': 'answers as the kubelet with invented logs',
  'stake.P09.read': 'the command line and every keystroke, passwords included',
  'stake.P09.change': 'the output and the exit code that the operator sees',
  'stake.P09.server': 'answers as the kubelet with a fake shell',
  'stake.P10.read': 'what an application sends through the forward, logins included',
  'stake.P10.change': 'the bytes in both directions, unless the application has its own checked TLS',
  'stake.P10.server': 'poses as the pod’s service and collects its logins',
  'stake.P11.read': 'the requests to the kubelet’s API',
  'stake.P11.change': 'answers of /configz, /metrics and /run',
  'stake.P11.server': 'answers as the kubelet',
  'stake.PX.read': 'paths, query strings, bodies, cookies and the answers; the user’s own token is never passed on',
  'stake.PX.change': 'requests and answers, which reach the browser from the kube-apiserver’s origin',
  'stake.PX.server': 'answers in place of the node, pod or Service',
  'stake.PT.read': 'everything inside that has no protection of its own',
  'stake.PT.change': 'everything inside that has no protection of its own',
  'stake.PT.server': 'poses as the tunnel’s end and receives the traffic',
  'verb.read': 'Read',
  'verb.change': 'Change',
  'verb.server': 'Pose as the server',
  'verb.client': 'Pose as the client',
  'verb.steal': 'Steal a credential',
  'because.none': 'the connection is not encrypted',
  'because.opportunistic':
    'the client accepts any certificate or host key, so the attacker ends the encrypted session himself',
  'because.verified':
    'the client checks the server’s certificate and name, and the attacker cannot show one that passes',
  'because.local': 'it never leaves the machine: file permissions guard it',
  'because.unknown': 'the settings that decide it are not known',
  'because.open': 'the server lets in clients without any credential',
  'because.replay': 'the stolen credential works again against the true server',
  'because.plain-client': 'nothing on this connection tells one client from another',
  'because.possession': 'the client proves itself with a key that never travels, and the proof cannot be passed on',
  'because.token-hidden': 'the secret travels only inside the verified session',
  'because.no-credential': 'no credential is sent on this connection',
  'because.refused': 'the server refuses clients without a credential',
  'because.token-seen': 'the token is sent as data, and whoever ends the session owns it',
  'because.trusted': 'it is assumed that nobody hostile is on this network',
  'because.local-process': 'any process on that host can connect',
  'answer.yes': 'yes',
  'answer.no': 'no',
  'answer.unknown': 'not determined',
  'relay.true': 'He can pass everything on to the true server: he reads and alters real data, and nobody notices.',
  'relay.false': 'He cannot reach the true server as the client.',
  'relay.false-poser':
    'He cannot reach the true server as the client: he sees what the client sends and invents the answers.',
  'relay.unknown': 'Whether he can reach the true server is not determined.',
  'fix.none': 'Nothing to close.',
  'fix.unknown': 'Import the files that decide it: the kube-apiserver’s manifest and each KubeletConfiguration.',
  'segment.entry': 'Entry leg',
  'segment.tunnel': 'Inside the tunnel',
  'segment.tunnel-end': 'At the tunnel’s end',
  'segment.last-hop': 'Last hop',
  'path.A01.flow':
    'All of the cluster’s state, Secrets included, is read and written here. Any accepted client certificate may do everything.',
  'path.A02.flow': 'The etcd members replicate every write to each other.',
  'path.A03.flow': 'The front half of logs, exec and every proxy call: a user’s requests, with certificate or token.',
  'path.A04.flow':
    'Forwarding TCP, it leaves TLS end to end. Ending TLS, it sees every token and cannot pass a client certificate on.',
  'path.A05.flow':
    'The kube-apiserver shows a webhook whole objects and asks whether to admit or change them. Always verified, by caBundle or the system’s roots.',
  'path.A06.flow':
    'Requests for another API group are passed on, with the front proxy’s certificate and the user’s name in X-Remote headers.',
  'path.A07.flow': 'Webhooks named in files decide who somebody is, what they may do, or receive the audit log.',
  'path.A08.flow':
    'Between versions that differ, one kube-apiserver asks another for resources that it does not serve itself.',
  'path.A09.flow': 'metrics-server collects usage from every kubelet and proves itself with its service account token.',
  'path.A10.flow': 'A Unix socket without TLS: file permissions are all that guards it. Who reaches it owns the node.',
  'path.A11.flow':
    'Liveness, readiness and startup probes, usually on the same node. HTTPS probes never check the certificate.',
  'path.A12.flow': 'Plain HTTP without any login lists every pod of the node with its literal environment values.',
  'path.A13.flow': 'Small status servers of the components. What listens on the loopback address stays on the machine.',
  'path.A14.flow':
    'Whatever the applications speak, over the pod network. Kubernetes adds neither encryption nor authentication.',
  'path.A15.flow': 'As pod to pod, with the address rewritten by kube-proxy. The name of a Service proves nothing.',
  'path.A16.flow':
    'Passed through to a pod as it comes, perhaps from node to node. Only the application can encrypt it.',
  'path.A17.flow':
    'Images are pulled over HTTPS with the system’s roots, unless the runtime was told otherwise. Digests protect content, tags do not.',
  'path.A18.flow':
    'The same port as for the kube-apiserver, for anybody who reaches the node: no admission, no audit at the kube-apiserver.',
  'path.A19.flow': 'The konnectivity-server asks the kube-apiserver whether an agent’s token is genuine.',
  'path.A20.flow': 'Plain HTTP, no login, everything allowed. It stopped serving in 1.20.',
  'path.A21.flow':
    'k3s and RKE2 bring a tunnel of their own: agents dial the server, which reaches kubelets through it.',
  'path.A22.flow':
    'Each address that etcd listens on, as it meets any client reaches it. etcd has no authorization: a client that is accepted may read and write everything.',
  'path.A23.flow':
    'The kube-apiserver fetches the issuer’s configuration and keys. With them it decides which ID tokens are valid, and so who a user is.',
  'path.A24.flow':
    'With staticPodURL the kubelet asks a web server which Pods to run, and runs what the answer says, past every admission check.',
  'path.A25.flow':
    'Pods look up names over UDP and TCP in plaintext. The answer decides which address the next connection goes to.',
  'path.A26.flow':
    'It asks the provider for nodes, routes and load balancers, with the provider’s credentials. Its TLS settings are the provider’s own, and no Kubernetes file shows them.',
  'path.A27.flow':
    'Spans are sent by gRPC without TLS: the exporter is made so, and no setting changes it. Without an endpoint they go to the same host.',
  'path.A28.flow': 'Data encryption keys and signatures come from a socket on the host of the kube-apiserver.',
  'path.A29.flow':
    'The scheduler sends Pods and nodes to the extender and takes its answer. Whether there is TLS, the address says; with enableHTTPS and without a CA nothing is verified.',
  'path.A30.flow':
    'An agent joins with the cluster’s token on the server’s supervisor port. Only a token that holds the hash of the CA verifies the server.',
  'path.A31.flow':
    'Prometheus and others like it fetch metrics from every kubelet with a ServiceAccount token. Common configurations tell them not to verify the kubelet’s certificate.',
  'path.A32.flow':
    'On a cloud’s instance, pods reach the address that hands out the instance’s credentials, by plain HTTP. What the provider does against it (hop limit, a metadata server of its own) stands in no Kubernetes file; on AWS, aws ec2 describe-instances shows it (MetadataOptions).',
  'path.A33.flow':
    'A further control-plane host fetches the cluster’s keys with a bootstrap token; they are encrypted with the certificate key. Whether the host verified the server stood on its command line.',
  'path.A34.flow':
    'Clouds and other services that accept the cluster’s ServiceAccount tokens fetch the issuer’s keys. What they verify is their own setting.',
  'path.A35.flow':
    'Network plugins tell each other where pods are: by BGP, by a protocol of their own, or through the Kubernetes API. Which one it is, no Kubernetes object says for certain; calicoctl node status and cilium status do.',
  'path.A36.flow':
    'For exec, attach and port-forward the kubelet dials a server of the container runtime; by default it listens on loopback without TLS. Credential providers are programs that the kubelet starts.',
  'path.A37.flow':
    'TLS of an Ingress ends at its controller. From there to the pods it is plain HTTP unless the controller is told otherwise, and even then it does not verify them by default.',
  'stake.AE.read': 'Every Secret and token of the cluster.',
  'stake.AE.change': 'Any write: new administrators, changed workloads.',
  'stake.AE.server': 'The control plane works on invented state.',
  'stake.AU.read': 'What the user sends: manifests with Secrets, shell input.',
  'stake.AU.change': 'What is applied, and what the user sees as the cluster’s answer.',
  'stake.AU.server': 'The user believes an invented cluster.',
  'stake.AW.read': 'Whole objects under review, or tokens and user names.',
  'stake.AW.change': 'The decision: who somebody is, what is admitted.',
  'stake.AW.server': 'The attacker’s webhook decides for the kube-apiserver.',
  'stake.AG.read': 'The user’s name and groups, and the objects that the extension serves.',
  'stake.AG.change': 'The objects that the extension serves, such as the metrics that autoscalers follow.',
  'stake.AG.server': 'Invented objects of a whole API group.',
  'stake.AM.read': 'Usage figures of nodes and pods.',
  'stake.AM.change': 'Figures that steer autoscalers and schedulers.',
  'stake.AM.server': 'Invented metrics, and whatever credential is sent.',
  'stake.AN.read': 'Pod specs, node state, logs, depending on the port.',
  'stake.AN.change': 'What monitoring and operators believe about the node.',
  'stake.AN.server': 'A node that looks healthy and is not.',
  'stake.AP.read': 'Application data, logins and cookies.',
  'stake.AP.change': 'Any request and any answer of the application.',
  'stake.AP.server': 'Users and pods talk to the attacker’s application.',
  'stake.AI.read': 'Which images run, and the registry login.',
  'stake.AI.change': 'The image behind a tag: the attacker’s code runs in the cluster.',
  'stake.AI.server': 'Any content for any tag; a digest would notice.',
  'stake.AO.read': 'The issuer’s configuration and public keys.',
  'stake.AO.change': 'The keys that ID tokens are checked with: the attacker signs tokens for any user.',
  'stake.AO.server': 'The attacker’s keys count: any user, any group.',
  'stake.AS.read': 'The manifests of the node’s static Pods.',
  'stake.AS.change': 'Which containers run on the node, privileged ones too.',
  'stake.AS.server': 'The kubelet runs the Pods that the attacker names.',
  'stake.AD.read': 'Which names each pod looks up.',
  'stake.AD.change': 'The address behind a name: connections go to the attacker.',
  'stake.AD.server': 'Any name leads where the attacker wants; only a verified server notices.',
  'stake.AT.read': 'Names, times and attributes of requests.',
  'stake.AT.change': 'Traces: a request disappears or is invented.',
  'stake.AT.server': 'The attacker receives the traces.',
  'stake.AX.read': 'What is asked, and the objects that are sent with it.',
  'stake.AX.change': 'The answer: where a Pod runs, which nodes and load balancers there are.',
  'stake.AX.server': 'The attacker answers for the service.',
  'stake.AV.read': 'The node’s credentials with the cloud.',
  'stake.AV.change': 'What the provider tells a node: its user data, its keys.',
  'stake.AV.server': 'The attacker answers as the provider: start scripts and keys of their own.',
  'stake.AR.read': 'Which pods are on which node.',
  'stake.AR.change': 'Routes: traffic to pods takes another way.',
  'stake.AR.server': 'The attacker is a peer and draws the traffic of pods to themselves.',
  'stake.AY.read': 'Public keys of the issuer.',
  'stake.AY.change': 'The keys: tokens of the attacker are taken for those of the cluster.',
  'stake.AY.server': 'Services that accept the cluster’s tokens accept the attacker’s.',
  'rule.R1':
    'Encryption: local where no network is crossed, none in plain text, opportunistic where the client does not prove the server, else verified. A chain without the name proves nobody.',
  'rule.R2':
    'Server authentication: what the client checks, where the encryption is verified; file permissions where nothing leaves the machine.',
  'rule.R3': 'Client authentication: the credential that is sent, unless the server does not ask.',
  'rule.R4': 'Authorization: what the server checks, unless it does not ask who is there.',
  'rule.R5': 'Integrity follows encryption: none, against listeners only, or complete.',
  'rule.R6': 'A listener reads only plain text, and can use a secret again that he read.',
  'rule.R7':
    'Who answers in the server’s place reads, changes and poses where the server is not proven; he takes a secret with him; the client’s place he gets where strangers are served, with a secret, or in plain text.',
  'rule.R8': 'Without anybody on the wire there is left whoever reaches the port, where strangers are served.',
  'rule.R9':
    'Bridging to the true server needs an unproven server, and one of: strangers are served, a secret that works again, plain text.',
  'rule.R10': 'Without a bridge the attacker sees what the client sends, not what the true server would have answered.',
  'rule.R11':
    'Safe on an untrusted network: nobody who answers can read, change, pose or steal, and strangers are not served.',
  'rule.R12':
    'Protected needs a proven server, a proven client and checked rights. Encryption alone is never enough. Servers that have no authorizer by design (etcd, the Konnectivity server) need a proven client only: whoever they accept may do everything.',
  'rule.R13': 'A middle box that ends TLS sees every secret, and makes client certificates impossible through it.',
  'rule.R14':
    'Tokens and passwords can be used again by who saw them; a certificate or an SSH key cannot, since only a proof is sent.',
  'rule.G1': 'An inner channel whose server is proven end to end loses nothing in a tunnel.',
  'rule.G2': 'On a leg of the tunnel only who gets through the outer protection reaches the inner channel.',
  'rule.G3': 'The host where the tunnel ends holds the inner channel as it is.',
  'rule.G4': 'The last hop to another host is as weak as the inner channel; on the same host there is no wire.',
  'rule.G5':
    'Which host is the end: with SSH the node by its address, else any; with Konnectivity any agent, unless routed to the host.',
  'rule.G6':
    'A false end is possible where agents are not authenticated, a node is taken over or the outer leg is not verified.',
  'rule.G7': 'A tunnel never changes who proves what at the ends of the inner channel.',
  'rule.G8': 'A kind of traffic without an entry in the egress selector is dialled directly.',
  'rule.G9': 'What nodes and clients open to the control plane never runs inside these tunnels.',
  'rules.title': 'Rule by rule',
  'rules.passive': 'A listener',
  'rules.active': 'Who answers in the server’s place',
  'rules.offPath': 'Whoever reaches the port',
  'rules.relay': 'Bridge to the true server',
  'rules.status': 'Overall',
  'prove.title': 'Prove it',
  'prove.lead':
    'The project’s laboratory builds this channel from real sockets on the loopback address, with throw-away certificates, and attacks it in every run of the tests. This is what the attackers got.',
  'prove.setup': 'Setup',
  'prove.listener': 'Listens',
  'prove.listener-nothing': 'read nothing of the exchange',
  'prove.listener-read': 'read: {{words}}',
  'prove.word.request': 'the request',
  'prove.word.answer': 'the answer',
  'prove.word.credential': 'the credential',
  'prove.word.server-name': 'the server’s name',
  'prove.word.client-certificate': 'the name in the client’s certificate',
  'prove.impostor': 'Answers in the server’s place',
  'prove.impostor-yes': 'The client took the forged answer.',
  'prove.impostor-no': 'The client hung up before it sent anything:',
  'prove.bytes': 'The request as the attacker read it',
  'prove.bridge': 'Bridges to the true server',
  'prove.bridge-yes': 'The true answer was altered, and the client took it.',
  'prove.bridge-no': 'It did not get the true answer to the client.',
  'prove.tamper': 'Changes bytes in flight',
  'prove.tamper-yes': 'Nobody noticed.',
  'prove.tamper-no': 'It was noticed, and the connection ended.',
  'prove.replay': 'Uses the credential again',
  'prove.replay-yes': 'It was accepted.',
  'prove.replay-no': 'There was none that works again.',
  'prove.anonymous': 'Connects without a credential',
  'prove.anonymous-yes': 'It was served.',
  'prove.anonymous-no': 'It was turned away.',
  'prove.refused': 'In this setup the honest client is refused as well.',
  'prove.agrees': 'The rules derive the same, in this and all {{count}} setups of the last run.',
  'prove.local': 'Nothing crosses a network here, so there is nothing to put an attacker on.',
  'prove.unknown': 'Which setup this is cannot be said, because not everything about it is known: {{fields}}.',
  'prove.tunnel': 'In the tunnel',
  'prove.tunnel-lead': 'The same channel through an outer leg ({{outer}}), measured on each part.',
  'inspector.how-known': 'How we know',
  'claim.title.says': 'The control plane is called “Master”.',
  'claim.title.truth':
    'The word was given up; the page is now called “Communication between Nodes and the Control Plane”. The snapshot itself says that it is no longer maintained.',
  'claim.title.english': 'Control plane throughout.',
  'claim.ends-at-apiserver.says':
    'All paths from the cluster to the master end at the apiserver; no other master component offers remote services.',
  'claim.ends-at-apiserver.truth':
    'True for the API. But the konnectivity-server takes connections of agents, and scheduler and controller-manager have HTTPS status ports.',
  'claim.ends-at-apiserver.english': 'Speaks of a hub and its spokes, with the same restriction.',
  'claim.secure-port.says':
    'The apiserver listens on a secure HTTPS port (443) with one or more forms of client authentication.',
  'claim.secure-port.truth':
    'The port is 6443 unless somebody sets another. A client certificate is asked for, not demanded: without any credential a caller is anonymous.',
  'claim.secure-port.english': '“Typically 443”.',
  'claim.authorization-on.says':
    'Authorization should be on, above all where anonymous requests or service account tokens are allowed.',
  'claim.authorization-on.truth':
    'Holds. Without it every accepted client may do everything; the kube-apiserver then switches anonymous requests off by itself, an authentication configuration file is not bound by that (measured on 1.36).',
  'claim.authorization-on.english': 'The same.',
  'claim.nodes-have-root.says':
    'Nodes should have the cluster’s root certificate, so that they connect securely and with valid credentials.',
  'claim.nodes-have-root.truth':
    'Holds: the CA in the kubeconfig is what makes the path verified. One field, insecure-skip-tls-verify, undoes it.',
  'claim.nodes-have-root.english': 'The same.',
  'claim.gke-certificate.says': 'On GKE the kubelet’s credential is a client certificate.',
  'claim.gke-certificate.truth': 'A client certificate is the usual way everywhere; it cannot be stolen on the wire.',
  'claim.gke-certificate.english': 'The example is gone; a client certificate is called a good approach.',
  'claim.tls-bootstrapping.says': 'TLS bootstrapping hands out kubelet client certificates automatically.',
  'claim.tls-bootstrapping.truth':
    'Holds. The first request is made with a bootstrap token, which can be stolen where the server is not verified.',
  'claim.tls-bootstrapping.english': 'The same.',
  'claim.service-account.says':
    'Pods connect securely with a service account: Kubernetes puts the root certificate and a bearer token into the pod.',
  'claim.service-account.truth':
    'Holds, for a client that uses both. One that skips verification gives its token to whoever answers. Since 1.21 the tokens are bound and expire by default.',
  'claim.service-account.english': 'The same.',
  'claim.kubernetes-service.says': 'The kubernetes service exists in all namespaces and has a virtual IP.',
  'claim.kubernetes-service.truth':
    'It exists in the namespace default only. Every pod gets its address in the environment.',
  'claim.kubernetes-service.english': '“In the default namespace”.',
  'claim.kube-proxy-redirect.says': 'The virtual IP is redirected by kube-proxy to the apiserver’s HTTPS endpoint.',
  'claim.kube-proxy-redirect.truth':
    'Holds. Only addresses are rewritten, below TLS: a wrong rewrite breaks the connection, it does not open it.',
  'claim.kube-proxy-redirect.english': 'The same.',
  'claim.components-secure-port.says': 'The master components use the secure port of the apiserver too.',
  'claim.components-secure-port.truth': 'Holds.',
  'claim.components-secure-port.english': 'The same.',
  'claim.secured-by-default.says':
    'Connections from nodes and pods to the master are secured by default and may cross untrusted networks.',
  'claim.secured-by-default.truth': 'Holds for every client that verifies the server; measured.',
  'claim.secured-by-default.english': 'The same.',
  'claim.two-ways.says':
    'There are two ways from the master to the cluster: to each kubelet, and through the proxy function to any node, pod or service.',
  'claim.two-ways.truth': 'Holds. Webhooks and aggregated API servers are a third, which the page does not name.',
  'claim.two-ways.english': 'The same.',
  'claim.kubelet-uses.says': 'The kubelet connections serve logs, attaching and port-forwarding.',
  'claim.kubelet-uses.truth':
    'exec goes the same way, and so do metrics, statistics and the node proxy without a port.',
  'claim.kubelet-uses.english': 'The same.',
  'claim.kubelet-https.says': 'These connections end at the kubelet’s HTTPS endpoint.',
  'claim.kubelet-https.truth': 'Holds; there is no plain way, and --kubelet-https=false was ignored.',
  'claim.kubelet-https.english': 'The same.',
  'claim.kubelet-not-verified.says':
    'By default the apiserver does not verify the kubelet’s serving certificate, which allows a man in the middle.',
  'claim.kubelet-not-verified.truth':
    'Still so, in 1.36 as in 1.20: forged logs and exec output were shown, typed input was read, and no log line warned.',
  'claim.kubelet-not-verified.english': 'The same.',
  'claim.kubelet-unsafe.says': 'So these connections are unsafe over untrusted networks.',
  'claim.kubelet-unsafe.truth': 'Holds, as long as the CA is not set.',
  'claim.kubelet-unsafe.english': 'The same.',
  'claim.kubelet-ca.says': 'To verify, give the apiserver a root bundle with --kubelet-certificate-authority.',
  'claim.kubelet-ca.truth':
    'Holds; chain, name and key usage are checked. It needs kubelets with signed certificates, else logs and exec fail, and a log request may still ask to skip the check.',
  'claim.kubelet-ca.english': 'The same.',
  'claim.ssh-instead.says': 'Where that is not possible, use SSH tunnels.',
  'claim.ssh-instead.truth':
    'Impossible since 1.22: the flags were removed. Konnectivity took their place; like them it moves the attacker, and does not verify the kubelet.',
  'claim.ssh-instead.english': 'Still names SSH tunnels, marks them deprecated and points to Konnectivity.',
  'claim.kubelet-authentication.says': 'Kubelet authentication and authorization should be on, to secure its API.',
  'claim.kubelet-authentication.truth':
    'Holds, and a kubelet with a configuration file has it by default; one with bare flags does not. It keeps strangers out, and does not stop a forged kubelet.',
  'claim.kubelet-authentication.english': 'The same.',
  'claim.proxy-plain.says':
    'Connections to a node, pod or service default to plain HTTP, neither authenticated nor encrypted.',
  'claim.proxy-plain.truth':
    'Holds for pods, services and other ports of a node. Not for nodes/NAME/proxy without a port or with the kubelet’s: that is the kubelet connection, always TLS with a client certificate.',
  'claim.proxy-plain.english': 'The same.',
  'claim.proxy-https-prefix.says': 'Prefix “https:” to the name in the URL for HTTPS.',
  'claim.proxy-https-prefix.truth':
    'Three parts are needed, https:NAME:PORT. “https:web” is read as the name https with the port web.',
  'claim.proxy-https-prefix.english': 'The same.',
  'claim.proxy-not-verified.says': 'The certificate of that endpoint is not verified.',
  'claim.proxy-not-verified.truth':
    'Holds and is hard coded; no flag changes it. The exception is the kubelet’s own port, which is verified where the CA is set.',
  'claim.proxy-not-verified.english': 'The same.',
  'claim.proxy-no-credentials.says': 'No client credentials are presented.',
  'claim.proxy-no-credentials.truth':
    'Holds for pods, services and other ports: no certificate, and the caller’s token is taken out. At the kubelet’s own port the certificate is presented.',
  'claim.proxy-no-credentials.english': 'The same.',
  'claim.proxy-no-integrity.says': 'So the connection is encrypted, but guarantees no integrity.',
  'claim.proxy-no-integrity.truth':
    'Holds against an attacker who answers. Bytes that are merely changed on the wire are noticed.',
  'claim.proxy-no-integrity.english': 'The same.',
  'claim.proxy-unsafe.says': 'These connections are currently not safe on untrusted networks.',
  'claim.proxy-unsafe.truth': 'Still so.',
  'claim.proxy-unsafe.english': 'The same.',
  'claim.ssh-supported.says': 'Kubernetes supports SSH tunnels to protect these paths.',
  'claim.ssh-supported.truth':
    'Removed in 1.22. In 1.20 the flags without working tunnels failed closed; today they are unknown.',
  'claim.ssh-supported.english': 'Says that SSH tunnels are deprecated.',
  'claim.ssh-to-each-node.says': 'The apiserver opens an SSH tunnel to each node, to port 22.',
  'claim.ssh-to-each-node.truth': 'So it was. The host key was never checked, so that anybody could answer.',
  'claim.ssh-to-each-node.english': 'The same, in a section marked deprecated.',
  'claim.ssh-all-traffic.says': 'All traffic for kubelets, nodes, pods and services goes through the tunnel.',
  'claim.ssh-all-traffic.truth':
    'So it was; but for a pod any node’s tunnel was taken, and the last hop went from node to node in clear.',
  'claim.ssh-all-traffic.english': 'The same, in a section marked deprecated.',
  'claim.ssh-not-visible.says': 'The tunnel makes sure that the traffic is not visible outside of the nodes’ network.',
  'claim.ssh-not-visible.truth':
    'Against listeners only. Since no host key was checked, whoever answered got everything.',
  'claim.ssh-not-visible.english': 'The same, in a section marked deprecated.',
  'claim.ssh-not-supported.says': 'SSH tunnels are currently not supported.',
  'claim.ssh-not-supported.truth':
    'A slip of the translation, and against the sentence before: the English word is deprecated. Removed in 1.22.',
  'claim.ssh-not-supported.english': '“Deprecated”.',
  'claim.replacement.says': 'A replacement for this channel is being developed.',
  'claim.replacement.truth':
    'Done: Konnectivity, beta since 1.18. Agents dial in, so that no port of a node must be open; the last hop is as weak as what runs in it.',
  'claim.replacement.english': 'Has a section on Konnectivity.',
  'claim.verdict.holds': 'holds',
  'claim.verdict.incomplete': 'says too much or too little',
  'claim.verdict.outdated': 'overtaken',
  'claim.verdict.wrong': 'wrong',
  'claim.check.measured': 'attacked on kube-apiserver 1.20.2 and 1.36.2',
  'claim.check.laboratory': 'attacked in this project’s laboratory',
  'claim.check.read': 'read in the source',
  'claim.says': 'It says',
  'claim.truth': 'What is true',
  'claim.checked': 'Checked',
  'claim.held-by': 'held by',
  'documentation.version': 'Documentation',
  'documentation.seed': 'German, v1.27',
  'documentation.english': 'English, current',

  'documentation.same': 'the same as in the German page',
  'documented.not-covered': 'The page does not name this path.',
  'documentation.sentences': 'Sentence by sentence ({{count}})',
} as const satisfies PathExplanations;
