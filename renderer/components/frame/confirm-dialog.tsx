import { Dialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { Button } from '../form/button.tsx';
import { useWindow } from './window-context.tsx';
import { Words } from './words.tsx';
import './confirm-dialog.css';

type Props = {
  readonly title: string;
  readonly explanation: string;
  readonly confirm: string;
  readonly onConfirm: () => void;
  readonly onClose: () => void;
};

/** Asks before something that cannot be taken back. Escape and the first button leave all as it is. The locale is for the dismiss button that only screen readers find. */
export function ConfirmDialog({ title, explanation, confirm, onConfirm, onClose }: Props) {
  const { language, text } = useWindow();
  return (
    <I18nProvider locale={language}>
      <ModalOverlay className="dialog-overlay" isOpen isDismissable onOpenChange={(open) => !open && onClose()}>
        <Modal className="dialog-frame">
          <Dialog className="dialog" role="alertdialog" aria-describedby="dialog-explanation">
            <Heading slot="title">{title}</Heading>
            <p id="dialog-explanation">{explanation}</p>
            <div className="dialog-actions">
              <Button onPress={onClose}>
                <Words>{text.common.cancel}</Words>
              </Button>
              <Button kind="danger" onPress={onConfirm}>
                {confirm}
              </Button>
            </div>
          </Dialog>
        </Modal>
      </ModalOverlay>
    </I18nProvider>
  );
}
