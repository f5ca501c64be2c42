import { lazy, Suspense, useState } from 'react';
import type { LiveSession } from '../../state/live-session.ts';
import { formatTime } from '../../text/dates.ts';
import { Button } from '../form/button.tsx';
import { isBeingEntered } from '../form/entry-note.ts';
import { useRequest } from '../form/use-request.ts';
import { useWindow } from './window-context.tsx';
import { Words } from './words.tsx';

const ConfirmDialog = lazy(() => import('./confirm-dialog.tsx').then((module) => ({ default: module.ConfirmDialog })));

/** While a session lives: whose it is, when the bank ends it, and ログオフ. Asked first where something would be lost. */
export function SessionBar({ session: { company, expiresAt, kind } }: { readonly session: LiveSession }) {
  const { api, language, text } = useWindow();
  const words = text.session;
  const request = useRequest();
  const [asking, setAsking] = useState(false);
  const logOff = () => {
    setAsking(false);
    void request.send(() => api.procedure.logOff());
  };
  const press = () => {
    if (kind === 'activation' || isBeingEntered(document)) setAsking(true);
    else logOff();
  };
  return (
    <section className="session-bar" aria-label={words.name}>
      <p>
        <strong className="session-company">
          <Words>{company}</Words>
        </strong>{' '}
        <span className="session-until">
          <Words>{words.until(formatTime(expiresAt, language))}</Words>
        </span>
      </p>
      <Button busy={request.pending} onPress={press}>
        {words.logOff}
      </Button>
      <span role="status" className="visually-hidden">
        {request.pending ? words.loggingOff : ''}
      </span>
      {asking && (
        <Suspense>
          <ConfirmDialog
            title={words.title}
            explanation={kind === 'activation' ? words.activationText : words.entryText}
            confirm={words.logOff}
            onConfirm={logOff}
            onClose={() => setAsking(false)}
          />
        </Suspense>
      )}
    </section>
  );
}
