import { lazy, Suspense, useState } from 'react';
import { Button } from '../../components/form/button.tsx';
import { Hint } from '../../components/form/hint.tsx';
import { StepButton } from '../../components/form/step-button.tsx';
import { useRequest } from '../../components/form/use-request.ts';
import { ScreenFrame } from '../../components/frame/screen-frame.tsx';
import { useWindow } from '../../components/frame/window-context.tsx';
import { Words } from '../../components/frame/words.tsx';
import { ProblemNotice } from '../../components/problem/problem-notice.tsx';
import type { StateOf } from '../../state/screen-of.ts';

const ConfirmDialog = lazy(() => import('../../components/frame/confirm-dialog.tsx').then((module) => ({ default: module.ConfirmDialog })));

/** Where the procedure stands cannot be read now: try again, look at the file, or begin without it. */
export function JournalUnavailableScreen({ state }: { readonly state: StateOf<'journalUnavailable'> }) {
  const { api, text } = useWindow();
  const words = text.screens.journalUnavailable;
  const request = useRequest();
  const [asking, setAsking] = useState(false);
  const begin = () => {
    setAsking(false);
    void request.send(() => api.procedure.setJournalAside());
  };
  const actions = (
    <>
      <StepButton request={request} label={words.action} icon="arrow" call={() => api.procedure.readJournalAgain()} />
      <StepButton request={request} kind="secondary" label={words.showFolder} call={() => api.procedure.showJournal()} />
      <Button kind="quiet" busy={request.pending} onPress={() => setAsking(true)}>
        {words.begin}
      </Button>
    </>
  );
  return (
    <ScreenFrame step={state.step} place={words.place} title={words.title} lead={words.lead} actions={actions}>
      <ProblemNotice problem={request.problem ?? state.problem} />
      <Hint icon="shield">
        <Words>{words.note}</Words>
      </Hint>
      {asking && (
        <Suspense>
          <ConfirmDialog
            title={words.beginTitle}
            explanation={words.beginText}
            confirm={words.beginConfirm}
            onConfirm={begin}
            onClose={() => setAsking(false)}
          />
        </Suspense>
      )}
    </ScreenFrame>
  );
}
