import { applyEdit } from '../domain/applyEdit.ts';
import type { TopologyEdit } from '../domain/edit.ts';
import { userConfig } from '../domain/settings.ts';
import type { Topology } from '../domain/topology.ts';
import { scenario } from '../scenarios/scenarios.ts';

/** Clusters as people draw them, beside the scenarios: each shows the picture from another side. */
export const typicalTopologies: Readonly<Record<string, () => Topology>> = {
  'one-node-without-pods': () => edited(scenario('documentation'), { type: 'remove', ids: ['pod-web-1', 'pod-web-2'] }),
  'no-services': () =>
    edited(scenario('kubeadm'), { type: 'remove', ids: scenario('kubeadm').services.map(({ id }) => id) }),
  'fifteen-services': () => repeated(scenario('kubeadm'), 12, () => ({ type: 'add-service' })),
  'twenty-pods-on-one-node': () =>
    repeated(scenario('documentation'), 18, () => ({ type: 'add-pod', nodeId: 'worker-1' })),
  'five-nodes': () => repeated(scenario('kubeadm'), 3, () => ({ type: 'add-node' })),
  'twelve-nodes': () => repeated(scenario('kubeadm'), 10, () => ({ type: 'add-node' })),
  'forty-nodes-one-differs': () =>
    edited(
      repeated(scenario('kubeadm'), 38, () => ({ type: 'add-node' })),
      {
        type: 'set-setting',
        refs: [{ at: 'node', nodeId: 'worker-2', component: 'kubelet' }],
        key: 'authentication.anonymous.enabled',
        value: 'true',
      },
    ),
  'three-equal-nodes-as-one': () => edited(scenario('ha'), { type: 'set-alike', alike: 'together' }),
  'one-master-differs': () =>
    edited(scenario('ha'), {
      type: 'set-setting',
      refs: [{ at: 'control-plane', hostId: 'control-plane-2', component: 'kube-apiserver' }],
      key: 'kubelet-certificate-authority',
      value: '/etc/kubernetes/pki/ca.crt',
    }),
  'pods-of-every-kind': () =>
    edited(
      repeated(scenario('documentation'), 4, () => ({ type: 'add-pod', nodeId: 'worker-1' })),
      { type: 'change-pods', ids: ['pod-web-1'], change: { hostNetwork: true } },
      { type: 'change-pods', ids: ['pod-web-2'], change: { skipsVerification: true } },
    ),
  'nothing-known': () => {
    const base = scenario('kubeadm');
    const unknown = userConfig('unknown');
    return {
      ...base,
      kubernetesVersion: 'unknown',
      controlPlanes: base.controlPlanes.map((host) => ({
        ...host,
        components: { 'kube-apiserver': unknown, etcd: unknown },
      })),
      nodes: base.nodes.map((node) => ({ ...node, kubelet: unknown, kubeProxy: unknown })),
      networks: base.networks.map((network) => ({ ...network, trust: 'unknown' as const })),
    };
  },
  'remarks-and-a-pinned-node': () =>
    edited(
      scenario('kubeadm'),
      { type: 'pin', id: 'worker~worker-2', pin: { x: 760, y: 60 } },
      { type: 'remark', target: 'worker-1', remark: { kind: 'note', text: 'In the rack beside the door.' } },
      {
        type: 'remark',
        target: 'P12:control-plane-1:worker-1',
        remark: { kind: 'accepted', text: 'Nobody may use nodes/proxy: RBAC forbids it; see ticket 4711.' },
      },
    ),
};

function edited(topology: Topology, ...edits: readonly TopologyEdit[]): Topology {
  return edits.reduce(applyEdit, topology);
}

function repeated(topology: Topology, times: number, edit: () => TopologyEdit): Topology {
  return edited(topology, ...Array.from({ length: times }, edit));
}
