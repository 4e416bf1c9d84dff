import type { NetworkId } from '../domain/topology.ts';
import type { Point, Rect } from '../geometry/shapes.ts';

/** How a shape is painted; colors are literal, so that a file needs no stylesheet. */
export type Paint = {
  readonly fill?: string;
  readonly stroke?: string;
  readonly strokeWidth?: number;
  readonly dash?: string;
  readonly roundCaps?: boolean;
  readonly roundJoins?: boolean;
};

export type Shape =
  | {
      readonly type: 'rect';
      readonly x: number;
      readonly y: number;
      readonly width: number;
      readonly height: number;
      readonly radius: number;
      readonly paint: Paint;
    }
  | { readonly type: 'path'; readonly d: string; readonly paint: Paint }
  | {
      readonly type: 'text';
      readonly x: number;
      readonly y: number;
      readonly text: string;
      readonly size: number;
      readonly bold: boolean;
      readonly mono?: boolean;
      readonly anchor: 'start' | 'middle' | 'end';
      readonly fill: string;
    }
  | Placed
  | Group;

/** Shapes in a coordinate system of their own; only files have them. */
export type Placed = {
  readonly type: 'placed';
  readonly x: number;
  readonly y: number;
  readonly scale: number;
  /** From 0 to 1. */
  readonly opacity?: number;
  /** What is seen of the children, in their coordinates. One picture has at most one of these. */
  readonly clip?: Rect;
  readonly children: readonly Shape[];
};

/** What a group stands for, so that a view can select it, or switch the trust of a network. */
export type Subject =
  | { readonly type: 'connection' | 'element'; readonly id: string }
  | { readonly type: 'trust'; readonly id: NetworkId };

export type Group = {
  readonly type: 'group';
  readonly subject: Subject | null;
  readonly title: string | null;
  readonly data: Readonly<Record<string, string>>;
  /** Of a line: the middle of its badge, also where the zoom leaves no room for one. */
  readonly anchor?: Point;
  /** Of a line: its course, as path data. */
  readonly course?: string;
  readonly children: readonly Shape[];
};

/** A finished picture in pixels. */
export type Scene = {
  readonly width: number;
  readonly height: number;
  readonly background: string;
  readonly shapes: readonly Shape[];
};
