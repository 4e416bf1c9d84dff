/** Text for XML; characters that XML 1.0 does not allow are replaced. */
export function escapeXml(text: string): string {
  // Nearly every text of a picture is plain, and a large one has many.
  if (plain.test(text)) return text;
  return [...text].map((char) => (isLegal(char) ? (entities[char] ?? char) : '\ufffd')).join('');
}

const plain = /^[ !#-%'-;=?-~\u00a0-\ud7ff]*$/;

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** https://www.w3.org/TR/xml/#charsets */
function isLegal(char: string): boolean {
  const code = char.codePointAt(0) ?? 0;
  if (code < 32) return code === 9 || code === 10 || code === 13;
  return (code < 0xd800 || code > 0xdfff) && code !== 0xfffe && code !== 0xffff;
}
