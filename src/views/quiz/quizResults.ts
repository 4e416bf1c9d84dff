import { type QuizResult, readResults, resultFile, withResult } from '../../quiz/quizSession.ts';
import { store, stored } from '../browserStorage.ts';
import { download } from '../download.ts';

/** What was done on this device, the newest first. */
export function keptResults(): readonly QuizResult[] {
  return readResults(stored('quiz'));
}

export function keepResult(result: QuizResult): void {
  store('quiz', JSON.stringify(withResult(keptResults(), result)));
}

/** Gives the user results as a file. */
export function saveResults(results: readonly QuizResult[]): void {
  download(new Blob([resultFile(results)], { type: 'application/json' }), 'mitmap-quiz.json');
}
