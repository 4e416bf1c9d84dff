/** Positions of an attacker, from the outside to the inside, then what they may hold. In a file of its own: a query needs no more. */
export const positionIds = [
  'outside',
  'control-plane-network',
  'cluster-network',
  'node-network',
  'pod',
  'pod-net-raw',
  'pod-host-network',
  'node-root',
  'load-balancer',
  'proxy',
  'dns',
  'tunnel-end',
  'bootstrap-token',
  'service-account-token',
  'client-certificate',
  'service-creator',
] as const;
export type PositionId = (typeof positionIds)[number];
