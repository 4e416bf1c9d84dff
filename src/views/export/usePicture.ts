import { useEffect, useState } from 'react';
import { appVersion } from '../../browser/buildInfo.ts';
import { loadPart } from '../../browser/loadPart.ts';
import type { FontChoice, PictureFile, PictureOptions } from '../../export/exportSvg.ts';
import type { Extent } from '../../export/picture/extent.ts';
import type { Locale } from '../../i18n/texts.ts';
import { loadLocale, translator } from '../../i18n/translate.ts';
import type { AppState } from '../../state/appState.ts';
import { isDimmed } from '../../state/focus.ts';
import { elementsOf } from '../../state/selection.ts';
import { selectAnalysis, selectFocus, selectTouches } from '../../state/selectors.ts';
import { useStoreApi } from '../shared/AppStoreContext.ts';

export const extents = ['whole', 'visible', 'selection'] as const;
export type ExtentChoice = (typeof extents)[number];

/** What a user chooses for a picture. */
export type PictureChoice = PictureOptions & {
  readonly extent: ExtentChoice;
  readonly font: FontChoice;
  readonly locale: Locale;
};

/** A picture that is ready to be shown and saved, with an address for `<img>`. */
export type ReadyPicture = PictureFile & { readonly url: string };

/** The picture that a choice gives; null while it is made, and an error where it cannot be. */
export function usePicture(choice: PictureChoice): ReadyPicture | Error | null {
  const app = useStoreApi();
  const [made, setMade] = useState<ReadyPicture | Error | null>(null);
  useEffect(() => {
    let isStale = false;
    let url = '';
    const show = (file: PictureFile) => {
      if (isStale) return;
      url = URL.createObjectURL(new Blob([file.svg], { type: 'image/svg+xml' }));
      setMade({ ...file, url });
    };
    // The dialog is seen first, and somebody who types a title does not wait for each letter.
    const timer = setTimeout(() => {
      makePicture(app.getState(), choice).then(show, (error: unknown) => {
        if (!isStale) setMade(error instanceof Error ? error : new Error(String(error)));
      });
    }, 120);
    return () => {
      isStale = true;
      clearTimeout(timer);
      // A preview that was just put up may still be reading it.
      if (url) setTimeout(() => URL.revokeObjectURL(url), 5000);
    };
  }, [app, choice]);
  return made;
}

async function makePicture(state: AppState, choice: PictureChoice): Promise<PictureFile> {
  const [{ exportSvg }] = await Promise.all([
    loadPart(() => import('../../export/exportSvg.ts')),
    loadLocale(choice.locale),
  ]);
  const { topology, colorBy, layer } = state;
  return exportSvg(topology, {
    ...choice,
    t: translator(choice.locale),
    colorBy,
    layer,
    date: new Date().toISOString().slice(0, 10),
    version: appVersion,
    extent: extentOf(state, choice.extent),
    fonts: choice.font === 'system' ? null : { choice: choice.font, set: await fonts() },
  });
}

async function fonts() {
  return (await loadPart(() => import('./pictureFonts.ts'))).loadPictureFonts();
}

function extentOf(state: AppState, choice: ExtentChoice): Extent {
  const { selection } = state;
  const view = state.viewport();
  if (choice === 'visible' && view) {
    const focus = selectFocus(state);
    return { type: 'visible', view, isDimmed: (subject) => isDimmed(focus, subject) };
  }
  if (choice !== 'selection' || !selection) return { type: 'whole' };
  const touches = selectTouches(state);
  const chosen = selectAnalysis(state).connections.filter((connection) =>
    selection.type === 'connection' ? connection.id === selection.id : touches(connection),
  );
  return {
    type: 'selection',
    kept: { connections: new Set(chosen.map(({ id }) => id)), boxes: new Set(elementsOf(selection)) },
  };
}
