/**
 * The oldest browsers that the page is made for: those of the two years before this wave (Firefox: the oldest ESR that was
 * supported then). README says the same, the build compiles for them, and a check holds every use of an API, an element or
 * a CSS feature against them.
 */
export const supportedBrowsers = {
  chrome: 131,
  edge: 131,
  firefox: 128,
  safari: 18,
  ios: 18,
} as const;
