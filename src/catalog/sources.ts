/** A place where facts were read; `url` is null for a record of this project, which its title names. */
export type Source = { readonly title: string; readonly url: string | null };

/** Where each fact was read. Commits are the versions that were read, not necessarily the newest. */
export const sources = {
  SEED: {
    title: 'Kubernetes documentation v1.27 (German), “Master-Node Kommunikation”',
    url: 'https://kubernetes.io/de/docs/concepts/architecture/control-plane-node-communication/',
  },
  EN127: {
    title: 'Kubernetes documentation, “Communication between Nodes and the Control Plane”',
    url: 'https://kubernetes.io/docs/concepts/architecture/control-plane-node-communication/',
  },
  LAB: {
    title:
      'Measured on kube-apiserver 1.20.2 and 1.36.2 under attack (this project: src/laboratory, src/cli/measured.test.ts)',
    url: null,
  },
  PORTS: { title: 'Ports and protocols', url: 'https://kubernetes.io/docs/reference/networking/ports-and-protocols/' },
  KAA: {
    title: 'Kubelet authentication and authorization',
    url: 'https://kubernetes.io/docs/reference/access-authn-authz/kubelet-authn-authz/',
  },
  TLSB: {
    title: 'Kubelet TLS bootstrapping',
    url: 'https://kubernetes.io/docs/reference/access-authn-authz/kubelet-tls-bootstrapping/',
  },
  CERTS: {
    title: 'PKI certificates and requirements',
    url: 'https://kubernetes.io/docs/setup/best-practices/certificates/',
  },
  BYPASS: {
    title: 'API server bypass risks',
    url: 'https://kubernetes.io/docs/concepts/security/api-server-bypass-risks/',
  },
  KONN: {
    title: 'Set up Konnectivity service',
    url: 'https://kubernetes.io/docs/tasks/extend-kubernetes/setup-konnectivity/',
  },
  KAREF: {
    title: 'kube-apiserver reference',
    url: 'https://kubernetes.io/docs/reference/command-line-tools-reference/kube-apiserver/',
  },
  KC: {
    title: 'pkg/kubelet/client/kubelet_client.go @010528e3',
    url: 'https://github.com/kubernetes/kubernetes/blob/010528e3/pkg/kubelet/client/kubelet_client.go',
  },
  NS: {
    title: 'pkg/registry/core/node/strategy.go @6785e9ed',
    url: 'https://github.com/kubernetes/kubernetes/blob/6785e9ed/pkg/registry/core/node/strategy.go',
  },
  PS: {
    title: 'pkg/registry/core/pod/strategy.go @008b3652',
    url: 'https://github.com/kubernetes/kubernetes/blob/008b3652/pkg/registry/core/pod/strategy.go',
  },
  PSUB: {
    title: 'pkg/registry/core/pod/rest/subresources.go @db8b216c',
    url: 'https://github.com/kubernetes/kubernetes/blob/db8b216c/pkg/registry/core/pod/rest/subresources.go',
  },
  SVC: {
    title: 'Service ResourceLocation of the kube-apiserver',
    url: 'https://github.com/kubernetes/kubernetes/blob/master/pkg/registry/core/service/storage/storage.go',
  },
  AS: {
    title: 'cmd/kube-apiserver/app/server.go @4b936928 (CreateProxyTransport)',
    url: 'https://github.com/kubernetes/kubernetes/blob/4b936928/cmd/kube-apiserver/app/server.go',
  },
  AO: {
    title: 'cmd/kube-apiserver/app/options/options.go @01a002fe',
    url: 'https://github.com/kubernetes/kubernetes/blob/01a002fe/cmd/kube-apiserver/app/options/options.go',
  },
  SERV: {
    title: 'pkg/kubeapiserver/options/serving.go @8b9dca52',
    url: 'https://github.com/kubernetes/kubernetes/blob/8b9dca52/pkg/kubeapiserver/options/serving.go',
  },
  AUTHN: {
    title: 'pkg/kubeapiserver/options/authentication.go @81810de6',
    url: 'https://github.com/kubernetes/kubernetes/blob/81810de6/pkg/kubeapiserver/options/authentication.go',
  },
  SSH: {
    title: 'pkg/ssh/ssh.go @05c351a9',
    url: 'https://github.com/kubernetes/kubernetes/blob/05c351a9/pkg/ssh/ssh.go',
  },
  TUN: {
    title: 'pkg/master/tunneler/ssh.go @00bdb3fa',
    url: 'https://github.com/kubernetes/kubernetes/blob/00bdb3fa/pkg/master/tunneler/ssh.go',
  },
  KO: {
    title: 'cmd/kubelet/app/options/options.go @6785e9ed',
    url: 'https://github.com/kubernetes/kubernetes/blob/6785e9ed/cmd/kubelet/app/options/options.go',
  },
  KD: {
    title: 'pkg/kubelet/apis/config/v1beta1/defaults.go @1c9cf914',
    url: 'https://github.com/kubernetes/kubernetes/blob/1c9cf914/pkg/kubelet/apis/config/v1beta1/defaults.go',
  },
  KTLS: {
    title: 'cmd/kubelet/app/server.go (InitializeTLS)',
    url: 'https://github.com/kubernetes/kubernetes/blob/master/cmd/kubelet/app/server.go',
  },
  KTYPES: {
    title: 'kubelet config/v1beta1/types.go',
    url: 'https://github.com/kubernetes/kubelet/blob/master/config/v1beta1/types.go',
  },
  'KADM-M': {
    title: 'kubeadm phases/controlplane/manifests.go @ad7cb45b',
    url: 'https://github.com/kubernetes/kubernetes/blob/ad7cb45b/cmd/kubeadm/app/phases/controlplane/manifests.go',
  },
  'KADM-K': {
    title: 'kubeadm componentconfigs/kubelet.go @046d201c',
    url: 'https://github.com/kubernetes/kubernetes/blob/046d201c/cmd/kubeadm/app/componentconfigs/kubelet.go',
  },
  'KADM-E': {
    title: 'kubeadm phases/etcd/local.go @0009808f',
    url: 'https://github.com/kubernetes/kubernetes/blob/0009808f/cmd/kubeadm/app/phases/etcd/local.go',
  },
  'KADM-T': {
    title: 'kubeadm apis/kubeadm/v1beta4/types.go @017b1e4b',
    url: 'https://github.com/kubernetes/kubernetes/blob/017b1e4b/cmd/kubeadm/app/apis/kubeadm/v1beta4/types.go',
  },
  'KADM-J': { title: 'kubeadm join', url: 'https://kubernetes.io/docs/reference/setup-tools/kubeadm/kubeadm-join/' },
  KP: {
    title: 'kube-proxy config/v1alpha1/types.go',
    url: 'https://github.com/kubernetes/kube-proxy/blob/master/config/v1alpha1/types.go',
  },
  SS: {
    title: 'apiserver pkg/server/secure_serving.go',
    url: 'https://github.com/kubernetes/apiserver/blob/master/pkg/server/secure_serving.go',
  },
  APF: {
    title: 'apiserver pkg/endpoints/filters/authentication.go',
    url: 'https://github.com/kubernetes/apiserver/blob/master/pkg/endpoints/filters/authentication.go',
  },
  EGR: {
    title: 'apiserver pkg/server/egressselector',
    url: 'https://github.com/kubernetes/apiserver/tree/master/pkg/server/egressselector',
  },
  AM: {
    title: 'apimachinery pkg/util/net/port_split.go',
    url: 'https://github.com/kubernetes/apimachinery/blob/master/pkg/util/net/port_split.go',
  },
  CG: { title: 'client-go rest/config.go', url: 'https://github.com/kubernetes/client-go/blob/master/rest/config.go' },
  KNP: {
    title: 'apiserver-network-proxy @4f8517c1',
    url: 'https://github.com/kubernetes-sigs/apiserver-network-proxy/tree/4f8517c1',
  },
  ETCD: { title: 'etcd: transport security model', url: 'https://etcd.io/docs/latest/op-guide/security/' },
  KEP266: {
    title: 'KEP-266: kubelet client TLS certificate rotation',
    url: 'https://github.com/kubernetes/enhancements/issues/266',
  },
  KEP1205: {
    title: 'KEP-1205: bound service account tokens',
    url: 'https://github.com/kubernetes/enhancements/issues/542',
  },
  KEP1281: { title: 'KEP-1281: network proxy', url: 'https://github.com/kubernetes/enhancements/issues/1281' },
  KEP1295: { title: 'KEP-1295: insecure backend proxy', url: 'https://github.com/kubernetes/enhancements/issues/1295' },
  KEP4872: {
    title: 'KEP-4872: kubelet serving certificate validation',
    url: 'https://github.com/kubernetes/enhancements/issues/4872',
  },
  CKE574: { title: 'Insecure serving flags removed in 1.24', url: 'https://github.com/cybozu-go/cke/issues/574' },
  PR95856: {
    title: 'kubernetes#95856: insecure port disabled in 1.20',
    url: 'https://github.com/kubernetes/kubernetes/pull/95856',
  },
  PR102297: {
    title: 'kubernetes#102297: SSH tunnels removed in 1.22',
    url: 'https://github.com/kubernetes/kubernetes/pull/102297',
  },
  PR54433: {
    title: 'kubernetes#54433: SSH tunnels deprecated in 1.9',
    url: 'https://github.com/kubernetes/kubernetes/pull/54433',
  },
  PR91630: {
    title: 'kubernetes#91630: kubelet HTTPS unconditional',
    url: 'https://github.com/kubernetes/kubernetes/pull/91630',
  },
  KEP4633: {
    title: 'KEP-4633: anonymous access only to configured endpoints',
    url: 'https://github.com/kubernetes/enhancements/issues/4633',
  },
  KEP4020: {
    title: 'KEP-4020: unknown version interoperability proxy',
    url: 'https://github.com/kubernetes/enhancements/issues/4020',
  },
  KEP4939: { title: 'KEP-4939: TLS for gRPC probes', url: 'https://github.com/kubernetes/enhancements/issues/4939' },
  KEP2862: {
    title: 'KEP-2862: fine-grained kubelet API authorization',
    url: 'https://github.com/kubernetes/enhancements/issues/2862',
  },
  KEP2799: {
    title: 'KEP-2799: fewer secret-based service account tokens',
    url: 'https://github.com/kubernetes/enhancements/issues/2799',
  },
  KEP4006: {
    title: 'KEP-4006: from SPDY to WebSockets',
    url: 'https://github.com/kubernetes/enhancements/issues/4006',
  },
  K0S: {
    title: 'k0s: control plane high availability',
    url: 'https://docs.k0sproject.io/v1.21.4+k0s.0/high-availability/',
  },
  WH: {
    title: 'apiserver pkg/util/webhook',
    url: 'https://github.com/kubernetes/apiserver/tree/master/pkg/util/webhook',
  },
  WHA: {
    title: 'apiserver pkg/util/webhook/authentication.go',
    url: 'https://github.com/kubernetes/apiserver/blob/master/pkg/util/webhook/authentication.go',
  },
  AGG: {
    title: 'kube-aggregator pkg/apiserver/handler_proxy.go',
    url: 'https://github.com/kubernetes/kube-aggregator/blob/master/pkg/apiserver/handler_proxy.go',
  },
  MS: { title: 'metrics-server @5ed5d3a2', url: 'https://github.com/kubernetes-sigs/metrics-server/tree/5ed5d3a2' },
  KOPS: { title: 'kops nodeup/pkg/model', url: 'https://github.com/kubernetes/kops/tree/master/nodeup/pkg/model' },
  MINI: { title: 'minikube', url: 'https://github.com/kubernetes/minikube' },
  'KADM-1602': {
    title: 'kubeadm#1602: kubelet serving certificates',
    url: 'https://github.com/kubernetes/kubeadm/issues/1602',
  },
  'KADM-2207': {
    title: 'kubeadm#2207: insecure ports of scheduler and controller manager',
    url: 'https://github.com/kubernetes/kubeadm/issues/2207',
  },
  'KADM-PIN': {
    title: 'kubernetes#55468: kubeadm insists on CA pinning',
    url: 'https://github.com/kubernetes/kubernetes/pull/55468',
  },
  KSRV: {
    title: 'pkg/kubelet/server/server.go @008b3652',
    url: 'https://github.com/kubernetes/kubernetes/blob/008b3652/pkg/kubelet/server/server.go',
  },
  PROBE: {
    title: 'pkg/probe/http/http.go @00bc6256',
    url: 'https://github.com/kubernetes/kubernetes/blob/00bc6256/pkg/probe/http/http.go',
  },
  'GKE-RO': {
    title: 'GKE: the kubelet’s insecure read-only port',
    url: 'https://cloud.google.com/kubernetes-engine/docs/how-to/disable-kubelet-readonly-port',
  },
  GKETRUST: {
    title: 'GKE: cluster trust',
    url: 'https://cloud.google.com/kubernetes-engine/docs/concepts/cluster-trust',
  },
  PORTSGO: {
    title: 'pkg/cluster/ports/ports.go @12288820',
    url: 'https://github.com/kubernetes/kubernetes/blob/12288820/pkg/cluster/ports/ports.go',
  },
  K3SNET: { title: 'k3s: basic network options', url: 'https://docs.k3s.io/networking/basic-network-options' },
  K3S: {
    title: 'k3s pkg/daemons/control/server.go @01036014',
    url: 'https://github.com/k3s-io/k3s/blob/01036014/pkg/daemons/control/server.go',
  },
  K3SPR: { title: 'k3s#5577: egress selector modes', url: 'https://github.com/k3s-io/k3s/pull/5577' },
  CIL: {
    title: 'Cilium 1.20: WireGuard transparent encryption',
    url: 'https://docs.cilium.io/en/stable/security/network/encryption-wireguard/',
  },
  AKSTE: {
    title: 'AKS: transit encryption of Advanced Container Networking',
    url: 'https://learn.microsoft.com/azure/aks/container-network-security-wireguard-encryption-concepts',
  },
  AKSROT: { title: 'AKS: certificate rotation', url: 'https://learn.microsoft.com/azure/aks/certificate-rotation' },
  CTRD: { title: 'containerd docs/hosts.md', url: 'https://github.com/containerd/containerd/blob/main/docs/hosts.md' },
  WEB54191: {
    title: 'website#54191: get on nodes/proxy is enough for exec',
    url: 'https://github.com/kubernetes/website/pull/54191',
  },
  PR136550: {
    title: 'kubernetes#136550: exec over WebSocket needs create',
    url: 'https://github.com/kubernetes/kubernetes/pull/136550',
  },
  PR59018: {
    title: 'kubernetes#59018: insecure port deprecated in 1.10',
    url: 'https://github.com/kubernetes/kubernetes/pull/59018',
  },
  PR95235: {
    title: 'kubernetes#95235: egress name controlplane',
    url: 'https://github.com/kubernetes/kubernetes/pull/95235',
  },
  PR101178: {
    title: 'kubernetes#101178: --kubelet-https removed',
    url: 'https://github.com/kubernetes/kubernetes/pull/101178',
  },
  PR121837: {
    title: 'kubernetes#121837: kubeadm’s kubelet client leaves system:masters',
    url: 'https://github.com/kubernetes/kubernetes/pull/121837',
  },
  ANON15: { title: 'Kubernetes 1.5.1: anonymous-auth default', url: 'https://gist.github.com/erictune/9dc7ae4b' },
  H110: {
    title: 'kube-apiserver reference of 1.10',
    url: 'https://docs.huihoo.com/kubernetes/1.10/docs/admin/kube-apiserver/',
  },
  KB: { title: 'kube-bench @a73ce378, cfg', url: 'https://github.com/aquasecurity/kube-bench/tree/a73ce378/cfg' },
  KIND: {
    title: 'kind pkg/cluster/internal/kubeadm/config.go',
    url: 'https://github.com/kubernetes-sigs/kind/blob/main/pkg/cluster/internal/kubeadm/config.go',
  },
  KSPRAY: {
    title: 'kubespray: hardening',
    url: 'https://github.com/kubernetes-sigs/kubespray/blob/master/docs/operations/hardening.md',
  },
  TALOS: {
    title: 'Talos control_plane_final.go, and issue 10394',
    url: 'https://github.com/siderolabs/talos/issues/10394',
  },
  KTHW: {
    title: 'Kubernetes the hard way, units',
    url: 'https://github.com/kelseyhightower/kubernetes-the-hard-way/tree/master/units',
  },
  OCP: {
    title: 'OpenShift kube-apiserver defaultconfig.yaml',
    url: 'https://github.com/openshift/cluster-kube-apiserver-operator/blob/master/bindata/assets/config/defaultconfig.yaml',
  },
  MCO: {
    title: 'OpenShift machine-config-operator @01e20aa8, kubelet.yaml',
    url: 'https://github.com/openshift/machine-config-operator/blob/01e20aa8/templates/worker/01-worker-kubelet/_base/files/kubelet.yaml',
  },
  EKSAMI: {
    title: 'amazon-eks-ami kubelet-config.json @00c7e36d',
    url: 'https://github.com/awslabs/amazon-eks-ami/blob/00c7e36d/files/kubelet-config.json',
  },
  EKSAPI: {
    title: 'AWS::EKS::Cluster',
    url: 'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-resource-eks-cluster.html',
  },
  DECP: {
    title: 'German page today, website @b9998630',
    url: 'https://github.com/kubernetes/website/blob/b9998630/content/de/docs/concepts/architecture/control-plane-node-communication.md',
  },
  PT27415: {
    title: 'website#27415: the kubernetes Service is in namespace default',
    url: 'https://github.com/kubernetes/website/pull/27415',
  },
  KCLIENT118: {
    title: 'pkg/kubelet/client/kubelet_client.go of 1.18: EnableHTTPS decides the scheme',
    url: 'https://github.com/kubernetes/kubernetes/blob/v1.18.0/pkg/kubelet/client/kubelet_client.go',
  },
  CGFLAGS: {
    title: 'client-go, BuildConfigFromFlags: the flag for the server wins over the kubeconfig’s server',
    url: 'https://pkg.go.dev/k8s.io/client-go/tools/clientcmd#BuildConfigFromFlags',
  },
  CL18: {
    title: 'Kubernetes 1.8: --api-servers of the kubelet removed',
    url: 'https://github.com/kubernetes/kubernetes/blob/master/CHANGELOG/CHANGELOG-1.8.md',
  },
  ETCDEMBED: {
    title: 'etcd, server/embed/etcd.go and config.go: each URL is a listener; http ignores certificates',
    url: 'https://github.com/etcd-io/etcd/blob/main/server/embed/etcd.go',
  },
  ETCDTLS: {
    title: 'etcd, client/pkg/transport/listener.go: a trusted CA alone demands certificates since 3.4',
    url: 'https://github.com/etcd-io/etcd/blob/main/client/pkg/transport/listener.go',
  },
  KADM594: {
    title: 'kubeadm#594: etcd with TLS since 1.10',
    url: 'https://github.com/kubernetes/kubeadm/issues/594',
  },
  'KADM-OLD': {
    title: 'kubeadm configuration: v1alpha3 and earlier are no longer read since 1.15',
    url: 'https://kubernetes.io/docs/reference/config-api/',
  },
  PR59666: {
    title: 'kubernetes#59666: the read-only port is off in kubelet configuration files since 1.10',
    url: 'https://github.com/kubernetes/kubernetes/pull/59666',
  },
  PR64187: {
    title: 'kubernetes#64187: kubeadm closes the read-only port and enables webhook authentication in 1.11',
    url: 'https://github.com/kubernetes/kubernetes/pull/64187',
  },
  PR92720: {
    title: 'kubernetes#92720: kubeadm sets --port=0 since 1.19, 1.18.6, 1.17.9 and 1.16.13',
    url: 'https://github.com/kubernetes/kubernetes/pull/92720',
  },
  PR96216: {
    title: 'kubernetes#96216: no insecure port of the kube-controller-manager since 1.22',
    url: 'https://github.com/kubernetes/kubernetes/pull/96216',
  },
  PR96345: {
    title: 'kubernetes#96345: no insecure port of the kube-scheduler since 1.23',
    url: 'https://github.com/kubernetes/kubernetes/pull/96345',
  },
  KEP3221: {
    title: 'KEP-3221: structured authorization configuration',
    url: 'https://github.com/kubernetes/enhancements/issues/3221',
  },
  AUTHZ: {
    title: 'Authorization: using configuration files',
    url: 'https://kubernetes.io/docs/reference/access-authn-authz/authorization/',
  },
  KNP853: {
    title: 'apiserver-network-proxy#853: the server demands a CA for its clients since 0.35.0',
    url: 'https://github.com/kubernetes-sigs/apiserver-network-proxy/pull/853',
  },
  OCPTARGET: {
    title: 'OpenShift cluster-kube-apiserver-operator, targetconfigcontroller.go: layers are merged',
    url: 'https://github.com/openshift/cluster-kube-apiserver-operator/blob/master/pkg/operator/targetconfigcontroller/targetconfigcontroller.go',
  },
  OPETCD: {
    title: 'Operating etcd clusters for Kubernetes: securing etcd',
    url: 'https://kubernetes.io/docs/tasks/administer-cluster/configure-upgrade-etcd/',
  },
  STATICPOD: {
    title: 'Create static Pods: web-hosted static Pod manifest',
    url: 'https://kubernetes.io/docs/tasks/configure-pod-container/static-pod/',
  },
  DNSSPEC: {
    title: 'DNS for Services and Pods',
    url: 'https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/',
  },
  CCM: {
    title: 'Cloud Controller Manager',
    url: 'https://kubernetes.io/docs/concepts/architecture/cloud-controller/',
  },
  TRACES: {
    title: 'Traces for Kubernetes system components',
    url: 'https://kubernetes.io/docs/concepts/cluster-administration/system-traces/',
  },
  TRACESGO: {
    title: 'component-base/tracing/utils.go: the exporter is made WithInsecure',
    url: 'https://github.com/kubernetes/kubernetes/blob/master/staging/src/k8s.io/component-base/tracing/utils.go',
  },
  KMS: {
    title: 'Using a KMS provider for data encryption',
    url: 'https://kubernetes.io/docs/tasks/administer-cluster/kms-provider/',
  },
  KEP740: {
    title: 'KEP-740: external signing of ServiceAccount tokens',
    url: 'https://github.com/kubernetes/enhancements/issues/740',
  },
  SCHEDEXT: {
    title: 'kube-scheduler configuration (v1): Extender, ExtenderTLSConfig',
    url: 'https://kubernetes.io/docs/reference/config-api/kube-scheduler-config.v1/',
  },
  SCHEDEXTGO: {
    title: 'pkg/scheduler/extender.go: https without a CA is not verified',
    url: 'https://github.com/kubernetes/kubernetes/blob/master/pkg/scheduler/extender.go',
  },
  K3STOKEN: {
    title: 'K3s: tokens; a secure one holds the hash of the CA',
    url: 'https://docs.k3s.io/cli/token',
  },
  RKE2: {
    title: 'RKE2: server 9345 for nodes that join',
    url: 'https://docs.rke2.io/install/requirements',
  },
  KEP3331: {
    title: 'KEP-3331: structured authentication configuration',
    url: 'https://github.com/kubernetes/enhancements/issues/3331',
  },
  KEP4317: {
    title: 'KEP-4317: Pod certificates',
    url: 'https://github.com/kubernetes/enhancements/issues/4317',
  },
  WEB56357: {
    title: 'website#56357: KEP-4872 deferred',
    url: 'https://github.com/kubernetes/website/pull/56357',
  },
  KNPAGENT: {
    title: 'apiserver-network-proxy, agent options: a certificate needs its key',
    url: 'https://github.com/kubernetes-sigs/apiserver-network-proxy/blob/master/cmd/agent/app/options/options.go',
  },
  AKSKONN: {
    title: 'AKS: outbound network rules; konnectivity-agent is the tunnel',
    url: 'https://learn.microsoft.com/en-us/azure/aks/outbound-rules-control-egress',
  },
  IMGPOLICY: {
    title: 'Admission control: ImagePolicyWebhook',
    url: 'https://kubernetes.io/docs/reference/access-authn-authz/admission-controllers/#imagepolicywebhook',
  },
  PROMCONF: {
    title: 'Prometheus: configuration, scrape_config and tls_config',
    url: 'https://prometheus.io/docs/prometheus/latest/configuration/configuration/',
  },
  PROMOP: {
    title: 'Prometheus Operator: API reference, ServiceMonitor endpoints and tlsConfig',
    url: 'https://prometheus-operator.dev/docs/api-reference/api/',
  },
  KUBELETAUTH: {
    title: 'Kubelet authentication/authorization',
    url: 'https://kubernetes.io/docs/reference/access-authn-authz/kubelet-authn-authz/',
  },
  EKSIMDS: {
    title: 'Amazon EKS best practices: restrict access to the instance profile assigned to the worker node',
    url: 'https://docs.aws.amazon.com/eks/latest/best-practices/identity-and-access-management.html',
  },
  GKEMETA: {
    title: 'GKE: about Workload Identity Federation, the GKE metadata server',
    url: 'https://cloud.google.com/kubernetes-engine/docs/concepts/workload-identity',
  },
  AZIMDS: {
    title: 'Azure Instance Metadata Service for virtual machines',
    url: 'https://learn.microsoft.com/azure/virtual-machines/instance-metadata-service',
  },
  NOVAMETA: {
    title: 'OpenStack Compute: metadata',
    url: 'https://docs.openstack.org/nova/latest/user/metadata.html',
  },
  IPROUTE: {
    title: 'ip-route(8): routes of type local are looped back and delivered locally',
    url: 'https://man7.org/linux/man-pages/man8/ip-route.8.html',
  },
  HOSTNETMITM: {
    title: 'Metadata service man in the middle from a pod with hostNetwork and CAP_NET_RAW',
    url: 'https://blog.champtar.fr/Metadata_MITM_root_EKS_GKE/',
  },
  'KADM-HA': {
    title: 'Creating Highly Available Clusters with kubeadm: --upload-certs and the certificate key',
    url: 'https://kubernetes.io/docs/setup/production-environment/tools/kubeadm/high-availability/',
  },
  SADISCOVERY: {
    title: 'Configure Service Accounts for Pods: ServiceAccount issuer discovery',
    url: 'https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/#service-account-issuer-discovery',
  },
  CALICOREQ: {
    title: 'Calico: system requirements, network requirements (BGP, VXLAN, Typha)',
    url: 'https://docs.tigera.io/calico/latest/getting-started/kubernetes/requirements',
  },
  CALICOBGP: {
    title: 'Calico: secure BGP sessions (passwords)',
    url: 'https://docs.tigera.io/calico/latest/network-policy/comms/secure-bgp',
  },
  CILBGP: {
    title: 'Cilium: system requirements, firewall rules',
    url: 'https://docs.cilium.io/en/stable/operations/system_requirements/',
  },
  CTRDCRI: {
    title: 'containerd: CRI plugin config guide (stream_server_address, enable_tls_streaming)',
    url: 'https://github.com/containerd/containerd/blob/main/docs/cri/config.md',
  },
  CREDPROV: {
    title: 'Configure a kubelet image credential provider',
    url: 'https://kubernetes.io/docs/tasks/administer-cluster/kubelet-credential-provider/',
  },
  INGRESS: {
    title: 'Ingress: TLS ends at the ingress point, traffic to the Service and its Pods is in plaintext',
    url: 'https://kubernetes.io/docs/concepts/services-networking/ingress/#tls',
  },
  NGINXANN: {
    title: 'Ingress-Nginx: annotations, backend protocol and backend certificate authentication',
    url: 'https://kubernetes.github.io/ingress-nginx/user-guide/nginx-configuration/annotations/',
  },
  CVEFEED: {
    title: 'Official CVE feed of Kubernetes',
    url: 'https://kubernetes.io/docs/reference/issues-security/official-cve-feed/',
  },
  SKEW: { title: 'Version skew policy', url: 'https://kubernetes.io/releases/version-skew-policy/' },
  NODEINFO: {
    title: 'Node API: status.nodeInfo.kubeletVersion, status.addresses',
    url: 'https://kubernetes.io/docs/reference/node/node-status/',
  },
  AGGREUSE: {
    title: 'Configure the Aggregation Layer: CA reusage and conflicts',
    url: 'https://kubernetes.io/docs/tasks/extend-kubernetes/configure-aggregation-layer/#ca-reusage-and-conflicts',
  },
  CSRSIGN: {
    title: 'Certificates and Certificate Signing Requests: signers',
    url: 'https://kubernetes.io/docs/reference/access-authn-authz/certificate-signing-requests/',
  },
  ADMCTL: {
    title: 'Admission control: DenyServiceExternalIPs, since 1.21 and off by default',
    url: 'https://kubernetes.io/docs/reference/access-authn-authz/admission-controllers/#denyserviceexternalips',
  },
  EXTERNALIPS: {
    title: 'Service: external IPs',
    url: 'https://kubernetes.io/docs/concepts/services-networking/service/#external-ips',
  },
  KOPS5591: {
    title: 'kOps #5591: every client certificate of the cluster reaches etcd',
    url: 'https://github.com/kubernetes/kops/issues/5591',
  },
  GOPROXY: {
    title: 'Go: golang.org/x/net/http/httpproxy, Config (HTTP_PROXY, HTTPS_PROXY, NO_PROXY)',
    url: 'https://pkg.go.dev/golang.org/x/net/http/httpproxy#Config',
  },
  K8SPROXY: {
    title: 'apimachinery: util/net/http.go (SetTransportDefaults) and util/proxy/dial.go (upgraded requests)',
    url: 'https://github.com/kubernetes/apimachinery/blob/master/pkg/util/net/http.go',
  },
  ETCDPROXY: {
    title: 'etcd client v3.5: client.go dials by gRPC, which takes proxies from the environment',
    url: 'https://github.com/etcd-io/etcd/blob/release-3.5/client/v3/client.go',
  },
  K3SPROXY: {
    title: 'K3s: Configuring an HTTP proxy (environment files, what K3s adds to NO_PROXY)',
    url: 'https://docs.k3s.io/advanced#configuring-an-http-proxy',
  },
  OCPPROXY: {
    title: 'OpenShift: configobserver/proxy (the status of Proxy becomes the environment of what operators run)',
    url: 'https://github.com/openshift/library-go/blob/master/pkg/operator/configobserver/proxy/observe_proxy.go',
  },
  KEP1860: {
    title: 'KEP-1860: ipMode of a load balancer’s address (Proxy leaves it to the balancer)',
    url: 'https://github.com/kubernetes/enhancements/tree/master/keps/sig-network/1860-kube-proxy-IP-node-binding',
  },
  PR37494: {
    title: 'kubeadm puts the proxy environment of its shell into static pods',
    url: 'https://github.com/kubernetes/kubernetes/pull/37494',
  },
  EKSENDPOINT: {
    title: 'Amazon EKS: cluster API server endpoint (public and private access)',
    url: 'https://docs.aws.amazon.com/eks/latest/userguide/cluster-endpoint.html',
  },
  GKENET: {
    title: 'GKE: about network isolation, control plane access',
    url: 'https://cloud.google.com/kubernetes-engine/docs/concepts/network-isolation',
  },
  AKSPRIVATE: {
    title: 'AKS: private clusters and authorized IP ranges',
    url: 'https://learn.microsoft.com/azure/aks/api-server-authorized-ip-ranges',
  },
  ATTACK: { title: 'MITRE ATT&CK, Enterprise', url: 'https://attack.mitre.org/techniques/enterprise/' },
} as const satisfies Readonly<Record<string, Source>>;

export type SourceTag = keyof typeof sources;
