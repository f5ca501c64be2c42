import { z } from 'zod';
import { hostOf } from '../bank/addresses.ts';
import { compareDesignatedPc, thisPc } from '../diagnosis/designated-pc.ts';
import { type SeenJournal, seeJournal } from '../places/seen-journal.ts';
import type { Bilingual } from '../policy/bilingual.ts';
import { readMachinePolicy } from '../policy/machine-policy.ts';
import { certificateAnswer, certificateAnswerOf, sayCertificate } from './certificate-answer.ts';
import { listContracts } from './command-bank.ts';
import { type Command, command } from './command-line.ts';
import { type CommandProgram, folderOf, openProgram, programOptions } from './command-program.ts';
import { positionAnswer, positionOf, stepWords } from './journal-reading.ts';
import { isWindowOpen } from './open-window.ts';
import { exitOfProblem, problemAnswer, problemAnswerOf, sayProblem } from './problem-sentences.ts';
import { refusalAnswer, sayRefusal } from './refusal.ts';

/** How this PC stands, at one look. The bank is not asked. */

const text = z.object({ ja: z.string(), en: z.string(), ko: z.string() });
const statusAnswer = z.object({
  version: z.string(),
  folder: z.string(),
  windowOpen: z.boolean(),
  bank: z.object({ id: z.string(), name: text, host: z.string().nullable(), practice: z.boolean(), by: z.enum(['policy', 'file', 'practice']) }).nullable(),
  contract: z.string().nullable().describe('the ID of the contract that this is about'),
  contracts: z.array(z.string()).describe('the IDs of all contracts of this PC'),
  refusal: refusalAnswer.nullable().describe('why no contract can be worked with'),
  procedure: positionAnswer,
  certificate: certificateAnswer.nullable().describe('the one that lasts longest'),
  certificateProblem: problemAnswer.nullable().describe('why it could not be looked for'),
  pc: z.enum(['same', 'other-user', 'other-pc', 'unnoted', 'unknown']).describe('compared with the PC that retrieved the certificate'),
});

const lookLimit = 60_000;

async function lookForCertificate({ services, bank, clock }: CommandProgram) {
  const found = await services.certificate.find(AbortSignal.timeout(lookLimit));
  if (!found.ok) return { certificate: null, certificateProblem: problemAnswerOf(found.problem), exit: exitOfProblem(found.problem.code) };
  const certificate = found.value === null ? null : certificateAnswerOf(found.value, bank.profile.certificate, clock.now());
  return { certificate, certificateProblem: null, exit: 'done' as const };
}

const pcWords: Readonly<Record<z.infer<typeof statusAnswer>['pc'], Bilingual>> = {
  same: { ja: '証明書を取得したパソコンと利用者です', en: 'the PC and user that retrieved the certificate' },
  'other-user': { ja: '証明書を取得した利用者とは別の利用者です', en: 'another user than the one who retrieved the certificate' },
  'other-pc': { ja: '証明書を取得したパソコンではありません', en: 'another PC than the one that retrieved the certificate' },
  unnoted: { ja: 'まだ証明書を取得していません', en: 'no certificate was retrieved yet' },
  unknown: { ja: '比べられません', en: 'cannot be compared' },
};

const status = command({
  name: 'status',
  argument: null,
  options: programOptions,
  about: { ja: '銀行、手続き、証明書、この PC の状態を示します', en: 'show how bank, procedure, certificate and this PC stand' },
  answer: statusAnswer,
  async run(asked, machine) {
    const folder = folderOf(asked, machine);
    const program = await openProgram(asked, machine);
    const contracts = await listContracts(folder, await readMachinePolicy(machine), machine);
    const place = program.ok ? program.value.bank.placeFolder : null;
    const journal: SeenJournal = place === null ? { kind: 'absent' } : await seeJournal(place);
    const { exit, ...looked } = program.ok ? await lookForCertificate(program.value) : { certificate: null, certificateProblem: null, exit: program.exit };
    const { id, name, practice, baseUrl } = program.ok ? program.value.bank.profile : { id: '', name: null, practice: false, baseUrl: null };
    return {
      exit,
      answer: {
        version: machine.version,
        folder,
        windowOpen: await isWindowOpen(folder, machine.platform),
        bank: program.ok && name !== null ? { id, name, host: baseUrl === null ? null : hostOf(baseUrl).host, practice, by: program.value.bank.by } : null,
        contract: program.ok ? program.value.bank.contract : null,
        contracts: contracts.ok ? [...contracts.value] : [],
        refusal: program.ok ? null : program.refusal,
        procedure: positionOf(journal),
        ...looked,
        pc: place === null ? 'unnoted' : await compareDesignatedPc(place, await thisPc(machine)),
      },
    };
  },
  say({ version, folder, windowOpen, bank, contract, contracts, refusal, procedure, certificate, certificateProblem, pc }, language) {
    const ja = language === 'ja';
    const row = (head: Bilingual, said: string) => `${head[language]}: ${said}`;
    const step =
      procedure.step === null ? (procedure.journal === 'absent' ? '-' : procedure.journal) : `${stepWords[procedure.step][language]} (${procedure.screenCode})`;
    const held = certificate === null ? (ja ? 'ありません' : 'none') : sayCertificate(certificate, language);
    return [
      row({ ja: 'Kaitsu', en: 'Kaitsu' }, `${version} (${folder})`),
      row({ ja: '銀行', en: 'Bank' }, bank === null ? (refusal === null ? '-' : sayRefusal(refusal, language)) : `${bank.name[language]} (${contract})`),
      ...(contracts.length < 2 ? [] : [row({ ja: '契約', en: 'Contracts' }, contracts.join(', '))]),
      row({ ja: '手続き', en: 'Procedure' }, `${step}${procedure.problem === null ? '' : ` ${procedure.problem.screenCode}`}`),
      row({ ja: '証明書', en: 'Certificate' }, certificateProblem === null ? held : sayProblem(certificateProblem, language)),
      row({ ja: 'この PC', en: 'This PC' }, pcWords[pc][language]),
      ...(windowOpen ? [ja ? '画面の Kaitsu が開いています。' : 'The window of Kaitsu is open.'] : []),
    ];
  },
});

export const statusCommands: readonly Command[] = [status];
