import type { Connection, Reason } from '../analysis/connection.ts';
import { reachOf } from '../attack/reach/reachOf.ts';
import { type Verb, verbAnswers } from '../attack/verbs.ts';
import { pathNumber } from '../catalog/communicationPath.ts';
import { settingName } from '../catalog/settings.ts';
import type { Topology } from '../domain/topology.ts';
import { originWords } from '../i18n/originWords.ts';
import type { Locale, TextKey } from '../i18n/texts.ts';
import type { Translate } from '../i18n/translate.ts';
import { sameConnection } from '../remedies/exposed.ts';
import { isPrepared } from '../remedies/resolveRemedy.ts';
import { analysisOf } from './analysisOf.ts';
import { catalogItem } from './catalogQuestions.ts';
import { leftOpenBy } from './fixQuestion.ts';
import {
  type FixQuestion,
  noneOfThem,
  type OrderItem,
  type PathsCriterion,
  type PathsQuestion,
  type PredictQuestion,
  type QuizQuestion,
  type SettingChange,
} from './question.ts';

/** A path with its number, its listener and the end that is not the kube-apiserver: there may be several. */
function connectionWords({ path, listener, client, server, count }: Connection, t: Translate): string {
  const end = server.component === 'kube-apiserver' && client.component !== 'anyone' ? client : server;
  const where = [listener, end.name, count > 1 ? `×${count}` : ''].filter((part) => part).join(' · ');
  return `${pathNumber(path)} ${t(`path.${path}.name`)} (${where})`;
}

/** A setting as somebody would write it; null takes it back. */
function changeWords({ component, key, value }: SettingChange, t: Translate): string {
  if (component === 'pod') return t(value === 'true' ? 'quiz.change.pods-skip' : 'quiz.change.pods-check');
  const name = settingName(component, key);
  return value === null ? t('quiz.change.unset', { component, name }) : `${component}: ${name}=${value}`;
}

/** The setting that counted and where its value comes from. */
export function reasonWords(
  { component, key, setting }: Pick<Reason, 'component' | 'key' | 'setting'>,
  version: string,
  t: Translate,
): string {
  const name = settingName(component, key);
  const origin = setting.origin === 'user' ? t('quiz.origin.explicitSettings') : originWords(setting, version, t);
  if (setting.origin === 'unknown') return `${component} ${name}: ${origin}`;
  return setting.value === null
    ? `${component} ${name}: ${t('setting.not-set')} (${origin})`
    : `${component} ${name}=${setting.value} (${origin})`;
}

function criterionWords(criterion: PathsCriterion, t: Translate): string {
  switch (criterion.by) {
    case 'reach':
      return t(`quiz.ask.${criterion.gain}`, { position: t(`attacker.at.${criterion.position}`) });
    case 'status':
      return t('quiz.ask.status', { status: t(`status.${criterion.status}`) });
    case 'exposure':
      return t(criterionKeys[`${criterion.mode} ${criterion.exposure}`] ?? 'quiz.ask.active-eavesdrop');
    case 'relay':
      return t('quiz.ask.relay');
  }
}

const criterionKeys: Readonly<Record<string, TextKey>> = {
  'passive eavesdrop': 'quiz.ask.passive-eavesdrop',
  'active eavesdrop': 'quiz.ask.active-eavesdrop',
  'active impersonate-server': 'quiz.ask.active-impersonate-server',
  'active credential-replay': 'quiz.ask.active-credential-replay',
  'offPath impersonate-client': 'quiz.ask.offPath-impersonate-client',
};

/** What is asked, in one or two sentences. */
export function questionText(question: QuizQuestion, t: Translate, locale: Locale): string {
  switch (question.kind) {
    case 'paths':
      return criterionWords(question.criterion, t);
    case 'predict':
      return t(question.changes.length > 1 ? 'quiz.ask.predict-many' : 'quiz.ask.predict');
    case 'fix':
      return t('quiz.ask.fix');
    case 'order':
      return t(`quiz.ask.order-${question.of}`);
    case 'claims':
      return t(question.options.length > 2 ? 'quiz.ask.claim-verdict' : 'quiz.ask.claim');
    case 'catalog':
      return catalogItem(question.id).text[locale];
  }
}

/** What the question is about: a sentence, settings or paths, one in each line. */
export function subjectLines(question: QuizQuestion, t: Translate): readonly string[] {
  switch (question.kind) {
    case 'paths':
      return question.criterion.by === 'reach' ? [t(`attacker.who.${question.criterion.position}`)] : [];
    case 'predict':
      return question.changes.map((change) => changeWords(change, t));
    case 'fix':
      return connectionsOf(question.topology, question.targets).map((one) => connectionWords(one, t));
    case 'order':
      return question.connection === null
        ? []
        : connectionsOf(question.topology, [question.connection]).map((one) => connectionWords(one, t));
    case 'claims':
      return [t(`claim.${question.claim}.says`)];
    case 'catalog':
      return [];
  }
}

function connectionsOf(topology: Topology, ids: readonly string[]): readonly Connection[] {
  return analysisOf(topology).connections.filter(({ id }) => ids.includes(id));
}

/** One thing that can be chosen or put in order. */
export function choiceWords(question: QuizQuestion, id: string, t: Translate, locale: Locale): string {
  switch (question.kind) {
    case 'paths':
    case 'predict': {
      if (id === noneOfThem) return t('quiz.none');
      const [connection] = connectionsOf(question.topology, [id]);
      return connection ? connectionWords(connection, t) : id;
    }
    case 'fix': {
      const remedy = question.options.find((one) => one === id);
      return remedy ? t(`remedy.${remedy}.title`) : id;
    }
    case 'order': {
      const item = question.items.find((one) => one.id === id);
      return item ? itemWords(item, t) : id;
    }
    case 'claims':
      return claimOption(id, t);
    case 'catalog':
      return catalogItem(question.id).options.find((one) => one.id === id)?.text[locale] ?? id;
  }
}

function claimOption(id: string, t: Translate): string {
  switch (id) {
    case 'holds':
    case 'incomplete':
    case 'outdated':
    case 'wrong':
      return t(`claim.verdict.${id}`);
    default:
      return t(id === 'yes' ? 'quiz.claim.yes' : 'quiz.claim.no');
  }
}

function itemWords(item: OrderItem, t: Translate): string {
  switch (item.type) {
    case 'play':
      return t(item.title as TextKey, { server: item.server, address: item.server, segment: '' });
    case 'change':
      return changeWords(item.change, t);
    case 'command':
      return item.command;
    case 'bootstrap':
      return t(`quiz.bootstrap.${item.id}`);
  }
}

/** What a feedback says: the answer, and the settings that decide it. */
export type Evidence = { readonly words: string; readonly settings: readonly string[] };

/** Why something belongs to the answer or not, from the analysis. */
export function evidenceFor(question: QuizQuestion, id: string, t: Translate): Evidence {
  switch (question.kind) {
    case 'paths':
      return pathEvidence(question, id, t);
    case 'predict':
      return id === noneOfThem ? only(noneEvidence(question, t)) : changeEvidence(question, id, t);
    case 'fix':
      return only(fixEvidence(question, id, t));
    default:
      return only('');
  }
}

/** Why the whole answer is as it is, where that is not said choice by choice. */
export function explanation(question: QuizQuestion, t: Translate, locale: Locale): string {
  switch (question.kind) {
    case 'order':
      return t(`quiz.why.order-${question.of}`);
    case 'claims':
      return t(`claim.${question.claim}.truth`);
    case 'catalog':
      return catalogItem(question.id).why[locale];
    default:
      return '';
  }
}

function only(words: string): Evidence {
  return { words, settings: [] };
}

function pathEvidence({ topology, criterion }: PathsQuestion, id: string, t: Translate): Evidence {
  const analysis = analysisOf(topology);
  const connection = analysis.connections.find((one) => one.id === id);
  if (!connection) return only('');
  const settings = settingsOf(connection, topology.kubernetesVersion, t);
  if (criterion.by === 'reach') {
    const entry = reachOf(topology, analysis, criterion.position).entries.find((one) => one.connection.id === id);
    if (!entry) return only('');
    const known = entry.gained.filter((gain) => gain !== 'unknown').map((gain) => t(`exposure.${gain}`));
    const perhaps = known.length > 0 && known.length < entry.gained.length ? [t('quiz.because.perhaps-more')] : [];
    const gained = [...known, ...perhaps].join(', ');
    const got = gained === '' ? t(`access.${entry.access}`) : `${t(`access.${entry.access}`)}: ${gained}`;
    return { words: `${sentence(got)} ${t(`reach.${entry.because}`)}`, settings };
  }
  return { words: words(connection, criterion, t), settings };
}

function words(connection: Connection, criterion: Exclude<PathsCriterion, { by: 'reach' }>, t: Translate): string {
  if (criterion.by === 'status') {
    const { status, encryption } = connection;
    const why = status === 'open' ? 'quiz.because.open' : (`because.${encryption}` as const);
    return sentence(`${t(`status.${status}`)}: ${t(why)}`);
  }
  if (criterion.by === 'relay') {
    if (connection.encryption === 'local') return sentence(t('because.local'));
    return t(`relay.${connection.exposure.relay}`);
  }
  const list = connection.exposure[criterion.mode];
  if (criterion.mode === 'passive') {
    if (list.includes(criterion.exposure)) return sentence(`${t('answer.yes')}: ${t('because.none')}`);
    if (list.includes('unknown')) return sentence(`${t('answer.unknown')}: ${t('because.unknown')}`);
    const why = connection.encryption === 'local' ? 'because.local' : 'quiz.because.encrypted';
    return sentence(`${t('answer.no')}: ${t(why)}`);
  }
  const verb: Verb = verbOf[criterion.exposure];
  const trust = criterion.mode === 'active' ? 'untrusted' : 'trusted';
  const found = verbAnswers(connection, trust).find((one) => one.verb === verb);
  return found ? sentence(`${t(`answer.${found.answer}`)}: ${t(`because.${found.because}`)}`) : '';
}

const verbOf = {
  eavesdrop: 'read',
  tamper: 'change',
  'impersonate-server': 'server',
  'impersonate-client': 'client',
  'credential-replay': 'steal',
} as const;

function changeEvidence({ topology, after }: PredictQuestion, id: string, t: Translate): Evidence {
  const before = analysisOf(topology).connections.find((one) => one.id === id);
  if (!before) return only('');
  const now = sameConnection(before, analysisOf(after));
  if (!now || now.count === 0) return only(t('quiz.because.gone', { status: t(`status.${before.status}`) }));
  const settings = settingsOf(now, after.kubernetesVersion, t);
  const was = t(`status.${before.status}`);
  if (before.status !== now.status) {
    const refused = now.notes.includes('calls-refused') && !before.notes.includes('calls-refused');
    const changed = t('quiz.because.changed', { was, is: t(`status.${now.status}`) });
    return { words: refused ? `${changed} ${t('note.calls-refused')}` : changed, settings };
  }
  const isSame = JSON.stringify(before.exposure) === JSON.stringify(now.exposure);
  return { words: t(isSame ? 'quiz.because.same' : 'quiz.because.same-class', { was }), settings };
}

function noneEvidence({ right }: PredictQuestion, t: Translate): string {
  return t(right.length === 0 ? 'quiz.because.none' : 'quiz.because.some', { count: right.length });
}

function fixEvidence({ topology, targets, options }: FixQuestion, id: string, t: Translate): string {
  const remedy = options.find((one) => one === id);
  if (!remedy) return '';
  if (!isPrepared(topology, remedy)) return t('quiz.because.unprepared');
  const wanted = connectionsOf(topology, targets);
  const open = leftOpenBy(topology, remedy, wanted);
  if (open.length === 0) return t('quiz.because.closes-all');
  if (open.length === wanted.length) return t('quiz.because.closes-none');
  const paths = [...new Set(open.map(({ path }) => pathNumber(path)))].join(', ');
  return t('quiz.because.leaves', { paths });
}

/** The settings that decided a connection's class, each once. */
function settingsOf({ reasons }: Connection, version: string, t: Translate): readonly string[] {
  const deciding = [
    ...reasons.encryption,
    ...reasons.serverAuthentication,
    ...reasons.clientAuthentication,
    ...reasons.authorization,
  ];
  return [...new Set(deciding.map((reason) => reasonWords(reason, version, t)))];
}

/** With a capital and a full stop. */
function sentence(text: string): string {
  const trimmed = text.trim();
  return `${trimmed.slice(0, 1).toUpperCase()}${trimmed.slice(1)}${/[.!?]$/.test(trimmed) ? '' : '.'}`;
}
