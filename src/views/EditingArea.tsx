import type { ReactNode } from 'react';
import { useAppStore } from './shared/AppStoreContext.ts';

/** Fields that change the model. They can be read, and not changed, while a link for viewing only is shown. */
export function EditingArea({ children }: { readonly children: ReactNode }) {
  const viewOnly = useAppStore((state) => state.sharedSession?.viewOnly === true);
  return (
    <fieldset className="editing" disabled={viewOnly}>
      {children}
    </fieldset>
  );
}
