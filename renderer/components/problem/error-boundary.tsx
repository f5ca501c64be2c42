import { Component, type ReactNode } from 'react';
import { Unavailable } from './unavailable.tsx';

/** React knows no other form than a class for this. A bug in a screen ends here, with words and a way out. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, { readonly broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { readonly broken: boolean } {
    return { broken: true };
  }

  override render(): ReactNode {
    return this.state.broken ? <Unavailable /> : this.props.children;
  }
}
