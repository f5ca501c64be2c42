import type { Preferences } from '../../preload/contract/preferences.ts';
import type { Leaving } from './closing.ts';
import { showNotTold } from './start-failure.ts';

/** Logging off when the window is gone. */

export type LastLogOff = { logOff(): Promise<void> /** Says, after it, that the bank could not be told. */; tell(): Promise<void> };

type LoggedOn = { logOff(): Promise<boolean>; readonly language: () => Preferences['language'] };

export function createLastLogOff(program: LoggedOn, leaving: Leaving): LastLogOff {
  let told = true;
  return {
    async logOff() {
      told = await program.logOff();
    },
    async tell() {
      if (told || leaving.shuttingDown()) return;
      told = true;
      await showNotTold(program.language());
    },
  };
}
