import { pathNumber } from '../../catalog/communicationPath.ts';
import { settingName } from '../../catalog/settings.ts';
import type { Translate } from '../../i18n/translate.ts';
import type { Goal } from '../../lessons/lesson.ts';

/**
 * A goal as people say it. `veiled` names no setting and no value: whoever is to find them would read the solution.
 */
export function goalWords(goal: Goal, t: Translate, answersHidden = false): string {
  const number = 'path' in goal ? pathNumber(goal.path) : '';
  switch (goal.type) {
    case 'status':
      return t('learning.goal.status', { number, status: goal.is.map((one) => t(`status.${one}`)).join(' / ') });
    case 'exposure':
      return t(goal.holds ? 'learning.goal.exposure.yes' : 'learning.goal.exposure.no', {
        number,
        exposure: t(`exposure.${goal.exposure}`),
      });
    case 'relay':
      if (goal.holds && goal.everywhere) return t('learning.goal.relay.everywhere', { number });
      return t(goal.holds ? 'learning.goal.relay.yes' : 'learning.goal.relay.no', { number });
    case 'works':
      return t('learning.goal.works', { number });
    case 'set':
      return answersHidden
        ? t('learning.goal.hidden', { component: goal.component })
        : t('learning.goal.set', { component: goal.component, key: settingName(goal.component, goal.key) });
    case 'setting': {
      const { component, value } = goal;
      if (answersHidden) return t('learning.goal.hidden', { component });
      const key = settingName(component, goal.key);
      return value === null
        ? t('learning.goal.setting.none', { component, key })
        : t('learning.goal.setting', { component, key, value });
    }
    case 'network':
      return t('learning.goal.network', { network: t(`network.${goal.id}`), trust: t(`trust.${goal.trust}`) });
    case 'count':
      return t(`learning.goal.count.${goal.of}`, { count: goal.atLeast });
    case 'remark':
      return t('learning.goal.remark', { number, kind: t(`remark.${goal.kind}`) });
    case 'all':
    case 'any': {
      // Two settings without their names are said once.
      const [first = '', ...others] = [...new Set(goal.of.map((one) => goalWords(one, t, answersHidden)))];
      return others.length === 0 ? first : `${t(`learning.goal.${goal.type}`)}: ${[first, ...others].join('; ')}`;
    }
    case 'not':
      return t('learning.goal.not', { goal: goalWords(goal.goal, t, answersHidden) });
  }
}
