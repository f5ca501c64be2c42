import { describe, expect, it } from 'vitest';
import type { RetrievalStage } from '../../preload/contract/procedure.ts';
import { retrieval, snapshotOf } from '../../renderer/help/samples/procedure.ts';
import { practicePapers } from '../../renderer/reproduction/samples/practice.ts';
import { catalogues } from '../../tools/window/catalogues.ts';
import type { WindowOptions } from '../../tools/window/renderer-window.ts';
import { practiceBank, problem, states } from '../../tools/window/snapshots.ts';
import { testWindow } from '../support/test-window.ts';

const { ja, en } = catalogues;
const { open: openTestWindow, opened } = testWindow();

const open = async (options: WindowOptions) => {
  const { page } = await openTestWindow(options);
  return page;
};
const names = async () => (await opened().calls()).map((call) => call.name);

describe('the window', () => {
  it('leads through the menus of the manual, one request a press', async () => {
    const page = await open({ snapshot: snapshotOf(states.locked) });
    await page.getByRole('button', { name: ja.screens.locked.action }).click();
    await opened().publish(snapshotOf(states.awaitingRelease));
    await page.getByRole('button', { name: ja.screens.awaitingRelease.action }).click();
    await opened().publish(snapshotOf(states.logonMenu));
    await page.getByRole('button', { name: ja.screens.logonMenu.choice }).click();
    await opened().publish(snapshotOf(states.activationMenu));
    await page.getByRole('button', { name: ja.screens.activationMenu.action }).click();
    await opened().publish(snapshotOf(states.certificateRequired));
    await page.getByText(ja.screens.certificateRequired.message).waitFor();
    await page.getByRole('button', { name: ja.screens.certificateRequired.action }).click();
    expect(await names()).toEqual([
      'procedure.reportReleaseRequested',
      'procedure.reportReleased',
      'procedure.chooseAdministratorLogon',
      'procedure.chooseActivation',
      'procedure.retrieveCertificate',
    ]);
  });

  it('takes the focus to the title of every new screen, and says in the rail where one is', async () => {
    const page = await open({ snapshot: snapshotOf(states.locked) });
    await opened().publish(snapshotOf(states.logonMenu));
    const title = page.getByRole('heading', { level: 1, name: ja.screens.logonMenu.title, exact: true });
    await title.waitFor();
    expect(await title.evaluate((element) => element === document.activeElement)).toBe(true);
    expect(await page.getByRole('navigation').locator('[aria-current="step"]').textContent()).toContain(ja.rail.stops.logonMenus);
    expect(await page.title()).toContain(ja.screens.logonMenu.title);
  });

  it('changes its language where one stands, and what was typed stays', async () => {
    const page = await open({ snapshot: snapshotOf(states.identification) });
    await page.locator('#field-contractorId').fill('40718205936');
    await page.getByRole('button', { name: ja.shell.appearance }).click();
    await page.getByRole('radio', { name: 'English' }).click();
    expect(await opened().calls()).toEqual([{ name: 'preferences.change', input: { language: 'en' } }]);
    await opened().prefer({ language: 'en', theme: 'dark' });
    await page.getByRole('heading', { level: 1, name: en.screens.identification.title, exact: true }).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(await page.locator('html').getAttribute('data-theme')).toBe('dark');
    expect(await page.locator('#field-contractorId').inputValue()).toBe('40718205936');
  });

  it('shows what a request was refused with', async () => {
    const page = await open({ snapshot: snapshotOf(states.awaitingRelease) });
    await opened().answer('procedure.reportReleased', { ok: false, problem: problem('bank-unreachable') });
    await page.getByRole('button', { name: ja.screens.awaitingRelease.action }).click();
    await page.getByRole('alert').getByText(ja.problem.codes['bank-unreachable'].next).waitFor();
  });

  it('asks before it starts over, and Escape leaves all as it is', async () => {
    const page = await open({ snapshot: snapshotOf(states.newPins) });
    await page.getByRole('button', { name: ja.common.startOver }).click();
    const dialog = page.getByRole('alertdialog', { name: ja.common.startOverTitle });
    await dialog.waitFor();
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    expect(await names()).toEqual([]);
    await page.getByRole('button', { name: ja.common.startOver }).click();
    await dialog.getByRole('button', { name: ja.common.startOverConfirm }).click();
    expect(await names()).toEqual(['procedure.startOver']);
  });

  it('closes a notice on request, and gives its screen code once', async () => {
    const page = await open({ snapshot: snapshotOf(states.locked, { notice: problem('keychain-missing', { screenCode: '1-1-511' }) }) });
    await page.getByRole('contentinfo').getByText('1-1-511').waitFor();
    expect(await page.getByText('1-1-511').count()).toBe(1);
    await page.getByRole('button', { name: ja.problem.dismiss }).click();
    expect(await names()).toEqual(['procedure.dismissNotice']);
  });

  it('asks after an interruption where to go on', async () => {
    const page = await open({ snapshot: snapshotOf(states.oneTimePassword, { interruptedAt: '2026-11-22T06:05:00.000Z' }) });
    await page.getByRole('definition').filter({ hasText: ja.rail.stops.oneTimePassword }).waitFor();
    await page.getByRole('button', { name: ja.screens.resume.action, exact: true }).click();
    expect(await names()).toEqual(['procedure.resume']);
  });
});

describe('the retrieval', () => {
  it('shows each stage as it is reached, and when the bank is asked again', async () => {
    const page = await open({ snapshot: snapshotOf(retrieval('key')) });
    for (const stage of ['request', 'sent', 'waiting', 'checked', 'installed', 'tried'] satisfies RetrievalStage[]) {
      await opened().publish(snapshotOf(retrieval(stage, { waitingUntil: stage === 'waiting' ? '2026-11-22T06:04:05.000Z' : null })));
      const current = page.getByRole('list', { name: ja.screens.retrieval.list }).locator('[aria-current="step"]');
      await current.getByText(ja.screens.retrieval.stages[stage], { exact: true }).waitFor();
      if (stage === 'waiting') await current.getByText(ja.screens.retrieval.waitingUntil('15:04:05')).waitFor();
    }
    expect(await page.getByRole('progressbar').getAttribute('value')).toBe('6');
  });

  it('can be cancelled once, and taken up again', async () => {
    const page = await open({ snapshot: snapshotOf(retrieval('waiting')) });
    await page.getByRole('button', { name: ja.screens.retrieval.cancel }).click();
    await opened().publish(snapshotOf(retrieval('waiting', { phase: 'cancelling' })));
    await page.getByRole('button', { name: ja.screens.retrieval.cancel }).and(page.locator('[aria-disabled="true"]')).click({ force: true });
    await opened().publish(snapshotOf(retrieval('waiting', { phase: 'stopped' })));
    await page.getByRole('button', { name: ja.screens.retrieval.proceed }).click();
    expect(await names()).toEqual(['procedure.cancelRetrieval', 'procedure.retrieveCertificate']);
  });
});

describe('the practice panel', () => {
  it('shows the papers only while it is open, plays the branch, and closes with Escape', async () => {
    const page = await open({ snapshot: snapshotOf(states.awaitingRelease) });
    await page.getByRole('button', { name: ja.practice.open }).click();
    const panel = page.getByRole('complementary', { name: ja.practice.title });
    await panel.getByText(practicePapers.applicationForm.registrationPin, { exact: true }).waitFor();
    await opened().answer('practice.readPapers', { ok: true, value: { ...practicePapers, contractStatus: 'released' } });
    await panel.getByRole('button', { name: ja.practice.release }).click();
    await panel.getByText(ja.practice.statuses.released).waitFor();
    expect((await names()).filter((name) => name !== 'practice.readScenarios')).toEqual(['practice.readPapers', 'practice.releaseLock', 'practice.readPapers']);
    await page.keyboard.press('Escape');
    await panel.waitFor({ state: 'detached' });
    expect(await page.content()).not.toContain(practicePapers.customerCard.contractorId);
  });

  it('and its mark are not there with a real bank', async () => {
    const page = await open({ snapshot: snapshotOf(states.awaitingRelease), bank: { ...practiceBank, practice: false } });
    await page.getByRole('button', { name: ja.screens.awaitingRelease.action }).waitFor();
    expect(await page.getByText(ja.shell.practice, { exact: true }).count()).toBe(0);
  });
});

describe('a window without a main', () => {
  it('says so in both languages, whether the border is missing or broken', async () => {
    for (const broken of ['missing', 'failing'] as const) {
      const page = await open({ snapshot: snapshotOf(states.locked), broken });
      await page.getByRole('heading', { name: ja.problem.codes.internal.title }).waitFor();
      await page.getByRole('heading', { name: en.problem.codes.internal.title }).waitFor();
      if (broken === 'missing') await page.context().close();
    }
  });
});
