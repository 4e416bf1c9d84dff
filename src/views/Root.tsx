import { App } from './App.tsx';
import { Boundary } from './failure/Boundary.tsx';
import { NotesWindow } from './lazyViews.tsx';

/** The app, or the window for notes that the presenting page has opened at `#notes=…`. */
export function Root() {
  return <Boundary part="part.page">{/^#notes=/.test(location.hash) ? <NotesWindow /> : <App />}</Boundary>;
}
