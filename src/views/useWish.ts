import { useEffect, useRef } from 'react';
import type { ViewWish } from '../state/createAppStore.ts';
import { useAppStore } from './AppStoreContext.ts';

/** Answers each wish once that comes from keys, palette and menus after the picture is there. */
export function useWish(answer: (kind: ViewWish['kind']) => void): void {
  const wish = useAppStore((state) => state.wish);
  const done = useRef(wish.number);
  useEffect(() => {
    if (wish.number === done.current) return;
    done.current = wish.number;
    answer(wish.kind);
  }, [wish, answer]);
}
