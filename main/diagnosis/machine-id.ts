import { createHmac } from 'node:crypto';
import { hostname } from 'node:os';
import type { Run } from '../certificate/stores/run.ts';
import { regPath } from '../support/system-tools.ts';
import { readWhole } from '../support/whole-file.ts';

/**
 * What tells one PC from another for as long as its system is installed, whatever its name and network:
 * IOPlatformUUID (macOS), MachineGuid (Windows), machine-id (systemd). It is never kept as it is: machine-id(5)
 * asks for a keyed hash of the application's own.
 */
export type MachineSource = {
  readonly platform: NodeJS.Platform;
  readonly run: Run;
  readonly environment: Readonly<Record<string, string | undefined>>;
};

/** This key belongs to Kaitsu alone: the hash says nothing to any other program. */
const applicationKey = 'kaitsu designated PC 1';
/** In milliseconds. */
const toolLimit = 5_000;
const uuid = '[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}';

/** @returns the UUID in what `ioreg -rd1 -c IOPlatformExpertDevice` prints; null where it has none */
export function readPlatformUuid(printed: string): string | null {
  return new RegExp(`"IOPlatformUUID"\\s*=\\s*"(${uuid})"`, 'u').exec(printed)?.[1]?.toUpperCase() ?? null;
}

/** @returns the GUID in what `reg query … /v MachineGuid` prints, whatever language and code page its other words are in; null where it has none */
export function readMachineGuid(printed: string): string | null {
  return new RegExp(`^\\s*MachineGuid\\s+REG_SZ\\s+\\{?(${uuid})\\}?\\s*$`, 'imu').exec(printed)?.[1]?.toUpperCase() ?? null;
}

/** @returns the ID in /etc/machine-id; null where the system has not made one yet ("uninitialized") */
export function readMachineId(content: string): string | null {
  const text = content.trim().toLowerCase();
  return /^[0-9a-f]{32}$/u.test(text) && !/^0+$/u.test(text) ? text : null;
}

/** @returns "id:" with a keyed hash of the system's own name for this PC; "name:" with one of the PC's name where the first cannot be had */
export async function identifyMachine(source: MachineSource): Promise<string> {
  const id = await readId(source);
  const hash = createHmac('sha256', applicationKey)
    .update(id ?? hostname())
    .digest('hex');
  return `${id === null ? 'name' : 'id'}:${hash}`;
}

async function readId({ platform, run, environment }: MachineSource): Promise<string | null> {
  const print = async (command: string, args: readonly string[]): Promise<string> => {
    const ended = await run(command, args, { signal: new AbortController().signal, timeoutMs: toolLimit });
    return ended.kind === 'ended' && ended.code === 0 ? ended.stdout : '';
  };
  switch (platform) {
    case 'darwin':
      return readPlatformUuid(await print('/usr/sbin/ioreg', ['-rd1', '-c', 'IOPlatformExpertDevice']));
    case 'win32':
      return readMachineGuid(await print(regPath(environment), ['query', 'HKLM\\SOFTWARE\\Microsoft\\Cryptography', '/v', 'MachineGuid', '/reg:64']));
    default: {
      const file = await readWhole('/etc/machine-id');
      return file.kind === 'content' ? readMachineId(file.content.toString('latin1')) : null;
    }
  }
}
