import { analyze } from '../../analysis/analyze.ts';
import type { Connection, Reason } from '../../analysis/connection.ts';
import { exposures } from '../../analysis/rules.ts';
import { techniquesOf, threatsOf } from '../../attack/tags.ts';
import { type Verb, type VerbAnswer, verbAnswers } from '../../attack/verbs.ts';
import { communicationPath } from '../../catalog/communicationPaths.ts';
import { settingName } from '../../catalog/settings.ts';
import type { ComponentConfig, SourcePlace } from '../../domain/settings.ts';
import { controlPlaneComponents, type Topology } from '../../domain/topology.ts';
import type { Translate } from '../../i18n/translate.ts';
import type { Change } from '../../remedies/change.ts';
import { limitOf } from '../../remedies/exposed.ts';
import { remediesForEach } from '../../remedies/forConnection.ts';
import type { RemedyId } from '../../remedies/remedyIds.ts';
import { changesOf } from '../../remedies/resolveRemedy.ts';
import { withPreparation } from '../../remedies/smallestSet.ts';

/** A connection on which somebody can do something, or of which that is not known, with what closes it. */
export type Finding = {
  readonly connection: Connection;
  /** Each closes it by itself, in the order of its steps. */
  readonly closing: readonly (readonly RemedyId[])[];
  /** Where nothing closes it by itself: what takes something from an attacker. */
  readonly easing: readonly RemedyId[];
};

/** Every connection that exists and is neither protected nor local, in the order of the analysis. */
export function findingsOf(topology: Topology, connections: readonly Connection[]): readonly Finding[] {
  const effects = effectsIn(topology);
  return connections.filter(isOpen).map((connection) => {
    const own = effects.get(connection.id) ?? [];
    const closing = own.filter(({ does }) => does === 'closes').map(({ remedy }) => withPreparation(topology, remedy));
    const easing = closing.length > 0 ? [] : own.map(({ remedy }) => remedy);
    return { connection, closing, easing };
  });
}

type Effects = ReturnType<typeof remediesForEach>;

/** One model is written in several formats, and trying every remedy on it is most of the work. */
const known = new WeakMap<Topology, Effects>();

function effectsIn(topology: Topology): Effects {
  const found = known.get(topology) ?? remediesForEach(topology, analyze(topology).connections.filter(isOpen));
  known.set(topology, found);
  return found;
}

function isOpen({ count, status }: Connection): boolean {
  return count > 0 && status !== 'protected' && status !== 'local';
}

/** What closes a finding, as lines of Markdown that are readable as they are. */
export function remedyLines(
  { connection, closing, easing }: Finding,
  topology: Topology,
  t: Translate,
): readonly string[] {
  const [first, ...others] = closing;
  if (first) {
    const titles = others.map((steps) => t(`remedy.${steps.at(-1) ?? first[0] ?? 'kubelet-ca'}.title`));
    return [
      `${t('formats.closed-by')}:`,
      ...stepLines(first, topology, t),
      ...(titles.length > 0 ? [`${t('formats.or')}: ${titles.join('; ')}.`] : []),
    ];
  }
  if (easing.length > 0) return [`${t('formats.eased-by')}:`, ...stepLines(easing, topology, t)];
  if (connection.status === 'unknown') return [t('fix.unknown')];
  return [`${t('fixes.of-path-nothing')} ${t(`limit.${limitOf(connection)}`)}`];
}

function stepLines(ids: readonly RemedyId[], topology: Topology, t: Translate): readonly string[] {
  return ids.map((id, index) => {
    const changes = changesOf(topology, id).map(changeText);
    const what = changes.length > 0 ? ` (${changes.join('; ')})` : '';
    return `${index + 1}. ${t(`remedy.${id}.title`)}. ${t(`remedy.${id}.do`)}${what}`;
  });
}

function changeText({ component, key, value }: Change): string {
  const name = component === 'pod' ? key : settingName(component, key);
  return `${component} \`${`${name}=${value}`.replaceAll('`', "'")}\``;
}

/** What somebody on the wire can do, verb by verb, with the reason and what is at stake. */
export function dangerLines(connection: Connection, t: Translate): readonly string[] {
  const answers = verbAnswers(connection, 'untrusted').filter(({ answer }) => answer === 'yes');
  const notes = connection.notes.map((note) => t(`note.${note}`));
  return [...answers.map((one) => answerText(connection, one, t)), ...notes];
}

/** One answer as a sentence, with what is at stake where that is known. */
export function answerText(connection: Connection, { verb, answer, because }: VerbAnswer, t: Translate): string {
  const stake = answer === 'yes' ? stakeText(connection, verb, t) : '';
  const why = `${t(`verb.${verb}`)}: ${t(`answer.${answer}`)}${t('inspector.because')} ${t(`because.${because}`)}.`;
  return stake === '' ? why : `${why} ${t('formats.at-stake')}: ${stake.replace(/[.]$/, '')}.`;
}

function stakeText({ path }: Connection, verb: Verb, t: Translate): string {
  return verb === 'client' || verb === 'steal' ? '' : t(`stake.${communicationPath(path).stake}.${verb}`);
}

/** STRIDE and ATT&CK of what an active attacker can do. */
export function tagsOf(connection: Connection): {
  readonly stride: readonly string[];
  readonly attack: readonly string[];
} {
  const certain = exposures.filter((one) => connection.exposure.active.includes(one));
  return {
    stride: [...new Set(certain.flatMap((one) => threatsOf[one]))],
    attack: [...new Set(certain.flatMap((one) => techniquesOf(connection, one)))].sort(),
  };
}

/**
 * Weaknesses that a connection has for certain, by their numbers in the CWE list, https://cwe.mitre.org: 319 cleartext
 * transmission, 295 and 297 certificate or its name not validated, 322 key exchange without entity authentication, 306
 * missing authentication.
 */
export function cwesOf({ encryption, exposure, hop }: Connection): readonly number[] {
  const unproven = hop.proto === 'ssh' ? [322] : hop.proto !== 'tls' ? [] : hop.verify === 'chain' ? [297] : [295];
  return [
    ...(encryption === 'none' ? [319] : []),
    ...(encryption === 'opportunistic' ? unproven : []),
    ...(exposure.offPath.includes('impersonate-client') ? [306] : []),
  ];
}

/** The settings that decided, each once. */
export function reasonsOf({ reasons }: Connection): readonly Reason[] {
  const all = Object.values(reasons).flat();
  const keyOf = ({ component, instance, key }: Reason) => `${component} ${instance} ${key}`;
  return [...new Map(all.map((reason) => [keyOf(reason), reason])).values()];
}

/** Where the settings that decided are written; for one that is absent, the file that it is absent from. */
export function placesOf(topology: Topology, connection: Connection): readonly SourcePlace[] {
  const reasons = reasonsOf(connection);
  const written = reasons.flatMap(({ setting }) => setting.source ?? []);
  const missing = reasons.flatMap((reason) => (reason.setting.source ? [] : (fileOf(topology, reason) ?? [])));
  const unique = new Map([...written, ...missing].map((place) => [`${place.file}:${place.line}`, place]));
  return [...unique.values()];
}

/** The first line that something of a component was read from. */
function fileOf(topology: Topology, reason: Reason): SourcePlace | null {
  const places = Object.values(configOf(topology, reason)?.explicitSettings ?? {}).flatMap(
    ({ source }) => source ?? [],
  );
  return places.sort((a, b) => a.line - b.line)[0] ?? null;
}

function configOf(topology: Topology, { component, instance }: Reason): ComponentConfig | null | undefined {
  const named = <T extends { readonly name: string }>(all: readonly T[]) => all.find(({ name }) => name === instance);
  const onHost = controlPlaneComponents.find((one) => one === component);
  if (onHost) return named(topology.controlPlanes)?.components[onHost];
  const node = named(topology.nodes);
  if (component === 'kubelet') return node?.kubelet;
  if (component === 'kube-proxy') return node?.kubeProxy;
  if (component === 'konnectivity-agent') return node?.konnectivityAgent;
  return (named(topology.outside) ?? named(topology.extensions))?.settings;
}

/** The path with its name, and which row or listener of it. */
export function pathTitle({ path, variant, listener }: Connection, t: Translate): string {
  const extra = [variant, listener].filter((one) => one !== undefined);
  return `${path} ${t(`path.${path}.name`)}${extra.length > 0 ? ` (${extra.join(', ')})` : ''}`;
}
