import type { X509Certificate } from 'node:crypto';
import { type Outcome, success } from '../../../preload/contract/problem.ts';
import type { Log } from '../../support/ports.ts';
import { powershellPath } from '../../support/system-tools.ts';
import { parseBundle } from '../x509.ts';
import { type Run, type RunResult, runTool } from './run.ts';
import { type CertificateStore, okOrProblem, printedBy, toolTimeLimit } from './store.ts';
import { withTemporaryFile } from './temporary.ts';
import { readTrial, trialScript } from './windows-trial.ts';

/**
 * The certificate store of the current Windows user, by PowerShell. Scripts go as -EncodedCommand, what they
 * work on comes by standard input, one value a line: no secret and no path is ever part of a command line.
 */

export type WindowsOptions = { readonly temporary: string; readonly run?: Run; readonly log?: Pick<Log, 'warn'> };

/**
 * AppLocker and WDAC put PowerShell into Constrained Language Mode, in which nothing below works: told by an exit code
 * of its own instead of an error that could be anything.
 */
export const constrainedExit = 87;

const preamble = `if ($ExecutionContext.SessionState.LanguageMode -ne 'FullLanguage') { exit ${constrainedExit} }
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
[Console]::InputEncoding = [Text.UTF8Encoding]::new($false)
`;

/**
 * Without -Exportable the private key cannot be taken out again. Import-PfxCertificate puts the chain beside
 * the certificate: what has no key is taken out of the personal store again, so that no authority stays there.
 */
export const importScript = `${preamble}$path = [Console]::In.ReadLine()
$secure = ConvertTo-SecureString -String ([Console]::In.ReadLine()) -AsPlainText -Force
$nickname = [Console]::In.ReadLine()
$imported = Import-PfxCertificate -FilePath $path -CertStoreLocation Cert:\\CurrentUser\\My -Password $secure
foreach ($one in $imported) {
  if ($one.HasPrivateKey) { (Get-Item "Cert:\\CurrentUser\\My\\$($one.Thumbprint)").FriendlyName = $nickname }
  elseif (Test-Path "Cert:\\CurrentUser\\My\\$($one.Thumbprint)") { Remove-Item "Cert:\\CurrentUser\\My\\$($one.Thumbprint)" }
}
`;

export const listScript = `${preamble}Get-ChildItem Cert:\\CurrentUser\\My |
  Where-Object { $_.HasPrivateKey } |
  ForEach-Object { '-----BEGIN CERTIFICATE-----'; [Convert]::ToBase64String($_.RawData, 'InsertLineBreaks'); '-----END CERTIFICATE-----' }
`;

export const removeScript = `${preamble}$path = 'Cert:\\CurrentUser\\My\\' + [Console]::In.ReadLine()
if (Test-Path $path) { Remove-Item -Path $path -DeleteKey }
`;

/** @returns PowerShell's arguments for a script (base64 of UTF-16, as -EncodedCommand wants it) */
export function powershellArguments(script: string): readonly string[] {
  const encoded = Buffer.from(script, 'utf16le').toString('base64');
  return ['-NoLogo', '-NoProfile', '-NonInteractive', '-ExecutionPolicy', 'Bypass', '-EncodedCommand', encoded];
}

function thumbprint(certificate: X509Certificate): string {
  return certificate.fingerprint.replaceAll(':', '');
}

/** @param options temporary: folder for the encrypted bundle */
export function createWindowsStore({ temporary, run = runTool, log }: WindowsOptions): CertificateStore {
  async function powershell(script: string, lines: readonly string[], signal: AbortSignal): Promise<RunResult> {
    const stdin = lines.map((line) => `${line}\r\n`).join('');
    const result = await run(powershellPath(), powershellArguments(script), { stdin, signal, timeoutMs: toolTimeLimit });
    if (result.kind === 'ended' && result.code === constrainedExit) log?.warn('certificate.powershell-constrained');
    return result;
  }

  async function list(signal: AbortSignal): Promise<Outcome<readonly X509Certificate[]>> {
    const printed = printedBy(await powershell(listScript, [], signal));
    return printed.ok ? success(parseBundle(printed.value)) : printed;
  }

  return {
    kind: 'windows',
    list,
    install: ({ pfx, passphrase, nickname }, signal) =>
      withTemporaryFile({ folder: temporary, log }, 'certificate.pfx', pfx, async (path) =>
        okOrProblem(await powershell(importScript, [path, passphrase.reveal(), nickname], signal)),
      ),
    async trySignature(certificate, challenge, signal) {
      const lines = [thumbprint(certificate), Buffer.from(challenge).toString('base64')];
      return readTrial(await powershell(preamble + trialScript, lines, signal), certificate, challenge);
    },
    async remove(which, signal) {
      const installed = await list(signal);
      if (!installed.ok) return installed;
      const gone = installed.value.find(which);
      return gone === undefined ? success(undefined) : okOrProblem(await powershell(removeScript, [thumbprint(gone)], signal));
    },
  };
}
