import { expect, test } from 'vitest';
import { BrowserFailure } from './browserFailure.ts';
import { loadPart } from './loadPart.ts';

test('gives what was loaded', async () => {
  expect(await loadPart(async () => ({ texts: 1 }))).toEqual({ texts: 1 });
});

test('says of every failure what the browser said', async () => {
  const failing = loadPart(() => Promise.reject(new TypeError('Importing a module script failed.')));
  await expect(failing).rejects.toBeInstanceOf(BrowserFailure);
  await expect(failing).rejects.toThrow('Importing a module script failed.');
});

test('takes a module without exports for one that was cut short', async () => {
  await expect(loadPart(async () => ({}))).rejects.toBeInstanceOf(BrowserFailure);
  await expect(loadPart(async () => ({ view: undefined }))).rejects.toBeInstanceOf(BrowserFailure);
});
