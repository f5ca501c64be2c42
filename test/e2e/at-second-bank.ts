import { expect } from 'vitest';
import { type Driver, headingOf, press } from '../../tools/journey/journey.ts';
import { launchKaitsu, type Running } from '../../tools/journey/launch.ts';
import type { PrivateSession } from '../../tools/shell/private-session.ts';
import type { SecondBank } from './second-bank.ts';

/** A PC of a customer whose bank is known by its file alone: its starts, and how the person sets it up. */

type Start = {
  readonly session: PrivateSession;
  readonly bank: SecondBank;
  readonly switches?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
};

/** Whoever asks for a file gets the bank's. Another start that the program orders is the test's to make. */
export function launchAtBank({ session, bank, switches = [], env = {} }: Start): Promise<Running> {
  return launchKaitsu({ session, language: 'ja', switches, env: { ...env, KAITSU_SHELL_RESTART: 'left', KAITSU_SHELL_OPEN_FILE: bank.file } });
}

/** From the list: the bank's file, with the number from paper. */
export async function takeBankFile(driver: Driver, { fingerprint }: SecondBank): Promise<void> {
  const { page, text } = driver;
  const words = text.places;
  await headingOf(page, words.firstTitle).waitFor();
  await press(driver, words.open.label);
  await headingOf(page, words.file.title).waitFor();
  await page.getByRole('textbox', { name: words.file.entry }).fill(fingerprint);
  await press(driver, words.file.take);
  await page.getByText(words.told.taken).waitFor();
}

/** Who gets to another place ends the program, which orders another start of itself. @param label of what leads there */
export async function goesAndEnds(driver: Driver, running: Running, label: string): Promise<void> {
  const gone = new Promise<void>((done) => running.page.once('close', () => done()));
  await press(driver, label);
  await gone;
  await expect.poll(() => running.output(), { timeout: 30_000 }).toContain('another start is wanted');
}
