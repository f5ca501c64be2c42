import { z } from 'zod';
import type { ConsoleLanguage } from '../policy/bilingual.ts';
import { mayInstall } from '../policy/followed.ts';
import { readMachinePolicy } from '../policy/machine-policy.ts';
import { type CertificateAnswer, certificateAnswer, certificateAnswerOf, sayCertificate } from './certificate-answer.ts';
import { listContracts } from './command-bank.ts';
import { type Asked, type Command, type CommandMachine, command, type Exit } from './command-line.ts';
import { alone, type CommandProgram, folderOf, openProgram, programOptions, withProgram } from './command-program.ts';
import { renewAtCommand, retrieveAtCommand, withProcedure } from './procedure-at-command.ts';
import { type Attempt, done, type Refused, refusalAnswer, refuse, sayRefusal } from './refusal.ts';
import { renewUnattended, type Unattended } from './unattended-renewal.ts';

/** The certificates that the bank issues: retrieval and renewal. */

const retrieveAnswer = z.object({ outcome: z.enum(['retrieved', 'refused']), certificate: certificateAnswer.nullable(), refusal: refusalAnswer.nullable() });

async function retrieveNow(program: CommandProgram, machine: CommandMachine): Promise<Attempt<CertificateAnswer>> {
  if (!mayInstall(program.policy, program.store)) return refuse('policy-forbids');
  const retrieved = await withProcedure(program, (procedure) => retrieveAtCommand(program, procedure, machine.stop));
  return retrieved.ok ? done(certificateAnswerOf(retrieved.value, program.bank.profile.certificate, program.clock.now())) : retrieved;
}

const retrieve = command({
  name: 'certificate retrieve',
  argument: null,
  options: programOptions,
  about: {
    ja: '開通確認の後に、電子証明書を取得して証明書ストアに入れます（途中で止まったものも続けます）',
    en: 'after the activation, retrieve the certificate and install it; goes on with one that was interrupted',
  },
  answer: retrieveAnswer,
  async run(asked, machine) {
    const retrieved = await withProgram(asked, machine, (program) => retrieveNow(program, machine));
    return retrieved.ok
      ? { exit: 'done', answer: { outcome: 'retrieved' as const, certificate: retrieved.value, refusal: null } }
      : { exit: retrieved.exit, answer: { outcome: 'refused' as const, certificate: null, refusal: retrieved.refusal } };
  },
  say: ({ certificate, refusal }, language) => [
    ...(certificate === null ? [] : [sayCertificate(certificate, language)]),
    ...(refusal === null ? [] : [sayRefusal(refusal, language)]),
  ],
});

const renewalAnswer = z.object({
  contract: z.string().nullable().describe('its ID; null where there is none to look at'),
  outcome: z.enum(['renewed', 'notDue', 'nothing', 'refused']),
  certificate: certificateAnswer.nullable().describe('the new one'),
  plannedFor: z.string().nullable().describe('with notDue: from when on it will be renewed'),
  why: z.enum(['no-certificate', 'procedure-under-way']).nullable().describe('with nothing'),
  refusal: refusalAnswer.nullable(),
});
const renewAnswer = z.object({ renewals: z.array(renewalAnswer).describe('one; unattended, one for each contract of this PC unless one was named') });
type Renewal = z.infer<typeof renewalAnswer>;

/** A person who asks is told that it is too early; a scheduler finds nothing to do. */
async function renewAttended(program: CommandProgram, machine: CommandMachine): Promise<Attempt<Unattended>> {
  if (!mayInstall(program.policy, program.store)) return refuse('policy-forbids');
  const renewed = await withProcedure(program, (procedure) => renewAtCommand(program, procedure, machine.stop));
  return renewed.ok ? done({ kind: 'renewed', held: renewed.value }) : renewed;
}

type Renewed = { readonly exit: Exit; readonly answer: Renewal };

async function renewAt(asked: Asked, machine: CommandMachine): Promise<Renewed> {
  const program = await openProgram(asked, machine);
  const nothing = { contract: program.ok ? program.value.bank.contract : null, certificate: null, plannedFor: null, why: null, refusal: null };
  const work = asked.flags.has('unattended') ? renewUnattended : renewAttended;
  const renewed = program.ok ? await work(program.value, machine) : program;
  if (!renewed.ok || !program.ok) return refusedRenewal(nothing.contract, renewed.ok ? refuse('no-bank') : renewed);
  switch (renewed.value.kind) {
    case 'renewed': {
      const { bank, clock } = program.value;
      const certificate = certificateAnswerOf(renewed.value.held, bank.profile.certificate, clock.now());
      return { exit: 'done', answer: { ...nothing, outcome: 'renewed', certificate } };
    }
    case 'notDue':
      return { exit: 'done', answer: { ...nothing, outcome: 'notDue', plannedFor: renewed.value.plannedFor.toISOString() } };
    case 'nothing':
      return { exit: 'done', answer: { ...nothing, outcome: 'nothing', why: renewed.value.why } };
    default:
      return renewed.value satisfies never;
  }
}

function refusedRenewal(contract: string | null, { exit, refusal }: Refused): Renewed {
  return { exit, answer: { contract, outcome: 'refused', certificate: null, plannedFor: null, why: null, refusal } };
}

/** A scheduler looks after every contract of this PC. What is wrong at one keeps none of the others from its renewal. */
async function renewAll(asked: Asked, machine: CommandMachine): Promise<readonly Renewed[]> {
  const isForAll = asked.flags.has('unattended') && asked.options.contract === undefined && asked.options.practice === undefined;
  if (!isForAll) return [await renewAt(asked, machine)];
  const contracts = await listContracts(folderOf(asked, machine), await readMachinePolicy(machine), machine);
  if (!contracts.ok) return [refusedRenewal(null, contracts)];
  const renewals: Renewed[] = [];
  for (const contract of contracts.value) renewals.push(await renewAt({ ...asked, options: { ...asked.options, contract } }, machine));
  return renewals;
}

function sayRenewal({ contract, outcome, certificate, plannedFor, why, refusal }: Renewal, language: ConsoleLanguage): string {
  const ja = language === 'ja';
  const at = contract === null ? '' : `${contract}: `;
  if (refusal !== null) return `${at}${sayRefusal(refusal, language)}`;
  if (outcome === 'notDue') return `${at}${ja ? `まだ更新しません。${plannedFor} から更新します。` : `Not yet: it will be renewed from ${plannedFor} on.`}`;
  if (why === 'no-certificate') return `${at}${ja ? '更新する電子証明書がありません。' : 'There is no certificate to renew.'}`;
  if (why === 'procedure-under-way') return `${at}${ja ? '手続きの途中なので、何もしません。' : 'A procedure is under way: nothing is done.'}`;
  return certificate === null ? at : `${at}${sayCertificate(certificate, language)}`;
}

const renew = command({
  name: 'certificate renew',
  argument: null,
  options: {
    unattended: {
      value: '',
      about: {
        ja: 'スケジューラー用。この PC の更新の日が来るまでは何もせず、正常に終わります',
        en: "for a scheduler: does nothing, and ends well, until this PC's day in the renewal period has come",
      },
    },
    ...programOptions,
  },
  about: {
    ja: '期限が近い電子証明書を更新します（途中で止まったものも続けます）',
    en: 'renew a certificate that ends soon; goes on with a renewal that was interrupted',
  },
  answer: renewAnswer,
  async run(asked, machine) {
    const held = await alone(folderOf(asked, machine), machine, async () => done(await renewAll(asked, machine)));
    const renewals = held.ok ? held.value : [refusedRenewal(null, held)];
    const failed = renewals.find(({ exit }) => exit !== 'done');
    return { exit: failed?.exit ?? 'done', answer: { renewals: renewals.map(({ answer }) => answer) } };
  },
  say: ({ renewals }, language) => renewals.map((one) => sayRenewal(one, language)),
});

export const issueCommands: readonly Command[] = [retrieve, renew];
