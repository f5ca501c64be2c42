import { homedir } from 'node:os';
import { join } from 'node:path';

/**
 * The app's user-data folder, where Electron puts it.
 * @param environment environment variables
 */
export function usualFolder(environment: Readonly<Record<string, string | undefined>>, platform: NodeJS.Platform = process.platform): string {
  const home = environment.HOME ?? homedir();
  const bases: Partial<Record<NodeJS.Platform, string>> = {
    win32: environment.APPDATA ?? join(home, 'AppData', 'Roaming'),
    darwin: join(home, 'Library', 'Application Support'),
  };
  return join(bases[platform] ?? (environment.XDG_CONFIG_HOME || join(home, '.config')), 'Kaitsu');
}
