import { Component, type ReactNode } from 'react';

/** Shows a message in place of a part of the page that failed; the rest goes on. */
export class ErrorBoundary extends Component<
  { readonly message: string; readonly children: ReactNode },
  { readonly failed: boolean }
> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    return this.state.failed ? (
      <p role="alert" className="crash">
        {this.props.message}
      </p>
    ) : (
      this.props.children
    );
  }
}
