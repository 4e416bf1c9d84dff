import { Fragment, type ReactNode } from 'react';
import type { Part } from '../../glossary/paragraphs.ts';

/** Paragraphs of words and code; `term` draws a term. */
export function Paragraphs({
  paragraphs,
  term = ({ text }) => text,
}: {
  readonly paragraphs: readonly (readonly Part[])[];
  readonly term?: (part: Extract<Part, { type: 'term' }>) => ReactNode;
}) {
  return paragraphs.map((parts, index) => {
    // A text does not change its order: the place is the name.
    const key = `paragraph-${index}`;
    return <p key={key}>{parts.map((part, at) => drawn(part, `part-${at}`, term))}</p>;
  });
}

function drawn(part: Part, key: string, term: (part: Extract<Part, { type: 'term' }>) => ReactNode): ReactNode {
  if (part.type === 'code') return <code key={key}>{part.text}</code>;
  return <Fragment key={key}>{part.type === 'term' ? term(part) : part.text}</Fragment>;
}
