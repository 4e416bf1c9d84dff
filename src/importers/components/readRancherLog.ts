import type { ImportedFact } from '../found.ts';
import { commandFound } from './commandFound.ts';
import type { CommandText } from './commandText.ts';
import { findComponent } from './readFlags.ts';
import { commandsOf } from './shellWords.ts';

/** `May 09 10:00:00 node1 k3s[1023]: time="…" level=info msg="Running kube-apiserver --a=b"`, with or without the journal's part. */
const logLine =
  /^(?:.*?\s(\S+) (?:k3s|rke2)[\w-]*\[\d+\]:\s+)?time="[^"]*" level=\w+ msg="(Running|Starting) ((?:[^"\\]|\\.)*)"\s*$/;

/**
 * The log of k3s or RKE2: the whole command line of each component that it has started. Of several starts of one component
 * the last one counts. Null for any other text.
 */
export function readRancherLog(source: CommandText): readonly ImportedFact[] | null {
  const latest = new Map<string, readonly ImportedFact[]>();
  for (const [index, line] of source.content.split(/\r?\n/).entries()) {
    const [, machine = '', verb, message = ''] = logLine.exec(line) ?? [];
    const place = { file: source.file, line: source.lineAt(index + 1) };
    if (verb === 'Starting') {
      const [, program, version] = /^(k3s|rke2) v(1\.\d+)/.exec(message) ?? [];
      if (version === undefined) continue;
      latest.set('', [
        { type: 'distribution', distribution: program === 'rke2' ? 'rke2' : 'k3s', place },
        { type: 'version', version, place },
      ]);
    } else if (verb === 'Running') {
      const [words = []] = commandsOf(message.replaceAll('\\"', '"'), index + 1);
      const started = findComponent(words);
      if (started && words.length - started.words.length === 1)
        latest.set(`${machine} ${started.component}`, commandFound(source, started.component, started.words));
    }
  }
  return latest.size > 0 ? [...latest.values()].flat() : null;
}
