import { exposures, statuses } from '../analysis/rules.ts';
import { positionIds } from '../attack/positionIds.ts';
import { endKinds } from '../catalog/communicationPath.ts';
import { communicationPaths } from '../catalog/communicationPaths.ts';
import { settingComponents } from '../catalog/settings.ts';
import type { ModelPart } from '../domain/modelPart.ts';
import { configSources } from '../domain/settings.ts';
import type { Topology } from '../domain/topology.ts';
import { controlPlaneComponents, extensionKinds, networkIds, nodeGroupings, remarkKinds } from '../domain/topology.ts';
import { brokenIds } from '../domain/violations.ts';
import { jsonFault } from '../project/jsonFault.ts';
import type { ReadFailure } from '../project/projectFile.ts';
import { modelPartSchema, topologySchema } from '../project/schema.ts';
import { z } from '../project/validation.ts';
import { modelPartForm, topologyForm } from '../project/writeProject.ts';
import { scenarioIds } from '../scenarios/scenarios.ts';
import type { Lesson, LessonChange } from './lesson.ts';
import { startOf } from './lessonModel.ts';

/** Version of a lesson's file. A reader refuses newer ones. */
const lessonVersion = 1;

/** A lesson, or why there is none, with the place. */
export type LessonOutcome = { readonly ok: true; readonly lesson: Lesson } | ReadFailure;

/** More than any lesson has, and little enough to be worked with. */
const most = { file: 4_000_000, text: 20_000, steps: 100, items: 30, changes: 300, members: 2000 };

const word = z.string().max(500);
/** Names become keys of objects, so none may be the name of something that every object has. */
const key = word.min(1).refine((value) => !(value in Object.prototype));
const slug = z.string().regex(/^[a-z0-9][a-z0-9-]{0,79}$/);
const text = z.string().max(most.text);
const path = z.enum(communicationPaths.map(({ id }) => id));
const component = z.enum(settingComponents);
const ids = z.array(key).max(most.members);
const remark = z.object({ kind: z.enum(remarkKinds), text });
const ref = z.discriminatedUnion('at', [
  z.object({ at: z.literal('control-plane'), hostId: key, component: z.enum(controlPlaneComponents) }),
  z.object({ at: z.literal('node'), nodeId: key, component: z.enum(['kubelet', 'kube-proxy', 'konnectivity-agent']) }),
  z.object({ at: z.literal('element'), id: key }),
]);
const podChange = z
  .object({
    name: word,
    namespace: word,
    nodeId: word.nullable(),
    labels: z.record(key, word),
    hostNetwork: z.boolean(),
    running: z.boolean(),
    tokenMounted: z.boolean(),
    skipsVerification: z.boolean(),
    ports: z.array(z.number()).max(most.members),
  })
  .partial();
const serviceChange = z
  .object({
    name: word,
    namespace: word,
    type: z.enum(['ClusterIP', 'NodePort', 'LoadBalancer', 'ExternalName']),
    clusterIp: word.nullable(),
    selector: z.record(key, word),
    ports: z.array(z.number()).max(most.members),
    endpointPods: ids,
  })
  .partial();
const edit = z.discriminatedUnion('type', [
  z.object({ type: z.literal('add-control-plane') }),
  z.object({ type: z.literal('add-node') }),
  z.object({ type: z.literal('add-pod'), nodeId: key.nullable() }),
  z.object({ type: z.literal('add-service') }),
  z.object({ type: z.literal('rename'), id: key, name: word }),
  z.object({ type: z.literal('remove'), ids }),
  z.object({ type: z.literal('paste'), fragment: modelPartSchema }),
  z.object({ type: z.literal('set-setting'), refs: z.array(ref).max(most.members), key, value: text.nullable() }),
  z.object({ type: z.literal('set-form'), refs: z.array(ref).max(most.members), form: z.enum(configSources) }),
  z.object({
    type: z.literal('set-component'),
    hostId: key,
    component: z.enum(controlPlaneComponents),
    present: z.boolean(),
  }),
  z.object({ type: z.literal('set-agent'), nodeId: key, present: z.boolean() }),
  z.object({ type: z.literal('change-pods'), ids, change: podChange }),
  z.object({ type: z.literal('change-service'), id: key, change: serviceChange }),
  z.object({ type: z.literal('add-outside'), kind: z.enum(['client', 'load-balancer']) }),
  z.object({ type: z.literal('add-extension'), kind: z.enum(extensionKinds) }),
  z.object({
    type: z.literal('set-network'),
    id: z.enum(networkIds),
    trust: z.enum(['trusted', 'untrusted', 'unknown']),
  }),
  z.object({ type: z.literal('release-pins') }),
  z.object({ type: z.literal('set-alike'), alike: z.enum(nodeGroupings) }),
  z.object({ type: z.literal('remark'), target: key, remark: remark.nullable() }),
  z.object({ type: z.literal('set-version'), version: word }),
  z.object({ type: z.literal('replace'), topology: topologySchema }),
]);
const setting = z.object({
  component: z.enum([...settingComponents, 'pod']),
  key,
  value: text,
  unless: z.literal('set').optional(),
});
const change = z.union([setting, edit]);
const changes = z.array(change).max(most.changes);

const leaf = [
  z.object({ type: z.literal('status'), path, is: z.array(z.enum(statuses)).min(1).max(statuses.length) }),
  z.object({ type: z.literal('exposure'), path, exposure: z.enum(exposures), holds: z.boolean() }),
  z.object({ type: z.literal('relay'), path, holds: z.boolean(), everywhere: z.boolean().optional() }),
  z.object({ type: z.literal('works'), path }),
  z.object({ type: z.literal('setting'), component, key, value: text.nullable() }),
  z.object({ type: z.literal('set'), component, key }),
  z.object({ type: z.literal('network'), id: z.enum(networkIds), trust: z.enum(['trusted', 'untrusted', 'unknown']) }),
  z.object({
    type: z.literal('count'),
    of: z.enum(['controlPlanes', 'nodes', 'pods', 'services']),
    atLeast: z.number().int().min(0).max(10_000),
  }),
  z.object({ type: z.literal('remark'), path, kind: z.enum(remarkKinds) }),
] as const;

/** A draft may lack what a lesson must have. */
type Strictness = 'lesson' | 'draft';

function localizedFor(strictness: Strictness) {
  const some = z.object({ en: text.optional(), de: text.optional() });
  if (strictness === 'draft') return some.transform(({ en = '', de = '' }) => ({ en, de }));
  return (
    some
      .refine(({ en, de }) => en !== undefined || de !== undefined)
      // One language stands for both until there is the other.
      .transform(({ en, de }) => ({ en: en || de || '', de: de || en || '' }))
  );
}

/** Goals within goals to a depth that people can follow; so no file can send the reader round for ever. */
function goalFor(strictness: Strictness, depth: number): z.ZodType {
  if (depth === 0) return z.discriminatedUnion('type', leaf);
  const inner = goalFor(strictness, depth - 1);
  const several = z
    .array(inner)
    .min(strictness === 'draft' ? 0 : 1)
    .max(most.items);
  return z.discriminatedUnion('type', [
    ...leaf,
    z.object({ type: z.literal('all'), of: several }),
    z.object({ type: z.literal('any'), of: several }),
    z.object({ type: z.literal('not'), goal: inner }),
  ]);
}

const criterion = z.discriminatedUnion('by', [
  z.object({ by: z.literal('status'), is: z.array(z.enum(statuses)).min(1).max(statuses.length) }),
  z.object({ by: z.literal('exposure'), mode: z.enum(['passive', 'active', 'offPath']), exposure: z.enum(exposures) }),
  z.object({ by: z.literal('relay') }),
  z.object({ by: z.literal('reach'), position: z.enum(positionIds) }),
]);

function schemaFor(strictness: Strictness) {
  const localized = localizedFor(strictness);
  const id = strictness === 'draft' ? word : slug;
  const fewest = strictness === 'draft' ? 0 : 1;
  const option = z.object({ text: localized, right: z.boolean(), why: localized });
  const question = z.discriminatedUnion('type', [
    z.object({ type: z.literal('choice'), text: localized, options: z.array(option).min(fewest).max(most.items) }),
    z.object({
      type: z.literal('paths'),
      text: localized,
      criterion,
      among: z.literal('documented').optional(),
      why: localized,
    }),
    z.object({
      type: z.literal('order'),
      text: localized,
      items: z.array(localized).min(fewest).max(most.items),
      why: localized,
    }),
  ]);
  const task = z.object({
    goal: goalFor(strictness, 4),
    hint: localized,
    secondHint: localized,
    solution: changes,
    explanation: localized,
  });
  const look = z.object({
    paths: z
      .array(path)
      .max(most.items * 2)
      .optional(),
    components: z.array(z.enum(endKinds)).max(endKinds.length).optional(),
    statuses: z.array(z.enum(statuses)).max(statuses.length).optional(),
    layer: z.literal('all').optional(),
  });
  const step = z.object({
    id,
    title: localized,
    text: localized,
    look: look.optional(),
    legend: z.boolean().optional(),
    attacker: z.enum(positionIds).optional(),
    playback: z.object({ path, attack: z.enum(['passive', 'active']) }).optional(),
    task: task.optional(),
    question: question.optional(),
    demonstration: z
      .array(z.object({ text: localized, changes }))
      .min(1)
      .max(most.items)
      .optional(),
    notes: localized,
  });
  return z.object({
    lesson: z.object({
      id,
      title: localized,
      aim: localized,
      minutes: z.number().int().min(1).max(600),
      start: z.union([
        z.object({ scenario: z.enum(scenarioIds), changes: changes.optional() }),
        z.object({ topology: topologySchema }),
      ]),
      steps: z.array(step).min(fewest).max(most.steps),
      questions: z.array(question).max(most.items),
      takeaways: z.array(localized).max(most.items),
      sources: z.array(word).max(most.items * 2),
    }),
  });
}

const schemas = { lesson: schemaFor('lesson'), draft: schemaFor('draft') };

/** A lesson as a file that people can read, edit and compare. */
export function writeLesson(lesson: Lesson): string {
  return `${JSON.stringify({ mitmap: 'lesson', version: lessonVersion, lesson }, written, 2)}\n`;
}

/** A model in the form of files; and a language that a text does not have is left out, where it has the other. */
function written(this: unknown, name: string, value: unknown): unknown {
  if (name === 'topology') return topologyForm(value as Topology);
  if (name === 'fragment') return modelPartForm(value as ModelPart);
  return value === '' && (name === 'en' || name === 'de') && hasOther(this) ? undefined : value;
}

function hasOther(holder: unknown): boolean {
  if (typeof holder !== 'object' || holder === null) return false;
  return Object.keys(holder).sort().join() === 'de,en' && Object.values(holder).some((text) => text !== '');
}

/** A name for the file of a lesson. */
export function lessonFileName({ id }: Pick<Lesson, 'id'>): string {
  return `${id}.lesson.json`;
}

/** How a lesson's file begins, whatever is in it. */
const beginning = /^\s*\{\s*"mitmap"\s*:\s*"lesson"/;

/** A lesson from text; a draft may be unfinished, and keeps its gaps. Never throws. */
export function readLesson(content: string, strictness: Strictness = 'lesson'): LessonOutcome {
  if (content.length > most.file) return { ok: false, reason: 'too-large', place: `${most.file}` };
  const plain = content.replace(/^\uFEFF/, '');
  let parsed: unknown;
  try {
    parsed = JSON.parse(plain);
  } catch {
    if (!beginning.test(plain.slice(0, 200))) return { ok: false, reason: 'foreign' };
    const { line, column, isAtEnd } = jsonFault(plain);
    return isAtEnd ? { ok: false, reason: 'truncated' } : { ok: false, reason: 'damaged', place: `${line}:${column}` };
  }
  const head = z.object({ mitmap: z.literal('lesson'), version: z.number().int().positive() }).safeParse(parsed);
  if (!head.success) return { ok: false, reason: 'foreign' };
  const { version } = head.data;
  if (version > lessonVersion) return { ok: false, reason: 'newer', needs: version };
  const body = schemas[strictness].safeParse(parsed);
  if (!body.success) return { ok: false, ...faultOf(body.error) };
  // JSON cannot hold `undefined`, so an optional field is either absent or set.
  const lesson = body.data.lesson as Lesson;
  const place = contradictionIn(lesson);
  return place === null ? { ok: true, lesson } : { ok: false, reason: 'contradictory', place };
}

function faultOf(error: z.ZodError): { readonly reason: 'damaged' | 'too-large'; readonly place: string } {
  const [first] = error.issues;
  const place = (first?.path ?? [])
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('');
  return { reason: first?.code === 'too_big' ? 'too-large' : 'damaged', place: place.slice(1, 200) };
}

/** Where a well-formed lesson cannot be; null where it can. */
function contradictionIn(lesson: Lesson): string | null {
  const seen = new Set<string>();
  for (const { id } of lesson.steps) {
    if (seen.has(id)) return id;
    seen.add(id);
  }
  const given: readonly LessonChange[] = [
    ...('topology' in lesson.start ? [] : (lesson.start.changes ?? [])),
    ...lesson.steps.flatMap(({ task, demonstration = [] }) => [
      ...(task?.solution ?? []),
      ...demonstration.flatMap((one) => one.changes),
    ]),
  ];
  const models = given.flatMap((one) => ('type' in one && one.type === 'replace' ? [one.topology] : []));
  const [broken] = [startOf(lesson), ...models].flatMap(brokenIds);
  return broken ? broken.params.name : null;
}
