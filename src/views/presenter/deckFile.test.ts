import { expect, test } from 'vitest';
import { scenario } from '../../scenarios/scenarios.ts';
import type { SavedView } from '../../state/appState.ts';
import { readDeck, writeDeck } from './deckFile.ts';

const view: SavedView = {
  name: 'Exec',
  notes: 'Ask first.',
  selection: { type: 'connection', id: 'P09 a b', boxId: null },
  attacker: null,
  layer: 'all',
  colorBy: 'encryption',
  model: scenario('kubeadm'),
};

test('views come back as they were', () => {
  const views = [view, { ...view, model: null, selection: { type: 'elements', ids: ['a', 'b'] } as const }];
  expect(readDeck(writeDeck(views))).toEqual(views);
});

test('what is no file of views is none, and what is wrong in a view is left out', () => {
  for (const text of ['', '{', '[]', '{"mitmap":2}', '{"mitmap":"views","version":2,"views":[]}'])
    expect(readDeck(text)).toBeNull();
  const written = (views: unknown) => JSON.stringify({ mitmap: 'views', version: 1, views });
  expect(readDeck(written([null, 3, {}, { name: 'x', model: { mitmap: 1 } }]))).toEqual([]);
  expect(readDeck(written([{ name: 'x', layer: 'none', colouring: 7, attacker: 'nobody', selection: 'P09' }]))).toEqual(
    [{ name: 'x', notes: '', selection: null, attacker: null, layer: 'documented', colorBy: 'overall', model: null }],
  );
});
