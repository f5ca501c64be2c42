import type { X509Certificate } from 'node:crypto';
import { type Outcome, success } from '../../../preload/contract/problem.ts';
import { parseBundle, serialOf } from '../x509.ts';
import { type Run, runTool } from './run.ts';
import { type CertificateStore, nicknamePrefix, okOrProblem, printedBy, toolTimeLimit } from './store.ts';
import { withTemporaryFile } from './temporary.ts';
import { readTrial, trialScript } from './windows-trial.ts';

/**
 * The certificate store of the current Windows user, by PowerShell. Scripts go as -EncodedCommand, what they
 * work on comes by standard input, one value a line: no secret and no path is ever part of a command line.
 */

export type WindowsOptions = { readonly temporary: string; readonly run?: Run };

const preamble = `$ErrorActionPreference = 'Stop'
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
  Where-Object { $_.HasPrivateKey -and $_.FriendlyName.StartsWith('${nicknamePrefix}') } |
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
export function createWindowsStore({ temporary, run = runTool }: WindowsOptions): CertificateStore {
  const powershell = (script: string, lines: readonly string[], signal: AbortSignal) =>
    run('powershell.exe', powershellArguments(script), { stdin: lines.map((line) => `${line}\r\n`).join(''), signal, timeoutMs: toolTimeLimit });

  async function list(signal: AbortSignal): Promise<Outcome<readonly X509Certificate[]>> {
    const printed = printedBy(await powershell(listScript, [], signal));
    return printed.ok ? success(parseBundle(printed.value)) : printed;
  }

  return {
    kind: 'windows',
    list,
    install: ({ pfx, passphrase, nickname }, signal) =>
      withTemporaryFile(temporary, 'certificate.pfx', pfx, async (path) => okOrProblem(await powershell(importScript, [path, passphrase, nickname], signal))),
    async trySignature(certificate, challenge, signal) {
      const lines = [thumbprint(certificate), Buffer.from(challenge).toString('base64')];
      return readTrial(await powershell(preamble + trialScript, lines, signal), certificate, challenge);
    },
    async remove(serial, signal) {
      const installed = await list(signal);
      if (!installed.ok) return installed;
      const gone = installed.value.find((one) => serialOf(one) === serial);
      return gone === undefined ? success(undefined) : okOrProblem(await powershell(removeScript, [thumbprint(gone)], signal));
    },
  };
}
