import { spawn } from 'node:child_process';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, describe, expect, test } from 'vitest';
import { isExempt, type ProxyEnvironment, proxyFor, type Target } from '../../analysis/proxy/goProxy.ts';
import { temporaryFolder, versionOf } from './program.ts';

/*
 * A real kubectl, which takes proxies as all of client-go does, and a proxy that writes down what it is asked for: for every form
 * of NO_PROXY, whether the request comes to the proxy is what the rules say. Addresses are those of documentation, which answer
 * nobody.
 */

const version = versionOf('kubectl', ['version', '--client']);
const place = temporaryFolder();

const server = (host: string, port = 6443): Target => ({ scheme: 'https', host, port });
const near = server('192.0.2.7');
const far = server('192.0.2.200');
const name = server('api.corp.test');
const below = server('sub.api.corp.test');
const parent = server('corp.test', 8443);
const six = server('2001:db8::7');
const loopback = server('127.0.0.1', 9);
const local = server('localhost', 9);

type Case = { readonly noProxy: string | null; readonly to: readonly Target[] };
const cases: readonly Case[] = [
  { noProxy: null, to: [near, name, six, loopback, local] },
  { noProxy: '', to: [near, name] },
  { noProxy: '*', to: [name, parent] },
  { noProxy: 'corp.test', to: [name, below, parent, near] },
  { noProxy: '.corp.test', to: [name, parent] },
  { noProxy: '*.corp.test', to: [name, parent] },
  { noProxy: 'CORP.test', to: [name] },
  { noProxy: 'orp.test', to: [name] },
  { noProxy: 'api.corp.test:6443', to: [name, below] },
  { noProxy: 'api.corp.test:443', to: [name] },
  { noProxy: 'corp.test:8443', to: [parent, name] },
  { noProxy: '192.0.2.7', to: [near, far] },
  { noProxy: '192.0.2.7:6443', to: [near] },
  { noProxy: '192.0.2.7:443', to: [near] },
  { noProxy: '192.0.2.0/25', to: [near, far] },
  { noProxy: '192.0.2.0/33', to: [near] },
  { noProxy: '192.0.2', to: [near] },
  { noProxy: '192.0.2.*', to: [near] },
  { noProxy: '.2.7', to: [near] },
  { noProxy: '2001:db8::7', to: [six] },
  { noProxy: '[2001:db8::7]', to: [six] },
  { noProxy: '[2001:db8::7]:6443', to: [six] },
  { noProxy: '2001:db8::/32', to: [six, near] },
  { noProxy: '::ffff:192.0.2.7', to: [near] },
  { noProxy: ' 192.0.2.7 ,  corp.test ', to: [near, name] },
  { noProxy: '192.0.2.9 192.0.2.7', to: [near] },
  { noProxy: 'other.test,,*,x', to: [name] },
  { noProxy: ':6443', to: [name] },
  { noProxy: '.svc,.cluster.local,10.0.0.0/8', to: [server('hook.team.svc', 443), server('hook.team', 443)] },
];

type Environment = Readonly<Record<string, string>>;
type Setup = { readonly environment: Environment; readonly target: Target };

const asAddress = 'http://user:secret@127.0.0.1:PORT';
const setups: readonly Setup[] = [
  ...cases.flatMap(({ noProxy, to }) =>
    to.map((target) => ({
      environment: { HTTPS_PROXY: asAddress, ...(noProxy === null ? {} : { NO_PROXY: noProxy }) },
      target,
    })),
  ),
  { environment: { https_proxy: '127.0.0.1:PORT' }, target: name },
  { environment: { HTTP_PROXY: asAddress }, target: name },
  { environment: { HTTP_PROXY: asAddress }, target: { ...name, scheme: 'http' } },
  { environment: { HTTPS_PROXY: asAddress }, target: { ...name, scheme: 'http' } },
  { environment: { HTTPS_PROXY: asAddress, no_proxy: 'corp.test' }, target: name },
  { environment: { HTTPS_PROXY: asAddress, NO_PROXY: 'other.test', no_proxy: 'corp.test' }, target: name },
  { environment: { HTTPS_PROXY: asAddress, https_proxy: 'http://127.0.0.1:1' }, target: name },
];

/** Of both spellings the one in capitals counts, where it is set at all. */
function environmentOf({ environment }: Setup): ProxyEnvironment {
  const of = (key: string) => environment[key] || environment[key.toLowerCase()] || null;
  return { httpsProxy: of('HTTPS_PROXY'), httpProxy: of('HTTP_PROXY'), noProxy: of('NO_PROXY') };
}

/** Whether a request goes through the proxy, as the rules say. */
function isSaid(setup: Setup): boolean {
  const { httpsProxy, httpProxy, noProxy } = environmentOf(setup);
  const at = (value: string | null) => value?.replace('PORT', '3128') ?? null;
  return proxyFor(setup.target, { httpsProxy: at(httpsProxy), httpProxy: at(httpProxy), noProxy }) !== null;
}

afterAll(() => place.remove());

/** Runs kubectl with a proxy of its own. @returns whether the proxy was asked for anything */
async function isProxied(
  run: (port: number) => { readonly args: readonly string[]; readonly env: Environment },
): Promise<boolean> {
  let isAsked = false;
  const proxy = http.createServer((_request, response) => {
    isAsked = true;
    response.writeHead(502).end();
  });
  proxy.on('connect', (_request, socket) => {
    isAsked = true;
    socket.end('HTTP/1.1 502 Bad Gateway\r\n\r\n');
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', () => resolve()));
  const { args, env } = run((proxy.address() as AddressInfo).port);
  await new Promise<void>((resolve) => {
    const child = spawn('kubectl', ['get', '--raw', '/version', '--request-timeout=2s', ...args], {
      env: { PATH: process.env['PATH'], HOME: place.folder, KUBECONFIG: '/nowhere', ...env },
    });
    child.on('close', () => resolve());
  });
  proxy.closeAllConnections();
  proxy.close();
  return isAsked;
}

function runOf({ environment, target: { scheme, host, port } }: Setup): Parameters<typeof isProxied>[0] {
  const written = host.includes(':') ? `[${host}]` : host;
  return (own) => ({
    args: [`--server=${scheme}://${written}:${port}`, '--insecure-skip-tls-verify', '--token=x'],
    env: Object.fromEntries(
      Object.entries(environment).map(([key, value]) => [key, value.replace('PORT', String(own))]),
    ),
  });
}

/** Many at once: most of the time they wait for an address that does not answer. */
async function all<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<readonly R[]> {
  const results: R[] = [];
  const waiting = [...items.entries()];
  const next = async (): Promise<void> => {
    for (let one = waiting.shift(); one; one = waiting.shift()) results[one[0]] = await work(one[1]);
  };
  await Promise.all(Array.from({ length: 12 }, next));
  return results;
}

describe.skipIf(version === null)('kubectl and a proxy', () => {
  let seen: readonly boolean[] = [];

  test('sends through it what the rules say, for every form of NO_PROXY', async () => {
    seen = await all(setups, (setup) => isProxied(runOf(setup)));
    const differing = setups.filter((setup, index) => isSaid(setup) !== seen[index]);
    process.stdout.write(`proxy: ${setups.length} setups, ${differing.length} disagreements (kubectl ${version})\n`);
    expect(differing).toEqual([]);
    expect(new Set(seen).size).toBe(2);
  });

  test.each([
    [
      'a name does not mean what is below it',
      (noProxy: string, { host }: Target) =>
        noProxy
          .split(',')
          .map((one) => one.trim().toLowerCase())
          .includes(host),
    ],
    [
      'ranges are not read',
      (noProxy: string, target: Target) =>
        isExempt(
          noProxy
            .split(',')
            .filter((one) => !one.includes('/'))
            .join(),
          target,
        ),
    ],
    [
      'brackets are no part of a name',
      (noProxy: string, target: Target) => isExempt(noProxy.replace(/\[([^\]]*)\](?!:)/g, '$1'), target),
    ],
  ])('would notice a wrong rule: %s', (_what, isExemptWrongly) => {
    const noticed = setups.filter((setup, index) => {
      const { noProxy } = environmentOf(setup);
      const isNamed = proxyFor(setup.target, { ...environmentOf(setup), noProxy: null }) !== null;
      return (isNamed && !isExemptWrongly(noProxy ?? '', setup.target)) !== seen[index];
    });
    expect(noticed.length).toBeGreaterThan(0);
  });

  test('takes the proxy of its kubeconfig for every server, whatever NO_PROXY says', async () => {
    const kubeconfig = (port: number) =>
      place.write(
        'with-proxy',
        `apiVersion: v1
kind: Config
current-context: x
contexts: [{name: x, context: {cluster: c, user: u}}]
clusters: [{name: c, cluster: {server: "https://192.0.2.7:6443", insecure-skip-tls-verify: true, proxy-url: "http://127.0.0.1:${port}"}}]
users: [{name: u, user: {token: x}}]
`,
      );
    expect(await isProxied((port) => ({ args: [], env: { KUBECONFIG: kubeconfig(port), NO_PROXY: '*' } }))).toBe(true);
  });
});
