import type { ReactNode } from 'react';
import type { Problem } from '../../../preload/contract/problem.ts';
import { problemFacts, type Severity } from '../../../preload/contract/problem-facts.ts';
import { fewAttempts } from '../../state/review.ts';
import { formatDateTime } from '../../text/dates.ts';
import { Icon, type IconName } from '../frame/icon.tsx';
import { useWindow } from '../frame/window-context.tsx';
import { Words } from '../frame/words.tsx';
import { ProblemAdvice } from './problem-advice.tsx';
import { ProxySignInButton } from './proxy-sign-in.tsx';
import { ReissueButton } from './reissue-button.tsx';
import './problem-notice.css';

const icons: Readonly<Record<Severity, IconName>> = { information: 'info', warning: 'warning', error: 'error', blocking: 'lock' };

type Props = {
  /** What the screen's state says. */
  readonly problem: Problem | null;
  /** What a request's reply said, if it is not the same. */
  readonly reply?: Problem | null;
  /** Above a screen that goes on: only what happened and what to do; why is folded. */
  readonly brief?: boolean;
  /** What can be done about the state's problem where it stands. */
  readonly action?: ReactNode;
};

/** What went wrong, why, what to do now. The frame is always there, so that a change in it is announced. */
export function ProblemNotice({ problem, reply = null, brief = false, action }: Props) {
  const shown = reply !== null && reply.code !== problem?.code ? [reply, problem] : [problem ?? reply];
  return (
    <div role="alert" className="problems">
      {shown.map((each) => each !== null && <OneProblem key={each.code} problem={each} brief={brief} action={each === problem ? action : undefined} />)}
    </div>
  );
}

type OneProps = { readonly problem: Problem; readonly brief: boolean; readonly action: ReactNode };

function OneProblem({ problem, brief: asked, action }: OneProps) {
  const { text, language } = useWindow();
  const words = text.problem.codes[problem.code];
  const { severity } = problemFacts[problem.code];
  // Where the attempts are counted, the title says what was wrong: the field below must stay in sight.
  const brief = asked || (problem.attemptsLeft !== null && problem.attemptsLeft > 0);
  const named = severity === 'information' || severity === 'blocking';
  return (
    <div className={`problem problem-${severity}`} data-code={problem.code}>
      <Icon name={icons[severity]} />
      <div>
        <p className={named ? 'problem-severity' : 'problem-severity visually-hidden'}>
          <Words>{text.problem.severities[severity]}</Words>
        </p>
        <p className="problem-title">
          <Words>{words.title}</Words>
        </p>
        {!brief && (
          <p>
            <Words>{words.why}</Words>
          </p>
        )}
        <p>
          <Words>{words.next}</Words>
        </p>
        {problem.retryAt !== null && (
          <p>
            <Words>{text.problem.retryAt(formatDateTime(problem.retryAt, language))}</Words>
          </p>
        )}
        <RemarkLine remark={problem.remark} />
        <AttemptsLeft count={problem.attemptsLeft} />
        <ReissueButton code={problem.code} />
        <ProxySignInButton code={problem.code} />
        {action}
        <ProblemAdvice problem={problem} {...(asked ? { why: words.why } : {})} />
      </div>
    </div>
  );
}

/** What others say of it: the bank's own words as they came, or the code of what a check found. */
function RemarkLine({ remark }: { readonly remark: Problem['remark'] }) {
  const { text } = useWindow();
  if (remark === null) return null;
  if (remark.from === 'bank') return <p className="problem-remark">{text.problem.bankSays(remark.text)}</p>;
  return (
    <p className="problem-remark">
      {text.problem.checkFound}: <span translate="no">{remark.text}</span>
    </p>
  );
}

/** How many wrong entries are left, and what comes after the last one. */
function AttemptsLeft({ count }: { readonly count: number | null }) {
  const { text } = useWindow();
  if (count === null || count === 0) return null;
  return (
    <p className={count <= fewAttempts ? 'attempts attempts-few' : 'attempts'}>
      <strong>{text.problem.attemptsLeft(count)}</strong> {count <= fewAttempts && <Words>{text.problem.lockMeans}</Words>}
    </p>
  );
}
