import { at, type Block, beside, stacked } from './block.ts';
import { tableWidth } from './pathTable.ts';

type Parts = Readonly<Record<'title' | 'legend' | 'remarks' | 'table', (width: number) => Block>>;

/** Pixels at 100 %. */
const widestTable = 1500;

/** Between blocks. */
const gap = 8;

/**
 * Title above, legend and remarks below, and the table beneath or beside. On paper they are enlarged beside a wide
 * picture, because the paper makes all of it smaller.
 */
export function arranged(
  picture: Block,
  place: 'none' | 'beneath' | 'beside',
  isOnPaper: boolean,
  parts: Parts,
): Block {
  const width = Math.max(picture.width, place === 'beneath' ? tableWidth : 420);
  const scale = isOnPaper ? Math.min(1.8, Math.max(1, Math.round((width / 1100) * 100) / 100)) : 1;
  const large = (part: (width: number) => Block, room: number) => enlarged(part(Math.floor(room / scale)), scale);
  // Columns that are too far apart cannot be read as rows.
  const tableRoom = Math.min(width, widestTable * scale);
  const left = stacked(
    [
      picture,
      large(parts.legend, width),
      large(parts.remarks, width),
      ...(place === 'beneath' ? [large(parts.table, tableRoom)] : []),
    ],
    gap,
  );
  const body = place === 'beside' ? beside(left, large(parts.table, tableWidth * scale), gap) : left;
  return stacked([large(parts.title, Math.max(body.width, width)), body]);
}

function enlarged(block: Block, scale: number): Block {
  const { width, height } = block;
  if (scale === 1 || height === 0) return block;
  return { width: Math.ceil(width * scale), height: Math.ceil(height * scale), shapes: [at(0, 0, block, scale)] };
}
