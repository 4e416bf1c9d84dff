import { useEffect } from 'react';
import { flushSync } from 'react-dom';
import { useStoreApi } from '../shared/AppStoreContext.ts';

/** Paper is white and takes the whole picture, whatever the screen shows. */
export function usePrint(): void {
  const app = useStoreApi();
  useEffect(() => {
    let theme = app.getState().theme;
    const before = () => {
      theme = app.getState().theme;
      flushSync(() => {
        app.getState().setTheme('light');
        app.getState().sendViewCommand('fit');
      });
    };
    const after = () => app.getState().setTheme(theme);
    addEventListener('beforeprint', before);
    addEventListener('afterprint', after);
    return () => {
      removeEventListener('beforeprint', before);
      removeEventListener('afterprint', after);
    };
  }, [app]);
}
