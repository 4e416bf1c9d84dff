import cytoscape from 'cytoscape';
import { colourOf } from './graph.js';

/** With the settings that its documentation recommends for large graphs. */
export async function draw(container, { nodes, edges }) {
  const cy = cytoscape({
    container,
    elements: [
      ...nodes.map(({ id, x, y, size }) => ({ data: { id, size }, position: { x, y } })),
      ...edges.map((edge) => ({
        data: { id: edge.id, source: edge.source, target: edge.target, colour: colourOf(edge) },
      })),
    ],
    style: [
      { selector: 'node', style: { width: 'data(size)', height: 'data(size)', 'background-color': '#334155' } },
      { selector: 'edge', style: { width: 1, 'curve-style': 'haystack', 'line-color': 'data(colour)' } },
    ],
    layout: { name: 'preset', fit: true },
    hideEdgesOnViewport: false,
    textureOnViewport: false,
    pixelRatio: 1,
  });
  await new Promise((resolve) => cy.one('render', resolve));
  return {
    recolour: async () => {
      cy.batch(() => cy.edges('[id ^= "down"]').data('colour', '#155cb4'));
      await new Promise((resolve) => cy.one('render', resolve));
    },
  };
}
