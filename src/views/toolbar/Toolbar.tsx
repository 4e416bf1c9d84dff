import {
  BookOpen,
  CircleHelp,
  FlaskConical,
  GraduationCap,
  Grid3x3,
  Moon,
  Redo2,
  Search,
  Sun,
  Table2,
  Undo2,
} from 'lucide-react';
import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import { distributionIds, distributions } from '../../catalog/distributions.ts';
import { chosenFiles } from '../../reading/droppedFiles.ts';
import { scenarioIds } from '../../scenarios/scenarios.ts';
import { colorByValues } from '../../scene/colorBy.ts';
import { isExercise } from '../../state/exercise.ts';
import { selectTranslate } from '../../state/selectors.ts';
import { begin } from '../../state/startFrom.ts';
import { chooserId } from '../importing/chooser.ts';
import { useAppStore, useStoreApi } from '../shared/AppStoreContext.ts';

/** What acts on the whole page. */
export function Toolbar() {
  const t = useAppStore(selectTranslate);
  const openDialog = useAppStore((state) => state.openDialog);
  // What would give an answer away waits until it is given.
  const isAsked = useAppStore((state) => state.hiddenAnswers !== null);
  return (
    <header className="toolbar">
      <h1>
        <button type="button" className="logo" onClick={() => openDialog('start')} title={t('start.title')}>
          mit<b>map</b>
        </button>
      </h1>
      <ScenarioChoice />
      <ColorByChoice />
      <span className="space" />
      <IconButton label={t('action.palette')} disabled={isAsked} onPress={() => openDialog('palette')}>
        <Search size={17} aria-hidden="true" />
      </IconButton>
      <UndoButtons />
      <TrialButtons />
      <ImportButton />
      <button
        type="button"
        className={isAsked ? undefined : 'primary'}
        disabled={isAsked}
        title={t('action.export')}
        onClick={() => openDialog('export')}
      >
        {t('app.export')}
      </button>
      <ViewButtons />
      <PreferenceButtons />
      <IconButton label={`${t('start.learn')}: ${t('action.course')}`} onPress={() => openDialog('course')}>
        <GraduationCap size={17} aria-hidden="true" />
      </IconButton>
      <IconButton label={t('action.reference')} onPress={() => openDialog('reference')}>
        <BookOpen size={17} aria-hidden="true" />
      </IconButton>
      <IconButton label={t('action.help')} onPress={() => openDialog('help')}>
        <CircleHelp size={17} aria-hidden="true" />
      </IconButton>
    </header>
  );
}

function ScenarioChoice() {
  const t = useAppStore(selectTranslate);
  const app = useStoreApi();
  const name = useAppStore((state) => state.topology.name);
  return (
    <label className="field begin">
      <span>{t('app.scenario')}</span>
      <select value="" onChange={(event) => void begin(app, event.target.value)}>
        <option value="">{name === '' ? t('app.choose') : name}</option>
        <optgroup label={t('app.scenarios')}>
          {scenarioIds.map((id) => (
            <option key={id} value={id}>
              {t(`scenario.${id}`)}
            </option>
          ))}
        </optgroup>
        <optgroup label={t('app.distributions')}>
          {distributionIds.map((id) => (
            <option key={id} value={`distribution ${id}`}>
              {distributions[id].name}
            </option>
          ))}
        </optgroup>
      </select>
    </label>
  );
}

function ColorByChoice() {
  const t = useAppStore(selectTranslate);
  const colorBy = useAppStore((state) => state.colorBy);
  const setColorBy = useAppStore((state) => state.setColorBy);
  return (
    <label className="field">
      <span>{t('app.color-by')}</span>
      <select
        value={colorBy}
        onChange={(event) => setColorBy(colorByValues.find((one) => one === event.target.value) ?? 'overall')}
      >
        {colorByValues.map((id) => (
          <option key={id} value={id}>
            {t(`color.${id}`)}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Cells instead of paths, and the table beside either. */
function ViewButtons() {
  const t = useAppStore(selectTranslate);
  const tableShown = useAppStore((state) => state.tableShown);
  const showTable = useAppStore((state) => state.showTable);
  const activeView = useAppStore((state) => state.activeView);
  const setActiveView = useAppStore((state) => state.setActiveView);
  const inExercise = useAppStore(isExercise);
  return (
    <>
      <IconButton
        label={t('action.population')}
        pressed={activeView === 'population' && !inExercise}
        disabled={inExercise}
        onPress={() => setActiveView(activeView === 'paths' ? 'population' : 'paths')}
      >
        <Grid3x3 size={17} aria-hidden="true" />
      </IconButton>
      <IconButton
        className="table-button"
        label={t('action.table')}
        pressed={tableShown && !inExercise}
        disabled={inExercise}
        onPress={() => showTable(!tableShown)}
      >
        <Table2 size={17} aria-hidden="true" />
      </IconButton>
    </>
  );
}

/** Language and theme. */
function PreferenceButtons() {
  const t = useAppStore(selectTranslate);
  const locale = useAppStore((state) => state.locale);
  const setLocale = useAppStore((state) => state.setLocale);
  const theme = useAppStore((state) => state.theme);
  const setTheme = useAppStore((state) => state.setTheme);
  const other = locale === 'en' ? 'de' : 'en';
  return (
    <>
      <button type="button" lang={other} onClick={() => setLocale(other)}>
        {t('app.language')}
      </button>
      <IconButton
        label={theme === 'dark' ? t('app.theme.light') : t('app.theme.dark')}
        onPress={() => setTheme(theme === 'dark' ? 'light' : 'dark')}
      >
        {theme === 'dark' ? <Sun size={17} aria-hidden="true" /> : <Moon size={17} aria-hidden="true" />}
      </IconButton>
    </>
  );
}

type IconButtonProps = {
  readonly label: string;
  readonly onPress: () => void;
  readonly pressed?: boolean;
  readonly disabled?: boolean;
  readonly className?: string;
  readonly children: ReactNode;
};

/** A button with a picture; its name is read out and shown on hover. */
function IconButton({ label, onPress, pressed, disabled = false, className = '', children }: IconButtonProps) {
  return (
    <button
      type="button"
      className={`icon ${className}`}
      aria-label={label}
      title={label}
      aria-pressed={pressed}
      disabled={disabled}
      onClick={onPress}
    >
      {children}
    </button>
  );
}

function UndoButtons() {
  const t = useAppStore(selectTranslate);
  const { temporal } = useStoreApi();
  const past = useStore(temporal, (state) => state.pastStates.length);
  const future = useStore(temporal, (state) => state.futureStates.length);
  const waits = useAppStore(isExercise);
  return (
    <>
      <IconButton label={t('app.undo')} disabled={past === 0 || waits} onPress={() => temporal.getState().undo()}>
        <Undo2 size={17} aria-hidden="true" />
      </IconButton>
      <IconButton label={t('app.redo')} disabled={future === 0 || waits} onPress={() => temporal.getState().redo()}>
        <Redo2 size={17} aria-hidden="true" />
      </IconButton>
    </>
  );
}

/** Remedies, and changes that are only tried. */
function TrialButtons() {
  const t = useAppStore(selectTranslate);
  const openDialog = useAppStore((state) => state.openDialog);
  const isTrying = useAppStore((state) => state.trialBase !== null);
  const tryOut = useAppStore((state) => state.tryOut);
  const endTrial = useAppStore((state) => state.endTrial);
  // An exercise is neither mended nor tried on.
  const waits = useAppStore(isExercise);
  return (
    <>
      <button type="button" disabled={waits} title={t('action.fixes')} onClick={() => openDialog('fixes')}>
        {t('app.fixes')}
      </button>
      <IconButton
        label={`${t('app.what-if')}: ${t('action.what-if')}`}
        pressed={isTrying && !waits}
        disabled={waits}
        onPress={() => (isTrying ? endTrial(false) : void tryOut([]))}
      >
        <FlaskConical size={17} aria-hidden="true" />
      </IconButton>
    </>
  );
}

function ImportButton() {
  const t = useAppStore(selectTranslate);
  const importFiles = useAppStore((state) => state.importFiles);
  const openDialog = useAppStore((state) => state.openDialog);
  const { wake } = useAppStore((state) => state.reader);
  return (
    <>
      <button
        type="button"
        title={t('app.import-hint')}
        onPointerEnter={wake}
        onFocus={wake}
        onClick={() => openDialog('import')}
      >
        {t('app.import')}
      </button>
      <input
        id={chooserId}
        className="visually-hidden"
        type="file"
        multiple
        tabIndex={-1}
        aria-label={t('app.import-hint')}
        onChange={(event) => {
          const { files } = event.target;
          if (files && files.length > 0) void importFiles(chosenFiles(files));
          event.target.value = '';
        }}
      />
    </>
  );
}
