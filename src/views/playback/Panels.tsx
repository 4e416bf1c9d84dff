import type { PlaybackStep } from '../../attack/playback.ts';
import { selectTranslate } from '../../state/selectors.ts';
import { Words } from '../glossary/Words.tsx';
import { useAppStore } from '../shared/AppStoreContext.ts';
import type { StepParams } from './stepParams.ts';

/** One step from three sides. The third one adds up what all steps before have brought. */
export function Panels({
  step,
  params,
  before,
}: {
  readonly step: PlaybackStep;
  readonly params: StepParams;
  readonly before: readonly PlaybackStep[];
}) {
  const t = useAppStore(selectTranslate);
  const gained = [...new Set(before.flatMap(({ yields }) => yields))];
  return (
    <div className="sides">
      <section>
        <h4>{t('play.operator')}</h4>
        <Words text={t(step.texts.operator, params)} />
        {step.output !== null && <Literal label={t(`play.output.${step.output.known}`)} text={step.output.text} />}
      </section>
      <section>
        <h4>{t('play.attacker-sees')}</h4>
        <Words text={t(step.texts.attacker, params)} />
        {step.wire !== null && <Literal label={t('play.wire')} text={step.wire} />}
      </section>
      <section>
        <h4>{t('play.able')}</h4>
        <Words text={t(step.texts.able, params)} />
        <h5>{t('play.gained')}</h5>
        <ul className="obtained">
          {gained.length === 0 && <li className="none">{t('play.gained-nothing')}</li>}
          {gained.map((one) => (
            <li
              key={one}
              className={`${one === 'unknown' ? 'unknown' : 'known'}${step.yields.includes(one) ? ' new' : ''}`}
            >
              <b aria-hidden="true">{one === 'unknown' ? '?' : '!'}</b> {t(`exposure.${one}`)}
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}

function Literal({ label, text }: { readonly label: string; readonly text: string }) {
  return (
    <figure>
      <figcaption>{label}</figcaption>
      <pre lang="en">{text}</pre>
    </figure>
  );
}
