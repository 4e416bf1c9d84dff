// Which uses of a feature a supported browser does not have.
import bcd from '@mdn/browser-compat-data' with { type: 'json' };

/** Names of the browsers in the data. */
const names = { chrome: 'chrome', edge: 'edge', firefox: 'firefox', safari: 'safari', ios: 'safari_ios' };

function recordOf(key) {
  let found = bcd;
  for (const part of key.split('.')) found = Object.hasOwn(found, part) ? found[part] : {};
  return found.__compat?.support;
}

/** Whether a browser of this version has what the statement is about, be it with a remark. */
function isIn(statement, version) {
  const all = Array.isArray(statement) ? statement : [statement];
  return all.some((one) => {
    if (!one || one.flags || one.prefix || one.alternative_name) return false;
    return numberOf(one.version_added) <= version && version < numberOf(one.version_removed ?? false);
  });
}

/** "≤37" is not later than that; false is never. */
function numberOf(version) {
  if (version === true) return 0;
  const number = typeof version === 'string' ? Number.parseFloat(version.replace('≤', '')) : Number.NaN;
  return Number.isNaN(number) ? Number.POSITIVE_INFINITY : number;
}

/**
 * @param uses what is used where; of its keys the first that the data knows counts
 * @param browsers the oldest version by browser
 * @returns what is missing: the feature, the browsers that lack it, and where it is used; and how many features were looked up
 */
export function unsupported(uses, browsers) {
  const known = new Map();
  const missing = [];
  for (const { keys, file, line } of uses) {
    const key = keys.find(recordOf);
    if (key === undefined) continue;
    if (!known.has(key)) {
      const support = recordOf(key);
      known.set(
        key,
        Object.keys(browsers).filter((name) => !isIn(support[names[name]], browsers[name])),
      );
    }
    const lacking = known.get(key);
    if (lacking.length > 0) missing.push({ key, lacking, file, line });
  }
  return { missing, looked: known.size };
}
