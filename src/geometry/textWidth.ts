/** Width of a text in pixels. A parameter of the layout, so that a better one can take its place. */
export type TextMeasurer = (text: string, size: number, bold?: boolean) => number;

/** Widths in thousandths of the font size, of Helvetica and the fonts that are made to its measure. */
const narrow: Readonly<Record<string, number>> = Object.fromEntries([
  ...[..."ijl'|"].map((char) => [char, 230]),
  ...[...'ft.,:;!/ I()[]-'].map((char) => [char, 310]),
  ...[...'r'].map((char) => [char, 340]),
  ...[...'cksvxyzJ'].map((char) => [char, 510]),
  ...[...'mM'].map((char) => [char, 850]),
  ...[...'wCDGHNOQRUKAVXYBEPS&'].map((char) => [char, 720]),
  ...[...'W@%'].map((char) => [char, 950]),
]);

/** The same in every browser, test and export: one model gives one picture on every machine. */
export const tableMeasurer: TextMeasurer = (text, size, bold = false) => {
  const thousandths = [...text].reduce((sum, char) => sum + (narrow[char] ?? 565), 0);
  return (thousandths / 1000) * size * (bold ? 1.07 : 1);
};

/**
 * A bold text on up to `most` lines, `width` pixels wide, broken after a space or a hyphen; what does not fit is shortened in
 * its middle.
 */
export function wrapped(
  text: string,
  width: number,
  most: number,
  size: number,
  measure: TextMeasurer,
): readonly string[] {
  const words = text.split(/(?<=[ -])/);
  const lines: string[] = [];
  for (let word = words.shift(); word !== undefined; word = words.shift()) {
    const last = lines.at(-1);
    if (last !== undefined && measure((last + word).trimEnd(), size, true) <= width) {
      lines[lines.length - 1] = last + word;
    } else if (lines.length === most) {
      lines[most - 1] = [last, word, ...words].join('');
      break;
    } else lines.push(word);
  }
  return lines.map((line) => shortened(line.trimEnd(), width, size, true, measure));
}

/** More letters than stand on a width of their own height. */
const mostLetters = 8;

/** A text shortened in the middle, so that both the start and the end of a name can be read. */
export function shortened(text: string, width: number, size: number, bold: boolean, measure: TextMeasurer): string {
  if (measure(text, size, bold) <= width) return text;
  const chars = [...text];
  // Of a text that is far too long not every length is tried.
  const most = Math.min(chars.length - 1, Math.ceil((width / size) * mostLetters));
  for (let kept = most; kept > 1; kept -= 1) {
    const head = chars.slice(0, Math.ceil(kept / 2)).join('');
    const tail = chars.slice(chars.length - Math.floor(kept / 2)).join('');
    const short = `${head}…${tail}`;
    if (measure(short, size, bold) <= width) return short;
  }
  return '…';
}
