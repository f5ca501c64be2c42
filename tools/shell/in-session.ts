import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { startPrivateSession } from './private-session.ts';

/**
 * `node in-session.cjs COMMAND …`: runs a program in a private session of its own: a home, a message bus and a keychain that
 * last as long as it does. For the practice on a computer that has a display and no keychain.
 */

const [command = '', ...words] = process.argv.slice(2);

void run().then((code) => {
  process.exitCode = code;
});

async function run(): Promise<number> {
  const session = await startPrivateSession('practice');
  try {
    const child = spawn(command, words, { env: { ...session.env, ...displayOf(process.env) }, stdio: 'inherit' });
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => child.kill(signal));
    return await new Promise<number>((resolve, reject) => {
      child.once('error', reject);
      child.once('exit', (code) => resolve(code ?? 1));
    });
  } finally {
    await session.stop();
  }
}

/** The way to the real display, which is told by places below the real home and the real session. */
function displayOf({ XAUTHORITY, WAYLAND_DISPLAY, XDG_RUNTIME_DIR }: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const cookie = XAUTHORITY ?? join(homedir(), '.Xauthority');
  const wayland = WAYLAND_DISPLAY === undefined || isAbsolute(WAYLAND_DISPLAY) ? WAYLAND_DISPLAY : join(XDG_RUNTIME_DIR ?? '', WAYLAND_DISPLAY);
  return { ...(existsSync(cookie) ? { XAUTHORITY: cookie } : {}), ...(wayland === undefined ? {} : { WAYLAND_DISPLAY: wayland }) };
}
