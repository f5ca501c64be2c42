import { lazy, Suspense, useState } from 'react';
import type { Accepted } from '../../../preload/contract/procedure.ts';
import { Button } from '../form/button.tsx';
import { useRequest } from '../form/use-request.ts';
import type { IconName } from './icon.tsx';
import { useWindow } from './window-context.tsx';

const ConfirmDialog = lazy(() => import('./confirm-dialog.tsx').then((module) => ({ default: module.ConfirmDialog })));

type Props = {
  /** Where the start is passed on the way: what is chosen there. */
  readonly then?: () => Promise<Accepted>;
  readonly label?: string;
  readonly kind?: 'quiet' | 'secondary' | 'primary';
  readonly icon?: IconName;
};

/** The button that starts the whole procedure over, after asking. */
export function StartOver({ then, label, kind = 'quiet', icon }: Props) {
  const { api, text } = useWindow();
  const request = useRequest();
  const [asking, setAsking] = useState(false);
  const confirm = () => {
    setAsking(false);
    void request.send(async () => {
      const answer = await api.procedure.startOver();
      return answer.ok && then !== undefined ? then() : answer;
    });
  };
  return (
    <>
      <Button kind={kind} busy={request.pending} {...(icon === undefined ? {} : { icon })} onPress={() => setAsking(true)}>
        {label ?? text.common.startOver}
      </Button>
      {asking && (
        <Suspense>
          <ConfirmDialog
            title={text.common.startOverTitle}
            explanation={text.common.startOverText}
            confirm={text.common.startOverConfirm}
            onConfirm={confirm}
            onClose={() => setAsking(false)}
          />
        </Suspense>
      )}
    </>
  );
}
