import { lstat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { z } from 'zod';
import { exportBundle } from '../certificate/exported.ts';
import { installWholly, readStock } from '../certificate/installation.ts';
import type { InventoryEntry } from '../certificate/inventory.ts';
import { toolTimeLimit } from '../certificate/stores/store.ts';
import { mayInstall } from '../policy/followed.ts';
import { isBeforeSession } from '../procedure/here-already.ts';
import { writeAskedFile } from '../support/asked-file.ts';
import { certificateAnswer, certificateAnswerOf, heldOf, sayCertificate } from './certificate-answer.ts';
import { type Asked, type Command, type CommandMachine, command } from './command-line.ts';
import { type CommandProgram, openProgram, programOptions, withProgram } from './command-program.ts';
import { heldCertificates, listHeld, lookLimit, openHeld, pick } from './held-certificates.ts';
import { passphraseOptions, readPassphrase } from './passphrase.ts';
import { withProcedure } from './procedure-at-command.ts';
import { type Attempt, done, refusalAnswer, refuse, refuseBy, sayRefusal } from './refusal.ts';

/** The certificates that lie on this PC: what is done with them needs no bank. */

const listAnswer = z.object({
  certificates: z.array(
    z.object({
      serial: z.string(),
      contractorId: z.string(),
      certificate: certificateAnswer.nullable().describe('null where neither store nor file can be read'),
      installed: z.boolean().describe('it stands in the store that the browsers read'),
      usable: z.boolean().describe('file and passphrase are there, so that Kaitsu can log on with it'),
    }),
  ),
  refusal: refusalAnswer.nullable(),
});

const stopAfter = (machine: CommandMachine, limit: number): AbortSignal => AbortSignal.any([machine.stop, AbortSignal.timeout(limit)]);

function listed(entry: InventoryEntry, { bank, clock }: CommandProgram): z.infer<typeof listAnswer>['certificates'][number] {
  const { serial, contractorId, installed, usable } = entry;
  const held = heldOf(entry);
  return { serial, contractorId, certificate: held === null ? null : certificateAnswerOf(held, bank.profile.certificate, clock.now()), installed, usable };
}

const list = command({
  name: 'certificate list',
  argument: null,
  options: programOptions,
  about: { ja: 'この PC にある電子証明書を示します', en: 'show the certificates of this PC' },
  answer: listAnswer,
  async run(asked, machine) {
    const program = await openProgram(asked, machine);
    const found = program.ok ? await listHeld(heldCertificates(program.value), stopAfter(machine, lookLimit)) : program;
    if (!found.ok || !program.ok) return { exit: found.ok ? 'internal' : found.exit, answer: { certificates: [], refusal: found.ok ? null : found.refusal } };
    return { exit: 'done', answer: { certificates: found.value.map((entry) => listed(entry, program.value)), refusal: null } };
  },
  say({ certificates, refusal }, language) {
    const ja = language === 'ja';
    if (refusal !== null) return [sayRefusal(refusal, language)];
    if (certificates.length === 0) return [ja ? '電子証明書はありません。' : 'There is no certificate.'];
    return certificates.map(({ serial, contractorId, certificate, installed, usable }) => {
      const said = certificate === null ? `${serial}  ${contractorId}` : sayCertificate(certificate, language);
      const lacks = [
        ...(installed ? [] : [ja ? 'ブラウザーの証明書ストアにありません' : "not in the browsers' store"]),
        ...(usable ? [] : [ja ? 'Kaitsu の控えがありません' : 'the copy of Kaitsu is gone']),
      ];
      return `${said}${lacks.length === 0 ? '' : `  ${ja ? '注意' : 'note'}: ${lacks.join(ja ? '、' : ', ')}`}`;
    });
  },
});

const handledAnswer = z.object({ outcome: z.enum(['done', 'refused']), serial: z.string().nullable(), refusal: refusalAnswer.nullable() });
type Handled = z.infer<typeof handledAnswer>;

const handled = (attempt: Attempt<string>) =>
  attempt.ok
    ? { exit: 'done' as const, answer: { outcome: 'done' as const, serial: attempt.value, refusal: null } }
    : { exit: attempt.exit, answer: { outcome: 'refused' as const, serial: null, refusal: attempt.refusal } };

const sayHandled =
  (ja: string, en: string) =>
  ({ serial, refusal }: Handled, language: 'ja' | 'en') => [refusal === null ? `${language === 'ja' ? ja : en} ${serial}` : sayRefusal(refusal, language)];

async function findOne(program: CommandProgram, serial: string | null, machine: CommandMachine): Promise<Attempt<InventoryEntry>> {
  const entries = await listHeld(heldCertificates(program), stopAfter(machine, lookLimit));
  return entries.ok ? pick(entries.value, serial) : entries;
}

async function installOne(program: CommandProgram, { argument }: Asked, machine: CommandMachine): Promise<Attempt<string>> {
  if (!mayInstall(program.policy, program.store)) return refuse('policy-forbids');
  const entry = await findOne(program, argument, machine);
  if (!entry.ok) return entry;
  const kept = await openHeld(heldCertificates(program), entry.value);
  if (!kept.ok) return kept;
  const signal = stopAfter(machine, 2 * toolTimeLimit);
  const installed = await installWholly(program.store, kept.value, await readStock(program.store, signal), signal);
  if (!installed.ok) return refuseBy(installed.problem);
  program.handOver.note({ what: 'certificateReinstalled', serial: entry.value.serial });
  return done(entry.value.serial);
}

const install = command({
  name: 'certificate install',
  argument: { name: 'SERIAL', isNeeded: false },
  options: programOptions,
  about: {
    ja: 'Kaitsu の控えから、電子証明書をブラウザーの証明書ストアに入れ直します',
    en: "put a certificate back into the browsers' store, from the copy of Kaitsu",
  },
  answer: handledAnswer,
  run: async (asked, machine) => handled(await withProgram(asked, machine, (program) => installOne(program, asked, machine))),
  say: sayHandled('証明書ストアに入っています:', 'It is in the store:'),
});

/** Key and certificate leave what protects them: the file has a passphrase of its own, and belongs to the person alone. */
async function exportOne(program: CommandProgram, asked: Asked, machine: CommandMachine): Promise<Attempt<string>> {
  if (program.policy.prescribed.exportAllowed?.value === false) return refuse('policy-forbids');
  const path = resolve(asked.argument ?? '');
  if ((await lstat(path).catch(() => null)) !== null) return refuse('file-exists');
  const passphrase = await readPassphrase(asked, machine);
  if (!passphrase.ok) return passphrase;
  const entry = await findOne(program, asked.options.serial ?? null, machine);
  if (!entry.ok) return entry;
  const kept = await openHeld(heldCertificates(program), entry.value);
  if (!kept.ok) return kept;
  const written = await writeAskedFile(path, await exportBundle(kept.value, passphrase.value), { mode: 0o600 });
  if (!written.ok) return refuseBy(written.problem);
  program.log.info('certificate.exported', { serial: entry.value.serial });
  program.handOver.note({ what: 'certificateExported', serial: entry.value.serial });
  return done(entry.value.serial);
}

const exporting = command({
  name: 'certificate export',
  argument: { name: 'FILE', isNeeded: true },
  options: {
    serial: { value: 'SERIAL', about: { ja: '書き出す証明書。省略すると、期限が最も先のもの', en: 'which one; left out: the one that lasts longest' } },
    ...passphraseOptions,
    ...programOptions,
  },
  about: {
    ja: '電子証明書と秘密鍵を、パスフレーズ付きの PKCS#12 ファイルに書き出します',
    en: 'write certificate and private key into a PKCS#12 file with a passphrase',
  },
  answer: handledAnswer,
  run: async (asked, machine) => handled(await withProgram(asked, machine, (program) => exportOne(program, asked, machine))),
  say: sayHandled('書き出しました:', 'Exported:'),
});

/** The journal must not offer what is gone. */
async function removeOne(program: CommandProgram, { argument }: Asked, machine: CommandMachine): Promise<Attempt<string>> {
  const entry = await findOne(program, argument, machine);
  if (!entry.ok) return entry;
  return withProcedure(program, async ({ runner, recovery }) => {
    if (runner.snapshot().state.step === 'renewal') return refuse('renewal-first');
    const removed = await heldCertificates(program).inventory.uninstall(entry.value, AbortSignal.timeout(2 * toolTimeLimit));
    if (!removed.ok) return refuseBy(removed.problem);
    const { state, offer } = runner.snapshot();
    if (isBeforeSession(state) && offer !== null && offer.kind !== 'retrieval' && offer.certificate.serial === entry.value.serial) {
      await runner.dispatch({ type: 'offered', offer: null });
      await recovery.look();
    }
    program.log.info('certificate.removed', { serial: entry.value.serial });
    program.handOver.note({ what: 'certificateRemoved', serial: entry.value.serial });
    return done(entry.value.serial);
  });
}

const remove = command({
  name: 'certificate remove',
  argument: { name: 'SERIAL', isNeeded: true },
  options: programOptions,
  about: {
    ja: '電子証明書をこの PC から消します（証明書ストアと Kaitsu の控え）。元に戻せません。失効は銀行にお申し込みください',
    en: 'remove a certificate from this PC, store and copy; this cannot be undone. To revoke it is for the bank',
  },
  answer: handledAnswer,
  run: async (asked, machine) => handled(await withProgram(asked, machine, (program) => removeOne(program, asked, machine))),
  say: sayHandled('消しました:', 'Removed:'),
});

export const certificateCommands: readonly Command[] = [list, install, exporting, remove];
