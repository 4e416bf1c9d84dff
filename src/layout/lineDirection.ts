import type { PictureLine } from '../grouping/picture.ts';

/** A Konnectivity agent's connection: the only one below the network that does not end at the kube-apiserver. */
export function isAgentLine({ connection }: PictureLine): boolean {
  const { client, server } = connection;
  return client.component === 'konnectivity-agent' && server.component === 'konnectivity-server';
}

/** Whether the box below opens the connection. */
export function isInbound(line: PictureLine): boolean {
  return line.connection.server.component === 'kube-apiserver' || isAgentLine(line);
}

/** Whether neither end is in the front of the control plane: such a line leads down to the network of the nodes. */
export function isBeside({ connection: { client, server } }: PictureLine): boolean {
  const front: readonly string[] = ['kube-apiserver', 'konnectivity-server'];
  return !front.includes(client.component) && !front.includes(server.component);
}

/** Whether a connection never leaves its machine, so that its line ends at its badge. */
export function staysLocal({ connection }: PictureLine): boolean {
  return connection.hop.medium === 'loopback' || connection.hop.medium === 'uds';
}

/** In every box what goes up is on the left and what comes down is on the right, each in the order of the catalog. */
export function byDirection(a: PictureLine, b: PictureLine): number {
  const byWay = Number(isInbound(b)) - Number(isInbound(a));
  return byWay !== 0 ? byWay : a.connection.path.localeCompare(b.connection.path, 'en');
}
