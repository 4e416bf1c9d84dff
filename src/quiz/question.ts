import type { Layer } from '../analysis/layer.ts';
import type { Exposure, Status } from '../analysis/rules.ts';
import type { PositionId } from '../attack/positionIds.ts';
import type { ClaimId, ClaimVerdict } from '../catalog/claims.ts';
import type { SettingComponent } from '../catalog/settings.ts';
import type { Topology } from '../domain/topology.ts';
import type { RemedyId } from '../remedies/remedyIds.ts';
import type { CatalogQuestionId } from './catalogQuestions.ts';

export const questionKinds = ['paths', 'predict', 'fix', 'order', 'claims', 'catalog'] as const;
export type QuestionKind = (typeof questionKinds)[number];

/** 1: few paths, everything known. 2: all documented paths. 3: with unknown settings, tunnels and adjacent paths. */
export const levels = [1, 2, 3] as const;
export type Level = (typeof levels)[number];

/** What an attacker does with a path. `use`: the server takes him for a client, or serves him as a stranger. */
export const gainKinds = ['read', 'change', 'use'] as const;
export type GainKind = (typeof gainKinds)[number];

/** Which paths are asked for. */
export type PathsCriterion =
  | { readonly by: 'reach'; readonly position: PositionId; readonly gain: GainKind }
  | { readonly by: 'status'; readonly status: Exclude<Status, 'unknown'> }
  | {
      readonly by: 'exposure';
      readonly mode: 'passive' | 'active' | 'offPath';
      readonly exposure: Exclude<Exposure, 'downgrade'>;
    }
  | { readonly by: 'relay' };

/** One setting on every instance of a component; of pods, whether their clients skip the check. Null takes it back. */
export type SettingChange = {
  readonly component: SettingComponent | 'pod';
  readonly key: string;
  readonly value: string | null;
};

type Asked = {
  /** The same for questions that ask the same, so that a series does not repeat itself. */
  readonly key: string;
  /** What the picture shows. */
  readonly topology: Topology;
  readonly layer: Layer;
};

/** Marks on paths, by the ids of their connections. */
type Marks = {
  /** The paths that count. */
  readonly candidates: readonly string[];
  readonly right: readonly string[];
  /** Nothing tells whether they belong to the answer; they are neither right nor wrong. */
  readonly undetermined: readonly string[];
};

/** Which paths fit a criterion. */
export type PathsQuestion = Asked & Marks & { readonly kind: 'paths'; readonly criterion: PathsCriterion };

/** The paths whose class a change alters; there may be none. */
export type PredictQuestion = Asked &
  Marks & {
    readonly kind: 'predict';
    /** Null where the change is one setting and no remedy. */
    readonly remedy: RemedyId | null;
    readonly changes: readonly SettingChange[];
    readonly after: Topology;
  };

/** Which single change closes all of these paths. */
export type FixQuestion = Asked & {
  readonly kind: 'fix';
  /** Ids of the connections that are to be closed. */
  readonly targets: readonly string[];
  readonly options: readonly RemedyId[];
  readonly right: readonly RemedyId[];
};

/** One thing that is put in order. */
export type OrderItem =
  | { readonly type: 'play'; readonly id: string; readonly title: `play.title.${string}`; readonly server: string }
  | { readonly type: 'change'; readonly id: string; readonly change: SettingChange }
  | { readonly type: 'command'; readonly id: string; readonly command: string }
  | { readonly type: 'bootstrap'; readonly id: BootstrapStepId };

/** How a kubelet gets its first client certificate, in order. */
export const bootstrapSteps = [
  'kubeconfig',
  'check-server',
  'request',
  'approve',
  'sign',
  'fetch',
  'reconnect',
] as const;
export type BootstrapStepId = (typeof bootstrapSteps)[number];

/** Steps that have one right order. */
export type OrderQuestion = Asked & {
  readonly kind: 'order';
  readonly of: 'attack' | 'listening' | 'remedy' | 'bootstrap';
  /** The connection that an attack is on; null elsewhere. */
  readonly connection: string | null;
  readonly items: readonly OrderItem[];
  /** Ids in the order in which they are shown first, which is never the right one. */
  readonly shown: readonly string[];
};

/** Whether a sentence of the documentation holds. */
export type ClaimQuestion = Asked & {
  readonly kind: 'claims';
  readonly claim: ClaimId;
  readonly options: readonly ('yes' | 'no')[] | readonly ClaimVerdict[];
  readonly right: readonly string[];
};

/** One of the catalog's own questions. */
export type CatalogQuestion = Asked & {
  readonly kind: 'catalog';
  readonly id: CatalogQuestionId;
  readonly options: readonly string[];
  readonly right: readonly string[];
};

export type QuizQuestion =
  | PathsQuestion
  | PredictQuestion
  | FixQuestion
  | OrderQuestion
  | ClaimQuestion
  | CatalogQuestion;

/** Questions that are answered by marking paths. */
export type MarkQuestion = PathsQuestion | PredictQuestion;

/** The answer that no path belongs to it. */
export const noneOfThem = 'none';

export function isMarkQuestion(question: QuizQuestion): question is MarkQuestion {
  return question.kind === 'paths' || question.kind === 'predict';
}
