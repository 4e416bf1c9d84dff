import Graph from 'graphology';
import Sigma from 'sigma';
import { EdgeLineProgram, NodePointProgram } from 'sigma/rendering';
import { colourOf } from './graph.js';

/** With its fastest programs: points and lines of one pixel. */
export async function draw(container, { nodes, edges }) {
  const graph = new Graph({ multi: true, type: 'directed' });
  for (const { id, x, y, size } of nodes) graph.addNode(id, { x, y: -y, size, color: '#334155' });
  for (const edge of edges)
    graph.addDirectedEdgeWithKey(edge.id, edge.source, edge.target, { color: colourOf(edge), size: 1 });
  const sigma = new Sigma(graph, container, {
    defaultNodeType: 'point',
    defaultEdgeType: 'line',
    nodeProgramClasses: { point: NodePointProgram },
    edgeProgramClasses: { line: EdgeLineProgram },
    renderLabels: false,
    hideEdgesOnMove: false,
  });
  return {
    recolour: async () => {
      const rendered = new Promise((resolve) => sigma.once('afterRender', resolve));
      graph.updateEachEdgeAttributes((id, attributes) =>
        id.startsWith('down') ? { ...attributes, color: '#155cb4' } : attributes,
      );
      await rendered;
    },
  };
}
