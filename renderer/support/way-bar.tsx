import { useEffect, useId } from 'react';
import type { DescribedScreen, DescribedWindow } from '../../preload/contract/full-code/described-window.ts';
import { type ProblemCode, problemNumbers } from '../../preload/contract/problem-numbers.ts';
import type { StepOrderName } from '../../preload/contract/step-order.ts';
import { Button } from '../components/form/button.tsx';
import { codeOfScreen } from '../reproduction/reproduce-procedure.ts';
import { describedAt, neighbourOf, problemsAt, screensInOrder, withoutProblem, withProblem } from './along-the-way.ts';
import { type Side, titleOf } from './side.ts';
import { usualScreens } from './usual-screens.ts';

type Props = {
  readonly described: DescribedWindow;
  readonly side: Side;
  readonly steps: StepOrderName;
  readonly onGo: (described: DescribedWindow) => void;
};

/** Forward and back along the procedure, and through the problems that can arise at this screen. */
export function WayBar({ described, side, steps, onGo }: Props) {
  const { words } = side;
  const id = useId();
  const back = neighbourOf(described, -1, steps);
  const forward = neighbourOf(described, 1, steps);
  const go = (to: DescribedWindow | null) => to !== null && onGo(to);
  useWayKeys(described, steps, onGo);
  return (
    <nav className="way-bar" aria-label={words.way.name}>
      <div className="way-screens">
        <Button icon="back" busy={back === null} onPress={() => go(back)}>
          {words.way.back}
        </Button>
        <select
          aria-label={words.search.screen}
          value={described.shown.screen}
          onChange={({ target }) => onGo(describedAt(usualScreens[target.value as keyof typeof usualScreens], described))}
        >
          {screensInOrder(steps).map((screen) => (
            <option key={screen} value={screen}>
              {screenLabel(usualScreens[screen], side)}
            </option>
          ))}
        </select>
        <Button icon="arrow" busy={forward === null} onPress={() => go(forward)}>
          {words.way.forward}
        </Button>
      </div>
      <div className="way-problems">
        <label htmlFor={`${id}-problem`}>{words.way.problems}</label>
        <ProblemChoice id={`${id}-problem`} described={described} side={side} onGo={onGo} />
      </div>
      <p className="way-keys">{words.way.keys}</p>
    </nav>
  );
}

function ProblemChoice({ id, described, side: { text, words }, onGo }: Omit<Props, 'steps'> & { readonly id: string }) {
  const offered = problemsAt(described.shown.screen);
  const shown = described.problem?.code ?? null;
  // What was read out may stand where nobody expects it.
  const codes = shown === null || offered.includes(shown) ? offered : [shown, ...offered];
  return (
    <select
      id={id}
      value={shown ?? ''}
      onChange={({ target: { value } }) => onGo(value === '' ? withoutProblem(described) : withProblem(described, value as ProblemCode))}
    >
      <option value="">{words.way.noProblem}</option>
      {codes.map((code) => (
        <option key={code} value={code}>
          {`${problemNumbers[code]}  ${text.problem.codes[code].title}`}
        </option>
      ))}
    </select>
  );
}

function screenLabel(shown: DescribedScreen, side: Side): string {
  const code = codeOfScreen(shown);
  return `${code === '' ? '—' : code}  ${titleOf(shown, side)}`;
}

/** Alt and the arrows: along the procedure, and from problem to problem. */
function useWayKeys(described: DescribedWindow, steps: StepOrderName, onGo: Props['onGo']): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const to = event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey ? goalOf(event.key, described, steps) : undefined;
      if (to === undefined) return;
      event.preventDefault();
      if (to !== null) onGo(to);
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [described, steps, onGo]);
}

/** @returns undefined for a key that means nothing here; null where there is nothing further */
function goalOf(key: string, described: DescribedWindow, steps: StepOrderName): DescribedWindow | null | undefined {
  switch (key) {
    case 'ArrowLeft':
      return neighbourOf(described, -1, steps);
    case 'ArrowRight':
      return neighbourOf(described, 1, steps);
    case 'ArrowUp':
    case 'ArrowDown':
      return problemBeside(described, key === 'ArrowUp' ? -1 : 1);
    default:
      return undefined;
  }
}

function problemBeside(described: DescribedWindow, step: -1 | 1): DescribedWindow | null {
  const codes: readonly (ProblemCode | null)[] = [null, ...problemsAt(described.shown.screen)];
  const at = Math.max(codes.indexOf(described.problem?.code ?? null), 0);
  const code = codes[at + step];
  if (code === undefined) return null;
  return code === null ? withoutProblem(described) : withProblem(described, code);
}
