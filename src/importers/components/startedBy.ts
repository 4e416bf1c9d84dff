import { type CommandLine, type CommandWord, findComponent } from './readFlags.ts';

/** Programs that start the one that they are given, in their own place or beside them. */
const replacing = /^(exec|nohup|env|(io)?nice|hyperkube|.*\/(env|hyperkube|(io)?nice)|[A-Za-z_]\w*=.*|-[cn]\d*|\d+)$/;
const launching = /^(sudo|time|.*\/sudo|[$#%])$/;

/** Programs that take the name of another one and do not start it. */
const looking =
  /^(.*\/)?(vim?|nano|emacs|less|more|cat|head|tail|[ef]?grep|rg|awk|sed|ls|ll|stat|file|which|type|whereis|man|echo|printf|cp|mv|rm|ln|install|chmod|chown|scp|rsync|curl|wget|tar|kill|pkill|pgrep|pidof|killall|ps|strace|ltrace|gdb|ldd|diff|sha\d+sum|md5sum|systemctl|journalctl|service)$/;

/**
 * The component that a command starts: its name stands where the program does, after what launches it, or by its whole path
 * behind a wrapper. A name among the arguments of another program is none, and nothing is started that only prints its version.
 * @param isUnit a unit starts what it names, whatever stands before it
 */
export function startedBy(words: readonly CommandWord[], isUnit = false): CommandLine | null {
  const found = findComponent(words);
  if (!found || found.words.some(({ text }) => /^--?(version|help)(=.*)?$|^-h$/.test(text))) return null;
  const before = words.slice(0, words.length - found.words.length - 1).map(({ text }) => text);
  const isAlone = before.every((text) => replacing.test(text) || launching.test(text));
  const byPath = words[before.length]?.text.startsWith('/') === true;
  if (!isAlone && !(byPath && !before.some((text) => looking.test(text)))) return null;
  const [next] = found.words;
  if (next && !/^(--|\$|-\w)/.test(next.text)) return null;
  if (isUnit) return found;
  const isBare = next === undefined && !(byPath && before.length === 0);
  return isBare || isProse(found.words) ? null : found;
}

/** No component takes an argument that belongs to no flag: this is a sentence about it. */
function isProse(words: readonly CommandWord[]): boolean {
  return words.some(({ text }, index) => {
    const before = words[index - 1]?.text ?? '';
    const isFlag = /^[-$]/.test(text);
    return !isFlag && !/^-[^=]*$/.test(before) && !/^(true|false|\d+)$/.test(text);
  });
}

const clock = /^(\d+-)?\d+:\d\d(:\d\d)?(\.\d+)?$/;

/**
 * Where the program stands in a line of a process list: after the time that it has used, else after its number, or where the
 * head of the list says; null where a line begins with no number of a process, or with none after its user.
 * @param column the column that the head of the list has for the command; null where it has no head
 */
export function programIn(words: readonly CommandWord[], column: number | null): number | null {
  const process = words.findIndex(({ text }, index) => index < 2 && /^[^\w-]*\d+$/.test(text));
  if (process < 0) return null;
  let time: number | null = null;
  for (const [index, { text }] of words.entries()) {
    if (index > process + 10 || /^(\/|--?[A-Za-z])/.test(text)) break;
    if (index > process && clock.test(text)) time = index;
  }
  return time === null ? (column ?? process + 1) : time + 1;
}

/** The component that a line of a process list shows: a launcher of it is a process of its own. */
export function processOf(words: readonly CommandWord[], program: number): CommandLine | null {
  const own = words.slice(program);
  const found = findComponent(own);
  if (!found || !startedBy(own, true)) return null;
  const before = own.slice(0, own.length - found.words.length - 1);
  return before.every(({ text }) => replacing.test(text)) ? found : null;
}
