import type { Exposure, Status } from '../analysis/rules.ts';
import type { PositionId } from '../attack/positionIds.ts';
import type { EndKind, PathId } from '../catalog/communicationPath.ts';
import type { SettingComponent } from '../catalog/settings.ts';
import type { TopologyEdit } from '../domain/edit.ts';
import type { NetworkId, RemarkKind, Topology, Trust } from '../domain/topology.ts';
import type { Locale } from '../i18n/texts.ts';
import type { Change } from '../remedies/change.ts';
import type { ScenarioId } from '../scenarios/scenarios.ts';

/**
 * A text in every language. A blank line begins a paragraph; what stands in backticks is code. Terms of the glossary are
 * found by their words.
 */
export type Localized = Readonly<Record<Locale, string>>;

/** A change of settings on every instance of a component, or any edit that a user can make. */
export type LessonChange = Change | TopologyEdit;

/** The model that a lesson begins with. */
export type LessonStart =
  | { readonly scenario: ScenarioId; readonly changes?: readonly LessonChange[] }
  | { readonly topology: Topology };

/** What must hold of the model and its analysis. It never asks what somebody has clicked. */
export type Goal =
  /** Every existing connection of the path is in one of these classes, and there is one. */
  | { readonly type: 'status'; readonly path: PathId; readonly is: readonly Status[] }
  /** Some connection of the path has the exposure, or none has. */
  | { readonly type: 'exposure'; readonly path: PathId; readonly exposure: Exposure; readonly holds: boolean }
  /** Whether what the client sends could be used by somebody else. */
  | {
      readonly type: 'relay';
      readonly path: PathId;
      readonly holds: boolean;
      /** Where it holds, it must hold of every connection of the path. */
      readonly everywhere?: boolean;
    }
  /** No call on the path fails because one end has no certificate that the other would accept. */
  | { readonly type: 'works'; readonly path: PathId }
  /** The value that counts on every instance; null for none. */
  | {
      readonly type: 'setting';
      readonly component: SettingComponent;
      readonly key: string;
      readonly value: string | null;
    }
  /** Every instance has a value, whichever. */
  | { readonly type: 'set'; readonly component: SettingComponent; readonly key: string }
  | { readonly type: 'network'; readonly id: NetworkId; readonly trust: Trust }
  | { readonly type: 'count'; readonly of: 'controlPlanes' | 'nodes' | 'pods' | 'services'; readonly atLeast: number }
  /** Somebody has written a remark of this kind, with a reason, on the path. */
  | { readonly type: 'remark'; readonly path: PathId; readonly kind: RemarkKind }
  | { readonly type: 'all' | 'any'; readonly of: readonly Goal[] }
  | { readonly type: 'not'; readonly goal: Goal };

/** Which paths a question on the diagram is about; the right answer comes from the analysis, never from the lesson. */
export type PathCriterion =
  | { readonly by: 'status'; readonly is: readonly Status[] }
  | { readonly by: 'exposure'; readonly mode: 'passive' | 'active' | 'offPath'; readonly exposure: Exposure }
  | { readonly by: 'relay' }
  /** What an attacker at this place can do something with. */
  | { readonly by: 'reach'; readonly position: PositionId };

export type Option = { readonly text: Localized; readonly right: boolean; readonly why: Localized };

export type Question =
  | { readonly type: 'choice'; readonly text: Localized; readonly options: readonly Option[] }
  /** Click every path that fits. */
  | {
      readonly type: 'paths';
      readonly text: Localized;
      readonly criterion: PathCriterion;
      /** `documented` leaves adjacent paths out of it, drawn or not. */
      readonly among?: 'documented';
      readonly why: Localized;
    }
  /** The items stand in the right order. */
  | { readonly type: 'order'; readonly text: Localized; readonly items: readonly Localized[]; readonly why: Localized };

export type Task = {
  readonly goal: Goal;
  readonly hint: Localized;
  /** Says more than the first one, and not yet everything. */
  readonly secondHint: Localized;
  /** Made on the step's model, these changes reach the goal. */
  readonly solution: readonly LessonChange[];
  /** What the solution does and why it is enough. */
  readonly explanation: Localized;
};

/** One picture of a demonstration: what is said, and what changes from the one before. */
export type Frame = { readonly text: Localized; readonly changes: readonly LessonChange[] };

export type Step = {
  /** Unique in its lesson; stands in links. */
  readonly id: string;
  readonly title: Localized;
  readonly text: Localized;
  /** What is lit in the picture. */
  readonly look?: {
    readonly paths?: readonly PathId[];
    readonly components?: readonly EndKind[];
    /** All lines with one of these verdicts. */
    readonly statuses?: readonly Status[];
    /** `all` draws adjacent paths too; a path that is named here is drawn anyway. */
    readonly layer?: 'all';
  };
  /** Whether all badges with their meanings stand below the text. */
  readonly legend?: boolean;
  /** Where an attacker stands during this step. */
  readonly attacker?: PositionId;
  /** The attack that is offered to be played. */
  readonly playback?: { readonly path: PathId; readonly attack: 'passive' | 'active' };
  readonly task?: Task;
  readonly question?: Question;
  readonly demonstration?: readonly Frame[];
  /** For whoever teaches: what to say, to ask and to expect. */
  readonly notes: Localized;
};

export type Lesson = {
  /** Stands in links. */
  readonly id: string;
  readonly title: Localized;
  /** What somebody can do afterwards, in one sentence. */
  readonly aim: Localized;
  readonly minutes: number;
  readonly start: LessonStart;
  readonly steps: readonly Step[];
  /** Three. */
  readonly questions: readonly Question[];
  /** What to take home, each in one sentence. */
  readonly takeaways: readonly Localized[];
  /** Where it can be read up: tags of the catalog's sources. */
  readonly sources: readonly string[];
};
