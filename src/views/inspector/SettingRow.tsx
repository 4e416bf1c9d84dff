import { useEffect, useRef, useState } from 'react';
import { type Absence, effectiveSetting, type SettingFact, settingName } from '../../catalog/settings.ts';
import type { ComponentConfig } from '../../domain/settings.ts';
import { originWords } from '../../i18n/originWords.ts';
import { selectTranslate } from '../../state/selectors.ts';
import { useAppStore } from '../shared/AppStoreContext.ts';

type Props = {
  readonly fact: SettingFact;
  readonly config: ComponentConfig;
  readonly version: string;
  /** Why it counts for nothing in this version; null where it does. */
  readonly absence: Absence | null;
  /** Whether the given hosts or nodes do not all have the same value. */
  readonly differs: boolean;
  readonly onChange: (value: string | null) => void;
};

/** One flag or field: what counts, where it comes from, and how to change it. */
export function SettingRow({ fact, config, version, absence, differs, onChange }: Props) {
  const t = useAppStore(selectTranslate);
  const setting = effectiveSetting(fact.component, config, fact.key, version);
  const row = useRef<HTMLDivElement>(null);
  const wanted = useAppStore((state) => state.settingToFocus === `${fact.component} ${fact.key}`);
  const seekSetting = useAppStore((state) => state.focusSetting);
  useEffect(() => {
    if (!wanted) return;
    row.current?.querySelector<HTMLElement>('input, select')?.focus();
    seekSetting(null);
  }, [wanted, seekSetting]);
  const explicitSettings = config.explicitSettings[fact.key] !== undefined;
  // What somebody wrote stays to be seen, even where the version takes no notice of it.
  const shown = (absence ? config.explicitSettings[fact.key]?.value : undefined) ?? setting.value ?? '';
  const name = settingName(fact.component, fact.key);
  const place = setting.source ? ` ${setting.source.file}:${setting.source.line}` : '';
  return (
    <div ref={row} className="setting">
      <label>
        <code>{name}</code>
        {typeof fact.type === 'object' || fact.type === 'boolean' ? (
          <select value={shown} onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}>
            <option value="">{t('setting.not-set')}</option>
            {choices(fact).map((choice) => (
              <option key={choice}>{choice}</option>
            ))}
          </select>
        ) : (
          <TextValue key={shown} value={shown} onCommit={onChange} />
        )}
      </label>
      <small>
        {setting.value === null && setting.origin !== 'unknown' ? `${t('setting.not-set')}, ` : ''}
        {originWords(setting, version, t)}
        {place}
        {explicitSettings && (
          <button type="button" className="link" onClick={() => onChange(null)}>
            {t('setting.reset')}
          </button>
        )}
      </small>
      {(config.explicitSettings[fact.key]?.overruled ?? []).map(({ value, origin, source }) => (
        <small key={`${value}${origin}${source?.file}${source?.line}`} className="overruled">
          {t('setting.overruled')}: <s>{value === '' ? t('setting.not-set') : value}</s>,{' '}
          {originWords({ origin }, version, t)}
          {source ? ` ${source.file}:${source.line}` : ''}
        </small>
      ))}
      {differs && <small className="problem">{t('setting.differs')}</small>}
      {absence && (
        <small className={explicitSettings ? 'problem' : ''}>
          {t(`setting.${absence.why}`, { minor: absence.minor })}
        </small>
      )}
    </div>
  );
}

function choices(fact: SettingFact): readonly string[] {
  return typeof fact.type === 'object' ? fact.type : ['true', 'false'];
}

function TextValue({ value, onCommit }: { readonly value: string; readonly onCommit: (value: string | null) => void }) {
  const [draft, setDraft] = useState(value);
  const commit = () => {
    if (draft !== value) onCommit(draft === '' ? null : draft);
  };
  return (
    <input
      type="text"
      value={draft}
      spellCheck={false}
      onChange={(event) => setDraft(event.target.value)}
      onBlur={commit}
      onKeyDown={(event) => event.key === 'Enter' && commit()}
    />
  );
}
