import { useRef } from 'react';
import { useStore } from 'zustand';
import { scenario, scenarioIds } from '../../scenarios/scenarios.ts';
import { colourings } from '../../scene/colourBy.ts';
import { selectTranslate } from '../../state/selectors.ts';
import { useAppStore, useStoreApi } from '../AppStoreContext.ts';
import { readFiles } from '../readFiles.ts';
import { ExportMenu } from './ExportMenu.tsx';

export function Toolbar() {
  const t = useAppStore(selectTranslate);
  const edit = useAppStore((state) => state.edit);
  const locale = useAppStore((state) => state.locale);
  const setLocale = useAppStore((state) => state.setLocale);
  const theme = useAppStore((state) => state.theme);
  const setTheme = useAppStore((state) => state.setTheme);
  const colouring = useAppStore((state) => state.colouring);
  const setColouring = useAppStore((state) => state.setColouring);
  return (
    <header className="toolbar">
      <h1>
        mit<b>map</b>
      </h1>
      <label className="field">
        <span>{t('app.scenario')}</span>
        <select
          value=""
          onChange={(event) => {
            const id = scenarioIds.find((one) => one === event.target.value);
            if (id) edit({ type: 'replace', topology: scenario(id) });
          }}
        >
          <option value="">{t('app.choose')}</option>
          {scenarioIds.map((id) => (
            <option key={id} value={id}>
              {t(`scenario.${id}`)}
            </option>
          ))}
        </select>
      </label>
      <label className="field">
        <span>{t('app.colour-by')}</span>
        <select
          value={colouring}
          onChange={(event) => setColouring(colourings.find((one) => one === event.target.value) ?? 'overall')}
        >
          {colourings.map((id) => (
            <option key={id} value={id}>
              {t(`colour.${id}`)}
            </option>
          ))}
        </select>
      </label>
      <span className="space" />
      <UndoButtons />
      <ImportButton />
      <ExportMenu />
      <button
        type="button"
        lang={locale === 'en' ? 'de' : 'en'}
        onClick={() => setLocale(locale === 'en' ? 'de' : 'en')}
      >
        {t('app.language')}
      </button>
      <button
        type="button"
        aria-pressed={theme === 'dark'}
        onClick={() => setTheme(theme === 'dark' ? 'light' : 'dark')}
      >
        {theme === 'dark' ? t('app.theme.light') : t('app.theme.dark')}
      </button>
    </header>
  );
}

function UndoButtons() {
  const t = useAppStore(selectTranslate);
  const { temporal } = useStoreApi();
  const past = useStore(temporal, (state) => state.pastStates.length);
  const future = useStore(temporal, (state) => state.futureStates.length);
  return (
    <>
      <button type="button" disabled={past === 0} onClick={() => temporal.getState().undo()}>
        {t('app.undo')}
      </button>
      <button type="button" disabled={future === 0} onClick={() => temporal.getState().redo()}>
        {t('app.redo')}
      </button>
    </>
  );
}

function ImportButton() {
  const t = useAppStore(selectTranslate);
  const importFiles = useAppStore((state) => state.importFiles);
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <button type="button" title={t('app.import-hint')} onClick={() => input.current?.click()}>
        {t('app.import')}
      </button>
      <input
        ref={input}
        className="visually-hidden"
        type="file"
        multiple
        tabIndex={-1}
        aria-label={t('app.import-hint')}
        onChange={(event) => {
          const { files } = event.target;
          if (files && files.length > 0) void readFiles(files).then(importFiles);
          event.target.value = '';
        }}
      />
    </>
  );
}
