import type { Topology } from '../../domain/topology.ts';
import { boxesOf, selectAnalysis, selectPicture, selectTranslate } from '../../state/selectors.ts';
import { EditingArea } from '../EditingArea.tsx';
import { lazyView } from '../failure/lazyView.tsx';
import { useAppStore } from '../shared/AppStoreContext.ts';
import { ConnectionDetails } from './ConnectionDetails.tsx';
import { ElementDetails } from './ElementDetails.tsx';
import { SelectionDetails } from './SelectionDetails.tsx';
import './inspector.css';

const AttackerPanel = lazyView(async () => (await import('../attacker/AttackerPanel.tsx')).AttackerPanel, {
  areas: ['attacker'],
});
const AttackerVerdict = lazyView(async () => (await import('../attacker/AttackerVerdict.tsx')).AttackerVerdict, {
  areas: ['attacker'],
});
const Comparison = lazyView(async () => (await import('./Comparison.tsx')).Comparison);

/** Everything about what is selected; else what the attacker reaches, where there is one. */
export function Inspector() {
  const t = useAppStore(selectTranslate);
  const selection = useAppStore((state) => state.selection);
  const comparison = useAppStore((state) => state.comparison);
  const { connections } = useAppStore(selectAnalysis);
  const picture = useAppStore(selectPicture);
  const topology = useAppStore((state) => state.topology);
  const byId = (id: string) => connections.find((one) => one.id === id);
  const connection = selection?.type === 'connection' ? byId(selection.id) : undefined;
  const [left, right] = comparison?.map(byId) ?? [];
  const attacker = useAppStore((state) => state.attacker);
  if (attacker !== null && selection === null && comparison === null) {
    return (
      <aside className="inspector" aria-label={t('app.inspector')}>
        <AttackerPanel />
      </aside>
    );
  }
  return (
    <aside className="inspector" aria-label={t('app.inspector')}>
      <Tools />
      {left && right ? (
        <Comparison left={left} right={right} />
      ) : (
        <>
          {connection && attacker !== null && <AttackerVerdict connection={connection} />}
          {connection && <ConnectionDetails connection={connection} />}
          {selection?.type === 'element' && (
            <EditingArea>
              <ElementDetails
                key={selection.id}
                subject={selection.id}
                members={membersOf(picture, topology, selection.id)}
              />
            </EditingArea>
          )}
          {selection?.type === 'elements' && (
            <EditingArea>
              <SelectionDetails ids={selection.ids} />
            </EditingArea>
          )}
          {selection?.type === 'connection' && !connection && <p>{t('app.nothing')}</p>}
        </>
      )}
    </aside>
  );
}

function Tools() {
  const t = useAppStore(selectTranslate);
  const select = useAppStore((state) => state.select);
  const openMenu = useAppStore((state) => state.openMenu);
  return (
    <div className="inspector-tools">
      <button
        type="button"
        aria-haspopup="menu"
        onClick={({ currentTarget }) => {
          const at = currentTarget.getBoundingClientRect();
          openMenu({ x: at.left, y: at.bottom });
        }}
      >
        {t('menu.title')}
      </button>
      <button type="button" onClick={() => select(null)}>
        {t('app.close')}
      </button>
    </div>
  );
}

/** The elements that a box stands for; a chip stands for itself. */
function membersOf(picture: ReturnType<typeof selectPicture>, topology: Topology, subject: string): readonly string[] {
  const id = subject.slice(subject.indexOf('~') + 1);
  if (subject.startsWith('pod~') && topology.pods.some((pod) => pod.id === id)) return [id];
  return boxesOf(picture).get(subject)?.members ?? [id];
}
