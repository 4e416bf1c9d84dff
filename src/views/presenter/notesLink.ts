import type { Locale } from '../../i18n/texts.ts';
import type { Slide } from './slides.ts';

/*
 * The window for notes is the same page under `#notes=…`. The two talk over a channel of the browser with a name that
 * only they know. Pages from disk may have no such channel with each other: there they write to each other's window, and
 * listen to nobody else.
 */

/** What the window for notes shows. */
export type NotesState = {
  readonly slide: Slide | null;
  readonly startedAt: number | null;
  readonly plannedMinutes: number;
  readonly isBlack: boolean;
  readonly locale: Locale;
  readonly theme: 'light' | 'dark';
};

const commands = ['hello', 'next', 'back', 'black'] as const;
/** What the window for notes asks for; `hello` for the present state. */
export type NotesCommand = (typeof commands)[number];

type Link<Sent> = { readonly send: (message: Sent) => void; readonly close: () => void };

const isFromDisk = location.protocol === 'file:';
const windowName = 'mitmap-notes';

let opened: { readonly id: string; readonly window: Window | null } | null = null;

/** Opens the window for notes, or brings it to the front. False where the browser does not allow it. */
export function openNotes(): boolean {
  if (opened?.window && !opened.window.closed) {
    opened.window.focus();
    return true;
  }
  const id = Math.random().toString(36).slice(2, 12);
  const address = `${location.pathname}${location.search}#notes=${id}`;
  const { screen } = window;
  const size = `width=${Math.min(720, screen.availWidth)},height=${Math.min(640, screen.availHeight)}`;
  const popup = window.open(address, windowName, `popup,${size}`);
  opened = { id, window: popup };
  for (const listen of openers) listen();
  return popup !== null;
}

const openers = new Set<() => void>();

/** The presenting page's end. It outlives a window that is closed and opened again. */
export function linkToNotes(onCommand: (command: NotesCommand) => void): Link<NotesState> {
  let link: Link<NotesState> | null = null;
  const connect = () => {
    link?.close();
    const present = opened;
    if (!present) return;
    const receive = (message: unknown) => {
      const command = commands.find((one) => one === message);
      if (command) onCommand(command);
    };
    link = connection(present.id, () => present.window, receive);
  };
  openers.add(connect);
  connect();
  return {
    send: (state) => link?.send(state),
    close: () => {
      openers.delete(connect);
      link?.close();
    },
  };
}

/** The end in the window for notes. */
export function linkToPresenter(id: string, onState: (state: NotesState) => void): Link<NotesCommand> {
  return connection<NotesCommand>(
    id,
    () => window.opener as Window | null,
    (message) => {
      if (isNotesState(message)) onState(message);
    },
  );
}

function connection<Sent>(id: string, other: () => Window | null, receive: (message: unknown) => void): Link<Sent> {
  if (!isFromDisk && 'BroadcastChannel' in window) {
    const channel = new BroadcastChannel(`${windowName}-${id}`);
    channel.onmessage = ({ data }) => receive(data);
    return { send: (message) => channel.postMessage(message), close: () => channel.close() };
  }
  const onMessage = (event: MessageEvent) => {
    const { data, source } = event as MessageEvent<{ readonly notes?: string; readonly message?: unknown } | null>;
    if (source === other() && source !== null && data?.notes === id) receive(data.message);
  };
  addEventListener('message', onMessage);
  return {
    // A page from disk has no origin that could be named.
    send: (message) => other()?.postMessage({ notes: id, message }, isFromDisk ? '*' : location.origin),
    close: () => removeEventListener('message', onMessage),
  };
}

function isNotesState(message: unknown): message is NotesState {
  return typeof message === 'object' && message !== null && 'slide' in message && 'startedAt' in message;
}
