import type { Bilingual } from '../policy/bilingual.ts';
import { type BitingStep, biteAfter, clockWrong, faultsOf, isDoneBy, type Scenario, type ScenarioFault } from './scenario.ts';

/** What each key by itself cannot show. */

export type Contradiction = { readonly path: readonly string[]; readonly wrong: Bilingual };

/** @returns the first places that do not go with the rest; none where the scenario can be brought about */
export function contradictionsOf(scenario: Scenario): readonly Contradiction[] {
  return [...ofContract(scenario), ...ofUsers(scenario), ...ofClock(scenario), ...ofFaults(scenario)];
}

const says = (path: readonly string[], ja: string, en: string): Contradiction => ({ path, wrong: { ja, en } });

function ofContract({ done, contract, certificate, attemptsLeft }: Scenario): readonly Contradiction[] {
  const found: Contradiction[] = [];
  if (certificate === 'none' && isDoneBy(done, 'certificateInstalled'))
    found.push(
      says(
        ['certificate'],
        `done が ${done} のときは、電子証明書があります。none 以外を書いてください`,
        `with done: ${done} there is a certificate; write another value than none`,
      ),
    );
  if (typeof certificate === 'object' && 'expiredDaysAgo' in certificate && isDoneBy(done, 'loggedOn'))
    found.push(
      says(
        ['certificate'],
        '期限の切れた電子証明書ではログオンできません。done を certificateInstalled までにしてください',
        'nobody logs on with a certificate that has expired; let done be certificateInstalled at most',
      ),
    );
  if (attemptsLeft !== undefined && attemptsLeft > 0 && (contract === 'locked' || !isDoneBy(done, 'branchCalled')))
    found.push(
      says(
        ['attemptsLeft'],
        'ロック中の契約に残りの回数はありません。contract か done を見直すか、この行を消してください',
        'a locked contract has no attempts left; change contract or done, or leave this line out',
      ),
    );
  if (attemptsLeft === 0 && !canMistype(done))
    found.push(
      says(
        ['attemptsLeft'],
        'done の場所では入力がありません。ロックされた契約は contract: locked と書いてください',
        'nothing is entered where done leads to; write contract: locked for a contract that is locked',
      ),
    );
  return found;
}

/** @returns whether something is entered, and counted, where the person stands */
export function canMistype(done: Scenario['done']): boolean {
  return done === 'activationChosen' || done === 'identified' || done === 'pinsSet' || done === 'certificateInstalled';
}

function ofUsers({ users }: Scenario): readonly Contradiction[] {
  if (users === undefined || users.locked <= users.count) return [];
  return [says(['users', 'locked'], `locked は count（${users.count}）以下にしてください`, `locked is at most count (${users.count})`)];
}

function ofClock({ pc, certificate }: Scenario): readonly Contradiction[] {
  const found: Contradiction[] = [];
  if (pc?.minutes !== undefined && pc.fault !== clockWrong)
    found.push(says(['pc', 'minutes'], `minutes は fault: ${clockWrong} のときだけです`, `minutes goes with fault: ${clockWrong} alone`));
  if (pc?.fault === clockWrong && (pc.at !== undefined || pc.passed !== undefined))
    found.push(says(['pc'], '時計のずれに at と passed は書けません', 'a wrong clock takes neither at nor passed'));
  if (pc?.fault === clockWrong && typeof certificate === 'object')
    found.push(says(['pc', 'fault'], '電子証明書の残り日数と時計のずれは、同時に指定できません', "a certificate's days and a wrong clock do not go together"));
  return found;
}

function ofFaults(scenario: Scenario): readonly Contradiction[] {
  const faults = faultsOf(scenario);
  const here = biteAfter[scenario.done];
  const misplaced = faults
    .filter(({ passed, at }) => passed && (at === null || at !== here))
    .map(({ key }) =>
      here === null
        ? says([key, 'passed'], `passed は、done の場所で何かを送る場合だけです`, `passed goes with a place alone at which something is sent`)
        : says(
            [key, 'passed'],
            `passed: true には at: ${here} が必要です（done: ${scenario.done} の次）`,
            `passed: true wants at: ${here}, which follows done: ${scenario.done}`,
          ),
    );
  const mistyped = faults
    .filter(({ passed }) => passed && scenario.attemptsLeft !== undefined)
    .map(({ key }) => says([key, 'passed'], 'passed と attemptsLeft は、同時に指定できません', 'passed and attemptsLeft do not go together'));
  return [...misplaced, ...mistyped, ...twice(faults)];
}

/** The practice is in one situation at a time. */
function twice(faults: readonly ScenarioFault[]): readonly Contradiction[] {
  const lasting = faults.filter(({ passed }) => !passed);
  return lasting.flatMap((one, index) => {
    const other = lasting.slice(0, index).find((earlier) => meet(earlier.at, one.at));
    return other === undefined
      ? []
      : [
          says(
            [one.key, 'fault'],
            `${other.key} と同じ場所で起きます。at を別の場所にしてください`,
            `it bites where ${other.key} does; give one of them another "at"`,
          ),
        ];
  });
}

const meet = (one: BitingStep | null, other: BitingStep | null): boolean => one === null || other === null || one === other;
