import { DropdownMenu } from 'radix-ui';
import { withFlag } from '../../query/editQuery.ts';
import { elementsOf } from '../../state/selection.ts';
import { selectMembers, selectTranslate } from '../../state/selectors.ts';
import { type ActionId, actionOf, frameOf, isRemovable } from '../actions/actions.ts';
import { keyCap } from '../actions/shortcuts.ts';
import { useAppStore, useStoreApi } from '../shared/AppStoreContext.ts';
import './menu.css';

/** What can be done with the selection; opens at the pointer, at the focus (Shift+F10), or from its visible button. */
export function ContextMenu() {
  const t = useAppStore(selectTranslate);
  const app = useStoreApi();
  const state = useAppStore((one) => one);
  const { menu, openMenu, selection, topology } = state;
  const members = useAppStore(selectMembers);
  const pods = topology.pods.filter(({ id }) => members.has(id));
  const words = { ctrl: t('key.ctrl'), shift: t('key.shift') };
  const item = (id: ActionId) => {
    const { keys, when, run } = actionOf(id);
    if (when && !when(state)) return null;
    return (
      <DropdownMenu.Item key={id} className="menu-item" onSelect={() => void run(app)}>
        {t(`action.${id}`)}
        {keys?.[0] && <kbd>{keyCap(keys[0], words)}</kbd>}
      </DropdownMenu.Item>
    );
  };
  return (
    <DropdownMenu.Root open={menu !== null} modal={false} onOpenChange={(open) => !open && openMenu(null)}>
      <DropdownMenu.Trigger asChild>
        <span className="menu-anchor" aria-hidden="true" style={{ left: menu?.x ?? 0, top: menu?.y ?? 0 }} />
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu" align="start" collisionPadding={8} aria-label={t('menu.title')}>
          {selection === null &&
            (
              [
                'add-node',
                'add-pod',
                'add-service',
                'add-control-plane',
                'add-client',
                'paste',
                'select-all',
                'fit',
              ] as const
            ).map(item)}
          {selection?.type === 'connection' &&
            (['play', 'pin-path', 'compare', 'copy', 'zoom-selection', 'next-path', 'previous-path'] as const).map(
              item,
            )}
          {elementsOf(selection).length > 0 && (
            <>
              <DropdownMenu.Item
                className="menu-item"
                onSelect={() => state.setFilter(withFlag(state.filter, 'selected'))}
              >
                {t('menu.only-its-paths')}
              </DropdownMenu.Item>
              {item('zoom-selection')}
              {elementsOf(selection).some((id) => id.startsWith('worker~')) && item('add-pod')}
              {item('duplicate')}
              {item('copy')}
              {item('paste')}
              {item('select-nodes')}
              {pods.length > 0 && (
                <DropdownMenu.Sub>
                  <DropdownMenu.SubTrigger className="menu-item">{t('menu.move-to')} ▸</DropdownMenu.SubTrigger>
                  <DropdownMenu.Portal>
                    <DropdownMenu.SubContent className="menu" collisionPadding={8}>
                      {topology.nodes.slice(0, 200).map((node) => (
                        <DropdownMenu.Item
                          key={node.id}
                          className="menu-item"
                          onSelect={() =>
                            state.edit({
                              type: 'change-pods',
                              ids: pods.map(({ id }) => id),
                              change: { nodeId: node.id },
                            })
                          }
                        >
                          {node.name}
                        </DropdownMenu.Item>
                      ))}
                    </DropdownMenu.SubContent>
                  </DropdownMenu.Portal>
                </DropdownMenu.Sub>
              )}
              {frameOf(state) && (['nudge-left', 'nudge-right', 'nudge-up', 'nudge-down'] as const).map(item)}
              {elementsOf(selection).some(isRemovable) && item('remove')}
            </>
          )}
          {item('release-pins')}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
