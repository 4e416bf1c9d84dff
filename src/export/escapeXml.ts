/** Text for XML; characters that XML 1.0 does not allow are replaced. */
export function escapeXml(text: string): string {
  return [...text].map((char) => (isLegal(char) ? (entities[char] ?? char) : '\ufffd')).join('');
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** https://www.w3.org/TR/xml/#charsets */
function isLegal(char: string): boolean {
  const code = char.codePointAt(0) ?? 0;
  if (code < 32) return code === 9 || code === 10 || code === 13;
  return (code < 0xd800 || code > 0xdfff) && code !== 0xfffe && code !== 0xffff;
}
