import { createPrivateKey, sign, X509Certificate } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Run, RunResult } from '../../main/certificate/stores/run.ts';
import { createWindowsStore, powershellArguments } from '../../main/certificate/stores/windows.ts';
import { failure, success } from '../../preload/contract/problem.ts';
import { createTestAuthority } from '../support/test-authority.ts';

/** PowerShell cannot run here: what it is told, and what its answers mean. */

const challenge = Buffer.from('a challenge');
let leaf: X509Certificate;
let signed: string;
let otherSigned: string;

beforeAll(() => {
  const authority = createTestAuthority('CA');
  const [mine, other] = [authority.issue({ commonName: '12345678901' }), authority.issue({ commonName: '12345678901' })];
  leaf = new X509Certificate(mine.certificate);
  signed = sign('sha256', challenge, createPrivateKey(mine.key)).toString('base64');
  otherSigned = sign('sha256', challenge, createPrivateKey(other.key)).toString('base64');
});

const ended = (stdout: string, code = 0): RunResult => ({ kind: 'ended', code, stdout, stderr: '' });
const trial = (answer: RunResult, told: (call: { readonly args: readonly string[]; readonly stdin: string }) => void = () => undefined) => {
  const run: Run = async (_command, args, { stdin = '' }) => {
    told({ args, stdin });
    return answer;
  };
  return createWindowsStore({ temporary: '/nowhere', run }).trySignature?.(leaf, challenge, AbortSignal.timeout(1_000));
};

describe('the key in the Windows store', () => {
  it("that signs is the certificate's, and another one is not", async () => {
    expect(await trial(ended(`signed ${signed}\r\n`))).toEqual(success(true));
    expect(await trial(ended(`signed ${otherSigned}\r\n`))).toEqual(success(false));
    expect(await trial(ended('signed \r\n'))).toEqual(success(false));
  });

  it.each(['8009000B', '80090005', '80090016', '8009000D', '80090010', '8007000D'])(
    'cannot sign where Windows says %s, as after a forced new password',
    async (code) => {
      expect(await trial(ended(`failed ${code}\r\n`))).toEqual(success(false));
    },
  );

  it('that would open a dialog is not tried, and nothing is claimed of it', async () => {
    expect(await trial(ended('asks\r\n'))).toEqual(success(null));
  });

  it('says nothing where PowerShell fails for another reason', async () => {
    expect(await trial(ended('failed 80131501\r\n'))).toEqual(failure('certificate-store-refused'));
    expect(await trial(ended('', 1))).toEqual(failure('certificate-store-refused'));
    expect(await trial(ended('something else'))).toEqual(failure('certificate-store-refused'));
    expect(await trial({ kind: 'missing' })).toEqual(failure('certificate-store-missing'));
    expect(await trial({ kind: 'cancelled' })).toEqual(failure('cancelled'));
  });

  it('is asked for by a fixed script; what it works on comes by standard input', async () => {
    const calls: { readonly args: readonly string[]; readonly stdin: string }[] = [];
    await trial(ended('asks'), (call) => calls.push(call));
    const [{ args, stdin } = { args: [], stdin: '' }] = calls;
    const script = Buffer.from(args.at(-1) ?? '', 'base64').toString('utf16le');
    expect(args).toEqual(powershellArguments(script));
    expect(args.slice(0, 3)).toEqual(['-NoLogo', '-NoProfile', '-NonInteractive']);
    expect(stdin).toBe(`${leaf.fingerprint.replaceAll(':', '')}\r\n${challenge.toString('base64')}\r\n`);
    // First whether it asks, then the signature.
    expect(script.indexOf("if ($asks) { 'asks'; exit 0 }")).toBeGreaterThan(0);
    expect(script.indexOf('SignData')).toBeGreaterThan(script.indexOf('if ($asks)'));
    expect(script).toContain("$path = 'Cert:\\CurrentUser\\My\\' + [Console]::In.ReadLine()");
  });
});
