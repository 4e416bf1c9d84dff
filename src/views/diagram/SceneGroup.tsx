import { switchedTrust } from '../../domain/edit.ts';
import type { NetworkId } from '../../domain/topology.ts';
import type { Point } from '../../geometry/shapes.ts';
import type { Group, Shape } from '../../scene/shape.ts';
import type { AppState } from '../../state/appState.ts';
import { isDimmed, subjectsOf } from '../../state/focus.ts';
import { type Selection, toggled } from '../../state/selection.ts';
import { selectFocus, selectTranslate } from '../../state/selectors.ts';
import { useAppStore, useStoreApi } from '../shared/AppStoreContext.ts';
import { SceneElement } from './SceneElement.tsx';

/** A part of the picture; what stands for a path or an element can be hovered, focused and selected. */
export function SceneGroup({ shape, tabStop }: { readonly shape: Shape; readonly tabStop: string | null }) {
  if (shape.type !== 'group' || !shape.subject) return <SceneElement shape={shape} />;
  const inner = shape.children.filter((child): child is Group => child.type === 'group' && child.subject !== null);
  const own =
    inner.length > 0
      ? { ...shape, children: shape.children.filter((child) => !inner.includes(child as Group)) }
      : shape;
  return (
    <>
      {shape.subject.type === 'trust' ? (
        <TrustSwitch shape={own} network={shape.subject.id} tabStop={tabStop} />
      ) : (
        <SubjectGroup shape={own} subject={shape.subject} tabStop={tabStop} />
      )}
      {inner.map((child) => (
        <SceneGroup key={child.subject?.id} shape={child} tabStop={tabStop} />
      ))}
    </>
  );
}

type SubjectProps = {
  readonly shape: Group;
  readonly subject: Exclude<NonNullable<Group['subject']>, { readonly type: 'trust' }>;
  readonly tabStop: string | null;
};

function SubjectGroup({ shape, subject, tabStop }: SubjectProps) {
  const app = useStoreApi();
  const isPath = subject.type === 'connection';
  const chosen = useAppStore((state) => subjectsOf(state.selection).includes(subject.id));
  const dimmed = useAppStore((state) => isDimmed(selectFocus(state), subject));
  const mark = useAppStore((state) => (isPath ? markOf(state, subject.id) : null));
  const pick = (add: boolean) => {
    const { select, selection, marking, toggleMarked } = app.getState();
    // Once it is judged, a click shows why.
    if (marking && !marking.verdicts && isPath) {
      toggleMarked(connectionOf(subject.id));
      return;
    }
    select(add && !isPath ? toggled(selection, subject.id) : selectionOf(subject));
  };
  const { hover } = app.getState();
  return (
    <g
      className={`subject ${subject.type}${chosen ? ' chosen' : ''}${dimmed ? ' dimmed' : ''}${mark ? ` ${mark}` : ''}`}
      role="button"
      tabIndex={tabStop === subject.id ? 0 : -1}
      aria-label={shape.title ?? subject.id}
      aria-pressed={chosen || mark === 'marked'}
      data-subject={subject.id}
      data-drag={
        subject.id.startsWith('pod~') || (chosen && /^(worker|services)~/.test(subject.id)) ? 'true' : undefined
      }
      onClick={(event) => pick(event.shiftKey)}
      onContextMenu={(event) => {
        event.preventDefault();
        if (!chosen) pick(false);
        app.getState().openMenu({ x: event.clientX, y: event.clientY });
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        pick(event.shiftKey);
      }}
      onMouseEnter={() => isPath && hover(subject.id)}
      onMouseLeave={() => isPath && hover(null)}
      onFocus={() => isPath && hover(subject.id)}
      onBlur={() => isPath && hover(null)}
    >
      {shape.course !== undefined && <HitArea course={shape.course} />}
      <SceneElement shape={shape} />
      {mark && shape.anchor && <AnswerMark anchor={shape.anchor} mark={mark} />}
    </g>
  );
}

type Mark = 'marked' | 'right' | 'wrong' | 'missed';

/** How a path stands in an answer; null where it is not in it. */
function markOf({ marking }: AppState, subjectId: string): Mark | null {
  const id = connectionOf(subjectId);
  if (!marking) return null;
  return marking.verdicts ? (marking.verdicts[id] ?? null) : marking.chosen.includes(id) ? 'marked' : null;
}

function connectionOf(subjectId: string): string {
  return subjectId.slice(0, subjectId.indexOf('@'));
}

/** A halo around the badge, with a sign, so that nobody needs the color; from afar, without a badge, large enough to be seen. */
function AnswerMark({ anchor, mark }: { readonly anchor: Point; readonly mark: Mark }) {
  const scale = useAppStore((state) => (state.detail.level === 'overview' ? 2 : 1));
  return (
    <g
      className={`answer-mark ${mark}`}
      pointerEvents="none"
      transform={`translate(${anchor.x} ${anchor.y}) scale(${scale})`}
    >
      <circle r={21} />
      {mark !== 'marked' && (
        <text x={19} y={-12} textAnchor="middle">
          {{ right: '✓', wrong: '✗', missed: '!' }[mark]}
        </text>
      )}
    </g>
  );
}

function selectionOf(subject: NonNullable<Group['subject']>): Selection {
  if (subject.type !== 'connection') return { type: 'element', id: subject.id };
  const at = subject.id.indexOf('@');
  return { type: 'connection', id: subject.id.slice(0, at), boxId: subject.id.slice(at + 1) };
}

/** The plate in a network's strip: one press, and that network is trusted or not. */
function TrustSwitch({
  shape,
  network,
  tabStop,
}: {
  readonly shape: Group;
  readonly network: NetworkId;
  readonly tabStop: string | null;
}) {
  const t = useAppStore(selectTranslate);
  const app = useStoreApi();
  const id = `trust~${network}`;
  const change = () => app.getState().edit(switchedTrust(app.getState().topology, network));
  return (
    <g
      className="subject trust"
      role="button"
      tabIndex={tabStop === null || tabStop === id ? 0 : -1}
      aria-label={`${shape.title}. ${t('app.switch-trust')}`}
      data-subject={id}
      onClick={change}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== ' ') return;
        event.preventDefault();
        change();
      }}
    >
      <SceneElement shape={shape} />
    </g>
  );
}

/** An unseen line of 16 px, wider for fingers, so that a thin path is easy to hit. */
function HitArea({ course }: { readonly course: string }) {
  return <path className="hit" d={course} fill="none" stroke="transparent" strokeWidth={16} />;
}
