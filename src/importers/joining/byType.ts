import type { SettingComponent } from '../../catalog/settings.ts';
import type { FoundComponent, ImportedFact } from '../found.ts';

type ByType<T extends ImportedFact['type']> = Extract<ImportedFact, { readonly type: T }>;

/** What was found of one type, in the order of the files. */
export function byType<T extends ImportedFact['type']>(found: readonly ImportedFact[], type: T): readonly ByType<T>[] {
  return found.filter((one): one is ByType<T> => one.type === type);
}

/** Every configuration of one component that was found. */
export function componentsOf(found: readonly ImportedFact[], component: SettingComponent): readonly FoundComponent[] {
  return byType(found, 'component')
    .map((one) => one.found)
    .filter((one) => one.component === component);
}
