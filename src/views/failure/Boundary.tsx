import { Component, type ReactNode } from 'react';
import type { TextKey } from '../../i18n/texts.ts';
import { type Problem, problemOf } from '../../state/problems.ts';
import { selectTranslate } from '../../state/selectors.ts';
import { useAppStore } from '../shared/AppStoreContext.ts';
import { Failure } from './Failure.tsx';
import './failure.css';

type BoundaryProps = {
  /** What is inside, as the message names it. */
  readonly part: TextKey;
  /** Another value shows what failed once more: an undo may have taken the cause away. */
  readonly resetOn?: unknown;
  /** Leaves the part that failed. */
  readonly close?: () => void;
  /** What stands around the message; nothing by default. */
  readonly frame?: (message: ReactNode) => ReactNode;
  readonly children: ReactNode;
};

/** A part of the page that may fail, or fail to come, and takes nothing else with it. */
export class Boundary extends Component<BoundaryProps, { readonly problem: Problem | null }> {
  override state: { readonly problem: Problem | null } = { problem: null };

  static getDerivedStateFromError(thrown: unknown) {
    return { problem: problemOf(thrown) };
  }

  override componentDidUpdate(past: BoundaryProps) {
    if (this.state.problem && past.resetOn !== this.props.resetOn) this.setState({ problem: null });
  }

  override render() {
    const { part, close, frame = (message) => message, children } = this.props;
    const { problem } = this.state;
    if (!problem) return children;
    return frame(
      <FailedPart part={part} problem={problem} tryAgain={() => this.setState({ problem: null })} close={close} />,
    );
  }
}

function FailedPart({
  part,
  problem,
  tryAgain,
  close,
}: {
  readonly part: TextKey;
  readonly problem: Problem;
  readonly tryAgain: () => void;
  readonly close: (() => void) | undefined;
}) {
  const t = useAppStore(selectTranslate);
  return <Failure part={t(part)} problem={problem} tryAgain={tryAgain} close={close ?? null} />;
}
