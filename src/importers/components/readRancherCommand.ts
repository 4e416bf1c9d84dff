import type { SettingComponent } from '../../catalog/settings.ts';
import type { ImportedFact } from '../found.ts';
import { type CommandWord, readFlags } from './readFlags.ts';

/** Which component's flags an option of k3s or RKE2 passes on. */
export const rancherOptions: Readonly<Record<string, SettingComponent>> = {
  'kube-apiserver-arg': 'kube-apiserver',
  'kube-controller-manager-arg': 'kube-controller-manager',
  'kube-scheduler-arg': 'kube-scheduler',
  'kubelet-arg': 'kubelet',
  'kube-proxy-arg': 'kube-proxy',
  'etcd-arg': 'etcd',
};

/**
 * `k3s server --kube-apiserver-arg=anonymous-auth=false`: only what somebody added; what the engine itself sets does not
 * stand here. Null for any other program.
 */
export function readRancherCommand(
  words: readonly CommandWord[],
  { file, lineAt }: { readonly file: string; readonly lineAt: (line: number) => number },
): readonly ImportedFact[] | null {
  const at = words.findIndex(({ text }) => /(^|\/)(k3s|rke2)$/.test(text));
  const verb = words[at + 1]?.text;
  if (at < 0 || (verb !== 'server' && verb !== 'agent')) return null;
  const place = { file, line: lineAt(words[at]?.line ?? 1) };
  const distribution = words[at]?.text.endsWith('k3s') ? 'k3s' : 'rke2';
  const passed = new Map<SettingComponent, CommandWord[]>();
  const pass = (component: SettingComponent, text: string, line: number) =>
    passed.set(component, [
      ...(passed.get(component) ?? []),
      { text: `--${text.replace(/^-+/, '')}`, line: lineAt(line) },
    ]);
  for (let index = at + 2; index < words.length; index += 1) {
    const { text, line } = words[index] ?? { text: '', line: 1 };
    const found = /^--([\w-]+)(?:=([\s\S]*))?$/.exec(text);
    if (!found) continue;
    const value = found[2] ?? words[index + 1]?.text ?? '';
    const component = rancherOptions[found[1] ?? ''];
    if (component) pass(component, value, line);
    if (found[1] === 'egress-selector-mode') pass('kube-apiserver', `egress-selector-mode=${value}`, line);
  }
  return [
    { type: 'distribution', distribution, place },
    ...[...passed].map(([component, own]): ImportedFact => {
      const config = { form: 'unknown', explicitSettings: readFlags(component, own, file) } as const;
      return { type: 'component', found: { component, host: null, config, version: null, place } };
    }),
  ];
}
