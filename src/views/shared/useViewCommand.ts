import { useEffect, useRef } from 'react';
import type { ViewCommand } from '../../state/appState.ts';
import { useAppStore } from './AppStoreContext.ts';

/** Carries out each view command once, if it came after the picture was drawn. */
export function useViewCommand(answer: (kind: ViewCommand['kind']) => void): void {
  const viewCommand = useAppStore((state) => state.viewCommand);
  const done = useRef(viewCommand.number);
  useEffect(() => {
    if (viewCommand.number === done.current) return;
    done.current = viewCommand.number;
    answer(viewCommand.kind);
  }, [viewCommand, answer]);
}
