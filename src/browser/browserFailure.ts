/**
 * What the browser, or the server behind it, did not do for the page: `not-loaded`, a part of the page did not come, or came
 * damaged; `no-clipboard`, it may not copy or paste; `not-kept`, its storage is full or forbidden. `cause` is what it said.
 */
export class BrowserFailure extends Error {
  readonly kind: 'not-loaded' | 'no-clipboard' | 'not-kept';

  constructor(kind: BrowserFailure['kind'], cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.kind = kind;
  }
}
