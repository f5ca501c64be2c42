import { describe, expect, it } from 'vitest';
import type { Validity } from '../../preload/contract/validity.ts';
import { renewal, snapshotOf } from '../../renderer/help/samples/procedure.ts';
import { usersStates } from '../../renderer/help/samples/users.ts';
import { catalogues } from '../../tools/window/catalogues.ts';
import type { WindowOptions } from '../../tools/window/renderer-window.ts';
import { practiceBank, problem, states } from '../../tools/window/snapshots.ts';
import { testWindow } from '../support/test-window.ts';

const { ja } = catalogues;
const { open: openTestWindow, opened } = testWindow();

const open = async (options: WindowOptions) => (await openTestWindow(options)).page;
const names = async () => (await opened().calls()).map((call) => call.name);
const due: Validity = { kind: 'due', daysLeft: 12 };
const notice = problem('certificate-expires-soon', { screenCode: '2-8-214' });
const offer = { name: ja.validity.renew };

describe('the renewal in the window', () => {
  it('is said to be possible from a day on, and not offered before', async () => {
    const page = await open({ snapshot: snapshotOf(states.certificateReady) });
    await page.getByText(ja.validity.notDue('2027年11月22日', '2027年10月23日')).waitFor();
    expect(await page.getByRole('button', offer).count()).toBe(0);
    await opened().publish(snapshotOf({ ...states.certificateReady, validity: null }));
    await page.getByText('2027年10月23日').waitFor({ state: 'detached' });
  });

  it('is offered once, with the days that are left, before the logon and after it', async () => {
    const page = await open({ snapshot: snapshotOf({ ...states.certificateReady, validity: due }, { notice }) });
    await page.getByText(ja.validity.due('2027年11月22日', 12)).waitFor();
    expect(await page.getByRole('button', offer).count()).toBe(1);
    await page.getByRole('button', offer).click();
    await opened().publish(snapshotOf({ ...states.loggedOn, validity: due }, { notice }));
    await page.getByText(ja.validity.noteLoggedOn).waitFor();
    await page.getByRole('button', offer).click();
    expect(await names()).toEqual(['procedure.chooseRenewal', 'procedure.chooseRenewal']);
  });

  it('is offered by the notice where an administrator looks after the users', async () => {
    const page = await open({ snapshot: snapshotOf({ ...states.loggedOn, validity: due }, { notice }), users: usersStates.menu });
    await page.getByRole('button', offer).click();
    expect(await names()).toEqual(['procedure.chooseRenewal']);
  });

  it('comes before the logon once the certificate has expired, also when only the bank knows', async () => {
    const expired: Validity = { kind: 'expired', renewableUntil: '2028-02-10T06:00:00.000Z' };
    const page = await open({ snapshot: snapshotOf({ ...states.certificateReady, validity: expired }) });
    await page.getByRole('heading', { level: 1, name: ja.validity.expiredTitle }).waitFor();
    await page.getByText('2028年2月10日').waitFor();
    await opened().publish(snapshotOf({ ...states.certificateReady, problem: problem('certificate-expired') }));
    await page.getByText(ja.validity.refused).waitFor();
    await page.getByRole('button', offer).click();
    expect(await names()).toEqual(['procedure.chooseRenewal']);
  });

  it.each(['revokeFirst', 'paperForm'] as const)('is not offered when it is too late (%s): whom to call is said, and what to ask for', async (kind) => {
    const page = await open({ snapshot: snapshotOf({ ...states.certificateReady, validity: { kind } }) });
    await page.getByText(ja.validity[kind]('2027年11月22日')).waitFor();
    expect(await page.getByRole('main').getByText(practiceBank.support.phone).count()).toBe(1);
    expect(await page.getByRole('button', offer).count()).toBe(0);
  });

  it('that stopped goes on, or back', async () => {
    const page = await open({ snapshot: snapshotOf(renewal('sent')) });
    await page.getByRole('list', { name: ja.screens.renewal.list }).getByText(ja.screens.retrieval.stages.sent).waitFor();
    await page.getByRole('button', { name: ja.screens.renewal.cancel }).click();
    await opened().publish(snapshotOf(renewal('sent', { phase: 'stopped' })));
    await page.getByRole('button', { name: ja.screens.renewal.proceed }).click();
    await page.getByRole('button', { name: ja.common.back }).click();
    expect(await names()).toEqual(['procedure.cancelRetrieval', 'procedure.chooseRenewal', 'procedure.goBack']);
  });
});
