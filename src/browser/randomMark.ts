/** Sixteen random bytes as hexadecimal digits, for what must know its own again. */
export function randomMark(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
