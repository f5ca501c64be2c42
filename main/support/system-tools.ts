import { win32 } from 'node:path';

/**
 * Where the operating system keeps its tools. They are never looked for: Windows searches the current folder first,
 * and a program planted there would be handed a passphrase.
 */

type Environment = Readonly<Record<string, string | undefined>>;

/** Windows' own folder; an entry of the environment that is no path of a drive is not believed. */
function systemFolder(environment: Environment): string {
  const root = environment.SystemRoot ?? '';
  return win32.join(/^[A-Za-z]:\\[^"]*$/u.test(root) ? root : 'C:\\Windows', 'System32');
}

/** @returns the path of Windows PowerShell 5.1, which every Windows since 10 has */
export function powershellPath(environment: Environment = process.env): string {
  return win32.join(systemFolder(environment), 'WindowsPowerShell', 'v1.0', 'powershell.exe');
}

/** @returns the path of whoami.exe */
export function whoamiPath(environment: Environment = process.env): string {
  return win32.join(systemFolder(environment), 'whoami.exe');
}

/** @returns the path of reg.exe */
export function regPath(environment: Environment = process.env): string {
  return win32.join(systemFolder(environment), 'reg.exe');
}

/** The tools that ask a session bus: systemd's, GLib's, D-Bus' own. */
export const busToolPaths = { busctl: '/usr/bin/busctl', gdbus: '/usr/bin/gdbus', dbusSend: '/usr/bin/dbus-send' } as const;

/** macOS's tool for the keychain. */
export const securityPath = '/usr/bin/security';
/** macOS's tool for property lists. */
export const plutilPath = '/usr/bin/plutil';
/** macOS's tool for scripts, of which a notification is one. */
export const osascriptPath = '/usr/bin/osascript';
/** The tool of Linux desktops that shows a notification (libnotify). */
export const notifySendPath = '/usr/bin/notify-send';
/** systemd's tool for its units. */
export const systemctlPath = '/usr/bin/systemctl';
/** macOS's tool for agents. */
export const launchctlPath = '/bin/launchctl';

/** @returns the path of schtasks.exe */
export function schtasksPath(environment: Environment = process.env): string {
  return win32.join(systemFolder(environment), 'schtasks.exe');
}
