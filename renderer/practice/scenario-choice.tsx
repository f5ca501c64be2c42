import { lazy, Suspense, useState } from 'react';
import type { PracticeScenarios } from '../../preload/contract/practice.ts';
import { type ScenarioGroup, scenarioGroups } from '../../preload/contract/scenario-groups.ts';
import type { Request } from '../components/form/use-request.ts';
import { useWindow } from '../components/frame/window-context.tsx';
import { Words } from '../components/frame/words.tsx';

const ConfirmDialog = lazy(() => import('../components/frame/confirm-dialog.tsx').then((module) => ({ default: module.ConfirmDialog })));

type Shipped = PracticeScenarios['shipped'][number];
type Props = { readonly scenarios: PracticeScenarios; readonly request: Request };

/** The scenarios that come with the program, by the manual's sections: the program starts again at the one that is chosen. */
export function ScenarioChoice({ scenarios, request }: Props) {
  const { api, text, language } = useWindow();
  const words = text.practice.scenarios;
  const [asked, setAsked] = useState<Shipped | null>(null);
  const confirm = () => {
    if (asked !== null) void request.send(() => api.practice.openScenario({ id: asked.id }));
    setAsked(null);
  };
  return (
    <section className="practice-scenarios" aria-labelledby="practice-scenarios">
      <h3 id="practice-scenarios">
        <Words>{words.title}</Words>
      </h3>
      <p>
        <Words>{words.note}</Words>
      </p>
      {scenarioGroups.map((group) => (
        <Group key={group} group={group} scenarios={scenarios} busy={request.pending} onChoose={setAsked} />
      ))}
      {asked !== null && (
        <Suspense>
          <ConfirmDialog
            title={words.question(asked.title[language])}
            explanation={scenarios.open === null ? words.keepsPractice : words.givesUpScenario}
            confirm={words.begin}
            kind={scenarios.open === null ? 'primary' : 'danger'}
            onConfirm={confirm}
            onClose={() => setAsked(null)}
          />
        </Suspense>
      )}
    </section>
  );
}

type GroupProps = {
  readonly group: ScenarioGroup;
  readonly scenarios: PracticeScenarios;
  readonly busy: boolean;
  readonly onChoose: (one: Shipped) => void;
};

/** One section of the manual; opening it closes the others. */
function Group({ group, scenarios: { shipped, open }, busy, onChoose }: GroupProps) {
  const { text, language } = useWindow();
  const words = text.practice.scenarios;
  const those = shipped.filter((one) => one.group === group);
  if (those.length === 0) return null;
  return (
    <details name="practice-scenarios">
      <summary>
        <Words>{words.groups[group]}</Words>
        <span className="practice-count">{those.length}</span>
      </summary>
      <ul>
        {those.map((one) => (
          <li key={one.id}>
            <button type="button" aria-disabled={busy} aria-current={open?.id === one.id ? 'true' : undefined} onClick={() => !busy && onChoose(one)}>
              <Words>{one.title[language]}</Words>
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
