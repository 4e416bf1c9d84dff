/** Every term. */
export function GlossaryPage() {
  return null;
}
