import type { ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { useWindow } from './window-context.tsx';
import './question.css';

type Props = {
  /** Of the frame that stands before the window. */
  readonly className: string;
  readonly onClose: () => void;
  /** One Dialog. */
  readonly children: ReactNode;
};

/** Before the whole window, which cannot be used meanwhile; Escape, or a press beside the frame, closes it. The locale is for the dismiss button that only screen readers find. */
export function ModalLayer({ className, onClose, children }: Props) {
  const { language } = useWindow();
  return (
    <I18nProvider locale={language}>
      <ModalOverlay className="dialog-overlay" isOpen isDismissable onOpenChange={(open) => !open && onClose()}>
        <Modal className={className}>{children}</Modal>
      </ModalOverlay>
    </I18nProvider>
  );
}
