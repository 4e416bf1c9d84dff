import type { Topology } from '../../domain/topology.ts';
import { selectAnalysis, selectPicture, selectTranslate } from '../../state/selectors.ts';
import { useAppStore } from '../AppStoreContext.ts';
import { ConnectionDetails } from './ConnectionDetails.tsx';
import { ElementDetails } from './ElementDetails.tsx';
import './inspector.css';

/** Everything about what is selected. */
export function Inspector() {
  const t = useAppStore(selectTranslate);
  const selection = useAppStore((state) => state.selection);
  const select = useAppStore((state) => state.select);
  const { connections } = useAppStore(selectAnalysis);
  const picture = useAppStore(selectPicture);
  const topology = useAppStore((state) => state.topology);
  const connection = selection?.type === 'connection' ? connections.find((one) => one.id === selection.id) : undefined;
  return (
    <aside className="inspector" aria-label={t('app.inspector')}>
      <button type="button" className="close" onClick={() => select(null)}>
        {t('app.close')}
      </button>
      {connection && <ConnectionDetails connection={connection} />}
      {selection?.type === 'element' && (
        <ElementDetails
          key={selection.id}
          subject={selection.id}
          members={membersOf(picture, topology, selection.id)}
        />
      )}
      {!connection && selection?.type !== 'element' && <p>{t('app.nothing')}</p>}
    </aside>
  );
}

/** The elements that a box stands for; a chip stands for itself. */
function membersOf(picture: ReturnType<typeof selectPicture>, topology: Topology, subject: string): readonly string[] {
  const boxes = [
    picture.hosts,
    picture.apiServer,
    ...picture.components.map((part) => part.box),
    ...(picture.konnectivityServer ? [picture.konnectivityServer.box] : []),
    ...picture.nodes.flatMap((node) => [node.frame, ...node.parts.map((part) => part.box)]),
    ...picture.services.map((part) => part.box),
    ...picture.outside.map((one) => one.box),
  ];
  const id = subject.slice(subject.indexOf('~') + 1);
  const pod = topology.pods.find((one) => one.id === id);
  if (pod) return [pod.id];
  return boxes.find((box) => box.id === subject)?.members ?? [id];
}
