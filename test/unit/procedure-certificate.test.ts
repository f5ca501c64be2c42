import { describe, expect, test } from 'vitest';
import { failure, success } from '../../preload/contract/problem.ts';
import {
  certificate,
  contractorId,
  goodRetriever,
  memoryKeychain,
  notedSessions,
  procedureWorld,
  renewedCertificate,
  settled,
  walkTo,
} from './procedure-world.ts';

describe('the retrieval', () => {
  test('can be cancelled and begun again', async () => {
    let round = 0;
    const patient = {
      ...goodRetriever(),
      retrieve: (_grant: unknown, _onStage: unknown, signal: AbortSignal) =>
        round++ > 0
          ? Promise.resolve(success(certificate))
          : new Promise<ReturnType<typeof failure>>((resolve) => signal.addEventListener('abort', () => resolve(failure('cancelled')))),
    };
    const world = await procedureWorld({ certificate: patient });
    await walkTo(world, 'retrieval');
    await world.procedure.cancelRetrieval(undefined);
    await settled();
    expect(world.state()).toMatchObject({ step: 'retrieval', phase: 'stopped' });
    await world.procedure.retrieveCertificate(undefined);
    await settled();
    expect(world.state()).toMatchObject({ step: 'certificateReady' });
  });

  test('that breaks by a bug of ours says so with a reference, and can be tried again', async () => {
    const broken = { ...goodRetriever(), retrieve: () => Promise.reject(new Error('bug')) };
    const world = await procedureWorld({ certificate: broken });
    await walkTo(world, 'retrieval');
    expect(world.state()).toMatchObject({ phase: 'failed', problem: { code: 'internal', reference: 'REF00001' } });
  });

  test('keeps the right to the certificate until the certificate is installed, and forgets it then', async () => {
    const secrets = memoryKeychain();
    const world = await procedureWorld({ secrets });
    await walkTo(world, 'certificateRequired');
    expect([...secrets.held.keys()]).toContain('enrolment-grant');
    await walkTo(world, 'certificateReady');
    expect([...secrets.held.keys()]).toEqual([]);
  });
});

describe('the renewal', () => {
  const due = { type: 'validityKnown', serial: certificate.serial, validity: { kind: 'due', daysLeft: 12 } } as const;
  const waitingForCancel = (_current: unknown, _onStage: unknown, signal: AbortSignal) =>
    new Promise<ReturnType<typeof failure>>((resolve) => signal.addEventListener('abort', () => resolve(failure('cancelled'))));

  test('asks for the certificate that is on the screen, and ends at the logon with the new one', async () => {
    const asked: unknown[] = [];
    const good = goodRetriever();
    const renew: typeof good.renew = (current, ...rest) => {
      asked.push(current);
      return good.renew(current, ...rest);
    };
    const world = await procedureWorld({ certificate: { ...good, renew } });
    await walkTo(world, 'certificateReady');
    expect(await world.procedure.chooseRenewal(undefined)).toMatchObject({ ok: false, problem: { code: 'not-now' } });
    await world.runner.dispatch(due);
    expect(await world.procedure.chooseRenewal(undefined)).toEqual({ ok: true });
    await settled();
    expect(asked).toEqual([{ contractorId, serial: certificate.serial }]);
    expect(world.state()).toMatchObject({ step: 'certificateReady', certificate: renewedCertificate });
    await walkTo(world, 'loggedOn');
    expect(world.state()).toMatchObject({ step: 'loggedOn', certificate: renewedCertificate });
  });

  test('closes the session of the logged-on administrator, since it belongs to the old certificate', async () => {
    const administrator = notedSessions();
    const world = await procedureWorld({ administrator });
    await walkTo(world, 'loggedOn');
    expect(await world.procedure.chooseRenewal(undefined)).toMatchObject({ ok: false });
    expect(administrator.told).not.toContain('end');
    await world.runner.dispatch(due);
    await world.procedure.chooseRenewal(undefined);
    await settled();
    expect(administrator.told.at(-1)).toBe('end');
    expect(world.state()).toMatchObject({ step: 'certificateReady', certificate: renewedCertificate });
  });

  test('can be cancelled, and left for the certificate that is still there', async () => {
    const world = await procedureWorld({ certificate: { ...goodRetriever(), renew: waitingForCancel } });
    await walkTo(world, 'certificateReady');
    await world.runner.dispatch(due);
    await world.procedure.chooseRenewal(undefined);
    await world.procedure.cancelRetrieval(undefined);
    await settled();
    expect(world.state()).toMatchObject({ step: 'renewal', phase: 'stopped' });
    await world.procedure.goBack(undefined);
    expect(world.state()).toMatchObject({ step: 'certificateReady', certificate });
  });

  test('that the bank refuses says why, and can be tried again', async () => {
    let round = 0;
    const good = goodRetriever();
    const renew: typeof good.renew = (...words) => (round++ === 0 ? Promise.resolve(failure('bank-closed')) : good.renew(...words));
    const world = await procedureWorld({ certificate: { ...good, renew } });
    await walkTo(world, 'certificateReady');
    await world.runner.dispatch(due);
    await world.procedure.chooseRenewal(undefined);
    await settled();
    expect(world.state()).toMatchObject({ step: 'renewal', phase: 'failed', problem: { code: 'bank-closed', screenCode: '2-10-309' } });
    await world.procedure.chooseRenewal(undefined);
    await settled();
    expect(world.state()).toMatchObject({ step: 'certificateReady', certificate: renewedCertificate });
  });

  test('during which the program crashes goes on after the restart', async () => {
    const first = await procedureWorld({ certificate: { ...goodRetriever(), renew: waitingForCancel } });
    await walkTo(first, 'certificateReady');
    await first.runner.dispatch(due);
    await first.procedure.chooseRenewal(undefined);
    const second = await procedureWorld({ journal: first.journal, secrets: first.secrets });
    expect(second.runner.snapshot()).toMatchObject({ state: { step: 'renewal', phase: 'stopped' }, interruptedAt: expect.any(String) });
    await second.procedure.resume(undefined);
    await second.procedure.chooseRenewal(undefined);
    await settled();
    expect(second.state()).toMatchObject({ step: 'certificateReady', certificate: renewedCertificate });
  });

  test('is stopped by starting over', async () => {
    const world = await procedureWorld({ certificate: { ...goodRetriever(), renew: waitingForCancel } });
    await walkTo(world, 'certificateReady');
    await world.runner.dispatch(due);
    await world.procedure.chooseRenewal(undefined);
    await world.procedure.startOver(undefined);
    expect(world.state()).toEqual({ step: 'start' });
  });
});
