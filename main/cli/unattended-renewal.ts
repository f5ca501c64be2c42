import type { ProblemCode } from '../../preload/contract/problem-numbers.ts';
import type { StepName } from '../../preload/contract/procedure.ts';
import { thisPc } from '../diagnosis/designated-pc.ts';
import { seeJournal } from '../places/seen-journal.ts';
import { mayInstall } from '../policy/followed.ts';
import type { HeldCertificate } from '../procedure/ports.ts';
import type { CommandMachine } from './command-line.ts';
import type { CommandProgram } from './command-program.ts';
import { lookLimit } from './held-certificates.ts';
import { notify } from './notification.ts';
import { renewAtCommand, withProcedure } from './procedure-at-command.ts';
import { type Attempt, done, refuse, refuseBy } from './refusal.ts';
import { plannedRenewal } from './renewal-plan.ts';

/** A renewal that a scheduler asks for every day. Most days it looks at this PC alone, changes nothing and asks no bank. */

/** Where nobody is on the way: a certificate of an earlier day can be renewed. */
const betweenProcedures: ReadonlySet<StepName> = new Set(['start', 'certificateReady', 'loggedOn']);

/** nothing: there is nothing that could be renewed here now. */
export type Unattended =
  | { readonly kind: 'renewed'; readonly held: HeldCertificate }
  | { readonly kind: 'notDue'; readonly plannedFor: Date }
  | { readonly kind: 'nothing'; readonly why: 'no-certificate' | 'procedure-under-way' };

export async function renewUnattended(program: CommandProgram, machine: CommandMachine): Promise<Attempt<Unattended>> {
  if (program.policy.prescribed.unattendedRenewalAllowed?.value === false || !mayInstall(program.policy, program.store)) return refuse('policy-forbids');
  const journal = await seeJournal(program.bank.placeFolder);
  // What is damaged or cannot be read is for a person, who sees it in the window.
  if (journal.kind === 'damaged' || journal.kind === 'unavailable')
    return refuseBy({ code: journal.kind === 'damaged' ? 'journal-unreadable' : 'journal-unavailable' });
  const state = journal.kind === 'entry' ? journal.entry.snapshot.state : null;
  // Half of a renewal is no place to wait at.
  if (state?.step === 'renewal') return renewNow(program, machine);
  if (state !== null && !betweenProcedures.has(state.step)) return done({ kind: 'nothing', why: 'procedure-under-way' });
  const found = await program.services.certificate.find(AbortSignal.any([machine.stop, AbortSignal.timeout(lookLimit)]));
  if (!found.ok) return refuseBy(found.problem);
  if (found.value === null) return done({ kind: 'nothing', why: 'no-certificate' });
  const plannedFor = plannedRenewal(found.value.certificate, program.bank.profile.certificate, (await thisPc(machine)).machine);
  return machine.now() < plannedFor ? done({ kind: 'notDue', plannedFor }) : renewNow(program, machine);
}

function renewNow(program: CommandProgram, machine: CommandMachine): Promise<Attempt<Unattended>> {
  return withProcedure(program, async (procedure) => {
    const before = procedure.runner.record().entries.at(-1);
    const renewed = await renewAtCommand(program, procedure, machine.stop);
    if (renewed.ok) await tell(program, machine, true);
    // Every day the same is told once: the record's last line says what was told.
    else if (isFailure(renewed.refusal.problem?.code) && !(before?.what === 'refused' && before.code === renewed.refusal.problem?.code))
      await tell(program, machine, false);
    return renewed.ok ? done({ kind: 'renewed', held: renewed.value }) : renewed;
  });
}

const goesOn: ReadonlySet<string> = new Set<ProblemCode>(['cancelled', 'enrolment-pending']);

/** What goes on by itself tomorrow is none. */
const isFailure = (code: string | undefined): boolean => code !== undefined && !goesOn.has(code);

async function tell({ policy }: CommandProgram, machine: CommandMachine, isRenewed: boolean): Promise<void> {
  if (policy.prescribed.remindersAllowed?.value === false) return;
  await notify(
    machine,
    isRenewed
      ? { ja: '電子証明書を更新しました。', en: 'The certificate was renewed.' }
      : { ja: '電子証明書を更新できませんでした。Kaitsu を開いてください。', en: 'The certificate could not be renewed. Please open Kaitsu.' },
  );
}
