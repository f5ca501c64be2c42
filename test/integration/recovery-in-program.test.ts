import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { createNssStore } from '../../main/certificate/stores/nss.ts';
import { isNamed } from '../../main/certificate/x509.ts';
import { paths } from '../../main/protocol/protocol.ts';
import { noEntries } from '../../preload/contract/request-rules.ts';
import { cannotBeReadNow, fileHarms } from '../support/file-harms.ts';
import { profile } from './practice-bank-client.ts';
import { closePrograms, newHome, next, type ProgramOptions, secretsOf, startProgram, stopBank, type WholeProgram, waitFor, walkTo } from './whole-program.ts';

/**
 * What lies in keychain and folder after an interruption, damaged in every way that files and entries can be: the whole
 * program with the real practice bank, its files and NSS always has a way on.
 */

afterAll(closePrograms);

/**
 * Where the power may fail. issued: the bank has issued, and its answer was lost; fetched: the bundle is on the disk, and
 * nothing is installed yet.
 */
type Moment = 'certificateRequired' | 'issued' | 'fetched' | 'certificateReady';

/** The PC of somebody whose power failed at this moment, while the bank did all that it had been asked for. */
async function powerFailedAt(moment: Moment, options: ProgramOptions = {}): Promise<string> {
  const [home, after] = [newHome(), newHome()];
  let taken = false;
  const take = () => {
    if (taken) return;
    taken = true;
    for (const name of ['certificates', '.pki', 'procedure.json'])
      if (existsSync(join(home, name))) cpSync(join(home, name), join(after, name), { recursive: true });
    for (const [account, secret] of secretsOf(home)) secretsOf(after).set(account, secret);
  };
  // The stages are told faster than the journal keeps them: what is done to the store says where the retrieval is.
  const onTool: ProgramOptions['onTool'] = (args) =>
    void ((moment === 'issued' || moment === 'fetched') && args.some((one) => one.includes('pk12util')) && take());
  const onState: ProgramOptions['onState'] = (state) => void (state.step === moment && take());
  const program = await startProgram(home, { ...options, onState, onTool });
  await walkTo(program, moment === 'certificateRequired' ? moment : 'certificateReady');
  expect(taken).toBe(true);
  await stopBank(program);
  cpSync(join(home, 'sandbox-bank'), join(after, 'sandbox-bank'), { recursive: true });
  if (moment === 'issued') for (const path of bundles(after)) rmSync(path);
  if (moment === 'issued') for (const account of entries(after, /^(certificate|retrieved)\//u)) secretsOf(after).delete(account);
  return after;
}

const files = (home: string, pattern: RegExp): string[] => {
  const folder = join(home, 'certificates');
  return existsSync(folder)
    ? readdirSync(folder)
        .filter((name) => pattern.test(name))
        .map((name) => join(folder, name))
    : [];
};
const pending = (home: string) => files(home, /^pending-.*\.pem$/u);
const bundles = (home: string) => files(home, /\.p12$/u);
const entries = (home: string, pattern: RegExp) => [...secretsOf(home).keys()].filter((account) => pattern.test(account));

const harms = Object.entries(fileHarms);

/** Fills in the form for a new certificate and prints it. @returns whether it was printed */
async function printReissue(program: WholeProgram): Promise<boolean> {
  expect(await program.ask('releaseRequest', 'openReissue')).toBeNull();
  expect(program.states.read('releaseRequest').value).toMatchObject({ open: true, form: 'reissue' });
  const filled = {
    ...noEntries,
    date: '2026-11-22',
    branch: '本店',
    company: '株式会社見本',
    representative: '代表 見本',
    accountNumber: '1234567',
    contractorId: program.test().contractorId,
    contactName: '見本',
    contactPhone: '03-1234-5678',
  };
  expect(await program.ask('releaseRequest', 'print', filled)).toBeNull();
  return true;
}

const ended = (program: WholeProgram) =>
  waitFor(
    () => !('phase' in program.procedure().state && ['running', 'sending', 'cancelling'].includes(String(Reflect.get(program.procedure().state, 'phase')))),
  );

async function press(program: WholeProgram, name: string): Promise<void> {
  const refused = await program.ask('procedure', name);
  expect(refused, name).toBeNull();
  await ended(program);
}

const problemCode = ({ procedure }: WholeProgram) => {
  const { state } = procedure();
  return 'problem' in state ? (state.problem?.code ?? null) : null;
};

describe('the right to a certificate', () => {
  test('who starts over before the certificate is fetched is offered it, and need not activate again', async () => {
    const program = await startProgram(await powerFailedAt('issued'));
    await program.ask('procedure', 'startOver');
    expect(program.procedure()).toMatchObject({ state: { step: 'start' }, offer: { kind: 'retrieval' } });
    for (const name of ['chooseLockedOut', 'reportReleaseRequested', 'reportReleased', 'chooseAdministratorLogon', 'chooseActivation'])
      await program.ask('procedure', name);
    await next(program, 'identification');
    // What the bank misses lies here: no paper is asked for.
    expect(program.procedure()).toMatchObject({ state: { problem: { code: 'certificate-waiting' } }, offer: { kind: 'retrieval' } });
    expect(await program.ask('procedure', 'takeOffer')).toBeNull();
    await walkTo(program, 'loggedOn');
    expect(entries(program.folder, /grant|session/u)).toEqual([]);
  });

  test.each([...(['certificateRequired', 'issued', 'fetched'] as const).flatMap((moment) => [[moment, 'damaged'] as const, [moment, 'missing'] as const])])(
    'of whom the power failed at %s, and whose journal is %s since, is offered the certificate and logs on',
    async (moment, harm) => {
      const home = await powerFailedAt(moment);
      fileHarms[harm]?.(join(home, 'procedure.json'));
      const program = await startProgram(home);
      await waitFor(() => program.procedure().offer !== null);
      expect(program.procedure()).toMatchObject({
        state: { step: 'start' },
        offer: { kind: 'retrieval' },
        notice: harm === 'damaged' ? { code: 'journal-unreadable' } : null,
      });
      await press(program, 'takeOffer');
      await walkTo(program, 'loggedOn');
    },
  );

  test('that the bank gave in an answer which was lost is asked for again, also when the person starts over', async () => {
    const home = newHome();
    const program = await startProgram(home);
    await walkTo(program, 'oneTimePassword');
    const { state } = program.procedure();
    const { row, column } = (state.step === 'oneTimePassword' ? state.position : null) ?? { row: 1, column: 1 };
    // The bank heard it, and nobody here ever learned of it.
    const token = secretsOf(home).get('activation-session') ?? '';
    const { status } = await program
      .test()
      .call('POST', paths.activationOneTimePassword, { token, body: { oneTimePassword: program.test().cell(row, column) } });
    expect(status).toBe(200);
    await program.ask('procedure', 'startOver');
    expect(program.procedure().offer).toMatchObject({ kind: 'retrieval' });
    expect(await program.ask('procedure', 'takeOffer')).toBeNull();
    await walkTo(program, 'loggedOn');
  });

  test('whose certificate is there, but no journal, goes straight on to the logon', async () => {
    const home = await powerFailedAt('certificateReady');
    secretsOf(home).delete('enrolment-grant');
    fileHarms.damaged?.(join(home, 'procedure.json'));
    const program = await startProgram(home);
    await waitFor(() => program.procedure().offer !== null);
    expect(program.procedure().offer).toMatchObject({ kind: 'logon' });
    await press(program, 'takeOffer');
    await walkTo(program, 'loggedOn');
  });
});

describe('the key of a retrieval under way', () => {
  const reissuing = { profile: { ...profile, certificate: { ...profile.certificate, reissueWithinGrant: true } } };
  const resume = async (home: string, options: ProgramOptions = {}) => {
    const program = await startProgram(home, options);
    await press(program, 'resume');
    await press(program, 'retrieveCertificate');
    return program;
  };
  const lostForGood = new Set(['missing', 'empty', 'damaged']);

  test.each(harms)('%s: the problem says so, and one press each leads to the form', async (kind, harm) => {
    const home = await powerFailedAt('issued');
    for (const path of pending(home)) harm(path);
    const program = await resume(home);
    if (!lostForGood.has(kind)) {
      expect(problemCode(program)).toBe('pending-key-unreadable');
      await press(program, 'retrieveWithNewKey');
    }
    expect(problemCode(program)).toBe('certificate-issued-to-lost-key');
    // Also at the next press, and for good.
    await press(program, 'retrieveCertificate');
    expect(problemCode(program)).toBe('certificate-issued-to-lost-key');
    expect(await printReissue(program)).toBe(true);
  });

  test('whose key was damaged after the bank had issued is told so, and gets the form for a new certificate', async () => {
    const home = await powerFailedAt('issued');
    for (const account of entries(home, /^pending-key/u)) secretsOf(home).set(account, 'another passphrase');
    const program = await resume(home);
    expect(problemCode(program)).toBe('certificate-issued-to-lost-key');
    expect(await printReissue(program)).toBe(true);
  });

  test('whose key cannot be read says whether it is given up: then a new one is made', async () => {
    const home = await powerFailedAt('issued', reissuing);
    for (const path of pending(home)) fileHarms['a folder']?.(path);
    const program = await resume(home, reissuing);
    expect(problemCode(program)).toBe('pending-key-unreadable');
    await press(program, 'retrieveWithNewKey');
    expect(problemCode(program)).toBeNull();
    await walkTo(program, 'loggedOn');
    expect(files(home, /pending/u)).toEqual([]);
  });

  test('is never given up unasked where it can be read again later', async () => {
    const home = await powerFailedAt('issued');
    const [path = ''] = pending(home);
    renameSync(path, `${path}.away`);
    mkdirSync(path);
    const program = await resume(home);
    expect(problemCode(program)).toBe('pending-key-unreadable');
    rmSync(path, { recursive: true });
    renameSync(`${path}.away`, path);
    await press(program, 'retrieveCertificate');
    await walkTo(program, 'loggedOn');
  });
});

describe('a certificate that was fetched and not yet installed', () => {
  test.each([...harms, ['without its passphrase', null] as const])('%s: is fetched again, and logs on', async (_kind, harm) => {
    const home = await powerFailedAt('fetched');
    const before = bundles(home).length;
    expect(before).toBe(1);
    if (harm === null) for (const account of entries(home, /^certificate\//u)) secretsOf(home).delete(account);
    else for (const path of bundles(home)) harm(path);
    const program = await startProgram(home);
    await press(program, 'resume');
    await press(program, 'retrieveCertificate');
    expect(problemCode(program)).toBeNull();
    await walkTo(program, 'loggedOn');
  });
});

describe('a certificate that is ready', () => {
  const cases = [...harms, ['without its passphrase', null] as const];
  const spoil = (home: string, harm: ((path: string) => void) | null) => {
    if (harm === null) for (const account of entries(home, /^certificate\//u)) secretsOf(home).delete(account);
    else for (const path of bundles(home)) harm(path);
  };

  test.each(cases)('whose copy is %s while the store still signs is used in the browser', async (kind, harm) => {
    const home = await powerFailedAt('certificateReady');
    spoil(home, harm);
    const program = await startProgram(home);
    await waitFor(() => program.procedure().notice !== null);
    const code = cannotBeReadNow.has(kind) ? 'certificate-file-unavailable' : 'certificate-in-browser-only';
    expect(program.procedure().notice?.code).toBe(code);
    await program.ask('procedure', 'takeOffer');
    await next(program, 'certificateReady');
    expect(problemCode(program)).toBe(code);
    expect(await printReissue(program)).toBe(true);
  });

  test('whose copy is lost while the store still signs is led to the browser', async () => {
    const home = await powerFailedAt('certificateReady');
    spoil(home, (path) => rmSync(path));
    const program = await startProgram(home);
    await program.ask('procedure', 'startOver');
    for (const name of ['chooseLockedOut', 'reportReleaseRequested', 'reportReleased', 'chooseAdministratorLogon', 'chooseLogon'])
      await program.ask('procedure', name);
    expect(program.procedure().state.step).toBe('certificateReady');
    await waitFor(() => program.procedure().notice?.code === 'certificate-in-browser-only');
  });

  test.each(cases)('whose copy is %s and whose store is empty leads to the form', async (kind, harm) => {
    const home = await powerFailedAt('certificateReady');
    const store = createNssStore({ home, temporary: home });
    const listed = await store.list(AbortSignal.timeout(30_000));
    const { state } = JSON.parse(readFileSync(join(home, 'procedure.json'), 'utf8')).snapshot;
    expect(listed.ok && listed.value).toHaveLength(1);
    expect(await store.remove(isNamed({ contractorId: state.contractorId, serial: state.certificate.serial }), AbortSignal.timeout(30_000))).toMatchObject({
      ok: true,
    });
    spoil(home, harm);
    const program = await startProgram(home);
    const lost = kind === 'missing' ? 'certificate-absent-on-pc' : 'certificate-file-unreadable';
    const code = cannotBeReadNow.has(kind) ? 'certificate-file-unavailable' : lost;
    await waitFor(() => program.procedure().notice?.code === code);
    await program.ask('procedure', 'takeOffer');
    await next(program, 'certificateReady');
    expect(problemCode(program)).toBe(code);
    expect(await printReissue(program)).toBe(true);
  });
});
