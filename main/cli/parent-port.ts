import type { ParentPort } from '../practice-bank/serve-app.ts';

function isParentPort(value: unknown): value is ParentPort {
  return typeof value === 'object' && value !== null && 'postMessage' in value && 'on' in value && typeof value.postMessage === 'function';
}

/**
 * @param host the process object
 * @returns Electron's process.parentPort where this is a utility process, else null
 */
export function parentPortOf(host: object): ParentPort | null {
  const port: unknown = Reflect.get(host, 'parentPort');
  return isParentPort(port) ? port : null;
}
