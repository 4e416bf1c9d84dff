import type { Status } from '../../analysis/rules.ts';

/** A run of text within a line. All of it is plain: whoever writes it down escapes it. */
export type Inline =
  | string
  | { readonly kind: 'strong' | 'code'; readonly text: string }
  /** A badge with its word. */
  | { readonly kind: 'status'; readonly status: Status; readonly text: string }
  | { readonly kind: 'link'; readonly href: string; readonly text: string }
  /** Points to a section of the same report, where that is in it. */
  | { readonly kind: 'see'; readonly id: string; readonly text: string };
export type Line = readonly Inline[];

export type Item = { readonly line: Line; readonly items?: readonly Item[] };

/** How many connections a class has. */
export type Card = {
  readonly status: Status;
  readonly word: string;
  readonly connections: number;
  readonly detail: string;
};

export type Table = {
  readonly kind: 'table';
  readonly caption: string;
  readonly heads: readonly string[];
  readonly rows: readonly { readonly id?: string; readonly cells: readonly Line[] }[];
  /** Needs a page on its side. */
  readonly wide?: true;
};

export type Section = {
  readonly kind: 'section';
  readonly id?: string;
  readonly title: Line;
  readonly blocks: readonly Block[];
};

/** A piece of a report; HTML and Markdown are written from the same ones. */
export type Block =
  | { readonly kind: 'paragraph'; readonly line: Line; readonly tone?: 'call' | 'muted' }
  | { readonly kind: 'list'; readonly ordered?: true; readonly small?: true; readonly items: readonly Item[] }
  | { readonly kind: 'facts'; readonly rows: readonly (readonly [string, Line])[] }
  | { readonly kind: 'cards'; readonly cards: readonly Card[] }
  | {
      readonly kind: 'picture';
      readonly caption: string;
      readonly elsewhere: string;
      /** What is said of one that is too wide for the paper: how high its text is there. */
      readonly wide: (points: number) => string;
    }
  | Table
  | Section;

/** A piece of configuration, a command or a name of the machine's. */
export function code(text: string): Inline {
  return { kind: 'code', text };
}

export function strong(text: string): Inline {
  return { kind: 'strong', text };
}

export function paragraph(...line: Line): Block {
  return { kind: 'paragraph', line };
}

/** A list, or nothing where there is no item. */
export function list(items: readonly Item[], ordered = false): readonly Block[] {
  if (items.length === 0) return [];
  return [{ kind: 'list', items, ...(ordered ? { ordered: true as const } : {}) }];
}

/** Lines one after the other, with something between. */
export function joined(lines: readonly Line[], between: string): Line {
  return lines.flatMap((line, index) => (index === 0 ? line : [between, ...line]));
}

/** The first names, and how many there are in all. */
export function cut(names: readonly string[], most = 4): string {
  const distinct = [...new Set(names)];
  const shown = distinct.slice(0, most).join(', ');
  return distinct.length > most ? `${shown} … ×${distinct.length}` : shown;
}
