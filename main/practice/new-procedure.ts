import type { RequestHandlers } from '../../preload/contract/contract.ts';
import { momentOf, type SituationCode, type SituationMoment } from '../../preload/contract/situations.ts';

/** What is met after the activation needs an active contract: a lock would take the problem away. */
const afterActivation: ReadonlySet<SituationMoment> = new Set([
  'at-once',
  'logon',
  'users',
  'user-change',
  'user-registration',
  'registration-twice',
  'user-logon',
]);

/** @returns whether the situation's problem is met with an active contract only; in two of them it is active without anybody's activation */
function needsActive(code: SituationCode | null): boolean {
  return code !== null && (code === 'activation-already-done' || code === 'sole-administrator-stuck' || afterActivation.has(momentOf(code)));
}

/**
 * Who hands in a request begins where the manual does, with a locked contract: the practice bank locks the one that
 * the last time left active. Before that nothing is locked, so that the start leads to the logon as well. With a real bank the practice refuses to answer, and nothing is done.
 * @param waiting whether the right to a certificate lies here and is offered
 * @returns the procedure's requests
 */
export function lockedForNewProcedure(
  procedure: RequestHandlers['procedure'],
  practice: Pick<RequestHandlers['practice'], 'readPapers' | 'lockAgain'>,
  waiting: () => boolean,
): RequestHandlers['procedure'] {
  return {
    ...procedure,
    async reportReleaseRequested() {
      const answer = await procedure.reportReleaseRequested(undefined);
      // A lock would take the right away that is offered.
      if (!answer.ok || waiting()) return answer;
      const papers = await practice.readPapers(undefined);
      if (papers.ok && papers.value.contractStatus === 'active' && !needsActive(papers.value.situation)) await practice.lockAgain(undefined);
      return answer;
    },
  };
}
