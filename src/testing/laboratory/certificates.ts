import 'reflect-metadata';
import { type KeyObject, KeyObject as Keys, webcrypto } from 'node:crypto';
import * as x509 from '@peculiar/x509';

/** Certificate and private key as PEM, for `node:tls`. */
export type Identity = { readonly cert: string; readonly key: string };

/** Every identity of one run. Made anew each time, so that no key is ever stored. */
export type Identities = {
  /** The cluster's CA: issued the server's and the client's certificate. */
  readonly ca: string;
  /** A CA that counts as public, beside the system's own roots. */
  readonly publicCa: string;
  readonly server: Identity;
  /** The same server with a certificate of the public CA. */
  readonly publicServer: Identity;
  readonly client: Identity;
  /** Of the cluster's CA, without any alternative name, as those of kubelets and of users are. */
  readonly withoutName: Identity;
  /** Of the cluster's CA, for the loopback address: a member of etcd asks its peers for one of their own address. */
  readonly member: Identity;
  /** The attacker's: the server's name, trusted by nobody. */
  readonly selfSigned: Identity;
  /** The attacker's: issued by the cluster's CA, for another name. */
  readonly sibling: Identity;
  readonly publicSibling: Identity;
  /** A key of the attacker's own, to try with somebody else's certificate. */
  readonly attackerKey: string;
};

/** The name under which clients expect the server. */
export const serverName = 'server.test';
const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' };

x509.cryptoProvider.set(webcrypto as unknown as Crypto);

/** Throw-away certificates for one run; ECDSA P-256, valid for a day. */
export async function makeIdentities(): Promise<Identities> {
  const [ca, publicCa] = await Promise.all([authority('CN=cluster CA'), authority('CN=public CA')]);
  const [server, publicServer, client, withoutName, member, sibling, publicSibling, alone] = await Promise.all([
    leaf(ca, 'CN=server', serverName),
    leaf(publicCa, 'CN=server', serverName),
    leaf(ca, 'CN=honest-client', 'client.test'),
    leaf(ca, 'CN=system:node:worker-1,O=system:nodes', null),
    leaf(ca, 'CN=member', '127.0.0.1', 'ip'),
    leaf(ca, 'CN=another node', 'other.test'),
    leaf(publicCa, 'CN=somebody', 'other.test'),
    selfSigned(),
  ]);
  const attackerKey = await privateKey(await newKeys());
  const pem = (one: Authority) => one.certificate.toString('pem');
  return {
    ca: pem(ca),
    publicCa: pem(publicCa),
    server,
    publicServer,
    client,
    withoutName,
    member,
    sibling,
    publicSibling,
    selfSigned: alone,
    attackerKey,
  };
}

type Authority = { readonly certificate: x509.X509Certificate; readonly keys: CryptoKeyPair };

function newKeys(): Promise<CryptoKeyPair> {
  return webcrypto.subtle.generateKey(algorithm, true, ['sign', 'verify']) as unknown as Promise<CryptoKeyPair>;
}

function validity(): { readonly notBefore: Date; readonly notAfter: Date } {
  const day = 86_400_000;
  return { notBefore: new Date(Date.now() - day), notAfter: new Date(Date.now() + day) };
}

async function authority(name: string): Promise<Authority> {
  const keys = await newKeys();
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    name,
    keys,
    signingAlgorithm: algorithm,
    ...validity(),
    extensions: [new x509.BasicConstraintsExtension(true, 0, true)],
  });
  return { certificate, keys };
}

async function leaf(
  issuer: Authority,
  subject: string,
  name: string | null,
  type: 'dns' | 'ip' = 'dns',
): Promise<Identity> {
  const keys = await newKeys();
  const certificate = await x509.X509CertificateGenerator.create({
    subject,
    issuer: issuer.certificate.subject,
    publicKey: keys.publicKey,
    signingKey: issuer.keys.privateKey,
    signingAlgorithm: algorithm,
    ...validity(),
    extensions: name === null ? [] : [new x509.SubjectAlternativeNameExtension([{ type, value: name }])],
  });
  return { cert: certificate.toString('pem'), key: await privateKey(keys) };
}

async function selfSigned(): Promise<Identity> {
  const keys = await newKeys();
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    name: 'CN=server',
    keys,
    signingAlgorithm: algorithm,
    ...validity(),
    extensions: [new x509.SubjectAlternativeNameExtension([{ type: 'dns', value: serverName }])],
  });
  return { cert: certificate.toString('pem'), key: await privateKey(keys) };
}

async function privateKey(keys: CryptoKeyPair): Promise<string> {
  const key: KeyObject = Keys.from(keys.privateKey as unknown as webcrypto.CryptoKey);
  return key.export({ type: 'pkcs8', format: 'pem' }).toString();
}
