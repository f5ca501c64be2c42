import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Page } from 'playwright';
import { type Language, languages, type Theme } from '../../preload/contract/preferences.ts';
import { holdBank } from '../journey/held-bank.ts';
import {
  arrive,
  chooseActivation,
  confirmOneTimePassword,
  createDriver,
  type Driver,
  enter,
  field,
  getReleased,
  headingOf,
  identify,
  logOn,
  newPins,
  press,
  readOneTimePassword,
  readPapers,
  setPins,
  wrongDigits,
} from '../journey/journey.ts';
import { launchKaitsu, type Running } from '../journey/launch.ts';
import { chooseUser, goOnWithNext, overwriteUserPins, reachUserSelection, seeDone } from '../journey/users-journey.ts';
import { startPrivateSession } from '../shell/private-session.ts';
import { errorLimits } from '../window/catalogues.ts';
import { contactSheet, type Series, type Shot, seconds } from './contact-sheet.ts';

/**
 * The tour: the whole journey in the running program, with the mistakes that people make, a crash on the
 * way, and a picture of every screen. --all takes it in both languages, two sizes and both themes.
 */
const folder = resolve('out', 'tour');

type Look = { readonly language: Language; readonly theme: Exclude<Theme, 'system'>; readonly size: { readonly width: number; readonly height: number } };

const large = { width: 1280, height: 800 };
const small = { width: 1024, height: 700 };
const everything: readonly Look[] = languages.flatMap((language) =>
  [large, small].flatMap((size) => (['light', 'dark'] as const).map((theme) => ({ language, theme, size }))),
);

/** Takes the pictures, and says each step with its time. */
class Camera {
  readonly shots: Shot[] = [];
  readonly begun = performance.now();
  private last = performance.now();

  constructor(private readonly series: string) {
    mkdirSync(join(folder, series), { recursive: true });
  }

  async take(page: Page, name: string): Promise<void> {
    // The program's fonts come after its first screen.
    await page.waitForFunction(() => document.fonts.size > 100 && document.fonts.status === 'loaded');
    const took = performance.now() - this.last;
    const file = `${this.series}/${String(this.shots.length + 1).padStart(2, '0')}-${name}.png`;
    await page.screenshot({ path: join(folder, file), animations: 'disabled' });
    const title = (await page.getByRole('heading', { level: 1 }).first().textContent()) ?? name;
    this.shots.push({ file, name, title, took });
    process.stdout.write(`  ${seconds(took).padStart(8)}  ${name}\n`);
    this.last = performance.now();
  }
}

async function main(): Promise<void> {
  const looks = process.argv.includes('--all') ? everything : everything.slice(0, 1);
  rmSync(folder, { recursive: true, force: true });
  const series: Series[] = [];
  let shell = '';
  for (const look of looks) {
    const size = `${look.size.width}x${look.size.height}`;
    process.stdout.write(`The journey, ${look.language}, ${size}, ${look.theme}:\n`);
    const camera = new Camera(`${look.language}-${size}-${look.theme}`);
    shell = await travel(look, camera);
    series.push({
      language: { ja: '日本語', en: 'English', ko: '한국어' }[look.language],
      size,
      theme: look.theme,
      shots: camera.shots,
      took: performance.now() - camera.begun,
    });
  }
  const path = join(folder, 'index.html');
  writeFileSync(path, contactSheet(series, shell === 'electron' ? 'Electron' : 'Chromium, the stand-in for Electron'));
  process.stdout.write(`${series.reduce((sum, { shots }) => sum + shots.length, 0)} pictures, on ${shell}: ${path}\n`);
}

/** One way through, in a home of its own. @returns what the program ran on */
async function travel(look: Look, camera: Camera): Promise<string> {
  const session = await startPrivateSession('tour');
  let running: Running | null = null;
  const start = async (): Promise<Driver> => {
    const started = await launchKaitsu({ session, ...look });
    running = started;
    return createDriver(started.page, look.language, (name) => camera.take(started.page, name));
  };
  const crash = async (): Promise<Driver> => {
    await running?.kill();
    return start();
  };
  const pid = (): number => running?.pid ?? 0;
  try {
    const first = await start();
    await untilCertificateRequired(first);
    const second = await afterCrash(await crash());
    await retrieve(second, pid());
    await finish(second);
    await lookAfterUsers(second);
    await seeNextDay(await crash());
    return stillRunning(running).shell;
  } catch (error) {
    await stillRunning(running)
      .page.screenshot({ path: join(folder, 'broken-off.png') })
      .catch(() => undefined);
    process.stderr.write(`${stillRunning(running).output()}\n`);
    throw error;
  } finally {
    await stopQuietly(running);
    await session.stop();
  }
}

function stillRunning(running: Running | null): Running {
  if (running === null) throw new Error('Nothing runs.');
  return running;
}

async function stopQuietly(running: Running | null): Promise<void> {
  await running?.close().catch(() => running.kill());
}

async function untilCertificateRequired(driver: Driver): Promise<void> {
  const { text, look, page } = driver;
  await getReleased(driver);
  const papers = await readPapers(driver);
  const { contractorId } = papers.customerCard;
  const { registrationPin } = papers.applicationForm;

  await chooseActivation(driver);
  await look('identification');
  await enter(driver, text.fields.contractorId.label, toFullWidth(contractorId));
  await enter(driver, text.fields.registrationPin.label, registrationPin.slice(1));
  await look('identification-errors');
  await field(driver, text.fields.contractorId.label).fill('');
  await identify(driver, contractorId, wrongDigits(registrationPin));
  await page.getByText(text.problem.codes['identification-refused'].title).waitFor();
  await look('identification-error');
  await identify(driver, contractorId, registrationPin);

  await arrive(driver, 'newPins');
  await look('new-pins');
  await setPins(driver, registrationPin, { logon: 'abcdef', confirmation: 'あいう123' });
  await page.getByText(text.input.errors.needsLetterAndDigit(errorLimits())).first().waitFor();
  await look('new-pins-errors');
  await setPins(driver, registrationPin);

  await arrive(driver, 'oneTimePassword');
  await look('one-time-password');
  const oneTimePassword = await readOneTimePassword(driver, papers);
  await confirmOneTimePassword(driver, wrongDigits(oneTimePassword));
  await page.getByText(text.problem.codes['one-time-password-refused'].title).waitFor();
  await look('one-time-password-error');
  await confirmOneTimePassword(driver, await readOneTimePassword(driver, papers));
  await arrive(driver, 'certificateRequired');
  await look('certificate-required');
}

/** The program was killed; it asks whether to go on. */
async function afterCrash(driver: Driver): Promise<Driver> {
  await arrive(driver, 'resume');
  await driver.look('resume');
  await press(driver, driver.text.screens.resume.action);
  await arrive(driver, 'certificateRequired');
  return driver;
}

/** The bank takes its time once, so that the stages are seen; the person stops, and goes on. */
async function retrieve(driver: Driver, pid: number): Promise<void> {
  const { page, text, look } = driver;
  const words = text.screens.retrieval;
  const release = holdBank(pid);
  try {
    await press(driver, text.screens.certificateRequired.action);
    await headingOf(page, words.running).waitFor();
    // The screen stands once what moves on it by itself, and comes to an end, has done so.
    await page.waitForFunction(() =>
      document.getAnimations().every((one) => one.playState !== 'running' || one.effect?.getComputedTiming().endTime === Infinity),
    );
    await look('retrieval');
    await press(driver, words.cancel);
    await headingOf(page, words.stopped).waitFor();
    await look('retrieval-stopped');
  } finally {
    release();
  }
  await press(driver, words.proceed);
  await arrive(driver, 'certificateReady');
  await look('certificate-ready');
}

async function finish(driver: Driver): Promise<void> {
  const { page, text, look } = driver;
  await logOn(driver, `${newPins.logon}x`);
  await page.getByText(text.problem.codes['logon-refused'].title).waitFor();
  await look('logon-error');
  await logOn(driver, newPins.logon);
  await arrive(driver, 'loggedOn');
  await look('logged-on');
}

/** Manual 3: two locked users in a row, with a wrong confirmation PIN on the way. */
async function lookAfterUsers(driver: Driver): Promise<void> {
  const { page, text, look } = driver;
  const pins = { logon: 'Tsuki3Hoshi', confirmation: 'Kumo7Kaze' };
  await reachUserSelection(driver);
  await chooseUser(driver, 'user03');
  await look('user-change');
  await overwriteUserPins(driver, pins, `${newPins.confirmation}x`);
  await page.getByText(text.problem.codes['confirmation-refused'].title).waitFor();
  await look('user-change-error');
  await overwriteUserPins(driver, pins);
  await seeDone(driver, 'user03');
  await look('user-changed');
  await goOnWithNext(driver, 'user07');
  await overwriteUserPins(driver, pins);
  await seeDone(driver, 'user07');
  await look('user-changed-too');
}

/** The program is opened again: the start knows of the certificate. */
async function seeNextDay({ page, text, look }: Driver): Promise<void> {
  await page.getByRole('button', { name: text.screens.start.choices.users.label }).waitFor();
  await look('start-next-day');
}

/** What an input method in full-width mode types. */
function toFullWidth(digits: string): string {
  return digits.replace(/[0-9]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
}

main().catch((error: unknown) => {
  process.stderr.write(`The tour broke off: ${error instanceof Error ? error.stack : error}\n`);
  process.exitCode = 1;
});
