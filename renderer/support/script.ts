import type { DescribedWindow } from '../../preload/contract/full-code/described-window.ts';
import { problemFacts } from '../../preload/contract/problem-facts.ts';
import { problemWays } from './problem-ways.ts';
import { faultsOf, type Side, titleOf } from './side.ts';
import type { ScreenWord } from './words.ts';

/** What is said to the customer, word for word. The same window gives as many lines in each language. */

/** Where secrets are entered, or numbers that nobody else should hear. */
const secret: ReadonlySet<ScreenWord> = new Set([
  'identification',
  'new-pins',
  'one-time-password',
  'certificate-ready',
  'user-change',
  'user-register',
  'bank-file',
]);

/** @param side in whose language, with the labels of a screen in it */
export function saidIn(described: DescribedWindow, side: Side): readonly string[] {
  const { shown, problem } = described;
  const { text, words } = side;
  const screen = words.screens[shown.screen];
  const seen = problem === null ? titleOf(shown, side) : text.problem.codes[problem.code].title;
  const lines = problem === null ? screen.say(text) : ofProblem(described, side);
  return [
    words.script.seeing(seen.replace(/[。.]$/u, '')),
    ...lines,
    ...faultsOf(described, side).map(({ label, fault }) => words.script.field(label, fault)),
    ...(goesOn(described) ? [screen.act(text)] : []),
    ...(secret.has(shown.screen) ? [words.script.noSecrets] : []),
    words.script.again(text.shell.screenCode),
  ];
}

function ofProblem({ shown, problem }: DescribedWindow, { text, words }: Side): readonly string[] {
  if (problem === null) return [];
  const { why, next } = text.problem.codes[problem.code];
  const left = 'attemptsLeft' in shown ? shown.attemptsLeft : null;
  const attempts = left === null ? [] : [left === 1 ? words.script.lastAttempt : words.script.attempts(left)];
  const { to, after } = problemWays[problem.code];
  // What can be tried here is tried before anybody is handed over.
  const handedOver = to === 'nobody' || to === 'security' || after !== 'here';
  return [why, ...(left === 0 ? [] : attempts), next, ...(handedOver ? [words.script.handOver[to]] : [])];
}

/** Whether the customer presses on from this screen now: not where others must act first. */
function goesOn({ problem }: DescribedWindow): boolean {
  if (problem === null) return true;
  const { to, after } = problemWays[problem.code];
  return problemFacts[problem.code].severity !== 'blocking' && to !== 'security' && after === 'here';
}
