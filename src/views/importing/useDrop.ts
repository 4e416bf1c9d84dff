import { useEffect, useState } from 'react';
import { droppedFiles } from '../../reading/droppedFiles.ts';
import { useAppStore } from '../shared/AppStoreContext.ts';

/** Files may be dropped anywhere on the page; true while some are held over it. */
export function useDrop(): boolean {
  const [dropping, setDropping] = useState(false);
  const importFiles = useAppStore((state) => state.importFiles);
  const { wake } = useAppStore((state) => state.reader);
  useEffect(() => {
    const over = (event: DragEvent) => {
      event.preventDefault();
      wake();
      setDropping(true);
    };
    const leave = (event: DragEvent) => event.relatedTarget === null && setDropping(false);
    const drop = (event: DragEvent) => {
      event.preventDefault();
      setDropping(false);
      if (event.dataTransfer) void droppedFiles(event.dataTransfer).then(importFiles);
    };
    addEventListener('dragover', over);
    addEventListener('dragleave', leave);
    addEventListener('drop', drop);
    return () => {
      removeEventListener('dragover', over);
      removeEventListener('dragleave', leave);
      removeEventListener('drop', drop);
    };
  }, [importFiles, wake]);
  return dropping;
}
