import { describe, expect, it } from 'vitest';
import { preflightChecks } from '../../preload/contract/preflight-findings.ts';
import { preflight } from '../../renderer/help/samples/preflight.ts';
import { snapshotOf } from '../../renderer/help/samples/procedure.ts';
import { catalogues } from '../../tools/window/catalogues.ts';
import { states } from '../../tools/window/snapshots.ts';
import { testWindow } from '../support/test-window.ts';

const { ja } = catalogues;
const { open, opened } = testWindow();

describe('the preflight in the window', () => {
  it('is a quiet line when all is well, with the details on demand', async () => {
    const { page } = await open({ snapshot: snapshotOf(states.logonMenu) });
    await page.getByRole('status').getByText(ja.preflight.ready).waitFor();
    expect(await page.getByText(ja.preflight.checks.keychain).count()).toBe(0);
    const details = page.getByRole('button', { name: ja.preflight.details });
    expect(await details.getAttribute('aria-expanded')).toBe('false');
    await details.click();
    for (const check of preflightChecks) await page.getByText(ja.preflight.checks[check]).waitFor();
  });

  it('explains a red one and its remedy before one goes on, and forbids nothing', async () => {
    const { page } = await open({ snapshot: snapshotOf(states.activationMenu), preflight: preflight({ 'clock-wrong': -5400, 'user-elevated': null }) });
    await page.getByText(ja.preflight.notReady(1)).waitFor();
    await page.getByText(ja.preflight.findings['clock-wrong'].found(-5400)).waitFor();
    await page.getByText(ja.preflight.findings['clock-wrong'].remedy ?? '').waitFor();
    await page.getByRole('button', { name: ja.preflight.again }).click();
    await page.getByRole('button', { name: ja.screens.activationMenu.action }).click();
    expect((await opened().calls()).map((call) => call.name)).toEqual(['preflight.run', 'procedure.chooseActivation']);
  });
});
