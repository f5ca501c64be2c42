import type { Page } from 'playwright';
import { describe, expect, it } from 'vitest';
import { preflightChecks } from '../../preload/contract/preflight-findings.ts';
import { retrievalStages } from '../../preload/contract/procedure.ts';
import { preflight } from '../../renderer/help/samples/preflight.ts';
import { retrieval, snapshotOf } from '../../renderer/help/samples/procedure.ts';
import { usersStates } from '../../renderer/help/samples/users.ts';
import { catalogues, errorLimits } from '../../tools/window/catalogues.ts';
import type { WindowOptions } from '../../tools/window/renderer-window.ts';
import { problem, states } from '../../tools/window/snapshots.ts';
import { testWindow } from '../support/test-window.ts';

/** What a screen reader says by itself, in its order: what appears in live regions of the real page. */
const text = catalogues.ja;
const { open: openTestWindow, opened } = testWindow();

/** Runs before the page: notes every change of what stands in a live region, as "polite: …" or "assertive: …". */
function listen(): void {
  const spoken: string[] = [];
  Object.assign(window, { spoken });
  const last = new WeakMap<Element, string>();
  const selector = '[role="alert"], [role="status"], [aria-live="polite"], [aria-live="assertive"]';
  const note = () => {
    for (const region of document.querySelectorAll(selector)) {
      const now = (region.textContent ?? '').replace(/\s+/gu, ' ').trim();
      if (now === (last.get(region) ?? '')) continue;
      // What was there when the region came is not spoken, save in an alert.
      if (now !== '' && (last.has(region) || region.getAttribute('role') === 'alert'))
        spoken.push(`${region.getAttribute('role') === 'alert' || region.getAttribute('aria-live') === 'assertive' ? 'assertive' : 'polite'}: ${now}`);
      last.set(region, now);
    }
    for (const region of document.querySelectorAll(selector)) if (!last.has(region)) last.set(region, '');
  };
  document.addEventListener('DOMContentLoaded', () => {
    note();
    new MutationObserver(note).observe(document.documentElement, { subtree: true, childList: true, characterData: true });
  });
}

const open = async (options: WindowOptions): Promise<Page> => {
  const { page } = await openTestWindow({ ...options, before: (bare) => bare.addInitScript(listen).then(() => options.before?.(bare)) });
  page.setDefaultTimeout(40_000);
  await page.locator('.sheet h1').waitFor();
  return page;
};
const spoken = (page: Page): Promise<readonly string[]> => page.evaluate(() => [...(Reflect.get(window, 'spoken') as string[])]);
const sinceThen = async (page: Page, before: readonly string[]) => (await spoken(page)).slice(before.length);
const focusedId = (page: Page) => page.evaluate(() => document.activeElement?.id);

describe('errors', () => {
  it('of an entry that cannot be sent are announced once, by their number, and the focus is at the first', async () => {
    const page = await open({ snapshot: snapshotOf(states.newPins) });
    const before = await spoken(page);
    await page.getByRole('button', { name: text.screens.newPins.action, exact: true }).click();
    await expect.poll(() => focusedId(page)).toBe('field-registrationPin');
    expect(await sinceThen(page, before)).toEqual([`assertive: ${text.input.errorCount(5)}`]);
    expect(await opened().calls()).toEqual([]);
  });

  it('of a field just left are spoken once, with its name, and the others are silent', async () => {
    const page = await open({ snapshot: snapshotOf(states.newPins) });
    await page.locator('#field-logonPin').fill('umi');
    const before = await spoken(page);
    await page.keyboard.press('Tab');
    await page.locator('#field-logonPin[aria-invalid="true"]').waitFor();
    expect(await sinceThen(page, before)).toEqual([`polite: ${text.fields.logonPin.label}: ${text.input.errors.tooShort(errorLimits())}`]);
  });

  it("of the bank's are announced once with what to do and how many attempts are left, and the focus is at its field", async () => {
    const page = await open({ snapshot: snapshotOf(states.identification) });
    const before = await spoken(page);
    await opened().publish(snapshotOf({ ...states.identification, phase: 'sending' }));
    await opened().publish(snapshotOf({ ...states.identification, problem: problem('identification-refused', { field: 'registrationPin', attemptsLeft: 2 }) }));
    await expect.poll(() => focusedId(page)).toBe('field-registrationPin');
    const said = await sinceThen(page, before);
    expect(said[0]).toBe(`polite: ${text.common.sending}`);
    expect(said.filter((each) => each.startsWith('assertive'))).toHaveLength(1);
    const words = text.problem.codes['identification-refused'];
    for (const part of [words.title, words.next, text.problem.attemptsLeft(2), text.problem.lockMeans]) expect(said[1]).toContain(part);
    expect(said).toHaveLength(2);
    expect(await page.locator('#field-registrationPin').getAttribute('aria-describedby')).toContain('messages-registrationPin');
    expect(await page.locator('#messages-registrationPin').textContent()).toContain(text.problem.attemptsLeft(2));
  });

  it('of the request form are announced by their number, and the focus is at the first', async () => {
    const { releaseRequest } = await import('../../tools/window/snapshots.ts');
    const { noEntries } = await import('../../preload/contract/request-rules.ts');
    const page = await open({ snapshot: snapshotOf(states.locked), request: releaseRequest({ open: true, entries: { ...noEntries, date: '2026-11-22' } }) });
    const before = await spoken(page);
    await page.getByRole('button', { name: text.releaseRequest.savePdf }).click();
    await expect.poll(() => focusedId(page)).toBe('request-branch');
    expect(await sinceThen(page, before)).toEqual([`polite: ${text.releaseRequest.errorCount(9)}`]);
  });
});

describe('progress', () => {
  it('of the retrieval is spoken stage by stage, each once, however often the bank is asked again', async () => {
    const page = await open({ snapshot: snapshotOf(retrieval('key')) });
    const before = await spoken(page);
    const { stages } = text.screens.retrieval;
    for (const stage of retrievalStages) {
      await opened().publish(snapshotOf(retrieval(stage)));
      if (stage !== 'waiting') continue;
      for (const second of ['05', '10', '15', '20']) {
        await opened().publish(snapshotOf(retrieval(stage, { waitingUntil: `2026-11-22T06:04:${second}.000Z` })));
        await page
          .getByText(text.screens.retrieval.waitingUntil(`15:04:${second}`))
          .first()
          .waitFor();
      }
    }
    await page.locator('[aria-current="step"]').filter({ hasText: stages.tried }).waitFor();
    const expected = retrievalStages
      .slice(1)
      .map((stage, index) => `polite: ${text.screens.retrieval.progress(stages[stage], index + 2, retrievalStages.length)}`);
    expect(await sinceThen(page, before)).toEqual(expected);
    expect(await page.getByRole('progressbar').getAttribute('aria-label')).toBe(text.screens.retrieval.progress(stages.tried, 7, 7));
  });

  it('of the look at this PC is spoken at its beginning and its end, not check by check', async () => {
    const results = preflightChecks.map((check) => ({ check, finding: null, amount: null }));
    const page = await open({ snapshot: snapshotOf(states.logonMenu), preflight: preflight() });
    const before = await spoken(page);
    const publish = (value: ReturnType<typeof preflight>) => page.evaluate((published) => window.fakeMain.publish('preflight', published), value);
    await publish(preflight({}, { phase: 'running', checkedAt: null, results }));
    const done = preflight().results;
    for (let count = 1; count < done.length; count += 1)
      await publish(
        preflight({}, { phase: 'running', checkedAt: null, results: results.map((result, index) => (index < count ? (done[index] ?? result) : result)) }),
      );
    await publish(preflight());
    await page.getByText(text.preflight.ready).waitFor();
    expect(await sinceThen(page, before)).toEqual([`polite: ${text.preflight.running}`, `polite: ${text.preflight.ready}`]);
  });
});

describe('time that runs out (WCAG 2.2.1)', () => {
  const now = '2026-11-22T06:00:00.000Z';
  const clock = (page: Page) => page.clock.install({ time: now });

  it('is announced two minutes before, where the bank gives no more', async () => {
    const page = await open({ snapshot: snapshotOf(states.newPins), before: clock });
    await page.clock.fastForward('07:50');
    expect((await spoken(page)).filter((each) => each.startsWith('assertive'))).toEqual([]);
    await page.clock.fastForward('00:15');
    await expect.poll(() => spoken(page)).toContain(`assertive: ${text.common.sessionEnds('15:10')}`);
    await page.clock.fastForward('02:00');
    await page.getByText(text.common.sessionEnds('15:10')).waitFor({ state: 'detached' });
  });

  it('is given again at the press of a button, where the bank gives it', async () => {
    const users = { ...usersStates.change, expiresAt: '2026-11-22T06:10:00.000Z' };
    const page = await open({ snapshot: snapshotOf(states.loggedOn), users, before: clock });
    await page.clock.fastForward('08:05');
    const warning = page.getByRole('alert').filter({ hasText: text.common.sessionEndsUnlessStaying('15:10') });
    await warning.getByRole('button', { name: text.common.stay }).click();
    expect((await opened().calls()).map((call) => call.name)).toEqual(['users.stay']);
    await opened().publishUsers({ ...users, expiresAt: '2026-11-22T06:18:05.000Z' });
    await warning.waitFor({ state: 'detached' });
  });

  it('is said to be as short as before where the bank did not answer, and can be asked for again', async () => {
    const users = { ...usersStates.change, expiresAt: '2026-11-22T06:10:00.000Z' };
    const page = await open({ snapshot: snapshotOf(states.loggedOn), users, before: clock });
    await opened().answer('users.stay', { ok: false, problem: problem('bank-unreachable', { screenCode: '3-4-401' }) });
    await page.clock.fastForward('08:05');
    const stay = page.getByRole('button', { name: text.common.stay });
    await stay.click();
    const why = text.problem.codes['bank-unreachable'].title;
    await expect.poll(async () => (await spoken(page)).at(-1)).toContain(why);
    expect((await spoken(page)).at(-1)).toContain(text.common.sessionEndsUnlessStaying('15:10'));
    await stay.click();
    expect((await opened().calls()).map((call) => call.name)).toEqual(['users.stay', 'users.stay']);
  });
});
