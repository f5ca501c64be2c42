import type { RequestHandlers } from '../../preload/contract/contract.ts';
import type { Accepted } from '../../preload/contract/procedure.ts';
import type { SituationCode } from '../../preload/contract/situations.ts';

/** In these the contract is active without anybody's activation: a lock would take their problem away. */
const activeBySituation: ReadonlySet<SituationCode | null> = new Set(['activation-already-done', 'sole-administrator-stuck']);

/**
 * Who practises again begins where the manual does, with a locked contract: the practice bank locks the one that
 * the last time left active. With a real bank the practice refuses to answer, and nothing is done.
 * @returns the procedure's requests
 */
export function lockedForNewProcedure(
  procedure: RequestHandlers['procedure'],
  practice: Pick<RequestHandlers['practice'], 'readPapers' | 'lockAgain'>,
): RequestHandlers['procedure'] {
  const thenLocked = (request: () => Promise<Accepted>) => async (): Promise<Accepted> => {
    const answer = await request();
    if (!answer.ok) return answer;
    const papers = await practice.readPapers(undefined);
    if (papers.ok && papers.value.contractStatus === 'active' && !activeBySituation.has(papers.value.situation)) await practice.lockAgain(undefined);
    return answer;
  };
  return {
    ...procedure,
    startOver: thenLocked(() => procedure.startOver(undefined)),
    // Also where the procedure was lost, and nobody started over.
    reportReleaseRequested: thenLocked(() => procedure.reportReleaseRequested(undefined)),
  };
}
