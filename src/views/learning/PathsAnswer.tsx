import { useEffect, useRef, useState } from 'react';
import type { Connection, Reason } from '../../analysis/connection.ts';
import { isAdjacent, pathNumber } from '../../catalog/communicationPath.ts';
import { connectionsFor } from '../../lessons/criterion.ts';
import type { PathCriterion, Question } from '../../lessons/lesson.ts';
import { themes } from '../../scene/theme.ts';
import type { Marking } from '../../state/appState.ts';
import { isShown } from '../../state/learning.ts';
import { selectAll, selectAnalysis, selectTranslate } from '../../state/selectors.ts';
import { ReasonLine } from '../inspector/ReasonLine.tsx';
import { useAppStore, useStoreApi } from '../shared/AppStoreContext.ts';
import { StatusMark } from '../sidebar/StatusMark.tsx';
import { Judgment } from './Judgment.tsx';

type Props = {
  readonly question: Extract<Question, { type: 'paths' }>;
  readonly isAsked: boolean;
  readonly onRight: () => void;
};

type Verdict = 'right' | 'wrong' | 'missed';
const signs: Readonly<Record<Verdict, string>> = { right: '✓', wrong: '✗', missed: '!' };

/** Paths to be marked in the picture or in a list; what is right is asked of the analysis of the present model. */
export function PathsAnswer({ question, isAsked, onRight }: Props) {
  const t = useAppStore(selectTranslate);
  const locale = useAppStore((state) => state.locale);
  const app = useStoreApi();
  const shown = useAppStore(isShown);
  const marking = useAppStore((state) => state.marking);
  const setMarking = useAppStore((state) => state.setMarking);
  const answersHidden = useAppStore((state) => state.lessonOptions.answersHidden);
  const [isMarking, setIsMarking] = useState(isAsked);
  const [wrongTries, setWrongTries] = useState(0);
  const judged = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!isMarking || !shown) return;
    setMarking({ chosen: [], verdicts: null });
    return () => setMarking(null);
  }, [isMarking, shown, setMarking]);
  const drawn = useAppStore(selectAnalysis).connections.filter((one) => isAskable(one, question));
  const verdicts = marking?.verdicts ?? null;
  // The list may be longer than the window, and what it is about stands above it.
  useEffect(() => {
    if (verdicts) judged.current?.scrollIntoView({ block: 'nearest' });
  }, [verdicts]);
  if (!isMarking || !marking)
    return (
      <p>
        <button type="button" disabled={!shown} onClick={() => setIsMarking(true)}>
          {t('learning.question.mark')}
        </button>
      </p>
    );
  const check = () => {
    const state = app.getState();
    const right = connectionsFor(question.criterion, state.topology, selectAll(state));
    const all = verdictsOf(marking.chosen, drawn, right);
    const isAllRight = Object.values(all).every((one) => one === 'right');
    const tries = isAllRight ? wrongTries : wrongTries + 1;
    setWrongTries(tries);
    // Whoever is told at once what is missing has nothing left to find.
    setMarking({ ...marking, verdicts: tries > 1 && !answersHidden ? all : withoutMissed(all) });
    if (isAllRight) onRight();
  };
  const everything = () => {
    const state = app.getState();
    return verdictsOf(marking.chosen, drawn, connectionsFor(question.criterion, state.topology, selectAll(state)));
  };
  const outcome = Object.values(verdicts ? everything() : {});
  const count = (verdict: Verdict) => outcome.filter((one) => one === verdict).length;
  const isRight = verdicts && count('wrong') + count('missed') === 0;
  const tallies = { right: count('right'), wrong: count('wrong'), missed: count('missed') };
  const hasHidden = verdicts !== null && count('missed') > 0 && !Object.values(verdicts).includes('missed');
  return (
    <>
      <p className="muted">{t('learning.question.paths')}</p>
      <div ref={judged} className="judged">
        <Judgment
          isRight={isRight}
          detail={isRight ? '' : t('learning.question.paths.wrong', tallies)}
          why={question.why[locale]}
        />
      </div>
      <PathTicks drawn={drawn} marking={marking} criterion={question.criterion} />
      <div className="buttons">
        {verdicts ? (
          <>
            <button type="button" onClick={() => setMarking({ ...marking, verdicts: null })}>
              {t('learning.question.again')}
            </button>
            {hasHidden && !answersHidden && (
              <button type="button" onClick={() => setMarking({ ...marking, verdicts: everything() })}>
                {t('learning.question.show-answer')}
              </button>
            )}
          </>
        ) : (
          <button type="button" disabled={drawn.length === 0} onClick={check}>
            {t('learning.question.check')}
          </button>
        )}
      </div>
    </>
  );
}

/** A path that is only documented, or a way through a tunnel, has no line of its own. */
function isAskable({ count, variant, path }: Connection, { among }: Props['question']): boolean {
  return count > 0 && variant === undefined && (among !== 'documented' || !isAdjacent(path));
}

function withoutMissed(verdicts: Readonly<Record<string, Verdict>>): Readonly<Record<string, Verdict>> {
  return Object.fromEntries(Object.entries(verdicts).filter(([, verdict]) => verdict !== 'missed'));
}

function verdictsOf(
  chosen: readonly string[],
  drawn: readonly Connection[],
  right: ReadonlySet<string>,
): Readonly<Record<string, Verdict>> {
  return Object.fromEntries(
    drawn.flatMap(({ id }): (readonly [string, Verdict])[] => {
      if (chosen.includes(id)) return [[id, right.has(id) ? 'right' : 'wrong']];
      return right.has(id) ? [[id, 'missed']] : [];
    }),
  );
}

function PathTicks({
  drawn,
  marking,
  criterion,
}: {
  readonly drawn: readonly Connection[];
  readonly marking: Marking;
  readonly criterion: PathCriterion;
}) {
  const t = useAppStore(selectTranslate);
  const toggleMarked = useAppStore((state) => state.toggleMarked);
  const hover = useAppStore((state) => state.hover);
  if (drawn.length === 0) return <p className="muted">{t('learning.question.none')}</p>;
  return (
    <ul className="ticks">
      {drawn.map((connection) => {
        const { id, path, client, server, listener, port } = connection;
        const verdict = marking.verdicts?.[id];
        const hasTwins = drawn.some((one) => one.path === path && one.id !== id);
        return (
          <li key={id} className={verdict}>
            <label onMouseEnter={() => hover(id)} onMouseLeave={() => hover(null)}>
              <input
                type="checkbox"
                checked={marking.chosen.includes(id)}
                disabled={marking.verdicts !== null}
                onFocus={() => hover(id)}
                onBlur={() => hover(null)}
                onChange={() => toggleMarked(id)}
              />
              <span>
                <b>{pathNumber(path)}</b> {t(`path.${path}.name`)}
                {hasTwins && (
                  <small>
                    {` (${client.name} → ${server.name}`}
                    {listener && port !== null && `, ${listener}, ${t('learning.question.port', { port })}`}
                    {')'}
                  </small>
                )}
                {verdict && (
                  <b className="verdict-word">
                    {' '}
                    <span aria-hidden="true">{signs[verdict]}</span> {t(`learning.question.verdict.${verdict}`)}
                  </b>
                )}
              </span>
            </label>
            {verdict && verdict !== 'right' && <Evidence connection={connection} criterion={criterion} />}
          </li>
        );
      })}
    </ul>
  );
}

/** What the analysis says of a path, and which settings decided it. */
function Evidence({ connection, criterion }: { readonly connection: Connection; readonly criterion: PathCriterion }) {
  const t = useAppStore(selectTranslate);
  const theme = useAppStore((state) => themes[state.theme]);
  const { status, exposure } = connection;
  const words = (list: typeof exposure.passive) =>
    list.length === 0 ? t('exposure.nothing') : list.map((one) => t(`exposure.${one}`)).join(', ');
  return (
    <div className="evidence">
      <p>
        <StatusMark status={status} theme={theme} /> {t(`status.${status}`)}
      </p>
      <p>{t('learning.question.can-listen', { what: words(exposure.passive) })}</p>
      <p>{t('learning.question.can', { what: words(exposure.active) })}</p>
      {exposure.offPath.length > 0 && <p>{t('learning.question.can-off-path', { what: words(exposure.offPath) })}</p>}
      {skipsByItself(connection) && <p>{t('learning.question.skips', { client: connection.client.name })}</p>}
      {decisive(connection, criterion).map((reason) => (
        <p key={`${reason.component} ${reason.key}`}>
          <ReasonLine reason={reason} />
        </p>
      ))}
    </div>
  );
}

/** A pod has no setting to name: its own program decides. */
function skipsByItself({ client, hop, status }: Connection): boolean {
  return status === 'unverified' && client.component === 'pod' && 'verify' in hop && hop.verify === 'none';
}

/** Each setting once: those that decided what was asked for. */
function decisive({ reasons }: Connection, { by }: PathCriterion): readonly Reason[] {
  const facets = [
    'serverAuthentication',
    'encryption',
    ...(by === 'relay' ? (['clientAuthentication'] as const) : []),
  ] as const;
  const found = new Map(facets.flatMap((facet) => reasons[facet]).map((one) => [`${one.component} ${one.key}`, one]));
  return [...found.values()].slice(0, 3);
}
