import { field, scalar, text } from './fields.ts';
import type { Found } from './found.ts';
import type { ObjectAt } from './readObject.ts';

/** A Node as `kubectl get nodes -o json` prints it. */
export function readNode({ value, place, lineOf }: ObjectAt): readonly Found[] {
  const name = text(field(value, 'metadata', 'name'));
  if (!name)
    return [{ type: 'issue', issue: { code: 'missing-name', severity: 'warning', place, params: { kind: 'Node' } } }];
  const labels = field(value, 'metadata', 'labels');
  const controlPlane = ['control-plane', 'master'].some(
    (role) => field(labels, `node-role.kubernetes.io/${role}`) !== undefined,
  );
  const endpoint = ['status', 'daemonEndpoints', 'kubeletEndpoint', 'Port'];
  const port = scalar(field(value, ...endpoint));
  return [
    {
      type: 'node',
      place,
      node: {
        name,
        controlPlane,
        version: text(field(value, 'status', 'nodeInfo', 'kubeletVersion')) ?? null,
        port: port ? { value: port, origin: 'object', source: { file: place.file, line: lineOf(endpoint) } } : null,
      },
    },
  ];
}
