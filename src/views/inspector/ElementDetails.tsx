import { useState } from 'react';
import {
  controlPlaneComponents,
  extensionKinds,
  type Pod,
  type Service,
  type Topology,
} from '../../domain/topology.ts';
import { isValidName } from '../../domain/violations.ts';
import { selectTranslate } from '../../state/selectors.ts';
import { useAppStore } from '../shared/AppStoreContext.ts';
import { ElementPaths } from './ElementPaths.tsx';
import { BackToEquals, MemberList } from './MemberList.tsx';
import { Position } from './Position.tsx';
import { RemarkField } from './RemarkField.tsx';
import { componentsIn, refsOf, Settings } from './Settings.tsx';

type Props = { readonly subject: string; readonly members: readonly string[] };

/** One box: its name, its settings as real flags and fields, and what can be done with it. */
export function ElementDetails({ subject, members }: Props) {
  const t = useAppStore(selectTranslate);
  const topology = useAppStore((state) => state.topology);
  const kind = subject.slice(0, subject.indexOf('~'));
  const [first] = members;
  const element = first === undefined ? undefined : elementById(topology, first);
  if (kind === 'network') return <NetworkDetails id={subject.slice('network~'.length)} />;
  if (!element) return <p>{t('app.nothing')}</p>;
  return (
    <>
      <p className="eyebrow">
        {kind === 'worker' ? t('caption.node') : kind === 'host' ? t('caption.control-plane') : kind}
      </p>
      <h2>{members.length === 1 ? element.name : `${element.name} … (${members.length})`}</h2>
      {members.length === 1 && <NameField id={element.id} name={element.name} />}
      {members.length > 1 && kind !== 'worker' && (
        <p className="muted">
          {t('inspector.members')}:{' '}
          {members
            .slice(0, 12)
            .map((id) => elementById(topology, id)?.name)
            .join(', ')}
          {members.length > 12 ? ' …' : ''}
        </p>
      )}
      {(kind === 'pod' || kind === 'pods') && <PodFields pods={membersAmong(topology.pods, members)} />}
      {kind === 'service' && <ServiceFields service={topology.services.find((one) => one.id === first)} />}
      {kind === 'host' && <HostFields hostId={element.id} />}
      {kind === 'worker' && members.length > 1 && <MemberList nodes={nodesAmong(topology.nodes, members)} />}
      {kind === 'worker' && <BackToEquals nodeId={element.id} />}
      {kind === 'worker' && <NodeFields nodeId={element.id} />}
      {componentsIn(settingsKind(kind, element)).map((component) => (
        <Settings key={component} component={component} refs={refsOf(topology, component, members)} />
      ))}
      <ElementPaths id={element.id} />
      <Position subject={subject} />
      <RemarkField key={element.id} target={element.id} />
      {members.length === 1 && removable.includes(kind) && <RemoveButton id={element.id} />}
    </>
  );
}

const removable: readonly string[] = ['host', 'worker', 'pod', 'service', 'outside', ...extensionKinds];

function elementById({ controlPlanes, nodes, pods, services, outside, extensions }: Topology, id: string) {
  for (const group of [controlPlanes, nodes, services, outside, extensions, pods]) {
    const found = group.find((one) => one.id === id);
    if (found) return found;
  }
  return undefined;
}

function nodesAmong(nodes: Topology['nodes'], members: readonly string[]): Topology['nodes'] {
  const wanted = new Set(members);
  return nodes.filter(({ id }) => wanted.has(id));
}

/** Pods by their ids; a box may stand for 150,000 of them. */
function membersAmong(pods: readonly Pod[], members: readonly string[]): readonly Pod[] {
  const wanted = new Set(members);
  return pods.filter(({ id }) => wanted.has(id));
}

/** Clients and load balancers are one kind of box with settings of two kinds. */
function settingsKind(kind: string, element: object): string {
  if (kind !== 'outside' || !('kind' in element)) return kind;
  return element.kind === 'client' ? 'kubectl' : String(element.kind);
}

function NameField({ id, name }: { readonly id: string; readonly name: string }) {
  const t = useAppStore(selectTranslate);
  const edit = useAppStore((state) => state.edit);
  const [draft, setDraft] = useState(name);
  const commit = () => {
    if (draft !== name) edit({ type: 'rename', id, name: draft });
    if (!isValidName(draft)) setDraft(name);
  };
  return (
    <label className="row">
      <span>{t('app.rename')}</span>
      <input
        type="text"
        value={draft}
        aria-invalid={!isValidName(draft)}
        aria-describedby="name-rule"
        onChange={(event) => setDraft(event.target.value)}
        onBlur={commit}
        onKeyDown={(event) => event.key === 'Enter' && commit()}
      />
      <small id="name-rule" className={isValidName(draft) ? 'visually-hidden' : 'problem'}>
        {t('app.invalid-name')}
      </small>
    </label>
  );
}

function RemoveButton({ id }: { readonly id: string }) {
  const t = useAppStore(selectTranslate);
  const edit = useAppStore((state) => state.edit);
  const select = useAppStore((state) => state.select);
  return (
    <button
      type="button"
      className="remove"
      onClick={() => {
        edit({ type: 'remove', ids: [id] });
        select(null);
      }}
    >
      {t('app.remove')}
    </button>
  );
}

function NetworkDetails({ id }: { readonly id: string }) {
  const t = useAppStore(selectTranslate);
  const network = useAppStore((state) => state.topology.networks.find((one) => one.id === id));
  const edit = useAppStore((state) => state.edit);
  if (!network) return null;
  return (
    <>
      <h2>{t(`network.${network.id}`)}</h2>
      <div className="buttons">
        {(['trusted', 'untrusted'] as const).map((trust) => (
          <button
            key={trust}
            type="button"
            aria-pressed={network.trust === trust}
            onClick={() => edit({ type: 'set-network', id: network.id, trust })}
          >
            {t(`trust.${trust}`)}
          </button>
        ))}
      </div>
    </>
  );
}

function Toggle({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: boolean;
  readonly onChange: (value: boolean) => void;
}) {
  return (
    <label className="toggle">
      <input type="checkbox" checked={value} onChange={(event) => onChange(event.target.checked)} />{' '}
      <span>{label}</span>
    </label>
  );
}

/** Labels as `app=web,tier=front`. */
function LabelsField({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: Readonly<Record<string, string>>;
  readonly onChange: (value: Record<string, string>) => void;
}) {
  const written = Object.entries(value)
    .map((pair) => pair.join('='))
    .join(',');
  const [draft, setDraft] = useState(written);
  const commit = () => {
    if (draft === written) return;
    onChange(
      Object.fromEntries(
        draft.split(',').flatMap((pair) => {
          const [key = '', text = ''] = pair.split('=').map((part) => part.trim());
          return key === '' ? [] : [[key, text]];
        }),
      ),
    );
  };
  return (
    <label className="row">
      <span>{label}</span>
      <input
        type="text"
        value={draft}
        onChange={(event) => setDraft(event.target.value)}
        onBlur={commit}
        onKeyDown={(event) => event.key === 'Enter' && commit()}
      />
    </label>
  );
}

/** What can be set for a pod, or for several that are alike. */
function PodFields({ pods }: { readonly pods: readonly Pod[] }) {
  const [pod] = pods;
  const t = useAppStore(selectTranslate);
  const nodes = useAppStore((state) => state.topology.nodes);
  const edit = useAppStore((state) => state.edit);
  if (!pod) return null;
  const change = (part: Partial<Omit<Pod, 'id'>>) =>
    edit({ type: 'change-pods', ids: pods.map(({ id }) => id), change: part });
  return (
    <section>
      <label className="row">
        <span>{t('pod.node')}</span>
        <select value={pod.nodeId ?? ''} onChange={(event) => change({ nodeId: event.target.value })}>
          {nodes.map((node) => (
            <option key={node.id} value={node.id}>
              {node.name}
            </option>
          ))}
        </select>
      </label>
      <LabelsField label={t('pod.labels')} value={pod.labels} onChange={(labels) => change({ labels })} />
      <Toggle label={t('pod.token')} value={pod.tokenMounted} onChange={(tokenMounted) => change({ tokenMounted })} />
      <Toggle
        label={t('pod.skip')}
        value={pod.skipsVerification}
        onChange={(skipsVerification) => change({ skipsVerification })}
      />
      <Toggle label="hostNetwork" value={pod.hostNetwork} onChange={(hostNetwork) => change({ hostNetwork })} />
    </section>
  );
}

function ServiceFields({ service }: { readonly service: Service | undefined }) {
  const t = useAppStore(selectTranslate);
  const edit = useAppStore((state) => state.edit);
  if (!service) return null;
  const types = ['ClusterIP', 'NodePort', 'LoadBalancer', 'ExternalName'] as const;
  return (
    <section>
      <LabelsField
        label={t('service.selector')}
        value={service.selector}
        onChange={(selector) => edit({ type: 'change-service', id: service.id, change: { selector } })}
      />
      <label className="row">
        <span>{t('service.type')}</span>
        <select
          value={service.type}
          onChange={(event) =>
            edit({
              type: 'change-service',
              id: service.id,
              change: { type: types.find((one) => one === event.target.value) ?? 'ClusterIP' },
            })
          }
        >
          {types.map((type) => (
            <option key={type}>{type}</option>
          ))}
        </select>
      </label>
    </section>
  );
}

function HostFields({ hostId }: { readonly hostId: string }) {
  const t = useAppStore(selectTranslate);
  const host = useAppStore((state) => state.topology.controlPlanes.find((one) => one.id === hostId));
  const edit = useAppStore((state) => state.edit);
  if (!host) return null;
  return (
    <section>
      <h3>{t('component.present')}</h3>
      {controlPlaneComponents.map((component) => (
        <Toggle
          key={component}
          label={component}
          value={host.components[component] !== undefined}
          onChange={(present) => edit({ type: 'set-component', hostId, component, present })}
        />
      ))}
    </section>
  );
}

function NodeFields({ nodeId }: { readonly nodeId: string }) {
  const t = useAppStore(selectTranslate);
  const node = useAppStore((state) => state.topology.nodes.find((one) => one.id === nodeId));
  const edit = useAppStore((state) => state.edit);
  if (!node) return null;
  return (
    <Toggle
      label={t('component.agent')}
      value={node.konnectivityAgent !== null}
      onChange={(present) => edit({ type: 'set-agent', nodeId, present })}
    />
  );
}
