import { lazy, Suspense, useState } from 'react';
import type { PracticeScenarios } from '../../preload/contract/practice.ts';
import { Button } from '../components/form/button.tsx';
import type { Request } from '../components/form/use-request.ts';
import { useWindow } from '../components/frame/window-context.tsx';
import { Words } from '../components/frame/words.tsx';

const ConfirmDialog = lazy(() => import('../components/frame/confirm-dialog.tsx').then((module) => ({ default: module.ConfirmDialog })));

type Opened = NonNullable<PracticeScenarios['open']>;

/** The scenario that the practice began at: what has happened, the PINs that it has set, and the way back. */
export function OpenScenario({ scenario, request }: { readonly scenario: Opened; readonly request: Request }) {
  const { api, text, language } = useWindow();
  const words = text.practice.scenarios;
  const [asking, setAsking] = useState(false);
  const confirm = () => {
    setAsking(false);
    void request.send(() => api.practice.leaveScenario());
  };
  return (
    <section className="practice-open-scenario" aria-labelledby="practice-open-scenario">
      <p className="practice-eyebrow">
        <Words>{words.open}</Words>
      </p>
      <h3 id="practice-open-scenario">
        <Words>{scenario.title[language]}</Words>
      </h3>
      <p>
        <Words>{scenario.about[language]}</Words>
      </p>
      {scenario.pins !== null && <Pins pins={scenario.pins} />}
      <Button kind="secondary" busy={request.pending} onPress={() => setAsking(true)}>
        {words.leave}
      </Button>
      {asking && (
        <Suspense>
          <ConfirmDialog title={words.leaveQuestion} explanation={words.leaveText} confirm={words.leave} onConfirm={confirm} onClose={() => setAsking(false)} />
        </Suspense>
      )}
    </section>
  );
}

/** What the demo company's administrator has set, as it would stand in nobody's drawer. */
function Pins({ pins: { logonPin, confirmationPin } }: { readonly pins: NonNullable<Opened['pins']> }) {
  const words = useWindow().text.practice.scenarios;
  return (
    <dl>
      <dt>
        <Words>{words.logonPin}</Words>
      </dt>
      <dd className="practice-number">{logonPin}</dd>
      <dt>
        <Words>{words.confirmationPin}</Words>
      </dt>
      <dd className="practice-number">{confirmationPin}</dd>
    </dl>
  );
}
