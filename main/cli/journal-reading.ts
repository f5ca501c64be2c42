import { z } from 'zod';
import { problemCodes } from '../../preload/contract/problem-numbers.ts';
import { type ProcedureSnapshot, stepNames } from '../../preload/contract/procedure.ts';
import { stepCodes } from '../../preload/contract/screen-code.ts';
import type { SeenJournal } from '../places/seen-journal.ts';
import type { Bilingual } from '../policy/bilingual.ts';

/** Where the procedure stands, as commands say it. */

export const positionAnswer = z.object({
  journal: z.enum(['absent', 'entry', 'damaged', 'unavailable']),
  step: z.enum(stepNames).nullable().describe('null where there is no journal, or it cannot be read'),
  screenCode: z.string().nullable().describe('of the step, as the window shows it'),
  phase: z.string().nullable().describe('of retrieval and renewal, and of what is sent to the bank'),
  stage: z.string().nullable().describe('the stage of a retrieval or renewal'),
  waitingUntil: z.string().nullable(),
  problem: z
    .object({ code: z.enum(problemCodes as [string, ...string[]]), screenCode: z.string() })
    .nullable()
    .describe('what is shown at the step'),
  savedAt: z.string().nullable(),
});
export type Position = z.infer<typeof positionAnswer>;

export function positionOf(journal: SeenJournal): Position {
  const nowhere = { step: null, screenCode: null, phase: null, stage: null, waitingUntil: null, problem: null, savedAt: null };
  if (journal.kind !== 'entry') return { journal: journal.kind, ...nowhere };
  const { savedAt, snapshot } = journal.entry;
  const { state } = snapshot;
  const problem = ('problem' in state ? state.problem : null) ?? snapshot.notice;
  return {
    journal: 'entry',
    step: state.step,
    screenCode: stepCodes[state.step],
    phase: 'phase' in state ? state.phase : null,
    stage: 'stage' in state ? state.stage : null,
    waitingUntil: 'waitingUntil' in state ? state.waitingUntil : null,
    problem: problem === null ? null : { code: problem.code, screenCode: problem.screenCode },
    savedAt,
  };
}

type Step = ProcedureSnapshot['state']['step'];

/** What the steps are called, in the manual's words. */
export const stepWords: Readonly<Record<Step, Bilingual>> = {
  journalUnavailable: { ja: '記録を読み取れません', en: 'the journal cannot be read' },
  start: { ja: 'はじめに', en: 'start' },
  newPc: { ja: '新しいパソコンで使う', en: 'a new PC' },
  locked: { ja: '暗証番号ロック', en: 'PIN lock' },
  awaitingRelease: { ja: 'ロック解除待ち', en: 'waiting for the release of the lock' },
  logonMenu: { ja: 'ログオンのメニュー', en: 'menu of the logon' },
  activationMenu: { ja: '管理者ログオン', en: 'administrator logon' },
  identification: { ja: '契約者の確認', en: 'identification' },
  newPins: { ja: '暗証番号の変更', en: 'new PINs' },
  oneTimePassword: { ja: 'ワンタイムパスワード', en: 'one-time password' },
  certificateRequired: { ja: '電子証明書の取得が必要', en: 'the certificate is to be retrieved' },
  retrieval: { ja: '電子証明書の取得', en: 'retrieval of the certificate' },
  renewal: { ja: '電子証明書の更新', en: 'renewal of the certificate' },
  certificateReady: { ja: '電子証明書方式のログオン', en: 'logon with the certificate' },
  loggedOn: { ja: 'ログオン済み', en: 'logged on' },
};
