import { type AdjacentPathId, isAdjacent, type PathId } from '../catalog/communicationPath.ts';

/** What is at stake on the adjacent paths, by what flows there. */
const adjacentStakes = {
  A01: 'AE',
  A02: 'AE',
  A03: 'AU',
  A04: 'AU',
  A05: 'AW',
  A06: 'AM',
  A07: 'AW',
  A08: 'AU',
  A09: 'AM',
  A10: 'AN',
  A11: 'AN',
  A12: 'AN',
  A13: 'AN',
  A14: 'AP',
  A15: 'AP',
  A16: 'AP',
  A17: 'AI',
  A18: 'AN',
  A19: 'AW',
  A20: 'AE',
  A21: 'AT',
} as const satisfies Readonly<Record<AdjacentPathId, string>>;

/** Which words say what is at stake on a path. */
export function stakeOf(path: PathId) {
  if (isAdjacent(path)) return adjacentStakes[path];
  switch (path) {
    case 'P05':
    case 'P06':
    case 'P07':
      return 'PC';
    case 'P12':
    case 'P13':
    case 'P14':
    case 'P15':
    case 'P16':
    case 'P17':
      return 'PX';
    case 'P18':
    case 'P19':
    case 'P20':
    case 'P21':
    case 'P22':
      return 'PT';
    default:
      return path;
  }
}
