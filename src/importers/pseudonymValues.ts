/*
 * Pseudonyms for what stands in settings: each setting has a meaning, by which its value is taken apart, and whatever is left is
 * sought for every name that is known.
 */

/** What a name is that of; each kind is counted for itself. */
export type NameKind =
  | 'node'
  | 'pod'
  | 'namespace'
  | 'service'
  | 'label'
  | 'file'
  | 'client'
  | 'extension'
  | 'host'
  | 'address'
  | 'zone'
  | 'pool'
  | 'name'
  | 'path';

/** Gives a name its pseudonym, or a pseudonym its name. */
export type Rename = (kind: NameKind, name: string) => string;

/** Addresses that say nothing about a network, and that decide whether something can be reached at all. */
const plainAddress = /^(127\.\d+\.\d+\.\d+|0\.0\.0\.0|::1|::|localhost|)$/;
/** Names that every cluster has. */
const plainHost = /^(kubernetes(\.default(\.svc(\.cluster\.local)?)?)?|control-plane\.minikube\.internal)$/;
/** Ranges that documents and tools give to every cluster, and those that are so large that they name nobody. */
const plainRange =
  /^((10\.(0\.0\.0\/8|96\.0\.0\/12|244\.0\.0\/16|4[23]\.0\.0\/16)|172\.16\.0\.0\/12|192\.168\.0\.0\/16|100\.64\.0\.0\/10|127\.0\.0\.0\/8)|[\da-f.:]+\/[0-8]|none|)$/i;

type Meaning = 'urls' | 'addresses' | 'names' | 'identifiers' | 'exempt' | 'ranges' | 'node' | 'fixed' | 'other';

/** Settings by what their values mean; what is none of these is a path of a file, a word of Kubernetes or a number. */
const meanings: readonly (readonly [RegExp, Meaning])[] = [
  [/^environment\.NO_PROXY$/, 'exempt'],
  [/^environment\.|urls?$|URL$|servers?$|endpoint$|issuer$|^master$|jwt$/i, 'urls'],
  [/authorizedRanges$|cidr$|ip-range$/, 'ranges'],
  [/address(es)?$|Address$|node-ip$|^proxy-server-host$/, 'addresses'],
  [/^hostname-override$/, 'node'],
  [/allowed-(names|cn|hostname)$|^ssh-user$|^agent-(namespace|service-account)$|^proxy-ssl-secret$/, 'names'],
  [/^agent-identifiers$/, 'identifiers'],
  [
    /^authorization-mode$|authorizers$|admission-plugins$|address-types$|strategies$|\.version$|kubeletVersion$|^providerID$/,
    'fixed',
  ],
];

/** A value without the names, addresses and hosts in it. */
export function renamedValue(
  key: string,
  value: string,
  rename: Rename,
  known: (name: string) => string | undefined,
): string {
  const meaning = meanings.find(([keys]) => keys.test(key))?.[1] ?? 'other';
  if (meaning === 'fixed' || value === '' || /^(true|false|\d+)$/.test(value)) return value;
  const each = (one: (item: string) => string, between = ',') => value.split(between).map(one).join(between);
  switch (meaning) {
    case 'urls':
      return each((item) => renamedUrl(item, rename, known));
    case 'addresses':
      return each((item) => renamedHost(item, rename));
    case 'node':
      return rename('node', value);
    case 'names':
      return each((item) => known(item.trim()) ?? rename('name', item.trim()));
    case 'identifiers':
      return each((pair) => pair.replace(/=(.*)$/, (_all, host: string) => `=${renamedHost(host, rename)}`), '&');
    case 'exempt':
      return each((item) => (/\//.test(item) ? renamedRange(item, rename) : renamedExempt(item, rename)));
    case 'ranges':
      return each((item) => renamedRange(item, rename));
    default:
      return withoutKnown(value, known);
  }
}

/** An address with or without scheme, port and path; a socket is a path. */
function renamedUrl(item: string, rename: Rename, known: (name: string) => string | undefined): string {
  const [, scheme = '', host = '', port = '', path = ''] =
    /^(\s*(?:[a-z][a-z\d+.-]*:\/\/)?)(\[[^\]]*\]|[^/:[\]]*|[\da-f:]+)(:\d+)?(\/.*)?$/is.exec(item) ?? [];
  if (/^\s*unix:/i.test(scheme) || /^\//.test(item) || (scheme + host + port + path).length !== item.length)
    return withoutKnown(item, known);
  const inside = path.replace(/^\/+/, '');
  return `${scheme}${renamedHost(host, rename)}${port}${inside === '' ? path : `/${rename('path', inside)}`}`;
}

function renamedHost(host: string, rename: Rename): string {
  const [, open = '', bare = '', close = ''] = /^(\[?)(.*?)(\]?)$/.exec(host.trim()) ?? [];
  if (plainAddress.test(bare) || plainHost.test(bare)) return host;
  const isAddress = /^[\d.]+$|:/.test(bare) || /^address-\d+$/.test(bare);
  return open + rename(isAddress ? 'address' : 'host', bare) + close;
}

function renamedExempt(item: string, rename: Rename): string {
  const [, before = '', host = '', port = ''] = /^(\s*\*?\.?)([^:]*|[\da-f:]+)(:\d+)?$/i.exec(item) ?? [];
  if (host === '' || /^(svc|cluster\.local|local)$/.test(host)) return item;
  return before + renamedHost(host, rename) + port;
}

function renamedRange(item: string, rename: Rename): string {
  return plainRange.test(item.trim()) ? item : rename('address', item);
}

/** A text in which every name that is known is replaced, wherever it stands as a word or as words joined by dots and dashes. */
export function withoutKnown(text: string, known: (name: string) => string | undefined): string {
  return text.replace(/[a-z\d][a-z\d._-]*/gi, (word) => replacedIn(word, known));
}

function replacedIn(word: string, known: (name: string) => string | undefined): string {
  const parts = word.split(/(?<=[._-])|(?=[._-])/);
  const made: string[] = [];
  for (let from = 0; from < parts.length; ) {
    let to = parts.length;
    let found: string | undefined;
    while (to > from) {
      found = known(parts.slice(from, to).join(''));
      if (found !== undefined) break;
      to -= 1;
    }
    made.push(found ?? parts[from] ?? '');
    from = found === undefined ? from + 1 : to;
  }
  return made.join('');
}

/** Whose names are sought in texts: labels are words that stand everywhere, and files have pseudonyms for their whole names. */
export function isSought(kind: NameKind, name: string): boolean {
  return kind !== 'label' && kind !== 'file' && kind !== 'path' && name.length > 2;
}
