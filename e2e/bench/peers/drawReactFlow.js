import { ReactFlow } from '@xyflow/react';
import { createElement, useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { colourOf } from './graph.js';
import '@xyflow/react/dist/style.css';

/** Everything is drawn, as the other libraries do; nothing can be dragged, which spares it listeners. */
export async function draw(container, { nodes, edges }) {
  const boxes = nodes.map(({ id, x, y, size }) => ({
    id,
    position: { x, y },
    width: size,
    height: size,
    data: { label: '' },
    style: { width: size, height: size, padding: 0 },
  }));
  const lines = (isVerified) =>
    edges.map((edge) => ({
      id: edge.id,
      source: edge.source,
      target: edge.target,
      type: 'straight',
      style: { stroke: colourOf({ isVerified: isVerified && edge.id.startsWith('down') }) },
    }));
  let setLines;
  await new Promise((resolve) => {
    function Picture() {
      const [shown, setShown] = useState(() => lines(false));
      setLines = setShown;
      useEffect(() => requestAnimationFrame(() => resolve()), []);
      return createElement(ReactFlow, {
        nodes: boxes,
        edges: shown,
        fitView: true,
        minZoom: 0.01,
        nodesDraggable: false,
        nodesConnectable: false,
      });
    }
    createRoot(container).render(createElement(Picture));
  });
  // It measures its boxes before it draws the lines.
  const wanted = Math.min(edges.length, 1);
  while (container.querySelectorAll('.react-flow__edge').length < wanted) await new Promise(requestAnimationFrame);
  return {
    recolour: async () => {
      setLines(lines(true));
      const isDone = () => container.querySelector('.react-flow__edge[data-id^="down"] path')?.style.stroke !== '';
      do await new Promise(requestAnimationFrame);
      while (!isDone());
    },
  };
}
