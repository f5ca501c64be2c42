import { verify, type X509Certificate } from 'node:crypto';
import { failure, type Outcome, success } from '../../../preload/contract/problem.ts';
import type { RunResult } from './run.ts';
import { printedBy } from './store.ts';

/**
 * A trial signature by a key in the Windows store. After a forced reset of the Windows password the key is
 * still listed (HasPrivateKey) though DPAPI can no longer open it: only signing shows that.
 */

/**
 * Thumbprint and challenge (base64) come by standard input. A key that asks the person at each use (strong
 * protection) is not tried: no dialog may open unasked. Prints `signed <base64>`, `asks`, or `failed <HRESULT>`.
 */
export const trialScript = `$path = 'Cert:\\CurrentUser\\My\\' + [Console]::In.ReadLine()
$challenge = [Convert]::FromBase64String([Console]::In.ReadLine())
try {
  $key = [Security.Cryptography.X509Certificates.RSACertificateExtensions]::GetRSAPrivateKey((Get-Item -LiteralPath $path))
  if ($null -eq $key) { 'failed 8009000D'; exit 0 }
  $asks = if ($key -is [Security.Cryptography.RSACng]) { $key.Key.UIPolicy.ProtectionLevel -ne [Security.Cryptography.CngUIProtectionLevels]::None }
    elseif ($key -is [Security.Cryptography.RSACryptoServiceProvider]) { $key.CspKeyContainerInfo.Protected }
    else { $false }
  if ($asks) { 'asks'; exit 0 }
  $signature = $key.SignData($challenge, [Security.Cryptography.HashAlgorithmName]::SHA256, [Security.Cryptography.RSASignaturePadding]::Pkcs1)
  'signed ' + [Convert]::ToBase64String($signature)
} catch {
  'failed {0:X8}' -f $_.Exception.GetBaseException().HResult
}
`;

/** HRESULTs (winerror.h) that say: the key is not there, cannot be opened, or is not this user's. */
const keyErrors: ReadonlySet<string> = new Set([
  '80090003', // NTE_BAD_KEY
  '80090005', // NTE_BAD_DATA: DPAPI cannot open it
  '8009000B', // NTE_BAD_KEY_STATE: the password was changed by force
  '8009000D', // NTE_NO_KEY
  '80090010', // NTE_PERM
  '80090011', // NTE_NOT_FOUND
  '80090016', // NTE_BAD_KEYSET
  '80090019', // NTE_KEYSET_NOT_DEF
  '8009001A', // NTE_KEYSET_ENTRY_BAD
  '80090024', // NTE_TEMPORARY_PROFILE
  '8007000D', // ERROR_INVALID_DATA: DPAPI again
]);

/**
 * @param result of the script
 * @returns whether the key in the store signed, and is the certificate's; null where it would ask the person;
 *   certificate-store-… or cancelled where that cannot be told
 */
export function readTrial(result: RunResult, certificate: X509Certificate, challenge: Uint8Array): Outcome<boolean | null> {
  const printed = printedBy(result);
  if (!printed.ok) return printed;
  const [verdict, value = ''] = printed.value.trim().split(/\s+/u);
  switch (verdict) {
    case 'signed':
      return success(verify('sha256', challenge, certificate.publicKey, Buffer.from(value, 'base64')));
    case 'asks':
      return success(null);
    case 'failed':
      return keyErrors.has(value) ? success(false) : failure('certificate-store-refused');
    default:
      return failure('certificate-store-refused');
  }
}
