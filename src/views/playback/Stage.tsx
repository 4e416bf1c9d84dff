import type { CSSProperties } from 'react';
import type { Connection, ConnectionEnd } from '../../analysis/connection.ts';
import type { PlaybackStep } from '../../attack/playback.ts';
import type { Attack } from '../../attack/playbackFacts.ts';
import type { Actor, Tone } from '../../attack/playbackWords.ts';
import { selectTranslate } from '../../state/selectors.ts';
import { useAppStore } from '../shared/AppStoreContext.ts';

const actors: readonly Actor[] = ['client', 'attacker', 'server'];

/** What travels along an arrow, by the kind of step; the first that fits counts. */
const labels = [
  'tcp',
  'hello',
  'certificate-hostkey',
  'certificate',
  'keys',
  'hang-up',
  'credential-none',
  'credential',
  'request',
  'relay',
  'answer',
  'client',
] as const;

function labelOf({ id, from, to, tone }: PlaybackStep): (typeof labels)[number] | 'refusal' | null {
  if (from === to) return null;
  if (from === 'server' && tone === 'refused' && to === 'attacker') return 'refusal';
  return labels.find((label) => id === label || id.startsWith(`${label}-`)) ?? 'refusal';
}

/** So that no meaning hangs on color alone. */
export const toneGlyphs: Readonly<Record<Tone, string>> = { neutral: '•', refused: '✕', harm: '!', undetermined: '?' };

/** The three who take part, and what goes from whom to whom in one step. */
export function Stage({
  connection,
  attack,
  step,
}: {
  readonly connection: Connection;
  readonly attack: Attack;
  readonly step: PlaybackStep;
}) {
  const t = useAppStore(selectTranslate);
  const [from, to] = [actors.indexOf(step.from), actors.indexOf(step.to)];
  const [first, last] = [Math.min(from, to), Math.max(from, to)];
  const label = labelOf(step);
  const direction = from === to ? 'stays' : from < to ? 'forward' : 'backward';
  const between = { gridColumn: `${first + 1} / ${last + 2}`, '--columns': last - first + 1 } as CSSProperties;
  const who: Readonly<Record<Actor, string>> = {
    client: nameOf(connection.client, t),
    attacker: connection.encryption === 'local' ? t('play.local-process') : t('play.in-the-middle'),
    server: nameOf(connection.server, t),
  };
  return (
    <div className="stage" role="group" aria-label={t('play.stage')}>
      {actors.map((actor) => (
        <div
          key={actor}
          className={`actor ${actor}${actor === step.from || actor === step.to ? ' takes-part' : ''}`}
          style={{ gridColumn: actors.indexOf(actor) + 1 }}
        >
          <b>{t(`play.${actor}`)}</b>
          <span>{who[actor]}</span>
        </div>
      ))}
      <div className={`move ${direction} tone-${step.tone}`} style={between}>
        <i aria-hidden="true" className="line tail" />
        <span className="tone">
          <b aria-hidden="true">{toneGlyphs[step.tone]}</b> {label && t(`play.label.${label}`)}
          {label === null ? (
            t(`play.tone.${step.tone}`)
          ) : (
            <small className={step.tone === 'neutral' ? 'visually-hidden' : undefined}>
              {t(`play.tone.${step.tone}`)}
            </small>
          )}
        </span>
        <i aria-hidden="true" className="line head" />
        {attack === 'passive' && last - first === 2 && <i aria-hidden="true" className="tap" />}
      </div>
    </div>
  );
}

function nameOf({ component, name }: ConnectionEnd, t: ReturnType<typeof selectTranslate>): string {
  if (component === 'anyone') return t('play.anyone');
  return component === name ? name : `${component} ${name}`;
}
