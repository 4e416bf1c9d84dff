// The clusters that are measured, made by the generator of the reference and kept between runs.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';

const sizes = {
  s: { nodes: 10, pods: 100, services: 20 },
  m: { nodes: 100, pods: 3000, services: 200 },
  l: { nodes: 1000, pods: 30_000, services: 2000 },
  xl: { nodes: 5000, pods: 150_000, services: 10_000 },
};

export const sizeIds = Object.keys(sizes);

/** The generator lies beside the project; another place can be named. */
const generator = resolve(process.env.MITMAP_BENCH_GENERATOR ?? '../shared/bench/generate-cluster.mjs');
const folder = resolve('.cache/bench');

/** A file of a size, as `lean` (only what a topology needs) or as `kubectl` prints it; null without a generator. */
export function clusterFile(id, mode = 'lean') {
  const path = join(folder, `${id}.${mode}.json`);
  if (!existsSync(path)) {
    if (!existsSync(generator)) return null;
    mkdirSync(folder, { recursive: true });
    const { nodes, pods, services } = sizes[id];
    const words = Object.entries({ nodes, pods, services, mode, out: path }).flatMap(([key, value]) => [
      `--${key}`,
      `${value}`,
    ]);
    execFileSync(process.execPath, [generator, ...words], { stdio: ['ignore', 'ignore', 'ignore'] });
  }
  return { id, mode, path, bytes: statSync(path).size, ...sizes[id] };
}

export { folder };
