import { type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { download } from '../../browser/download.ts';
import { locales } from '../../i18n/texts.ts';
import { lessonProblems } from '../../lessons/checkLesson.ts';
import type { Lesson, Question } from '../../lessons/lesson.ts';
import { lessonFileName, readLesson, writeLesson } from '../../lessons/lessonFile.ts';
import { startOf } from '../../lessons/lessonModel.ts';
import type { ReadFailure } from '../../project/projectFile.ts';
import { fileLessonId } from '../../state/openLessonFile.ts';
import { countsOf, ownModel } from '../../state/ownModel.ts';
import { selectTranslate } from '../../state/selectors.ts';
import { useAppStore, useStoreApi } from '../shared/AppStoreContext.ts';
import { Modal } from '../shared/Modal.tsx';
import { useCounts } from '../shared/useNumbers.ts';
import { FileButton } from './FileButton.tsx';
import { LocalizedField } from './LocalizedField.tsx';
import { QuestionEditor } from './QuestionEditor.tsx';
import { StepEditor } from './StepEditor.tsx';
import { type Draft, emptyLesson, emptyQuestion, emptyStep, useDraft } from './useDraft.ts';
import '../dialogs/dialogs.css';
import './learning.css';

/** Makes a lesson of what is on the page. */
export function LessonEditor() {
  const t = useAppStore(selectTranslate);
  const app = useStoreApi();
  const locale = useAppStore((state) => state.locale);
  const [kept, keep] = useDraft();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const [fresh] = useState((): Draft => ({ lesson: emptyLesson(ownModel(app.getState())), languages: [locale] }));
  const draft = kept ?? fresh;
  const set = (change: Partial<Lesson>) => keep({ ...draft, lesson: { ...draft.lesson, ...change } });
  return (
    <Modal label={t('learning.editor.title')} className="lesson-editor">
      <h2 ref={heading} tabIndex={-1}>
        {t('learning.editor.title')}
      </h2>
      <p className="lead">{t('learning.editor.lead')}</p>
      <EditorFile draft={kept} keep={keep} />
      <Basics draft={draft} keep={keep} />
      <StartPart lesson={draft.lesson} set={set} />
      <Steps draft={draft} set={set} />
      <section>
        <h3>{t('learning.editor.questions')}</h3>
        {draft.lesson.questions.map((question, index) => {
          const key = `question-${index}`;
          const name = t('learning.question.number', { number: index + 1, of: draft.lesson.questions.length });
          const replace = (next: Question) =>
            set({ questions: draft.lesson.questions.map((one, at) => (at === index ? next : one)) });
          return (
            <details key={key}>
              <summary>{name}</summary>
              <QuestionEditor question={question} languages={draft.languages} change={replace} />
            </details>
          );
        })}
        {draft.lesson.questions.length < 3 && (
          <button type="button" onClick={() => set({ questions: [...draft.lesson.questions, emptyQuestion()] })}>
            {t('learning.editor.question.add')}
          </button>
        )}
      </section>
      <Takeaways draft={draft} set={set} />
      <Check draft={draft} />
    </Modal>
  );
}

type SetPart = (change: Partial<Lesson>) => void;

/** Opening another lesson to edit, and throwing this one away. */
function EditorFile({ draft, keep }: { readonly draft: Draft | null; readonly keep: (draft: Draft | null) => void }) {
  const t = useAppStore(selectTranslate);
  const [isAsking, setAsking] = useState(false);
  const [said, setSaid] = useState('');
  const read = async (file: File) => {
    const outcome = readLesson(await file.text(), 'draft');
    if (outcome.ok) keep({ lesson: outcome.lesson, languages: languagesOf(outcome.lesson) });
    const why = outcome.ok ? '' : reasonWords(outcome, t);
    setSaid(outcome.ok ? '' : t('learning.editor.open.failed', { file: file.name, reason: why }));
  };
  return (
    <div>
      <div className="buttons">
        <FileButton label={t('learning.editor.open')} take={(file) => void read(file)} />
        {draft && !isAsking && (
          <button type="button" onClick={() => setAsking(true)}>
            {t('learning.editor.discard')}
          </button>
        )}
      </div>
      <div role="status">
        {said && <p>{said}</p>}
        {isAsking && <p>{t('learning.editor.discard.ask')}</p>}
      </div>
      {isAsking && (
        <div className="buttons">
          <button
            type="button"
            className="danger"
            onClick={() => {
              keep(null);
              setAsking(false);
            }}
          >
            {t('learning.editor.discard.yes')}
          </button>
          <button type="button" onClick={() => setAsking(false)}>
            {t('learning.editor.discard.no')}
          </button>
        </div>
      )}
    </div>
  );
}

function reasonWords({ reason, place = '' }: ReadFailure, t: ReturnType<typeof selectTranslate>): string {
  return t(`learning.editor.reason.${reason}`, { place });
}

/** The languages in which somebody has written a title. */
function languagesOf({ title }: Lesson): Draft['languages'] {
  const written = locales.filter((locale) => title[locale].trim() !== '');
  return written.length > 0 ? written : locales;
}

function Basics({ draft, keep }: { readonly draft: Draft; readonly keep: (draft: Draft) => void }) {
  const t = useAppStore(selectTranslate);
  const { lesson, languages } = draft;
  const set = (change: Partial<Lesson>) => keep({ ...draft, lesson: { ...lesson, ...change } });
  return (
    <section>
      <fieldset className="editor-languages">
        <legend>{t('learning.editor.languages')}</legend>
        {locales.map((one) => {
          const isOn = languages.includes(one);
          return (
            <label key={one}>
              <input
                type="checkbox"
                checked={isOn}
                disabled={isOn && languages.length === 1}
                onChange={() =>
                  keep({ ...draft, languages: locales.filter((it) => (it === one) !== languages.includes(it)) })
                }
              />{' '}
              {t(`learning.editor.language.${one}`)}
            </label>
          );
        })}
      </fieldset>
      <LocalizedField
        label={t('learning.editor.name')}
        value={lesson.title}
        languages={languages}
        change={(title) => set({ title })}
      />
      <LocalizedField
        label={t('learning.editor.aim')}
        value={lesson.aim}
        languages={languages}
        change={(aim) => set({ aim })}
      />
      <div className="editor-pair">
        <label className="editor-field">
          <span>{t('learning.editor.id')}</span>
          <input type="text" value={lesson.id} onChange={(event) => set({ id: event.target.value })} />
          <small className="muted">{t('learning.editor.id.hint')}</small>
        </label>
        <label className="editor-field">
          <span>{t('learning.editor.minutes')}</span>
          <input
            type="number"
            min={1}
            max={600}
            value={lesson.minutes}
            onChange={(event) => set({ minutes: Math.max(1, Math.min(600, Math.round(Number(event.target.value)))) })}
          />
        </label>
      </div>
    </section>
  );
}

function StartPart({ lesson, set }: { readonly lesson: Lesson; readonly set: SetPart }) {
  const t = useAppStore(selectTranslate);
  const written = useCounts();
  const app = useStoreApi();
  const start = useMemo(() => startOf(lesson), [lesson]);
  const edit = useAppStore((state) => state.edit);
  const openDialog = useAppStore((state) => state.openDialog);
  return (
    <section>
      <h3>{t('learning.editor.start')}</h3>
      <p>
        {t('learning.editor.start.is', { name: start.name || t('start.unnamed'), ...written(countsOf(start)) })}.{' '}
        {t('learning.editor.start.names')}
      </p>
      <div className="buttons">
        <button
          type="button"
          onClick={() => set({ start: { topology: app.getState().trialBase ?? app.getState().topology } })}
        >
          {t('learning.editor.start.take')}
        </button>
        <button
          type="button"
          onClick={() => {
            edit({ type: 'replace', topology: start });
            openDialog(null);
          }}
        >
          {t('learning.editor.start.show')}
        </button>
      </div>
    </section>
  );
}

function Steps({ draft, set }: { readonly draft: Draft; readonly set: SetPart }) {
  const t = useAppStore(selectTranslate);
  const locale = useAppStore((state) => state.locale);
  const { lesson, languages } = draft;
  const { steps } = lesson;
  const swap = (one: number, other: number) => {
    const [a, b] = [steps[one], steps[other]];
    if (a && b) set({ steps: steps.map((step, at) => (at === one ? b : at === other ? a : step)) });
  };
  return (
    <section>
      <h3>{t('learning.editor.steps')}</h3>
      {steps.map((step, index) => {
        const title = step.title[locale] || step.title.en || step.title.de || t('learning.editor.step.new');
        const named = (what: string) => `${what}: ${t('learning.editor.step', { number: index + 1, title })}`;
        const act = (label: string, run: () => void, isOff: boolean): ReactNode => (
          <button type="button" aria-label={named(label)} disabled={isOff} onClick={run}>
            {label}
          </button>
        );
        return (
          <details key={step.id} open={index === steps.length - 1}>
            <summary>{t('learning.editor.step', { number: index + 1, title })}</summary>
            <div className="buttons">
              {act(t('learning.editor.up'), () => swap(index, index - 1), index === 0)}
              {act(t('learning.editor.down'), () => swap(index, index + 1), index === steps.length - 1)}
              {act(t('learning.editor.remove'), () => set({ steps: steps.filter((one) => one !== step) }), false)}
            </div>
            <StepEditor
              lesson={lesson}
              index={index}
              step={step}
              languages={languages}
              change={(next) => set({ steps: steps.map((one) => (one === step ? next : one)) })}
            />
          </details>
        );
      })}
      <button type="button" onClick={() => set({ steps: [...steps, emptyStep(lesson)] })}>
        {t('learning.editor.step.add')}
      </button>
    </section>
  );
}

function Takeaways({ draft, set }: { readonly draft: Draft; readonly set: SetPart }) {
  const t = useAppStore(selectTranslate);
  const { takeaways } = draft.lesson;
  return (
    <section>
      <h3>{t('learning.editor.takeaways')}</h3>
      {takeaways.map((one, index) => {
        const key = `takeaway-${index}`;
        return (
          <LocalizedField
            key={key}
            label={t('learning.editor.takeaway', { number: index + 1 })}
            value={one}
            languages={draft.languages}
            change={(next) => set({ takeaways: takeaways.map((it, at) => (at === index ? next : it)) })}
          />
        );
      })}
      <button type="button" onClick={() => set({ takeaways: [...takeaways, { en: '', de: '' }] })}>
        {t('learning.editor.takeaway.add')}
      </button>
    </section>
  );
}

/** What is still wrong, a preview, and the file. */
function Check({ draft }: { readonly draft: Draft }) {
  const t = useAppStore(selectTranslate);
  const { lesson, languages } = draft;
  const problems = useMemo(() => lessonProblems(lesson, languages), [lesson, languages]);
  const addLesson = useAppStore((state) => state.addLesson);
  const setDock = useAppStore((state) => state.setDock);
  const [said, setSaid] = useState('');
  const outcome = useMemo(() => readLesson(writeLesson(lesson)), [lesson]);
  const preview = () => {
    if (!outcome.ok) return;
    const id = fileLessonId(outcome.lesson.id);
    addLesson({ ...outcome.lesson, id });
    setDock({ type: 'lesson', id, step: 0 });
  };
  const save = () => {
    const name = lessonFileName(lesson);
    download(new Blob([writeLesson(lesson)], { type: 'application/json' }), name);
    setSaid(t('learning.editor.saved', { name }));
  };
  return (
    <section>
      <h3>{t('learning.editor.check')}</h3>
      <p role="status">
        {problems.length === 0
          ? t('learning.editor.check.none')
          : t('learning.editor.check.count', { count: problems.length })}
      </p>
      <ul className="lesson-problems">
        {problems.slice(0, 40).map(({ place, code, language }) => (
          <li key={`${place} ${code}`}>
            <code>{place}</code>{' '}
            {t(`learning.editor.problem.${code}`, {
              language: language ? t(`learning.editor.language.${language}`) : '',
            })}
          </li>
        ))}
      </ul>
      <div className="buttons">
        <button type="button" disabled={!outcome.ok} onClick={preview}>
          {t('learning.editor.preview')}
        </button>
        <button type="button" className="primary" onClick={save}>
          {t('learning.editor.save')}
        </button>
      </div>
      <p role="status">{said}</p>
    </section>
  );
}
