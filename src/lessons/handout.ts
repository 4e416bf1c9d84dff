import { analyze } from '../analysis/analyze.ts';
import type { Layer } from '../analysis/layer.ts';
import { isAdjacent } from '../catalog/communicationPath.ts';
import type { Topology } from '../domain/topology.ts';
import type { Locale } from '../i18n/texts.ts';
import type { Translate } from '../i18n/translate.ts';
import { connectionsFor } from './criterion.ts';
import type { Lesson, Localized, PathCriterion, Question, Step } from './lesson.ts';
import { startOf } from './lessonModel.ts';
import { shuffled } from './shuffled.ts';
import { stepModel } from './stepModel.ts';

/** The clusters that a handout shows. */
export type HandoutModels = {
  readonly start: Topology;
  /** What the questions on the picture are about; null where there are none, or where it looks like the first one. */
  readonly end: Topology | null;
  readonly layer: Layer;
};

type HandoutOptions = {
  readonly locale: Locale;
  readonly t: Translate;
  /** The pictures as SVG. */
  readonly pictures: { readonly start: string; readonly end: string | null };
};

/** What has to be drawn for a lesson on paper. */
export function handoutModels(lesson: Lesson): HandoutModels {
  const start = startOf(lesson);
  const end = stepModel(lesson, lesson.steps.length);
  const asksForPaths = lesson.questions.some(({ type }) => type === 'paths');
  return { start, end: asksForPaths && drawnAs(start) !== drawnAs(end) ? end : null, layer: layerOf(lesson) };
}

/** All that a picture on paper tells: which lines there are, how each is judged, and whom one trusts. */
function drawnAs(topology: Topology): string {
  const lines = analyze(topology).connections.map(({ id, status, count, network }) => [
    id,
    status,
    count,
    network.trust,
  ]);
  return JSON.stringify(lines);
}

/** A lesson on paper, as HTML: the picture as large as it goes, the steps, questions with space to write, and the answers on a page of their own. */
export function handout(lesson: Lesson, { locale, t, pictures }: HandoutOptions): string {
  const at = (text: Localized) => text[locale];
  const title = escaped(`${t('presenter.handout')}: ${at(lesson.title)}`);
  const questions = lesson.questions.map((question, index) => asked(question, index, lesson, locale, t));
  const answers = lesson.questions.map((question, index) => answered(question, index, lesson, locale, t));
  return [
    '<!DOCTYPE html>',
    `<html lang="${locale}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<title>${title}</title>`,
    `<style>${handoutStyle}</style>`,
    '</head>',
    '<body>',
    '<section class="side">',
    `<p class="fields"><span>${escaped(t('presenter.handout.name'))}</span><span>${escaped(t('presenter.handout.date'))}</span></p>`,
    `<h1>${marked(at(lesson.title))}</h1>`,
    `<p><b>${escaped(t('presenter.handout.aim'))}</b> ${marked(at(lesson.aim))} <span class="minutes">${escaped(t('presenter.handout.minutes', { minutes: lesson.minutes }))}</span></p>`,
    picture(pictures.start, t('presenter.handout.picture')),
    '</section>',
    pictures.end === null
      ? ''
      : `<section class="side">${picture(pictures.end, t('presenter.handout.picture-end'))}</section>`,
    '<section class="work">',
    `<h2>${escaped(t('presenter.handout.steps'))}</h2>`,
    `<ol>${lesson.steps.map((step) => `<li>${heading(at(step.title))} ${saidIn(step, locale)}</li>`).join('\n')}</ol>`,
    `<h2>${escaped(t('presenter.handout.questions'))}</h2>`,
    ...questions,
    '<div class="question">',
    `<h2>${escaped(t('presenter.handout.takeaways'))}</h2>`,
    `<ul>${lesson.takeaways.map((one) => `<li>${marked(at(one))}</li>`).join('\n')}</ul>`,
    '</div>',
    '</section>',
    '<section class="answers">',
    `<h2>${escaped(t('presenter.handout.answers', { title: at(lesson.title) }))}</h2>`,
    ...answers,
    '</section>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

/** A title that ends like a sentence, so that one can follow it. */
function heading(title: string): string {
  return `<b>${marked(/[.?!]$/.test(title) ? title : `${title}.`)}</b>`;
}

/** What a step says, and what it asks. */
function saidIn({ text, question }: Step, locale: Locale): string {
  const [first = '', ...others] = text[locale].split(/\n\s*\n/);
  const asks = question ? [`<p><b>${marked(question.text[locale])}</b></p>`] : [];
  return [marked(first), ...others.map((one) => `<p>${marked(one)}</p>`), ...asks].join('\n');
}

function picture(svg: string, caption: string): string {
  const inline = svg
    .replace(/<\?xml[^>]*\?>\s*/, '')
    .replace(/<metadata[\s\S]*?<\/metadata>\s*/g, '')
    .trim();
  return `<figure>${inline}<figcaption>${escaped(caption)}</figcaption></figure>`;
}

function asked(question: Question, index: number, lesson: Lesson, locale: Locale, t: Translate): string {
  const head = `<p><b>${index + 1}.</b> ${marked(question.text[locale])}</p>`;
  const lines = (count: number) => '<p class="line"></p>'.repeat(count);
  switch (question.type) {
    case 'choice': {
      const options = question.options.map(({ text }) => `<li>${marked(text[locale])}</li>`);
      const why = `<p class="why">${escaped(t('presenter.handout.because'))}</p>`;
      return `<div class="question">${head}<ul class="boxes">${options.join('\n')}</ul>${why}${lines(2)}</div>`;
    }
    case 'paths':
      return `<div class="question">${head}<p class="why">${escaped(t('presenter.handout.numbers'))}</p>${lines(2)}</div>`;
    case 'order': {
      const places = shuffled(question.items.length, `${lesson.id}-${index}`);
      const items = places
        .map((place) => question.items[place])
        .map((item) => `<li>${item ? marked(item[locale]) : ''}</li>`);
      return `<div class="question">${head}<p class="why">${escaped(t('presenter.handout.order'))}</p><ul class="boxes">${items.join('\n')}</ul></div>`;
    }
  }
}

function answered(question: Question, index: number, lesson: Lesson, locale: Locale, t: Translate): string {
  const head = `<p><b>${index + 1}.</b> ${marked(question.text[locale])}</p>`;
  switch (question.type) {
    case 'choice': {
      const options = question.options.map(
        ({ text, right, why }) =>
          `<li class="${right ? 'right' : 'wrong'}"><b>${escaped(t(right ? 'presenter.handout.right' : 'presenter.handout.wrong'))}</b> ${marked(text[locale])} <i>${marked(why[locale])}</i></li>`,
      );
      return `<div class="question">${head}<ul class="verdicts">${options.join('\n')}</ul></div>`;
    }
    case 'paths': {
      const numbers = `<p><b>${escaped(t('presenter.handout.numbers'))}</b> ${escaped(numbersFor(question.criterion, lesson))}</p>`;
      return `<div class="question">${head}${numbers}<p>${marked(question.why[locale])}</p></div>`;
    }
    case 'order': {
      const items = question.items.map((item) => `<li>${marked(item[locale])}</li>`);
      return `<div class="question">${head}<ol>${items.join('\n')}</ol><p>${marked(question.why[locale])}</p></div>`;
    }
  }
}

/** The numbers as they stand in the picture; the analysis says which. */
function numbersFor(criterion: PathCriterion, lesson: Lesson): string {
  const model = stepModel(lesson, lesson.steps.length);
  const analysis = analyze(model);
  const right = connectionsFor(criterion, model, analysis);
  const drawn = analysis.connections.filter(
    ({ id, path }) => right.has(id) && (layerOf(lesson) === 'all' || !isAdjacent(path)),
  );
  const paths = [...new Set(drawn.map(({ path }) => path))].sort((one, other) => one.localeCompare(other));
  return paths.map((path) => path.replace(/^P/, '').replace(/^(A?)0/, '$1')).join(', ') || '–';
}

function layerOf({ steps }: Lesson): Layer {
  return steps.some(({ look }) => look?.paths?.some(isAdjacent)) ? 'all' : 'documented';
}

/** Words with their code as code. */
function marked(text: string): string {
  return escaped(text).replace(/`([^`]+)`/g, '<code>$1</code>');
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** The style of a handout: black on white paper, which is written on. */
export const handoutStyle = `
@page{size:A4;margin:16mm 15mm}
@page side{size:A4 landscape;margin:12mm 15mm}
*{box-sizing:border-box}
html,body{background:#fff;color:#111827}
body{margin:0;font:10.5pt/1.42 Helvetica,Arial,"Liberation Sans",sans-serif;overflow-wrap:break-word}
h1{margin:6pt 0 4pt;font-size:20pt;line-height:1.2}
h2{margin:16pt 0 6pt;padding-bottom:3pt;border-bottom:1pt solid #111827;font-size:13pt;break-after:avoid}
p{margin:4pt 0}
.fields{display:grid;grid-template-columns:2fr 1fr;gap:20pt;color:#4b5563;font-size:9pt}
.fields span{border-bottom:.75pt solid #64748b;padding-bottom:3pt}
.minutes{color:#4b5563}
figure{margin:10pt 0;break-inside:avoid}
figure svg{display:block;width:100%;height:auto;max-height:136mm}
figcaption{margin-top:3pt;color:#4b5563;font-size:9pt}
ol,ul{margin:4pt 0;padding-left:18pt}
li{margin:2.5pt 0;break-inside:avoid}
code{font:.9em/1.3 "Liberation Mono","Courier New",monospace;overflow-wrap:anywhere}
.side{page:side;break-after:page}
.work,.answers{page:auto}
.work>h2:first-child,.answers>h2:first-child{margin-top:0}
.question{margin:0 0 12pt;break-inside:avoid}
.boxes{list-style:none;padding-left:4pt}
.boxes li{position:relative;padding-left:18pt;margin:4pt 0}
.boxes li::before{content:"";position:absolute;left:0;top:1.5pt;width:10pt;height:10pt;border:1pt solid #111827}
.why{margin-top:6pt;color:#4b5563;font-size:9pt}
.line{height:19pt;margin:0;border-bottom:.75pt solid #94a3b8}
.answers{break-before:page}
.verdicts{list-style:none;padding-left:4pt}
.right b{color:#0f4f9e}
.wrong b{color:#7f1230;font-weight:400}
`;
