import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** All that a home's NSS database holds, in certutil's words; '' for an empty one, and what certutil says where there is none yet. */
export function nssContent(home: string): string {
  const certutil = (word: string) => spawnSync('certutil', [word, '-d', `sql:${join(home, '.pki', 'nssdb')}`], { encoding: 'utf8' });
  const certificates = certutil('-L');
  if (certificates.status !== 0) return certificates.stderr;
  const lines = `${certutil('-K').stdout}\n${certificates.stdout}`.split('\n');
  return lines
    .filter((line) => !/Checking token|no keys found|Trust Attributes|SSL,S\/MIME/u.test(line))
    .join('\n')
    .trim();
}
