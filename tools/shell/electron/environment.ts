/** How the launchers and the tests tell the stand-in what to be; the product knows none of it. */
export const environment = {
  /** KAITSU_SHELL_VISIBLE=1: a window on the display. */
  visible: process.env.KAITSU_SHELL_VISIBLE === '1',
  /** KAITSU_SHELL_DEVTOOLS=1: tests may drive the page as well; the parent is told where, by an IPC message. */
  devtools: process.env.KAITSU_SHELL_DEVTOOLS === '1',
  /** KAITSU_SHELL_SAVE_FOLDER=DIR: where the person saves, whatever is proposed; also where what is printed comes out. */
  saveFolder: process.env.KAITSU_SHELL_SAVE_FOLDER ?? null,
  /** KAITSU_SHELL_OPEN_FILE=PATH: what the person opens. */
  openFile: process.env.KAITSU_SHELL_OPEN_FILE ?? null,
  /** KAITSU_SHELL_PAC=FILE: the system is set to this PAC script. */
  pac: process.env.KAITSU_SHELL_PAC ?? null,
  /** KAITSU_SHELL_RESTART=left: another start that the program orders is left to those who launched it. */
  leavesRestart: process.env.KAITSU_SHELL_RESTART === 'left',
  /** KAITSU_SHELL_PACKAGED=1: app.isPackaged says so, as in an installed program. */
  packaged: process.env.KAITSU_SHELL_PACKAGED === '1',
  /** KAITSU_SHELL_SIZE=1024x700: the window's size, whatever main asks for. */
  size: readSize(process.env.KAITSU_SHELL_SIZE),
} as const;

function readSize(text: string | undefined): { readonly width: number; readonly height: number } | null {
  const found = /^(\d+)x(\d+)$/u.exec(text ?? '');
  return found === null ? null : { width: Number(found[1]), height: Number(found[2]) };
}

/** The value of a command line switch, e.g. --user-data-dir=DIR. */
export function commandLineSwitch(name: string): string | null {
  const prefix = `--${name}=`;
  return process.argv.find((argument) => argument.startsWith(prefix))?.slice(prefix.length) ?? null;
}

/** Whether a command line switch is there, with or without a value. */
export function hasCommandLineSwitch(name: string): boolean {
  return process.argv.includes(`--${name}`) || commandLineSwitch(name) !== null;
}

/** The operating system's locale as BCP 47: --lang, else the POSIX variables. */
export function systemLocale(env: NodeJS.ProcessEnv): string {
  const posix = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  const name = commandLineSwitch('lang') ?? posix.replace(/[.@].*$/u, '').replace('_', '-');
  return name === '' || name === 'C' || name === 'POSIX' ? 'en-US' : name;
}
