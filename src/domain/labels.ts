export type Labels = Readonly<Record<string, string>>;

/** Whether an equality selector selects these labels. An empty selector selects nothing, as in a Service. */
export function matches(selector: Labels, labels: Labels): boolean {
  const wanted = Object.entries(selector);
  return wanted.length > 0 && wanted.every(([key, value]) => labels[key] === value);
}
