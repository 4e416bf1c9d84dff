// What the project wants to reach, each line with what was measured and whether it holds.

const holds = (name, value, limit, unit = 'ms') => line(name, value, value <= limit, `at most ${limit} ${unit}`, unit);
const atLeast = (name, value, limit, unit = 'times') =>
  line(name, value, value >= limit, `at least ${limit} ${unit}`, unit);

function line(name, value, isReached, wanted, unit) {
  const written = Number.isFinite(value)
    ? `${value >= 100 ? Math.round(value) : Math.round(value * 100) / 100} ${unit}`
    : 'no peer finished';
  return `${isReached ? 'holds' : 'FAILS'}: ${name}: ${written} (${wanted})`;
}

/** One line for each aim that this run has measured. */
export function reachLines({ firstLoad, sizes, stream }) {
  const { s, m, xl } = sizes;
  const lines = [holds('first load', firstLoad.kilobytes, 170, 'kB gzip')];
  if (s) lines.push(holds('10/100/20: file to picture', s.app.picture, 100));
  if (xl) {
    const { app } = xl;
    const finished = Object.values(xl.peers).filter((peer) => peer !== null);
    const fastest = (pick) => Math.min(...finished.map(pick));
    const worstPan = Math.max(app.pan.p95, app.zoom.p95, app.panPaths.p95, app.zoomPaths.p95);
    lines.push(
      atLeast('5,000 nodes: first picture, fastest peer / here', fastest((peer) => peer.picture) / app.picture, 3),
      holds('5,000 nodes: pan and zoom, 95th percentile of both pictures', worstPan, 25),
      atLeast(
        '5,000 nodes: pan, fastest peer / here',
        fastest((peer) => peer.pan.p95) / Math.max(app.pan.p95, app.panPaths.p95),
        50,
      ),
      holds('5,000 nodes: flag to repainted', Math.max(app.flag.median, app.flagCells.median), 60),
      atLeast(
        '5,000 nodes: recolor, fastest peer / here',
        fastest((peer) => peer.flag.median) / Math.max(app.flag.median, app.flagCells.median),
        50,
      ),
      holds('5,000 nodes: heap of the page', app.heap, 60, 'MB'),
      holds('5,000 nodes: DOM elements', app.dom, 3000, 'elements'),
      holds('5,000 nodes: longest task on the page while importing', app.longest, 100),
      holds('5,000 nodes: SVG of the population', app.svg, 2000),
      holds('5,000 nodes: SVG of the population', app.svgBytes / 1e6, 10, 'MB'),
    );
  }
  if (m && xl) {
    lines.push(
      holds('flag, 5,000 / 100 nodes', xl.app.flag.median / m.app.flag.median, 1.5, 'times'),
      holds('pan of the cells, 5,000 / 100 nodes', xl.app.pan.p95 / m.app.pan.p95, 1.5, 'times'),
      holds('DOM, 5,000 / 100 nodes', xl.app.dom / m.app.dom, 1.5, 'times'),
    );
  }
  if (stream) {
    lines.push(
      atLeast('kubectl output as a stream', stream.rate, 150, 'MB/s'),
      atLeast('kubectl output as a stream, of reading alone in parts of 8 MB', stream.rate / stream.alone.parts, 0.3),
      atLeast(
        'kubectl output as a stream, of reading alone as it is read here',
        stream.rate / stream.alone.stream,
        0.3,
      ),
      holds('kubectl output: memory of the process that reads', stream.memory, 500, 'MB'),
      holds('kubectl output: cancel answers', stream.cancel, 200),
    );
  }
  return lines;
}
