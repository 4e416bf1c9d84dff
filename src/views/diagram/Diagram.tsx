import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { networkOf } from '../../domain/topology.ts';
import { detailAt } from '../../scene/sceneOptions.ts';
import type { Group, Shape } from '../../scene/shape.ts';
import type { Selection } from '../../state/createAppStore.ts';
import { selectLayout, selectScene, selectTranslate } from '../../state/selectors.ts';
import { useAppStore } from '../AppStoreContext.ts';
import { SceneElement } from './SceneElement.tsx';
import { usePanZoom } from './usePanZoom.ts';
import './diagram.css';

/** The picture: pan, zoom, hover, focus and selection. */
export function Diagram() {
  const scene = useAppStore(selectScene);
  const t = useAppStore(selectTranslate);
  const select = useAppStore((state) => state.select);
  const lit = useLit();
  const svg = useRef<SVGSVGElement>(null);
  const { transform, zoomBy, full, fit, reveal } = usePanZoom(svg, scene.width, scene.height);
  const setDetail = useAppStore((state) => state.setDetail);
  const detail = detailAt(transform.k);
  useLayoutEffect(() => setDetail(detail), [detail, setDetail]);
  const selection = useAppStore((state) => state.selection);
  const layout = useAppStore(selectLayout);
  useEffect(() => {
    if (selection?.type !== 'connection') return;
    const link = layout.links.find(
      (one) => one.connection.id === selection.id && (selection.boxId === null || one.boxId === selection.boxId),
    );
    if (link) reveal(link.badge.x, link.badge.y);
  }, [selection, layout, reveal]);
  return (
    <div className="diagram">
      <svg
        ref={svg}
        className={lit.active ? 'canvas focused' : 'canvas'}
        data-testid="diagram"
        data-ready="true"
        role="group"
        aria-label={t('app.diagram')}
        onClick={(event) => event.target === event.currentTarget && select(null)}
        onKeyDown={(event) => panByKey(event, zoomBy)}
      >
        <rect width="100%" height="100%" fill={scene.background} pointerEvents="none" />
        <g transform={`translate(${transform.x} ${transform.y}) scale(${transform.k})`}>
          {scene.shapes.map((shape, index) => (
            <SceneGroup key={keyOf(shape, index)} shape={shape} lit={lit} />
          ))}
        </g>
      </svg>
      <div className="zoom-buttons">
        <button type="button" onClick={() => zoomBy(0.8)} aria-label={t('app.zoom-out')}>
          −
        </button>
        <span className="zoom-value">{Math.round(transform.k * 100)} %</span>
        <button type="button" onClick={() => zoomBy(1.25)} aria-label={t('app.zoom-in')}>
          +
        </button>
        <button type="button" onClick={full}>
          {t('app.full')}
        </button>
        <button type="button" onClick={fit}>
          {t('app.fit')}
        </button>
      </div>
    </div>
  );
}

function panByKey(event: KeyboardEvent, zoomBy: (factor: number) => void): void {
  if (event.key === '+') zoomBy(1.25);
  if (event.key === '-') zoomBy(0.8);
}

function keyOf(shape: Shape, index: number): string {
  return shape.type === 'group' && shape.subject ? shape.subject.id : `shape-${index}`;
}

type Lit = {
  readonly active: boolean;
  readonly isLit: (subjectId: string) => boolean;
  readonly hover: (id: string | null) => void;
};

/** What hover, focus or selection lights up; the rest is dimmed. */
function useLit(): Lit {
  const [hovered, hover] = useState<string | null>(null);
  const selection = useAppStore((state) => state.selection);
  const layout = useAppStore(selectLayout);
  const target = hovered ?? (selection === null ? null : subjectOf(selection));
  const isLit = (id: string) => {
    if (target === null || id === target) return true;
    if (!target.includes('@') && !target.includes('~')) return id.startsWith(`${target}@`);
    if (target.includes('@')) return false;
    const links = layout.links.filter(
      (link) => touches(link.boxId, target) || link.connection.client.members.some((one) => target.endsWith(`~${one}`)),
    );
    return links.some((link) => `${link.connection.id}@${link.boxId}` === id);
  };
  return { active: target !== null, isLit, hover };
}

function touches(boxId: string, target: string): boolean {
  const [kind, id] = target.split('~');
  return boxId === target || (kind === 'worker' && boxId.endsWith(`~${id}`));
}

function subjectOf(selection: Exclude<Selection, null>): string {
  if (selection.type === 'element') return selection.id;
  return selection.boxId ? `${selection.id}@${selection.boxId}` : selection.id;
}

function selectionOf(subject: NonNullable<Group['subject']>): Selection {
  if (subject.type !== 'connection') return { type: 'element', id: subject.id };
  const at = subject.id.indexOf('@');
  return { type: 'connection', id: subject.id.slice(0, at), boxId: subject.id.slice(at + 1) };
}

function SceneGroup({ shape, lit }: { readonly shape: Shape; readonly lit: Lit }) {
  const t = useAppStore(selectTranslate);
  const select = useAppStore((state) => state.select);
  const selection = useAppStore((state) => state.selection);
  const edit = useAppStore((state) => state.edit);
  const trust = useAppStore((state) => networkOf(state.topology, 'cluster-network').trust);
  if (shape.type !== 'group') return <SceneElement shape={shape} />;
  const { subject } = shape;
  if (!subject) return <SceneElement shape={shape} />;
  const chosen = selection !== null && subjectOf(selection) === subject.id;
  const switchTrust = () =>
    edit({ type: 'set-network', id: 'cluster-network', trust: trust === 'trusted' ? 'untrusted' : 'trusted' });
  const isPath = subject.type === 'connection';
  const dimmed = isPath && !lit.isLit(subject.id);
  const inner = shape.children.filter((child): child is Group => child.type === 'group' && child.subject !== null);
  const own =
    inner.length > 0
      ? { ...shape, children: shape.children.filter((child) => !inner.includes(child as Group)) }
      : shape;
  const pick = () => (subject.type === 'trust' ? switchTrust() : select(selectionOf(subject)));
  return (
    <>
      <g
        className={`subject ${subject.type}${chosen ? ' chosen' : ''}${dimmed ? ' dimmed' : ''}`}
        role="button"
        tabIndex={0}
        aria-label={subject.type === 'trust' ? `${shape.title}. ${t('app.switch-trust')}` : (shape.title ?? subject.id)}
        aria-pressed={subject.type === 'trust' ? undefined : chosen}
        onClick={pick}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' && event.key !== ' ') return;
          event.preventDefault();
          pick();
        }}
        onMouseEnter={() => isPath && lit.hover(subject.id)}
        onMouseLeave={() => lit.hover(null)}
        onFocus={() => isPath && lit.hover(subject.id)}
        onBlur={() => lit.hover(null)}
      >
        {isPath && <HitArea shape={shape} />}
        <SceneElement shape={own} />
      </g>
      {inner.map((child) => (
        <SceneGroup key={child.subject?.id} shape={child} lit={lit} />
      ))}
    </>
  );
}

/** An unseen line of 16 px, so that a thin path is easy to hit. */
function HitArea({ shape }: { readonly shape: Group }) {
  const line = shape.children.find((child) => child.type === 'path' && child.paint.fill === 'none');
  return line?.type === 'path' ? (
    <path className="hit" d={line.d} fill="none" stroke="transparent" strokeWidth={16} />
  ) : null;
}
