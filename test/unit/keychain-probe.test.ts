import { describe, expect, it } from 'vitest';
import type { Run } from '../../main/certificate/stores/run.ts';
import { createKeychain } from '../../main/keychain/keychain.ts';
import { createKeychainProbe, probeLimits } from '../../main/keychain/keychain-probe.ts';
import { busTargets } from '../../main/keychain/session-bus.ts';
import { Redacted } from '../../main/support/redacted.ts';
import { systemClock } from '../../main/support/system-clock.ts';
import { createMemoryLog } from '../../tools/log/memory-log.ts';

/** GLib's messages as its catalogues have them, none of which the English words fit. */
const messages = [
  'X11 $DISPLAY なしで D-Bus を自動起動できません',
  '接続できませんでした: ',
  'Verbindung ist gescheitert: ',
  'X11 $DISPLAY 없이 D-Bus 자동 실행할 수 없습니다',
  'パス“/org/freedesktop/secrets/collection/login”にオブジェクトが存在しません',
];

type Answers = { readonly owned: string; readonly alias?: string; readonly locked?: string };

/** A bus whose tools print what busctl, gdbus or dbus-send print. */
function toolsOf(installed: string, { owned, alias = '', locked = '' }: Answers): Run {
  return async (command, args) => {
    if (command !== `/usr/bin/${installed}`) return { kind: 'missing' };
    const asked = args.join(' ');
    const stdout = asked.includes('NameHasOwner') ? owned : asked.includes('ReadAlias') ? alias : locked;
    return { kind: 'ended', code: 0, stdout, stderr: '' };
  };
}

const refusing: Run = async () => ({ kind: 'ended', code: 1, stdout: '', stderr: '' });
const absent: Run = async () => ({ kind: 'missing' });

/** A tenth of the real ones. */
const limits = { look: probeLimits.look / 10, lock: probeLimits.lock / 10 };

async function codeOf(message: string, run: Run, platform: NodeJS.Platform = 'linux', reached = true): Promise<string> {
  const fail = () => Promise.reject(new Error(message));
  const probeKeychain = createKeychainProbe({ platform, environment: {}, run, reachesBus: async () => reached, limits });
  const load = async () => ({ getPassword: fail, setPassword: fail, deletePassword: fail });
  const kept = await createKeychain({ load, probeKeychain, scope: 'p', clock: systemClock, log: createMemoryLog() }).keep('enrolment-grant', new Redacted('x'));
  return kept.ok ? 'kept' : kept.problem.code;
}

describe.each(messages)('A keychain that fails with "%s"', (message) => {
  it.each([
    ['busctl', { owned: 'b false' }, 'keychain-missing'],
    ['gdbus', { owned: '(true,)', alias: "(objectpath '/',)" }, 'keychain-missing'],
    ['dbus-send', { owned: '   boolean true', alias: '   /org/a', locked: '   variant       boolean true' }, 'keychain-locked'],
    ['busctl', { owned: 'b true', alias: 'o "/org/a"', locked: 'v b true' }, 'keychain-locked'],
    ['gdbus', { owned: '(true,)', alias: "(objectpath '/org/a',)", locked: '(<false>,)' }, 'keychain-refused'],
  ] as const)('is told by what %s says: %j', async (tool, answers, code) => {
    expect(await codeOf(message, toolsOf(tool, answers))).toBe(code);
  });

  it('is missing where no bus answers, or where macOS has no default keychain', async () => {
    expect(await codeOf(message, absent, 'linux', false)).toBe('keychain-missing');
    expect(await codeOf(message, refusing, 'darwin')).toBe('keychain-missing');
  });
});

/** macOS' `security` as it would answer; it cannot run here. Where a message is not in ASCII keytar always says this. */
describe('A keychain of macOS in Japanese, of which keytar says "An unknown error occurred."', () => {
  const saidNothing = 'An unknown error occurred.';
  /** @param lock how the question after the lock ends */
  const security = (lock: number | 'timeout' | 'missing', asked: string[] = []): Run => {
    return async (command, args) => {
      asked.push([command, ...args].join(' '));
      if (args[0] === 'default-keychain') return { kind: 'ended', code: 0, stdout: '', stderr: '' };
      return typeof lock === 'number' ? { kind: 'ended', code: lock, stdout: '', stderr: '' } : { kind: lock };
    };
  };

  it.each([
    [36, 'keychain-locked', 'errSecInteractionNotAllowed -25308'],
    [29, 'keychain-locked', 'errSecInteractionRequired -25315'],
    [128, 'keychain-locked', 'errSecUserCanceled -128'],
    [51, 'keychain-locked', 'errSecAuthFailed -25293'],
    ['timeout', 'keychain-locked', 'the dialog waits'],
    [37, 'keychain-missing', 'errSecNoDefaultKeychain -25307'],
    [50, 'keychain-missing', 'errSecNoSuchKeychain -25294'],
    [0, 'keychain-refused', 'it is unlocked'],
    [1, 'keychain-refused', 'something else'],
    ['missing', 'keychain-refused', 'no such tool'],
  ] as const)('is told by the exit code %s of show-keychain-info: %s (%s)', async (lock, code, _meaning) => {
    expect(await codeOf(saidNothing, security(lock), 'darwin')).toBe(code);
  });

  it('is asked by the absolute path of the tool', async () => {
    const asked: string[] = [];
    await codeOf(saidNothing, security(36, asked), 'darwin');
    expect(asked).toEqual(['/usr/bin/security default-keychain', '/usr/bin/security show-keychain-info']);
  });

  it('is not asked where the words tell, since the question may open a dialog', async () => {
    const asked: string[] = [];
    expect(await codeOf('User canceled the operation.', security(0, asked), 'darwin')).toBe('keychain-locked');
    expect(await codeOf('User interaction is not allowed.', security(0, asked), 'darwin')).toBe('keychain-locked');
    expect(asked.filter((one) => one.includes('show-keychain-info'))).toEqual([]);
  });

  it('is given up where the tool never ends', async () => {
    const hanging: Run = (command, args, options) =>
      args[0] === 'default-keychain'
        ? security(0)(command, args, options)
        : new Promise((resolve) => setTimeout(() => resolve({ kind: 'timeout' }), options.timeoutMs));
    expect(await codeOf(saidNothing, hanging, 'darwin')).toBe('keychain-locked');
  });
});

it('The English words are the last resort where nothing can be asked', async () => {
  expect(await codeOf('Cannot create an item in a locked collection', absent)).toBe('keychain-locked');
  expect(await codeOf('Cannot create an item in a locked collection', () => Promise.reject(new Error('broken')))).toBe('keychain-locked');
});

it('A look that hangs ends within two seconds', async () => {
  expect(await codeOf('Prompt was dismissed', () => new Promise(() => undefined))).toBe('keychain-locked');
  expect(probeLimits.look).toBeLessThanOrEqual(2_000);
});

it.each([
  [{ DBUS_SESSION_BUS_ADDRESS: 'unix:path=/run/a%20b,guid=1f' }, [{ path: '/run/a b' }]],
  [{ DBUS_SESSION_BUS_ADDRESS: 'unix:abstract=/tmp/x;tcp:host=::1,port=55' }, [{ path: '\0/tmp/x' }, { host: '::1', port: 55 }]],
  [{ DBUS_SESSION_BUS_ADDRESS: 'unix:runtime=yes', XDG_RUNTIME_DIR: '/run/user/7' }, [{ path: '/run/user/7/bus' }]],
  [{ XDG_RUNTIME_DIR: '/run/user/7' }, [{ path: '/run/user/7/bus' }]],
  [{ DBUS_SESSION_BUS_ADDRESS: 'autolaunch:' }, []],
  [{}, []],
])('The session bus of %j listens at %j', (environment, targets) => {
  expect(busTargets(environment)).toEqual(targets);
});
