// Draws a cluster with the library that the address names. `window.peer` tells the benchmark how far it is.
import { graphOf } from './graph.js';

const libraries = {
  cytoscape: () => import('./drawCytoscape.js'),
  sigma: () => import('./drawSigma.js'),
  reactflow: () => import('./drawReactFlow.js'),
};

const { draw } = await libraries[new URLSearchParams(location.search).get('peer')]();
window.peer = { isReady: true, isDrawn: false };

document.querySelector('input').addEventListener('change', async ({ target }) => {
  const graph = graphOf(JSON.parse(await target.files[0].text()));
  const { recolour } = await draw(document.getElementById('picture'), graph);
  Object.assign(window.peer, { isDrawn: true, recolour, nodes: graph.nodes.length, edges: graph.edges.length });
});
