import { Tabs } from 'radix-ui';
import { download } from '../../browser/download.ts';
import { type ReferenceEntry, type ReferencePart, reference, referenceMarkdown } from '../../export/reference.ts';
import { selectTranslate } from '../../state/selectors.ts';
import { useAppStore } from '../shared/AppStoreContext.ts';
import { Modal } from '../shared/Modal.tsx';
import { SourceLink } from '../shared/SourceLink.tsx';
import './dialogs.css';

/** The catalog in words: paths, rules, claims, versions and distributions, with their sources. */
export function ReferencePage() {
  const t = useAppStore(selectTranslate);
  const parts = reference(t);
  const save = () => download(new Blob([referenceMarkdown(t)], { type: 'text/markdown' }), 'mitmap-reference.md');
  return (
    <Modal label={t('reference.title')} className="reference">
      <h2>{t('reference.title')}</h2>
      <p>{t('reference.lead')}</p>
      <button type="button" onClick={save}>
        {t('reference.save')}
      </button>
      <Tabs.Root defaultValue="paths">
        <Tabs.List className="tabs" aria-label={t('reference.title')}>
          {parts.map(({ id, title }) => (
            <Tabs.Trigger key={id} value={id}>
              {title}
            </Tabs.Trigger>
          ))}
        </Tabs.List>
        {parts.map((part) => (
          <Tabs.Content key={part.id} value={part.id}>
            <PartTable part={part} />
            {part.entries.map((entry) => (
              <Entry key={entry.id} part={part.id} entry={entry} />
            ))}
          </Tabs.Content>
        ))}
      </Tabs.Root>
    </Modal>
  );
}

function PartTable({ part }: { readonly part: ReferencePart }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <div className="reference-table" tabIndex={0} role="group" aria-label={part.title}>
      <table>
        <thead>
          <tr>
            {part.heads.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {part.rows.map((row, index) => (
            <tr key={part.entries[index]?.id}>
              {row.map((cell, at) => (
                <td key={part.heads[at]}>
                  {at === 0 ? (
                    <button
                      type="button"
                      className="link"
                      onClick={() => show(anchorOf(part.id, part.entries[index]?.id))}
                    >
                      {cell}
                    </button>
                  ) : (
                    cell
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Scrolls to a section and puts the focus there. The page's address holds the project, so that it cannot be a link. */
function show(id: string): void {
  const section = document.getElementById(id);
  section?.scrollIntoView({ block: 'start' });
  section?.focus({ preventScroll: true });
}

function anchorOf(part: string, id: string | undefined): string {
  return `reference-${part}-${id}`;
}

function Entry({ part, entry }: { readonly part: string; readonly entry: ReferenceEntry }) {
  const t = useAppStore(selectTranslate);
  const facts = entry.facts.map(([label, value], index) => ({ id: `${label} ${index}`, label, value }));
  return (
    <section id={anchorOf(part, entry.id)} className="reference-entry" tabIndex={-1}>
      <h3>{entry.title}</h3>
      <p>{entry.text}</p>
      <dl>
        {facts.map(({ id, label, value }) => (
          <div key={id}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        <div>
          <dt>{t('reference.sources')}</dt>
          <dd>
            <ul>
              {entry.sources.map((tag) => (
                <li key={tag}>
                  <SourceLink tag={tag} />
                </li>
              ))}
            </ul>
          </dd>
        </div>
      </dl>
    </section>
  );
}
