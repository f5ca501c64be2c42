import { z } from 'zod';
import { problemCodes } from '../../preload/contract/problem-numbers.ts';
import { type SeenJournal, seeJournal } from '../places/seen-journal.ts';
import type { Bilingual } from '../policy/bilingual.ts';
import { readMachinePolicy } from '../policy/machine-policy.ts';
import { chooseBank } from './command-bank.ts';
import { type Command, command } from './command-line.ts';
import { folderOf, programOptions } from './command-program.ts';
import { positionAnswer, positionOf, stepWords } from './journal-reading.ts';
import { refusalAnswer, sayRefusal } from './refusal.ts';

/** What the journal holds: where the procedure stands, and what was done when. No secret is in it, nor a user ID. */

const eventNames = ['requested', 'released', 'activated', 'certificate', 'renewal', 'loggedOn', 'userPins', 'refused', 'closed'] as const;
const eventAnswer = z.object({
  what: z.enum(eventNames),
  at: z.string(),
  serial: z.string().optional().describe('of the certificate'),
  notAfter: z.string().optional().describe('of the certificate'),
  code: z
    .enum(problemCodes as [string, ...string[]])
    .optional()
    .describe('of a refusal'),
  screenCode: z.string().optional().describe('of a refusal'),
});
const journalAnswer = z.object({
  position: positionAnswer,
  contract: z.object({ lastFour: z.string(), organization: z.string().nullable() }).nullable().describe('the last four digits of the contractor ID'),
  events: z.array(eventAnswer),
  beyond: z.object({ refused: z.int(), userPins: z.int(), others: z.int() }).describe('how many more there were that the journal had no room for'),
  refusal: refusalAnswer.nullable().describe('why there is no contract to look at'),
});

const eventWords: Readonly<Record<(typeof eventNames)[number], Bilingual>> = {
  requested: { ja: 'ロック解除を依頼', en: 'release requested' },
  released: { ja: 'ロック解除の連絡', en: 'lock released' },
  activated: { ja: '開通確認', en: 'activated' },
  certificate: { ja: '電子証明書を取得', en: 'certificate retrieved' },
  renewal: { ja: '電子証明書を更新', en: 'certificate renewed' },
  loggedOn: { ja: 'ログオン', en: 'logged on' },
  userPins: { ja: '利用者の暗証番号を設定', en: "a user's PINs given anew" },
  refused: { ja: '断られた操作', en: 'refused' },
  closed: { ja: '手続きの終わり', en: 'end of the procedure' },
};

const show = command({
  name: 'journal show',
  argument: null,
  options: programOptions,
  about: { ja: '手続きの記録（どこまで進んだか、いつ何をしたか）を示します', en: 'show the journal: where the procedure stands, and what was done when' },
  answer: journalAnswer,
  async run(asked, machine) {
    const bank = await chooseBank(asked, folderOf(asked, machine), await readMachinePolicy(machine), machine);
    const journal: SeenJournal = bank.ok ? await seeJournal(bank.value.placeFolder) : { kind: 'absent' };
    const { contract, entries, beyond } =
      journal.kind === 'entry' ? journal.entry.record : { contract: null, entries: [], beyond: { refused: 0, userPins: 0, others: 0 } };
    const exits = { absent: 'done', entry: 'done', damaged: 'wrong', unavailable: 'refused' } as const;
    return {
      exit: bank.ok ? exits[journal.kind] : bank.exit,
      answer: { position: positionOf(journal), contract, events: [...entries], beyond, refusal: bank.ok ? null : bank.refusal },
    };
  },
  say({ position, contract, events, beyond, refusal }, language) {
    const ja = language === 'ja';
    if (refusal !== null) return [sayRefusal(refusal, language)];
    const said: Readonly<Record<typeof position.journal, Bilingual>> = {
      absent: { ja: '記録はありません。', en: 'There is no journal.' },
      damaged: {
        ja: '記録が壊れています。画面の Kaitsu を開くと、別名で残してやり直せます。',
        en: 'The journal is damaged. The window sets it aside and starts from the beginning.',
      },
      unavailable: { ja: '記録を現在読み取れません。', en: 'The journal cannot be read at the moment.' },
      entry: { ja: '', en: '' },
    };
    if (position.step === null) return [said[position.journal][language]];
    const whose =
      contract === null ? [] : [`${ja ? '契約者ID 下 4 桁' : 'Contractor ID ends in'}: ${contract.lastFour}  ${contract.organization ?? ''}`.trimEnd()];
    const more = beyond.refused + beyond.userPins + beyond.others;
    return [
      `${ja ? '手続き' : 'Procedure'}: ${stepWords[position.step][language]} (${position.screenCode})  ${position.savedAt}`,
      ...whose,
      ...events.map(({ at, what, serial, screenCode }) => `${at}  ${[eventWords[what][language], serial ?? screenCode ?? ''].join(' ').trimEnd()}`),
      ...(more === 0 ? [] : [ja ? `ほかに ${more} 件` : `and ${more} more`]),
    ];
  },
});

export const journalCommands: readonly Command[] = [show];
