import { boxesOf, selectMembers, selectPicture, selectTranslate } from '../../state/selectors.ts';
import { actionOf } from '../actions/actions.ts';
import { useAppStore, useStoreApi } from '../shared/AppStoreContext.ts';
import { componentsIn, refsOf, Settings } from './Settings.tsx';

/** Several elements at once: what they have in common can be set for all of them. */
export function SelectionDetails({ ids }: { readonly ids: readonly string[] }) {
  const t = useAppStore(selectTranslate);
  const app = useStoreApi();
  const picture = useAppStore(selectPicture);
  const topology = useAppStore((state) => state.topology);
  const edit = useAppStore((state) => state.edit);
  const members = useAppStore(selectMembers);
  const boxes = boxesOf(picture);
  const kinds = [...new Set(ids.map((id) => id.slice(0, id.indexOf('~'))))];
  const pods = topology.pods.filter((pod) => members.has(pod.id));
  const components = [...new Set(kinds.flatMap(componentsIn))];
  return (
    <>
      <p className="eyebrow">{t('selection.several')}</p>
      <h2>{t('selection.count', { count: members.size })}</h2>
      <ul className="chosen-list">
        {ids.slice(0, 12).map((id) => (
          <li key={id}>
            {boxes.get(id)?.names.slice(0, 3).join(', ') ?? topology.pods.find((pod) => `pod~${pod.id}` === id)?.name}
          </li>
        ))}
        {ids.length > 12 && <li>…</li>}
      </ul>
      <div className="buttons">
        <button type="button" onClick={() => void actionOf('duplicate').run(app)}>
          {t('action.duplicate')}
        </button>
        <button type="button" className="remove" onClick={() => void actionOf('remove').run(app)}>
          {t('app.remove')}
        </button>
      </div>
      {pods.length > 0 && (
        <label className="row">
          <span>{t('menu.move-to')}</span>
          <select
            value=""
            onChange={(event) =>
              edit({ type: 'change-pods', ids: pods.map(({ id }) => id), change: { nodeId: event.target.value } })
            }
          >
            <option value="">…</option>
            {topology.nodes.map((node) => (
              <option key={node.id} value={node.id}>
                {node.name}
              </option>
            ))}
          </select>
        </label>
      )}
      {components.map((component) => (
        <Settings key={component} component={component} refs={refsOf(topology, component, [...members])} />
      ))}
    </>
  );
}
