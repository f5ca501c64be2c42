import type { ReactNode } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { ModalLayer } from './modal-layer.tsx';
import { Words } from './words.tsx';

type Props = {
  readonly title: string;
  readonly explanation: string;
  readonly children?: ReactNode;
  /** The first button leaves all as it is. None where a form among the children has them. */
  readonly actions?: ReactNode;
  readonly onClose: () => void;
};

/** Asks before something that cannot be taken back. Escape leaves all as it is. */
export function Question({ title, explanation, children, actions, onClose }: Props) {
  return (
    <ModalLayer className="dialog-frame" onClose={onClose}>
      <Dialog className="dialog" role="alertdialog" aria-describedby="dialog-explanation">
        <Heading slot="title">
          <Words>{title}</Words>
        </Heading>
        <p id="dialog-explanation">
          <Words>{explanation}</Words>
        </p>
        {children}
        {actions !== undefined && <div className="dialog-actions">{actions}</div>}
      </Dialog>
    </ModalLayer>
  );
}
