import { Button } from '../form/button.tsx';
import { Question } from './question.tsx';
import { useWindow } from './window-context.tsx';

type Props = {
  readonly title: string;
  readonly explanation: string;
  readonly confirm: string;
  /** primary: nothing is lost by it. */
  readonly kind?: 'danger' | 'primary';
  readonly onConfirm: () => void;
  readonly onClose: () => void;
};

/** Asks before something is given up. */
export function ConfirmDialog({ title, explanation, confirm, kind = 'danger', onConfirm, onClose }: Props) {
  const { text } = useWindow();
  const actions = (
    <>
      <Button onPress={onClose}>{text.common.cancel}</Button>
      <Button kind={kind} onPress={onConfirm}>
        {confirm}
      </Button>
    </>
  );
  return <Question title={title} explanation={explanation} actions={actions} onClose={onClose} />;
}
