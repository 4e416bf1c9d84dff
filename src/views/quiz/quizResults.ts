import { download } from '../../browser/download.ts';
import { store, stored } from '../../browser/storage.ts';
import { type QuizResult, readResults, resultFile, withResult } from '../../quiz/quizSession.ts';

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
