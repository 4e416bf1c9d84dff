import { useEffect, useRef } from 'react';
import type { ViewCommand } from '../../state/appState.ts';
import { useAppStore } from './AppStoreContext.ts';

/** Answers each wish once that comes from keys, palette and menus after the picture is there. */
export function useViewCommand(answer: (kind: ViewCommand['kind']) => void): void {
  const viewCommand = useAppStore((state) => state.viewCommand);
  const done = useRef(viewCommand.number);
  useEffect(() => {
    if (viewCommand.number === done.current) return;
    done.current = viewCommand.number;
    answer(viewCommand.kind);
  }, [viewCommand, answer]);
}
