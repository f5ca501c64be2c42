import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { startTexts } from '../../main/window/start-texts.ts';
import { createDriver, headingOf, press } from '../../tools/journey/journey.ts';
import { findElectron, type LaunchOptions, type StandInProcess, startStandIn } from '../../tools/journey/launch.ts';
import type { Unkindness } from '../../tools/shell/electron/unkind.ts';
import { type PrivateSession, startPrivateSession } from '../../tools/shell/private-session.ts';
import { catalogues } from '../../tools/window/catalogues.ts';
import { requestEntries } from '../../tools/window/snapshots.ts';

vi.setConfig({ testTimeout: 180_000 });

/** The real bundled program, where Electron and the system throw, fail or stay silent: what the person sees then. */
const text = catalogues.ja;
const words = text.releaseRequest;
const messages = startTexts('ja');
let session: PrivateSession;
let papers: string;
const started: StandInProcess[] = [];

beforeAll(async () => {
  session = await startPrivateSession('unkind');
});
beforeAll(() => {
  papers = mkdtempSync(join(tmpdir(), 'kaitsu-papers-'));
});
afterEach(async () => {
  for (const { child, gone } of started.splice(0)) {
    child.kill('SIGKILL');
    await gone;
  }
  rmSync(session.userData, { recursive: true, force: true, maxRetries: 5, retryDelay: 50 });
  for (const name of readdirSync(papers)) rmSync(join(papers, name));
});
afterAll(async () => {
  await session?.stop();
  rmSync(papers, { recursive: true, force: true });
});

function start(unkind: readonly Unkindness[], options: Partial<LaunchOptions> = {}): StandInProcess {
  const env = { KAITSU_SHELL_UNKIND: unkind.join(','), LANG: 'ja_JP.UTF-8', ...options.env };
  const program = startStandIn({ session, saveFolder: papers, ...options, env });
  started.push(program);
  return program;
}

const said = (program: StandInProcess, what: string) => expect.poll(() => program.output(), { timeout: 40_000 }).toContain(what);
const log = () => readFileSync(join(session.userData, 'logs', 'kaitsu.log'), 'utf8');

/** From the first screen to the filled request form. */
async function openForm(page: Page): Promise<void> {
  const driver = createDriver(page, 'ja');
  await press(driver, words.open);
  await headingOf(page, words.title).waitFor();
  const texts = ['date', 'branch', 'company', 'representative', 'accountNumber', 'contractorId', 'contactName', 'contactPhone'] as const;
  for (const name of texts) await page.getByLabel(words.inputs[name].label, { exact: true }).fill(requestEntries[name]);
  await page.getByRole('radio', { name: words.accountKinds.current }).check();
  await page.getByRole('checkbox', { name: words.pins.logonPin, exact: true }).check();
  await page.getByRole('radio', { name: words.reasons.forgotten }).check();
}

const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

const give = (page: Page, order: string) => page.getByRole('button', { name: order, exact: true }).click();
const status = (page: Page, sentence: string) => page.getByRole('status').getByText(sentence).waitFor();

describe.skipIf(findElectron() !== null)('at the start', () => {
  test('a page that cannot be loaded is told with a number, and comes at the next try', async () => {
    const program = start(['page-fails', 'message-box-first']);
    await said(program, `message box: ${messages.pageNotShown.title}: ${messages.pageNotShown.body}`);
    expect(program.output()).not.toContain('[shell] window shown');
    program.order({ standIn: 'unkind', names: ['message-box-first'] });
    const { page } = await program.opened;
    await headingOf(page, text.screens.locked.title).waitFor();
    await said(program, '[shell] window shown');
    const [, reference = 'none'] = /"event":"window.page-failed","reference":"(\w+)"/u.exec(log()) ?? [];
    expect(program.output()).toContain(reference);
  });

  test.each<[string, readonly Unkindness[]]>([
    ['is answered with "quit"', ['page-fails']],
    ['cannot be asked', ['page-fails', 'message-box-rejects']],
  ])('where the question about it %s, the program ends and leaves the way free', async (_how, unkind) => {
    const program = start(unkind);
    expect(await program.gone).toBe(0);
    const next = start([]);
    await headingOf((await next.opened).page, text.screens.locked.title).waitFor();
  });

  test('a broken preload is told: the page alone could do nothing', async () => {
    const program = start(['preload-fails']);
    await said(program, `message box: ${messages.pageNotShown.title}`);
    expect(await program.gone).toBe(0);
  });

  test('a page that is never answered is told after a while', async () => {
    const program = start(['page-hangs']);
    await said(program, '[shell] page hangs');
    program.order({ standIn: 'pass', milliseconds: 60_000 });
    await said(program, `message box: ${messages.pageNotShown.title}`);
    expect(await program.gone).toBe(0);
  });

  test('a window that never tells that it is drawn is shown all the same', async () => {
    const program = start(['ready-to-show-never']);
    await headingOf((await program.opened).page, text.screens.locked.title).waitFor();
    program.order({ standIn: 'pass', milliseconds: 15_000 });
    await said(program, '[shell] window shown');
  });

  test('a system without a folder for the program is told, before anything is opened', async () => {
    const program = start(['user-data-unknown']);
    expect(await program.gone).toBe(1);
    expect(program.output()).toContain(`error box: ${messages.cannotStart.title}: ${messages.cannotStart.body}`);
  });

  test.each(['--remote-debugging-port=9222', '--remote-debugging-pipe', '--inspect', '--inspect-brk=0', '--js-flags=--expose-gc'])(
    'an installed program does not start with %s, and says so',
    async (option) => {
      const program = start([], { env: { KAITSU_SHELL_PACKAGED: '1' }, switches: [option] });
      expect(await program.gone).toBe(1);
      expect(program.output()).toContain(`error box: ${messages.refusedSwitches.title}: ${messages.refusedSwitches.body}`);
      expect(program.output()).toContain(option.replace(/=.*$/u, ''));
      expect(existsSync(session.userData)).toBe(false);
    },
  );

  test('without the sandbox it starts, and the log says so', async () => {
    const program = start([], { switches: ['--no-sandbox'] });
    await headingOf((await program.opened).page, text.screens.locked.title).waitFor();
    expect(log()).toContain('"security.no-sandbox"');
    expect(program.output()).not.toContain('[shell] sandbox enabled');
  });
});

describe.skipIf(findElectron() !== null)('with paper', () => {
  test('printing tells how it ended, whatever Electron says, and a PDF can be saved all the same', async () => {
    const program = start(['documents-unknown']);
    const { page } = await program.opened;
    await openForm(page);
    const sentences: readonly (readonly [Unkindness, string])[] = [
      ['print-cancelled', words.cancelled],
      ['print-no-printer', words.noPrinter],
      ['print-failed', words.printFailed],
      ['print-cancelled', words.cancelled],
      ['print-settings', words.printFailed],
      ['print-no-printer', words.noPrinter],
      ['print-throws', words.printFailed],
    ];
    // No sentence follows on itself, so that each one seen is a new one.
    for (const [unkind, sentence] of sentences) {
      program.order({ standIn: 'unkind', names: [unkind] });
      await give(page, words.print);
      await status(page, sentence);
    }
    program.order({ standIn: 'unkind', names: ['print-silent'] });
    await give(page, words.print);
    await status(page, words.preparing);
    await said(program, '[shell] print: nothing is told');
    program.order({ standIn: 'pass', milliseconds: 10 * 60_000 });
    await status(page, words.printUnknown);

    program.order({ standIn: 'unkind', names: ['documents-unknown'] });
    await give(page, words.savePdf);
    await status(page, words.saved(''));
    expect(program.output()).toContain(`save dialog: ${papers}`);
    expect(log()).toContain('"documents.unknown"');
  });

  test('a dialog without an answer is a cancel; one that breaks, and a PDF that fails, leave the form as it is', async () => {
    const program = start([]);
    const { page } = await program.opened;
    await openForm(page);
    program.order({ standIn: 'unkind', names: ['save-dialog-cancelled'] });
    await give(page, words.savePdf);
    await status(page, words.cancelled);
    for (const unkind of ['save-dialog-rejects', 'pdf-rejects'] as const) {
      program.order({ standIn: 'unkind', names: [unkind] });
      await give(page, words.savePdf);
      await page.getByText(text.problem.codes.internal.title).first().waitFor();
    }
    expect(readdirSync(papers)).toEqual([]);
    program.order({ standIn: 'unkind', names: [] });
    await give(page, words.savePdf);
    await status(page, words.saved(''));
  });

  test('a name without its ending gets it, and no file is replaced that nobody was asked about', async () => {
    const program = start(['save-dialog-without-ending']);
    const { page } = await program.opened;
    await openForm(page);
    await give(page, words.savePdf);
    await status(page, words.saved(''));
    const [name = ''] = readdirSync(papers);
    expect(name).toMatch(/^法人.*_\d{4}-\d\d-\d\d\.pdf$/u);
    writeFileSync(join(papers, name), 'kept');
    await page.getByLabel(words.inputs.branch.label, { exact: true }).fill('本店');
    await give(page, words.savePdf);
    await expect.poll(() => program.output().match(/save dialog/gu)?.length).toBeGreaterThan(2);
    expect(readFileSync(join(papers, name), 'utf8')).toBe('kept');
  });
});

describe.skipIf(findElectron() !== null)('with the practice bank', () => {
  test.each<Unkindness>(['utility-throws', 'utility-exits', 'utility-never-spawns'])('%s: the panel says that the bank is not there', async (unkind) => {
    const program = start([unkind]);
    const { page } = await program.opened;
    await headingOf(page, text.screens.locked.title).waitFor();
    await press(createDriver(page, 'ja'), text.practice.open);
    program.order({ standIn: 'pass', milliseconds: 30_000 });
    await page.getByRole('complementary').getByText(text.problem.codes['bank-unreachable'].title).first().waitFor();
  });

  test('who starts the program while it ends gets it again', async () => {
    const program = start(['utility-never-spawns']);
    const { page } = await program.opened;
    await headingOf(page, text.screens.locked.title).waitFor();
    await page.close({ runBeforeUnload: true });
    await said(program, '[shell] will quit');
    // The bank that does not answer holds the end back; meanwhile the person starts the program a second time.
    expect(await start([]).gone).toBe(0);
    program.order({ standIn: 'pass', milliseconds: 4_000 });
    expect(await program.gone).toBe(0);
    await said(program, '[shell] starts again as ');
    const again = Number(/starts again as (\d+)/u.exec(program.output())?.[1]);
    try {
      await expect.poll(() => program.output().match(/window shown/gu)?.length, { timeout: 40_000 }).toBe(2);
    } finally {
      process.kill(again, 'SIGTERM');
      await expect.poll(() => isAlive(again), { timeout: 20_000 }).toBe(false);
    }
  });
});
