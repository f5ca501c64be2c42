import { useCallback, useEffect, useState } from 'react';
import type { PracticePapers, PracticeScenarios } from '../../preload/contract/practice.ts';
import type { Problem } from '../../preload/contract/problem.ts';
import type { Accepted } from '../../preload/contract/procedure.ts';
import { CloseButton } from '../components/form/close-button.tsx';
import { StepButton } from '../components/form/step-button.tsx';
import { useChosen } from '../components/form/use-chosen.ts';
import { brokenBorder, type Request, useRequest } from '../components/form/use-request.ts';
import { useWindow } from '../components/frame/window-context.tsx';
import { Words } from '../components/frame/words.tsx';
import { ProblemNotice } from '../components/problem/problem-notice.tsx';
import { OpenScenario } from './open-scenario.tsx';
import { PaperForm, PracticeCard } from './papers.tsx';
import { ScenarioChoice } from './scenario-choice.tsx';
import { SituationChoice } from './situation-choice.tsx';
import './practice-panel.css';

/** The demo company's papers and the branch's part. The papers are held only while the panel is open. */
export function PracticePanel({ onClose }: { readonly onClose: () => void }) {
  const { text } = useWindow();
  const words = text.practice;
  const { papers, scenarios, problem, read } = usePapers();
  useEscape(onClose);
  return (
    <aside id="practice-panel" className="practice-panel" aria-label={words.title}>
      <header className="practice-head">
        <h2>
          <span className="practice-mark">
            <Words>{text.shell.practice}</Words>
          </span>
          <Words>{words.heading}</Words>
        </h2>
        <CloseButton label={text.common.close} onPress={onClose} />
      </header>
      <p className="practice-lead">
        <Words>{words.lead}</Words>
      </p>
      <ProblemNotice problem={problem} />
      {(papers === null || scenarios === null) && problem === null && (
        <p role="status">
          <Words>{words.loading}</Words>
        </p>
      )}
      {papers !== null && scenarios !== null && <Papers papers={papers} scenarios={scenarios} read={read} />}
    </aside>
  );
}

/** The papers as they are now, and how to read them again. */
function usePapers() {
  const { api } = useWindow();
  const [papers, setPapers] = useState<PracticePapers | null>(null);
  const [scenarios, setScenarios] = useState<PracticeScenarios | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const read = useCallback(async () => {
    try {
      const [answer, listed] = await Promise.all([api.practice.readPapers(), api.practice.readScenarios()]);
      if (answer.ok) setPapers(answer.value);
      if (listed.ok) setScenarios(listed.value);
      const refusal = [answer, listed].find((one) => !one.ok);
      setProblem(refusal === undefined || refusal.ok ? null : refusal.problem);
    } catch {
      setProblem(brokenBorder);
    }
  }, [api]);
  useEffect(() => void read(), [read]);
  return { papers, scenarios, problem, read };
}

/** Escape closes the panel, unless a dialog above it has the first word. */
function useEscape(onClose: () => void): void {
  useEffect(() => {
    const leave = (event: KeyboardEvent) => event.key === 'Escape' && document.querySelector('[role="alertdialog"]') === null && onClose();
    window.addEventListener('keydown', leave);
    return () => window.removeEventListener('keydown', leave);
  }, [onClose]);
}

type PapersProps = { readonly papers: PracticePapers; readonly scenarios: PracticeScenarios; readonly read: () => Promise<void> };

function Papers({ papers, scenarios, read }: PapersProps) {
  const { api } = useWindow();
  const request = useRequest();
  const play = async (part: () => Promise<Accepted>): Promise<Accepted> => {
    const accepted = await part();
    await read();
    return accepted;
  };
  const situation = useChosen(
    papers,
    (all) => all.situation,
    (code) => play(() => api.practice.setSituation({ code })),
  );
  return (
    <>
      <ProblemNotice problem={situation.problem} reply={request.problem} />
      {scenarios.open !== null && <OpenScenario scenario={scenarios.open} request={request} />}
      <PracticeCard card={papers.customerCard} />
      <PaperForm form={papers.applicationForm} />
      <Branch papers={papers} request={request} play={play} />
      <ScenarioChoice scenarios={scenarios} request={request} />
      <SituationChoice situation={situation} />
    </>
  );
}

type BranchProps = {
  readonly papers: PracticePapers;
  readonly request: Request;
  readonly play: (part: () => Promise<Accepted>) => Promise<Accepted>;
};

/** The branch's part, which the person plays. */
function Branch({ papers, request, play }: BranchProps) {
  const { api, text } = useWindow();
  const words = text.practice;
  return (
    <section className="practice-branch" aria-labelledby="practice-branch">
      <h3 id="practice-branch">
        <Words>{words.branch}</Words>
      </h3>
      <p role="status" data-status={papers.contractStatus}>
        {words.status}:{' '}
        <strong>
          <Words>{words.statuses[papers.contractStatus]}</Words>
        </strong>
      </p>
      {papers.contractStatus === 'locked' ? (
        <StepButton request={request} kind="secondary" label={words.release} call={() => play(() => api.practice.releaseLock())} />
      ) : (
        <StepButton request={request} kind="secondary" icon="lock" label={words.lockAgain} call={() => play(() => api.practice.lockAgain())} />
      )}
    </section>
  );
}
