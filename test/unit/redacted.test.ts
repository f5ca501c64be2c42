import { Console } from 'node:console';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { format, inspect } from 'node:util';
import { serialize } from 'node:v8';
import { describe, expect, test } from 'vitest';
import { lineOf } from '../../main/support/log.ts';
import { Redacted, redacted, type Secret } from '../../main/support/redacted.ts';
import { redact } from '../../main/support/redaction.ts';

/** Nothing but itself looks like it, so that it is found in whatever was printed. */
const mark = 'Zq7Zq7Zq';
const secret = new Redacted(mark);
const entry = { contractorId: '12345678901', logonPin: secret };

/** What the console makes of a value, whichever of its methods is called. */
function onConsole(write: (console: Console) => void): string {
  const stream = new PassThrough();
  write(new Console({ stdout: stream, stderr: stream }));
  return String(stream.read());
}

describe('a secret in main', () => {
  test('comes out where it is asked for', () => {
    expect(secret.reveal()).toBe(mark);
    const { reveal } = secret;
    expect(reveal()).toBe(mark);
  });

  const printed: readonly (readonly [string, () => string])[] = [
    ['String()', () => String(secret)],
    ['a template', () => `${secret}`],
    ['inspect', () => inspect(secret)],
    ['inspect of what holds it', () => inspect({ deep: { entry }, list: [secret], map: new Map([['pin', secret]]) }, { depth: 9, showHidden: true })],
    ['format', () => format('%s %o %O', secret, entry, entry)],
    ['console.log', () => onConsole((out) => out.log('pin', secret, entry))],
    ['the message of an error', () => new Error(`refused: ${secret}`).message],
    ['an error that carries it', () => inspect(Object.assign(new Error('refused', { cause: secret }), { entry }))],
  ];
  test.each(printed)('is a mark in %s', (_way, print) => {
    expect(print()).toContain(redacted);
    expect(print()).not.toContain(mark);
  });

  const walked: readonly (readonly [string, () => string])[] = [
    ['inspect without what a class says of itself', () => inspect(entry, { customInspect: false, showHidden: true, depth: 9 })],
    ['console.dir', () => onConsole((out) => out.dir(entry, { depth: 9 }))],
    ['console.table', () => onConsole((out) => out.table([entry]))],
    ['its entries', () => Object.entries(secret).join(' ')],
    ['a copy of its properties', () => inspect({ ...secret })],
    ['Object.prototype.toString', () => Object.prototype.toString.call(secret)],
  ];
  test.each(walked)('is not found by %s', (_way, print) => {
    expect(print()).not.toContain(mark);
  });

  const refused: readonly (readonly [string, () => unknown])[] = [
    ['JSON.stringify', () => JSON.stringify(secret)],
    ['JSON.stringify of what holds it', () => JSON.stringify({ list: [entry] })],
    ['structuredClone', () => structuredClone(entry)],
    ['a message to a worker', () => new MessageChannel().port1.postMessage(secret)],
    ['v8.serialize', () => serialize(entry)],
  ];
  test.each(refused)('is not lost to %s, which refuses it without saying what it is', (_way, write) => {
    let said: unknown;
    try {
      write();
    } catch (error) {
      said = error;
    }
    expect(said).toBeInstanceOf(Error);
    expect(inspect(said)).not.toContain(mark);
  });

  test('stands in no line of the log, under whatever name it is handed there', () => {
    const details = { entry, some: secret, list: [secret], map: new Map([['some', secret]]), error: new Error('broke', { cause: secret }) };
    expect(redact({ some: secret })).toEqual({ some: redacted });
    const line = lineOf(new Date(0), 'warn', `bank.refused ${secret}`, details);
    expect(line).not.toContain(mark);
    expect(JSON.parse(line)).toMatchObject({ details: { some: redacted, list: [redacted], map: { some: redacted }, error: { cause: redacted } } });
  });

  test('is neither a text nor another object that has the same method', () => {
    // @ts-expect-error nobody has revealed it
    const text: string = secret;
    // @ts-expect-error not made by Redacted
    const other: Secret = { reveal: () => mark };
    expect([typeof text, other instanceof Redacted]).toEqual(['object', false]);
  });
});

describe('the places in main that reveal a secret', () => {
  /** Why each may. A new one is to be thought about, here. */
  const reasons: Readonly<Record<string, string>> = {
    'bank/bank-question.ts': 'sends it to the bank: body and Authorization',
    'bank/bank-remark.ts': "compares it with the bank's own words",
    'bank/bank-trust.ts': 'opens the bundle for TLS',
    'bank/basic-credentials.ts': 'makes HTTP Basic of it',
    'bank/proxy/proxy-keys.ts': 'writes and reads what the keychain keeps for a proxy',
    'bank/proxy/sign-in.ts': 'hashes it for HTTP Digest',
    'bank/proxy/tunnel.ts': 'sends it to the proxy that asked',
    'certificate/bundles.ts': 'seals and opens bundles; names a right by its hash',
    'certificate/est-client.ts': 'sends HTTP Basic; names a question by a hash',
    'certificate/exported.ts': 'seals the file that the person exports',
    'certificate/pending-key.ts': 'seals and opens the pending key',
    'certificate/pending-wait.ts': 'names a right by its hash',
    'certificate/stores/macos.ts': "hands the bundle to the system's tool",
    'certificate/stores/nss.ts': "hands the bundle to the system's tool",
    'certificate/stores/windows.ts': "hands the bundle to the system's tool",
    'keychain/keychain.ts': 'keeps it in the keychain',
    'procedure/check-entries.ts': "compares it with the bank's rule and its re-entry",
    'procedure/grant-keeper.ts': 'writes and reads what the keychain keeps of a grant',
    'procedure/logon.ts': "compares it with the bank's rule",
    'procedure/session.ts': 'compares two tokens',
    'users/check-entries.ts': "compares it with the bank's rule and its re-entry",
  };

  test('are known, each with its reason', () => {
    const main = join(import.meta.dirname, '..', '..', 'main');
    const files = readdirSync(main, { recursive: true, encoding: 'utf8' }).map((file) => file.replaceAll('\\', '/'));
    const revealing = files.filter((file) => file.endsWith('.ts') && readFileSync(join(main, file), 'utf8').includes('.reveal('));
    expect(revealing.sort()).toEqual(Object.keys(reasons));
  });
});
