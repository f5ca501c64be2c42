import { describe, expect, it } from 'vitest';
import type { ProcedureSnapshot } from '../../preload/contract/procedure.ts';
import { heldCertificate, snapshotOf, waitingRight } from '../../renderer/help/samples/procedure.ts';
import { catalogues } from '../../tools/window/catalogues.ts';
import { practiceBank, problem, releaseRequest, states } from '../../tools/window/snapshots.ts';
import { testWindow } from '../support/test-window.ts';

const { ja, en } = catalogues;
const words = ja.screens.start;
const { open: openTestWindow, opened } = testWindow();

const openAt = async (more: Partial<ProcedureSnapshot> = {}) => (await openTestWindow({ snapshot: snapshotOf(states.start, more) })).page;
const names = async () => (await opened().calls()).map((call) => call.name);

describe('the start, where nothing is known of this PC', () => {
  it('asserts nothing, asks, and leads each person where they go on', async () => {
    const page = await openAt();
    await page.getByRole('heading', { level: 1, name: words.title, exact: true }).waitFor();
    expect(await page.getByText(ja.screens.locked.title).count()).toBe(0);
    for (const way of ['lockedOut', 'called', 'certificate', 'newPc'] as const) await page.getByRole('button', { name: words.choices[way].label }).click();
    await expect.poll(names).toEqual(['procedure.chooseLockedOut', 'procedure.reportReleased', 'procedure.chooseLogon', 'procedure.chooseNewPc']);
  });

  it('says what is needed now apart from what is needed after the call', async () => {
    const page = await openAt();
    const needs = (way: 'lockedOut' | 'called') => page.getByRole('button', { name: words.choices[way].label }).textContent();
    expect(await needs('lockedOut')).toContain('届出印、口座番号');
    expect(await needs('called')).toContain('お客様カード、申込書の控え');
    await opened().publish(snapshotOf(states.locked));
    const section = (title: string) => page.locator('section', { has: page.getByRole('heading', { name: title }) }).last();
    expect(await section(ja.screens.locked.nowTitle).textContent()).toContain(ja.screens.locked.seal);
    expect(await section(ja.screens.locked.laterTitle).textContent()).toContain(ja.screens.locked.card);
  });

  it('is gone through with the keyboard alone, and the back link of each first step leads here again', async () => {
    const page = await openAt();
    await page.getByRole('button', { name: words.choices.lockedOut.label }).focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(names).toEqual(['procedure.chooseNewPc']);
    for (const step of ['newPc', 'locked', 'logonMenu', 'certificateReady'] as const) {
      await opened().publish(snapshotOf(states[step]));
      const back = page.getByRole('button', { name: ja.common.backToStart });
      await back.focus();
      await page.keyboard.press('Space');
    }
    await expect.poll(names).toEqual(['procedure.chooseNewPc', ...Array.from({ length: 4 }, () => 'procedure.goBack')]);
  });

  it('tells a person whose certificate is not on this PC what to do', async () => {
    const page = await openAt();
    await opened().answer('procedure.chooseLogon', { ok: false, problem: problem('certificate-required') });
    await page.getByRole('button', { name: words.choices.certificate.label }).click();
    await page.getByRole('alert').getByText(ja.problem.codes['certificate-required'].next).waitFor();
  });

  it('says that it is practice only where it is', async () => {
    const { page } = await openTestWindow({ snapshot: snapshotOf(states.start), bank: { ...practiceBank, practice: false } });
    await page.getByRole('heading', { level: 1, name: words.title }).waitFor();
    expect(await page.getByText(words.practice).count()).toBe(0);
  });
});

describe('the start of the next day', () => {
  it('says how long the certificate is good for, in words of the language, and leads to the logon first', async () => {
    const page = await openAt({ offer: heldCertificate });
    await page.getByRole('heading', { level: 1, name: words.goodTitle('2027年11月22日'), exact: true }).waitFor();
    await page.getByText(words.daysLeft(364, '2027年10月23日')).waitFor();
    expect(await page.getByRole('button', { name: ja.validity.renew }).count()).toBe(0);
    await page.getByRole('button', { name: ja.screens.certificateReady.action, exact: true }).click();
    await page.getByRole('button', { name: words.choices.users.label }).click();
    await expect.poll(names).toEqual(['procedure.takeOffer', 'procedure.takeOffer']);
    await opened().prefer({ language: 'en', theme: 'light' });
    await page.getByRole('heading', { level: 1, name: en.screens.start.goodTitle('22 November 2027') }).waitFor();
  });

  it('still has the way for a person who is locked out', async () => {
    const page = await openAt({ offer: heldCertificate });
    await page.getByRole('button', { name: words.choices.lockedOut.label }).click();
    expect(await names()).toEqual(['procedure.chooseLockedOut']);
  });

  it('offers the renewal beside the logon when it is time, and alone when the certificate has expired', async () => {
    const page = await openAt({ offer: { ...heldCertificate, validity: { kind: 'due', daysLeft: 12 } } });
    const logOn = page.getByRole('button', { name: ja.screens.certificateReady.action, exact: true });
    expect(await logOn.count()).toBe(1);
    await page.getByRole('button', { name: ja.validity.renew }).click();
    expect(await names()).toEqual(['procedure.chooseRenewal']);
    await opened().publish(
      snapshotOf(states.start, { offer: { ...heldCertificate, validity: { kind: 'expired', renewableUntil: '2028-02-10T06:00:00.000Z' } } }),
    );
    await page.getByRole('heading', { level: 1, name: ja.validity.expiredTitle }).waitFor();
    expect(await logOn.count()).toBe(0);
    expect(await page.getByRole('button', { name: ja.validity.renew }).count()).toBe(1);
  });

  it('names whom to call where the bank renews no longer, and says nothing good of what cannot be used', async () => {
    const page = await openAt({ offer: { ...heldCertificate, validity: { kind: 'revokeFirst' } } });
    await page.getByRole('region', { name: ja.stop.name }).waitFor();
    expect(await page.getByRole('button', { name: ja.validity.renew }).count()).toBe(0);
    await opened().publish(snapshotOf(states.start, { offer: heldCertificate, notice: problem('certificate-absent-on-pc') }));
    await page.getByRole('heading', { level: 1, name: words.doubtedTitle('2027年11月22日') }).waitFor();
  });

  it('leads to a certificate that was never fetched, also from a new PC', async () => {
    const page = await openAt({ offer: waitingRight });
    await page.getByRole('button', { name: ja.recovery.retrievalAction }).click();
    await opened().publish(snapshotOf(states.newPc, { offer: waitingRight }));
    await page.getByRole('button', { name: ja.recovery.retrievalAction }).click();
    expect(await names()).toEqual(['procedure.takeOffer', 'procedure.takeOffer']);
  });
});

describe('a PC that is new', () => {
  it('is told to hand in the paper for a new certificate', async () => {
    const { page } = await openTestWindow({ snapshot: snapshotOf(states.newPc) });
    await page.getByRole('button', { name: ja.recovery.reissueOpen }).click();
    expect(await names()).toEqual(['releaseRequest.openReissue']);
  });

  it('is told to call the bank where the bank has a paper of its own', async () => {
    const { page } = await openTestWindow({ snapshot: snapshotOf(states.newPc), request: releaseRequest({ offersReissue: false }) });
    await page.getByText(ja.screens.newPc.ask('0120-000-000')).waitFor();
    expect(await page.getByRole('button', { name: ja.recovery.reissueOpen }).count()).toBe(0);
  });
});
