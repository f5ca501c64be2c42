import type { Bilingual } from '../policy/bilingual.ts';
import { notifySendPath, osascriptPath } from '../support/system-tools.ts';
import type { CommandMachine } from './command-line.ts';

/**
 * A notification of the desktop, where no window is open to say it. It is an offer: nobody may be at the desktop, or
 * the tool be missing, and the journal's record has it in any case. In both languages, since it is not known who reads
 * it, and of fixed words alone, since a desktop keeps what it showed. Windows has no tool that shows one: there the
 * window tells at its next start.
 */
export async function notify({ platform, run, stop }: CommandMachine, { ja, en }: Bilingual): Promise<void> {
  const options = { signal: stop, timeoutMs: 5_000 };
  if (platform === 'win32') return;
  if (platform === 'darwin') await run(osascriptPath, ['-e', `display notification "${ja}\\n${en}" with title "Kaitsu"`], options);
  else await run(notifySendPath, ['--app-name=Kaitsu', '--', 'Kaitsu', `${ja}\n${en}`], options);
}
