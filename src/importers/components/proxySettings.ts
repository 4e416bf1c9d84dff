import type { ExplicitSetting, SourcePlace } from '../../domain/settings.ts';
import type { ImportedFact } from '../found.ts';
import { explicitSetting } from '../source/explicitSetting.ts';

/** A variable of an environment, with the line that it stands on; null for a value that is not shown. */
type Entry = { readonly name: string; readonly value: string | null; readonly place: SourcePlace };

const names = ['HTTPS_PROXY', 'HTTP_PROXY', 'NO_PROXY'] as const;

/**
 * The proxies that an environment names, as settings: of both spellings the one in capitals counts [GOPROXY], and users and
 * passwords are dropped at once.
 */
export function proxySettings(entries: readonly Entry[]): {
  readonly settings: Readonly<Record<string, ExplicitSetting>>;
  readonly dropped: readonly ImportedFact[];
} {
  const settings: Record<string, ExplicitSetting> = {};
  const dropped: ImportedFact[] = [];
  for (const name of names) {
    const found =
      entries.findLast((entry) => entry.name === name && entry.value !== '') ??
      entries.findLast((entry) => entry.name === name.toLowerCase());
    if (!found) continue;
    if (found.value === null) {
      settings[`environment.${name}`] = { value: '', origin: 'unknown', source: found.place };
      continue;
    }
    const { value, hadCredential } =
      name === 'NO_PROXY' ? { value: found.value, hadCredential: false } : withoutCredential(found.value);
    settings[`environment.${name}`] = explicitSetting(value, 'object', found.place);
    if (hadCredential) dropped.push({ type: 'dropped', what: 'token', count: 1, place: found.place });
  }
  return { settings, dropped };
}

/** An address without the user and the password in it, whatever signs they hold: all up to the last `@` goes. */
export function withoutCredential(address: string): { readonly value: string; readonly hadCredential: boolean } {
  const value = address.trim().replace(/^([a-z][a-z\d+.-]*:\/\/)?.*@/is, '$1');
  return { value, hadCredential: value !== address.trim() };
}
