import { bankSituations, byHandCodes, isSituationCode, momentOf, type SituationCode, situationCodes } from '../../preload/contract/situations.ts';
import type { Chosen } from '../components/form/use-chosen.ts';
import { useWindow } from '../components/frame/window-context.tsx';
import { Words } from '../components/frame/words.tsx';

type Props = { readonly situation: Chosen<SituationCode | null> };

const atBank = situationCodes.filter((code) => code in bankSituations);
const onPc = situationCodes.filter((code) => !(code in bankSituations));

/** Puts the practice into the situation in which a problem really arises, and says where it will be met. */
export function SituationChoice({ situation }: Props) {
  const { value: current, choose } = situation;
  const { text } = useWindow();
  const words = text.practice.situations;
  return (
    // Open where one holds: nobody is left in a situation that they do not see.
    <details className="practice-situation" open={current !== null ? true : undefined}>
      <summary>
        <Words>{text.practice.scenarios.allSituations}</Words>
      </summary>
      <p>
        <Words>{words.note}</Words>
      </p>
      <label htmlFor="practice-situation">
        <Words>{words.title}</Words>
      </label>
      <select
        id="practice-situation"
        aria-describedby="practice-situation-moment"
        value={current ?? ''}
        onChange={(event) => {
          const { value } = event.currentTarget;
          choose(isSituationCode(value) ? value : null);
        }}
      >
        <option value="">{words.ordinary}</option>
        <Situations label={words.atBank} codes={atBank} />
        <Situations label={words.onPc} codes={onPc} />
      </select>
      <p id="practice-situation-moment" role="status">
        {current !== null && <Words>{words.moments[momentOf(current)]}</Words>}
      </p>
      <ByHand />
    </details>
  );
}

function Situations({ label, codes }: { readonly label: string; readonly codes: readonly SituationCode[] }) {
  const { text } = useWindow();
  return (
    <optgroup label={label}>
      {codes.map((code) => (
        <option key={code} value={code}>
          {text.problem.codes[code].title}
        </option>
      ))}
    </optgroup>
  );
}

/** What no switch brings about: what to do for it. */
function ByHand() {
  const { text } = useWindow();
  const words = text.practice.situations;
  return (
    <details>
      <summary>
        <Words>{words.byHand}</Words>
      </summary>
      <dl>
        {byHandCodes.map((code) => (
          <div key={code}>
            <dt>
              <Words>{text.problem.codes[code].title}</Words>
            </dt>
            <dd>
              <Words>{words.byHandSteps[code]}</Words>
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
