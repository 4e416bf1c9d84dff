import fc from 'fast-check';
import { expect, test } from 'vitest';
import { analyse } from '../analysis/analyse.ts';
import { anyTopology } from '../testing/anyTopology.ts';
import { groupTopology } from './groupTopology.ts';

test('a line that docks at a box counts exactly those of the box that are in its class', () => {
  fc.assert(
    fc.property(anyTopology({ pinned: false }), (topology) => {
      const picture = groupTopology(topology, analyse(topology), 'all');
      const parts = [...picture.nodes.flatMap((node) => node.parts), ...picture.services, ...picture.outside];
      for (const { box, lines } of parts) {
        for (const { connection } of lines) {
          const ends = [connection.client.members, connection.server.members];
          const here = ends.map((members) => box.members.filter((id) => members.includes(id)).length);
          const isAll = box.component === 'service' ? Math.max(...here) > 0 : here.includes(box.members.length);
          expect(isAll, `${connection.id} at ${box.id}`).toBe(true);
        }
      }
    }),
    { numRuns: 60 },
  );
});
