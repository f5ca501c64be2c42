import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { startTexts } from '../../main/window/start-texts.ts';
import { requestEntries } from '../../renderer/help/samples/request.ts';
import { createDriver, headingOf, press } from '../../tools/journey/journey.ts';
import { findElectron, type LaunchOptions, type StandInProcess, startStandIn } from '../../tools/journey/launch.ts';
import type { Unkindness } from '../../tools/shell/electron/unkind.ts';
import { type PrivateSession, startPrivateSession } from '../../tools/shell/private-session.ts';
import { catalogues } from '../../tools/window/catalogues.ts';

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

/** From the start to the filled request form. */
async function openForm(page: Page): Promise<void> {
  const driver = createDriver(page, 'ja');
  await press(driver, text.screens.start.choices.lockedOut.label);
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
    const program = start(['page-fails', 'message-box-first', 'time-stands-still']);
    await said(program, `message box: ${messages.pageNotShown.title}: ${messages.pageNotShown.body}`);
    program.order({ standIn: 'unkind', names: ['message-box-first'] });
    await headingOf((await program.opened).page, text.screens.start.title).waitFor();
    await said(program, '[shell] window shown');
    const [, reference = 'none'] = /"event":"window.page-failed","reference":"(\w+)"/u.exec(log()) ?? [];
    expect(program.output()).toContain(reference);
  });

  test.each<[string, readonly Unkindness[]]>([
    ['a page that fails is answered with "quit"', ['page-fails']],
    ['the question about a page that fails cannot be asked', ['page-fails', 'message-box-rejects']],
    ['the preload is broken, and the page alone could do nothing', ['preload-fails']],
  ])('where %s, the program ends and leaves the way free', async (_how, unkind) => {
    const program = start([...unkind, 'time-stands-still']);
    expect(await program.gone).toBe(0);
    expect(program.output().includes(`message box: ${messages.pageNotShown.title}`)).toBe(!unkind.includes('message-box-rejects'));
    expect(readdirSync(session.userData)).not.toContain('SingletonLock');
  });

  test('a page that is never answered is told after a while', async () => {
    const program = start(['page-hangs', 'time-stands-still']);
    await said(program, '[shell] page hangs');
    program.order({ standIn: 'pass', milliseconds: 15_000 });
    await said(program, '[shell] window shown');
    program.order({ standIn: 'pass', milliseconds: 45_000 });
    await said(program, `message box: ${messages.pageNotShown.title}`);
    expect(await program.gone).toBe(0);
  });

  test('a window that never tells that it is drawn is shown all the same; and it starts without the sandbox', async () => {
    const program = start(['ready-to-show-never', 'time-stands-still'], { switches: ['--no-sandbox', '--practice'] });
    await headingOf((await program.opened).page, text.screens.start.title).waitFor();
    expect(program.output()).not.toContain('[shell] window shown');
    program.order({ standIn: 'pass', milliseconds: 15_000 });
    await said(program, '[shell] window shown');
    expect(program.output()).not.toContain('[shell] sandbox enabled');
    expect(log()).toContain('"security.no-sandbox"');
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
});

describe.skipIf(findElectron() !== null)('with paper', () => {
  test('printing tells how it ended, whatever Electron says', async () => {
    const program = start(['time-stands-still']);
    const { page } = await program.opened;
    await openForm(page);
    // No sentence follows on itself, so that each one seen is a new one.
    const sentences: readonly (readonly [Unkindness, string])[] = [
      ['print-cancelled', words.cancelled],
      ['print-no-printer', words.noPrinter],
      ['print-failed', words.printFailed],
      ['print-cancelled', words.cancelled],
      ['print-settings', words.printFailed],
      ['print-no-printer', words.noPrinter],
      ['print-throws', words.printFailed],
    ];
    for (const [unkind, sentence] of sentences) {
      program.order({ standIn: 'unkind', names: [unkind] });
      await give(page, words.print);
      await status(page, sentence);
    }
    program.order({ standIn: 'unkind', names: ['print-silent', 'time-stands-still'] });
    await give(page, words.print);
    await said(program, '[shell] print: nothing is told');
    await status(page, words.preparing);
    program.order({ standIn: 'pass', milliseconds: 10 * 60_000 });
    await status(page, words.printUnknown);
  });

  test('saving is cancelled, fails or is done, and the form stays as it is', async () => {
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

    // Documents lies in a folder that is not there, and the dialog adds no ending.
    program.order({ standIn: 'unkind', names: ['documents-unknown', 'save-dialog-without-ending'] });
    await give(page, words.savePdf);
    await status(page, words.saved(''));
    expect(log()).toContain('"documents.unknown"');
    const [name = ''] = readdirSync(papers);
    expect(name).toMatch(/^法人.*_\d{4}-\d\d-\d\d\.pdf$/u);

    program.order({ standIn: 'unkind', names: ['show-in-folder-throws'] });
    await give(page, words.showSaved);
    await page.getByText(text.problem.codes.internal.title).first().waitFor();

    // The dialog asks about the name as it was typed: a file with its ending is not replaced without a question.
    writeFileSync(join(papers, name), 'kept');
    const asked = () => program.output().match(/save dialog/gu)?.length ?? 0;
    const before = asked();
    program.order({ standIn: 'unkind', names: ['save-dialog-without-ending'] });
    await give(page, words.savePdf);
    await expect.poll(asked, { timeout: 40_000 }).toBeGreaterThan(before + 1);
    program.order({ standIn: 'unkind', names: ['save-dialog-cancelled'] });
    await status(page, words.cancelled);
    expect(readFileSync(join(papers, name), 'utf8')).toBe('kept');
  });
});

describe.skipIf(findElectron() !== null)('with the practice bank', () => {
  test.each<[Unkindness, 'internal' | 'bank-unreachable']>([
    ['utility-throws', 'internal'],
    ['utility-exits', 'bank-unreachable'],
    ['utility-never-spawns', 'bank-unreachable'],
  ])('%s: the panel says that the bank is not there (%s)', async (unkind, code) => {
    const program = start([unkind, 'time-stands-still']);
    const { page } = await program.opened;
    await headingOf(page, text.screens.start.title).waitFor();
    await press(createDriver(page, 'ja'), text.practice.open);
    if (unkind === 'utility-never-spawns') {
      await page.getByText(text.practice.loading).waitFor();
      program.order({ standIn: 'pass', milliseconds: 30_000 });
    }
    await page.getByRole('complementary').getByText(text.problem.codes[code].title).first().waitFor();
  });

  test('who starts the program while it ends gets it again', async () => {
    const program = start(['utility-never-spawns', 'time-stands-still']);
    const { page } = await program.opened;
    await headingOf(page, text.screens.start.title).waitFor();
    await page.close({ runBeforeUnload: true });
    await said(program, '[shell] will quit');
    // The bank that does not answer holds the end back; meanwhile the person starts the program a second time.
    expect(await start([]).gone).toBe(0);
    await expect.poll(() => existsSync(join(session.userData, 'SingletonCall')), { timeout: 40_000 }).toBe(false);
    program.order({ standIn: 'pass', milliseconds: 8_000 });
    expect(await program.gone).toBe(0);
    await said(program, '[shell] starts again as ');
    const again = Number(/starts again as (\d+)/u.exec(program.output())?.[1]);
    try {
      await expect.poll(() => program.output().match(/window shown/gu)?.length, { timeout: 60_000 }).toBe(2);
    } finally {
      process.kill(again, 'SIGTERM');
      await expect.poll(() => isAlive(again), { timeout: 40_000 }).toBe(false);
    }
  });
});
