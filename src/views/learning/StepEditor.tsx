import { useEffect, useMemo, useState } from 'react';
import { type PathId, pathNumber } from '../../catalog/communicationPath.ts';
import type { Locale } from '../../i18n/texts.ts';
import { loadArea } from '../../i18n/translate.ts';
import { goalCandidates, guardCandidates } from '../../lessons/goalCandidates.ts';
import type { Goal, Lesson, Localized, Step, Task } from '../../lessons/lesson.ts';
import { withChanges } from '../../lessons/lessonModel.ts';
import { recordedChanges } from '../../lessons/recordChanges.ts';
import { stepModel } from '../../lessons/stepModel.ts';
import { selectAll, selectTranslate } from '../../state/selectors.ts';
import { useAppStore, useStoreApi } from '../shared/AppStoreContext.ts';
import { goalWords } from './goalWords.ts';
import { LocalizedField } from './LocalizedField.tsx';
import { QuestionEditor } from './QuestionEditor.tsx';
import { emptyQuestion } from './useDraft.ts';

type Props = {
  readonly lesson: Lesson;
  readonly index: number;
  readonly step: Step;
  readonly languages: readonly Locale[];
  readonly change: (step: Step) => void;
};

/** Everything about one step of a lesson that is being written. */
export function StepEditor(props: Props) {
  const { step, languages, change } = props;
  const t = useAppStore(selectTranslate);
  const { question: _question, ...withoutQuestion } = step;
  return (
    <div className="step-editor">
      <LocalizedField
        label={t('learning.editor.name')}
        value={step.title}
        languages={languages}
        change={(title) => change({ ...step, title })}
      />
      <LocalizedField
        label={t('learning.editor.text')}
        value={step.text}
        languages={languages}
        rows={4}
        hint={t('learning.editor.text.hint')}
        change={(text) => change({ ...step, text })}
      />
      <Look {...props} />
      <TaskEditor {...props} />
      <section>
        <h4>{t('learning.editor.question')}</h4>
        {step.question ? (
          <>
            <QuestionEditor
              question={step.question}
              languages={languages}
              change={(question) => change({ ...step, question })}
            />
            <button type="button" onClick={() => change(withoutQuestion)}>
              {t('learning.editor.remove')}
            </button>
          </>
        ) : (
          <button type="button" onClick={() => change({ ...step, question: emptyQuestion() })}>
            {t('learning.editor.question.add')}
          </button>
        )}
      </section>
      <LocalizedField
        label={t('learning.editor.notes')}
        value={step.notes}
        languages={languages}
        rows={2}
        change={(notes) => change({ ...step, notes })}
      />
    </div>
  );
}

/** Paths and attacker as they are on the page at present. */
function Look({ step, change }: Props) {
  const t = useAppStore(selectTranslate);
  const pinned = useAppStore((state) => state.pinned);
  const selected = useAppStore((state) => (state.selection?.type === 'connection' ? state.selection.id : null));
  const attacker = useAppStore((state) => state.attacker);
  const { connections } = useAppStore(selectAll);
  const hasWords = useAttackerWords();
  const here = connections.filter(({ id }) => pinned.includes(id) || id === selected);
  const paths: readonly PathId[] = [...new Set(here.map(({ path }) => path))];
  const known = step.look?.paths ?? [];
  const { attacker: _attacker, ...withoutAttacker } = step;
  const name = (id: NonNullable<typeof attacker>) => (hasWords ? t(`attacker.at.${id}`) : id);
  return (
    <section>
      <h4>{t('learning.editor.look')}</h4>
      <p>{known.length > 0 ? known.map(pathNumber).join(', ') : t('learning.editor.look.none')}</p>
      <p className="muted">{t('learning.editor.look.hint')}</p>
      <button type="button" onClick={() => change({ ...step, look: { ...step.look, paths } })}>
        {t('learning.editor.look.take', { count: paths.length })}
      </button>
      <h4>{t('learning.editor.attacker')}</h4>
      <p>{step.attacker ? name(step.attacker) : t('learning.editor.attacker.nobody')}</p>
      <button type="button" onClick={() => change(attacker ? { ...step, attacker } : withoutAttacker)}>
        {t('learning.editor.attacker.take', {
          position: attacker ? name(attacker) : t('learning.editor.attacker.nobody'),
        })}
      </button>
    </section>
  );
}

/** Whether the words for positions are there; nobody else on this page needs them. */
function useAttackerWords(): boolean {
  const [isLoaded, setLoaded] = useState(false);
  useEffect(() => void loadArea('attacker').then(() => setLoaded(true)), []);
  return isLoaded;
}

const noText: Localized = { en: '', de: '' };
const emptyTask: Task = {
  goal: { type: 'all', of: [] },
  hint: noText,
  secondHint: noText,
  solution: [],
  explanation: noText,
};

function TaskEditor(props: Props) {
  const { lesson, index, step, languages, change } = props;
  const t = useAppStore(selectTranslate);
  const app = useStoreApi();
  const edit = useAppStore((state) => state.edit);
  const openDialog = useAppStore((state) => state.openDialog);
  const [said, setSaid] = useState('');
  const before = useMemo(() => stepModel(lesson, index), [lesson, index]);
  const { task, ...withoutTask } = step;
  if (!task)
    return (
      <section>
        <h4>{t('learning.editor.task')}</h4>
        <button type="button" onClick={() => change({ ...step, task: emptyTask })}>
          {t('learning.editor.task.add')}
        </button>
      </section>
    );
  const set = (part: Partial<Task>) => change({ ...step, task: { ...task, ...part } });
  const record = () => {
    const { trialBase, topology } = app.getState();
    const solution = recordedChanges(before, trialBase ?? topology);
    setSaid(solution.length === 0 ? t('learning.editor.task.nothing') : '');
    if (solution.length > 0) set({ solution, goal: { type: 'all', of: [] } });
  };
  const isWhole = task.solution.some((one) => 'type' in one && one.type === 'replace');
  const count = task.solution.length;
  return (
    <section>
      <h4>{t('learning.editor.task')}</h4>
      <p className="muted">{t('learning.editor.task.how')}</p>
      <div className="buttons">
        <button
          type="button"
          onClick={() => {
            edit({ type: 'replace', topology: before });
            openDialog(null);
          }}
        >
          {t('learning.editor.task.show')}
        </button>
        <button type="button" onClick={record}>
          {t('learning.editor.task.record')}
        </button>
        <button type="button" onClick={() => change(withoutTask)}>
          {t('learning.editor.remove')}
        </button>
      </div>
      <p role="status">
        {said ||
          (isWhole
            ? t('learning.editor.task.recorded.whole')
            : count > 0
              ? t('learning.editor.task.recorded', { count })
              : '')}
      </p>
      <Goals before={before} task={task} set={(goal) => set({ goal })} />
      <LocalizedField
        label={t('learning.editor.hint')}
        value={task.hint}
        languages={languages}
        change={(hint) => set({ hint })}
      />
      <LocalizedField
        label={t('learning.editor.second-hint')}
        value={task.secondHint}
        languages={languages}
        change={(secondHint) => set({ secondHint })}
      />
      <LocalizedField
        label={t('learning.editor.explanation')}
        value={task.explanation}
        languages={languages}
        rows={2}
        change={(explanation) => set({ explanation })}
      />
    </section>
  );
}

/** What the solution has changed, to choose from. */
function Goals({
  before,
  task,
  set,
}: {
  readonly before: ReturnType<typeof stepModel>;
  readonly task: Task;
  readonly set: (goal: Goal) => void;
}) {
  const t = useAppStore(selectTranslate);
  const { solution, goal } = task;
  const candidates = useMemo(() => {
    const after = withChanges(before, solution);
    return [...goalCandidates(before, after, solution), ...guardCandidates(before, after)];
  }, [before, solution]);
  const chosen = goal.type === 'all' ? goal.of : [goal];
  const has = (one: Goal) => chosen.some((other) => isSame(one, other));
  // What was chosen once stays to be seen, although the solution may no longer bring it.
  const listed = [...candidates, ...chosen.filter((one) => !candidates.some((other) => isSame(one, other)))];
  return (
    <fieldset className="editor-goals">
      <legend>{t('learning.editor.goals')}</legend>
      <p className="muted">{t(listed.length > 0 ? 'learning.editor.goals.hint' : 'learning.editor.goals.none')}</p>
      {listed.map((one) => (
        <label key={JSON.stringify(one)}>
          <input
            type="checkbox"
            checked={has(one)}
            onChange={() =>
              set({ type: 'all', of: has(one) ? chosen.filter((other) => !isSame(one, other)) : [...chosen, one] })
            }
          />{' '}
          {goalWords(one, t)}
        </label>
      ))}
    </fieldset>
  );
}

function isSame(one: Goal, other: Goal): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
