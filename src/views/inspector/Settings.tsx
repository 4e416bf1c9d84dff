import { absenceOf, effectiveSetting, type SettingComponent, settingFacts } from '../../catalog/settings.ts';
import type { ComponentRef } from '../../domain/edit.ts';
import type { ComponentConfig } from '../../domain/settings.ts';
import {
  type ClusterNode,
  controlPlaneComponents,
  minorVersion,
  type NodeComponent,
  type Topology,
} from '../../domain/topology.ts';
import { selectTranslate } from '../../state/selectors.ts';
import { useAppStore } from '../shared/AppStoreContext.ts';
import { SettingRow } from './SettingRow.tsx';

/** The components whose settings are shown for a kind of box. */
export function componentsIn(kind: string): readonly SettingComponent[] {
  if (kind === 'worker' || kind === 'node' || kind === 'sshd') return ['kubelet', 'kube-proxy'];
  if (kind === 'container-runtime') return ['kubelet'];
  return settingFacts.some((fact) => fact.component === kind) ? [kind as SettingComponent] : [];
}

/** Where the settings of a component are, for each of some hosts or nodes. */
export function refsOf(
  topology: Topology,
  component: SettingComponent,
  members: readonly string[],
): readonly ComponentRef[] {
  if (component === 'kubelet' || component === 'kube-proxy' || component === 'konnectivity-agent') {
    const chosen = new Set(members);
    return topology.nodes
      .filter((node) => chosen.has(node.id))
      .map(({ id }) => ({ at: 'node', nodeId: id, component }));
  }
  const beside = [...topology.outside, ...topology.extensions].filter((one) => members.includes(one.id));
  if (beside.length > 0) return beside.map(({ id }) => ({ at: 'element', id }));
  const known = controlPlaneComponents.find((one) => one === component);
  if (!known) return [];
  return topology.controlPlanes
    .filter((host) => members.includes(host.id))
    .map(({ id }) => ({ at: 'control-plane', hostId: id, component: known }));
}

function configAt(topology: Topology, ref: ComponentRef | undefined): ComponentConfig | null {
  if (!ref) return null;
  if (ref.at === 'element')
    return [...topology.outside, ...topology.extensions].find((one) => one.id === ref.id)?.settings ?? null;
  if (ref.at === 'control-plane')
    return topology.controlPlanes.find((host) => host.id === ref.hostId)?.components[ref.component] ?? null;
  return configOf(
    topology.nodes.find((one) => one.id === ref.nodeId),
    ref.component,
  );
}

function configOf(node: ClusterNode | undefined, component: NodeComponent): ComponentConfig | null {
  const configs = {
    kubelet: node?.kubelet,
    'kube-proxy': node?.kubeProxy,
    'konnectivity-agent': node?.konnectivityAgent,
  };
  return configs[component] ?? null;
}

/** Nodes that are configured alike share one configuration, so that thousands of them have few. */
function differentConfigs(topology: Topology, refs: readonly ComponentRef[]): readonly (ComponentConfig | null)[] {
  const nodeOf = new Map(topology.nodes.map((node) => [node.id, node]));
  return [
    ...new Set(
      refs.map((ref) =>
        ref.at === 'node' ? configOf(nodeOf.get(ref.nodeId), ref.component) : configAt(topology, ref),
      ),
    ),
  ];
}

/** Where a component's settings come from, which decides its defaults. */
function SourceChoice({
  component,
  refs,
  config,
}: {
  readonly component: SettingComponent;
  readonly refs: readonly ComponentRef[];
  readonly config: ComponentConfig;
}) {
  const t = useAppStore(selectTranslate);
  const edit = useAppStore((state) => state.edit);
  const forms =
    component === 'kubelet'
      ? (['config-file', 'flags', 'kubeadm', 'documented', 'unknown'] as const)
      : (['flags', 'kubeadm', 'documented', 'unknown'] as const);
  return (
    <label className="row">
      <span>{t('setting.form')}</span>
      <select
        value={config.form}
        onChange={(event) =>
          edit({ type: 'set-form', refs, form: forms.find((one) => one === event.target.value) ?? config.form })
        }
      >
        {forms.map((form) => (
          <option key={form} value={form}>
            {t(`form.${form}`)}
          </option>
        ))}
      </select>
    </label>
  );
}

/** A component's settings as real flags and fields; a change counts for all that are given. */
export function Settings({
  component,
  refs,
}: {
  readonly component: SettingComponent;
  readonly refs: readonly ComponentRef[];
}) {
  const t = useAppStore(selectTranslate);
  const topology = useAppStore((state) => state.topology);
  const edit = useAppStore((state) => state.edit);
  const config = configAt(topology, refs[0]);
  if (!config) return null;
  const minor = minorVersion(topology.kubernetesVersion);
  const facts = settingFacts.filter((fact) => fact.component === component);
  const configs = differentConfigs(topology, refs);
  const differs = (key: string) =>
    configs.some(
      (one) =>
        one &&
        effectiveSetting(component, one, key, topology.kubernetesVersion).value !==
          effectiveSetting(component, config, key, topology.kubernetesVersion).value,
    );
  return (
    <section>
      <h3>
        {component}: {t('inspector.settings')}
        {refs.length > 1 ? ` (×${refs.length})` : ''}
      </h3>
      <SourceChoice component={component} refs={refs} config={config} />
      {facts.map((fact) => (
        <SettingRow
          key={fact.key}
          fact={fact}
          config={config}
          version={topology.kubernetesVersion}
          differs={differs(fact.key)}
          absence={minor === null ? null : absenceOf(fact, minor)}
          onChange={(value) => edit({ type: 'set-setting', refs, key: fact.key, value })}
        />
      ))}
    </section>
  );
}
