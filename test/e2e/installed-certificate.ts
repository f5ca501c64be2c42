import { execFile } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { bundlePassphraseName } from '../../main/certificate/passphrases.ts';
import { serviceName } from '../../main/keychain/keychain.ts';
import { placeFolder, practicePlace } from '../../main/places/place.ts';
import { bankFolder } from '../../main/support/kept-files.ts';
import { readContractorId, readSerial } from '../../preload/contract/identities.ts';
import type { PrivateSession } from '../../tools/shell/private-session.ts';

const run = promisify(execFile);

/** What a journey left on this computer, as an administrator's own tools see it. */
export type InstalledCertificate = {
  readonly bundle: string;
  /** Asked from the keychain by the tests themselves. */
  readonly passphrase: string;
  /** The root of the practice bank, in PEM. */
  readonly authority: string;
  readonly bank: string;
};

/** Finds the one bundle of the session, its passphrase in the keychain, and where the bank answers. */
export async function findInstalledCertificate(session: PrivateSession): Promise<InstalledCertificate> {
  const bundles = filesIn(session.userData).filter((path) => path.endsWith('.p12'));
  const bundle = bundles[0];
  const name = /([0-9]{11})-([0-9A-F]+)\.p12$/u.exec(bundle ?? '');
  const [contractorId, serial] = [readContractorId(name?.[1] ?? ''), readSerial(name?.[2] ?? '')];
  if (bundles.length !== 1 || bundle === undefined || contractorId === null || serial === null)
    throw new Error(`Expected one bundle, found ${bundles.join(', ') || 'none'}.`);
  const passphrase = await askKeychain(session, bundlePassphraseName(contractorId, serial));
  const { root } = JSON.parse(readFileSync(join(placeFolder(session.userData, practicePlace), bankFolder, 'authority.json'), 'utf8'));
  return { bundle, passphrase, authority: root.certificate, bank: `https://127.0.0.1:${readPort(session)}` };
}

/** In a process on the session's bus: keytar speaks with the bus of the process that it is in. */
async function askKeychain({ env }: PrivateSession, account: string): Promise<string> {
  const question = `require('keytar').getPassword(${JSON.stringify(serviceName('sandbox'))}, ${JSON.stringify(account)}).then((secret) => process.stdout.write(secret ?? ''))`;
  const { stdout } = await run(process.execPath, ['--input-type=commonjs', '-e', question], { env });
  if (stdout === '') throw new Error('The keychain knows no passphrase.');
  return stdout;
}

/** The log says where the practice bank answers. */
function readPort({ userData }: PrivateSession): number {
  const lines = readFileSync(join(userData, 'logs', 'kaitsu.log'), 'utf8').split('\n');
  const ports = lines.flatMap((line) => (line.includes('practice-bank-ready') ? [Number(/"port":\s*(\d+)/u.exec(line)?.[1])] : []));
  return ports.at(-1) ?? 0;
}

/** Every file under a folder. */
export function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => join(folder, path))
    .filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile() === true);
}
