import { Check, Copy } from 'lucide-react';
import { Tabs } from 'radix-ui';
import { useMemo, useState } from 'react';
import { copyText } from '../../browser/clipboard.ts';
import { allInOne, type Collected, clusterKinds, collecting } from '../../catalog/collecting.ts';
import { chosenFiles } from '../../reading/droppedFiles.ts';
import { selectTranslate } from '../../state/selectors.ts';
import { pathsShownBy } from '../../state/undetermined.ts';
import { useAppStore } from '../shared/AppStoreContext.ts';
import { Modal } from '../shared/Modal.tsx';
import { openChooser } from './chooser.ts';
import '../dialogs/dialogs.css';

/** How to get a real cluster in: which kind, what to collect, where to give it. */
export function ImportGuide() {
  const t = useAppStore(selectTranslate);
  return (
    <Modal label={t('import.title')} className="import-guide">
      <h2>{t('import.title')}</h2>
      <p className="lead">{t('import.private')}</p>
      <Tabs.Root defaultValue="kubeadm">
        <h3>{t('import.step-kind')}</h3>
        <Tabs.List className="tabs" aria-label={t('import.step-kind')}>
          {clusterKinds.map((kind) => (
            <Tabs.Trigger key={kind} value={kind}>
              {t(`flavour.${kind}`)}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
        <h3>{t('import.step-collect')}</h3>
        {clusterKinds.map((kind) => (
          <Tabs.Content key={kind} value={kind} tabIndex={-1}>
            {kind === 'kubeadm' && (
              <div className="collected whole">
                <b>{t('import.all-in-one')}</b>
                <Command text={allInOne} />
              </div>
            )}
            <ol className="collecting">
              {collecting[kind].map((one) => (
                <CollectedStep key={one.id} one={one} />
              ))}
            </ol>
          </Tabs.Content>
        ))}
      </Tabs.Root>
      <h3>{t('import.step-give')}</h3>
      <Giving />
    </Modal>
  );
}

function CollectedStep({ one }: { readonly one: Collected }) {
  const t = useAppStore(selectTranslate);
  const paths = useMemo(() => pathsShownBy(one.shows), [one]);
  return (
    <li className="collected">
      <p>{t(`collect.${one.id}`)}</p>
      <Command text={one.command} />
      {paths.length > 0 && (
        <p className="muted">
          {t('import.without')}: {paths.join(' ')}
        </p>
      )}
    </li>
  );
}

/** A command with a button that copies it. */
export function Command({ text }: { readonly text: string }) {
  const t = useAppStore(selectTranslate);
  const [copied, setCopied] = useState(false);
  const copy = () => {
    void copyText(text).then(() => setCopied(true));
  };
  const label = copied ? t('import.copied') : t('import.copy');
  return (
    <div className="command">
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <pre tabIndex={0}>{text}</pre>
      <button type="button" className="icon" aria-label={label} title={label} onClick={copy}>
        {copied ? <Check size={16} aria-hidden="true" /> : <Copy size={16} aria-hidden="true" />}
      </button>
    </div>
  );
}

function Giving() {
  const t = useAppStore(selectTranslate);
  const importFiles = useAppStore((state) => state.importFiles);
  const openDialog = useAppStore((state) => state.openDialog);
  const [pasted, setPasted] = useState('');
  const readPasted = () => {
    openDialog(null);
    void importFiles([{ name: t('import.pasted'), blob: new Blob([pasted]) }]);
  };
  return (
    <div className="giving">
      <p>{t('import.give-hint')}</p>
      <div className="buttons">
        <button
          type="button"
          className="primary"
          onClick={() => {
            openDialog(null);
            openChooser();
          }}
        >
          {t('import.choose-files')}
        </button>
        <label className="button">
          {t('import.choose-folder')}
          <input
            className="visually-hidden"
            type="file"
            ref={(input) => input?.setAttribute('webkitdirectory', '')}
            onChange={(event) => {
              const files = chosenFiles(event.target.files ?? []);
              openDialog(null);
              if (files.length > 0) void importFiles(files);
            }}
          />
        </label>
      </div>
      <label className="paste">
        <span>{t('import.paste')}</span>
        <textarea rows={4} value={pasted} spellCheck={false} onChange={(event) => setPasted(event.target.value)} />
      </label>
      <button type="button" disabled={pasted.trim() === ''} onClick={readPasted}>
        {t('import.paste-read')}
      </button>
    </div>
  );
}
