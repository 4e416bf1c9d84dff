import { analysisOf } from '../../quiz/analysisOf.ts';
import { knownSettings } from '../../quiz/knownSettings.ts';
import { isMarkQuestion, type QuizQuestion } from '../../quiz/question.ts';
import { reasonWords } from '../../quiz/questionWords.ts';
import { selectTranslate } from '../../state/selectors.ts';
import { useAppStore } from '../shared/AppStoreContext.ts';

/** So many are read at a glance. */
const mostAtOnce = 8;

/** The settings that decide: what somebody needs to answer while the classes are hidden. */
export function KnownList({ question }: { readonly question: QuizQuestion }) {
  const t = useAppStore(selectTranslate);
  const { topology } = question;
  const asked = askedOf(question);
  if (asked === null) return null;
  const { settings, carelessPods } = knownSettings(topology, analysisOf(topology), asked);
  const lines = settings.map((setting) => ({
    text: reasonWords(setting, topology.kubernetesVersion, t),
    instances: setting.instances,
  }));
  const texts = [...new Set(lines.map(({ text }) => text))];
  return (
    <details className="quiz-known" open={texts.length <= mostAtOnce}>
      <summary>{t('quiz.settings', { count: texts.length })}</summary>
      <ul>
        <li>{t('quiz.settings.version', { version: topology.kubernetesVersion })}</li>
        {texts.map((text) => (
          <li key={text}>
            <code>{text}</code>
          </li>
        ))}
        {carelessPods.length > 0 && <li>{t('quiz.settings.careless', { names: carelessPods.join(', ') })}</li>}
      </ul>
    </details>
  );
}

/** The connections whose settings are of interest; null where the cluster does not matter. */
function askedOf(question: QuizQuestion): readonly string[] | null {
  if (isMarkQuestion(question)) return question.candidates;
  if (question.kind === 'fix') return question.targets;
  return question.kind === 'order' && question.connection !== null ? [question.connection] : null;
}
