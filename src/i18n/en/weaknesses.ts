import type { WeaknessWords } from '../weaknessWords.ts';

/** What beside the settings of a path decides who is in the middle of it. Loaded when needed. */
export const texts = {
  'weaknesses.short': 'Weaknesses',
  'weaknesses.title': 'Weaknesses beside the settings of the paths',
  'weaknesses.lead':
    'What decides who can be in the middle, or what they gain there, though no setting of the path itself says so.',
  'weaknesses.none': 'Nothing of this kind was found.',
  'weaknesses.on-path': 'Also decides here',
  'weaknesses.sure': 'Applies',
  'weaknesses.possible': 'May apply',
  'weaknesses.severity.critical': 'critical',
  'weaknesses.severity.high': 'high',
  'weaknesses.severity.medium': 'medium',
  'weaknesses.severity.low': 'low',
  'weaknesses.on': 'On',
  'weaknesses.paths': 'Paths',
  'weaknesses.show': 'Show them alone',
  'weaknesses.no-path': 'no path of this cluster on these ports',
  'weaknesses.fix': 'Fix',
  'weaknesses.with-version': 'with {{component}} {{versions}}',
  'weaknesses.open.record': 'the record names releases up to {{last}} and says nothing of later ones',
  'weaknesses.open.vendor': '{{component}} {{versions}} is a build of a vendor, who may have put the fix into it',
  'weaknesses.open.policy':
    'a policy speaks of external IPs ({{policy}}); what it refuses, and whether it is enforced, is not read',
  'weaknesses.open.release': 'the release of {{component}} is not known to the patch version',
  'weaknesses.without-names': 'the value that decides is not shown',
  'weaknesses.record': 'Record',
  'weaknesses.assumed':
    'CAs count as one where the same host names the same file for them; files of different paths are taken for different CAs. Releases are those of images and Nodes; without them a kubelet may be as old as the version skew policy allows.',
  'weakness.external-ip.title': 'A Service takes connections for an address of the cluster',
  'weakness.external-ip.what':
    'Service {{service}} has {{address}} among its external IPs. That is an address of {{owner}}. What nodes and pods send to it on port {{ports}} goes to the pods of this Service: they are in the middle now.',
  'weakness.external-ip.fix':
    'Remove {{address}} from `spec.externalIPs`, and refuse external IPs with the admission plugin `DenyServiceExternalIPs`. It does not touch Services that are there already.',
  'weakness.load-balancer-ip.title': 'The status of a Service takes connections for an address of the cluster',
  'weakness.load-balancer-ip.what':
    'The status of Service {{service}} names {{address}} as its load balancer. That is an address of {{owner}}. What nodes and pods send to it on port {{ports}} goes to the pods of this Service: they are in the middle now.',
  'weakness.load-balancer-ip.fix':
    'Find out who wrote the status, and delete the Service. Let nobody but the cloud controller patch `services/status`; no admission plugin of Kubernetes checks it.',
  'weakness.etcd-shared-ca.title': 'Every client certificate of the cluster opens etcd',
  'weakness.etcd-shared-ca.what':
    '{{own}} and {{other}} name the same CA ({{file}}). etcd asks for a certificate of its CA and for nothing else. So everyone who holds one of the cluster (each kubelet, each user with a certificate, each approved CertificateSigningRequest) reads and writes everything past the kube-apiserver. An attacker who has taken over one node has such a certificate.',
  'weakness.etcd-shared-ca.fix':
    'Give etcd a CA of its own: first let etcd trust both CAs, then give the kube-apiserver a certificate of the new one, and last take the old CA out of `--trusted-ca-file`. Until then `--client-cert-allowed-hostname` lets in only certificates for the names that it lists.',
  'weakness.etcd-peer-shared-ca.title': 'Every client certificate of the cluster opens the peer port of etcd',
  'weakness.etcd-peer-shared-ca.what':
    '{{own}} and {{other}} name the same CA ({{file}}). The peer port asks for a certificate of its CA and for nothing else: everyone who holds a client certificate of the cluster talks to etcd as a member does.',
  'weakness.etcd-peer-shared-ca.fix':
    'Give the peers a CA of their own, in the same order: trust both, replace the certificates, remove the old one. Until then `--peer-cert-allowed-cn` lets in one name only.',
  'weakness.front-proxy-shared-ca.title': 'Every client certificate of the cluster may name any user',
  'weakness.front-proxy-shared-ca.what':
    '{{own}} and {{other}} name the same CA ({{file}}), and `--requestheader-allowed-names` is empty. The kube-apiserver takes everyone who holds a client certificate of the cluster for the front proxy, and believes the user and the groups that their headers name, `system:masters` too.',
  'weakness.front-proxy-shared-ca.fix':
    'Give the front proxy a CA of its own, and set `--requestheader-allowed-names` to the name of its certificate, as kubeadm does (`front-proxy-client`).',
  'weakness.load-balancer-status.title': 'External IPs are refused, the status of a LoadBalancer Service is not',
  'weakness.load-balancer-status.what':
    'DenyServiceExternalIPs keeps external IPs out of new Services. Those who may patch `services/status` can still name an address as that of a load balancer and draw its traffic to their pods (CVE-2020-8554).',
  'weakness.load-balancer-status.fix': 'Give the right to patch `services/status` to the cloud controller alone.',
  'weakness.endpoint-open.title': 'The kube-apiserver is open to the Internet',
  'weakness.endpoint-open.what':
    'The provider serves the kube-apiserver to every address. Everyone on the Internet reaches its port: with a stolen credential they are in at once, and a flaw of its authentication is theirs to try. TLS between a client and the server stays what it is.',
  'weakness.endpoint-open.fix':
    'Restrict the addresses that may come (EKS `publicAccessCidrs`, GKE authorized networks, AKS authorized IP ranges), or serve the endpoint privately only.',
  'weakness.proxy.title': 'A proxy is in the middle',
  'weakness.proxy.what':
    'Requests of {{clients}} go through {{proxy}}, as its environment or its kubeconfig says, and `NO_PROXY` does not name these servers. The proxy, the network to it and those who control either are in the middle: they read and change plaintext, and answer in place of servers that are not verified. Of what is verified they see names and times, and they can cut it off.',
  'weakness.proxy.fix':
    'Set `NO_PROXY` in every place that sets the proxy (`env` of static Pods, `Environment=` of units, files of variables) to `{{noProxy}}`. Words in capitals stand for ranges that no file shows. kubeadm takes these variables from the shell that runs `kubeadm init`.',
  'weakness.proxy-verified.title': 'Verified connections go through a proxy',
  'weakness.proxy-verified.what':
    'Requests of {{clients}} go through {{proxy}}, as its environment or its kubeconfig says, and `NO_PROXY` does not name these servers. All of them verify the server, so the proxy sees names and times and can cut them off, and reads nothing.',
  'weakness.proxy-verified.fix':
    'Where the proxy is not wanted, set `NO_PROXY` in every place that sets it to `{{noProxy}}`. Words in capitals stand for ranges that no file shows.',
  'weakness.CVE-2018-1002102.title': 'The kube-apiserver follows redirects of a kubelet',
  'weakness.CVE-2018-1002102.what':
    'A kubelet of an attacker, or an attacker who impersonates one, answers exec, attach or port-forward with a redirect. The kube-apiserver goes there, with its client certificate for kubelets.',
  'weakness.CVE-2018-1002105.title': 'Any request over an upgraded connection, as the kube-apiserver',
  'weakness.CVE-2018-1002105.what':
    'Those who may exec, attach or port-forward keep the connection to the kubelet after an error and send any request over it, as the kube-apiserver. With an aggregated API server even a caller without a credential can.',
  'weakness.CVE-2019-11248.title': 'The health port of the kubelet serves its profiler',
  'weakness.CVE-2019-11248.what':
    '/debug/pprof answers on the health port without a credential. It listens beyond the loopback address here, so that anyone who reaches it reads memory addresses and configuration.',
  'weakness.CVE-2020-8554.title': 'Those who may create Services can draw traffic to their pods',
  'weakness.CVE-2020-8554.what':
    'A Service may name any address as its external IP: on every node kube-proxy then sends what is meant for that address, on the ports of the Service, to the pods of the Service. They are in the middle of every connection that leaves a node or a pod for it; what is not verified is theirs. Kubernetes has no fix for it, in no version.',
  'weakness.CVE-2020-8554.fix':
    'Switch on the admission plugin `DenyServiceExternalIPs` (since 1.21, off by default), or a policy that allows only listed addresses. Give the right to patch `services/status` to the cloud controller alone.',
  'weakness.CVE-2020-8555.title':
    'Those who may create StorageClasses or volumes read what only the control plane should reach',
  'weakness.CVE-2020-8555.what':
    'The kube-controller-manager sends requests to an address that a volume names (GlusterFS, Quobyte, StorageOS, ScaleIO) and tells up to 500 bytes of the answer: of listeners on the loopback address of the control plane too.',
  'weakness.CVE-2020-8558.title': 'The loopback address of the node is open to its neighbors',
  'weakness.CVE-2020-8558.what':
    'The kubelet and kube-proxy switch on `route_localnet`. Neighboring hosts and containers of the node reach what listens on 127.0.0.1, the insecure port of a kube-apiserver among it.',
  'weakness.CVE-2020-8559.title': 'From one node to others by a redirect',
  'weakness.CVE-2020-8559.what':
    'An attacker who has taken over a node answers exec, attach or port-forward with a redirect. The client behind the kube-apiserver follows it with its own credential, to another node or another cluster.',
  'weakness.CVE-2020-8561.title': 'A webhook redirects the kube-apiserver',
  'weakness.CVE-2020-8561.what':
    'An attacker who answers as an admission webhook sends the kube-apiserver on to another address of its network. With log level 10 the answer can be read in the log.',
  'weakness.CVE-2020-8561.fix':
    'There is no fix. Keep `--v` of the kube-apiserver below 10, and set `--profiling=false`, so that nobody changes it while it runs.',
  'weakness.CVE-2020-8562.title': 'The kube-apiserver checks an address and dials another',
  'weakness.CVE-2020-8562.what':
    'For its proxies the kube-apiserver asks the DNS twice: the first answer is checked, the second one dialed. Those who may change Nodes and answer for their names lead it to loopback and link-local addresses of the control plane.',
  'weakness.CVE-2020-8562.fix':
    'There is no fix. Let the control plane ask a resolver that keeps answers, such as dnsmasq with `min-cache-ttl`.',
  'weakness.CVE-2020-10749.title': 'A container becomes the router of its node',
  'weakness.CVE-2020-10749.what':
    'A container with CAP_NET_RAW sends IPv6 router advertisements, and the node believes them: its traffic to names that have an IPv6 address goes through the container. The CNI plugins that came with these kubelets do not prevent it.',
  'weakness.CVE-2021-25737.title': 'An EndpointSlice leads to the loopback address of a node',
  'weakness.CVE-2021-25737.what':
    'Those who may write EndpointSlices name loopback or link-local addresses in them. What pods send to the Service arrives at listeners of the node itself.',
  'weakness.CVE-2021-25740.title': 'Endpoints lead into other namespaces',
  'weakness.CVE-2021-25740.what':
    'Those who may write Endpoints or EndpointSlices let a Service, or the Ingress controller behind it, send to pods that they do not reach themselves.',
  'weakness.CVE-2021-25740.fix':
    'There is no fix. Take the right to write Endpoints and EndpointSlices out of the roles `edit` and `admin`; clusters that began with 1.22 or later do not have it there.',
  'weakness.CVE-2022-3172.title': 'An aggregated API server redirects clients',
  'weakness.CVE-2022-3172.what':
    'An attacker who answers as the aggregated API server sends clients on to any address. They follow with the credential that is meant for the kube-apiserver.',
  'weakness.CVE-2022-3294.title': 'The kube-apiserver dials Nodes at addresses that it should refuse',
  'weakness.CVE-2022-3294.what':
    'Those who may change Node objects and use their proxy lead the kube-apiserver to addresses of its own network, with its client certificate for kubelets.',
  'weakness.CVE-2025-13281.title':
    'Those who may create Portworx volumes read what only the control plane should reach',
  'weakness.CVE-2025-13281.what':
    'With the in-tree Portworx driver the kube-controller-manager sends requests to an address that a StorageClass leads to, and tells of the answer: of listeners on the loopback address of the control plane too.',
  'weaknesses.upgrade': 'Upgrade {{component}} to {{fixed}} or later.',
} as const satisfies WeaknessWords;
