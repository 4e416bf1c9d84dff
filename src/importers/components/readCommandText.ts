import type { ImportedFact } from '../found.ts';
import { commandFound } from './commandFound.ts';
import type { CommandText } from './commandText.ts';
import { machinePath } from './machinePath.ts';
import { type CommandWord, openVariables } from './readFlags.ts';
import { readRancherCommand } from './readRancherCommand.ts';
import { readRancherLog } from './readRancherLog.ts';
import { readEnvironment, readUnits, withoutSecrets } from './readUnit.ts';
import { commandsOf } from './shellWords.ts';
import { processOf, programIn, startedBy } from './startedBy.ts';

/*
 * Command lines outside of Kubernetes objects: systemd units, environment files, scripts, logs, and what ps or systemctl
 * print.
 */

/** A line that starts a component with at least one flag. */
const commandLine =
  /(^|[\s/"'])(kube-apiserver|kube-controller-manager|kube-scheduler|kube-proxy|kubelet|etcd|hyperkube)["']?\s+(\\\s*$|["']?--?\w|\$|apiserver|kubelet)|(^|[\s/"'])(k3s|rke2)["']? (server|agent)\b/m;
/** The head of a process list. */
const listHead = /^\s*((?:[A-Z%]+\s+)*)(?:COMMAND|CMD|ARGS)\s*$/m;

/** What a text that is neither YAML nor JSON says about components; null when it is no such text. */
export function readCommandText(source: CommandText): readonly ImportedFact[] | null {
  const { content } = source;
  const units = readUnits(source) ?? readEnvironment(source);
  if (units) return units;
  // Objects may carry command lines, and scripts may write objects: what comes first decides.
  const begin = content.split('\n').find((line) => line.trim() !== '' && !line.startsWith('#')) ?? '';
  if (/^(\w+:|---|- )/.test(begin)) return null;
  return readRancherLog(source) ?? (commandLine.test(content) ? readScript(source) : null);
}

/** A script, a process list, or what somebody typed: every component that one of its commands starts. */
function readScript(source: CommandText): readonly ImportedFact[] {
  const head = listHead.exec(source.content);
  const column = head ? (head[1]?.trim().split(/\s+/).filter(Boolean).length ?? 0) : null;
  return commandsOf(source.content).flatMap((words) => readCommand(source, words, column));
}

function readCommand(
  source: CommandText,
  words: readonly CommandWord[],
  column: number | null,
): readonly ImportedFact[] {
  const rancher = readRancherCommand(words, source);
  if (rancher) return rancher;
  const program = programIn(words, column);
  const started = program === null ? startedBy(words) : processOf(words, program);
  if (!started) return [];
  if (openVariables(started.words).length === 0) return commandFound(source, started.component, started.words);
  const own = words.slice(program ?? 0).map((word) => ({ ...word, line: source.lineAt(word.line) }));
  const { kept, secrets } = withoutSecrets([{ type: 'start', words: own }]);
  const place = { file: source.file, line: own[0]?.line ?? source.lineAt(1) };
  const { path } = machinePath(source.file);
  return [
    { type: 'unit', found: { kind: 'script', name: null, path, lines: kept, place } },
    ...(secrets > 0 ? [{ type: 'dropped', what: 'token', count: secrets, place } as const] : []),
  ];
}
