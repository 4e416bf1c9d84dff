import { type SettingComponent, settingComponents, settingFact } from '../catalog/settings.ts';
import { longestText } from '../domain/limits.ts';
import type { ComponentConfig, ExplicitSetting } from '../domain/settings.ts';
import type { ImportedFact } from './found.ts';

/*
 * What of a file may enter a model: a setting that somebody reads, with its value; of every other its name. Nothing asks
 * what looks like a secret, as no list of such names is complete.
 */

declare const kept: unique symbol;

/** A fact that holds no value that nobody reads. Only `withKeptValues` makes one, and nothing else is joined to a cluster. */
export type KeptFact = ImportedFact & { readonly [kept]: true };

type Settings = ComponentConfig['explicitSettings'];

/** Settings that the importer itself reads, beside those of the catalog: where else to look, and addresses and ranges. */
const readHere: Readonly<Partial<Record<SettingComponent, readonly string[]>>> = {
  'kube-apiserver': ['advertise-address', 'service-cluster-ip-range'],
  'kube-controller-manager': ['cluster-cidr', 'service-cluster-ip-range'],
  'kube-proxy': ['config', 'cluster-cidr', 'hostname-override'],
  kubelet: ['config', 'config-dir', 'kubeconfig', 'hostname-override', 'node-ip'],
  etcd: ['config-file', 'advertise-client-urls'],
  'konnectivity-agent': ['proxy-server-host', 'proxy-server-port'],
};

/** Whether somebody reads the value of a setting. */
function isRead(component: SettingComponent, key: string): boolean {
  return settingFact(component, key) !== undefined || readHere[component]?.includes(key) === true;
}

/** Whether a name is a flag or a field of some component that somebody reads. */
export function isReadBySome(name: string): boolean {
  const key = name.replaceAll('_', '-');
  return settingComponents.some((component) => isRead(component, key));
}

/** A fact with those values alone that somebody reads, and without users and passwords in addresses. */
export function withKeptValues(fact: ImportedFact): KeptFact {
  return keptOf(fact) as KeptFact;
}

function keptOf(fact: ImportedFact): ImportedFact {
  switch (fact.type) {
    case 'component': {
      const { found } = fact;
      return { ...fact, found: { ...found, config: keptConfig(found.component, found.config) } };
    }
    case 'kubelet-config':
      return { ...fact, found: { ...fact.found, config: keptConfig('kubelet', fact.found.config) } };
    case 'extension':
      return { ...fact, config: keptConfig(fact.kind, fact.config) };
    case 'client':
      return { ...fact, config: keptConfig('kubectl', fact.config) };
    case 'api-server-file':
      return { ...fact, explicitSettings: keptSettings('kube-apiserver', fact.explicitSettings) };
    // Of nodes, pods and Services no setting is read that has a free text, and there are hundreds of thousands of them.
    default:
      return fact;
  }
}

function keptConfig(component: SettingComponent, config: ComponentConfig): ComponentConfig {
  return { ...config, explicitSettings: keptSettings(component, config.explicitSettings) };
}

/** A name that a flag or a field may have; anything else that stands in the place of one is not kept. */
const usualName = /^[a-z][a-zA-Z]*\d{0,3}(?:[.-][a-zA-Z]*\d{0,3})*$/;
const longestUsual = 80;

/** Whether a word may be the name of a flag or a field. */
export function isUsualName(name: string): boolean {
  return name.length <= longestUsual && usualName.test(name);
}

function keptSettings(component: SettingComponent, settings: Settings): Settings {
  return Object.fromEntries(
    Object.entries(settings).flatMap(([key, setting]): [string, ExplicitSetting][] => {
      if (isRead(component, key))
        return [[key, setting.value.length > longestText ? tooLong(setting) : withoutUsers(setting)]];
      return isUsualName(key) ? [[key, { value: '', origin: setting.origin, source: setting.source }]] : [];
    }),
  );
}

/** What no model can hold is not determined. */
function tooLong({ source }: ExplicitSetting): ExplicitSetting {
  return { value: '', origin: 'unknown', source };
}

function withoutUsers(setting: ExplicitSetting): ExplicitSetting {
  const { overruled, ...own } = setting;
  const all = [setting, ...(overruled ?? [])];
  if (!all.some(({ value }) => mayHoldUser(value) || value.length > longestText)) return setting;
  const left = (overruled ?? []).flatMap((one) =>
    one.value.length > longestText ? [] : [{ ...one, value: withoutUser(one.value) }],
  );
  return { ...own, value: withoutUser(own.value), ...(left.length > 0 && { overruled: left }) };
}

function mayHoldUser(value: string): boolean {
  return /[@?#]/.test(value);
}

/** A value, which may be a list of addresses, without the user, the password and the query of each. */
export function withoutUser(value: string): string {
  return value
    .split(/(\s+|,(?=\s*[a-z][a-z\d+.-]*:\/\/))/i)
    .map((part, at) => (at % 2 === 1 ? part : addressWithoutUser(part)))
    .join('');
}

function addressWithoutUser(part: string): string {
  const [, scheme, rest = ''] = /^(["']*(?:[a-z][a-z\d+.-]*:)?\/\/)([\s\S]*)$/i.exec(part) ?? [];
  if (scheme !== undefined) return scheme + hostOnwards(rest);
  // A name may hold an `@`; with a colon before it, it is a user with a password.
  return /:[\s\S]*@/.test(part) ? part.slice(part.lastIndexOf('@') + 1) : part;
}

/** Of an address what begins with its host: an `@` in the path belongs to it, where what stands before the path is a host. */
function hostOnwards(rest: string): string {
  const [authority = ''] = rest.split(/[/?#]/);
  const isHost = !rest.includes('@') || /^(\[[\da-f:.%]+\]|[\w.-]+)(:\d{1,5})?$/i.test(authority);
  const address = (isHost ? rest : rest.slice(rest.lastIndexOf('@') + 1)).replace(/[?#][\s\S]*$/, '');
  // What looks like one more address behind a path is none of it.
  const path = address.slice(authority.length);
  const isSuspect = /:[^@]*@/.test(path) || (path.includes('@') && /:\d+$/.test(authority));
  return isHost && isSuspect ? `${authority}/` : address;
}
