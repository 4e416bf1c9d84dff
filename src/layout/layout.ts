import type { Connection } from '../analysis/connection.ts';
import type { ShownNetwork } from '../analysis/shownNetworks.ts';
import type { Point, Rect } from '../geometry/shapes.ts';
import type { PictureBox } from '../grouping/picture.ts';

export type BoxRole =
  | 'control-plane'
  | 'apiserver'
  | 'component'
  | 'node'
  | 'part'
  | 'pods'
  | 'services'
  | 'service'
  | 'outside'
  | 'extensions'
  | 'adjacent-group'
  | 'adjacent';

export type PlacedBox = {
  readonly role: BoxRole;
  readonly box: PictureBox;
  readonly rect: Rect;
  /** Members that are drawn one by one inside, with their places. */
  readonly chips: readonly { readonly id: string; readonly name: string; readonly rect: Rect }[];
  /** How wide the name of a frame may be, so that no line runs through it. */
  readonly titleWidth: number;
};

/** A small plate at the edge of a box, where lines dock. */
export type PortChip = { readonly rect: Rect; readonly text: string };

export type RoutedLink = {
  readonly connection: Connection;
  readonly count: number;
  /** From the client to the server; every segment is horizontal or vertical. */
  readonly points: readonly Point[];
  readonly badge: Point;
  /** Where the tunnel envelope begins and ends on the line; null where there is none. */
  readonly envelope: { readonly from: Point; readonly to: Point } | null;
  /** True for a line that ends on the bus of its class, which another line takes on to the server. */
  readonly joins?: boolean;
  readonly boxId: string;
};

/** A network as a band across the picture, with the place of its name. */
export type Strip = { readonly rect: Rect; readonly network: ShownNetwork; readonly label: Rect };

export type Layout = {
  readonly width: number;
  readonly height: number;
  readonly boxes: readonly PlacedBox[];
  readonly ports: readonly PortChip[];
  readonly links: readonly RoutedLink[];
  /** The networks that lines cross: first the one below the control plane. */
  readonly strips: readonly Strip[];
  /** Where the frames begin, from which pins are counted. */
  readonly origin: Point;
};
