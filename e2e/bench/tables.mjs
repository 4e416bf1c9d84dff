// The measurements as Markdown.

const number = (value) =>
  value >= 100 ? Math.round(value).toLocaleString('en') : (Math.round(value * 10) / 10).toString();
const pair = (frames) => `${number(frames.p95)} / ${number(frames.worst)}`;

const change = ({ median, first }) => `${number(median)} / ${number(first)}`;
const measured = (value) => (typeof value === 'object' ? value.median : value);

/** The lines of all tables. */
export function tables({ sizes, stream }) {
  const rows = Object.entries(sizes);
  const lines = [
    '| cluster | drawn by | first picture | pan p95 / worst | zoom p95 / worst | flag to repainted, median / first | hover | heap MB | DOM | SVG ms / MB |',
    '|---|---|---|---|---|---|---|---|---|---|',
  ];
  for (const [id, { nodes, pods, services, app, peers }] of rows) {
    const name = `${id} ${[nodes, pods, services].map((count) => count.toLocaleString('en')).join('/')}`;
    lines.push(
      `| ${name} | mitmap, paths | ${number(app.picture)} (${number(app.preview)} + ${number(app.shown)}) | ${pair(app.panPaths)} | ${pair(app.zoomPaths)} | ${change(app.flag)} | | ${number(app.heap)} | ${app.dom} | |`,
      `| ${name} | mitmap, every cell | ${number(app.population)} more | ${pair(app.pan)} | ${pair(app.zoom)} | ${change(app.flagCells)} | ${number(app.hover)} | ${number(app.heap)} | ${app.dom} | ${number(app.svg)} / ${number(app.svgBytes / 1e6)} |`,
    );
    for (const [peer, run] of Object.entries(peers)) {
      lines.push(
        run
          ? `| ${name} | ${peer} | ${number(run.picture)} | ${pair(run.pan)} | ${pair(run.zoom)} | ${change(run.flag)} | | ${number(run.heap)} | ${run.dom} | |`
          : `| ${name} | ${peer} | not finished in 120 s | | | | | | | |`,
      );
    }
  }
  const growth = ['picture', 'flag', 'flagCells', 'dom', 'heap'];
  const [first] = rows;
  if (first && rows.length > 1) {
    lines.push(
      '',
      `| growth against ${first[0]} | ${rows.map(([id]) => id).join(' | ')} |`,
      `|---|${rows.map(() => '---|').join('')}`,
    );
    for (const key of growth)
      lines.push(
        `| ${key} | ${rows.map(([, { app }]) => number(measured(app[key]) / measured(first[1].app[key]))).join(' | ')} |`,
      );
    lines.push(`| bytes | ${rows.map(([, { bytes }]) => number(bytes / first[1].bytes)).join(' | ')} |`);
  }
  if (stream) {
    lines.push(
      '',
      `kubectl output of ${number(stream.bytes / 1e6)} MB: ${number(stream.seconds)} s, ${number(stream.rate)} MB/s (reading alone ${number(stream.alone.parts)} in parts, ${number(stream.alone.stream)} as a stream), ${number(stream.memory)} MB of memory, cancel after ${number(stream.cancel)} ms`,
    );
  }
  return lines;
}
