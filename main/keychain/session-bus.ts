import { connect, type NetConnectOpts } from 'node:net';

/** Where a session bus listens, as D-Bus writes it ("Server Addresses" of the D-Bus specification). */

type Environment = Readonly<Record<string, string | undefined>>;

/** How long a bus may take to accept a connection, in milliseconds; it is on this machine. */
const connectLimit = 1_000;

function decode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}

/** @returns how to connect to one address; null for a transport that names no socket */
function targetOf(address: string, environment: Environment): NetConnectOpts | null {
  const [transport = '', rest = ''] = address.split(/:(.*)/su);
  const values = new Map(rest.split(',').map((pair) => [pair.replace(/=.*/su, ''), decode(pair.replace(/^[^=]*=?/su, ''))]));
  if (transport === 'tcp' || transport === 'nonce-tcp') return { host: values.get('host') ?? 'localhost', port: Number(values.get('port')) };
  if (transport !== 'unix') return null;
  const abstract = values.get('abstract');
  const path = values.get('path') ?? (values.get('runtime') === 'yes' ? runtimeBus(environment) : undefined);
  if (abstract !== undefined) return { path: `\0${abstract}` };
  return path === undefined ? null : { path };
}

function runtimeBus({ XDG_RUNTIME_DIR: folder }: Environment): string | undefined {
  return folder === undefined || folder === '' ? undefined : `${folder}/bus`;
}

/** @returns every place where the session's bus may listen */
export function busTargets(environment: Environment): readonly NetConnectOpts[] {
  const written = (environment.DBUS_SESSION_BUS_ADDRESS ?? '').split(';').filter((address) => address !== '');
  const path = runtimeBus(environment);
  if (written.length === 0) return path === undefined ? [] : [{ path }];
  return written.map((address) => targetOf(address, environment)).filter((target) => target !== null);
}

function accepts(target: NetConnectOpts, signal: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    const stop = AbortSignal.any([signal, AbortSignal.timeout(connectLimit)]);
    const socket = connect(target);
    const answer = (reached: boolean) => {
      socket.destroy();
      resolve(reached);
    };
    socket.once('connect', () => answer(true)).once('error', () => answer(false));
    stop.addEventListener('abort', () => answer(false), { once: true });
  });
}

/** @returns whether a session bus accepts connections */
export async function reachesSessionBus(environment: Environment, signal: AbortSignal): Promise<boolean> {
  const reached = await Promise.all(busTargets(environment).map((target) => accepts(target, signal).catch(() => false)));
  return reached.includes(true);
}
