/** Whether an address or URL stays on the machine. */
export function isLoopback(address: string): boolean {
  return /^(https?:\/\/)?(127\.|localhost|\[?::1)/.test(address.trim());
}
