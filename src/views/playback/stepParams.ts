import type { Connection } from '../../analysis/connection.ts';
import type { PlaybackStep } from '../../attack/playback.ts';
import type { Translate } from '../../i18n/translate.ts';

export type StepParams = Readonly<Record<'server' | 'address' | 'segment', string>>;

/** What the sentences of a step name. */
export function paramsOf({ server, port }: Connection, { segment }: PlaybackStep, t: Translate): StepParams {
  return {
    server: server.name,
    address: port === null ? server.name : `${server.name}:${port}`,
    segment: segment ? t(`segment.${segment}`) : '',
  };
}
