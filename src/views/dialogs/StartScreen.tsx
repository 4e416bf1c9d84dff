import { distributionIds, distributions } from '../../catalog/distributions.ts';
import { scenarioIds } from '../../scenarios/scenarios.ts';
import { countsOf } from '../../state/ownModel.ts';
import { selectTranslate } from '../../state/selectors.ts';
import { begin } from '../../state/startFrom.ts';
import { useAppStore, useStoreApi } from '../shared/AppStoreContext.ts';
import { Modal } from '../shared/Modal.tsx';
import { useCounts } from '../shared/useNumbers.ts';
import './dialogs.css';

/** Where to begin: a ready cluster, one's own files, or what one had before. */
export function StartScreen() {
  const t = useAppStore(selectTranslate);
  return (
    <Modal label={t('start.title')} className="start">
      <h2>{t('start.title')}</h2>
      <p className="lead">{t('app.description')}</p>
      <Examples />
      <LearnChoice />
      <ImportChoice />
      <RecentChoice />
    </Modal>
  );
}

function Examples() {
  const t = useAppStore(selectTranslate);
  const openDialog = useAppStore((state) => state.openDialog);
  const app = useStoreApi();
  const start = (wanted: string) => () => {
    void begin(app, wanted);
    openDialog(null);
  };
  return (
    <>
      <section>
        <h3>{t('start.scenarios')}</h3>
        <ul className="cards">
          {scenarioIds.map((id) => (
            <li key={id}>
              <button type="button" onClick={start(id)}>
                <b>{t(`scenario.${id}`)}</b>
                <span>{t(`scenario.${id}.about`)}</span>
              </button>
            </li>
          ))}
        </ul>
      </section>
      <section>
        <h3>{t('start.distributions')}</h3>
        <ul className="cards">
          {distributionIds.map((id) => (
            <li key={id}>
              <button type="button" onClick={start(`distribution ${id}`)}>
                <b>{distributions[id].name}</b>
                <span>{t(`distribution.${id}.known`)}</span>
                <span>
                  {t('distribution.unknown')}: {t(`distribution.${id}.unknown`)}
                </span>
              </button>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

function LearnChoice() {
  const t = useAppStore(selectTranslate);
  const openDialog = useAppStore((state) => state.openDialog);
  const setDock = useAppStore((state) => state.setDock);
  return (
    <section>
      <h3>{t('start.learn')}</h3>
      <ul className="cards">
        <li>
          <button type="button" onClick={() => openDialog('course')}>
            <b>{t('start.learn.lessons')}</b>
            <span>{t('start.learn.lessons.about')}</span>
          </button>
        </li>
        <li>
          <button type="button" onClick={() => setDock({ type: 'quiz' })}>
            <b>{t('action.quiz')}</b>
            <span>{t('start.learn.quiz.about')}</span>
          </button>
        </li>
      </ul>
    </section>
  );
}

function ImportChoice() {
  const t = useAppStore(selectTranslate);
  const openDialog = useAppStore((state) => state.openDialog);
  return (
    <section>
      <h3>{t('start.import')}</h3>
      <p>{t('app.import-hint')}</p>
      <p className="muted">{t('start.private')}</p>
      <button
        type="button"
        className="primary"
        onClick={() => {
          openDialog('import');
        }}
      >
        {t('app.import')}
      </button>
    </section>
  );
}

function RecentChoice() {
  const t = useAppStore(selectTranslate);
  const written = useCounts();
  const edit = useAppStore((state) => state.edit);
  const openDialog = useAppStore((state) => state.openDialog);
  const recent = useAppStore((state) => state.recent);
  const locale = useAppStore((state) => state.locale);
  return (
    <section>
      <h3>{t('start.recent')}</h3>
      {recent.length === 0 && <p className="muted">{t('start.no-recent')}</p>}
      <ul className="cards">
        {recent.map(({ topology, date }) => (
          <li key={date}>
            <button
              type="button"
              onClick={() => {
                edit({ type: 'replace', topology });
                openDialog(null);
              }}
            >
              <b>{topology.name || t('start.unnamed')}</b>
              <span>
                {new Date(date).toLocaleString(locale)} · {t('start.size', written(countsOf(topology)))}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
