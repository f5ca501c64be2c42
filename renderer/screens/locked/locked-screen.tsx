import type { ReactNode } from 'react';
import { BackButton, StepButton } from '../../components/form/step-button.tsx';
import { useRequest } from '../../components/form/use-request.ts';
import { Icon, type IconName } from '../../components/frame/icon.tsx';
import { ScreenFrame } from '../../components/frame/screen-frame.tsx';
import { useWindow } from '../../components/frame/window-context.tsx';
import { Words } from '../../components/frame/words.tsx';
import { ProblemNotice } from '../../components/problem/problem-notice.tsx';
import './locked-screen.css';

/** Manual, opening paragraph and 1 (1): what happened, what to have ready, and the request to hand in. */
export function LockedScreen() {
  const { api, text } = useWindow();
  const words = text.screens.locked;
  const request = useRequest();
  const actions = (
    <>
      <StepButton request={request} icon="paper" label={text.releaseRequest.open} call={() => api.releaseRequest.open()} />
      <StepButton request={request} kind="secondary" label={words.action} call={() => api.procedure.reportReleaseRequested()} />
      <BackButton request={request} toStart />
    </>
  );
  return (
    <ScreenFrame step="locked" title={words.title} mark="locked" lead={words.lead} actions={actions}>
      <ProblemNotice problem={request.problem} />
      <section className="locked-do">
        <h2>
          <Words>{words.doTitle}</Words>
        </h2>
        <p>
          <Words>{words.doBefore}</Words>
          <strong>
            <Words>{words.requestForm}</Words>
          </strong>
          <Words>{words.doText}</Words>
        </p>
      </section>
      <Papers title={words.nowTitle}>
        <Paper icon="seal" name={words.seal} note={words.sealNote} />
        <Paper icon="bank" name={words.account} note={words.accountNote} />
      </Papers>
      <Papers title={words.laterTitle}>
        <Paper icon="card" name={words.card} note={words.cardNote} />
        <Paper icon="paper" name={words.form} note={words.formNote} />
      </Papers>
    </ScreenFrame>
  );
}

function Papers({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section>
      <h2>
        <Words>{title}</Words>
      </h2>
      <ul className="locked-papers">{children}</ul>
    </section>
  );
}

function Paper({ icon, name, note }: { readonly icon: IconName; readonly name: string; readonly note: string }) {
  return (
    <li>
      <Icon name={icon} />
      <span>
        <strong>
          <Words>{name}</Words>
        </strong>
        <span>
          <Words>{note}</Words>
        </span>
      </span>
    </li>
  );
}
