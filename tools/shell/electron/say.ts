/** What Electron would do on the desktop is written as a line that a test can read. */
export function say(line: string): void {
  process.stdout.write(`[shell] ${line}\n`);
}
