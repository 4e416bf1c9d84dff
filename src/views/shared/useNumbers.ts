import { useMemo } from 'react';
import { useAppStore } from './AppStoreContext.ts';

/** Writes numbers as the chosen language does. */
export function useNumbers(): (value: number) => string {
  const locale = useAppStore((state) => state.locale);
  return useMemo(() => new Intl.NumberFormat(locale).format, [locale]);
}

type Counts<T> = { readonly nodes: T; readonly pods: T; readonly services: T };

/** Writes how large a cluster is, for a sentence that says it. */
export function useCounts(): (counts: Counts<number>) => Counts<string> {
  const written = useNumbers();
  return ({ nodes, pods, services }) => ({
    nodes: written(nodes),
    pods: written(pods),
    services: written(services),
  });
}
