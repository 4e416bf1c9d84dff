/** Small files of the shapes that clusters really give, for tests that damage them. */
export const fixtures: Readonly<Record<string, string>> = {
  'objects.json': `{
  "apiVersion": "v1",
  "kind": "List",
  "items": [
    {"apiVersion": "v1", "kind": "Node", "metadata": {"name": "n1", "labels": {"node-role.kubernetes.io/control-plane": ""}},
     "status": {"nodeInfo": {"kubeletVersion": "v1.33.1"}, "daemonEndpoints": {"kubeletEndpoint": {"Port": 10250}}}},
    {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "p", "namespace": "d"},
     "spec": {"nodeName": "n1", "containers": [{"name": "c", "command": ["kube-apiserver", "--secure-port=6443"]}]}},
    {"apiVersion": "v1", "kind": "Service", "metadata": {"name": "s"}, "spec": {"clusterIP": "10.0.0.1", "ports": [{"port": 80}]}}
  ]
}
`,
  'manifest.yaml': `apiVersion: v1
kind: Pod
metadata: {name: kube-apiserver, namespace: kube-system}
spec:
  containers:
  - name: kube-apiserver
    image: registry.k8s.io/kube-apiserver:v1.34.1
    command: [kube-apiserver, --authorization-mode=Node, "--etcd-servers=https://127.0.0.1:2379"]
---
kind: EgressSelectorConfiguration
egressSelections:
- name: cluster
  connection: {proxyProtocol: GRPC, transport: {uds: {udsName: /x}}}
`,
  'kubeadm.yaml': `apiVersion: kubeadm.k8s.io/v1beta4
kind: ClusterConfiguration
kubernetesVersion: v1.34.0
apiServer:
  extraArgs:
  - {name: anonymous-auth, value: "false"}
---
kind: KubeletConfiguration
authentication: {anonymous: {enabled: false}}
`,
  'kubelet.service': `[Unit]
Description=kubelet
[Service]
EnvironmentFile=-/etc/default/kubelet
ExecStart=/usr/bin/kubelet \\
  --config=/var/lib/kubelet/config.yaml \\
  --node-ip '10.0.0.1' $EXTRA
`,
  'kubelet.env': 'KUBELET_ARGS="--read-only-port=0 --anonymous-auth=false"\n# a comment\nKUBELET_PORT=10250\n',
  'configmap.yaml': `apiVersion: v1
kind: ConfigMap
metadata: {name: kubelet-config}
data:
  kubelet: |
    apiVersion: kubelet.config.k8s.io/v1beta1
    kind: KubeletConfiguration
    readOnlyPort: 0
`,
  'ps.txt': 'root 812 1.2 0.1 ssl 10:00 0:01 /usr/local/bin/kube-apiserver --secure-port=6443 --anonymous-auth=false\n',
  'talos.yaml': `version: v1alpha1
machine: {type: controlplane, token: abc, kubelet: {extraArgs: {read-only-port: "0"}}}
cluster: {apiServer: {extraArgs: {anonymous-auth: "false"}}}
`,
  'table.txt': 'NAME   STATUS   ROLES           AGE   VERSION\ncp-1   Ready    control-plane   5d    v1.33.1\n',
};
