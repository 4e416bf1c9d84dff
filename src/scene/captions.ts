import type { Connection } from '../analysis/connection.ts';
import type { Status } from '../analysis/rules.ts';
import type { NetworkId, Trust } from '../domain/topology.ts';

/** The words of the picture, made by whoever knows the language. */
export type Captions = {
  readonly controlPlane: string;
  readonly services: string;
  readonly node: string;
  readonly identical: (count: number) => string;
  readonly extensions: string;
  readonly 'adjacent-group': string;
  readonly anyone: string;
  readonly networks: Readonly<Record<NetworkId | 'host', string>>;
  readonly trust: Readonly<Record<Trust, string>>;
  readonly status: Readonly<Record<Status, string>>;
  readonly path: (connection: Connection, count: number) => string;
  /** The same without its class. */
  readonly hiddenPath: (connection: Connection, count: number) => string;
  readonly legend: string;
  readonly remarks: string;
  readonly tunnel: string;
  /** What the marks at a badge mean. */
  readonly marks: Readonly<Record<'dots' | 'observed' | 'default' | 'user', string>>;
};
