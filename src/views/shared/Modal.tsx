import { type ReactNode, useEffect, useRef } from 'react';
import { selectTranslate } from '../../state/selectors.ts';
import { ProblemBar } from '../failure/Failure.tsx';
import { useAppStore, useStoreApi } from './AppStoreContext.ts';
import './modal.css';

/**
 * The browser's own dialog: it keeps the focus inside, closes on Esc, and gives the focus back.
 * @param close leaves it; by default no dialog is open then
 */
export function Modal({
  label,
  className,
  close,
  children,
}: {
  readonly label: string;
  readonly className: string;
  readonly close?: () => void;
  readonly children: ReactNode;
}) {
  const t = useAppStore(selectTranslate);
  const openDialog = useAppStore((state) => state.openDialog);
  const app = useStoreApi();
  const leave = close ?? (() => openDialog(null));
  const own = useRef(app.getState().dialog);
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    element?.showModal();
    // The command palette takes text at once; in every other dialog a screen reader begins at the top.
    element?.querySelector<HTMLElement>('[cmdk-input]')?.focus();
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={`modal ${className}`}
      aria-label={label}
      onClose={() => {
        // The browser tells late: by then this dialog may be open again, or another one in its place.
        if (dialog.current?.open !== true && app.getState().dialog === own.current) leave();
      }}
      onClick={(event) => event.target === event.currentTarget && leave()}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        // The browser would close it now and tell later: the next key would be lost in between.
        event.preventDefault();
        leave();
      }}
    >
      {/* What is behind a modal dialog can be neither seen nor reached. */}
      <ProblemBar />
      <div className="modal-body">
        {children}
        <button type="button" className="modal-close" onClick={leave}>
          {t('app.close')}
        </button>
      </div>
    </dialog>
  );
}
