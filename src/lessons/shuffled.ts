/** The places of some items in an order that is never the right one, and the same for the same seed. */
export function shuffled(count: number, seed: string): readonly number[] {
  const order = Array.from({ length: count }, (_item, index) => index);
  let state = [...seed].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 2_147_483_647, 7);
  for (let at = count - 1; at > 0; at -= 1) {
    // The generator of Park and Miller: small, and the same everywhere.
    state = (state * 48_271) % 2_147_483_647;
    const other = state % (at + 1);
    const [a = 0, b = 0] = [order[at], order[other]];
    order[at] = b;
    order[other] = a;
  }
  const isRight = order.every((item, place) => item === place);
  return isRight && count > 1 ? [...order.slice(1), order[0] ?? 0] : order;
}
