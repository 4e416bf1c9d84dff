import { appVersion } from '../../browser/buildInfo.ts';
import { exportSvg, reportPicture } from '../../export/exportSvg.ts';
import type { Locale } from '../../i18n/texts.ts';
import { loadArea, loadLocale, translator } from '../../i18n/translate.ts';
import { handout, handoutModels, handoutStyle } from '../../lessons/handout.ts';
import type { Lesson } from '../../lessons/lesson.ts';
import { printReport } from '../export/printReport.ts';

/** Prints a lesson on paper, in a language that need not be that of the page. */
export async function printHandout(lesson: Lesson, locale: Locale): Promise<void> {
  await Promise.all([loadArea('exporting'), loadArea('presenter'), loadLocale(locale)]);
  const t = translator(locale);
  const { start, end, layer } = handoutModels(lesson);
  const drawn = { ...reportPicture, t, locale, layer, colorBy: 'overall', extent: { type: 'whole' } } as const;
  const made = { date: new Date().toISOString().slice(0, 10), version: appVersion, fonts: null };
  const svgOf = (model: typeof start) => exportSvg(model, { ...drawn, ...made }).svg;
  const pictures = { start: svgOf(start), end: end && svgOf(end) };
  printReport(handout(lesson, { locale, t, pictures }), handoutStyle);
}
