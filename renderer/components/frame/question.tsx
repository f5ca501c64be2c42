import type { ReactNode } from 'react';
import { Dialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { useWindow } from './window-context.tsx';
import { Words } from './words.tsx';
import './question.css';

type Props = {
  readonly title: string;
  readonly explanation: string;
  readonly children?: ReactNode;
  /** The first button leaves all as it is. None where a form among the children has them. */
  readonly actions?: ReactNode;
  readonly onClose: () => void;
};

/** Asks before something that cannot be taken back. Escape leaves all as it is. The locale is for the dismiss button that only screen readers find. */
export function Question({ title, explanation, children, actions, onClose }: Props) {
  const { language } = useWindow();
  return (
    <I18nProvider locale={language}>
      <ModalOverlay className="dialog-overlay" isOpen isDismissable onOpenChange={(open) => !open && onClose()}>
        <Modal className="dialog-frame">
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
        </Modal>
      </ModalOverlay>
    </I18nProvider>
  );
}
