// The graph that mitmap's picture stands for, with preset positions: no library spends time on a layout.
const columns = 400;

/** Nodes with a place, and two edges for each node and pod and one for each service, as the documented paths run. */
export function graphOf({ items }) {
  const nodes = [{ id: 'hub', x: columns * 5, y: -400, size: 12 }];
  const edges = [];
  const members = items.filter(({ kind }) => kind === 'Node' || kind === 'Pod' || kind === 'Service');
  for (const [index, item] of members.entries()) {
    const id = `${item.kind}/${item.metadata.namespace ?? ''}/${item.metadata.name}/${index}`;
    nodes.push({ id, x: (index % columns) * 10, y: Math.floor(index / columns) * 10, size: 3 });
    if (item.kind !== 'Service') edges.push({ id: `up ${index}`, source: id, target: 'hub', isVerified: false });
    edges.push({ id: `down ${index}`, source: 'hub', target: id, isVerified: false });
  }
  return { nodes, edges };
}

export const colourOf = ({ isVerified }) => (isVerified ? '#155cb4' : '#db5a0b');
