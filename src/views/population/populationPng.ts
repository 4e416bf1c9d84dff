import { type Drawing, drawPopulation } from './drawPopulation.ts';

/** Pixels on the longer side. */
const longest = 2400;
const margin = 30;

/** Everything as one picture. */
export async function populationPng(drawing: Drawing): Promise<Blob> {
  const { width, height } = drawing.population;
  const k = (longest - 2 * margin) / Math.max(width, height);
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * k) + 2 * margin;
  canvas.height = Math.round(height * k) + 2 * margin;
  // Letters are drawn for a screen; on a picture this large they are twice as large.
  drawPopulation(canvas, { ...drawing, marked: null }, { x: margin / 2, y: margin / 2, k: k / 2 }, 2);
  return await new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no picture'))), 'image/png');
  });
}
