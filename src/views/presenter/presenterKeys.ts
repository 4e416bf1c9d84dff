/** What a key means while something is presented. */
export type PresenterCommand =
  | 'next'
  | 'back'
  | 'black'
  | 'plain'
  | 'spotlight'
  | 'pointer'
  | 'zoom-in'
  | 'zoom-out'
  | 'larger'
  | 'full-screen'
  | 'notes'
  | 'end';

type KeyPress = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>;

/** Every key; clickers send the first two of each direction, and one of those for black. */
const keys: Readonly<Record<string, PresenterCommand>> = {
  pagedown: 'next',
  arrowright: 'next',
  ' ': 'next',
  pageup: 'back',
  arrowleft: 'back',
  b: 'black',
  '.': 'black',
  h: 'plain',
  s: 'spotlight',
  p: 'pointer',
  '+': 'zoom-in',
  '=': 'zoom-in',
  '-': 'zoom-out',
  t: 'larger',
  f: 'full-screen',
  n: 'notes',
  escape: 'end',
};

/** The command of a key; null for none. Where letters are no shortcuts, only keys with a name are left. */
export function commandOf({ key, ctrlKey, metaKey, altKey }: KeyPress, letterKeys: boolean): PresenterCommand | null {
  if (ctrlKey || metaKey || altKey) return null;
  if (!letterKeys && key.length === 1 && key !== ' ') return null;
  return keys[key.toLowerCase()] ?? null;
}

/** The keys of a command, as they are shown. */
export const shownKeys: readonly (readonly [PresenterCommand, readonly string[]])[] = [
  ['next', ['PageDown', '→']],
  ['back', ['PageUp', '←']],
  ['black', ['B', '.']],
  ['plain', ['H']],
  ['spotlight', ['S']],
  ['pointer', ['P']],
  ['zoom-in', ['+']],
  ['zoom-out', ['-']],
  ['larger', ['T']],
  ['full-screen', ['F']],
  ['notes', ['N']],
  ['end', ['Esc']],
];
