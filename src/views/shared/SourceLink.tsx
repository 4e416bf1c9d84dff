import { type SourceTag, sources } from '../../catalog/sources.ts';

/** A source by its title; a record of this project has no page to open. */
export function SourceLink({ tag }: { readonly tag: SourceTag }) {
  const { title, url } = sources[tag];
  if (url === null) return <span>{title}</span>;
  return (
    <a href={url} rel="noreferrer" target="_blank">
      {title}
    </a>
  );
}
