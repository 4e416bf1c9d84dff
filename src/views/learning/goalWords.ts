import { pathNumber } from '../../catalogue/communicationPath.ts';
import { settingName } from '../../catalogue/settings.ts';
import type { Translate } from '../../i18n/translate.ts';
import type { Goal } from '../../lessons/lesson.ts';

/** A goal as people say it. */
export function goalWords(goal: Goal, t: Translate): string {
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
      return t(goal.holds ? 'learning.goal.relay.yes' : 'learning.goal.relay.no', { number });
    case 'works':
      return t('learning.goal.works', { number });
    case 'setting': {
      const { component, value } = goal;
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
    case 'any':
      return `${t(`learning.goal.${goal.type}`)}: ${goal.of.map((one) => goalWords(one, t)).join('; ')}`;
    case 'not':
      return t('learning.goal.not', { goal: goalWords(goal.goal, t) });
  }
}
