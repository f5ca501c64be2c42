import type { Problem } from '../../../preload/contract/problem.ts';
import { type Contact, problemFacts } from '../../../preload/contract/problem-facts.ts';
import { useWindow } from '../frame/window-context.tsx';
import { Words } from '../frame/words.tsx';
import './problem-advice.css';

/** What stands below a problem's first step: causes and further steps, folded; whom to call; what to read out. */
export function ProblemAdvice({ problem }: { readonly problem: Problem }) {
  const { text } = useWindow();
  const words = text.problem;
  const { causes, steps } = words.advice[problem.code];
  return (
    <>
      <div className="advice">
        <Fold title={words.causes} lines={causes} />
        {steps.length > 0 && <Fold title={words.more} lines={steps} />}
      </div>
      <p className="advice-foot">
        <Call contact={problemFacts[problem.code].contact} />
        {problem.screenCode !== '' && (
          <span>
            {text.shell.screenCode}: <span translate="no">{problem.screenCode}</span>
          </span>
        )}
        {problem.reference !== null && (
          <span>
            {words.reference}: <span translate="no">{problem.reference}</span>
          </span>
        )}
      </p>
    </>
  );
}

function Fold({ title, lines }: { readonly title: string; readonly lines: readonly string[] }) {
  return (
    <details>
      <summary>{title}</summary>
      <ol>
        {lines.map((line) => (
          <li key={line}>
            <Words>{line}</Words>
          </li>
        ))}
      </ol>
    </details>
  );
}

/** Whom to call, and when somebody is there. */
export function Call({ contact }: { readonly contact: Contact }) {
  const { bank, language, text } = useWindow();
  switch (contact) {
    case 'bank':
      return (
        <span>
          {text.problem.callBank}: <strong translate="no">{bank.support.phone}</strong> {bank.support.hours[language]}
        </span>
      );
    case 'staff':
      return (
        <span>
          <Words>{text.problem.askStaff}</Words>
        </span>
      );
    case 'nobody':
      return null;
    default:
      return contact satisfies never;
  }
}
