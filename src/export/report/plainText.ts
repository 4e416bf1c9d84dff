/** Text of others without what could hide or reorder it: control characters, and those that turn the direction. */
export function plainText(text: string): string {
  return text.replace(/\s+/gu, ' ').replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '\ufffd');
}
