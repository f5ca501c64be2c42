import type { Problem } from '../../../preload/contract/problem.ts';
import { problemFacts } from '../../../preload/contract/problem-facts.ts';
import { useWindow } from '../frame/window-context.tsx';
import { Words } from '../frame/words.tsx';
import { BundleButton } from './bundle-button.tsx';
import './problem-advice.css';

/** What stands below a problem's first step, folded. The phone is in the header and the code in the rail: only what is not there is said here. */
export function ProblemAdvice({ problem, why }: { readonly problem: Problem; readonly why?: string }) {
  const { screenCode, text } = useWindow();
  const words = text.problem;
  const { causes, steps } = words.advice[problem.code];
  const { contact, severity } = problemFacts[problem.code];
  const askStaff = contact === 'staff' && severity !== 'blocking';
  const code = problem.screenCode === screenCode ? '' : problem.screenCode;
  return (
    <div className="advice">
      <Fold title={words.causes} lines={causes} {...(why === undefined ? {} : { why })} />
      {steps.length > 0 && <Fold title={words.more} lines={steps} />}
      <BundleButton />
      {askStaff && (
        <p>
          <Words>{words.askStaff}</Words>
        </p>
      )}
      {code !== '' && (
        <p>
          {text.shell.screenCode}: <span translate="no">{code}</span>
        </p>
      )}
      {problem.reference !== null && (
        <p>
          {words.reference}: <span translate="no">{problem.reference}</span>
        </p>
      )}
    </div>
  );
}

function Fold({ title, lines, why }: { readonly title: string; readonly lines: readonly string[]; readonly why?: string }) {
  return (
    <details>
      <summary>{title}</summary>
      {why !== undefined && (
        <p>
          <Words>{why}</Words>
        </p>
      )}
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
