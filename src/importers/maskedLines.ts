import { settingFacts } from '../catalog/settings.ts';
import { isReadBySome, isUsualName, withoutUser } from './keptValues.ts';

/*
 * Lines of a file as they may be shown to a room: what is known to be no secret stands there, everything else is masked. What
 * looks like a secret is never asked, as no list of that is complete.
 */

/** Stands for what is not shown. */
const mask = '•••';
/** JSON of one line is shown from its beginning to here. */
const longestLine = 240;
/** Of a longer line only so much is looked at. */
const mostLookedAt = 4096;

/** The lines, each with only those values that somebody reads, or that cannot be a secret. */
export function maskedLines(lines: readonly string[]): readonly string[] {
  let before = '';
  const secret = linesOfSecrets(lines);
  return lines.map((line, at) => {
    if (secret.has(at)) return /^(\s*)/.exec(line)?.[1] + mask;
    const shown = maskedLine(line.slice(0, mostLookedAt), before);
    before = line.slice(0, mostLookedAt);
    return shown.length > longestLine ? `${shown.slice(0, longestLine)} …` : shown;
  });
}

/** The lines between the braces of a Secret's data, and those below it; of a line that is a whole Secret itself. */
function linesOfSecrets(lines: readonly string[]): ReadonlySet<number> {
  const found = new Set<number>();
  const indentOf = (line: string) => /^[\s-]*/.exec(line)?.[0].length ?? 0;
  for (const [at, line] of lines.entries()) {
    if (/["']?kind["']?\s*:\s*["']?Secret\b/.test(line) && line.includes('{')) found.add(at);
    if (!/^[\s-]*["']?(data|stringData)["']?\s*:/.test(line)) continue;
    const indent = indentOf(line);
    const isWithin = (other: string | undefined) =>
      other !== undefined && !/^---/.test(other) && (other.trim() === '' || indentOf(other) >= indent);
    // A dash before the first field of an object parts it from the object before.
    const begins = (other: string | undefined) => /^\s*-/.test(other ?? '') && indentOf(other ?? '') === indent;
    let [first, last] = [at, at];
    while (!begins(lines[first]) && isWithin(lines[first - 1])) first -= 1;
    while (!begins(lines[last + 1]) && isWithin(lines[last + 1])) last += 1;
    const own = lines.slice(first, last + 1).filter((one) => indentOf(one) === indent);
    if (own.some((one) => /["']?kind["']?\s*:\s*["']?ConfigMap\b/.test(one))) continue;
    if (/:\s*[{]./.test(line)) found.add(at);
    for (
      let next = at + 1;
      next <= last && (lines[next]?.trim() === '' || indentOf(lines[next] ?? '') > indent);
      next += 1
    )
      found.add(next);
  }
  return found;
}

/** Fields that say what an object is and where it stands, beside those of the catalog. */
const structure = `
  apiVersion kind name namespace type image nodeName hostNetwork host server cluster
  context current-context user path hostPath mountPath port targetPort nodePort protocol
  containerPort hostPort clusterIP externalIPs ip ipMode address kubernetesVersion version
  operator fieldPath restartPolicy phase clusterName dnsDomain podSubnet serviceSubnet
`
  .trim()
  .split(/\s+/);
const readFields: ReadonlySet<string> = new Set([
  ...structure,
  ...settingFacts.flatMap(({ key }) => [key, ...key.split('.')]),
]);
/** Of these it is read whether they are there. */
const onlyThere: ReadonlySet<string> = new Set([
  'caBundle',
  'clientConfig.caBundle',
  'certificate-authority-data',
  'config',
  'kubeconfig',
  'credential',
  'kubeconfig.credential',
  'jwt',
  'authenticationConfiguration.jwt',
]);

/** Programs and words of command lines that say which component starts. */
const programs =
  /^(?:\/[\w./-]+\/)?(?:hyperkube|kube-?[a-z-]*|kubelet|kubeadm|kubectl|etcd|k3s|rke2|proxy-(?:server|agent)|metrics-server|server|agent|join|init|run|exec|sudo|sh|bash|-c|docker|systemctl|export|apiserver|controller-manager|scheduler|proxy)$/;
const harmless =
  /^(?:true|false|null|~|\d+(?:\.\d+)?(?:ms|s|m|h)|(?:\d{1,3}\.){3}\d{1,3}(?:[:/]\d{1,5})?|\/(?:etc|var|usr|opt|run|srv|lib|home|root|mnt|tmp|data|bin|dev|proc|sys)(?:\/[\w.@%-]+)*\/?)$/;
const signs = /^[\\|&;<>(){}[\],:*'"-]*$/;

function maskedLine(line: string, before: string): string {
  const [, indent = '', rest = ''] = /^(\s*(?:- +)*)(.*)$/s.exec(line) ?? [];
  if (rest === '' || /^(---|\.\.\.|\[(?:Unit|Service|Install|Manager)\])\s*$/.test(rest)) return line;
  if (/^(#|;|\/\/)/.test(rest)) return `${indent}${rest[0]} ${mask}`;
  const block = /^(["']?)([\w./-]+)\1(\s*:)(\s+|$)(.*)$/s.exec(rest);
  if (block && !/^[{["']/.test(block[5] ?? '')) {
    const [, quote = '', key = '', colon = '', gap = '', value = ''] = block;
    return `${indent}${quote}${key}${quote}${colon}${gap}${shownValue(key, value, namedIn(before))}`;
  }
  if (/^[{["']|^[\w./-]+\s*:\s/.test(rest)) return indent + maskedFlow(rest, before);
  return indent + maskedWords(rest, before);
}

/** The name in a list of names and values, which stands before its value. */
function namedIn(text: string): string {
  return /\bname["']?\s*:\s*["']?([\w.-]+)["']?,?\s*$/.exec(text)?.[1] ?? '';
}

function shownValue(key: string, value: string, name: string): string {
  // What is said behind a value is said to people.
  const [, said = value, remark = ''] = /^(.*?)(\s+#.*)?$/s.exec(value) ?? [];
  if (remark !== '') return `${shownValue(key, said, name)} # ${mask}`;
  const [, open = '', bare = '', close = ''] = /^(["']?)(.*?)(["']?,?\s*)$/s.exec(value) ?? [];
  if (bare === '' || (open === '' && /^[|>][-+\d]*$|^[{}[\]]+$/.test(bare))) return value;
  const isShown =
    key === 'value'
      ? name !== '' && isReadBySome(name)
      : (readFields.has(key) || isReadBySome(key)) && !onlyThere.has(key);
  if (isShown && !bare.includes('{')) return open + withoutUser(bare).replace(/\?\S*/, `?${mask}`) + close;
  if (/(^|\s)--?\w/.test(bare)) return open + maskedWords(bare, '') + close;
  return harmless.test(bare) ? value : open + mask + close;
}

const flowPart =
  /(["']?)([\w./-]+)\1(\s*:\s*)("(?:[^"\\]|\\.)*"?|'[^']*'?|[^\s,}\]{["'][^,}\]]*)|"(?:[^"\\]|\\.)*"?|'[^']*'?|[^\s,{}[\]:"']+/g;

/** JSON, and YAML in the form of JSON: pairs of a key and a value, and items of lists. */
function maskedFlow(text: string, before: string): string {
  let last = before;
  return text.replace(
    flowPart,
    (all: string, quote: string | undefined, key: string | undefined, colon: string, value: string, at: number) => {
      const ahead = text.slice(0, at).trimEnd();
      const isKey = /^\s*:/.test(text.slice(at + all.length));
      const shown =
        key !== undefined
          ? `${quote}${key}${quote}${colon}${shownValue(key, value, namedIn(ahead) || (ahead === '' ? namedIn(before) : ''))}`
          : isKey
            ? all
            : maskedItem(all, last);
      last = all;
      return shown;
    },
  );
}

/** An item of a list of words, which is the value of the flag before it, a flag, or the name of a program. */
function maskedItem(text: string, before: string): string {
  const [, open = '', bare = '', close = ''] = /^(["']?)(.*?)(["']?)$/s.exec(text) ?? [];
  return open + maskedWords(bare, before) + close;
}

/** A command line, or a part of one. */
function maskedWords(text: string, before: string): string {
  let flag = /(?:^|[\s"'])--?([\w-]+)["',]*\s*\\?\s*$/.exec(before)?.[1] ?? null;
  return text.replace(/\S+/g, (word) => {
    const [, open = '', bare = '', close = ''] = /^(["'(]*)(.*?)(["',;)\\]*)$/s.exec(word) ?? [];
    const value = flag;
    flag = /^--?[\w-]+$/.test(bare) ? bare.replace(/^--?/, '') : null;
    return open + shownWord(bare, value) + close;
  });
}

function isName(flag: string): boolean {
  return isUsualName(flag.replace(/^--?/, '').replaceAll('_', '-'));
}

function shownWord(word: string, flag: string | null): string {
  if (signs.test(word)) return word;
  const [, name = '', value = ''] = /^(--?[A-Za-z][\w.-]*=|[A-Za-z_]\w*=["']?)([\s\S]*)$/.exec(word) ?? [];
  if (name !== '') {
    const key = name.replace(/^--?/, '').replace(/=["']?$/, '');
    if (/^(https?|no)_proxy$/i.test(key)) return name + withoutUser(value);
    if (name.startsWith('-') && !isName(name.slice(0, -1))) return mask;
    if (name.startsWith('-'))
      return name + (isReadBySome(key) ? withoutUser(value) : harmless.test(value) ? value : mask);
    return name + (value === '' ? '' : shownWord(value.replace(/^[-@:+!]+(?=\/)/, ''), null));
  }
  if (word.startsWith('--')) return isName(word) ? word : mask;
  if (flag !== null && isReadBySome(flag)) return withoutUser(word);
  return harmless.test(word) || (flag === null && programs.test(word)) ? word : mask;
}
