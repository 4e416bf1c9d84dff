import { useMemo } from 'react';
import { useAppStore } from './AppStoreContext.ts';

/** Writes numbers as the chosen language does. */
export function useNumbers(): (value: number) => string {
  const locale = useAppStore((state) => state.locale);
  return useMemo(() => new Intl.NumberFormat(locale).format, [locale]);
}
