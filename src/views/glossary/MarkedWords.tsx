import { useMemo } from 'react';
import { findTerms } from '../../glossary/findTerms.ts';
import { useAppStore } from '../shared/AppStoreContext.ts';
import { Paragraphs } from './Paragraphs.tsx';
import { TermWord } from './TermWord.tsx';

/** A text whose terms of the glossary can be asked what they mean. */
export function MarkedWords({ text }: { readonly text: string }) {
  const locale = useAppStore((state) => state.locale);
  const paragraphs = useMemo(() => findTerms(text, locale), [text, locale]);
  return <Paragraphs paragraphs={paragraphs} term={({ id, text: word }) => <TermWord id={id} word={word} />} />;
}
