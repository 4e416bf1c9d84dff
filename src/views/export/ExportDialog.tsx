import { Tabs } from 'radix-ui';
import { selectTranslate } from '../../state/selectors.ts';
import { lazyView } from '../failure/lazyView.tsx';
import { useAppStore } from '../shared/AppStoreContext.ts';
import { Modal } from '../shared/Modal.tsx';
import { PicturePanel } from './PicturePanel.tsx';
import '../dialogs/dialogs.css';
import './export.css';

const ReportPanel = lazyView(async () => (await import('./ReportPanel.tsx')).ReportPanel);
const DataPanel = lazyView(async () => (await import('./DataPanel.tsx')).DataPanel);
const LinkPanel = lazyView(async () => (await import('./LinkPanel.tsx')).LinkPanel);

const pages = [
  ['picture', 'exporting.picture', PicturePanel],
  ['report', 'report.title', ReportPanel],
  ['data', 'formats.title', DataPanel],
  ['link', 'sharing.title', LinkPanel],
] as const;

/** Everything that leaves the app: pictures, reports, data, links and project files. */
export function ExportDialog() {
  const t = useAppStore(selectTranslate);
  return (
    <Modal label={t('exporting.title')} className="export">
      <h2>{t('exporting.title')}</h2>
      <Tabs.Root defaultValue="picture">
        <Tabs.List className="tabs" aria-label={t('exporting.title')}>
          {pages.map(([id, name]) => (
            <Tabs.Trigger key={id} value={id}>
              {t(name)}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
        {pages.map(([id, , Panel]) => (
          <Tabs.Content key={id} value={id}>
            <Panel />
          </Tabs.Content>
        ))}
      </Tabs.Root>
    </Modal>
  );
}
