import { z } from 'zod';
import { type CertificateAnswer, certificateAnswer, certificateAnswerOf, sayCertificate } from './certificate-answer.ts';
import { type Asked, type Command, type CommandMachine, command } from './command-line.ts';
import { type CommandProgram, isStoreAllowed, programOptions, withProgram } from './command-program.ts';
import { openProcedure, renewAtCommand, retrieveAtCommand } from './procedure-at-command.ts';
import { type Attempt, done, refusalAnswer, refuse, sayRefusal } from './refusal.ts';
import { renewUnattended, type Unattended } from './unattended-renewal.ts';

/** The certificates that the bank issues: retrieval and renewal. */

const retrieveAnswer = z.object({ outcome: z.enum(['retrieved', 'refused']), certificate: certificateAnswer.nullable(), refusal: refusalAnswer.nullable() });

async function retrieveNow(program: CommandProgram, machine: CommandMachine): Promise<Attempt<CertificateAnswer>> {
  if (!isStoreAllowed(program)) return refuse('policy-forbids');
  const procedure = await openProcedure(program);
  if (!procedure.ok) return procedure;
  const retrieved = await retrieveAtCommand(program, procedure.value, machine.stop);
  await procedure.value.runner.settled();
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

const renewAnswer = z.object({
  outcome: z.enum(['renewed', 'notDue', 'nothing', 'refused']),
  certificate: certificateAnswer.nullable().describe('the new one'),
  plannedFor: z.string().nullable().describe('with notDue: from when on it will be renewed'),
  why: z.enum(['no-certificate', 'procedure-under-way']).nullable().describe('with nothing'),
  refusal: refusalAnswer.nullable(),
});
type RenewAnswer = z.infer<typeof renewAnswer>;

/** A person who asks is told that it is too early; a scheduler finds nothing to do. */
async function renewAttended(program: CommandProgram, machine: CommandMachine): Promise<Attempt<Unattended>> {
  if (!isStoreAllowed(program)) return refuse('policy-forbids');
  const procedure = await openProcedure(program);
  if (!procedure.ok) return procedure;
  const renewed = await renewAtCommand(program, procedure.value, machine.stop);
  await procedure.value.runner.settled();
  return renewed.ok ? done({ kind: 'renewed', held: renewed.value }) : renewed;
}

async function renewAsAsked({ flags }: Asked, program: CommandProgram, machine: CommandMachine): Promise<Attempt<RenewAnswer>> {
  const nothing = { certificate: null, plannedFor: null, why: null, refusal: null };
  const renewed = await (flags.has('unattended') ? renewUnattended(program, machine) : renewAttended(program, machine));
  if (!renewed.ok) return renewed;
  switch (renewed.value.kind) {
    case 'renewed': {
      const certificate = certificateAnswerOf(renewed.value.held, program.bank.profile.certificate, program.clock.now());
      return { ok: true, value: { ...nothing, outcome: 'renewed', certificate } };
    }
    case 'notDue':
      return { ok: true, value: { ...nothing, outcome: 'notDue', plannedFor: renewed.value.plannedFor.toISOString() } };
    case 'nothing':
      return { ok: true, value: { ...nothing, outcome: 'nothing', why: renewed.value.why } };
    default:
      return renewed.value satisfies never;
  }
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
    const renewed = await withProgram(asked, machine, (program) => renewAsAsked(asked, program, machine));
    if (renewed.ok) return { exit: 'done', answer: renewed.value };
    return { exit: renewed.exit, answer: { outcome: 'refused' as const, certificate: null, plannedFor: null, why: null, refusal: renewed.refusal } };
  },
  say({ outcome, certificate, plannedFor, why, refusal }, language) {
    const ja = language === 'ja';
    if (refusal !== null) return [sayRefusal(refusal, language)];
    if (outcome === 'notDue') return [ja ? `まだ更新しません。${plannedFor} から更新します。` : `Not yet: it will be renewed from ${plannedFor} on.`];
    if (why === 'no-certificate') return [ja ? '更新する電子証明書がありません。' : 'There is no certificate to renew.'];
    if (why === 'procedure-under-way') return [ja ? '手続きの途中なので、何もしません。' : 'A procedure is under way: nothing is done.'];
    return certificate === null ? [] : [sayCertificate(certificate, language)];
  },
});

export const issueCommands: readonly Command[] = [retrieve, renew];
