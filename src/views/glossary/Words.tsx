import { paragraphsOf } from '../../glossary/paragraphs.ts';
import { lazyView } from '../failure/lazyView.tsx';
import { Paragraphs } from './Paragraphs.tsx';
import './words.css';

// The terms are loaded with the first text that may have some; until then the text is there without them.
const MarkedWords = lazyView(async () => (await import('./MarkedWords.tsx')).MarkedWords, {
  optional: true,
  meanwhile: ({ text }: { readonly text: string }) => <Paragraphs paragraphs={paragraphsOf(text)} />,
});

/** A text in its paragraphs: what stands in backticks is code, and a term of the glossary says what it means. */
export function Words({ text }: { readonly text: string }) {
  return <MarkedWords text={text} />;
}
