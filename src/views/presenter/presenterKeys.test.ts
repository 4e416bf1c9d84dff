import { expect, test } from 'vitest';
import { commandOf, shownKeys } from './presenterKeys.ts';

const press = (key: string, letters = true, held: Partial<Record<'ctrlKey' | 'metaKey' | 'altKey', boolean>> = {}) =>
  commandOf({ key, ctrlKey: false, metaKey: false, altKey: false, ...held }, letters);

test('a clicker’s keys turn the slides and blacken the screen', () => {
  expect(['PageDown', 'ArrowRight', ' '].map((key) => press(key))).toEqual(['next', 'next', 'next']);
  expect(['PageUp', 'ArrowLeft'].map((key) => press(key))).toEqual(['back', 'back']);
  expect(['b', 'B', '.'].map((key) => press(key))).toEqual(['black', 'black', 'black']);
});

test('letters mean nothing where they are no shortcuts, and keys with Ctrl never do', () => {
  expect(press('b', false)).toBeNull();
  expect(press('PageDown', false)).toBe('next');
  expect(press(' ', false)).toBe('next');
  expect(press('b', true, { ctrlKey: true })).toBeNull();
});

test('every key that is shown does what it is shown for', () => {
  const names: Readonly<Record<string, string>> = { '→': 'ArrowRight', '←': 'ArrowLeft', Esc: 'Escape' };
  for (const [command, keys] of shownKeys) for (const key of keys) expect(press(names[key] ?? key)).toBe(command);
});
