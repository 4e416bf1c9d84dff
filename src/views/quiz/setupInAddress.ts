import { useEffect, useState } from 'react';
import { questionKinds } from '../../quiz/question.ts';
import { freshSeed, type QuizSetup, setupIn, setupParams, usualCount } from '../../quiz/quizSession.ts';

const names = ['quiz', 'level', 'kinds', 'count'];

function present(): URLSearchParams {
  return new URLSearchParams(location.hash.slice(1));
}

/** What the address asks for, or a series that nobody had yet. */
function linkedSetup(): QuizSetup {
  return setupIn(present()) ?? { seed: freshSeed(), level: 1, kinds: questionKinds, count: usualCount, scored: true };
}

/** The series in the address, also when it changes; the number tells one address from the next. */
export function useLinkedSetup(): { readonly setup: QuizSetup; readonly number: number } {
  const [linked, setLinked] = useState(() => ({ setup: linkedSetup(), number: 0 }));
  useEffect(() => {
    const onChange = () => {
      const setup = setupIn(present());
      if (setup) setLinked(({ number }) => ({ setup, number: number + 1 }));
    };
    addEventListener('hashchange', onChange);
    return () => removeEventListener('hashchange', onChange);
  }, []);
  return linked;
}

/** Puts a series into the address, beside what else stands there; null takes it out. */
export function writeSetup(setup: QuizSetup | null): void {
  const params = present();
  for (const name of names) params.delete(name);
  if (setup) for (const [name, value] of setupParams(setup)) params.set(name, value);
  const text = params.toString();
  history.replaceState(null, '', text ? `#${text}` : location.pathname + location.search);
}

/** The address of a series, for others. */
export function addressOf(setup: QuizSetup): string {
  return `${location.href.split('#')[0] ?? ''}#${setupParams(setup).toString()}`;
}
