import type { CommandLine } from 'electron';

/**
 * Switches by which another program could read the page and what is typed, or run code of its own in this program.
 * No fuse forbids Chromium's; Node's (inspect) are forbidden by a fuse as well. Electron's documentation, "Supported
 * Command Line Switches"; Chromium's content/public/common/content_switches.cc.
 */
const refused = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-debugging-address',
  'remote-debugging-socket-name',
  'remote-allow-origins',
  'custom-devtools-frontend',
  'auto-open-devtools-for-tabs',
  'inspect',
  'inspect-brk',
  'inspect-brk-node',
  'inspect-wait',
  'inspect-port',
  'inspect-publish-uid',
  'debug',
  'debug-brk',
  'debug-port',
  'js-flags',
  'disable-web-security',
  'load-extension',
  'renderer-cmd-prefix',
  'utility-cmd-prefix',
  'gpu-launcher',
  'browser-subprocess-path',
  'enable-automation',
] as const;

/**
 * Finds what an installed program must not be started with. Chromium's own reading of the command line is asked, which
 * also knows Windows' "/switch".
 * @returns the switches as they are typed, e.g. "--inspect"
 */
export function refusedSwitches(commandLine: Pick<CommandLine, 'hasSwitch'>): readonly string[] {
  return refused.filter((name) => commandLine.hasSwitch(name)).map((name) => `--${name}`);
}
