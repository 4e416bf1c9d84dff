import { Command } from 'cmdk';
import { pathNumber } from '../../catalog/communicationPath.ts';
import { settingFacts } from '../../catalog/settings.ts';
import { scenario, scenarioIds } from '../../scenarios/scenarios.ts';
import { boxesOf, selectAnalysis, selectPicture, selectTranslate } from '../../state/selectors.ts';
import { type ActionId, actionIds, actionOf } from '../actions/actions.ts';
import { keyCap } from '../actions/shortcuts.ts';
import { useAppStore, useStoreApi } from '../shared/AppStoreContext.ts';
import { Modal } from '../shared/Modal.tsx';
import './dialogs.css';

/** Everything by its name: paths, elements, settings, actions, scenarios. */
export function Palette() {
  const t = useAppStore(selectTranslate);
  return (
    <Modal label={t('palette.title')} className="palette">
      <Command label={t('palette.title')} loop filter={rank}>
        <Command.Input placeholder={t('palette.placeholder')} autoFocus />
        <Command.List>
          <Command.Empty>{t('palette.nothing')}</Command.Empty>
          <Paths />
          <Elements />
          <Actions />
          <Examples />
          <ComponentSettings />
        </Command.List>
      </Command>
    </Modal>
  );
}

/** Closes the palette and does something. */
function useThen() {
  const openDialog = useAppStore((state) => state.openDialog);
  return (run: () => unknown) => () => {
    openDialog(null);
    void run();
  };
}

function Paths() {
  const t = useAppStore(selectTranslate);
  const app = useStoreApi();
  const then = useThen();
  const { connections } = useAppStore(selectAnalysis);
  return (
    <Command.Group heading={t('app.paths')}>
      {connections.map((connection) => (
        <Command.Item
          key={connection.id}
          value={`${connection.path} ${t(`path.${connection.path}.name`)} ${connection.client.name} ${connection.server.name} ${connection.id}`}
          onSelect={then(() => app.getState().select({ type: 'connection', id: connection.id, boxId: null }))}
        >
          <b>{pathNumber(connection.path)}</b> {t(`path.${connection.path}.name`)}
          <small>
            {connection.client.name} → {connection.server.name} · {t(`status.${connection.status}`)}
          </small>
        </Command.Item>
      ))}
    </Command.Group>
  );
}

/** Boxes of the picture that stand for something. */
function useBoxes() {
  const picture = useAppStore(selectPicture);
  return [...boxesOf(picture).values()].filter((box) => box.members.length > 0);
}

function Elements() {
  const t = useAppStore(selectTranslate);
  const app = useStoreApi();
  const then = useThen();
  const boxes = useBoxes();
  const topology = useAppStore((state) => state.topology);
  return (
    <Command.Group heading={t('palette.elements')}>
      {boxes.map((box) => (
        <Command.Item
          key={box.id}
          value={`${box.component} ${box.names.slice(0, 30).join(' ')} ${box.id}`}
          onSelect={then(() => app.getState().select({ type: 'element', id: box.id }))}
        >
          {box.component} <small>{box.names.slice(0, 3).join(', ')}</small>
        </Command.Item>
      ))}
      {topology.pods.slice(0, 500).map((pod) => (
        <Command.Item
          key={pod.id}
          value={`pod ${pod.namespace} ${pod.name} ${pod.id}`}
          onSelect={then(() => app.getState().select({ type: 'element', id: `pod~${pod.id}` }))}
        >
          pod <small>{pod.name}</small>
        </Command.Item>
      ))}
    </Command.Group>
  );
}

function Actions() {
  const t = useAppStore(selectTranslate);
  const app = useStoreApi();
  const then = useThen();
  const state = useAppStore((one) => one);
  const words = { ctrl: t('key.ctrl'), shift: t('key.shift') };
  const possible = actionIds.filter((id) => {
    const { when } = actionOf(id);
    return id !== 'palette' && (when === undefined || when(state));
  });
  return (
    <Command.Group heading={t('palette.actions')}>
      {possible.map((id) => (
        <Command.Item
          key={id}
          value={`${t(`action.${id}`)} ${id} ${alsoKnownAs[id] ?? ''}`}
          onSelect={then(() => actionOf(id).run(app))}
        >
          {t(`action.${id}`)} <Keys id={id} words={words} />
        </Command.Item>
      ))}
    </Command.Group>
  );
}

function Examples() {
  const t = useAppStore(selectTranslate);
  const app = useStoreApi();
  const then = useThen();
  return (
    <Command.Group heading={t('app.scenario')}>
      {scenarioIds.map((id) => (
        <Command.Item
          key={id}
          value={`${t(`scenario.${id}`)} ${id}`}
          onSelect={then(() => app.getState().edit({ type: 'replace', topology: scenario(id) }))}
        >
          {t(`scenario.${id}`)}
        </Command.Item>
      ))}
    </Command.Group>
  );
}

function ComponentSettings() {
  const t = useAppStore(selectTranslate);
  const app = useStoreApi();
  const then = useThen();
  const boxes = useBoxes();
  const settings = settingFacts.filter(({ component }) => boxes.some((box) => box.component === component));
  return (
    <Command.Group heading={t('inspector.settings')}>
      {settings.map(({ component, key }) => (
        <Command.Item
          key={`${component} ${key}`}
          value={`${component} ${key}`}
          onSelect={then(() => {
            const box = boxes.find((one) => one.component === component);
            if (box) app.getState().select({ type: 'element', id: box.id });
            app.getState().focusSetting(`${component} ${key}`);
          })}
        >
          <code>{key}</code> <small>{component}</small>
        </Command.Item>
      ))}
    </Command.Group>
  );
}

/** Words that people search for and that are not in an action's name. */
const alsoKnownAs: Partial<Readonly<Record<ActionId, string>>> = {
  presenter: 'slides handout trainer Folien Arbeitsblatt',
  'add-node': 'Knoten',
  'select-nodes': 'alle Knoten',
  'grouping-auto': 'Knoten',
  'grouping-together': 'Knoten',
  'grouping-apart': 'Knoten',
  'grouping-pool': 'Knoten',
  'grouping-zone': 'Knoten',
  'grouping-namespace': 'Knoten',
};

/** Every word must occur; what begins with the search comes first. */
function rank(value: string, search: string): number {
  const text = value.toLowerCase();
  const words = search.toLowerCase().split(/\s+/);
  if (!words.every((word) => text.includes(word))) return 0;
  return text.startsWith(search.toLowerCase()) ? 1 : 0.5;
}

function Keys({
  id,
  words,
}: {
  readonly id: ActionId;
  readonly words: { readonly ctrl: string; readonly shift: string };
}) {
  const [first] = actionOf(id).keys ?? [];
  return first ? <kbd>{keyCap(first, words)}</kbd> : null;
}
