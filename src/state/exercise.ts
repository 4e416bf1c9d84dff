import type { AppState, Dialog } from './appState.ts';

/** Whether the model that is shown is that of an exercise. */
export function isExercise({ sharedSession }: Pick<AppState, 'sharedSession'>): boolean {
  return sharedSession?.exercise === true;
}

/** Dialogs that say nothing about the cluster that is asked about. */
const harmless: readonly Dialog[] = [
  'help',
  'reference',
  'about',
  'glossary',
  'course',
  'presenter',
  'start',
  'import',
];

/** Whether a dialog shows what an exercise asks for. */
export function isTelling({ hiddenAnswers }: Pick<AppState, 'hiddenAnswers'>, dialog: Dialog | null): boolean {
  return hiddenAnswers !== null && dialog !== null && !harmless.includes(dialog);
}
