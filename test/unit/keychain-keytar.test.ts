import { describe, expect, it } from 'vitest';
import { codeOfError } from '../../main/keychain/error-words.ts';
import { createKeychain, secretLimit, serviceName } from '../../main/keychain/keychain.ts';
import type { Keytar } from '../../main/keychain/keytar-port.ts';
import { longestSecret } from '../../main/protocol/protocol.ts';
import type { Clock } from '../../main/support/ports.ts';
import { Redacted } from '../../main/support/redacted.ts';
import { systemClock } from '../../main/support/system-clock.ts';
import { contractorIdSchema } from '../../preload/contract/identities.ts';
import { createMemoryLog } from '../../tools/log/memory-log.ts';

function memoryKeytar(over: Partial<Keytar> = {}): { keytar: Keytar; kept: Map<string, string> } {
  const kept = new Map<string, string>();
  const at = (service: string, account: string) => `${service} / ${account}`;
  const keytar: Keytar = {
    getPassword: async (service, account) => kept.get(at(service, account)) ?? null,
    async setPassword(service, account, secret) {
      kept.set(at(service, account), secret);
    },
    deletePassword: async (service, account) => kept.delete(at(service, account)),
    ...over,
  };
  return { keytar, kept };
}

const log = createMemoryLog();
const keychainOf = (load: () => Promise<Keytar>, clock: Clock = systemClock) => createKeychain({ load, scope: 'sandbox', clock, log, limit: 30_000 });

describe('The keychain', () => {
  it('keeps secrets under the documented names', async () => {
    const { keytar, kept } = memoryKeytar();
    await keychainOf(async () => keytar).keep('enrolment-grant', new Redacted('x'));
    expect([...kept.keys()]).toEqual(['Kaitsu (sandbox) / enrolment-grant']);
    expect(serviceName('sandbox')).toBe('Kaitsu (sandbox)');
  });

  it('on a machine where its native module cannot be loaded is missing, and is looked for again later', async () => {
    const { keytar } = memoryKeytar();
    let loads = 0;
    const keychain = keychainOf(async () => {
      loads += 1;
      if (loads === 1) throw new Error('libsecret-1.so.0: cannot open shared object file');
      return keytar;
    });
    expect(await keychain.read('activation-session')).toMatchObject({ ok: false, problem: { code: 'keychain-missing' } });
    expect(await keychain.keep('activation-session', new Redacted('x'))).toMatchObject({ ok: true });
  });

  it('whose prompt nobody answers is locked after the limit, not for ever', async () => {
    const { keytar } = memoryKeytar({ getPassword: () => new Promise(() => undefined) });
    const waits: number[] = [];
    const impatient: Clock = {
      ...systemClock,
      after(milliseconds, run) {
        waits.push(milliseconds);
        queueMicrotask(run);
        return () => undefined;
      },
    };
    expect(await keychainOf(async () => keytar, impatient).read('activation-session')).toMatchObject({ ok: false, problem: { code: 'keychain-locked' } });
    expect(waits).toEqual([30_000]);
  });

  it('that forgets what it is given does not pass its proof', async () => {
    const { keytar } = memoryKeytar({ setPassword: async () => undefined });
    expect(await keychainOf(async () => keytar).probe()).toMatchObject({ ok: false, problem: { code: 'keychain-refused' } });
  });

  it('that answers "nothing" because it is locked is not believed', async () => {
    const setPassword = async () => {
      throw new Error('Cannot create an item in a locked collection');
    };
    const { keytar } = memoryKeytar({ setPassword });
    expect(await keychainOf(async () => keytar).read('pending-key/12345678901')).toMatchObject({ ok: false, problem: { code: 'keychain-locked' } });
  });

  it('asked for several secrets at once answers each', async () => {
    const { keytar, kept } = memoryKeytar();
    const keychain = keychainOf(async () => keytar);
    const answers = await Promise.all([
      keychain.read('activation-session'),
      keychain.read('enrolment-grant'),
      keychain.probe(),
      keychain.read('enrolment-grant'),
    ]);
    expect(answers.map((answer) => answer.ok)).toEqual([true, true, true, true]);
    expect(kept.size).toBe(0);
  });

  it('takes a whole grant, with the longest secret and company name that the protocol allows, within what Windows can keep', async () => {
    const { keytar } = memoryKeytar();
    const grant = {
      contractorId: contractorIdSchema.parse('12345678901'),
      organization: '開'.repeat(64),
      enrolmentSecret: 's'.repeat(longestSecret),
      enrolBefore: '2027-02-10T00:00:00.000Z',
    };
    const keychain = keychainOf(async () => keytar);
    expect(await keychain.keep('enrolment-grant', new Redacted(JSON.stringify(grant)))).toMatchObject({ ok: true });
    expect(await keychain.keep('enrolment-grant', new Redacted('x'.repeat(secretLimit + 1)))).toMatchObject({
      ok: false,
      problem: { code: 'keychain-refused' },
    });
  });

  it('never lets a secret into the log, whatever the system says', async () => {
    const setPassword = async () => {
      throw new Error('refused: marked-secret');
    };
    const { keytar } = memoryKeytar({ setPassword });
    await keychainOf(async () => keytar).keep('enrolment-grant', new Redacted('marked-secret'));
    expect(JSON.stringify(log.raw)).not.toContain('marked-secret');
  });
});

describe("The system's words are told apart", () => {
  it.each([
    ['Cannot autolaunch D-Bus without X11 $DISPLAY', 'keychain-missing'],
    ['The name org.freedesktop.secrets was not provided by any .service files', 'keychain-missing'],
    ['Could not connect: No such file or directory', 'keychain-missing'],
    ['Failed to execute child process “dbus-launch” (No such file or directory)', 'keychain-missing'],
    ['Object does not exist at path “/org/freedesktop/secrets/collection/login”', 'keychain-missing'],
    ['Cannot create an item in a locked collection', 'keychain-locked'],
    ['Prompt was dismissed', 'keychain-locked'],
    ['User interaction is not allowed.', 'keychain-locked'],
    ['The stub received bad data', 'keychain-refused'],
    ['Something nobody foresaw', 'keychain-refused'],
  ] as const)('%s', (words, code) => {
    expect(codeOfError(new Error(words))).toBe(code);
  });
});
