import { useId, useState } from 'react';
import { BrowserFailure } from '../../browser/browserFailure.ts';
import { canCopy, copyItems, copyText } from '../../browser/clipboard.ts';
import { download } from '../../browser/download.ts';
import { fontChoices, tablePlaces, usualPicture } from '../../export/exportSvg.ts';
import { paperIds } from '../../export/picture/paper.ts';
import { type Locale, locales } from '../../i18n/texts.ts';
import { fileStem } from '../../project/writeProject.ts';
import { themeIds } from '../../scene/theme.ts';
import { selectTranslate } from '../../state/selectors.ts';
import { useAppStore } from '../shared/AppStoreContext.ts';
import { printSvg } from './printSvg.ts';
import { canRasterize, rasterize, sizeOf } from './rasterize.ts';
import { extents, type PictureChoice, type ReadyPicture, usePicture } from './usePicture.ts';

const scales = [1, 2, 3, 4] as const;

/** A picture as a file: what is on it, what it is for, and what it will look like. */
export function PicturePanel() {
  const t = useAppStore(selectTranslate);
  const pageLocale = useAppStore((state) => state.locale);
  const isPseudonymous = useAppStore((state) => state.topology.pseudonymous !== undefined);
  const [choice, setChoice] = useState<PictureChoice>({
    ...usualPicture,
    model: !isPseudonymous,
    extent: 'whole',
    font: 'system',
    locale: pageLocale,
  });
  const picture = usePicture(choice);
  return (
    <div className="picture-panel">
      <PictureForm choice={choice} change={(part) => setChoice({ ...choice, ...part })} />
      <section className="export-preview" aria-label={t('exporting.preview')} aria-busy={picture === null}>
        {picture instanceof Error && <p role="alert">{t('exporting.failed', { reason: picture.message })}</p>}
        {picture && !(picture instanceof Error) && <Preview picture={picture} choice={choice} />}
      </section>
    </div>
  );
}

type FormProps = { readonly choice: PictureChoice; readonly change: (part: Partial<PictureChoice>) => void };

function PictureForm({ choice, change }: FormProps) {
  const t = useAppStore(selectTranslate);
  const hasSelection = useAppStore((state) => state.selection !== null);
  const isPseudonymous = useAppStore((state) => state.topology.pseudonymous !== undefined);
  const possible = extents.filter((id) => id !== 'selection' || hasSelection);
  const languages: Readonly<Record<Locale, string>> = { en: 'English', de: 'Deutsch' };
  return (
    <form className="export-form" onSubmit={(event) => event.preventDefault()}>
      <Choice name="extent" options={possible} {...{ choice, change }} word={(id) => t(`exporting.extent.${id}`)} />
      <Choice name="paper" options={paperIds} {...{ choice, change }} word={(id) => t(`exporting.paper.${id}`)} />
      <Choice name="theme" options={themeIds} {...{ choice, change }} word={(id) => t(`exporting.theme.${id}`)} />
      <Choice name="locale" options={locales} {...{ choice, change }} word={(id) => languages[id]} />
      <Choice name="table" options={tablePlaces} {...{ choice, change }} word={(id) => t(`exporting.table.${id}`)} />
      <Choice name="font" options={fontChoices} {...{ choice, change }} word={(id) => t(`exporting.font.${id}`)} />
      <p className="hint">{t(`exporting.font-hint.${choice.font}`)}</p>
      <Toggle on={choice.titleBlock} set={(titleBlock) => change({ titleBlock })} label={t('exporting.title-block')} />
      {choice.titleBlock && (
        <label className="export-field">
          <span>{t('exporting.own-title')}</span>
          <input
            value={choice.title}
            maxLength={200}
            placeholder={t('app.title')}
            onChange={(event) => change({ title: event.target.value })}
          />
        </label>
      )}
      <Toggle on={choice.legend} set={(legend) => change({ legend })} label={t('caption.legend')} />
      <Toggle
        on={choice.transparent}
        set={(transparent) => change({ transparent })}
        label={t('exporting.transparent')}
      />
      <Toggle
        on={choice.model && !isPseudonymous}
        disabled={isPseudonymous}
        set={(model) => change({ model })}
        label={t('exporting.model')}
      />
      <p className="hint">{t(isPseudonymous ? 'exporting.model-off' : 'exporting.model-hint')}</p>
    </form>
  );
}

type Chosen = 'extent' | 'paper' | 'theme' | 'locale' | 'table' | 'font';

function Choice<Name extends Chosen>({
  name,
  options,
  choice,
  change,
  word,
}: FormProps & {
  readonly name: Name;
  readonly options: readonly PictureChoice[Name][];
  readonly word: (option: PictureChoice[Name]) => string;
}) {
  const t = useAppStore(selectTranslate);
  return (
    <label className="export-field">
      <span>{t(`exporting.${name}`)}</span>
      <select
        value={choice[name]}
        onChange={(event) => {
          const chosen = options.find((id) => id === event.target.value);
          if (chosen) change({ [name]: chosen });
        }}
      >
        {options.map((id) => (
          <option key={id} value={id}>
            {word(id)}
          </option>
        ))}
      </select>
    </label>
  );
}

type ToggleProps = {
  readonly on: boolean;
  readonly set: (on: boolean) => void;
  readonly label: string;
  readonly disabled?: boolean;
};

function Toggle({ on, set, label, disabled = false }: ToggleProps) {
  return (
    <label className="export-toggle">
      <input type="checkbox" checked={on} disabled={disabled} onChange={(event) => set(event.target.checked)} />
      <span>{label}</span>
    </label>
  );
}

/** Below this many points a text is hard to read on paper. */
const leastPoints = 6;

function Preview({ picture, choice }: { readonly picture: ReadyPicture; readonly choice: PictureChoice }) {
  const t = useAppStore(selectTranslate);
  const { svg, smallest, url } = picture;
  const { width, height } = sizeOf(svg);
  const size = { width: Math.round(width), height: Math.round(height), kilobytes: Math.ceil(svg.length / 1024) };
  return (
    <>
      <div className={choice.transparent ? 'sheet transparent' : 'sheet'}>
        <img src={url} alt={t('exporting.preview-alt')} />
      </div>
      <p className="size" data-testid="export-size">
        {t('exporting.size', size)}{' '}
        {smallest < leastPoints && choice.paper !== 'natural' && t('exporting.small', { points: smallest })}
      </p>
      <SaveButtons svg={svg} />
    </>
  );
}

/** What can be done with a finished picture. */
function SaveButtons({ svg }: { readonly svg: string }) {
  const t = useAppStore(selectTranslate);
  const scaleId = useId();
  const stem = useAppStore((state) => fileStem(state.topology));
  const [scale, setScale] = useState<number>(2);
  const [news, setNews] = useState('');
  const tellProblem = useAppStore((state) => state.tellProblem);
  const attempt = (action: () => Promise<string>) => {
    action().then(setNews, (error: unknown) => {
      if (error instanceof BrowserFailure) tellProblem(error);
      else setNews(t('exporting.failed', { reason: String(error) }));
    });
  };
  const tooLarge = !canRasterize(svg, scale);
  return (
    <>
      <div className="export-actions">
        <button
          type="button"
          className="primary"
          onClick={() => download(new Blob([svg], { type: 'image/svg+xml' }), `${stem}.svg`)}
        >
          {t('exporting.save-svg')}
        </button>
        <button type="button" onClick={() => attempt(async () => copySvg(svg, t('exporting.copied-svg')))}>
          {t('exporting.copy-svg')}
        </button>
        <button type="button" onClick={() => printSvg(svg)}>
          {t('exporting.print')}
        </button>
      </div>
      <div className="export-actions">
        <button
          type="button"
          disabled={tooLarge}
          onClick={() =>
            attempt(async () => {
              download(await rasterize(svg, scale), scale === 1 ? `${stem}.png` : `${stem}@${scale}x.png`);
              return '';
            })
          }
        >
          {t('exporting.save-png')}
        </button>
        <button
          type="button"
          disabled={tooLarge}
          onClick={() =>
            attempt(async () => {
              await copyItems({ 'image/png': rasterize(svg, scale) });
              return t('exporting.copied-png');
            })
          }
        >
          {t('exporting.copy-png')}
        </button>
        <label htmlFor={scaleId}>{t('exporting.scale')}</label>
        <select id={scaleId} value={scale} onChange={(event) => setScale(Number(event.target.value))}>
          {scales.map((one) => (
            <option key={one} value={one}>
              {`${one}×`}
            </option>
          ))}
        </select>
      </div>
      {tooLarge && <p className="hint">{t('exporting.too-large')}</p>}
      <p role="status" className="hint">
        {news}
      </p>
    </>
  );
}

/** Programs that know SVG take the picture, all others its text. */
async function copySvg(svg: string, done: string): Promise<string> {
  const type = 'image/svg+xml';
  if (canCopy(type))
    await copyItems({ 'text/plain': new Blob([svg], { type: 'text/plain' }), [type]: new Blob([svg], { type }) });
  else await copyText(svg);
  return done;
}
