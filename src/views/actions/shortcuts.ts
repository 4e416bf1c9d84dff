import type { AppStore } from '../../state/appState.ts';
import { type ActionId, actionIds, actionOf, type Shortcut } from './actions.ts';

/** What of a keyboard event decides; the physical key counts for digits, which need Shift on some layouts. */
export type Pressed = Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey'>;

/** Letters, digits and signs alone are shortcuts that a user can switch off (WCAG 2.1.4). */
function isLetterKey({ key, ctrl, alt }: Shortcut): boolean {
  return !ctrl && !alt && key.length === 1;
}

/** The action that a key press means, among those that are possible now. */
export function actionFor(pressed: Pressed, app: AppStore): ActionId | null {
  const state = app.getState();
  const found = actionIds.find((id) => {
    const { keys = [], when } = actionOf(id);
    const isMeant = keys.some((key) => (state.letterKeys || !isLetterKey(key)) && isPressed(key, pressed));
    return isMeant && (when === undefined || when(state));
  });
  return found ?? null;
}

function isPressed({ key, ctrl = false, shift, alt = false }: Shortcut, pressed: Pressed): boolean {
  if ((pressed.ctrlKey || pressed.metaKey) !== ctrl || pressed.altKey !== alt) return false;
  const isDigit = /^\d$/.test(key) && pressed.code === `Digit${key}`;
  if (isDigit) return pressed.shiftKey === (shift ?? false);
  if (pressed.key.toLowerCase() !== key.toLowerCase()) return false;
  // Signs such as ? and / need Shift on some layouts and not on others.
  const isSign = key.length === 1 && !/[a-z]/i.test(key);
  return isSign || pressed.shiftKey === (shift ?? false);
}

/** How a shortcut is written on a key cap. */
export function keyCap(
  { key, ctrl, shift, alt }: Shortcut,
  words: { readonly ctrl: string; readonly shift: string },
): string {
  const name = key.startsWith('Arrow') ? (arrows[key] ?? key) : key.length === 1 ? key.toUpperCase() : key;
  return [ctrl ? words.ctrl : '', alt ? 'Alt' : '', shift ? words.shift : '', name].filter(Boolean).join(' + ');
}

const arrows: Readonly<Record<string, string>> = { ArrowLeft: '←', ArrowRight: '→', ArrowUp: '↑', ArrowDown: '↓' };
