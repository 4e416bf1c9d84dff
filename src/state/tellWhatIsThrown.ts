import type { AppStore } from './appState.ts';

/** Says a browser that gave up measuring for this frame and goes on in the next one: no fault of anybody. */
const harmless = /^ResizeObserver loop/;

/** Tells what is thrown where no view can show it: in handlers, timers and promises. */
export function tellWhatIsThrown(app: AppStore): void {
  addEventListener('error', ({ error, message }) => {
    // Scripts of other origins, as browser extensions bring them, say nothing of themselves.
    if (error && !harmless.test(message)) app.getState().tellProblem(error);
  });
  addEventListener('unhandledrejection', ({ reason }) => app.getState().tellProblem(reason));
}
