import type { Accepted } from '../../preload/contract/procedure.ts';
import { isSituationCode, type SituationCode, situationCodes } from '../../preload/contract/situations.ts';
import type { Request } from '../components/use-request.ts';
import { useWindow } from '../components/window-context.tsx';
import { Words } from '../components/words.tsx';

type Props = { readonly request: Request; readonly current: SituationCode | null; readonly choose: (code: SituationCode | null) => Promise<Accepted> };

/** Puts the practice into the situation in which a problem really arises. */
export function SituationChoice({ request, current, choose }: Props) {
  const { text } = useWindow();
  const words = text.practice;
  return (
    <section className="practice-situation">
      <h3>
        <label htmlFor="practice-situation">
          <Words>{words.situation}</Words>
        </label>
      </h3>
      <p>
        <Words>{words.situationNote}</Words>
      </p>
      <select
        id="practice-situation"
        value={current ?? ''}
        disabled={request.pending}
        onChange={(event) => {
          const { value } = event.currentTarget;
          void request.send(() => choose(isSituationCode(value) ? value : null));
        }}
      >
        <option value="">{words.ordinary}</option>
        {situationCodes.map((code) => (
          <option key={code} value={code}>
            <Words>{text.problem.codes[code].title}</Words>
          </option>
        ))}
      </select>
    </section>
  );
}
