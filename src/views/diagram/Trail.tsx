import type { Translate } from '../../i18n/translate.ts';
import { componentTitle, partTitle, serviceTitle } from '../../layout/frames.ts';
import type { PlacedBox } from '../../layout/layout.ts';
import { subjectsOf } from '../../state/focus.ts';
import { selectLayout, selectTranslate } from '../../state/selectors.ts';
import { Breadcrumbs, type Crumb } from '../inspector/Breadcrumbs.tsx';
import { useAppStore } from '../shared/AppStoreContext.ts';
import { useNumbers } from '../shared/useNumbers.ts';
import { type Step, trail } from './trail.ts';
import type { PanZoom } from './usePanZoom.ts';

/** Where what is selected lies: the cluster, the boundary, the box, the pod or path. Nothing, where nothing is selected. */
export function Trail({ view }: { readonly view: PanZoom }) {
  const t = useAppStore(selectTranslate);
  const layout = useAppStore(selectLayout);
  const selection = useAppStore((state) => state.selection);
  const select = useAppStore((state) => state.select);
  const name = useAppStore((state) => state.topology.name);
  const written = useNumbers();
  const [subject] = subjectsOf(selection);
  const crumb = (step: Step): Crumb => {
    const { id, rect } = step;
    if (step.kind === 'line') {
      return { id, name: pathWords(step.connection), go: () => view.showRect(rect) };
    }
    const isSelectable = step.kind === 'pod' || step.placed.box.members.length > 0;
    return {
      id,
      name: step.kind === 'pod' ? step.name : boxName(step.placed, t, written),
      go: () => {
        if (isSelectable) select({ type: 'element', id });
        view.showRect(rect);
      },
    };
  };
  const pathWords = (id: string) => {
    const path = layout.links.find(({ connection }) => connection.id === id)?.connection.path;
    return path ? t(`path.${path}.name`) : id;
  };
  // The tour has its buttons in this place.
  const hasTour = useAppStore((state) => state.tour !== null);
  const steps = subject === undefined || hasTour ? [] : trail(layout, subject);
  if (steps.length === 0) return null;
  return (
    <Breadcrumbs
      crumbs={[{ id: 'cluster', name: name === '' ? 'cluster' : name, go: view.fit }, ...steps.map(crumb)]}
    />
  );
}

/** What a box is called on the way to what is in it. */
function boxName({ role, box }: PlacedBox, t: Translate, written: (number: number) => string): string {
  switch (role) {
    case 'control-plane':
      return t('caption.control-plane');
    case 'services':
    case 'extensions':
    case 'adjacent-group':
      return t(`caption.${role}`);
    case 'node':
    case 'outside':
    case 'adjacent': {
      const [first = t('caption.anyone')] = box.names;
      if (box.names.length < 2) return first;
      return `${first} … ${t('caption.identical', { count: written(box.names.length) })}`;
    }
    case 'service':
      return serviceTitle(box);
    case 'part':
    case 'pods':
      return partTitle(box);
    case 'apiserver':
    case 'component':
      return componentTitle(box);
  }
}
