import { shell } from 'electron';
import type { Log } from '../support/ports.ts';

/**
 * Opens the bank's page in the person's browser. The address is the profile's, never the window's; anything but https
 * would start another program.
 * @returns whether something took it
 */
export async function openWebsite(address: string, log: Log): Promise<boolean> {
  if (new URL(address).protocol !== 'https:') throw new Error('Not an address for a browser');
  try {
    await shell.openExternal(address);
    return true;
  } catch (error) {
    log.warn('website.not-opened', { error });
    return false;
  }
}
