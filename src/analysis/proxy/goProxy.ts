import ipaddr from 'ipaddr.js';

/*
 * By which proxy a Go program sends a request, as golang.org/x/net/http/httpproxy decides it [GOPROXY]. Measured with a real
 * kubectl in `testing/programs/proxy.test.ts`.
 */

/** A server as a request names it. */
export type Target = { readonly scheme: 'http' | 'https'; readonly host: string; readonly port: number };

/** The variables of an environment that count, as they are written; null for one that is not set. */
export type ProxyEnvironment = {
  readonly httpsProxy: string | null;
  readonly httpProxy: string | null;
  readonly noProxy: string | null;
};

/** The proxy of a request as its address, with scheme and port; null where it goes straight to its server. */
export function proxyFor(target: Target, { httpsProxy, httpProxy, noProxy }: ProxyEnvironment): string | null {
  const address = proxyAddress(target.scheme === 'https' ? httpsProxy : httpProxy);
  return address === null || isExempt(noProxy ?? '', target) ? null : address;
}

/** A proxy's address without its user and password; null for a value that names none. */
export function proxyAddress(value: string | null): string | null {
  const url = value === null ? null : proxyUrl(value);
  return url && `${url.scheme}://${url.host}:${url.port}`;
}

/** The ports that Go's transport takes for the proxies that it speaks to. */
const usualPorts = { http: '80', https: '443', socks5: '1080', socks5h: '1080' } as const;
type ProxyScheme = keyof typeof usualPorts;

type ProxyUrl = {
  readonly scheme: ProxyScheme;
  readonly host: string;
  readonly port: string;
};

/** What a value says of a proxy; without a scheme it is one of http, as Go tries it then. */
function proxyUrl(value: string): ProxyUrl | null {
  const text = value.trim();
  const [, named, rest = text] = /^([a-z][a-z\d+.-]*):\/\/(.*)$/i.exec(text) ?? [];
  const scheme = named?.toLowerCase() ?? 'http';
  if (!isProxyScheme(scheme)) return null;
  const [, host = '', port] =
    /^(?:[^/?#]*@)?(\[[\da-f:.]+\]|[^\s:/?#@[\]]+)(?::(\d{1,5}))?(?:[/?#].*)?$/i.exec(rest) ?? [];
  if (host === '' || Number(port ?? 1) > 65_535) return null;
  return { scheme, host: host.toLowerCase(), port: port ?? usualPorts[scheme] };
}

function isProxyScheme(scheme: string): scheme is ProxyScheme {
  return Object.hasOwn(usualPorts, scheme);
}

/** Whether `NO_PROXY` keeps a server from the proxy. Loopback never goes through one. */
export function isExempt(noProxy: string, { host, port }: Pick<Target, 'host' | 'port'>): boolean {
  const name = host.trim().toLowerCase();
  const ip = addressOf(name);
  if (name === 'localhost' || ip?.range() === 'loopback') return true;
  return entriesOf(noProxy).some((entry) => names(entry, name, ip, String(port)));
}

function names(entry: NoProxyEntry, name: string, ip: Address | null, port: string): boolean {
  if (entry.kind === 'all') return true;
  if (entry.kind === 'range') return ip !== null && isWithin(ip, entry.range);
  if (entry.port !== '' && entry.port !== port) return false;
  if (entry.kind === 'address') return ip?.toString() === entry.address.toString();
  // Before Go 1.24.1 the end of an address was met as that of a name is.
  if (ip) return false;
  return name.endsWith(entry.suffix) || (entry.isSelfToo && name === entry.suffix.slice(1));
}

/** Whether `NO_PROXY` names every address of some ranges. */
export function areExempt(noProxy: string, ranges: readonly string[]): boolean {
  const entries = entriesOf(noProxy);
  return (
    ranges.length > 0 &&
    ranges.every((text) => {
      const wanted = rangeOf(text.trim());
      if (wanted?.kind !== 'range') return false;
      const [network, bits] = wanted.range;
      return entries.some(
        (entry) =>
          entry.kind === 'all' || (entry.kind === 'range' && entry.range[1] <= bits && isWithin(network, entry.range)),
      );
    })
  );
}

type Address = ipaddr.IPv4 | ipaddr.IPv6;

export type NoProxyEntry =
  | { readonly kind: 'all' }
  | { readonly kind: 'range'; readonly range: readonly [Address, number] }
  | { readonly kind: 'address'; readonly address: Address; readonly port: string }
  | { readonly kind: 'domain'; readonly suffix: string; readonly isSelfToo: boolean; readonly port: string };

/** What the entries of `NO_PROXY` mean; those that mean nothing are left out, as Go does. */
export function entriesOf(noProxy: string): readonly NoProxyEntry[] {
  const entries: NoProxyEntry[] = [];
  for (const part of noProxy.split(',')) {
    const text = part.trim().toLowerCase();
    if (text === '') continue;
    // What follows a star is not read any more, and nothing needs it.
    if (text === '*') return [{ kind: 'all' }];
    const entry = rangeOf(text) ?? hostOf(text);
    if (entry) entries.push(entry);
  }
  return entries;
}

function rangeOf(text: string): NoProxyEntry | null {
  const [, network, bits] = /^([^/]+)\/(\d{1,3})$/.exec(text) ?? [];
  const address = network === undefined ? null : addressOf(network);
  const most = address?.kind() === 'ipv4' ? 32 : 128;
  return address && Number(bits) <= most ? { kind: 'range', range: [address, Number(bits)] } : null;
}

function hostOf(text: string): NoProxyEntry | null {
  const [, bracketed, plain, port = ''] = /^(?:\[([^\]]*)\]|([^:]*)):([^:]*)$/.exec(text) ?? [];
  // Brackets without a port are part of the name for Go, and nothing has such a name.
  const host = bracketed ?? plain ?? text;
  if (host === '') return null;
  const address = addressOf(host);
  if (address) return { kind: 'address', address, port };
  const name = host.startsWith('*.') ? host.slice(1) : host;
  const isSelfToo = !name.startsWith('.');
  return { kind: 'domain', suffix: isSelfToo ? `.${name}` : name, isSelfToo, port };
}

/** An address as Go's ParseIP reads it; an IPv4 address that is written as one of IPv6 is that of IPv4. */
function addressOf(text: string): Address | null {
  if (ipaddr.IPv4.isValidFourPartDecimal(text)) return ipaddr.IPv4.parse(text);
  if (!text.includes(':') || text.includes('%') || !ipaddr.IPv6.isValid(text)) return null;
  const address = ipaddr.IPv6.parse(text);
  return address.isIPv4MappedAddress() ? address.toIPv4Address() : address;
}

function isWithin(address: Address, [network, bits]: readonly [Address, number]): boolean {
  if (address instanceof ipaddr.IPv4) return network instanceof ipaddr.IPv4 && address.match(network, bits);
  return network instanceof ipaddr.IPv6 && address.match(network, bits);
}
